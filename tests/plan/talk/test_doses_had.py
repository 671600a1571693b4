"""Doses that are told of as had, in any words, and what is none of them."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.talk.doses_told import doses_told

TODAY = date(2026, 12, 11)  # a Friday


@pytest.mark.parametrize(
    ("text", "days", "place"),
    [
        ("no 3 done", (), 3),
        ("had number five today, bit early, nurse is away next week", (11,), 5),
        ("dose 2 done today. note: slept badly", (11,), 2),
        ("morning! jab #6 today", (11,), 6),
        ("all done, got it this morning", (11,), None),
        ("no text came today? did it anyway", (11,), None),
        ("I had on 6 December, stop the texts for a week", (6,), None),
        ("I had one on dec 4 AND today dec 11", (4, 11), None),
        ("i got mine 2 december and 9 december as well", (2, 9), None),
        ("u are missing 3 december, had one then too", (3,), None),
        ("forgot to tell you, got my third jab on tuesday", (8,), 3),
        ("log my 4th shot today dec 11 too, and when's the next one?", (11,), 4),
        ("had the second today instead of yesterday", (11,), 2),
        ("only just had it, was due yesterday", (11,), None),
        ("The nurse gave me my fourth one yesterday", (10,), 4),
        ("I got 5, 7 and 9 December", (5, 7, 9), None),
    ],
)
def test_a_dose_that_was_had(text: str, days: tuple[int, ...], place: int | None) -> None:
    """Its days, and its number where one is told."""
    told = doses_told(text, TODAY)
    assert told is not None
    assert ([day.day for day in told.days], told.place) == ([*days], place)


@pytest.mark.parametrize(
    "text",
    [
        "no shot today",
        "no jab done today",
        "shot #4 is today",
        "is my 4th shot today",
        "I've got my jab today",
        "I will have number 4 today",
        "if i had it today",
        "had it today?",
        "not done",
        "jab 3 not done",
        "had shot 3 today but it was cancelled",
        "4 done",
        "had another one today",
        "had two today",
        "had a blood test today",
        "had it in dec",
        "had it on the 25th december",
        "my next one is 18 december",
        "they booked me for 18 december",
        "the 4th is done",
        "add a note today sore arm",
        "i had the 9 dec one and 9 feb as well",
    ],
)
def test_no_dose_that_was_had(text: str) -> None:
    """What asks, denies, supposes, looks ahead or speaks of something else; a day that has not come."""
    assert doses_told(text, TODAY) is None


def test_what_else_is_said_is_left() -> None:
    """The rest of a message is read by who takes it; why a dose was late is not."""
    told = doses_told("Had no 4 today, a day late, the nurse was ill. Can you text me at 8?", TODAY)
    assert told is not None
    assert told.rest == "Can you text me at 8?"
