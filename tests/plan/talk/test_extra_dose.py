"""An injection more than was planned is told from one that was given early, and from what might be."""

from __future__ import annotations

import pytest

from b12guide.plan import dialogue
from tests.plan.talk.dialogue_chat import confirmed

MONTHLY = confirmed("every 4 weeks, last one 2 march 2026").kept


@pytest.mark.parametrize(
    "text",
    [
        "they gave me a second jab by mistake",
        "by accident I had another injection this morning",
        "got one on monday and another today in error",
        "the locum gave her an extra shot yesterday",
        "I had two the same day",
        "mum had it twice today",
        "I've had 2 in 3 days now",
    ],
)
def test_one_more_than_was_planned(text: str) -> None:
    """By mistake, on the same day, or within days of a plan of weeks."""
    assert dialogue.tells_of_extra(MONTHLY, text)


@pytest.mark.parametrize(
    "text",
    [
        "I had it early, on the 3rd, instead of the 30th",
        "had another one today",
        "what if I took two on the same day by mistake?",
        "should I have an extra one before my holiday",
        "I had my b12 and the flu jab, both the same day",
        "every 4 weeks, two so far",
    ],
)
def test_none_more_than_was_planned(text: str) -> None:
    """Early instead of planned, the next one, what might be, and other injections."""
    assert not dialogue.tells_of_extra(MONTHLY, text)


def test_two_within_days_are_right_for_a_plan_of_days() -> None:
    """Every other day, two in three days are as planned."""
    kept = confirmed("every other day for 2 weeks, first one 4 march 2026").kept
    assert not dialogue.tells_of_extra(kept, "had 2 in 3 days")
