"""Courses in the words in which people tell them: every second day, when it ends, which dose was had today."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.dates.planner import compute
from b12guide.plan.model import Anchor
from b12guide.plan.reading.reader import read, read_date
from b12guide.plan.wording import phase_words

TODAY = date(2027, 5, 21)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("second daily for 2 weeks", "every other day for 2 weeks"),
        ("loading is 2nd daily x 7", "every other day for 7 injections"),
        ("one day on, one day off. 6 of them", "every other day for 6 injections"),
        ("a day on and a day off, 7 in all", "every other day for 7 injections"),
        ("every second day six of them altogether", "every other day for 6 injections"),
        ("every third day 5 of them", "every 3 days for 5 injections"),
        ("the be twelve shots every 12 weeks", "every 12 weeks"),
        ("every 3 months. can't say i like needles", "every 3 months"),
        ("after the one of the 19 it is each month", "every month"),
        ("each month with no end", "every month"),
        ("had my second daily one today", "every day"),
    ],
)
def test_how_often(text: str, words: str) -> None:
    """It is read as it is meant, and nothing of it is left to be asked."""
    reading = read(text, today=TODAY)
    assert [phase_words(phase) for phase in reading.phases] == [words]
    assert not any(question.about in ("interval", "unread", "count") for question in reading.questions)


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("every second day, five in all, the first on thursday 13 May and the fourth today", (TODAY, 4)),
        ("weekly for 6, had the third yesterday", (date(2027, 5, 20), 3)),
    ],
)
def test_the_number_of_a_dose_is_no_day(text: str, anchor: tuple[date, int]) -> None:
    """ "The fourth today" is the number of the dose that was had then."""
    assert compute(read(text, today=TODAY), today=TODAY).anchor == Anchor("last", anchor[0], 0, anchor[1])


def test_a_weekday_with_the_number_of_its_dose() -> None:
    """ "Last Friday the second", where no Friday near was the 2nd, and today's is still to be had."""
    text = "weekly for 4, I began the friday 28 may, and last friday the second. Today I go at 15h for the third"
    today = date(2027, 6, 11)
    assert compute(read(text, today=today), today=today).anchor == Anchor("last", date(2027, 6, 4), 0, 2)


@pytest.mark.parametrize(
    "text",
    [
        "every second day, first one was today, last one of those is the 2nd of June",
        "had the first one today, every second day until 2 June",
        "every other day. the first was today and the last one will be the 2nd",
    ],
)
def test_the_last_day_of_a_course_is_to_come(text: str) -> None:
    """The day of its last dose ends it, and is asked of no year."""
    reading = read(text, today=TODAY)
    assert not reading.questions
    assert [phase.ends for phase in reading.phases] == ["2027-06-02"]


@pytest.mark.parametrize("text", ["last one was 13 May, weekly", "weekly, my last one is the 14th of May"])
def test_a_last_one_that_has_been_ends_nothing(text: str) -> None:
    """Without a word that says so, the last one was had."""
    assert [phase.ends for phase in read(text, today=TODAY).phases] == [None]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("last one was today, the 21st", TODAY),
        ("friday the twenty first today", TODAY),
        ("the second one was last friday. So the 14.", date(2027, 5, 14)),
        ("last one yesterday the 5th", None),
        ("it was today or the 18th", None),
    ],
)
def test_one_day_said_twice_is_one_day(text: str, day: date | None) -> None:
    """Two ways to say one day agree; two days are asked about."""
    assert read_date(text, today=TODAY).date == day


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("today i go at 15h for number three", "next"),
        ("this afternoon i'm having the third one", "next"),
        ("today at 3pm i had number 3", "last"),
    ],
)
def test_one_to_be_had_today_was_not_had(text: str, role: str) -> None:
    """Whoever goes today has not had it."""
    assert read_date(text, today=TODAY).role == role


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("had 3/9, 3/16 and 3/22", {date(2027, 3, 16), date(2027, 3, 22)}),
        ("had 9/3, 16/3 and 22/3", {date(2027, 3, 16), date(2027, 3, 22)}),
    ],
)
def test_one_date_in_figures_tells_the_order_of_all(text: str, days: set[date]) -> None:
    """Where one can only have the month first, all of them have."""
    told = {mention.date for mention in read(text, today=date(2027, 3, 22)).dates}
    asked = read_date(text, today=date(2027, 3, 22)).question
    assert told <= {date(2027, 3, 9), *days}
    assert asked is None or "September" not in asked.text
