"""What the second reader learns from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from b12guide.rasa.train import phrases
from b12guide.understanding.sign_model import CRISIS, EMERGENCY, NO_SIGN, URGENT
from reports._labelled import read_sets
from tests.conftest import ROOT
from tune.lessons import lessons, main, since

PAIRS = ROOT / "tune" / "lessons"


def test_which_phrases_are_lessons() -> None:
    """Every phrase with a sign or the words of one is a lesson, and a part of the others; the order does not matter."""
    others = [(f"question {number}", "typical_dose") for number in range(300)]
    telling = [("I can't breathe", EMERGENCY), ("I can't breathe for laughing", NO_SIGN), ("itchy", URGENT)]
    found = {str(lesson["text"]): lesson for lesson in lessons([*others, *telling])}
    assert {text for text, _ in telling} <= set(found)
    assert 60 < len(found) - len(telling) < 140
    again = {lesson["text"] for lesson in lessons([*telling, *reversed(others)])}
    assert set(found) == again


@pytest.mark.parametrize(
    ("intent", "emergency", "sign", "presence"),
    [(EMERGENCY, 1, 1, 1), (CRISIS, 1, 1, 1), (URGENT, 0.5, 1, 1), (NO_SIGN, 0, 0, 0)],
)
def test_what_a_lesson_says(intent: str, emergency: float, sign: float, presence: float) -> None:
    """An urgent sign lies half way between an emergency and none."""
    expected = {"text": "x", "emergency": emergency, "sign": sign, "presence": presence}
    assert list(lessons([("x", intent)])) == [expected]


def test_whether_words_of_alarm_are_meant_is_not_asked_of_others() -> None:
    """A question without such words teaches that it has no sign, and nothing of presence."""
    found = list(lessons((f"question {number}", "typical_dose") for number in range(30)))
    assert found
    assert {(one["emergency"], one["sign"], one["presence"]) for one in found} == {(0, 0, -1)}


def test_the_files_of_lessons() -> None:
    """They have the four intents alone, and no phrase twice, nor one that the first reader learns from."""
    own = phrases(PAIRS)
    assert {intent for _, intent in own} == {EMERGENCY, CRISIS, URGENT, NO_SIGN}
    texts = [text for text, _ in own]
    assert len(texts) == len(set(texts))
    assert not set(texts) & {text for text, _ in phrases()}


def test_no_lesson_is_a_test() -> None:
    """No message that warning signs are measured on stands in these files."""
    asked = {message.text for message in read_sets(ROOT.glob("tests/safety*/sets/*.jsonl"))}
    assert asked
    assert not asked & {text for text, _ in phrases(PAIRS)}


def test_the_file_is_written(tmp_path: Path) -> None:
    """One JSON object a line; without a name the usage is printed."""
    assert main([]) == 2
    assert main([str(tmp_path / "lessons.jsonl")]) == 0
    lines = (tmp_path / "lessons.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) > 15_000
    assert set(json.loads(lines[0])) == {"text", "emergency", "sign", "presence"}


def test_what_came_since_and_what_reminds() -> None:
    """All lessons of the files that are named, and of all others about a tenth, each text once."""
    new = {text for text, _ in phrases(PAIRS, "voices_04.yml")}
    found = [str(one["text"]) for one in since(["voices_04"])]
    everything = sum(1 for folder in (PAIRS, ROOT / "data" / "nlu") for _ in lessons(phrases(folder)))
    assert new <= set(found)
    assert len(found) == len(set(found))
    assert 0.07 < (len(found) - len(new)) / (everything - len(new)) < 0.13


def test_a_file_of_lessons_that_is_none_is_named() -> None:
    """Who names no file is told which one, and where it is looked for."""
    with pytest.raises(FileNotFoundError, match=r"voices_99\.yml: no such file of lessons\. NEW names files of "):
        list(since(["voices_99"]))
