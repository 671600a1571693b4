"""A weekday with the number of its day, in any order and with small words between: the number says which one it is."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.reading.reader import read, read_date
from b12guide.plan.talk.outcome import Who
from b12guide.plan.talk.said_day import said_day

TODAY = date(2026, 5, 6)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("the first is tuesday coming, the 12th", "2026-05-12"),
        ("first one is friday, that's the 15th", "2026-05-15"),
        ("starting this friday the 8th", "2026-05-08"),
        ("i start on the 14th, the thursday", "2026-05-14"),
        ("my first is the 18th, which is a monday", "2026-05-18"),
        ("next one is thursday next, so the 14th", "2026-05-14"),
        ("next one next week, tuesday the 12th", "2026-05-12"),
        ("booked in for the 21st now, a thursday", "2026-05-21"),
        ("the next is the 20th (wednesday)", "2026-05-20"),
        ("last one was the friday just gone, 1st", "2026-05-01"),
        ("had the last one on the 23rd, it was a thursday", "2026-04-23"),
        ("last one: thursday - the 30th", "2026-04-30"),
        ("mine was monday, the 4th", "2026-05-04"),
        # What the next month has too is as far off as it was.
        ("monday's the 11th", "2026-05-11"),
    ],
)
def test_the_number_says_which_weekday(text: str, day: str) -> None:
    """One date, and no question which of two weekdays it is."""
    found = read_date(text, today=TODAY)
    assert (found.date and found.date.isoformat(), found.question) == (day, None)


@pytest.mark.parametrize(
    "text",
    [
        "first one is monday, the 12th",  # a Tuesday
        "the first is the 16th, a friday",  # a Saturday
        "first one monday or the 12th",
        "first one is the 12th, wednesday the 13th",
        "first monday and then the 14th",
    ],
)
def test_what_does_not_fit_is_asked(text: str) -> None:
    """A weekday that is not that of the number, a weekday alone and two days are no one day."""
    found = read_date(text, today=TODAY)
    assert found.date is None
    assert found.question is not None


@pytest.mark.parametrize("text", ["the 15th, monday to friday they are open", "the 15th and the tuesday after"])
def test_a_weekday_of_something_else_is_none_of_the_number(text: str) -> None:
    """Days on which somebody is open date nothing."""
    found = read_date(f"my next one is {text}", today=TODAY)
    assert found.date in (None, date(2026, 5, 15))


def test_a_month_behind_the_number_is_read_with_it() -> None:
    """The month goes before what is near."""
    found = read_date("the first is tuesday coming, the 12th of may", today=TODAY)
    assert found.date == date(2026, 5, 12)


@pytest.mark.parametrize("words", ["tuesday coming, the 12th", "the 12th, tuesday", "this tues, 12th"])
def test_a_part_that_was_heard_as_a_day_is_read_alike(words: str) -> None:
    """With no word around it."""
    assert said_day(words, "next", Who(TODAY)).date == date(2026, 5, 12)


def test_a_mark_between_weekday_and_date_is_no_doubt() -> None:
    """ "Wed - 15th April" is one date."""
    assert read_date("last: wed - 15th april", today=TODAY).date == date(2026, 4, 15)


@pytest.mark.parametrize(
    "text",
    ["last one was the 4th of the month", "had it on the 4th of the month", "it was monday, the 4th of the month"],
)
def test_the_day_of_the_month_on_which_one_was(text: str) -> None:
    """What was on a day says nothing of when each is."""
    reading = read(f"every 8 weeks. {text}", today=TODAY)
    assert [(phase.period, phase.unit) for phase in reading.phases] == [(8, "wk")]
    assert [mention.date for mention in reading.dates] == [date(2026, 5, 4)]


@pytest.mark.parametrize("text", ["i have it on the 4th of the month", "i've always had it on the 4th of the month"])
def test_the_day_of_the_month_on_which_each_is(text: str) -> None:
    """Where nothing says that it was that once."""
    assert [phase.days_of_month for phase in read(text, today=TODAY).phases] == [(4,)]
