"""What is said to the question which of several notes is meant."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.diary.notes import note_of
from b12guide.diary.which_note import chosen

NOTES = [
    note_of("stiff knees, ate well", date(2026, 3, 5)),
    note_of("stiff neck", date(2026, 4, 20)),
    note_of("stiff hands and neck", date(2026, 4, 23)),
]


def _day(words: str) -> date | None:
    return date(2026, 4, 20) if "20" in words else None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the first one", [0]),
        ("number 3 please", [2]),
        ("the last", [2]),
        ("the oldest", [0]),
        ("bottom one", [2]),
        ("the March one", [0]),
        ("the one from April", [1, 2]),
        ("20 April", [1]),
        ("Thursday's", [0, 2]),
        ("the one with knees in it", [0]),
        ("Ta. The word is knees.", [0]),
        ("knees", [0]),
        ("hands and neck", [2]),
        ("I meant the one about my hands", [2]),
        ("both", [0, 1, 2]),
        ("all of them please", [0, 1, 2]),
        ("never mind", []),
        ("leave them as they are", []),
        ("no", []),
    ],
)
def test_it_is_named(text: str, found: list[int]) -> None:
    """By its place in the list, its time, or a word; or none is."""
    told = chosen(text, NOTES, _day)
    assert told is not None
    assert list(told.notes) == [NOTES[place] for place in found]


@pytest.mark.parametrize(
    "text",
    [
        "when is my next one?",
        "my knees are stiff today",
        "I have knees like rocks",
        "stiff",
        "number 7",
        "what do you mean",
        "every 8 weeks",
        "thanks",
        "show my plan",
        "",
    ],
)
def test_something_else_is_said(text: str) -> None:
    """A question, how somebody is, and what names all or none of them alike."""
    assert chosen(text, NOTES, _day) is None
