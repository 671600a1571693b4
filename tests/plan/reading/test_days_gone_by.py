"""Weekdays and days that say themselves that they have been, or that are no day at all."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.reading.reader import read, read_date

MONDAY = date(2027, 6, 14)


def _read(text: str, today: date = MONDAY) -> list[tuple[str, str]]:
    return [(mention.date.isoformat(), mention.role) for mention in read(text, today=today).dates]


@pytest.mark.parametrize(
    "booked",
    [
        "was booked in for last thursday, the 10th",
        "was down for last thursday the 10th",
        "booked for thursday the 10th",
        "due thursday the 10th",
        "booked in for last thursday 10 june",
        "booked in for last thursday june 10th",
        "was booked for last thursday",
    ],
)
def test_a_booking_that_has_just_passed_lies_behind_today(booked: str) -> None:
    """The Thursday of last week is never one of next year."""
    assert ("2027-06-10", "next") in _read(f"every 8 weeks, had one 12 april and {booked}")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("every 8 weeks, next one thursday the 17th", "2027-06-17"),
        ("every 8 weeks, booked for monday the 14th", "2027-06-14"),
        ("every 8 weeks, booked for friday the 13th", "2027-08-13"),
        ("every 8 weeks, next one is thursday 10 june 2028", "2028-06-10"),
    ],
)
def test_a_booking_to_come_stays_so(text: str, day: str) -> None:
    """A day that no word or calendar puts behind today is ahead."""
    today = MONDAY if "2028" not in text else date(2028, 5, 1)
    assert [found for found, _ in _read(text.replace("thursday 10 june 2028", "saturday 10 june 2028"), today)] == [day]


@pytest.mark.parametrize("text", ["was booked in for the 10th", "was booked for thursday"])
def test_a_booking_of_a_bare_day_that_may_have_passed_is_asked(text: str) -> None:
    """ "I was booked for the 10th" may be the one that was, or the one to come."""
    found = read(f"every 8 weeks, last one 12 april, {text}", today=MONDAY)
    assert [len(question.options) for question in found.questions if question.about == "date"] == [2]


@pytest.mark.parametrize("text", ["i've been booked in for the 17th", "they have me booked for the 17th"])
def test_a_booking_that_stands_is_to_come(text: str) -> None:
    """ "I have been booked" tells of no day that was."""
    assert ("2027-06-17", "next") in _read(f"every 8 weeks, last one 12 april, {text}")


@pytest.mark.parametrize(
    "text", ["last thursday 10 june", "last thursday the 10th", "past thursday, june 10th", "last thursday, the 10th"]
)
def test_last_thursday_with_its_date_is_that_of_the_last_one(text: str) -> None:
    """The weekday and the date are one day."""
    assert _read(f"every 8 weeks, {text}") == [("2027-06-10", "last")]


@pytest.mark.parametrize(
    "before",
    [
        "one before was 15 april",
        "the one before was 15 april",
        "the one before that was 15 april",
        "jab before was on the 15th of april",
    ],
)
def test_the_one_before_is_not_the_last_one(before: str) -> None:
    """Neither is it asked about: the last one is told beside it."""
    found = read(f"had it yesterday. 8 weeks apart. {before}", today=MONDAY)
    assert [(mention.date.isoformat(), mention.role) for mention in found.dates] == [("2027-06-13", "last")]
    assert found.questions == ()


@pytest.mark.parametrize("text", ["had one before 15 april", "last one was before the 15th of april"])
def test_before_a_day_is_not_on_that_day(text: str) -> None:
    """Some day before the 15th is asked for."""
    found = read_date(text, today=MONDAY)
    assert found.date is None
    assert found.question is not None


@pytest.mark.parametrize(
    "wish",
    [
        "I need to know which of my dates are on a Saturday or a Sunday.",
        "Kindly say which are on a Sunday or Saturday.",
        "I can not come on a Friday.",
    ],
)
def test_a_saturday_or_sunday_is_no_date(wish: str) -> None:
    """Days of the week that only say of what kind a day is are none on which a dose was had."""
    found = read(f"{wish} Every 4 weeks, the last one was on the 9th of this month.", today=MONDAY)
    assert [mention.date for mention in found.dates] == [date(2027, 6, 9)]
    assert [question.about for question in found.questions if question.about == "date"] == []


@pytest.mark.parametrize(
    ("text", "days"),
    [("weekly on a friday", ("fri",))],
)
def test_days_of_the_week_of_a_plan_stay(text: str, days: tuple[str, ...]) -> None:
    """ "On a Monday" is how often where the plan is told with it."""
    assert read(text, today=MONDAY).phases[0].days_of_week == days


@pytest.mark.parametrize("text", ["last one was on thursday", "had it on saturday"])
def test_a_weekday_of_the_last_one_stays(text: str) -> None:
    """Without "a" it is the latest such day."""
    assert read_date(text, today=MONDAY).date is not None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("last one was thursday week the 3rd", date(2027, 6, 3)),
        ("the last was Monday week, the 7th", date(2027, 6, 7)),
    ],
)
def test_monday_week_with_its_number_is_that_day(text: str, day: date) -> None:
    """The number says which week is meant."""
    assert read_date(text, today=MONDAY).date == day


def test_monday_week_alone_is_asked() -> None:
    """Without the number nobody knows whether it was this or the last."""
    assert read_date("last one was monday week", today=MONDAY).date is None
