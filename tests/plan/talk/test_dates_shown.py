"""Questions about the dates that were shown, with a yes or after it: nothing of the plan is changed by them."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

REPLACED = (
    "Your plan has changed, so Tuesday 23 February 2027 no longer counts. If it is in your calendar, take it out."
)
SHORT = "February 2027 has only 28 days, so it is on the last one. The one after it is on Tuesday 30 March 2027."
LEAVES_OUT = (
    "Do not skip one on your own, and do not have 2 to make up for it. Ask your clinic before you leave. "
    "They say if you have it before, after, or on the way."
)

MAY_GO_LATE = "I cannot say which day is right: your clinic can. Call them today and ask. Do not have 2 to catch up."


def changed() -> Talk:
    """Every 12 weeks was kept, 23 February next; every 10 weeks is read back, 9 February next."""
    chat = Talk(date(2026, 12, 17))
    for text in ("every 12 weeks, last one 1 december 2026", "yes", "it is every 10 weeks now, sorry"):
        chat.say(text)
    return chat


@pytest.mark.parametrize("text", ["yes! so what happened to the 23rd?", "Yes. What about the 23rd of February?"])
def test_what_became_of_a_date(text: str) -> None:
    """The yes keeps the plan, and the date of the former one is said to be gone."""
    chat = changed()
    lines = chat.say(text)
    assert lines[:2] == [REPLACED, "Your next injection is on Tuesday 9 February 2027."]
    assert chat.last.key is not None


def test_a_former_date_in_the_calendar() -> None:
    """It is to be taken out."""
    chat = changed()
    chat.say("yes")
    assert chat.say("yeah i mean the 23 feb one. i put that in my calendar")[0] == REPLACED


@pytest.mark.parametrize(
    "text",
    [
        "Yes. And why the 28th?",
        "why the 28th, when mine is the 30th?",
        "does it remain the 28th thereafter?",
        "is it the 28th or the 30th in February?",
    ],
)
def test_why_a_short_month(text: str) -> None:
    """The month has no such day; the one after it is on the plan's own day."""
    chat = Talk(date(2027, 1, 4))
    chat.say("on the 30th of each month, last one 30 December 2026")
    assert SHORT in chat.say(text)


def test_a_list_beside_a_why() -> None:
    """The yes, the list and the why in one turn."""
    chat = Talk(date(2027, 1, 4))
    chat.say("on the 30th of each month, last one 30 December 2026")
    lines = chat.say("Yes. Pray, list them to the 30th of June. And why the 28th?")
    assert lines[0].startswith("6 injections: Saturday 30 January")
    assert SHORT in lines
    assert chat.last.key is not None


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("March 13, is that a Saturday?", "Yes. Saturday 13 March 2027 is a Saturday."),
        ("YES! so March 13, is that a Saturday? That's the one on the cruise right?",
         "Yes. Saturday 13 March 2027 is a Saturday."),
        ("is the 13th of March a Sunday?", "No. Saturday 13 March 2027 is a Saturday."),
    ],
)  # fmt: skip
def test_the_weekday_of_the_day_named(text: str, line: str) -> None:
    """It is answered for the day that was named, and never for another one."""
    chat = Talk(date(2027, 2, 16))
    chat.say("every 2 weeks on Saturdays, last one Saturday 13 February 2027")
    lines = chat.say(text)
    assert lines[:2] == [line, "Saturday 13 March 2027 is one of your dates."]


@pytest.mark.parametrize(
    "text",
    [
        "No, March 13! Saturday March 13. So do I skip it or pack it?",
        "YES that's right. And the one on March 13 while I'm on the ship, do I skip it?",
        "the one on 13 March, shall I take it with me?",
    ],
)
def test_left_out_or_taken_along(text: str) -> None:
    """That is for the clinic; the day stays a day of the plan and does not become the next one."""
    chat = Talk(date(2027, 2, 16))
    chat.say("every 2 weeks on Saturdays, last one Saturday 13 February 2027")
    lines = chat.say(text)
    assert lines[:2] == [LEAVES_OUT, "Saturday 13 March 2027 is one of your dates."]
    assert chat.dates[:2] == ["2027-02-27", "2027-03-13"]
    assert (chat.last.key is not None) is text.startswith("YES")


@pytest.mark.parametrize(
    "text", ["can I just go tomorrow?", "omg is tht bad. cn i jst go 2moro", "should I come in on Friday?"]
)
def test_a_late_one_on_a_day_of_ones_own(text: str) -> None:
    """The clinic says which day; never two."""
    chat = Talk(date(2027, 3, 16))
    chat.say("every 10 weeks, last one 4 January 2027")
    lines = chat.say(text)
    assert lines[0] == (
        "I cannot say which day is right: your clinic can. Call them today and ask. Do not have 2 to catch up."
    )


@pytest.mark.parametrize("text", ["Yes. but that's today, should i ring them", "yes, shall I call the surgery now?"])
def test_whether_to_ring(text: str) -> None:
    """Due today: yes, and the yes is taken."""
    chat = Talk(date(2027, 3, 9))
    chat.say("every 8 weeks, last one 12 January 2027")
    lines = chat.say(text)
    assert lines[:2] == ["Yes, call your clinic today.", "Your next injection is today, Tuesday 9 March 2027."]
    assert chat.last.key is not None
