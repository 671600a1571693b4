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


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("dates up to christmas 2028", 7), ("dates up to new year 2029", 7), ("list until june 2028", 5),
        ("dates before march 2028", 3), ("everything up to easter 2028", 4), ("everything up to 2029", 11),
        ("dates until christmas", 3),
    ],
)  # fmt: skip
def test_a_list_up_to_a_day_of_a_year_that_is_named(text: str, count: int) -> None:
    """The year counts, whatever stands before it: no list ends a year too soon."""
    chat = Talk(date(2027, 4, 10))
    chat.say("every 12 weeks, last one 2 april")
    chat.say("yes", None)
    assert chat.say(text, None)[0].startswith(f"{count} injections: Friday 25 June")
