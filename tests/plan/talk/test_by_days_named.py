"""Which doses are on the days that a question names: the last one before a day, those of a week."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 3, 22)


def asked(text: str) -> list[str]:
    chat = Talk(TODAY)
    for told in ("every 4 weeks, my last was 11 march 2027", "yes"):
        chat.say(told)
    return chat.say(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("the last one before 12 june", "It is on Thursday 3 June 2027."),
        ("and which is my last one before 1 october", "It is on Thursday 23 September 2027."),
        ("the last before christmas?", "It is on Thursday 16 December 2027."),
    ],
)
def test_the_last_before_a_day_to_come(text: str, line: str) -> None:
    """It is one of those to come: nothing is noted as given on the day that only bounds it."""
    assert asked(text) == [line]


def test_the_one_before_the_last_is_still_told() -> None:
    """Of a dose that was had before the last one the day is that of a dose."""
    assert asked("the one before was 8 february")[0] == "By your plan it was due on Monday 8 March 2027."


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("what do I have next week", "No injection falls between Monday 29 March 2027 and Sunday 4 April 2027."),
        ("anything the week after next?", "1 injection: Thursday 8 April 2027."),
        ("is there one next month", "1 injection: Thursday 8 April 2027."),
        ("what's on this week", "No injection falls between Monday 22 March 2027 and Sunday 28 March 2027."),
    ],
)
def test_a_week_has_its_doses(text: str, line: str) -> None:
    """A week is Monday to Sunday, of this one what is left."""
    assert line in asked(text)
