"""In which part of a plan somebody is, what the parts of a course are, and what is put right in one of them."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan import dialogue
from b12guide.plan.reading.reader import read
from tests.plan.talk.dialogue_chat import WORDING
from tests.plan.talk.moves_chat import Talk

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    "text",
    ["I'm in the monthly stretch now", "on the monthlies now", "I'm done with the loading", "now on maintenance"],
)
@pytest.mark.parametrize("before", [True, False])
def test_loading_is_over(text: str, before: bool) -> None:
    """Told before the last day or after it, the part is not asked for."""
    chat = Talk(TODAY)
    chat.say("3 times a week for 2 weeks, then monthly", "regimen")
    for each in (text, "last one 10 november") if before else ("last one 10 november", text):
        answer = chat.say(each)
    assert "Thursday 10 December 2026" in "\n".join(answer)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("7 daily, then 6 weekly, then monthly", [(7, "d"), (6, "wk"), (None, "mo")]),
        ("5 daily followed by 4 weekly then every 3 months", [(5, "d"), (4, "wk"), (None, "mo")]),
    ],
)
def test_parts_in_a_row_have_so_many_doses(text: str, counts: list[tuple[int | None, str]]) -> None:
    """The last of them goes on."""
    reading = read(text, today=TODAY)
    assert reading.questions == ()
    assert [(phase.count, phase.unit) for phase in reading.phases] == counts


def test_the_last_of_a_row_may_be_a_gap() -> None:
    """ "Then 6 weekly" is asked about: 6 of them, or every 6 weeks."""
    (question,) = read("7 daily, then 6 weekly", today=TODAY).questions
    assert question.options == ("weekly for 6 doses", "every 6 weeks")


def test_the_length_of_the_course_is_put_right_and_no_gap() -> None:
    """The number that is named as wrong is the one that goes."""
    chat = Talk(date(2026, 2, 26))
    chat.say("weekly for 5 weeks then every 8 weeks. first one is wednesday 4 march")
    answer = "\n".join(chat.say("the card says 6 weeks of them not 5"))
    assert "Wednesday 8 April 2026" in answer
    assert "Then every 8 weeks" in answer


def test_other_days_than_those_that_are_left_out() -> None:
    """The days that are named are the plan's."""
    chat = Talk(date(2027, 7, 15))
    chat.say("three times a week for 2 weeks, first one is monday 19 july")
    answer = "\n".join(chat.say("no, they don't do wednesdays or fridays. mon tue and thu they said"))
    assert "Tuesday 20, Thursday 22" in answer


def test_an_early_one_while_the_nurse_is_off() -> None:
    """What was due is not the next one."""
    chat = Talk(date(2026, 10, 17))
    answer = chat.say("our nurse is away so they did mine thursday, it wasn't due till october 30. every 8 weeks")
    assert answer[:2] == [
        "You had this one early. By your plan it is due on Friday 30 October 2026.",
        "You had it on Thursday 15 October 2026.",
    ]


def test_a_question_tells_no_number_of_doses() -> None:
    """ "The very last of the ten?" is none that were had."""
    chat = Talk(date(2026, 3, 10))
    chat.say("10 loading shots, tuesdays and fridays. last one today")
    assert chat.kept is not None
    assert chat.kept["about"] == "count"
    chat.say("and the very last of the ten?", "plan")
    assert chat.kept["about"] == "count"


def test_todays_number() -> None:
    """ "Today's was number 4" dates the fourth."""
    chat = Talk(date(2026, 3, 10))
    answer = "\n".join(chat.say("10 loading shots, tuesdays and fridays. today's was number 4"))
    assert "4 of them given" in answer
    assert "Tuesday 31 March 2026" in answer


@pytest.mark.parametrize("text", ["will a new place start me from scratch", "would I have to begin all over again"])
def test_whether_the_clinic_starts_again_drops_no_plan(text: str) -> None:
    """It is for the clinic to say."""
    chat = Talk(TODAY)
    chat.say("every 8 weeks, last one 20 october 2026")
    chat.say("yes")
    chat.say(text, "restart")
    assert chat.kept is not None
    assert chat.kept["phases"]


