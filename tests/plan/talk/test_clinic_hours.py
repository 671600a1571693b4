"""A remark on when the clinic is open tells no plan: no date is moved, and those that lie on such days are named."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.talk.clinic_hours import clinic_hours
from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 3, 10)  # a Wednesday
LOADING = "every other day for 2 weeks, then every 12 weeks. first one was monday 8 march 2027"
STAYS = "Your plan stays as it is."
ASK = "I move none of them. Ask your clinic which day they want."
WEEKEND = [
    "the practice doesn't open on saturdays or sundays by the way",
    "surgerys shut weekends tho",
    "they don't do weekends",
    "nurse doesn't work saturday or sunday",
    "the clinic is closed on saturdays and sundays",
    "There's nobody in at weekends",
    "my gp isn't open at the weekend",
    "They're never in at weekends, just so you know",
]


def _told(*texts: str) -> Talk:
    chat = Talk(TODAY)
    for text in texts:
        chat.say(text)
    return chat


@pytest.mark.parametrize("text", WEEKEND)
@pytest.mark.parametrize("kept", [True, False])
def test_a_closed_weekend_moves_nothing(text: str, kept: bool) -> None:
    """The dates at a weekend are named, the plan stays, and the clinic says which day it wants."""
    chat = _told(LOADING, *(["yes"] if kept else []))
    before, said = chat.dates, chat.say(text)
    assert (chat.dates, said[0], said[2]) == (before, STAYS, ASK)
    assert said[1].startswith("On a day that you say they do not do: Sunday 14, Saturday 20 March,")
    assert (said[-1] == "Is that what your clinic said?") is not kept


@pytest.mark.parametrize(
    ("text", "shut"),
    [
        ("our nurse is only in on thursdays", "mon tue wed fri sat sun"),
        ("the nurse only works Tuesdays", "mon wed thu fri sat sun"),
        ("the clinic only does injections on tuesdays and fridays", "mon wed thu sat sun"),
        ("they only do b12 on fridays", "mon tue wed thu sat sun"),
        ("they're shut Wednesdays", "wed"),
        ("the health centre is closed on thursday afternoons", "thu"),
    ],
)
def test_days_of_a_nurse_are_no_new_plan(text: str, shut: str) -> None:
    """Neither a part, nor a day away, nor another weekday comes of it."""
    hours = clinic_hours(text)
    assert hours is not None
    assert hours.shut == tuple(shut.split())
    chat = _told("every 8 weeks, last one 20 january 2027", "yes")
    before = chat.dates
    assert chat.say(text)[0] == STAYS
    assert chat.dates == before


@pytest.mark.parametrize(
    "text",
    [
        "not on weekends",
        "my jabs are only on tuesdays and fridays",
        "they do mine on tuesdays",
        "if the surgery is closed on saturdays they do the monday",
        "the surgery is closed on the 17th so they booked me the 18th",
        "are they open at weekends?",
        "they moved me to tuesdays",
        "they can't do monday",
        "the nurse gives it me every tuesday",
        "I don't work weekends",
        "they're closed this saturday",
        "they only do it every 12 weeks",
    ],
)
def test_what_tells_of_no_hours(text: str) -> None:
    """One's own plan, a rule, a booking, a question, and one single day are read as before."""
    assert clinic_hours(text) is None


def test_a_dose_beside_the_remark_is_taken() -> None:
    """What else the message tells counts."""
    chat = _told("every week, last one 3 march 2027", "yes")
    chat.say("had it today. the nurse only works wednesdays")
    assert chat.dates[0] == "2027-03-17"
