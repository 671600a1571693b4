"""Doses told in turn, none today, so many more: messages as the grammar takes them."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.talk.few_more import with_few_more
from b12guide.plan.talk.had_in_turn import had_in_turn
from b12guide.plan.talk.none_today import without_none_today
from b12guide.plan.talk.state import PAST, State

TODAY = date(2026, 11, 29)
NOVEMBER = [date(2026, 11, 23), date(2026, 11, 25), date(2026, 11, 27)]


@pytest.mark.parametrize(
    "text",
    [
        "First jab was Monday 23rd, then Wednesday, and number three was the day before yesterday",
        "the first was Monday 23rd, the next Wednesday and the third on Friday",
        "started Monday 23rd, then Wednesday and Friday",
        "my first was Mon 23rd, then Weds, the day before yesterday was number three",
    ],
)
def test_each_weekday_follows_the_day_before_it(text: str) -> None:
    """The days are in their order, and the last of them is the last dose."""
    found = had_in_turn(text, TODAY)
    assert found is not None
    assert list(found.days) == NOVEMBER
    assert "last one 27 Nov, had 3 so far" in found.rest
    assert len(found.rest) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "first one Monday, then Wednesday is the next",
        "first was friday, then monday",
        "started Monday 23rd, then Wednesday and Friday every week",
        "started 23 November, then every Wednesday",
        "first was monday, then wednesdays and fridays",
        "started Monday 23rd, mon wed fri for 2 weeks",
        "first was monday, number three was friday",
    ],
)
def test_days_to_come_and_of_every_week_are_no_row(text: str) -> None:
    """No dose is told of that may not have been had."""
    assert had_in_turn(text, TODAY) is None


def _asked() -> State:
    state = State()
    state.about, state.options = PAST, ("Yes, all of them", "No, not all")
    return state


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("4. Today not yet", "had 4 so far"),
        ("had 5, none today", "had 5,"),
        ("all but today's", "all"),
        ("today not yet", "Yes, all of them"),
        ("not had today's yet", "Yes, all of them"),
        ("no, today not", "no,"),
        ("had it today", "had it today"),
        ("I had one today not yesterday", "I had one today not yesterday"),
        ("today is not a good day", "today is not a good day"),
    ],
)
def test_none_today(text: str, left: str) -> None:
    """What says that none was had today is no day of a dose."""
    assert without_none_today(text, _asked()).strip() == left


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (
            "weekly now, last was Wednesday; two more like this, then three months from the second one",
            "weekly now, last was Wednesday; 2 more to go, then every three months",
        ),
        ("weekly, another three of these, and then every 2 months", "weekly, 3 more to go, and then every 2 months"),
        ("two more weeks then every 3 months", "two more weeks then every 3 months"),
        ("I have two more then a break", "I have two more then a break"),
        (
            "weekly, two more like this, then three months from the first one",
            "weekly, two more like this, then three months from the first one",
        ),
    ],
)
def test_so_many_more(text: str, plain: str) -> None:
    """They are said as the grammar knows them, where they are counted from the last of them."""
    assert with_few_more(text, State()) == plain
