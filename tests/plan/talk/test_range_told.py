"""A range told as how often, in whatever answer: both of its ends are kept."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 5, 4)
LAST = "last one was 9 february 2027"
RANGE = "Every 10 to 12 weeks. The last one was on Tuesday 9 February 2027."
NEXT = "The next one is between Tuesday 20 April 2027 and Tuesday 4 May 2027."


def _said(*texts: str) -> list[str]:
    chat = Talk(TODAY)
    return [chat.say(text) for text in texts][-1]


@pytest.mark.parametrize(
    "texts",
    [
        (f"the nurse said 10 to 12 weeks, {LAST}",),
        (f"10-12 weeks between jabs, {LAST}",),
        (f"how often is every 10 to 12 weeks, {LAST}.",),
        (f"every 12 weeks, {LAST}", "no, 10 to 12"),
        (f"every 12 weeks, {LAST}", "between 10 and 12"),
        ("10 to 12 weeks", "yes", "9 february 2027"),
        ("12 weeks", "no, 10 to 12", "9 february 2027"),
        ("12 weeks", "like i told you, 10 to 12 weeks the surgery said", "9 february 2027"),
    ],
)
def test_both_ends_of_a_range_are_kept(texts: tuple[str, ...]) -> None:
    """In the plan, as the answer to how often, and to the plan that was read back."""
    said = _said(*texts)
    assert RANGE in said
    assert NEXT in said


def test_a_range_alone_is_asked_as_a_range() -> None:
    """What is offered has both ends."""
    chat = Talk(TODAY)
    assert chat.say("10 to 12 weeks") == ["I can work that out. Is that an injection every 10 to 12 weeks?"]


@pytest.mark.parametrize(
    "text",
    [
        "the nurse said 10 to 12 weeks for my nerves to feel better",
        "it takes 2 to 3 weeks the doctor said",
        "the doctor said 6 to 8 weeks, that's how long the wait is",
        "how often is every 12 weeks?",
        "he said 2 to 3 weeks until the results",
    ],
)
def test_how_long_something_takes_is_no_plan(text: str) -> None:
    """A wait, or what helps by when, is no gap between injections."""
    assert _said(text) == []


def test_a_booking_to_come_is_no_day_that_was_late() -> None:
    """The day that is booked is the next one's, and nothing was had early."""
    said = " ".join(_said(f"every 10 to 12 weeks, {LAST}. i'm booked in for the 11th of may. is it too late"))
    assert "early" not in said
    assert "You had it" not in said
    assert "The next one is on Tuesday 11 May 2027." in said
