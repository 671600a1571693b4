"""A question about the plan is answered: whether a part is over before a day, what of the clinic's day, what to do
where it is closed, what is counted back, and which gaps are the long ones."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2026, 12, 4)
COURSE = "every other day for 5 injections then weekly for 5 then monthly. first one 8 december"
APART = [
    "12 weeks after Monday 26 October 2026 is Monday 18 January 2027.",
    "Theirs is 4 days before that. Only your clinic can say if it is meant: ask them.",
]


def _told(*texts: str, today: date = TODAY) -> Talk:
    chat = Talk(today)
    for text in texts:
        chat.say(text)
    return chat


@pytest.mark.parametrize(
    ("text", "answer", "behind"),
    [
        ("will the weekly ones be over before 1 February?", "Yes.", "before Monday 1 February 2027."),
        ("yes. so the weekly ones are done by 10 January or not", "No.", "after Sunday 10 January 2027."),
    ],
)
def test_whether_a_part_is_over_before_a_day(text: str, answer: str, behind: str) -> None:
    """It is said with the day of its last one, also behind a yes."""
    line = f"{answer} The last one of that part is on Wednesday 20 January 2027, {behind}"
    assert line in _told(COURSE).say(text, None)


@pytest.mark.parametrize(
    "text",
    ["is the party over by 10 January?", "ramadan over by sunday, good?", "will the snow be done before February?"],
)
def test_what_else_is_over_before_a_day(text: str) -> None:
    """What is no injection is none of the plan, told or not."""
    for chat in (_told(), _told(COURSE)):
        assert [move for move in chat.moves(text) if move[1] == "over_by"] == []


def test_asked_before_the_plan_is_told() -> None:
    """What was asked waits, and is answered in the turn that reads the plan."""
    chat = _told()
    assert "How often" in chat.say("will my weekly ones be finished before 1 February?", None)[0]
    over = "Yes. The last one of that part is on Wednesday 20 January 2027, before Monday 1 February 2027."
    assert over in chat.say(COURSE)
    chat = _told()
    assert "How often" in chat.say("surgery is shut 24 December to 4 January, does one land in there?", None)[0]
    said = chat.say("every two weeks on wednesdays. the last one was wednesday 2 december")
    assert "From Thursday 24 December 2026 to Monday 4 January 2027 there is: Wednesday 30 December 2026." in said


@pytest.mark.parametrize("text", ["did they get it wrong?", "is their 14 january right?", "that doesn't add up"])
def test_whether_the_clinics_day_is_right(text: str) -> None:
    """Both days stand side by side; it is neither called wrong nor fine."""
    chat = _told("every 12 weeks, last one monday 26 october", "yes", "they booked me for thursday 14 january")
    assert chat.say(text, None)[:2] == APART


def test_the_clinics_day_told_before_the_plan_is_held_against_it() -> None:
    """Told first, with the last one later, it stays booked, and how far it is from the count is said."""
    chat = _told("surgery texted thursday 14 january for my b12", "every 12 weeks, last one monday 26 october")
    assert chat.dates[0] == "2027-01-14"
    assert chat.say("did the surgery make a mistake?", None)[:2] == APART


def test_a_closed_day_of_the_plan() -> None:
    """Who says that it is closed is told to ring, and is not asked again if it is."""
    chat = _told("every two weeks on wednesdays. the last one was wednesday 2 december", "yes")
    ring = "Ring the clinic before Wednesday 30 December 2026 and ask for another day. Only they can move it."
    assert chat.say("they are shut on the 30th. what do I do", None)[1] == ring
    assert chat.say("they are closed then, do I come before or after", None)[1] == ring
    assert [move for move in chat.moves("are they closed on the 30th?") if move[1] == "clinic_closed"] == []
    assert chat.dates[1] == "2026-12-30"


def test_counted_back() -> None:
    """The day one gap before the first that is known is said as a count."""
    line = "84 days before Wednesday 27 January 2027 is Wednesday 4 November 2026."
    record = "That is a count. It is no record that one was given: your clinic has that."
    chat = _told("every 84 days. next is 27 january", today=date(2027, 1, 20))
    assert chat.say("84 days before 27 January, what date is that", None)[:2] == [line, record]
    assert chat.say("when was my last one?", None)[1:3] == [line, record]
    assert _told(today=date(2027, 1, 20)).say("84 day cycle, next 27 January. need the date of the last one")[:2] == [
        line,
        record,
    ]


def test_which_gaps_are_the_long_ones() -> None:
    """Of a weekday of each month those of 5 weeks, and why; of other plans none is asked of."""
    chat = _told("every month on the last friday. next one 29 january 2027", today=date(2027, 1, 8))
    said = chat.say("which ones are the 5 weeks?", None)
    assert said[:2] == ["These are 5 weeks apart, the others 4:", "• Friday 26 March 2027 to Friday 30 April 2027"]
    assert "That is because some months have that weekday 5 times." in said
    assert _told("every 12 weeks, last one 26 october", "yes").moves("which ones are the 5 weeks?") == []


def test_a_part_without_dates_to_come_is_not_called_had() -> None:
    """Nobody told of its doses, so that none is to come is all that is said."""
    chat = Talk(date(2026, 10, 2))
    for text in ("6 every other day then every 8 weeks, last one 14 september 2026", "every 8 weeks", "yes"):
        chat.say(text)
    lines = chat.say("will the ones every other day be over by 24 december?", None)
    assert lines == ["No date of that part is still to come in your plan."]
