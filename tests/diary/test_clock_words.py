"""Times of the day as people say them, and whether one more reminder is wanted."""

from __future__ import annotations

from datetime import time

import pytest

from b12guide.diary.wish_changes import adds_one
from b12guide.diary.wishes import asked_of_reminders, asks_if_set, days_before, stops_all, time_of, wants_hours, when_of


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("text me on the day at half 9", time(9, 30)),
        ("half past ten on the day", time(10, 30)),
        ("the day before at quarter to eleven", time(10, 45)),
        ("quarter past 8 the day before", time(8, 15)),
        ("on the day, 9.15", time(9, 15)),
        ("half ten in the morning on the day", time(10, 30)),
        ("on the day at half seven in the evening", time(19, 30)),
        ("on the morning of it like half seven", time(7, 30)),
        ("in the morning at quarter to 7", time(6, 45)),
        ("half seven on the day", time(19, 30)),
        ("the day before at 8 in the evening", time(20)),
        ("the evening before at 8", time(20)),
        ("on the day at midnight", time(0)),
        ("remind me on the day at 9", time(9)),
        ("the week before, 10am", time(10)),
        ("3 weeks before", time(9)),
    ],
)
def test_a_time_is_read_as_it_is_said(text: str, at: time) -> None:
    """Never as the usual one where one is named."""
    assert when_of(text).at == at


@pytest.mark.parametrize(
    ("text", "days"), [("a couple days ahead", 2), ("couple of weeks before", 14), ("few days before", 3)]
)
def test_a_couple_of_days(text: str, days: int) -> None:
    """With and without "of"."""
    assert days_before(text) == days


@pytest.mark.parametrize("text", ["an hour before", "remind me 30 minutes ahead", "a few hours before it"])
def test_hours_before_are_heard(text: str) -> None:
    """So that it can be said that there are none."""
    assert wants_hours(text)
    assert not wants_hours("an hour later")
    assert time_of("nothing of the sort") is None


@pytest.mark.parametrize(
    ("text", "adds"),
    [
        ("one 3 days before as well", True),
        ("also on the morning of", True),
        ("and a text the week before, 11am", True),
        ("remind me 2 days before too", True),
        ("the day before instead", False),
        ("not on the day but the day before", False),
        ("change it to 2 days before", False),
        ("the week before would be better", False),
    ],
)
def test_one_more_or_another(text: str, adds: bool) -> None:
    """One takes the place of another only where that is said."""
    assert adds_one(text) is adds


@pytest.mark.parametrize(
    "text",
    [
        "are you still going to text me",
        "will you send me any more reminders",
        "am I down for texts",
        "am i still on your list",
    ],
)
def test_whether_any_are_set(text: str) -> None:
    """In any of these words."""
    found = asked_of_reminders(text)
    assert found is not None
    assert found.what == "listed"
    assert asks_if_set(text)


@pytest.mark.parametrize(
    ("text", "stops"), [("Stop", True), ("QUIT!", True), ("end please", True), ("stop the course?", False)]
)
def test_the_bare_word_of_phone_companies(text: str, stops: bool) -> None:
    """Alone, and beside nothing else."""
    assert stops_all(text) is stops
