"""Days of Advent, the day straight after one with a name, and days named by what moves from year to year."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.reading.advent import advent_sunday
from b12guide.plan.reading.reader import Reading, read, read_date

TODAY = date(2027, 1, 20)


def said(text: str, country: str = "GB", today: date = TODAY) -> Reading:
    return read(f"every 8 weeks, {text}", today=today, country=country)


@pytest.mark.parametrize(
    ("year", "day"), [(2022, date(2022, 11, 27)), (2023, date(2023, 12, 3)), (2026, date(2026, 11, 29))]
)
def test_advent_begins_on_the_fourth_sunday_before_christmas(year: int, day: date) -> None:
    """Also where Christmas Eve is a Sunday, and where Christmas is."""
    assert advent_sunday(year) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("last one was the first wednesday in advent", date(2026, 12, 2)),
        ("last one was the first sunday of advent", date(2026, 11, 29)),
        ("last one on advent sunday", date(2026, 11, 29)),
        ("had it on the third friday of advent", date(2026, 12, 18)),
        ("had it the monday after advent sunday", date(2026, 11, 30)),
        ("it was the 2nd tuesday during advent", date(2026, 12, 8)),
        ("the last one was the thursday straight after boxing day", date(2026, 12, 31)),
    ],
)
def test_a_day_of_advent_is_one_date(text: str, day: date) -> None:
    """Each counted from its first Sunday, and of the Advent that has been."""
    reading = said(text)
    assert [(mention.date, mention.role) for mention in reading.dates] == [(day, "last")]
    assert reading.questions == ()


def test_the_same_in_an_answer() -> None:
    """Asked when the last one was."""
    assert read_date("the first Wednesday in Advent", today=TODAY, country="GB").date == date(2026, 12, 2)


@pytest.mark.parametrize(
    "words", ["straight after", "right after", "directly after", "just after"]
)  # fmt: skip
def test_straight_after_a_holiday_is_not_the_holiday(words: str) -> None:
    """The weekday behind it is the day, and the holiday is none that could be meant."""
    reading = said(f"last one the wednesday {words} australia day", "AU", date(2027, 2, 5))
    assert [mention.date for mention in reading.dates] == [date(2027, 1, 27)]
    assert reading.questions == ()


@pytest.mark.parametrize(
    "text",
    [
        "had it a wednesday in advent",
        "had it the friday before the first fast",
        "last one was the thursday before ramadan began",
        "had it the monday after eid",
        "the last one was the first day of ramadan",
        "had it two days after eid al fitr",
        "had it the tuesday of passover",
    ],
)
def test_a_day_named_by_what_is_not_known_is_asked(text: str) -> None:
    """No weekday near today is taken, nor offered."""
    reading = said(text, today=date(2027, 3, 20))
    assert reading.dates == ()
    assert [question.options for question in reading.questions] == [()]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("last one was monday, i am fasting", date(2027, 1, 18)),
        ("last one on friday 15 january, it was before the fast", date(2027, 1, 15)),
        ("had it the wednesday after boxing day", date(2026, 12, 30)),
    ],
)
def test_a_day_that_is_told_beside_a_feast_stays(text: str, day: date) -> None:
    """What has its own day is read as before."""
    assert day in [mention.date for mention in said(text).dates]
