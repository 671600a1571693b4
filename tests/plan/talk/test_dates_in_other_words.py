"""Dates that the clinic set, and dates that are asked for, in words that only people use."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan import dialogue
from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 10, 20)


def _kept() -> Talk:
    """Every 8 weeks, the next one on 22 October 2027."""
    chat = Talk(TODAY)
    for told in ("every 8 weeks, last one 27 august", "yes"):
        chat.say(told)
    return chat


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("nurse will be away so they've booked me for the second tuesday in november", "Tuesday 9 November 2027"),
        ("ive been given 9 november instead", "Tuesday 9 November 2027"),
        ("they have given me the 9th", "Tuesday 9 November 2027"),
        ("they squeezed me in on the 25th", "Monday 25 October 2027"),
    ],
)
def test_what_the_clinic_set(text: str, day: str) -> None:
    """It is the next one."""
    chat = _kept()
    chat.say(text)
    assert any(f"is on {day}" in line for line in chat.say("when is my next one"))


def test_one_that_was_squeezed_in_before() -> None:
    """The 12th lies as near behind as the next 12th ahead: what was told in the past tense was had."""
    said = _kept().say("they squeezed me in on the 12th")
    assert any("You had it on Tuesday 12 October 2027" in line for line in said)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("which two come after the december one", "Friday 11 February and Friday 7 April 2028"),
        ("and the 2 after the 17th", "Friday 11 February and Friday 7 April 2028"),
        ("and the one after the february one", "Friday 7 April 2028"),
    ],
)
def test_so_many_after_one(text: str, days: str) -> None:
    """As many as are asked for, behind the day or the month that is named."""
    assert any(days in line for line in _kept().say(text))


@pytest.mark.parametrize("text", ["whit day is it then", "just give me the date one more time", "is that the date now"])
def test_the_date_again(text: str) -> None:
    """The next one."""
    assert any("is on Friday 22 October 2027" in line for line in _kept().say(text))


@pytest.mark.parametrize("text", ["when did i last get stuck", "when was i last jabbed"])
def test_the_last_one(text: str) -> None:
    """The one that was told."""
    assert any("was on Friday 27 August 2027" in line for line in _kept().say(text))


def test_a_reminder_has_its_date() -> None:
    """The bot sends none, and says of what it would have reminded."""
    assert any("is on Friday 22 October 2027" in line for line in _kept().say("remind me when i have to be there"))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("reception rang, its gone to the 9th of november", "it is on 9 November 2027, i am certain"),
        ("anything between now and christmas", "all dates up to christmas"),
        ("what has he between now and the end of june", "all dates up to the end of june"),
        ("we are off to spain on 9 november and i cannot wait", None),
        ("had the jab talk with my nurse on 9 november last year", None),
    ],
)
def test_a_day_that_nothing_else_took(text: str, asked: str | None) -> None:
    """One of an injection is held against the plan's, which asks what the clinic gave; from now on is a list."""
    assert dialogue.day_named(_kept().kept, text, dialogue.Who(TODAY)) == asked
