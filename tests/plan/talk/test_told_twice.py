"""Two facts in one message, years put right alone, and more ways to refuse a dose."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.talk.refused import refused
from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 2, 1)


def told(*texts: str) -> list[str]:
    """The last answer."""
    chat = Talk(TODAY)
    return [chat.say(text) for text in texts][-1]


@pytest.mark.parametrize(
    "text",
    [
        "oh it's 10 weeks, and they count from the first of january",
        "it's 10 weeks and the last was the 1st of january",
        "sorry, 10 weeks, last one 1 january",
        "10 weekly and the last one was on friday 1 january",
    ],
)
def test_neither_of_two_facts_is_lost(text: str) -> None:
    """How often and when, put right in one message, are both put right."""
    said = told("every 12 weeks. last one 4 january", text)
    assert "Every 10 weeks. The last one was on Friday 1 January 2027." in said
    assert "The next one is on Friday 12 March 2027." in said


@pytest.mark.parametrize(
    "text", ["sorry, 2025 I meant", "it was 2025 not 2026", "oops that was 2025", "not 2026, 2025"]
)
def test_a_year_alone_is_put_right(text: str) -> None:
    """The day stays, the year is the one that was said."""
    said = told("every 12 weeks. last one 5 november 2026", text)
    assert any("from Wednesday 5 November 2025" in line for line in said), said


def test_last_year_is_no_gap() -> None:
    """ "Last year" is of the date, and never how often."""
    said = told("every 3 months. last one 14 december", "last year i mean")
    assert "Every 3 months. The last one was on Monday 14 December 2026." in said


def test_a_year_to_come_is_put_right_where_it_is_asked_about() -> None:
    """The bot asks whether a date to come is planned; the year alone answers it."""
    said = told("every 12 weeks, last one 1 december 2027", "2026 sorry")
    assert "Every 12 weeks. The last one was on Tuesday 1 December 2026." in said


@pytest.mark.parametrize(
    ("text", "is_refused"),
    [
        ("I turned it down yesterday", True),
        ("she said no to the jab", True),
        ("he wouldn't let the nurse do it", True),
        ("I cancelled monday's one", True),
        ("she turned the radio down", False),
        ("he let the nurse do it", False),
        ("I cancelled my gym", False),
    ],
)
def test_ways_to_refuse(text: str, is_refused: bool) -> None:
    """Whoever turned a dose away was not given it."""
    assert refused(text) is is_refused


def test_a_course_told_again_keeps_its_count() -> None:
    """A start is no last dose: how many there are, and were had, is read again with it."""
    chat = Talk(date(2027, 10, 12))
    chat.say("every other day for 6 injections, first one 8 october, had 2")
    chat.say("yes", None)
    chat.say("every second day, six injections, started friday 8 october. i've had two", "regimen")
    assert chat.dates == ["2027-10-12", "2027-10-14", "2027-10-16", "2027-10-18"]


def test_an_answer_is_not_undone_by_what_is_told_of_somebody_else() -> None:
    """Which of two intervals is the writer's is said first; the other one, told behind it, is not taken."""
    said = told(
        "mine is every 10 weeks last one 4 january, his is every 6 weeks last one 11 january",
        "thats mine the 10 weeks one. his is the 6 weeks",
        "4 january",
    )
    assert "Every 10 weeks. The last one was on Monday 4 January 2027." in said
    assert "Every 6 weeks. The last one was on Monday 4 January 2027." not in said
