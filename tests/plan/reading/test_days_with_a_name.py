"""Days with a name, alone, by their weekend, and with the day of the week that they are on."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.reading.reader import Reading, read

TODAY = date(2027, 10, 20)


def said(text: str, country: str) -> Reading:
    return read(f"every 6 weeks, {text}", today=TODAY, country=country)


@pytest.mark.parametrize(
    ("text", "country", "day"),
    [
        ("had it the saturday of labor day weekend", "US", date(2027, 9, 4)),
        ("had it the friday of labor day weekend", "US", date(2027, 9, 3)),
        ("had it on thanksgiving monday", "CA", date(2027, 10, 11)),
        ("last one on gandhi jayanti", "IN", date(2027, 10, 2)),
        ("last one was the day after dussehra", "IN", date(2027, 10, 10)),
        ("they gave it the tuesday after the october bank holiday last year", "IE", date(2026, 10, 27)),
    ],
)
def test_a_named_day_is_one_date(text: str, country: str, day: date) -> None:
    """A weekday of a long weekend, and a name with the weekday that it falls on, are one day."""
    assert [mention.date for mention in said(text, country).dates] == [day]


def test_a_long_weekend_is_asked() -> None:
    """Of a weekend with a name it is asked which of its days was meant."""
    (question,) = said("had it over labor day weekend", "US").questions
    assert question.options == ("Saturday 4 September 2027", "Sunday 5 September 2027", "Monday 6 September 2027")


def test_a_bank_holiday_is_no_journey() -> None:
    """The day of a dose that is told by a bank holiday is none of a holiday that somebody is on."""
    (question,) = said("they did me the tuesday after the august bank holiday", "GB").questions
    assert question.options == ("Tuesday 31 August 2027", "Tuesday 3 August 2027")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("last one friday, 3 to go", date(2027, 10, 15)),
        ("last one friday 4 left", date(2027, 10, 15)),
        ("mon wed fri, first was yesterday", date(2027, 10, 19)),
        ("last one was friday the 1st", date(2027, 10, 1)),
        ("had it exactly 2 months ago today", date(2027, 8, 20)),
    ],
)
def test_a_number_that_counts_is_no_day_of_the_month(text: str, day: date) -> None:
    """What counts doses, or says which one it was, belongs to no weekday before it; "ago today" is one day."""
    assert [mention.date for mention in said(text, "GB").dates] == [day]


@pytest.mark.parametrize("who", ["they want me in", "nurse wants me back", "doctor wants me", "they want him in again"])
def test_what_the_clinic_wants_is_the_plan(who: str) -> None:
    """What a clinic wants somebody in for is a plan; what the person wants is a wish and asked about."""
    assert [phase.period for phase in read(f"{who} every 5 weeks, last one 4 october", today=TODAY).phases] == [5]
    assert not read(f"{who} every 5 weeks, last one 4 october", today=TODAY).unread
    assert read("I want it every 5 weeks, last one 4 october", today=TODAY).unread == ("want",)


@pytest.mark.parametrize(
    "told", ["I have completed 3 injections out of 10", "completed 3 of the 10 doses", "done 3 shots of 10"]
)
def test_so_many_of_so_many_are_a_course(told: str) -> None:
    """What was completed out of a number says how many there are."""
    (phase,) = read(f"{told}, alternate days, the third was on sunday", today=TODAY).phases
    assert (phase.count, phase.period, phase.unit) == (10, 2, "d")
