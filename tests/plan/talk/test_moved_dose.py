"""One dose that the clinic moved, of a plan that keeps its own days or of a course that is on its way."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.talk.state import State
from tests.plan.talk.moves_chat import Talk

COURSE = "3 times a week for 2 weeks then every 2 months, first one monday 5 july 2027"


def _kept(today: date, *texts: str) -> Talk:
    chat = Talk(today)
    for text in (*texts, "yes"):
        chat.say(text)
    return chat


@pytest.mark.parametrize(
    "text", ["they've booked me in for wednesday 14 july instead", "clinic moved it to wednesday 14 july"]
)
def test_a_day_of_the_month_that_was_moved(text: str) -> None:
    """The booked day is the next one from then on, and the months after it keep their own day."""
    chat = _kept(date(2027, 6, 20), "every month on the second tuesday, last one was 8 june")
    chat.say(text)
    assert chat.say("when is my next one")[0] == "Your next injection is on Wednesday 14 July 2027."
    assert chat.say("and the one after")[0] == "The one after that is on Tuesday 10 August 2027."


def test_told_before_the_yes() -> None:
    """A date that was booked before the plan was confirmed is in it once it is."""
    chat = Talk(date(2027, 6, 20))
    chat.say("every month on the second tuesday, last one was 8 june")
    chat.say("they've booked me in for wednesday 14 july instead")
    assert chat.say("yes")[0] == "Your next injection is on Wednesday 14 July 2027."


@pytest.mark.parametrize(
    "text",
    ["nurse can do thursday 15 july instead of the wednesday", "they moved the 14th of july to the 15th of july"],
)
def test_one_of_a_course_is_moved(text: str) -> None:
    """Every other dose of the course stays, and the part after it counts from its last one."""
    chat = _kept(date(2027, 7, 1), COURSE)
    assert chat.say(text)[0] == (
        "I have noted what your clinic booked: Thursday 15 July 2027, in place of Wednesday 14 July 2027. "
        "The next one stays on Monday 5 July 2027."
    )
    shown = " ".join(chat.say("list my dates", "whole"))
    assert "Monday 12, Thursday 15 and Friday 16 July 2027" in shown
    assert "Thursday 16 September" in shown


def test_the_last_of_a_course_is_moved() -> None:
    """What follows the course counts from the day on which its last one is had."""
    chat = _kept(date(2027, 7, 1), COURSE)
    chat.say("they moved the 16th of july to saturday 17 july")
    assert "Friday 17 September" in " ".join(chat.say("list my dates", "whole"))


def test_a_day_between_two_of_a_course_says_not_which_is_moved() -> None:
    """It is asked, and nothing is changed."""
    chat = _kept(date(2027, 7, 1), COURSE)
    said = chat.say("booked for tuesday 13 july")
    assert said[0].startswith("Which one is Tuesday 13 July 2027 in place of: Monday 12 and Wednesday 14 July 2027?")
    assert State.from_json(chat.kept).anchor == State.from_json(_kept(date(2027, 7, 1), COURSE).kept).anchor


def test_it_stands_when_an_earlier_one_was_had() -> None:
    """A dose given before the moved one leaves its day."""
    chat = _kept(date(2027, 7, 1), "weekly on tuesdays for 6 weeks, first one 6 july 2027")
    chat.say("they moved the 20th of july to wednesday 21 july")
    chat.today = date(2027, 7, 6)
    chat.say("had it today")
    assert chat.dates[:2] == ["2027-07-13", "2027-07-21"]


def test_it_is_kept_as_json() -> None:
    """The state with a moved dose is the same once it was written and read."""
    chat = _kept(date(2027, 7, 1), COURSE)
    chat.say("they moved the 14th of july to the 15th of july")
    state = State.from_json(chat.kept)
    assert state.anchor is not None
    assert state.anchor.moved == ((date(2027, 7, 14), date(2027, 7, 15)),)
    assert State.from_json(state.to_json()) == state
