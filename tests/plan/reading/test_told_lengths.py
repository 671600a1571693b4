"""How long a course goes on is read without a "for", and its first day by what stands around it."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.reading.reader import read, read_date

TODAY = date(2027, 1, 8)


@pytest.mark.parametrize(
    "text",
    [
        "once a week on Wednesdays, 6 weeks from 2 December",
        "once a week, Wednesdays - 6 weeks, started 2 December",
        "every week on Wednesdays for 6 weeks, from 2 December",
        "weekly on Wednesdays\n6 weeks, first one 2 December",
    ],
)
def test_a_course_is_as_long_as_it_was_told(text: str) -> None:
    """So many weeks from a day on are the length of a weekly course, and the day is that of its first dose."""
    reading = read(text, today=TODAY)
    assert [(p.period, p.unit, p.duration, p.duration_unit) for p in reading.phases] == [(1, "wk", 6, "wk")]
    assert [(m.date, m.role) for m in reading.dates] == [(date(2026, 12, 2), "first")]


@pytest.mark.parametrize(
    "text",
    [
        "every 8 weeks, 8 weeks from 2 December",
        "every 12 weeks, 8 weeks from 2 December",
        "weekly, been on it 8 weeks, started 2 December",
        "weekly, my next is 2 weeks from 2 December",
    ],
)
def test_a_gap_or_a_time_gone_by_is_no_length(text: str) -> None:
    """A plan in many weeks goes on, and so does one that somebody has been on for a time."""
    assert [p.duration for p in read(text, today=TODAY).phases] == [None]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("le 2 décembre, December 2", date(2026, 12, 2)),
        ("12 août", date(2026, 8, 12)),
        ("el 4 de noviembre", None),
        ("2 mars bars", None),
    ],
)
def test_a_month_in_a_common_spelling_is_that_month(text: str, day: date | None) -> None:
    """A month as a neighbour's language writes it is read beside its day; what is no month is not."""
    assert read_date(text, today=TODAY).date == day


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        (
            "3 times a week for 2 weeks then every 12 weeks. can you give me all the days for the first two weeks?",
            [2, None],
        ),
        ("weekly for 6 weeks then every 3 months, show me the dates for the first 6 weeks", [6, None]),
        ("weekly for 6 weeks then monthly. please send me the list for the next 2 years", [6, None]),
        ("the injections are weekly. they give me those for 6 weeks", [6]),
        ("weekly injections, which they give me for 6 weeks, then monthly", [6, None]),
        ("weekly jabs, i need them for 6 weeks, then monthly", [6, None]),
        ("weekly, they said to give me them for 6 weeks, then every 12 weeks", [6, None]),
    ],
)
def test_the_time_that_is_to_be_shown_ends_no_part(text: str, lengths: list[int | None]) -> None:
    """The dates of so many weeks are wanted; only what the clinic gives ends."""
    assert [p.duration for p in read(text, today=TODAY).phases] == lengths
