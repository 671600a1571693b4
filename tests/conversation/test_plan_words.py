"""The words of a message for a plan: the day of one injection is no day of each week."""

from __future__ import annotations

import pytest

from b12guide.conversation.plan_words import of_one_day, plan_words
from tests.conversation.test_decide import WHO


@pytest.mark.parametrize(
    "text",
    ["my arm is bruised after mondays jab", "it bled a bit at fridays injection", "sore from last wednesdays shot"],
)
def test_the_day_of_one_injection_is_no_schedule(text: str) -> None:
    """As it would be with an apostrophe: nothing is read of how often they are."""
    assert "day's" in of_one_day(text)
    assert not [move for move in plan_words(None, text, WHO)[1] if move.name == "regimen"]


@pytest.mark.parametrize(
    "text", ["i have it on tuesdays", "my b12 is every week, mondays", "tuesdays and fridays for b12"]
)
def test_days_of_each_week_stay(text: str) -> None:
    """Who tells the days of a schedule is read as before."""
    assert of_one_day(text) == text
