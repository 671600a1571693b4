"""How many there are before a day or an event is counted, with the dates."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 2, 3)
PLAN = "every 10 weeks, last one 11 January 2027"  # 22 March, 31 May, 9 August 2027
TWO = "2 before Thursday 10 June 2027: Monday 22 March and Monday 31 May 2027."


def _kept() -> Talk:
    chat = Talk(TODAY)
    chat.say(PLAN)
    chat.say("yes")
    return chat


@pytest.mark.parametrize(
    "text",
    [
        "how many before our wedding on 10 June?",
        "How many jabs will I have before the move, which is 10 June?",
        "and how many more shots before june 10th?",
    ],
)
def test_those_before_an_event_are_counted(text: str) -> None:
    """The number and the dates, and the one after the event."""
    lines = _kept().say(text)
    assert TWO in lines or "2 injections: Monday 22 March and Monday 31 May 2027." in lines


def test_a_yes_in_front_does_not_swallow_it() -> None:
    """The plan is kept, and the question answered."""
    chat = Talk(TODAY)
    chat.say(PLAN)
    assert TWO in chat.say("aye that's right, so how many before the wedding on 10 June?")
    assert chat.kept is not None
    assert chat.kept["confirmed"]


def test_the_event_is_named_again() -> None:
    """A number in mind is held against the day that was named before."""
    chat = _kept()
    chat.say("how many before the wedding on 10 June?")
    assert chat.say("so that's 2 before the wedding then?")[:2] == ["Yes, that is right.", TWO]
    assert chat.say("is that 3 before then?")[:2] == ["Not quite.", TWO]


def test_it_is_asked_before_the_plan_is_known() -> None:
    """How often and when last is asked, and the number comes with the plan."""
    chat = Talk(TODAY)
    assert chat.say("how many of my jabs come before the birth on 10 June?")[0].startswith("I can work that out.")
    assert TWO in chat.say(PLAN)


@pytest.mark.parametrize(
    "text",
    [
        "how many days before I feel better?",
        "is it ok to have 2 coffees before 9 in the morning?",
        "how many had I had before the last one?",
        "I had 2 before christmas",
    ],
)
def test_what_is_no_count_of_dates(text: str) -> None:
    """Of other things before something nothing is counted."""
    assert not any(name == "many_before" for _, name, _ in _kept().moves(text))
