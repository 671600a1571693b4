"""A weekday that answers which of several days the last one was, where the date and its weekday did not agree."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 3, 12)
# 23 February 2027 is a Tuesday.
PLAN = "every 5 weeks, last one was monday february 23"
ALL = ("Tuesday 23 February 2027", "Monday 22 February 2027", "Monday 23 February 2026")
MONDAYS = ("Monday 22 February 2027", "Monday 23 February 2026")


def _asked(*texts: str) -> Talk:
    chat = Talk(TODAY)
    chat.country = "US"
    for text in (PLAN, *texts):
        chat.say(text)
    return chat


def test_the_day_and_its_weekday_do_not_agree() -> None:
    """Which it was is asked, as before."""
    assert _asked().last.buttons == ALL


@pytest.mark.parametrize(
    "text",
    ["no, it was a monday, I'm certain", "definitely a Monday", "monday for sure", "the monday", "it was a monday"],
)
def test_a_weekday_that_leaves_two_of_the_days_is_asked_once(text: str) -> None:
    """The two days that are left are asked, and none is counted from that was not offered."""
    chat = _asked(text)
    assert chat.last.buttons == MONDAYS
    assert (chat.kept or {})["anchor"] is None
    chat.say("the 22nd")
    assert chat.dates[0] == "2027-03-29"


@pytest.mark.parametrize(
    "text",
    [
        "ok tuesday",
        "it was a tuesday then",
        "oh the calendar says the 23rd was a Tuesday. so Tuesday",
        "the 23rd was a tuesday, ok tuesday it is",
        "silly me, tuesday",
    ],
)
@pytest.mark.parametrize("before", [(), ("no it was a monday",)])
def test_what_is_agreed_in_the_end_is_taken(before: tuple[str, ...], text: str) -> None:
    """The one Tuesday among the days that were offered, whichever were left by then."""
    assert _asked(*before, text).dates[0] == "2027-03-30"


def test_a_weekday_and_number_put_right_what_was_taken() -> None:
    """Behind a day that was read back, the number with its own weekday and the weekday once more."""
    assert _asked("the 22nd", "hang on, the 23rd was a Tuesday. so Tuesday").dates[0] == "2027-03-30"


def test_a_weekday_of_none_of_the_days_is_asked_again() -> None:
    """No Thursday was offered, and none is guessed."""
    chat = _asked("it was a thursday")
    assert chat.last.buttons == ALL
    assert (chat.kept or {})["anchor"] is None


@pytest.mark.parametrize(
    ("text", "day"), [("it was last monday", "2027-03-08"), ("monday 1 march actually", "2027-03-01")]
)
def test_another_day_that_is_named_whole_is_taken(text: str, day: str) -> None:
    """Who names another day has found it."""
    assert (_asked(text).kept or {})["anchor"]["date"] == day
