"""Notes that are named by a place, a month or a weekday, and a note without a part of it."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.diary.named_notes import meant, of_time, put_right, without
from b12guide.diary.notes import note_of

NOTES = [
    note_of("low all morning, gums bled", date(2026, 3, 2)),
    note_of("walked to church, gums fine", date(2026, 4, 9)),
    note_of("slept badly", date(2026, 4, 14)),
]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("first", [0, 2]),
        ("second", [1]),
        ("oldest", [0]),
        ("older", [0]),
        ("newest", [2]),
        ("other", [0, 1]),
        ("first about my gums", [0, 1]),
        ("march", [0]),
        ("the gums in april", [1]),
        ("in April", [1, 2]),
        ("monday about gums", [0]),
        ("tuesday", [2]),
        ("in june", []),
        ("garden", []),
    ],
)
def test_a_note_is_named_by_its_place_or_its_time(words: str, found: list[int]) -> None:
    """ "The first" may be the latest one, which is read out first."""
    assert meant(NOTES, words) == [NOTES[place] for place in found]


def test_may_is_a_month_only_behind_a_word_of_time() -> None:
    """Or alone."""
    notes = [note_of("may try walking", date(2026, 3, 2)), note_of("slept", date(2026, 5, 3))]
    assert of_time(notes, "may") == notes[1:]
    assert of_time(notes, "in may") == notes[1:]
    assert of_time(notes, "the one I may try") == []


@pytest.mark.parametrize(
    ("note", "words", "left"),
    [
        ("low all morning, and my gums bled", "my gums", "low all morning"),
        ("low all morning, and my gums bled", "being low", "my gums bled"),
        ("knackered. ate well; slept", "tiredness", "ate well; slept"),
        ("pins and needles, slept", "needles", "slept"),
        ("slept badly", "sleep", ""),
        ("slept badly", "gums", None),
    ],
)
def test_a_part_of_a_note_goes(note: str, words: str, left: str | None) -> None:
    """The clauses that tell of it, by their words or by the symptom."""
    assert without(note, words) == left


def test_a_whole_sentence_takes_the_place_of_no_word() -> None:
    """What denies in a clause of its own puts no word right."""
    words = "it was just my gums, I was not low"
    assert put_right("low all morning", words) == words
    assert put_right("walked to the bank", "the shop, not the bank") == "walked to the shop"
