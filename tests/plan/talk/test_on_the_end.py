"""A dose of a course that is left out and added at the end, and days that are only said once more."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.dates.planner import next_doses
from b12guide.plan.model import Anchor, Phase
from b12guide.plan.talk.on_the_end import put_at_end, with_one_at_end
from b12guide.plan.talk.own_days_again import own_days_again
from b12guide.plan.talk.state import State

TODAY = date(2026, 11, 29)
COURSE = State(
    phases=(Phase("loading", 2, 1, "wk", count=10, days_of_week=("tue", "fri")), Phase("maintenance", 1, 1, "mo")),
    anchor=Anchor("last", date(2026, 11, 27), phase=0, done=4),
    confirmed=True,
)
SUNDAYS = State(
    phases=(Phase("maintenance", 1, 1, "wk", days_of_week=("sun",)),), anchor=Anchor("last", TODAY), confirmed=True
)


@pytest.mark.parametrize(
    "text",
    [
        "can't make tue 8th, they said they'll stick it on the end",
        "the clinic says skip the 8th and do it after the 18th instead",
        "I'm away on the 8th. The nurse is adding one on at the end",
        "the surgery told me to skip the 8th and they'll put it at the end of the course",
    ],
)
def test_the_day_that_is_left_out(text: str) -> None:
    """It is the one that is named, and not the last one of the course."""
    assert put_at_end(text, COURSE, TODAY) == date(2026, 12, 8)


@pytest.mark.parametrize(
    "text",
    [
        "can't make the 8th, could they add it on at the end?",
        "I want to skip the 8th and have it at the end",
        "the 8th is at the end of my street",
        "they put me down for the 8th",
        "nurse is away on the 8th so she moved it to the end of the week",
        "can't make the 8th, the surgery will do it at the end of that month",
        "they can't do the 8th, they put me in at the end of the clinic list",
        "away until the 8th, the clinic will add one on the end",
        "away from the 1st to the 8th, they'll add one on the end",
        "the nurse is off on the 8th, she'll give me a letter at the end",
        "no clinic on the 8th, they'll do the blood test at the end",
        "can't make the 8th but they won't add it on the end",
    ],
)
def test_nothing_is_left_out(text: str) -> None:
    """A wish, a question, and what only has such words."""
    assert put_at_end(text, COURSE, TODAY) is None


def test_the_course_has_as_many_as_before() -> None:
    """The part behind it counts from the new last one."""
    found = with_one_at_end(COURSE, date(2026, 12, 8))
    assert found is not None
    plan, new = found
    assert new == date(2026, 12, 22)
    assert plan.anchor is not None
    days = [dose.earliest for dose in next_doses(plan.phases, plan.anchor, today=TODAY, count=7)]
    assert [day.day for day in days[:6]] == [1, 4, 11, 15, 18, 22]
    assert days[6] == date(2027, 1, 22)


@pytest.mark.parametrize(
    "text", ["do the sixth and the thirteenth as normal, not the fourth", "keep the 6th and the 13th"]
)
def test_own_days_are_read_back(text: str) -> None:
    """They tell of no dose that was had."""
    found = own_days_again(text, SUNDAYS, TODAY)
    assert found is not None
    assert found.name == "whole"


@pytest.mark.parametrize(
    "text",
    ["keep the 6th and the 14th", "I had the 6th and the 13th", "keep the 6th", "is it still the 6th and the 13th?"],
)
def test_other_days_are_none_of_it(text: str) -> None:
    """A day that the plan has not, one that was had, one alone, and a question."""
    assert own_days_again(text, SUNDAYS, TODAY) is None
