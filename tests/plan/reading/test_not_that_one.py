"""A day told by the one that it was not: "Thursday, not yesterday, the one before"."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.reading.reader import Reading, read, read_date

FRIDAY = date(2027, 1, 15)


def said(text: str) -> Reading:
    return read(text, today=FRIDAY, country="GB")


@pytest.mark.parametrize(
    "text",
    [
        "every 2 weeks, last one was thursday - not yesterday, the one before",
        "fortnightly. had it on thursday, not yesterday but the one before that",
        "every 2 weeks. the last one was Thurs (not yesterday, the week before)",
        "every fortnight, last jab was not yesterday, it was the thursday before",
        "every 2 weeks, last was not this thursday but the one before",
        "every 2 weeks. last one wasn't yesterday, the thursday before that",
        "every 2 weeks, last one was thursday, not this week, the one before",
        "every 2 weeks, last one thursday. not this one, the one before",
        "every other thursday, last shot was thursday not yesterday the one before",
    ],
)
def test_the_one_before_the_day_denied_is_a_week_earlier(text: str) -> None:
    """The day that was ruled out is never taken, nor offered."""
    reading = said(text)
    assert [mention.date for mention in reading.dates] == [date(2027, 1, 7)]
    assert reading.questions == ()


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("every 2 weeks. last one was not yesterday, the one before", ()),
        (
            "every 2 weeks. last one was tuesday, not yesterday, the one before",
            ("Tuesday 12 January 2027", "Tuesday 5 January 2027"),
        ),
        ("every 2 weeks. last one was friday, not last friday, the one before",
         ("Friday 8 January 2027", "Friday 1 January 2027")),
    ],
)  # fmt: skip
def test_a_denied_day_that_names_no_other_is_asked(text: str, options: tuple[str, ...]) -> None:
    """Without its weekday, or with another one, which day was meant is asked; the denied one is no option."""
    reading = said(text)
    assert reading.dates == ()
    assert [question.options for question in reading.questions] == [options]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("every 2 weeks, last one was yesterday, not today", date(2027, 1, 14)),
        ("every 2 weeks, last one was thursday, the day before the dentist", date(2027, 1, 14)),
        ("every 2 weeks, last one was the thursday before last", date(2027, 1, 7)),
    ],
)
def test_a_day_that_is_not_denied_stays(text: str, day: date) -> None:
    """What only looks like it is read as before."""
    assert day in [mention.date for mention in said(text).dates]


@pytest.mark.parametrize(
    "text",
    [
        "no. not yesterday, the thurs before",
        "not yesterday i said, the thursday BEFORE",
        "not this thursday, the one before",
    ],
)
def test_the_same_in_an_answer(text: str) -> None:
    """Asked for the day, the one before is a week earlier too."""
    assert read_date(text, today=FRIDAY, country="GB").date == date(2027, 1, 7)
