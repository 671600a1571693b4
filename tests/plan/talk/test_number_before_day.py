"""A number of doses before a day, which somebody counts."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.model import Anchor, Phase
from b12guide.plan.talk.message import Said
from b12guide.plan.talk.outcome import Who
from b12guide.plan.talk.so_many_before import many_before
from b12guide.plan.talk.state import State

TODAY = date(2027, 3, 10)
PLAN = State(phases=(Phase("maintenance", 1, 12, "wk"),), anchor=Anchor("last", date(2027, 3, 9)), confirmed=True)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("so that's 2 before 3 June?", "2027-06-03/2/"),
        ("so 2 before Thursday 3 June then?", "2027-06-03/2/"),
    ],
)
def test_a_number_is_held_against_the_plan(text: str, value: str) -> None:
    """Its day, and the number that is claimed."""
    assert [move.value for move in many_before(Said.of(text), PLAN, Who(TODAY))] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "first one?? the one before was Monday 7 December",
        "one before was monday 7 december, is it the same again?",
        "so 2 before Monday 3 June?",
        "the last one before 3 June?",
    ],
)
def test_a_dose_that_is_named_and_a_day_that_is_none_are_no_number(text: str) -> None:
    """No day is counted up to whose weekday says that it is of another year."""
    assert many_before(Said.of(text), PLAN, Who(TODAY)) == ()
