"""A day by its number and "this month" or "last month", with its weekday or without, and with no "th" behind it."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.reading.reader import read, read_date

TODAY = date(2026, 5, 22)  # a Friday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("my last was Monday the 4 of this month", "2026-05-04"),
        ("the last one was the 4 of this month", "2026-05-04"),
        ("last one on 6 of this month", "2026-05-06"),
        ("I had it the 9 of last month", "2026-04-09"),
        ("it was on the 3rd of the last month", "2026-04-03"),
        ("last jab was Tuesday 14 of last month", "2026-04-14"),
        ("last dose: Monday, the 4 of the month", "2026-05-04"),
        ("I got the last one on 7 of the month", "2026-05-07"),
        ("the 7 of the month", "2026-05-07"),
        ("the last one was the 15 this month", "2026-05-15"),
        ("had it on the 20 of previous month", "2026-04-20"),
        ("it was the day 5 of the current month", "2026-05-05"),
    ],
)
def test_the_number_and_the_month_are_one_date(text: str, day: str) -> None:
    """The weekday beside them is never read as another day."""
    found = read_date(text, today=TODAY)
    assert (found.date and found.date.isoformat(), found.role) == (day, "last")


@pytest.mark.parametrize("text", ["last was Monday the 5 of this month", "the last one was Sunday 14 of last month"])
def test_a_weekday_that_does_not_fit_is_asked(text: str) -> None:
    """The weekday or the number is a slip."""
    found = read_date(text, today=TODAY)
    assert found.date is None
    assert found.question is not None


@pytest.mark.parametrize(
    "text",
    [
        "weekly, I have had 2 of this month's injections",
        "weekly, had 2 of 4 this month",
        "every 2 weeks, I need 2 this month",
        "monthly, on the 2 of every month",
        "weekly, 3 of them last month",
    ],
)
def test_a_number_that_counts_is_no_day(text: str) -> None:
    """So many of a month, and a day of every month, date no dose."""
    assert [mention.role for mention in read(text, today=TODAY).dates if mention.role == "last"] == []
