"""The days on which somebody is away, and the day on which an injection was given."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b12guide.plan import Question
from b12guide.plan.talk.days import days_away, given_day, tells_given

TODAY = date(2026, 3, 5)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("I'm away from 3 to 20 April", "2026-04-03", "2026-04-20"),
        ("away between the 10th and the 15th", "2026-03-10", "2026-03-15"),
        ("on holiday 28 march to 4 april", "2026-03-28", "2026-04-04"),
        ("3-20 april", "2026-04-03", "2026-04-20"),
        ("from 3rd april till 20th april 2026", "2026-04-03", "2026-04-20"),
        ("not here from 20 december to 5 january", "2026-12-20", "2027-01-05"),
        ("from 28 february to 13 march", "2026-02-28", "2026-03-13"),
        ("from 29 feb 2028 to 3 march 2028", "2028-02-29", "2028-03-03"),
        ("I'm away next week", "2026-03-09", "2026-03-15"),
        ("away this week", "2026-03-02", "2026-03-08"),
        ("I'm away on 4 may", "2026-05-04", "2026-05-04"),
        ("i go away on 30 march for two weeks", "2026-03-30", "2026-04-12"),
        ("away for a fortnight from 30 march", "2026-03-30", "2026-04-12"),
        ("away for 5 days from 30 march", "2026-03-30", "2026-04-03"),
        ("away all april", "2026-04-01", "2026-04-30"),
        ("on holiday the whole of may", "2026-05-01", "2026-05-31"),
        ("away in february", "2027-02-01", "2027-02-28"),
        ("away next month", "2026-04-01", "2026-04-30"),
    ],
)
def test_days_away(text: str, start: str, end: str) -> None:
    """A date without a year is the next one of its name; a journey may have begun, or run over the new year."""
    assert days_away(text, today=TODAY) == (date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize(
    "text",
    [
        "I am going away",
        "away between 03/04/2026 and 20/04/2026",
        "from monday to friday",
        "from 20 april to 3 april",
        "from 20 april 2026 to 3 april 2026",
        "from 30 to 31 february",
        "from easter to 3 april",
    ],
)
def test_days_that_are_open_are_asked_for(text: str) -> None:
    """Nothing is guessed where an end is missing, is no date, can be read in two ways, or lies before the start."""
    assert days_away(text, today=TODAY) is None


@given(st.text(max_size=60), st.dates(date(2000, 1, 1), date(2090, 12, 31)))
def test_any_text_returns(text: str, today: date) -> None:
    """Whatever is said, days away are in order and a day given is a date, a question or nothing."""
    span = days_away(text, today=today)
    assert span is None or span[0] <= span[1]
    assert isinstance(given_day(text, today=today), (date, Question, type(None)))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("I had it today", "2026-03-05"),
        ("just had my jab", "2026-03-05"),
        ("had my injection this morning", "2026-03-05"),
        ("got it done yesterday", "2026-03-04"),
        ("I had it late, on the 3rd", "2026-03-03"),
        ("I was given it on 3 march", "2026-03-03"),
        ("the nurse gave me mine on tuesday", "2026-03-03"),
    ],
)
def test_an_injection_told_of(text: str, day: str) -> None:
    """The day that the words name, or today where they say so."""
    assert tells_given(text) is True
    assert given_day(text, today=TODAY) == date.fromisoformat(day)


def test_a_day_that_is_open() -> None:
    """No day at all is None; a day with two readings is the question which."""
    assert given_day("I had it", today=TODAY) is None
    question = given_day("I had it on 03/02/2026", today=TODAY, country="US")
    assert isinstance(question, Question)
    assert question.options == ("Monday 2 March 2026", "Tuesday 3 February 2026")


@pytest.mark.parametrize("text", ["it was the 4th", "i had it wrong, it was the 4th", "every 4 weeks", "4 march"])
def test_what_tells_of_no_injection(text: str) -> None:
    """A date put right, or a date alone, is no injection given."""
    assert tells_given(text) is False
