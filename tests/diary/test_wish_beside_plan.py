"""A plan and a wish for reminders in one breath are both read."""

from __future__ import annotations

from datetime import time

import pytest

from b12guide.diary.beside_plan import wish_beside_plan
from b12guide.diary.wishes import REMIND, asked_of_reminders, when_of
from b12guide.plan import dialogue


@pytest.mark.parametrize(
    ("text", "before", "at"),
    [
        ("could do with reminding of my jab, every 9 weeks, last one 2 may. 5pm the day before is best", 1, time(17)),
        ("every 9 weeks, last one 2 may. we'd like to be warned two days before so my son can drive", 2, time(9)),
        ("let me know a week ahead, it's every 9 weeks and the last was 2 may", 7, time(9)),
        ("mine's every 9 weeks, last one 2 may and i need a heads up the day before at 7 in the evening", 1, time(19)),
        ("I'd like a text two days ahead of each one, every 9 weeks, last one 2 may", 2, time(9)),
        ("every 9 weeks and want to be reminded, last one 2 may", None, time(9)),
    ],
)
def test_both_are_read(text: str, before: int | None, at: time) -> None:
    """The plan is what is left, and the wish has its day and its time."""
    two = wish_beside_plan(text)
    assert two is not None
    assert dialogue.tells_plan(two[0])
    assert "2 may" in two[0]
    assert "before" not in two[0]
    assert "ahead" not in two[0]
    found = when_of(two[1])
    assert (found.before, found.at) == (before, at)


@pytest.mark.parametrize(
    "text",
    [
        "every 9 weeks, last one 2 may, i had a text the day before",
        "every 9 weeks, last one 2 may, i felt awful the day before",
        "it's every 9 weeks, the clinic texts me the day before",
    ],
)
def test_what_is_told_of_the_day_before_is_no_wish(text: str) -> None:
    """What was, and what the clinic does, asks for no reminder."""
    assert wish_beside_plan(text) is None


@pytest.mark.parametrize(
    ("text", "wished"),
    [
        ("I'd love some prompting the night before", True),
        ("may I be told 4 days before", True),
        ("i was not told the day before", False),
        ("let me know what to do the day before", False),
        ("they tell me the day before", False),
        ("the nurse will call me the day before", False),
    ],
)
def test_a_wish_in_other_words_than_remind_me(text: str, wished: bool) -> None:
    """To be told so long before is one; what somebody else does, and what is asked, is none."""
    found = asked_of_reminders(text)
    assert (found is not None and found.what == REMIND) is wished
