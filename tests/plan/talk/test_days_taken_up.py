"""Days on which somebody cannot come, told before the plan: none of them is a date of a dose."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 2, 3)


@pytest.mark.parametrize(
    "text",
    [
        "when's my next jab, it might clash with my exams 22 feb to 12 march",
        "when is my next one? camp is 22 February to 12 March",
    ],
)  # fmt: skip
def test_the_days_of_something_else_are_kept_as_such(text: str) -> None:
    """How often and when the last one was is asked, and the plan says which fall on those days."""
    chat = Talk(TODAY)
    assert chat.say(text, "next")[0].startswith("I can work that out. How often do you have them?")
    lines = chat.say("every 8 weeks, last one 4 January")
    assert "You are away from Monday 22 February 2027 to Friday 12 March 2027." in lines
    assert "These fall on those days: Monday 1 March 2027." in lines
