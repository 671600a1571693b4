"""Days of a journey told beside a plan, or before it: they are no doses, and which dose falls on them is said."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

FEBRUARY = date(2027, 2, 16)
ON_THE_SHIP = [
    "You are away from Saturday 6 March 2027 to Saturday 20 March 2027.",
    "These fall on those days: Saturday 13 March 2027.",
    "Ask your clinic if you can have them before or after.",
]


@pytest.mark.parametrize(
    "text",
    [
        "March 6 2027 to March 20 2027, that's when we SAIL. Every 2 weeks, last one Saturday Feb 13",
        "every 2 weeks, last one 13 February 2027. We're on a boat 6 to 20 March",
        "I'm in Goa from 6th March until 20th March. Shot every 2 weeks, last 13 February 2027. Any date in between?",
        "last b12 13 February 2027, every 2 weeks, away Mar 6 - Mar 20",
    ],
)
def test_a_journey_beside_the_plan(text: str) -> None:
    """The plan is counted from the last dose, and the dose that falls on the journey is named."""
    lines = Talk(FEBRUARY).say(text)
    assert lines[:2] == [
        "Every 2 weeks. The last one was on Saturday 13 February 2027.",
        "The next one is on Saturday 27 February 2027.",
    ]
    assert [line for line in lines if line in ON_THE_SHIP] == ON_THE_SHIP


@pytest.mark.parametrize(
    "text",
    [
        "I'm going on a CRUISE!! March 6 to March 20. What B12 shots fall inside the trip?",
        "We're in Goa 6 to 20 March, which of my injections fall in between?",
        "my holiday is 6 March to 20 March. Do I miss a jab?",
    ],
)
def test_a_journey_before_the_plan(text: str) -> None:
    """How often and when the last one was are asked first; then what falls on the journey is said."""
    chat = Talk(FEBRUARY)
    assert chat.say(text)[-1].startswith("I can work that out. How often do you have them?")
    chat.say("every 2 weeks")
    lines = chat.say("13 February")
    assert [line for line in lines if line in ON_THE_SHIP] == ON_THE_SHIP


def test_a_journey_asked_of_a_known_plan() -> None:
    """Both days by their months, in either order of day and month."""
    chat = Talk(FEBRUARY)
    chat.say("every 2 weeks, last one 13 February 2027")
    chat.say("yes")
    assert chat.say("I'm away March 6 to March 20, which shots fall in that?") == ON_THE_SHIP


def test_a_part_of_a_plan_is_no_journey() -> None:
    """Days that bound how long something is given bound a part of the plan."""
    lines = Talk(FEBRUARY).say("daily from 1 to 6 March 2027, then monthly")
    assert not any("away" in line for line in lines)


@pytest.mark.parametrize(
    "text",
    [
        "Then what to do, I take before going or after coming?",
        "do I have it before we leave or after we are back?",
        "so do I skip it or pack it?",
        "should i have it early before we go or wait till we're home?",
    ],
)
def test_before_or_after_is_for_the_clinic(text: str) -> None:
    """Neither is chosen, and nothing is skipped."""
    chat = Talk(FEBRUARY)
    chat.say("every 2 weeks, last one 13 February 2027")
    chat.say("yes")
    lines = chat.say(text)
    assert lines[0].startswith("Do not skip one on your own")
    assert lines[1] == "Your next injection is on Saturday 27 February 2027."


def test_a_list_of_doses_that_were_had_is_no_journey() -> None:
    """Two of its dates with "and" between them bound no days away."""
    chat = Talk(date(2026, 11, 25))
    said = chat.say("every 2 months, i've had three: june 9, august 9 and october 8")
    assert said[0].startswith("You told me of these: Tuesday 9 June 2026")
    assert not any("away" in line for line in said)
