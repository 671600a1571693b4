"""Two days that the last dose may have been on: both dates, none picked, until the right day is told."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

FEBRUARY = date(2027, 2, 5)
BOTH = [
    "If it was Thursday 10 December 2026, the next one is on Thursday 4 March 2027.",
    "If it was Thursday 17 December 2026, the next one is on Thursday 11 March 2027.",
]


def _offered() -> Talk:
    chat = Talk(FEBRUARY)
    assert chat.say("every 12 weeks, last one was the 10th or the 17th of December")[-1] == (
        "I can work that out. I read 2 dates. Is it Thursday 10 December 2026 or Thursday 17 December 2026?"
    )
    return chat


@pytest.mark.parametrize(
    "text",
    [
        "dunno, you pick",
        "no idea, you choose",
        "not sure",
        "what would it be for each?",
        "show me both then",
        "so if it was the 10th when, and if it was the 17th when",
        "either way, when's the next one?",
        "does it matter which?",
        "can't remember, just pick one",
        "what if it was the 17th?",
    ],
)
def test_both_dates_as_long_as_the_day_is_not_known(text: str) -> None:
    """What follows from each day; nothing is kept, and the two days can still be chosen."""
    chat = _offered()
    lines = chat.say(text)
    assert lines[:2] == BOTH
    assert chat.last.buttons == ("Thursday 10 December 2026", "Thursday 17 December 2026")
    assert chat.last.key is None


@pytest.mark.parametrize(
    "text",
    [
        "every 12 weeks, last one was either 10 or 17 December",
        "Last one was the 10th or 17th December, 12 weekly",
        "every 12 weeks. Last: 10 December or 17 December 2026",
    ],
)
def test_both_days_are_offered(text: str) -> None:
    """The first of them has the month of the second."""
    chat = Talk(FEBRUARY)
    chat.say(text)
    assert chat.last.buttons == ("Thursday 10 December 2026", "Thursday 17 December 2026")


@pytest.mark.parametrize("text", ["found the card. 17th it was", "the 17th", "it was the later one", "17 december"])
def test_the_day_once_it_is_known(text: str) -> None:
    """The plan is counted from the day that was found."""
    chat = _offered()
    chat.say("dunno, you pick")
    assert chat.say(text)[:2] == [
        "Every 12 weeks. The last one was on Thursday 17 December 2026.",
        "The next one is on Thursday 11 March 2027.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "its every 12 weeks. last one either thurs 10 dec or thurs 17 dec. not sure which",
        "every 12 weeks, it was the 10th or the 17th of december, can't remember which",
        "Every 12 weeks. Last one was before Christmas, 10th or the 17th, one of them Thursdays, no idea which",
    ],
)
def test_both_dates_at_once_where_the_doubt_is_told(text: str) -> None:
    """Nothing is asked that was just said not to be known."""
    assert Talk(FEBRUARY).say(text)[:2] == BOTH


def test_one_of_them_may_be_late_already() -> None:
    """The date that follows from the earlier day has passed."""
    chat = Talk(date(2027, 3, 8))
    chat.say("every 12 weeks, last one was the 10th or the 17th of December")
    assert chat.say("not sure")[0] == (
        "If it was Thursday 10 December 2026, the next one was due on Thursday 4 March 2027."
    )


def test_a_month_that_is_not_sure_keeps_its_days() -> None:
    """A day told after the month lies in it, and not in the month now past."""
    chat = Talk(FEBRUARY)
    chat.say("every 12 weeks")
    assert chat.say("not sure, sometime in december")[-1] == (
        'Which day was "sometime in december"? I need the day, from Tuesday 1 December 2026 to '
        "Thursday 31 December 2026."
    )
    assert chat.say("the 17th")[0] == "Every 12 weeks. The last one was on Thursday 17 December 2026."
