"""The last one told by the day that it was not: "Thursday, not yesterday, the one before"."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

FRIDAY = date(2027, 1, 15)
WEEK_BEFORE = [
    "Every 2 weeks. The last one was on Thursday 7 January 2027.",
    "The next one is on Thursday 21 January 2027.",
]


def _talk(*texts: str) -> list[str]:
    chat = Talk(FRIDAY)
    return [chat.say(text) for text in texts][-1]


@pytest.mark.parametrize(
    "texts",
    [
        ("every 2 weeks, the last one was thursday, not yesterday, the one before",),
        ("every fortnight. last jab thurs - not yesterday but the one before that",),
        ("every 2 weeks", "not yesterday, the thursday before"),
        ("every 2 weeks", "it was thursday. not yesterday, the one before"),
        ("every 2 weeks", "not this thursday but the one before"),
        ("every 2 weeks, last one was yesterday", "no. not yesterday, the thurs before"),
        ("every 2 weeks, last one was yesterday", "not yesterday, the week before"),
    ],
)
def test_the_last_one_is_a_week_before_the_day_ruled_out(texts: tuple[str, ...]) -> None:
    """In the plan, in the answer when it was, and to the plan that was read back."""
    assert _talk(*texts)[:2] == WEEK_BEFORE


@pytest.mark.parametrize(
    "texts",
    [
        ("every 2 weeks, the last one was not yesterday, the one before",),
        ("every 2 weeks, last one was tuesday, not yesterday, the one before",),
        ("every 2 weeks", "not yesterday, the one before"),
    ],
)
def test_what_names_no_certain_day_is_asked(texts: tuple[str, ...]) -> None:
    """No date is shown, and the day that was ruled out is not offered."""
    said = " ".join(_talk(*texts))
    assert "?" in said
    assert "14 January" not in said
    assert "The next one" not in said
