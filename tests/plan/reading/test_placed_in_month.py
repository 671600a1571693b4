"""A day of the week by its place in the month, said beside "every month", is one interval."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.reading.reader import read

TODAY = date(2027, 9, 2)


@pytest.mark.parametrize(
    ("text", "week", "day"),
    [
        ("the last friday of the month, every month", -1, "fri"),
        ("every month, on the second wednesday of the month", 2, "wed"),
    ],
)
def test_said_twice_it_is_one(text: str, week: int, day: str) -> None:
    """Both say the same month."""
    found = read(text, today=TODAY, country="GB")
    (phase,) = found.phases
    assert (phase.period, phase.unit, phase.week_of_month, phase.days_of_week) == (1, "mo", week, (day,))
    assert not found.questions


def test_another_gap_beside_it_is_asked() -> None:
    """Every 3 months and the first Friday of each month are two plans."""
    assert read("every 3 months, on the first friday of the month", today=TODAY, country="GB").questions
