"""A date that the clinic booked, told before the plan is confirmed or can be counted: it is kept and said."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 6, 16)
NOTED = "I have noted what your clinic booked: Wednesday 14 July 2027."


def _shown(plan: str = "every 3 months, last one 10 april") -> Talk:
    chat = Talk(TODAY)
    chat.say(plan)
    return chat


@pytest.mark.parametrize(
    "text",
    [
        "its booked for the 14th by the way",
        "they've got me in on the 14th, booked it already",
        "i'm in on the 14th of july",
        "they gave me the 14th",
        "appointment's 14 july at 10am",
        "the surgery booked me the 14th of july as they're shut saturday",
        "my appointment is wednesday 14 july, 9:40",
    ],
)
def test_a_booking_before_the_yes(text: str) -> None:
    """It wins over what is counted, is said, and the yes keeps it."""
    chat = _shown()
    lines = chat.say(text, None)
    assert lines[0] == NOTED
    chat.say("yes")
    assert chat.dates[:2] == ["2027-07-14", "2027-10-14"]


@pytest.mark.parametrize(
    "text",
    [
        "yes and its booked for the 14th",
        "yep, booked in for 14 july tho",
        "got it booked 14 july, nurse can't do the 10th",
    ],
)
def test_a_booking_beside_the_yes(text: str) -> None:
    """Both are done: the plan is kept, with the date that is booked."""
    chat = _shown()
    assert chat.say(text, None)[0] == NOTED
    assert chat.last.key is not None


def test_the_coming_weekday_where_one_is_late() -> None:
    """ "Friday" is the coming one, and what follows is counted from it."""
    chat = _shown("every 3 months, last one 10 march")
    lines = chat.say("yes but i rang em, im in friday arvo. righto and after that?", None)
    assert lines[:2] == [
        "I have noted what your clinic booked: Friday 18 June 2027.",
        "The one after that is on Saturday 18 September 2027.",
    ]


def test_a_weekday_weeks_before_the_day_due_is_asked() -> None:
    """The coming Friday, or the one near the day that it is due: nobody picks."""
    chat = _shown()
    question = "Which day did your clinic set: Friday 18 June 2027 or Friday 9 July 2027?"
    assert chat.say("they gave me friday. whens the one after", None) == [question]
    assert chat.last.buttons == ("Friday 18 June 2027", "Friday 9 July 2027")
    chat.say("the july one", None)
    assert chat.dates[0] == "2027-07-09"


def test_a_booking_before_the_last_one_is_known() -> None:
    """Of a plan that goes on, it is the next one."""
    chat = _shown("every 3 months")
    assert chat.say("its booked for the 14th of july by the way", None)[0] == NOTED
    assert chat.dates[:2] == ["2027-07-14", "2027-10-14"]


def test_a_booking_before_the_log_is_known() -> None:
    """It waits for the answer, and is not lost."""
    chat = _shown("weekly for 6 weeks then monthly, started 4 june")
    lines = chat.say("its booked for 19 june", None)
    assert lines[0] == "I have noted what your clinic booked: Saturday 19 June 2027."
    assert "Have you had all the injections due before today?" in lines[1]
    chat.say("yes all of them")
    assert chat.dates[:2] == ["2027-06-19", "2027-06-26"]


def test_a_booking_on_the_plans_own_date() -> None:
    """Told with the last one, a booking on the very date that is counted is that date, and no dose given early."""
    chat = Talk(date(2026, 5, 12))
    said = chat.say("every 12 weeks last done on 24th feb, she's put me down for the 19th may")
    assert said[:2] == [
        "Every 12 weeks. The last one was on Tuesday 24 February 2026.",
        "The next one is on Tuesday 19 May 2026.",
    ]
