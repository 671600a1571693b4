"""Single doses of a known plan: one off its day, the one before the last, how early one was, what follows from one."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 2, 3)
ASKED = (
    "I have noted the one on Thursday 14 January 2027. Clinics count in 2 ways. If it stays on the 12th of each month, "
    "the next one is on Friday 12 February 2027. Counted from the day it was given, it is on Sunday 14 February 2027. "
    "Which date is the next one?"
)


def _off() -> Talk:
    chat = Talk(TODAY)
    assert chat.say("on the 12th of every month, last one 14 January")[0].removeprefix("I can work that out. ") == ASKED
    return chat


@pytest.mark.parametrize(
    "text",
    ["it was a one-off, the plan is still the 12th", "Friday 12 February 2027", "only this once, it stays on the 12th"],
)
def test_it_stays_on_its_day(text: str) -> None:
    """One that was had on another day changes nothing of the plan."""
    assert _off().say(text)[:3] == [
        "On the 12th of each month.",
        "The next one is on Friday 12 February 2027.",
        "After that: Friday 12 March and Monday 12 April 2027.",
    ]


@pytest.mark.parametrize("text", ["they count from the 14th", "Sunday 14 February 2027", "from now on it's the 14th"])
def test_it_counts_on_from_the_day_it_was_had(text: str) -> None:
    """Where the clinic counts from that day, so does the plan."""
    assert _off().say(text)[:2] == [
        "Every month. The last one was on Thursday 14 January 2027.",
        "The next one is on Sunday 14 February 2027.",
    ]


def test_the_other_way_is_told_afterwards() -> None:
    """What would follow from the day that it was had is said, and the plan stays."""
    chat = _off()
    chat.say("it stays on the 12th")
    lines = chat.say("yes. and if they counted from the 14th, when would it be?")
    assert (
        lines[0]
        == "Counted every month from Thursday 14 January 2027, the next one would be on Sunday 14 February 2027."
    )
    assert chat.say("when is my next?")[0] == "Your next injection is on Friday 12 February 2027."


def test_the_one_before_the_last() -> None:
    """Told after the last one, it says how early that was; both ways to count are shown and the clinic asked."""
    chat = Talk(TODAY)
    chat.say("every 8 weeks, last one today")
    lines = chat.say("yes. the one before was 14 December")
    assert lines[:2] == [
        "You had this one early. By your plan it is due on Monday 8 February 2027.",
        "You had it on Wednesday 3 February 2027.",
    ]
    assert lines[-1] == "Which date did your clinic give you for the next one? Theirs is the one that counts."
    early = "It was due on Monday 8 February 2027. You had it on Wednesday 3 February 2027. That is 5 days early."
    assert chat.say("how early was it?")[0] == early
    assert chat.say("when was it supposed to be?")[0] == early


@pytest.mark.parametrize(
    "text", ["what day was I due, from the 14 dec one", "when was it due, counted from 14 December?"]
)
def test_what_was_due_from_a_day(text: str) -> None:
    """A day that is only counted from is no failure, and none of next year."""
    chat = Talk(TODAY)
    chat.say("every 8 weeks, last one today")
    chat.say("yes")
    assert chat.say(text)[0] == (
        "Counted every 8 weeks from Monday 14 December 2026, the next one would be on Monday 8 February 2027."
    )


@pytest.mark.parametrize(
    "text", ["is the 3rd one of mine?", "what about the 3rd?", "is 30 february mine?", "what about the 3 feb one"]
)
def test_today_or_no_day_has_an_answer(text: str) -> None:
    """A question about today, or about a day that there is not, is answered."""
    chat = Talk(TODAY)
    chat.say("every 8 weeks, last one today")
    chat.say("yes")
    assert chat.say(text) or chat.moves(text) == []


@pytest.mark.parametrize(
    "text", ["moved from 12 February to 15 February", "we're away from the 14th to the 20th", "start from 12 April"]
)
def test_a_day_from_which_nothing_is_counted(text: str) -> None:
    """A date that was moved, and a journey, are read as before."""
    chat = Talk(TODAY)
    chat.say("every 8 weeks, last one 14 December")
    chat.say("yes")
    assert not any(name == "counted_from" for _, name, _ in chat.moves(text))


@pytest.mark.parametrize(
    "text", ["I can't do the 8th", "the 8th clashes with work, do I ring them?", "can I just have it on 9 Feb instead?"]
)
def test_a_date_that_does_not_suit(text: str) -> None:
    """Only the clinic moves one, and no day in it is one that was had."""
    chat = Talk(TODAY)
    chat.say("every 8 weeks, last one 14 December")
    assert chat.say(text)[:2] == [
        "By your plan it is on Monday 8 February 2027.",
        "Only your clinic can move it. Ask them. If they agree, tell me the new date and I will keep it.",
    ]


def test_the_one_after_that_is_held_against_a_day() -> None:
    """ "And the one after that, still the 5th?" is answered yes or no."""
    chat = Talk(TODAY)
    chat.say("every 8 weeks, last one 14 December")
    chat.say("yes")
    assert chat.say("and the one after that, still 5 April?")[0] == "Yes. It is on Monday 5 April 2027."
    assert chat.say("and the one after that, is it 1 June?")[0] == "No. It is on Monday 31 May 2027."
    assert (
        chat.say("what is the one after 5 April?")[0]
        == "After Monday 5 April 2027, the next one is on Monday 31 May 2027."
    )


def test_whether_the_clinic_can_move_it_beside_a_yes() -> None:
    """The plan is kept, and who can move a date is said."""
    chat = Talk(TODAY)
    chat.say("every 8 weeks, last one 14 December")
    lines = chat.say("yes that's right. so could they move the 8th, who do I speak to")
    assert lines[1].startswith("Only your clinic can move it.")
    assert chat.kept is not None
    assert chat.kept["confirmed"]
