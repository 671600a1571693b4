"""A plan for one day of the week, and a dose that was had on another: it counts, and the plan goes on."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.dialogue_chat import CONFIRM
from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 4, 14)  # a Wednesday
KEPT = "The one on {} 2027 was on another day than usual. I kept to your plan: {}."


@pytest.mark.parametrize(
    ("plan", "had", "often", "following"),
    [
        (
            "every tuesday, last one was monday 12 april",
            "Monday 12 April",
            "every week on Tuesdays",
            "Tuesday 20 April",
        ),
        (
            "weekly on fridays but the last was thursday 8 april",
            "Thursday 8 April",
            "every week on Fridays",
            "Friday 16 April",
        ),
        (
            "every second monday, last one saturday 10 april",
            "Saturday 10 April",
            "every 2 weeks on Mondays",
            "Monday 26 April",
        ),
        (
            "every other thursday, had the last one on friday 9 april",
            "Friday 9 April",
            "every 2 weeks on Thursdays",
            "Thursday 22 April",
        ),
    ],
)
def test_a_day_beside_the_planned_one(plan: str, had: str, often: str, following: str) -> None:
    """One that was had a day or two off took that one's place; the next is on the plan's own day, which is said."""
    chat = Talk(TODAY)
    said = chat.say(plan)
    assert chat.last.plan is not None
    assert KEPT.format(had, often) in said
    assert any(following in line for line in said)
    assert said[-1] == CONFIRM
    assert [dose["day"] for dose in chat.kept["given"]] if chat.kept else []


def test_in_the_middle_of_two_planned_days() -> None:
    """Three days from one and four from the other: both dates are offered, and one answer ends it."""
    chat = Talk(TODAY)
    said = chat.say("every monday, last one was thursday 8 april 2027")
    assert said[-1].endswith("Which date is the next one: Monday 12 April 2027 or Monday 19 April 2027?")
    assert chat.say("the 19th")[-1] == CONFIRM


def test_one_that_was_early_skips_none() -> None:
    """Where the planned one is still to come, which of the two is next is asked."""
    chat = Talk(TODAY)
    chat.say("every thursday, last one was 8 april 2027")
    chat.say("yes")
    said = chat.say("had it today")
    assert said[-1].endswith("Which date is the next one: Thursday 15 April 2027 or Thursday 22 April 2027?")
