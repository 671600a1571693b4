"""The same day of every month, told by its number alone, and what is none."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.reading.reader import read

TODAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("text", "months", "day"),
    [
        ("once a month, on 17 of every month", 1, 17),
        ("one time in month, always on 17", 1, 17),
        ("each month on the 17th", 1, 17),
        ("always on day 17, every month", 1, 17),
        ("one injection per month, on date 17", 1, 17),
        ("monthly at my surgery, always the 12th", 1, 12),
        ("every 3 months, always on the 5th", 3, 5),
        ("every other month on the 9th", 2, 9),
        ("every 2 months on 9", 2, 9),
    ],
)
def test_the_day_is_kept(text: str, months: int, day: int) -> None:
    """It is how often, and on which day."""
    (phase,) = read(text, today=TODAY, country="GB").phases
    assert (phase.period, phase.unit, phase.days_of_month) == (months, "mo", (day,))


@pytest.mark.parametrize(
    "text",
    [
        "every month on 17 november",
        "monthly, the 17th was my last",
        "once a month, on the 17th of november I had the last",
        "every month, on 3 occasions I was late",
        "b12 every month, last on 17/11/2026",
        "every month, last 17 november",
    ],
)
def test_a_day_of_one_month_is_none(text: str) -> None:
    """It is monthly, on whatever day the last one was."""
    (phase,) = read(text, today=TODAY, country="GB").phases
    assert (phase.period, phase.unit, phase.days_of_month) == (1, "mo", ())


def test_weeks_have_no_day_of_a_month() -> None:
    """A day that is told beside weeks is none of theirs."""
    (phase,) = read("every 12 weeks always on 17", today=TODAY, country="GB").phases
    assert (phase.period, phase.unit, phase.days_of_month) == (12, "wk", ())


def test_the_month_of_the_next_one_says_nothing_more() -> None:
    """What lies in the stretch that is named is counted, and not asked for; another stretch is asked about."""
    fits = read("every month on day 17. Last was 17 november, so next is in december", today=TODAY, country="GB")
    other = read("every 12 weeks, last 2 november, next is in february", today=TODAY, country="GB")
    assert not fits.questions
    assert other.questions
