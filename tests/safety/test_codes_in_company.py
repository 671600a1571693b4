"""What makes the detector light and quick changes nothing of what it reads."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

import pytest

from b12guide.safety import Detector, _phrases, _words
from b12guide.safety._patterns import WordList, _in_runs

SIGNS = "ab12cdt'`'.,;:!?()[]-_ \n~4"


def test_words_of_one_set_stand_side_by_side() -> None:
    """A word of two sets stands where the one that is used more ends and the other begins."""
    often, seldom = frozenset("adgk"), frozenset("bdz")
    assert _words.in_company({seldom: 1, often: 5}) == ["a", "g", "k", "d", "b", "z"]


def test_codes_in_a_row_are_written_as_a_range() -> None:
    """Three codes or more that follow each other are a range, and the set matches the same."""
    assert _in_runs("gabdcxy") == "a-dgxy"
    assert re.findall(f"[{_in_runs('gabdcxy')}]", "abcdefgwxyz") == list("abcdgxy")


def test_the_sets_of_a_list_are_its_words_and_the_parts_of_its_phrases() -> None:
    """A phrase stands for one set at each of its places."""
    words = WordList.parse(["faint passed/blacked_out"])
    assert list(words.sets()) == [{"faint"}, {"passed", "blacked"}, {"out"}]


def test_ascii_is_read_as_any_text_is() -> None:
    """The quick ways through plain text find the same words, at the same places, as those for any letters."""
    source = random.Random(3)
    for _ in range(2_000):
        text = "".join(source.choices(SIGNS, k=40))
        quick, any_letters = _words._PLAIN_TOKEN.finditer(text), _words._TOKEN.finditer(text)
        assert [match.span() for match in quick] == [match.span() for match in any_letters]
        assert _phrases._compared(text) == [word for word, _ in _phrases._tokens(text)]


def test_what_can_make_no_sign_need_not_be_looked_for(detector: Detector, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether the findings that no condition could be met by are looked for or not, the verdict is the same."""
    source = random.Random(5)
    sets = sorted((Path(__file__).parent / "sets").glob("*.jsonl"))
    lines = [json.loads(line)["text"] for path in sets for line in path.read_text(encoding="utf-8").splitlines()]
    texts = [". ".join(source.sample(lines, source.choice((1, 1, 2, 4)))) for _ in range(2_000)]
    quick = [detector.triage(text) for text in texts]
    everything = set(range(len(detector._findings)))
    monkeypatch.setattr(detector._of_all, "bearing", lambda there: everything)
    for text, seen in zip(texts, quick, strict=True):
        assert detector.triage(text) == seen, text
