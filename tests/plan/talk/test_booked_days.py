"""Several dates that the clinic set at once."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.talk.booked_days import booked_days
from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 6, 9)  # a Wednesday
COURSE = "6 loading jabs, mon wed fri for two weeks then 12 weekly. had 3, last was friday 4 june"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("They wrote: Friday, Monday and Wednesday 16 June", ("2027-06-11", "2027-06-14", "2027-06-16")),
        ("fri 11th, mon 14th and wed 16th", ("2027-06-11", "2027-06-14", "2027-06-16")),
        ("30 june, 2 july", ("2027-06-30", "2027-07-02")),
        ("the 11th and the 14th", ("2027-06-11", "2027-06-14")),
        ("Friday the 11th", ()),
        ("6 jabs, 3 a week", ()),
        ("Friday 12 and Friday 39 June", ()),
    ],
)
def test_a_row_of_dates(text: str, days: tuple[str, ...]) -> None:
    """Each is the first that fits after the one before it; one date alone is no row."""
    assert tuple(day.isoformat() for day in booked_days(text, today=TODAY)) == days


@pytest.mark.parametrize(
    "text",
    [
        "they've given me fri 11th, mon 14th and wed 16th",
        "the surgery texted: Friday 11 June, Monday 14 June and Wednesday 16 June",
        "new days from the clinic: Friday, Monday, Wednesday the 16th",
    ],
)
def test_the_rest_of_a_course_as_booked(text: str) -> None:
    """They take the place of what is left, and the next part counts from the last of them."""
    chat = Talk(TODAY)
    chat.say(COURSE)
    said = chat.say(text)
    assert said[0] == "Your clinic set these: Friday 11, Monday 14 and Wednesday 16 June 2027. They fit the plan."
    assert chat.dates == ["2027-06-11", "2027-06-14", "2027-06-16", "2027-09-08"]


def test_dates_that_do_not_fit_are_taken_one_by_one() -> None:
    """What the plan cannot hold is not kept in silence."""
    chat = Talk(TODAY)
    chat.say(COURSE)
    said = chat.say("they've given me thursday 10th and tuesday 15th")
    assert said[0].startswith(
        "I took Thursday 10 June 2027. I do not know which of your dates the other one is in place of."
    )


@pytest.mark.parametrize(
    "text",
    [
        "they're shut on dec 9 so they put that one on thursday dec 10",
        "closed on 9 december, so I'm booked for thursday 10 december instead",
    ],
)
def test_a_later_one_that_is_moved_is_not_the_next(text: str) -> None:
    """The next one stays, and only what was said of the later one is repeated."""
    chat = Talk(date(2026, 11, 27))
    chat.say("8 weekly shots, had 5, latest was wednesday 25 november")
    lines = chat.say(text)
    assert lines[0] == (
        "I have noted what your clinic booked: Thursday 10 December 2026, in place of Wednesday 9 December 2026. "
        "The next one stays on Wednesday 2 December 2026."
    )
    assert chat.dates == ["2026-12-02", "2026-12-10", "2026-12-16"]


def test_the_next_one_that_is_moved() -> None:
    """It is the booked one."""
    chat = Talk(date(2026, 11, 27))
    chat.say("8 weekly shots, had 5, latest was wednesday 25 november")
    chat.say("they're shut on dec 2 so they put that one on thursday dec 3")
    assert chat.dates[0] == "2026-12-03"


@pytest.mark.parametrize("text", ["got a slot for the 17th (thu)", "booked for the 17th now, a thursday"])
def test_the_weekday_of_the_one_date_is_no_second_one(text: str) -> None:
    """It stands beside the number, and says the same."""
    chat = Talk(TODAY)
    chat.say("every 11 weeks, last one was 31 march 2027")
    chat.say("yes")
    assert chat.say(text)[0] == "I have noted what your clinic booked: Thursday 17 June 2027."


def test_a_number_that_a_later_one_has_too_moves_none() -> None:
    """Only what names two days moves one of the plan's to another."""
    chat = Talk(date(2027, 1, 14))
    chat.say("every 8 weeks, last was 24 november")
    chat.say("yes")
    assert chat.say("booked for the 21st now")[0] == "I have noted what your clinic booked: Thursday 21 January 2027."


@pytest.mark.parametrize("text", ["it is every 2 months, they booked it", "changed to every 3 months", "2 months on"])
def test_a_gap_in_months_is_no_row_of_days(text: str) -> None:
    """ "2 months" is no 2nd and no Monday."""
    assert booked_days(text, today=date(2027, 3, 3)) == ()


@pytest.mark.parametrize(
    ("booked", "line"),
    [
        ("they booked me for 7 april", "Wednesday 7 April 2027 is 6 days later."),
        ("they booked me for 31 march", "Wednesday 31 March 2027 is 1 day earlier."),
    ],
)
@pytest.mark.parametrize("asked", ["how much later is that than I was due", "how many days off the plan is it?"])
def test_how_far_a_booked_day_is_from_the_plans(booked: str, line: str, asked: str) -> None:
    """Both days are said, with the days between them, and nothing of lateness."""
    chat = Talk(date(2027, 3, 8))
    for text in ("every 4 weeks, my last was 4 march 2027", "yes", booked):
        chat.say(text)
    assert chat.say(asked) == [f"By your plan it is due on Thursday 1 April 2027. {line}"]
