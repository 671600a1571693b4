"""A day that the clinic told as that of the last one, and a day that was noted as booked and is not."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 2, 8)
LAST = "The last one was on Tuesday 8 December 2026."
NOTED = "they have booked me for 8 December"  # Wednesday 8 December 2027


def _told(*texts: str) -> Talk:
    chat = Talk(TODAY)
    chat.say("I get B12 every 11 weeks")
    for text in texts:
        chat.say(text)
    return chat


@pytest.mark.parametrize(
    "text",
    [
        "they got back to me: '8 December'",
        "the surgery emailed back, 8 December",
        "my nurse replied 8th of December",
        "ok the practice messaged back: '8 December'",
        "ok so reception looked it up and it's the 8th of December",
        "got a reply from the practice: 8 Dec",
        "pharmacy confirmed it was 8 December",
        "gp rang, its 8 december. when is my next then?",
        "doctor's secretary wrote back saying tuesday 8 december",
    ],
)
def test_what_the_clinic_answers_is_the_day_that_was_asked_for(text: str) -> None:
    """The last one was asked for: the day is that of the last one, and none that is booked."""
    chat = _told(text)
    assert chat.dates[0] == "2027-02-23"
    assert (chat.kept or {})["booked"] is None


@pytest.mark.parametrize(
    "text",
    ["they rang, my next one is on 8 December", "the surgery texted: appointment on 8 December", NOTED],
)
def test_what_says_that_it_is_to_come_is_booked_all_the_same(text: str) -> None:
    """Words of a booking, or of the next one, are no answer to when the last one was."""
    assert (_told(text).kept or {})["booked"] == "2027-12-08"


def test_an_answer_that_may_be_near_or_long_ago_is_asked() -> None:
    """The day is a month ahead, or eleven months back."""
    assert _told("the clinic texted back: 8 March").last.buttons == ("Monday 8 March 2027", "Sunday 8 March 2026")


@pytest.mark.parametrize(
    "text",
    [
        "no, that was the last one I had",
        "no thats my LAST jab, 8 december 2026. when is the next?",
        "I meant the last one",
        "it's the last one, not the next one",
        "no, the last one was on 8 December 2026",
    ],
)
def test_a_noted_day_that_was_the_last_one(text: str) -> None:
    """The booking is gone, and the plan counts from the last one."""
    chat = _told(NOTED)
    lines = chat.say(text)
    assert lines[0] == f"Every 11 weeks. {LAST}"
    assert chat.dates[0] == "2027-02-23"
    assert (chat.kept or {})["booked"] is None


@pytest.mark.parametrize(
    "text",
    [
        "no, nothing is booked",
        "the 8 december 2027 thing is wrong, nothing's been booked. when is it?",
        "I have no appointment",
        "they haven't booked me in yet",
        "there's no booking",
    ],
)
def test_nothing_is_booked(text: str) -> None:
    """The day that was noted is gone: of a plan whose last dose is known the old dates are back, else it is asked."""
    assert _told(NOTED).say(text)[-1].startswith("When did you have the last one?")
    chat = _told("last one 8 December 2026", "the clinic booked me 1 March")
    assert chat.dates[0] == "2027-03-01"
    chat.say(text.replace("8 december 2027", "1 march"))
    assert chat.dates[0] == "2027-02-23"


@pytest.mark.parametrize(
    "text",
    ["is nothing booked then?", "if nothing is booked, what do I do?", "that is the last one this year?",
     "my last blood test was fine"],
)  # fmt: skip
def test_what_takes_no_booking_back(text: str) -> None:
    """A question, a condition and another thing leave it as it is."""
    chat = _told("last one 8 December 2026", "the clinic booked me 1 March")
    chat.say(text)
    assert (chat.kept or {})["booked"] == "2027-03-01"


def test_a_booking_beside_another_last_day_stands() -> None:
    """Only the same day of the year before shows that the year was guessed."""
    chat = _told("they have booked me for 2 March", "the last one was on 8 December 2026")
    assert (chat.kept or {})["booked"] == "2027-03-02"
    assert chat.dates[0] == "2027-03-02"
