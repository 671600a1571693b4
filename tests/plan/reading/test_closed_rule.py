"""Where a day goes on which the clinic is closed."""

from __future__ import annotations

from datetime import date
from itertools import islice

import pytest

from b12guide.plan.dates.closed import working_day
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
        ("If either is a Saturday, Sunday or bank holiday, the clinic does it the next working day.", "after/GB"),
        ("if the 10th is a sunday they do the friday before", "before"),
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
