"""The three questions: which of them is asked for, what brings a note back, and for whom something is written down."""

from __future__ import annotations

import pytest

from b12guide.diary.asks_doctor import questions_told
from b12guide.diary.check_words import NOW, asks_check, which_question
from b12guide.diary.gone_words import brings_back
from b12guide.diary.note_words import note_in
from b12guide.diary.page_words import asks_what_page_says
from b12guide.diary.pieces import notes_in


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("ok what's the 2nd question?", 1),
        ("next question please", 0),
        ("question 3", 2),
        ("go on with the questions", 0),
        ("what is the last question", 2),
        ("I have a question", None),
        ("what is the next injection", None),
        ("tired", None),
    ],
)
def test_which_question(text: str, place: int | None) -> None:
    """By its place, or the one that is open."""
    assert which_question(text, 0) == place


def test_they_are_asked_for_in_passing() -> None:
    """Whatever is said behind it."""
    assert asks_check("then ask me the 3 questions now I guess") == NOW


@pytest.mark.parametrize(
    "text", ["nooo that was the good one, bring it back", "oops wrong one", "put that note back", "undo"]
)
def test_brings_back(text: str) -> None:
    """In any words."""
    assert brings_back(text)


@pytest.mark.parametrize("text", ["get back to me", "can you bring my jab forward", "the pain came back", "undo done"])
def test_brings_nothing_back(text: str) -> None:
    """What else comes back."""
    assert not brings_back(text)


@pytest.mark.parametrize(
    "whom", ["for the dr", "for my doc", "to show the nurse", "for when i see the doctor", "for dr smith"]
)
def test_for_whom_is_no_note(whom: str) -> None:
    """The sentence before is."""
    assert [one.words for one in notes_in(f"woke up twice and felt weak. write that down {whom}")] == [
        "woke up twice and felt weak."
    ]
    assert note_in(f"write that down {whom}") == ""


def test_questions_for_the_doctor() -> None:
    """By whom they are for."""
    assert questions_told("and another question for the dr: do I need a nerve test?") == "do I need a nerve test?"
    assert questions_told("one more for the gp: why monthly?") == "why monthly?"
    assert questions_told("question for you: can I swim?") is None


def test_what_the_page_says() -> None:
    """And nothing else."""
    assert asks_what_page_says("what does the page say", just=False)
    assert asks_what_page_says("I can't see a link. What does it say?", just=True)
    assert not asks_what_page_says("what does it say on the box", just=True)
    assert not asks_what_page_says("what does it say", just=False)
