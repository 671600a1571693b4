"""The same day each month is every month; the day is that of the dose that is known."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.reading.reader import read
from tests.plan.talk.moves_chat import Talk

TODAY = date(2026, 6, 8)
MONTHLY = "Every month. The last one was on Friday 22 May 2026."


@pytest.mark.parametrize(
    "text",
    [
        "same date every month, last one was 22 may",
        "i get it the same day each month. last one 22 may",
        "it's always on the same day of the month, last was 22 may",
        "on the exact same day in every month, last one 22 may",
    ],
)
def test_the_same_day_each_month_is_every_month(text: str) -> None:
    """It is no question on which day of the month they are."""
    chat = Talk(TODAY)
    assert chat.say(text)[0] == MONTHLY
    assert chat.dates[:2] == ["2026-06-22", "2026-07-22"]


@pytest.mark.parametrize(
    "text", ["same day each month", "the same date every month", "they're on the same day of the month"]
)
def test_the_day_of_the_month_that_was_asked_for(text: str) -> None:
    """It is that of the last one."""
    chat = Talk(TODAY)
    chat.say("first bit of each month, last one 22 may")
    assert "On which day of the month are they?" in chat.last.bubbles[-1]
    assert chat.say(text)[0] == MONTHLY


@pytest.mark.parametrize(
    ("text", "months"), [("every 3 months, same day of the month", 3), ("quarterly on the same date each month", 3)]
)
def test_beside_how_many_months_it_is_no_second_gap(text: str, months: int) -> None:
    """It says which day, and not how often."""
    reading = read(text, today=TODAY)
    assert [(phase.period, phase.unit) for phase in reading.phases] == [(months, "mo")]
    assert not reading.questions


@pytest.mark.parametrize(
    "text", ["every 4 weeks, same day each month", "same week each month", "the same day of the week each month"]
)
def test_what_is_no_one_day_of_the_month_is_asked(text: str) -> None:
    """Weeks do not end on the same day of each month, and a week is no day."""
    assert read(text, today=TODAY).status == "ask"
