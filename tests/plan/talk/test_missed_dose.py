"""A dose that was missed is told by its month: nothing asks for its day, and none is counted from it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2026, 3, 5)
NOTED = (
    "I have noted that. A missed one was not given. Do not have 2 to catch up. "
    "Call your clinic: they say what comes next."
)


def _monthly() -> Talk:
    """Every month, last one on Thursday 12 February 2026."""
    chat = Talk(TODAY)
    for text in ("monthly, last one was 12 february 2026", "yes"):
        chat.say(text)
    return chat


@pytest.mark.parametrize(
    "text",
    [
        "I missed the January one",
        "january i clean forgot about",
        "forgot my december jab cos of the snow",
        "we never had the one in november",
        "I didn't get my January shot, I had flu",
    ],
)
def test_a_month_before_the_last_one(text: str) -> None:
    """It changes nothing: the next date stands."""
    assert _monthly().say(text) == [NOTED, "Your next injection is on Thursday 12 March 2026."]


@pytest.mark.parametrize("text", ["i missed the feb one", "i missed my last appointment", "forgot my last jab"])
def test_the_one_that_the_plan_is_counted_from(text: str) -> None:
    """If that was not given, which was the last is asked, and it leaves the log."""
    chat = _monthly()
    assert chat.say(text) == [f"{NOTED} Which was the last one that you had?"]
    chat.say("12 january")
    assert chat.kept is not None
    assert chat.kept["anchor"]["date"] == "2026-01-12"
    assert [dose["day"] for dose in chat.kept["given"]] == ["2026-01-12"]


@pytest.mark.parametrize(
    "text", ["did I miss the january one?", "what if i miss the april one", "should I have missed the may one"]
)
def test_a_question_tells_of_no_missed_dose(text: str) -> None:
    """It is asked, not told."""
    assert all(name != "missed" for _, name, _ in _monthly().moves(text))


def test_told_with_the_plan() -> None:
    """Beside the plan it is no other date."""
    chat = Talk(TODAY)
    said = chat.say("every month, last one 10 December 2025. January I forgot it")
    assert said[0].startswith("Counting every month from Wednesday 10 December 2025, it was due on Saturday 10 January")
