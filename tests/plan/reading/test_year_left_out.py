"""Dates without their year that lie a little ahead, though they are told of a dose that was given."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan import compute
from b12guide.plan.reading.reader import read, read_date
from tests.plan.talk.moves_chat import Talk

JULY = date(2027, 7, 20)


@pytest.mark.parametrize(
    ("today", "text", "options"),
    [
        (JULY, "every 4 weeks, last one 26 july", ("Monday 26 July 2027", "Sunday 26 July 2026")),
        (JULY, "last jab was on July 21st and I have it monthly", ("Wednesday 21 July 2027", "Tuesday 21 July 2026")),
        (JULY, "had my last one 26/7, every 8 weeks", ("Monday 26 July 2027", "Sunday 26 July 2026")),
        (JULY, "monthly, most recent 2 sept", ("Thursday 2 September 2027", "Wednesday 2 September 2026")),
        (JULY, "quarterly, previous the twenty ninth of august", ("Sunday 29 August 2027", "Saturday 29 August 2026")),
        (JULY, "monthly, had one the last day of July", ("Saturday 31 July 2027", "Friday 31 July 2026")),
        (JULY, "got mine the first monday of august, monthly", ("Monday 2 August 2027", "Monday 3 August 2026")),
        (date(2026, 12, 20), "quarterly, last was 5 january", ("Tuesday 5 January 2027", "Monday 5 January 2026")),
        (date(2026, 12, 20), "monthly, had it christmas day", ("Thursday 25 December 2025", "Friday 25 December 2026")),
    ],
)  # fmt: skip
def test_a_day_close_ahead_is_asked(today: date, text: str, options: tuple[str, ...]) -> None:
    """No year is taken in silence: which of the two it is, is asked."""
    reading = read(text, today=today, country="GB")
    found = compute(reading, today=today)
    assert [q.options for q in found.questions if q.about == "date"] == [options]
    assert found.anchor is None


@pytest.mark.parametrize(
    ("today", "text", "taken"),
    [
        (date(2027, 1, 10), "every 12 weeks, last one 20 november", date(2026, 11, 20)),
        (date(2027, 1, 10), "monthly, had one december 28", date(2026, 12, 28)),
        (JULY, "every 4 weeks, last one 20 july", date(2027, 7, 20)),
        (JULY, "every 4 weeks, last one 19 july", date(2027, 7, 19)),
        (JULY, "yearly, last one 10 october", date(2026, 10, 10)),
        (JULY, "yearly, last one 26 july 2026", date(2026, 7, 26)),
        (JULY, "yearly, last one Sunday 26 july", date(2026, 7, 26)),
        (JULY, "monthly, last one the 26th", date(2027, 6, 26)),
    ],
)
def test_a_day_that_is_plain_is_taken(today: date, text: str, taken: date) -> None:
    """A day that was, one that is many months ahead, and one whose weekday or year tells which it is."""
    anchor = compute(read(text, today=today, country="GB"), today=today).anchor
    assert anchor is not None
    assert (anchor.kind, anchor.date) == ("last", taken)


def test_a_date_alone_is_asked() -> None:
    """The answer to "when was the last one?" is no better."""
    found = read_date("26 july", today=JULY)
    assert found.date is None
    assert found.question is not None
    assert found.question.text == (
        '"26 july" can be read in two ways. Is it Monday 26 July 2027, still to come? Or was it Sunday 26 July 2026?'
    )
    assert read_date("26 july", today=JULY, role="next").date == date(2027, 7, 26)


@pytest.mark.parametrize(
    "answer",
    ["Monday 26 July 2027", "this year", "2027", "the first", "still to come", "next week", "it hasn't come yet",
     "the one to come", "this july", "its booked", "the 2027 one", "not yet"],
)  # fmt: skip
def test_the_one_to_come_is_the_next(answer: str) -> None:
    """A date to come is that of the next one, and no dose is counted from it."""
    chat = Talk(JULY)
    chat.say("every 4 weeks, last one 26 july")
    lines = chat.say(answer, None)
    assert chat.dates[:2] == ["2027-07-26", "2027-08-23"]
    assert "The next one is on Monday 26 July 2027." in lines


@pytest.mark.parametrize(
    "answer", ["Sunday 26 July 2026", "last year", "2026", "the second", "last year's", "a year ago"]
)
def test_the_one_of_last_year_is_the_last(answer: str) -> None:
    """Who says so has it counted from there."""
    chat = Talk(JULY)
    chat.say("yearly, last one 26 july")
    assert chat.say(answer, None)[0] == "Every year. The last one was on Sunday 26 July 2026."


def test_another_day_told_then_is_taken() -> None:
    """ "I meant June": the day that was asked about is put right."""
    chat = Talk(JULY)
    chat.say("every 4 weeks, last one 26 july")
    lines = chat.say("sorry, 26 june", None)
    assert lines[0] == "Every 4 weeks. The last one was on Saturday 26 June 2027."
