"""Dates that a plan is counted from: impossible ones, those to come, and the next one as the clinic gave it."""

from __future__ import annotations

import pytest

from tests.plan.talk.dialogue_chat import ASK_ANCHOR, CONFIRM, NEXT_12, Chat, confirmed


def test_a_date_that_does_not_fit_the_days_asks_for_the_next_one() -> None:
    """A plan for first Mondays is not counted from a Tuesday; the answer is a date to come."""
    chat = Chat()
    assert chat.say("first monday of the month, last was 3 march 2026") == [
        'I can work that out. Tuesday 3 March 2026 does not fit "every month on the first Monday". '
        "Which date is the next one?"
    ]
    assert "The next one is on Monday 6 April 2026." in chat.say("6 april")


def test_an_impossible_date_is_asked_for_again() -> None:
    """31/02 is no date, in the plan or as an answer."""
    chat = Chat()
    question = 'I could not place the date "31/02". Which day, month and year was it?'
    assert chat.say("every 12 weeks, last one 31/02") == [f"I can work that out. {question}"]
    assert chat.say("31/02") == [question]
    assert NEXT_12 in chat.say("9 february")


def test_a_last_date_in_the_future_is_asked_about() -> None:
    """Planned, or a slip: a planned one is the first of the dates to come."""
    chat = Chat()
    assert chat.say("every 12 weeks, last one 3 april 2026") == [
        "I can work that out. Friday 3 April 2026 is still to come. Is that one planned?"
    ]
    assert chat.last.buttons == ("It is planned", "The date is wrong")
    assert chat.dates == []
    assert "The next one is on Friday 3 April 2026." in chat.say("It is planned", None)


@pytest.mark.parametrize(("answer", "request_"), [("no", "deny"), ("The date is wrong", None)])
def test_a_wrong_date_is_asked_for_anew(answer: str, request_: str | None) -> None:
    """After a no the date is gone."""
    chat = Chat()
    chat.say("every 12 weeks, last one 3 april 2026")
    assert chat.say(answer, request_) == [ASK_ANCHOR]
    assert "Every 12 weeks. The last one was on Saturday 3 January 2026." in chat.say("3 january")


def test_another_date_answers_it() -> None:
    """A past date in place of yes or no."""
    chat = Chat()
    chat.say("every 12 weeks, last one 3 april 2026")
    assert NEXT_12 in chat.say("9 february", None)


def test_a_planned_date_of_a_plan_of_parts_does_not_tell_where_it_stands() -> None:
    """So the last one given is asked for."""
    chat = Chat()
    chat.say("weekly for 4 weeks then monthly, last one 3 april 2026")
    assert chat.say("yes") == [ASK_ANCHOR]


def test_a_date_to_come_is_the_first_one_where_nothing_is_given_yet() -> None:
    """ "If you have not started, tell me the first date" invites it."""
    chat = Chat()
    chat.say("weekly for 4 weeks then monthly")
    assert "Monday 9, Monday 16, Monday 23 and Monday 30 March 2026" in chat.say("9 march 2026")[1]


@pytest.mark.parametrize("text", ["my next one is on 27 may", "next one is 27 may"])
def test_the_date_of_the_next_one_is_counted_from(text: str) -> None:
    """Before and after a plan is known."""
    before, after = Chat(), confirmed("every 12 weeks, last one 9 february 2026")
    before.say(text, "state")
    assert "The next one is on Wednesday 27 May 2026." in before.say("every 12 weeks")
    assert "The next one is on Wednesday 27 May 2026." in after.say(text, "next")
    assert after.say("is it due on 27 may?", "due") == [
        "No, not this week. The next one is on Wednesday 27 May 2026.", CONFIRM,
    ]  # fmt: skip


def test_the_next_date_of_a_part_counts_what_is_left_of_it() -> None:
    """Doses before today are history, so 26 of the 30 are left."""
    chat = confirmed("daily for 30 days then monthly, first one 1 march 2026")
    assert chat.say("my next one is on 20 march", "next")[1] == (
        "• Loading: every day for 30 injections. That is 30 injections, 4 of them given. To come: "
        "Friday 20 and Saturday 21 March 2026, and so on, to Tuesday 14 April 2026."
    )


def test_the_next_date_before_anything_was_given_moves_the_whole_plan() -> None:
    """Nothing lies behind, so nothing is left out."""
    chat = confirmed("daily for 7 days then monthly, first one 9 march 2026")
    assert "That is 7 injections: Tuesday 10" in chat.say("my next one is on 10 march", "next")[1]


def test_the_next_date_after_the_last_of_a_part_begins_the_next_part() -> None:
    """With all 7 given, the next one is the first of the part that goes on."""
    chat = Chat()
    chat.say("every other day for 2 weeks then every 3 months, last one was 3 march 2026")
    chat.tell("loading", "7")
    assert chat.say("my next one is on 9 june", "next") == [
        "Every 3 months.",
        "The next one is on Tuesday 9 June 2026.",
        "After that: Wednesday 9 September and Wednesday 9 December 2026.",
        "3 months means the same day of the month, not 12 weeks.",
        CONFIRM,
    ]


def test_the_next_date_of_a_plan_whose_first_date_does_not_fit() -> None:
    """Nothing was counted yet, so nothing lies behind."""
    chat = Chat()
    chat.say("every monday for 4 weeks then monthly, first one tuesday 3 march 2026")
    assert chat.last.kind == "ask"
    assert "That is 4 injections: Monday 9, Monday 16, Monday 23 and Monday 30 March 2026" in chat.say("9 march")[1]


@pytest.mark.parametrize(
    "text", ["my gp has moved it to 27 may", "the surgery can only do 27 may", "they booked me 27 may"]
)
def test_the_clinic_moves_the_next_one(text: str) -> None:
    """However it is told, dates count from the clinic's date."""
    chat = confirmed("every 12 weeks, last one 9 february 2026")
    assert "The next one is on Wednesday 27 May 2026." in chat.say(text, "given")


def test_a_question_after_the_date_does_not_change_what_it_is_the_date_of() -> None:
    """ "I had it on 2 Feb, when am I next due" dates the last one."""
    chat = Chat()
    assert chat.say("i get it every 10 weeks and i had it on 2 feb, when am i next due")[:2] == [
        "Every 10 weeks. The last one was on Monday 2 February 2026.",
        "The next one is on Monday 13 April 2026.",
    ]
