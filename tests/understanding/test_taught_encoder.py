"""What the encoder of plans was taught of questions beside them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import pytest

from b12guide.content.ways import held_back
from b12guide.shared import content
from b12guide.understanding.encoder.encoder import (
    MODEL_FILE,
    TALK_MODEL_FILE,
    Encoder,
    shared_encoder,
)
from b12guide.understanding.encoder.encoder_build import share_words
from b12guide.understanding.talk import shared_talk_reader
from tests.conftest import ROOT

FOLDER = ROOT / "build" / "encoder"


@pytest.fixture(scope="module")
def taught() -> Encoder:
    return shared_talk_reader(FOLDER).encoder


@pytest.fixture(scope="module")
def published() -> Encoder:
    return shared_encoder(FOLDER)


def shares_right(encoder: Encoder) -> float:
    """How many ways that were never taught lie nearest to the middle of the others of their question."""
    asked = [(one, [way for way in one.ask if held_back(way)]) for one in list(content().questions.values())[::8]]
    middles = [encoder.encode([way for way in one.ask if not held_back(way)]).mean(axis=0) for one, _ in asked]
    places = np.stack([middle / np.linalg.norm(middle) for middle in middles])
    found = [
        (encoder.encode(ways) @ places.T).argmax(axis=1) == number for number, (_, ways) in enumerate(asked) if ways
    ]
    return float(np.concatenate(found).mean())


@pytest.mark.slow
def test_it_tells_questions_apart_that_it_was_never_taught(taught: Encoder, published: Encoder) -> None:
    """Ways to ask that it never learned are nearer to their question than by the encoder as it was published."""
    assert shares_right(taught) > shares_right(published) + 0.05


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("how long will the injections hurt for", "Hi there, how long will the injections hurt for??"),
        ("can i swim after a jab", "can i swim after a jab thanks"),
        ("do the tablets contain lactose", "do the tablets contian lactose"),
    ],
)
def test_harmless_words_and_slips_change_little(taught: Encoder, text: str, more: str) -> None:
    """A greeting, thanks, signs at the end and a slip of the fingers leave a question where it is."""
    one, other = taught.encode([text, more])
    assert one @ other > 0.75


def test_neighbours_do_not_count(taught: Encoder) -> None:
    """A text has the same vector by itself and among others, of length 1."""
    texts = ["can i swim after a jab", "word " * 400]
    together, alone = taught.encode(texts), [taught.encode([text])[0] for text in texts]
    assert (together == np.stack(alone)).all()
    assert np.linalg.norm(together, axis=1) == pytest.approx(np.ones(2), abs=1e-5)


def test_the_table_of_words_is_in_memory_once(tmp_path: Path) -> None:
    """A graph with the same words reads them in the file of the first one; one with others keeps its own."""
    tables = [
        entry.value
        for tensor in onnx.load(str(FOLDER / TALK_MODEL_FILE), load_external_data=False).graph.initializer
        for entry in tensor.external_data
        if entry.key == "location"
    ]
    assert tables.count(f"{MODEL_FILE}.data") == 1
    assert not share_words(FOLDER / TALK_MODEL_FILE, tmp_path / MODEL_FILE)
