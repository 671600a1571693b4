"""A plan of fixed days and a day that it does not have: nothing raises, and no date is counted from it unasked."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk


def _kept(today: date, *texts: str) -> Talk:
    chat = Talk(today)
    for text in (*texts, "yes"):
        chat.say(text)
    return chat


def _weekly() -> Talk:
    """Mondays, Wednesdays and Fridays, 2 of 5 given, next on Wednesday 8 July 2026."""
    return _kept(date(2026, 7, 7), "had my 2nd one yesterday, meant to be 5 in total, every monday wednesday friday")


@pytest.mark.parametrize(
    "text", ["nurse is off wednesday so they've pushed it to thursday", "they've booked me in for thursday instead"]
)
def test_a_booking_on_another_day(text: str) -> None:
    """The clinic's date is kept for that one; the others stay, and what follows is said."""
    chat = _weekly()
    said = chat.say(text)
    assert said[:2] == [
        "I have noted what your clinic booked: Thursday 9 July 2026.",
        "After Thursday 9 July 2026, the next one is on Friday 10 July 2026.",
    ]
    assert chat.dates == ["2026-07-09", "2026-07-10", "2026-07-13"]
    assert chat.say("when is my next one") == ["Your next injection is on Thursday 9 July 2026."]


def test_a_dose_on_another_day() -> None:
    """Given on a day that the plan does not have: which date is next is asked, and counted from."""
    chat = _kept(date(2026, 7, 10), "monthly on the 15th, last 15 june")
    assert "Which date is the next one?" in chat.say("had it on the 9th")[-1]
    assert chat.say("15 august")[1] == "The next one is on Saturday 15 August 2026."


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("pushed back 3 days bc of clinic closure", "Thursday 9 April 2026"),
        ("they've put it back a week", "Monday 13 April 2026"),
        ("they've brought it forward by 2 days", "Saturday 4 April 2026"),
        ("she offered me the 8th", "Wednesday 8 April 2026"),
    ],
)
def test_a_date_shifted_by_so_many_days(text: str, day: str) -> None:
    """It is counted from the date that was shown."""
    chat = _kept(date(2026, 4, 1), "every 4 weeks, last 9 march")
    assert chat.say(text)[0] == f"I have noted what your clinic booked: {day}."


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("if i'm a fortnight late with this one what happens to the one after",
         "If it is on Monday 15 June 2026, the one after that is on Monday 7 September 2026."),
        ("what if it's 5 days early",
         "If it is on Wednesday 27 May 2026, the one after that is on Wednesday 19 August 2026."),
        ("if they cant fit me in till the week after",
         "If it is on Monday 8 June 2026, the one after that is on Monday 31 August 2026."),
    ],
)  # fmt: skip
def test_what_if_so_late(text: str, line: str) -> None:
    """So long after or before the date that was shown is a supposed day."""
    assert _kept(date(2026, 3, 30), "every 12 weeks, last 9 march 2026").say(text)[0] == line


@pytest.mark.parametrize("answer", ["y", "yes", "yeah please", "ok"])
def test_a_yes_to_one_of_two_days(answer: str) -> None:
    """It says neither: both are offered again."""
    chat = Talk(date(2026, 4, 1))
    chat.say("every 4 weeks, last 3/9")
    assert "Is it Wednesday 3 September 2025 or Monday 9 March 2026?" in chat.say(answer)[-1]
