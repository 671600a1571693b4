"""What the encoder of plans learns from."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from b12guide.content.ways import held_back
from b12guide.rasa.train import phrases
from b12guide.shared import content
from b12guide.understanding.sign_model import CRISIS, EMERGENCY, NO_SIGN, URGENT
from reports._labelled import read_sets
from tests.conftest import ROOT
from tune.talk import Talk, read
from tune.talk_lessons import MORE, SIGNS, TALK, main, of_phrases, of_questions, of_talk


@pytest.mark.parametrize(
    ("intent", "measures"),
    [(EMERGENCY, (1, 1, 1)), (CRISIS, (1, 1, 1)), (URGENT, (0.5, 1, 1)), ("typical_dose", (0, 0, -1))],
)
def test_what_a_phrase_teaches(intent: str, measures: tuple[float, ...]) -> None:
    """Its intent, and what it says of signs: an urgent one lies half way, and without words of alarm none is meant."""
    assert list(of_phrases([("x", intent)])) == [{"text": "x", "measures": measures, "intent": intent}]


def test_words_of_alarm_without_a_sign_have_no_intent() -> None:
    """They teach what is no sign, and so do all lessons of signs alone."""
    assert list(of_phrases([("x", NO_SIGN)])) == [{"text": "x", "measures": (0, 0, 0)}]
    assert list(of_phrases([("x", EMERGENCY)], intents=False)) == [{"text": "x", "measures": (1, 1, 1)}]


def test_what_is_held_back_is_no_lesson() -> None:
    """About each fifth way to ask is never taught, whatever signs stand in it; the question itself always is."""
    questions = list(content().questions.values())
    taught = {lesson["text"] for lesson in of_questions(questions, {})}
    kept = [way for one in questions for way in one.ask if held_back(way)]
    every = sum(len(one.ask) for one in questions)
    assert 0.17 < len(kept) / every < 0.23
    assert not taught & set(kept) - {one.question for one in questions}
    assert {one.question for one in questions} <= taught
    assert held_back("Is it safe?") == held_back("is it safe")


def test_a_message_about_a_plan_is_calm_unless_it_tells_of_a_sign() -> None:
    """Beside a symptom or a feeling nothing is taught of signs."""
    calm, sign = Talk("had it 5 May", ((7, 12, "last"),), ("tells_dose",)), Talk("my arm is numb", (), ("sign",))
    found = list(of_talk([calm, sign]))
    assert [one["measures"] for one in found] == [(0, 0, -1), (-1, -1, -1)]
    assert (found[0]["spans"], found[0]["acts"]) == (((7, 12, "last"),), ("tells_dose",))


def test_the_files_of_lessons() -> None:
    """They have no intents but those of signs, and no phrase twice, nor one of the training phrases."""
    own = phrases(MORE, SIGNS)
    assert {intent for _, intent in own} <= {EMERGENCY, CRISIS, URGENT, NO_SIGN, "calm"}
    texts = [text for text, _ in own]
    assert len(texts) == len(set(texts))
    assert not set(texts) & {text for text, _ in phrases()}


def test_no_lesson_is_a_test() -> None:
    """No message that warning signs are measured on stands in these files."""
    asked = {message.text for message in read_sets(ROOT.glob("tests/safety*/sets/*.jsonl"))}
    assert asked
    assert not asked & {text for text, _ in phrases(MORE, SIGNS)}


def test_the_file_is_written(tmp_path: Path) -> None:
    """One JSON object a line; without a name the usage is printed."""
    assert main([]) == 2
    assert main([str(tmp_path / "lessons.jsonl")]) == 0
    lines = (tmp_path / "lessons.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) > 60_000
    assert set(json.loads(lines[0])) == {"text", "measures", "intent"}


def test_the_tags_and_acts_of_messages_are_those_that_are_explained() -> None:
    """A word that the page does not name would be a lesson of its own."""
    page = (TALK / "README.md").read_text(encoding="utf-8")
    tags, acts = page.split("## Tags")[1].split("## Acts")
    acts = acts.split("## Rules")[0]
    said = list(read(TALK))
    assert {tag for one in said for *_, tag in one.spans} <= set(re.findall(r"^(?:- )?([a-z]+)", tags, re.M)) | {"to"}
    assert {act for one in said for act in one.acts} <= set(re.findall(r"[a-z_]+", acts))
