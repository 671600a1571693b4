"""Doses told by their places, each with its day, are a log and no choice between dates."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from b12guide.plan import full_date
from b12guide.plan.talk.had_in_order import had_in_order
from tests.plan.talk.moves_chat import Talk
from tests.thorough import examples

TODAY = date(2026, 11, 25)
PLACES = ("first", "second", "third", "fourth")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("my first was on the 9th, my second on the 23rd", [9, 23]),
        ("had number 1 on 2 november, number 2 on 12 november and number 3 this morning", [2, 12, 25]),
        ("the first jab was 5 november and the second jab yesterday, every 3 weeks", [5, 24]),
        ("first one a fortnight ago, second one yesterday afternoon", [11, 24]),
    ],
)
def test_each_place_has_its_day(text: str, days: list[int]) -> None:
    """All of them were had, the last of them last."""
    found = had_in_order(text, TODAY)
    assert found is not None
    assert [day.day for day in found.days] == days
    assert len(found.rest) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "my first was on the 9th, the second is due on the 30th",
        "first of october and second of november",
        "first was on the 9th and the second maybe yesterday",
        "the second was yesterday",
        "the first was yesterday and the second on 3 november",
        "first on 9 november, second will be tomorrow",
        "the first monday of the month, second yesterday",
        "was the first on the 9th or the second yesterday?",
    ],
)
def test_what_may_not_have_been_had_is_no_log(text: str) -> None:
    """One that is to come, out of order, in doubt or no dose leaves the message as it stands."""
    assert had_in_order(text, TODAY) is None


@settings(max_examples=examples(150), deadline=None)
@given(st.lists(st.integers(0, 200), min_size=2, max_size=4, unique=True), st.booleans())
def test_the_next_is_counted_from_the_last_of_them(back: list[int], before: bool) -> None:
    """However many are told of, in whatever order with how often, the plan goes on from the latest of them."""
    days = [TODAY - timedelta(n) for n in sorted(back, reverse=True)]
    told = ", ".join(f"the {PLACES[n]} was on {full_date(day).split(' ', 1)[1]}" for n, day in enumerate(days))
    chat = Talk(TODAY)
    for text in ("every 40 weeks", told) if before else (told, "every 40 weeks"):
        chat.say(text)
    assert chat.kept is not None
    assert chat.kept["anchor"]["date"] == days[-1].isoformat()
    assert [dose["day"] for dose in chat.kept["given"]] == [day.isoformat() for day in days]
