"""A weekday of each month, told beside the first injection of a course."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.reading.reader import read


@pytest.mark.parametrize(
    "text",
    [
        "the last Monday of every month for 6 injections. The first injection was on Monday 26 January 2026.",
        "every month on the last Monday for 6 injections, first was on 26 January 2026",
        "last monday of each month, 6 injections. first 26 Jan 2026",
        "the last Monday in the month for 6 injections. first one 26 January 2026",
    ],
)
def test_the_last_monday_of_each_month_is_no_last_injection(text: str) -> None:
    """The weekday stays a part of the plan, and the first injection keeps its day."""
    found = read(text, today=date(2026, 3, 5))
    assert [(one.days_of_week, one.week_of_month, one.count) for one in found.phases] == [(("mon",), -1, 6)]
    assert [(one.role, one.date) for one in found.dates] == [("first", date(2026, 1, 26))]
