"""The day on which the last one was due, told of a plan that counts from the day it was had."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 3, 20)
PLAN = "every 10 weeks, last one was 12 march 2027"
BOTH = [
    "By your plan it was due on Thursday 4 March 2027.",
    "You had it on Friday 12 March 2027.",
    "Clinics count in 2 ways.",
    "Counted from the date it was due, the next one is on Thursday 13 May 2027.",
    "Counted from the date you had it, the next one is on Friday 21 May 2027. That is a guess to check.",
]


def _talk(*texts: str) -> list[str]:
    chat = Talk(TODAY)
    return [chat.say(text) for text in texts][-1]


@pytest.mark.parametrize(
    "text",
    [
        "it shoulda been the 4th of march, count from that",
        "should've been 4 march. i didn't have it that day",
        "it was due on 4 march. count from when it was due",
        "the doctor said to count from the day it was due, 4 march",
        "but the last one was meant to be on the 4th of march",
        "10 weeks off the 4th makes it the 13th of may",
    ],
)
@pytest.mark.parametrize("first", [(PLAN,), (PLAN, "yes")])
def test_the_day_it_was_due_is_no_day_it_was_had(text: str, first: tuple[str, ...]) -> None:
    """Both days are said, with what each leads to, and the clinic's date is asked for."""
    assert _talk(*first, text)[:5] == BOTH


@pytest.mark.parametrize(
    "text", ["the last one was on 4 march", "the next one is due on 21 may", "it was due in june last year"]
)
def test_other_days_are_no_day_it_was_due(text: str) -> None:
    """A day on which one was had, is to come, or was due long ago is not that of the last one."""
    assert "By your plan it was due on Thursday 4 March 2027." not in _talk(PLAN, text)
