"""How far two dates are apart, and why a plan by the month has not always as many weeks."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 2, 2)
FIVE = "From Wednesday 20 January 2027 to Wednesday 17 February 2027 it is 4 weeks."
FOUR = "From Wednesday 17 March 2027 to Wednesday 21 April 2027 it is 5 weeks."
FIXED = "It is not always the same. This Wednesday comes 4 or 5 weeks after the one before."


def _kept(plan: str = "on the third Wednesday of each month, last one 20 January") -> Talk:
    chat = Talk(TODAY)
    chat.say(plan)
    chat.say("yes")
    return chat


@pytest.mark.parametrize(
    "text",
    [
        "Why is it four weeks now when it was five weeks the time before?",
        "is it always 4 weeks, or sometimes 5 weeks?",
        "how come it's 5 weeks in the spring and not the same each time?",
    ],
)
def test_why_the_weeks_differ(text: str) -> None:
    """The reason, the weeks of the dates at hand, and who says if it suits; nobody is called late."""
    lines = _kept().say(text)
    assert lines[0] == FIXED
    assert lines[1] == FIVE
    assert FOUR in lines
    assert lines[-1] == "Whether that suits you is for your clinic to say."


def test_a_yes_in_front_is_a_yes_too() -> None:
    """The plan is kept, and the question answered."""
    chat = Talk(TODAY)
    chat.say("on the third Wednesday of each month, last one 20 January")
    assert chat.say("Thanks, yes. But why is it four weeks this time, and five weeks before?")[0] == FIXED
    assert chat.kept is not None
    assert chat.kept["confirmed"]


def test_a_plan_in_weeks_is_always_the_same() -> None:
    """Of a plan in weeks each gap is as long."""
    lines = _kept("every 6 weeks, last one 20 January").say("is it always 6 weeks from one to the next?")
    assert lines[0] == "By your plan it is the same each time."


def test_two_dates_and_the_one_after() -> None:
    """How many weeks lie between two dates that are named, and from there to the next one."""
    chat = _kept()
    assert chat.say("how many weeks are there from 17 March to 21 April?")[0] == FOUR
    lines = chat.say("How many weeks from 20 January to 17 February, and from then to the one after?")
    assert lines[:2] == [FIVE, "From Wednesday 17 February 2027 to Wednesday 17 March 2027 it is 4 weeks."]


@pytest.mark.parametrize(
    "text",
    [
        "why every 4 weeks and not every 5 weeks?",
        "they changed it to every 5 weeks",
        "it always wears off after 3 weeks, why?",
        "can I have it every 4 weeks this time?",
        "it was 5 weeks ago",
    ],
)
def test_another_question_about_weeks(text: str) -> None:
    """A gap that is wished for, set, or felt is none that the calendar makes."""
    assert not any(name == "uneven_weeks" for _, name, _ in _kept().moves(text))
