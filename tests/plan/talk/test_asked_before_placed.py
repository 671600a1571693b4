"""A day is asked about while it is not known in which part of a plan the last dose was."""

from __future__ import annotations

from datetime import date

from b12guide.plan.model import Anchor, Phase
from b12guide.plan.talk.asked_days import day_meant, plan_days
from b12guide.plan.talk.state import State

TODAY = date(2026, 3, 9)


def test_nothing_is_counted_before_the_dose_is_placed() -> None:
    """Only the day that was told is one of the plan; a day that is asked about is read all the same."""
    parts = [Phase("loading", 1, 2, "d", count=7), Phase("maintenance", 1, 3, "mo")]
    state = State(phases=parts, anchor=Anchor("last", date(2026, 3, 3)))
    assert list(plan_days(state, TODAY)) == [date(2026, 3, 3)]
    assert day_meant("is it the 5th of March", state, TODAY) == date(2026, 3, 5)
