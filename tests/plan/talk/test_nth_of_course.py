"""Which day one of a course is on, by its number, and the final one; the last one before a day."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 4, 20)


def course() -> Talk:
    """Eight of them, a week apart, of which the third was on Friday 16 April."""
    chat = Talk(TODAY)
    chat.say("weekly for 8 weeks, third one was on friday")
    chat.say("yes", None)
    return chat


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("when's number 8", "Friday 21 May 2027"),
        ("what date is the sixth one", "Friday 7 May 2027"),
        ("when is my 4th jab", "Friday 23 April 2027"),
        ("date of the fifth injection please", "Friday 30 April 2027"),
        ("which day is dose 7 on", "Friday 14 May 2027"),
    ],
)
def test_one_of_a_course_by_its_number(text: str, day: str) -> None:
    """ "When is number 8?" has the day of the eighth, and not that of the next one."""
    assert course().say(text, None) == [f"It is on {day}."]


@pytest.mark.parametrize(
    "text", ["when is the final one", "which date is the final shot", "the final jab falls on which day"]
)
def test_the_final_one_of_a_course(text: str) -> None:
    """It is the last of the part with an end."""
    assert course().say(text, None) == ["The last one of that part is on Friday 21 May 2027."]


def test_one_that_was_had_has_no_day_to_come() -> None:
    """The second of three that were had is behind: what is done and what is left is said."""
    assert course().say("when is my second one", None)[0].startswith("3 of 8 are done.")


@pytest.mark.parametrize("text", ["what'll be my last one before christmas", "which is the last I get this year"])
def test_the_last_one_before_a_day(text: str) -> None:
    """Of a plan without an end, the last one that there is until then."""
    chat = Talk(TODAY)
    chat.say("every 12 weeks, last one 2 april")
    chat.say("yes", None)
    assert chat.say(text, None) == ["It is on Friday 10 December 2027."]
