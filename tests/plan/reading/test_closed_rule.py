"""Where a day goes on which the clinic is closed."""

from __future__ import annotations

from datetime import date
from itertools import islice

import pytest

from b12guide.plan.dates.closed import rule_words, working_day
from b12guide.plan.dates.schedule import doses, missing
from b12guide.plan.model import Anchor
from b12guide.plan.reading.closed_rule import closed_rule
from b12guide.plan.reading.reader import read

TODAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("text", "rolls"),
    [
        ("on the 1st; next working day if that is a weekend or bank holiday", "after/GB"),
        ("on the 1st, or the following working day", "after/GB"),
        ("if it falls on a weekend I go the Monday after", "after"),
        ("when it's a Saturday they do it on the Monday after", "after//sat"),
        ("next working day where that's a sunday or a bank holiday", "after/GB/sun"),
        ("if it lands on a Sunday they're shut so it's the Monday after", "after//sun"),
        ("if it's on a bank holiday the nurse does it the next working day", "after/GB/hol"),
        ("if it's a Sat or a Sun the nurse does the Monday after", "after"),
        ("If either is a Saturday, Sunday or bank holiday, the clinic does it the next working day.", "after/GB"),
        ("if the 10th is a sunday they do the friday before", "before//sun"),
        ("the nurse does it the working day before if its a weekend", "before/GB"),
    ],
)
def test_a_rule(text: str, rolls: str) -> None:
    """Its way, and whether public holidays count."""
    found = closed_rule(text, "GB")
    assert found is not None
    assert found[0] == rolls
    assert len(found[1]) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "what if it's a sunday, do they do it the next working day?",
        "if it's a weekend can I have it the monday after?",
        "it was a sunday so I had it the next working day",
        "I had it the monday after my birthday",
        "if I can't make saturday I could do the monday after",
        "every 12 weeks, the next one is on a monday",
        "when it's a saturday I go the friday before and when it's a sunday the monday after",
        "If it's a Saturday they do the Friday before. Sundays go to the Monday after.",
        "if it falls on a weekend they do the friday before, or the monday after if the friday is full",
        "every saturday, and if it's a bank holiday they do the monday after",
    ],
)
def test_no_rule(text: str) -> None:
    """What is asked, was had, or is one's own, is none."""
    assert closed_rule(text, "GB") is None


@pytest.mark.parametrize(
    ("day", "rolls", "goes_to"),
    [
        (date(2027, 1, 1), "after", date(2027, 1, 1)),
        (date(2027, 1, 1), "after/GB", date(2027, 1, 4)),
        (date(2026, 12, 26), "after/GB", date(2026, 12, 29)),
        (date(2027, 1, 17), "before", date(2027, 1, 15)),
        (date(2027, 1, 1), "before/GB", date(2026, 12, 31)),
        (date(2027, 1, 2), "after/XX", date(2027, 1, 4)),
        (date(2027, 3, 29), "after/GB", date(2027, 3, 30)),
        (date(2027, 8, 30), "before/GB", date(2027, 8, 27)),
        (date(2027, 1, 16), "after//sun", date(2027, 1, 16)),
        (date(2027, 1, 17), "after//sun", date(2027, 1, 18)),
        (date(2027, 1, 17), "before//sun", date(2027, 1, 15)),
        (date(2027, 3, 29), "after/GB/sun", date(2027, 3, 30)),
        (date(2027, 1, 17), "after/GB/hol", date(2027, 1, 17)),
    ],
)
def test_the_working_day(day: date, rolls: str, goes_to: date) -> None:
    """Weekends always, public holidays where a country is known."""
    assert working_day(day, rolls) == goes_to


def test_the_last_dose_was_on_the_day_in_its_place() -> None:
    """It fits the plan, and the others are counted from the plan's own day."""
    text = "every month on the 15th, if it's a weekend they do the friday before. last one was 13 november 2026"
    reading = read(text, today=TODAY, country="GB")
    anchor = Anchor("last", reading.dates[0].date, phase=0)
    assert missing(reading.phases, anchor) is None
    days = [dose.earliest for dose in islice(doses(reading.phases, anchor), 6)]
    assert days[:2] == [date(2026, 12, 15), date(2027, 1, 15)]
    assert days[-1] == date(2027, 5, 14)


def test_a_plan_of_close_days_has_none() -> None:
    """Every other day, two would be on one."""
    reading = read("every other day, the next working day if it's a weekend", today=TODAY, country="GB")
    assert [phase.rolls for phase in reading.phases] == [None]


@pytest.mark.parametrize(
    ("rolls", "words"),
    [
        ("after", "a day at a weekend goes to the next working day"),
        ("before/GB", "a day at a weekend or on a public holiday in England goes to the working day before"),
        ("after//sun", "a day on a Sunday goes to the next working day"),
        ("after/IE/hol", "a day on a national holiday goes to the next working day"),
    ],
)
def test_the_rule_in_words(rolls: str, words: str) -> None:
    """They say what is moved, and no more."""
    assert rule_words(rolls) == words


@pytest.mark.parametrize(
    "text",
    [
        "weekly until she's 4 then every 2 months",
        "every month till he is 16, then the hospital looks again",
        "weekly until I'm 40 then monthly",
        "weekly until the age of 3 then monthly",
    ],
)
def test_an_age_is_no_number_of_doses(text: str) -> None:
    """It is asked how many they are."""
    reading = read(text, today=TODAY, country="GB")
    assert [phase.count for phase in reading.phases if phase.count] == []
    assert [question.about for question in reading.questions] == ["count"]


@pytest.mark.parametrize("text", ["weekly until she's had all 4, then monthly", "weekly until he's had 4 then monthly"])
def test_so_many_had_are_a_number(text: str) -> None:
    """They end the first part."""
    assert read(text, today=TODAY, country="GB").phases[0].count == 4
