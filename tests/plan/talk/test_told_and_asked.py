"""A plan that is told in the same breath as a question of its dates, and small questions after it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk


def _said(*texts: str, today: date = date(2027, 3, 10)) -> str:
    chat = Talk(today)
    return "\n".join([chat.say(text) for text in texts][-1])


def test_how_often_before_whether_one_is_due() -> None:
    """What was told is kept, and only the day of the last one is asked for."""
    first = "Kia ora, I get my b12 done every eleven weeks, reckon I must be due about now?"
    assert "When did you have the last one?" in _said(first)
    assert "The next one is on Tuesday 16 March 2027." in _said(first, "the 29th of dec")


def test_a_course_of_parts_needs_no_word_of_whose_it_is() -> None:
    """As it stands on a prescription."""
    said = _said("Inj methylcobalamin alternate day total 5, then weekly 4 injections", "first taken yesterday")
    assert "every other day for 5 injections: Tuesday 9, Thursday 11, Saturday 13, Monday 15 and Wednesday 17" in said


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("All of them in May and June?", "Thursday 13 May, Thursday 3 and Thursday 24 June 2027"),
        ("which ones in june or july", "Thursday 3, Thursday 24 June and Thursday 15 July 2027"),
    ],
)
def test_two_months(text: str, days: str) -> None:
    """The dates of both are told."""
    plan = "Every 3 weeks. Last was Thursday April 1."
    assert days in _said(plan, "Correct.", text, today=date(2027, 4, 10))


def test_the_very_last_of_a_course() -> None:
    """It is the end of the course, and no number of what is left."""
    plan = "3 a week for 2 weeks, starts monday 5 april"
    assert "Friday 16 April 2027" in _said(plan, "yes", "and the very last of them", today=date(2027, 4, 3))


def test_call_it_twelve_weeks() -> None:
    """An answer that is made up one's mind to."""
    said = _said("had my b12 on the 26th of february, when's the next?", "call it 12 weeks")
    assert said.startswith("Every 12 weeks. The last one was on Friday 26 February 2027.")


@pytest.mark.parametrize(
    "text", ["it's four times a year I get it", "I get mine 4 times a year", "I have it quarterly, me"]
)
def test_how_often_in_other_orders(text: str) -> None:
    """However it is put, it is one's own plan, of which only the day of the last one is asked for."""
    assert _said(text).startswith("I can work that out. When did you have the last one?")


def test_how_often_beside_a_day_that_is_not_certain() -> None:
    """The plan is taken, and the day is what is asked for."""
    told = "I do get the b12 every 12 weeks, got it sometime in february"
    assert "Which day was" in _said(told)
    assert "The next one is on Thursday 29 April 2027." in _said(told, "the 4th")
