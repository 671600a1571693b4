"""The log of doses in a conversation: what nobody said was given is asked, and what was said is kept."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.dates.log import Given
from b12guide.plan.talk.state import State
from tests.plan.talk.dialogue_chat import ASK_PAST, CONFIRM, Chat, confirmed

COURSE = "3 times a week on mondays, wednesdays and fridays for 2 weeks then every 12 weeks. first one 2 november 2026"
TODAY = date(2026, 11, 11)
NOTED = (
    "I have noted that. A missed one was not given. Do not have 2 to catch up. Call your clinic: they say what comes "
    "next. Which was the last one that you had?"
)


def test_a_first_date_in_the_past_supposes_no_dose() -> None:
    """The doses between the first one and today are asked about, and no date is given."""
    chat = Chat(TODAY)
    assert chat.say(COURSE) == [f"I can work that out. {ASK_PAST}"]
    assert chat.last.kind == "ask"
    assert chat.dates == []
    assert chat.last.buttons == ("Yes, all of them", "No, not all")


def test_all_of_them_counts_on_from_the_latest() -> None:
    """Five were due before today, so the sixth is next, today."""
    chat = Chat(TODAY)
    chat.say(COURSE)
    assert chat.say("Yes, all of them", None)[-1] == CONFIRM
    assert chat.dates[:2] == ["2026-11-11", "2026-11-13"]


def test_not_all_asks_for_the_last_and_the_number() -> None:
    """A missed dose was not given; which of the course the last one was is asked, never counted by the plan."""
    chat = Chat(TODAY)
    chat.say(COURSE)
    assert chat.say("missed one or two", None) == [NOTED]
    assert chat.last.buttons[-1] == "Monday 9 November 2026"
    assert chat.say("Friday 6 November 2026", None)[0].startswith("How many of the 6 injections")
    chat.say("2", None)
    assert chat.dates[:2] == ["2026-11-09", "2026-11-11"]


@pytest.mark.parametrize("text", ["only had 3 so far", "5 of the 6 loading ones", "i've had 2 out of 5 weekly ones"])
def test_how_many_were_had_is_no_part_of_the_plan(text: str) -> None:
    """The number goes to the log; the date of the last of them is asked."""
    chat = Chat(TODAY)
    chat.say(COURSE)
    number = next(int(word) for word in text.split() if word.isdigit())
    assert chat.say(text, None) == [f"You have had {number} of them. When was the last one?"]


def test_how_many_and_when_give_the_rest_of_the_course() -> None:
    """Three given, the last one on the 9th: three are left, and the part that follows counts from the last of them."""
    chat = Chat(TODAY)
    chat.say(COURSE)
    chat.say("only had 3 so far", None)
    chat.say("9 november", None)
    assert chat.dates == ["2026-11-11", "2026-11-13", "2026-11-16", "2027-02-08"]


def test_days_that_pass_are_asked_about_too() -> None:
    """A plan that was confirmed supposes nothing of the days that came after."""
    chat = confirmed("weekly for 4 weeks then monthly, first one 9 november 2026", TODAY)
    chat.today = date(2026, 11, 25)
    assert chat.say("when is my next one?", "next") == [f"I can work that out. {ASK_PAST}"]
    assert chat.say("yes") == ["Your next injection is on Monday 30 November 2026."]


def test_a_booked_date_that_passed_is_asked_about() -> None:
    """No date and no file until it is known whether that dose was given."""
    chat = confirmed("every 12 weeks, last one 7 september 2026", TODAY)
    chat.say("they moved it to 2 december", "given")
    chat.say("yes")
    chat.today = date(2026, 12, 5)
    asked = "I can work that out. Your clinic booked Wednesday 2 December 2026. Did you have it?"
    assert chat.say("next?", "next") == [asked]
    assert chat.last.links == ()
    assert chat.say("Yes, I had it", None) == ["Your next injection is on Wednesday 24 February 2027."]


def test_a_booked_dose_that_was_not_given_is_not_counted() -> None:
    """The clinic's new date is asked for, and the plan counts from that."""
    chat = confirmed("every 12 weeks, last one 7 september 2026", TODAY)
    chat.say("they moved it to 2 december", "given")
    chat.say("yes")
    chat.today = date(2026, 12, 5)
    chat.say("next?", "next")
    assert chat.say("No, I did not", None) == [
        "Please call your clinic and ask when to have it. Do not have 2 to catch up. "
        "Which date did your clinic give you?"
    ]
    assert "The next one is on Wednesday 9 December 2026." in chat.say("9 december", None)


def test_a_dose_told_of_is_logged_with_how_sure() -> None:
    """ "I think" is kept as not sure, and the log comes back from JSON as it was."""
    chat = Chat(TODAY)
    chat.say("every 12 weeks, last one was i think on 7 september 2026")
    state = State.from_json(chat.kept)
    if state.anchor is not None:
        assert state.given == (Given(date(2026, 9, 7), sure=False, loading=False),)
    assert State.from_json(state.to_json()) == state
