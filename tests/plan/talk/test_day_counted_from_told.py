"""A day that puts right the one of the last dose and is counted from it: "a day later than I said"."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2026, 10, 16)  # a Friday
PLAN = "every 6 weeks, last one thursday 8 october"


def _last(chat: Talk) -> str:
    assert chat.kept is not None
    anchor = chat.kept["anchor"]
    return f"{anchor['kind']} {anchor['date']}"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("a day earlier than i said", "2026-10-07"),
        ("sorry, it was the day after that", "2026-10-09"),
        ("oh no wait, it was the thursday the week before", "2026-10-01"),
        ("it was a week before that actually", "2026-10-01"),
        ("it was two days later", "2026-10-10"),
        ("hang on, the monday before", "2026-10-05"),
        ("oops the day before", "2026-10-07"),
        ("that was the tuesday after", "2026-10-13"),
        ("the last one was a fortnight earlier than that", "2026-09-24"),
    ],
)
def test_it_is_counted_from_the_day_told(text: str, day: str) -> None:
    """The plan is read back with it."""
    chat = Talk(TODAY)
    chat.say(PLAN)
    chat.say(text)
    assert _last(chat) == f"last {day}"


def test_a_plan_that_was_kept_is_put_right_too() -> None:
    """What was counted wrong stays wrong otherwise."""
    chat = Talk(TODAY)
    chat.say(PLAN)
    chat.say("yes")
    chat.say("wait, it was a day later than that")
    assert _last(chat) == "last 2026-10-09"


@pytest.mark.parametrize(
    "text",
    [
        # Not counted from the day told, or not a dose that was given.
        "it was the week before my birthday",
        "can i have it a week later",
        "was it the day before?",
        # In the future; a no may mean the next date.
        "sorry it was two weeks later",
        "no, the thursday after",
    ],
)
def test_what_may_be_another_day_changes_nothing(text: str) -> None:
    """The last one stays as it was told."""
    chat = Talk(TODAY)
    chat.say(PLAN)
    chat.say(text)
    assert _last(chat) == "last 2026-10-08"


def test_the_day_before_yesterday_is_counted_from_today() -> None:
    """It says its own day."""
    chat = Talk(TODAY)
    chat.say(PLAN)
    chat.say("sorry it was the day before yesterday")
    assert _last(chat) == "last 2026-10-14"
