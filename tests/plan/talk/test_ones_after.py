"""Days that are held against the plan."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.model import Anchor, Phase
from b12guide.plan.talk.ones_after import ALL_RIGHT, all_right
from b12guide.plan.talk.outcome import Who
from b12guide.plan.talk.state import State

TODAY = date(2026, 11, 30)
FRIDAYS = State(phases=(Phase("maintenance", 1, 1, "wk"),), anchor=Anchor("last", date(2026, 11, 27)), confirmed=True)


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("the 11th is on Thursday, right?", "weekday", "3/2026-12-11"),
        ("so 11 December, a Friday, right?", ALL_RIGHT, "2026-12-11/"),
        ("4 December then 11 December, is that right?", ALL_RIGHT, "2026-12-04,2026-12-11/"),
    ],
)
def test_a_day_of_the_plan_is_held_against_its_weekday_too(text: str, name: str, value: str) -> None:
    """A date that is right on a wrong day of the week is put right, and never called right."""
    move = all_right(text, FRIDAYS, Who(TODAY))
    assert move is not None
    assert (move.name, move.value) == (name, value)
