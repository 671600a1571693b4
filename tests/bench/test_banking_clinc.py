"""The script that measures the intent model on public sets, held on small sets of the same form."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from b12guide.understanding.encoder.encoder import Vectors
from bench.banking_clinc import Clinc, DataError, banking, clinc, draw, main, read_banking, read_clinc

WORDS = {"card": "my card is lost", "loan": "i want a loan", "rate": "what is the rate"}
KNOWN = [(f"{words} number {place}", label) for label, words in WORDS.items() for place in range(12)]
TEST = [(f"{words} please", label) for label, words in WORDS.items()]
KNOWN_FOREIGN, FOREIGN = ["is it raining", "tell me a joke"], ["who won the cup", "sing me a song"]


def encode(texts: list[str]) -> Vectors:
    rows = np.zeros((len(texts), 4), dtype=np.float32)
    for row, text in zip(rows, texts, strict=True):
        row[next((place for place, words in enumerate(WORDS.values()) if text.startswith(words)), 3)] = 1
    return rows


def test_a_draw_has_ten_of_each_and_is_repeatable() -> None:
    """The same seed draws the same examples, ten of every intent."""
    drawn = draw(KNOWN, 1)
    assert drawn == draw(KNOWN, 1) != draw(KNOWN, 2)
    assert {label: sum(one == label for _, one in drawn) for label in WORDS} == dict.fromkeys(WORDS, 10)


def test_what_is_easy_is_right() -> None:
    """Intents that the vectors tell apart are all right, and foreign questions are told from them."""
    assert banking(encode, KNOWN, TEST) == [1.0, 1.0, 1.0]
    assert clinc(encode, Clinc(KNOWN, TEST, KNOWN_FOREIGN, FOREIGN)) == (1.0, 1.0)


def test_files_are_read(tmp_path: Path) -> None:
    """Both sets are read in the form in which they are published."""
    for name in ("train.csv", "test.csv"):
        (tmp_path / name).write_text('text,category\n"lost, my card",card\n', encoding="utf-8")
    path = tmp_path / "data_full.json"
    parts = {"train": [["a", "x"]], "test": [["b", "x"]], "oos_train": [["c", "oos"]], "oos_test": [["d", "oos"]]}
    path.write_text(json.dumps(parts))
    assert read_banking(tmp_path) == ([("lost, my card", "card")], [("lost, my card", "card")])
    assert read_clinc(path) == Clinc([("a", "x")], [("b", "x")], ["c"], ["d"])


def test_absent_data_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Data that is not there gets one clear line and status 2."""
    with pytest.raises(DataError, match=r"data_full\.json"):
        read_clinc(tmp_path / "none.json")
    assert main([str(tmp_path), str(tmp_path / "none.json")]) == 2
    assert "train.csv is missing" in capsys.readouterr().err