def test_back_to_the_gap_before() -> None:
    """It is how often they are once more."""
    chat = Talk(date(2024, 5, 13))
    for text in ("every 3 months. last was april 30", "no, it's every 90 days"):
        chat.say(text)
    assert "The next one is on Tuesday 30 July 2024." in chat.say("hmm no. back to 3 months")


@pytest.mark.parametrize("text", ["she didn't name a date", "they never said when", "nobody gave me a day"])
def test_no_date_was_set_for_a_plan_that_is_kept(text: str) -> None:
    """The plan's own date stands, and is to be booked."""
    chat = Talk(TODAY)
    chat.say("every 8 weeks, last one 20 october 2026")
    chat.say("yes")
    assert chat.say(text) == [
        "Your next injection is on Tuesday 15 December 2026.",
        "Then I go by your plan. Call your clinic to book that day, and tell me if they give you another.",
    ]


@pytest.mark.parametrize(
    ("text", "request_"),
    [
        ("so remind me when do I pop down", "next"),
        ("remind me what day I go in", "next"),
        ("remind me when it's due", "remind"),
        ("can I show my husband", "print"),
        ("my daughter wants a copy", "print"),
    ],
)
def test_what_is_wanted_of_a_plan(text: str, request_: str) -> None:
    """The date said again, an alarm, or paper for somebody to see."""
    chat = Talk(TODAY)
    chat.say("every 8 weeks, last one 20 october 2026")
    chat.say("yes")
    assert [name for _, name, _ in chat.moves(text)] == [request_]


def test_a_reason_behind_a_no() -> None:
    """A booked one that was not had is not late for want of words."""
    chat = Talk(date(2025, 11, 10))
    chat.say("every 6 weeks, last was sept 22, then they had me booked for nov 3")
    assert chat.say("nope, the bus never came")[0].startswith("Please call your clinic")


def test_a_question_comes_back_in_other_words() -> None:
    """In short, otherwise, and with whom to ask."""
    chat = Talk(TODAY)
    chat.say("when is my next one?", "next")
    ways = dialogue.ways_back(chat.kept, "the purple one", WORDING)
    assert ways == (
        "Now, your date: How often do you have them?",
        "Now, your date: Every how many weeks or months do you have them?",
        "Now, your date: Every how many weeks or months do you have them? "
        'If you do not know, your clinic does. You can ask them: "How often do I have my B12 injection?"',
    )


def test_a_due_day_that_the_gap_leads_to_is_the_next_one() -> None:
    """ "It wasn't due till" a day that follows from the last one puts no other in its place."""
    chat = Talk(date(2027, 3, 27))
    answer = chat.say("every 6 weeks, had it 24 march, it wasn't due till 5 may")
    assert answer[1] == "The next one is on Wednesday 5 May 2027."


def test_a_question_whether_it_is_right_comes_back_in_other_words() -> None:
    """The first time as it was asked, then otherwise; with the plan where a number may be taken for a change of it."""
    chat = Talk(TODAY)
    chat.say("every 8 weeks, last one 20 october 2026")
    assert dialogue.ways_back(chat.kept, "can I swim?", WORDING) == (
        "Now, your date: Is that what your clinic said?",
        "Before I keep these dates: are they what your clinic said?",
    )
    assert dialogue.ways_back(chat.kept, "is every 12 weeks safe?", WORDING)[1] == (
        "I have changed nothing in your plan. It is still: every 8 weeks. "
        "Before I keep these dates: are they what your clinic said?"
    )


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("it's the 12th they're giving me", "Saturday 12 December 2026"),
        ("they booked me for the 28th", "Saturday 28 November 2026"),
        ("it's the 20th they're giving me", "Sunday 20 December 2026"),
    ],
)
def test_a_number_of_a_day_belongs_to_the_month_that_is_nearer_to_the_date_shown(text: str, day: str) -> None:
    """Weeks ahead it is no day of the month that goes on now; the day is said in full."""
    chat = Talk(date(2026, 10, 5))
    for told in ("every 12 weeks, last one 14 september 2026", "yes"):
        chat.say(told)
    assert chat.dates[0] == "2026-12-07"
    assert chat.say(text)[0] == f"I have noted what your clinic booked: {day}."
