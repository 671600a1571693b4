"""A day of the plan that is doubted: how it was counted is said, and what was only thought changes nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.plan.talk.moves_chat import Talk, saved, shown

COUNTED = "12 weeks after Monday 9 February 2026 is Monday 4 May 2026."
TELL = "If the last one was on another day, or your clinic gave another date, tell me. Theirs is the one that counts."


@pytest.mark.parametrize(
    "text",
    [
        "thought it was the 3rd of may",
        "is the May one right? thought it was the 1st",
        "that doesn't look right, I reckoned the 11th",
        "how did you get 4 may",
        "are you sure about the 4th of may?",
        "i make it the 5th",
        "I was expecting the 27th of april",
    ],
)
@pytest.mark.parametrize("before", [saved, shown], ids=["kept", "read back"])
def test_how_a_day_was_counted(text: str, before: Callable[[], Talk]) -> None:
    """The dose before it, the gap and the day; plan and log stay."""
    chat = before()
    kept = dict(chat.kept or {})
    assert chat.say(text)[:2] == [COUNTED, TELL]
    assert chat.kept is not None
    assert (chat.kept["anchor"], chat.kept["given"], chat.kept["phases"]) == (
        kept["anchor"], kept["given"], kept["phases"])  # fmt: skip


def test_the_day_that_was_thought_of_is_right() -> None:
    """Yes, and how it was counted."""
    assert saved().say("is the may one right? thought it was the 4th") == ["Yes, that is right.", COUNTED]


def test_a_later_day() -> None:
    """It is counted from the one before it."""
    assert saved().say("are you sure about 27 july")[0] == "12 weeks after Monday 4 May 2026 is Monday 27 July 2026."


@pytest.mark.parametrize("text", ["my nurse said the 20th of april", "no, the last one was 10 february"])
def test_what_is_told_for_certain_is_taken(text: str) -> None:
    """The clinic's day, and a day put right, are no doubts."""
    assert all(name != "doubted" for _, name, _ in saved().moves(text))


@pytest.mark.parametrize("text", ["remember mine only", "just keep mine please", "only save my plan", "mine only"])
def test_only_mine(text: str) -> None:
    """Where there is no other plan, that is said."""
    assert saved().say(text) == ["Yours is the only plan that I have.", "Your next injection is on Monday 4 May 2026."]
