"""Lists from one month to another, and all the way to one."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 2, 3)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "what are the dates from May to August 2027?",
            "5 injections: Monday 10 May, Monday 7 June, Monday 5 July, Monday 2 and Monday 30 August 2027.",
        ),
        (
            "Yes! but I meant all the way to April, can you list them?",
            "3 injections: Monday 15 February, Monday 15 March and Monday 12 April 2027.",
        ),
    ],
)
def test_every_date_of_the_time_is_listed(text: str, lines: str) -> None:
    """Both months count whole, and a yes in front is a yes."""
    chat = Talk(TODAY)
    chat.say("every 4 weeks, last one 18 January")
    assert chat.say(text)[0] == lines
