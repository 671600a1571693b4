"""A day in the place of the planned one: by a feast, by the plan, by a journey; and a list beside a change."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.talk.before_leaving import without_leaving
from b12guide.plan.talk.clock_times import tells_clock
from tests.plan.talk.moves_chat import Talk

TODAY = date(2026, 11, 29)
FRIDAYS, THURSDAYS = "every 4 weeks, last one 27 november", "every 4 weeks, last one 12 november"
EIGHT = "every 8 weeks, last one 6 october"


def _kept(*texts: str) -> Talk:
    chat = Talk(TODAY)
    for text in (texts[0], "yes", *texts[1:]):
        chat.say(text)
    return chat


@pytest.mark.parametrize(
    ("plan", "text", "day"),
    [
        (FRIDAYS, "they're shut Christmas Day so she's doing me Christmas Eve", "2026-12-24"),
        (FRIDAYS, "New Year's Eve instead of Christmas Day, the clinic said", "2026-12-31"),
        (THURSDAYS, "the nurse will give it me on Boxing Day in place of the planned one", "2026-12-26"),
        (THURSDAYS, "instead of the day you have they've booked me for Tuesday 15th", "2026-12-15"),
        (THURSDAYS, "surgery booked the 14th in place of the one on the 10th", "2026-12-14"),
        (THURSDAYS, "We fly on the 9th. They'll do it before we go, this Friday", "2026-12-04"),
        (THURSDAYS, "we sail on Tuesday 8 December. They will give me it before that, on the 7th", "2026-12-07"),
    ],
)
def test_the_planned_one_is_replaced(plan: str, text: str, day: str) -> None:
    """The day that the clinic set is the next one, and the planned one is none any more."""
    chat = _kept(plan)
    planned = chat.dates[0]
    chat.say(text)
    assert chat.dates[0] == day
    assert planned not in chat.dates


@pytest.mark.parametrize(
    "text",
    [
        "is the clinic open on Christmas Day?",
        "we fly on the 9th. Should I have it before we go?",
        "we fly on the 9th",
        "over Christmas they're shut",
    ],
)
def test_none_is_replaced(text: str) -> None:
    """A question, or a day of no dose."""
    chat = _kept(THURSDAYS)
    assert not {"booked", "set_days"} & {name for _, name, _ in chat.moves(text)}


def test_the_day_of_leaving_alone_is_left_out() -> None:
    """Only where another sentence sets a day before it."""
    assert without_leaving("we fly on the 9th. They'll do it before we go, this Friday").strip().startswith("They'll")
    assert without_leaving("we fly on the 9th. I'm nervous") == "we fly on the 9th. I'm nervous"


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("we're away 3 to 20 December. Nurse says Tuesday 22nd", ["2026-12-22"]),
        ("I'm abroad 28 December to 13 February. The surgery says Thursday 18th", ["2026-12-01", "2027-02-18"]),
        ("I'm away 20 December to 5 January, the clinic says Tuesday 8th", ["2026-12-08"]),
    ],
)
def test_a_day_behind_a_journey(text: str, dates: list[str]) -> None:
    """The first such day behind it, in the place of the one that the journey is in the way of; a day that fits before
    the journey stays that one."""
    assert _kept(EIGHT, text).dates[: len(dates)] == dates


def test_a_weekday_that_does_not_fit_is_asked() -> None:
    """The 23rd is no Tuesday."""
    said = _kept(EIGHT).say("away 3 to 20 December. Nurse says Tuesday 23rd")
    assert said[-1] == "Which day did your clinic set: Wednesday 23 December 2026 or Tuesday 22 December 2026?"
    assert not tells_clock("away 3 to 20 December")


@pytest.mark.parametrize(
    "text",
    [
        "move it to Friday the 11th and give me the dates up to April",
        "please change the next one to 11 December, then list them to the end of April",
        "shift mine to the 11th and show me the dates until April",
    ],
)
def test_a_list_beside_a_wish_to_move(text: str) -> None:
    """The list is that of the plan as it stands, and the day is held against it."""
    chat = _kept(THURSDAYS)
    said = chat.say(text)
    assert said[0].startswith("6 injections: Thursday 10 December 2026, Thursday 7 January")
    assert "I have not changed it." in said[1]
    assert said[-1].endswith("Which date did your clinic give you?")


def test_a_list_beside_a_move() -> None:
    """Of a day that the clinic set the list has it, and the others as they stay."""
    said = _kept(THURSDAYS).say("clinic moved it to Friday the 11th, the rest stays. give me the dates up to April")
    assert said[-1].startswith("6 injections: Friday 11 December 2026, Thursday 7 January")
