"""Two injections within days are too many for a plan of weeks or months, and right for one of days."""

from __future__ import annotations

import pytest

from b12guide.plan import dialogue
from tests.plan.talk.dialogue_chat import confirmed

MONTHLY = confirmed("every 4 weeks, last one 2 march 2026").kept


@pytest.mark.parametrize("text", ["I've had 2 in 3 days now", "had a jab. that is two within a couple of days"])
def test_too_many_for_the_plan(text: str) -> None:
    """Only the plan tells that it is too many."""
    assert dialogue.too_close(MONTHLY, text)


@pytest.mark.parametrize(
    "text",
    [
        "I had it early, on the 3rd, instead of the 30th",
        "what if I took two in 3 days?",
        "I had 2 flu jabs in 3 days",
        "every 4 weeks, two so far",
    ],
)
def test_none_more_than_was_planned(text: str) -> None:
    """Early instead of planned, what might be, and other injections."""
    assert not dialogue.too_close(MONTHLY, text)


def test_two_within_days_are_right_for_a_plan_of_days() -> None:
    """Every other day, two in three days are as planned."""
    kept = confirmed("every other day for 2 weeks, first one 4 march 2026").kept
    assert not dialogue.too_close(kept, "had 2 in 3 days")
