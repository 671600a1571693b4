"""Days of the week on which somebody works, or a clinic is open, are no days of a schedule."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.reading.reader import read

DAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    "beside",
    [
        "I teach on tuesdays",
        "i drive a van weekdays",
        "she usually works mondays and fridays",
        "my shifts are wednesdays",
        "we're always off thursdays",
        "the surgery is only open mondays",
        "i mind the kids on tuesdays and thursdays",
    ],
)
@pytest.mark.parametrize("text", ["every 6 weeks, last one 9 november, {}", "{}. every 6 weeks, last one 9 november"])
def test_a_plan_beside_somebodys_working_days(text: str, beside: str) -> None:
    """The plan is every 6 weeks, on no named day, and nothing is asked."""
    reading = read(text.format(beside), today=DAY)
    assert [(phase.period, phase.unit, phase.days_of_week) for phase in reading.phases] == [(6, "wk", ())]
    assert not reading.questions


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("every 6 weeks on tuesdays, last one 10 november", ("tue",)),
        ("i work nights and have it every 6 weeks on mondays, last one 9 november", ("mon",)),
        ("i work mondays so they give me my jab on tuesdays, every 6 weeks, last one 10 november", ("tue",)),
        ("the nurse gives me my injection on mondays, every 6 weeks, last one 9 november", ("mon",)),
    ],
)
def test_the_days_of_a_plan_stay(text: str, days: tuple[str, ...]) -> None:
    """Days that are told of the injections are theirs, whatever is told of work beside them."""
    assert [phase.days_of_week for phase in read(text, today=DAY).phases] == [days]
