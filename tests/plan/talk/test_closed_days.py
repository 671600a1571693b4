"""Which dates are at a weekend, on a public holiday, or near a day with a name; none of them is moved."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

NOVEMBER = date(2026, 11, 30)
ASK = "I move none of them. Your clinic may be closed then, so ask which day they want."


def _first_mondays() -> Talk:
    chat = Talk(NOVEMBER, country="US")
    chat.say("the first Monday of every month, last one November 2, 2026")
    chat.say("yes")
    return chat


@pytest.mark.parametrize(
    "text",
    [
        "which of them fall on a holiday?",
        "any on a public holiday?",
        "are any of those on a federal holiday",
        "do any land on holidays?",
        "which ones are on bank holidays?",
    ],
)
def test_those_on_a_public_holiday(text: str) -> None:
    """Each with the name of the day, of the year ahead."""
    assert _first_mondays().say(text) == [
        "Monday 5 July 2027 is Independence Day (observed).",
        "Monday 6 September 2027 is Labor Day.",
        ASK,
    ]


def test_a_yes_and_the_holidays() -> None:
    """The yes is taken, and the question beside it answered."""
    chat = Talk(date(2027, 2, 3), country="IE")
    chat.say("every 7 weeks, last one 25 January 2027")
    lines = chat.say("yes, and which ones are on bank holidays?")
    assert lines == ["Monday 3 May 2027 is May Day.", ASK]
    assert chat.last.key is not None


def test_those_at_a_weekend() -> None:
    """All of the year ahead, or that there is none."""
    assert _first_mondays().say("any weekends?") == [
        "None of your dates up to Tuesday 30 November 2027 is at a weekend."
    ]
    chat = Talk(date(2027, 2, 9), country="GB")
    chat.say("every 6 months, last one 7 February 2027")
    chat.say("yes")
    assert chat.say("do any of them fall on a weekend?") == ["At a weekend: Saturday 7 August 2027.", ASK]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "is that a bank holiday?",
            "I do not know of a holiday on Monday 7 December 2026. Ask your clinic if it is open that day.",
        ),
        (
            "is that a holiday?",
            "I do not know of a holiday on Monday 7 December 2026. Ask your clinic if it is open that day.",
        ),
    ],
)
def test_whether_the_next_one_is_on_a_holiday(text: str, expected: str) -> None:
    """The holidays of the country are known; another day is the clinic's to know."""
    assert _first_mondays().say(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "which one is closest to Thanksgiving?",
            [
                "Thanksgiving is on Thursday 25 November 2027.",
                "The nearest are on Monday 1 November and Monday 6 December 2027.",
            ],
        ),
        (
            "Is the July one before or after the 4th?",
            ["It is on Monday 5 July 2027. That is after Sunday 4 July 2027."],
        ),
        (
            "is that before or after Christmas?",
            [
                "Christmas Day is on Friday 25 December 2026.",
                "It is on Monday 7 December 2026. That is before Friday 25 December 2026.",
            ],
        ),
        (
            "is the next one before easter or after?",
            [
                "Easter Sunday is on Sunday 28 March 2027.",
                "It is on Monday 7 December 2026. That is before Sunday 28 March 2027.",
            ],
        ),
    ],
)
def test_beside_a_day(text: str, expected: list[str]) -> None:
    """The day is dated, and how a date of the plan lies to it is said."""
    assert _first_mondays().say(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It's a yes or no. 5 July 2027 is Independence Day, clinic's shut. What do I do about that date?",
        "my date falls on a holiday, Independence Day in July. do you move it or do i",
    ],
)
def test_what_to_do_about_a_holiday(text: str) -> None:
    """The clinic says which day."""
    assert _first_mondays().say(text)[-1] == (
        "It is one of your dates, and I do not move it. Ask your clinic which day they want."
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("is the July one a Monday?", "Yes. Monday 5 July 2027 is a Monday."),
        ("yes, so is the March one a Saturday?", "No. Monday 1 March 2027 is a Monday."),
        ("can you move the September one to the Tuesday?", "By your plan it is on Monday 6 September 2027."),
    ],
)
def test_the_one_of_a_month(text: str, line: str) -> None:
    """A month alone names its own dose, and not the next one."""
    assert _first_mondays().say(text)[0] == line


@pytest.mark.parametrize(
    "text", ["is 7 December one of mine or not", "is the 7th of December one of mine?", "is it 7 December or not"]
)
def test_whether_a_day_is_one_of_them(text: str) -> None:
    """ "One of mine" is no dose that was given a year ago."""
    assert _first_mondays().say(text) == ["Yes. It is on Monday 7 December 2026."]


def test_australia_day() -> None:
    """It is on 26 January."""
    chat = Talk(date(2027, 1, 4), country="AU")
    chat.say("every 4 weeks, last one 29 December 2026")
    chat.say("yes")
    assert chat.say("does that one land on Australia Day?")[0] == "Yes. Tuesday 26 January 2027 is Australia Day."
