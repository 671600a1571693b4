"""A day by its number, or with its month and no year, is the one that is meant; lists of so many days end with them."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk


def kept(plan: str, today: date) -> Talk:
    """A plan that is confirmed."""
    chat = Talk(today)
    chat.say(plan)
    chat.say("yes")
    return chat


@pytest.mark.parametrize(
    "text", ["it's the 23rd they're giving me", "they can only do the 23rd", "booked for the 23rd"]
)
@pytest.mark.parametrize(
    ("plan", "today", "day"),
    [
        ("every 10 weeks, last one 28 september 2026", date(2026, 10, 5), "Wednesday 23 December 2026"),
        ("every 12 weeks, last one 22 september 2026", date(2026, 9, 28), "Wednesday 23 December 2026"),
        ("every 8 weeks, last one 1 december 2026", date(2026, 12, 7), "Saturday 23 January 2027"),
    ],
)
def test_a_number_is_of_the_month_of_the_date_that_was_shown(text: str, plan: str, today: date, day: str) -> None:
    """Never of a month that is over, nor of the next one to come where another was spoken of."""
    assert kept(plan, today).say(text)[0] == f"I have noted what your clinic booked: {day}."


def test_a_number_at_the_other_end_of_the_month_is_the_one_beside_it() -> None:
    """The 30th, said of the 2nd of December, is two days before it."""
    chat = kept("every 8 weeks, last one 7 october 2026", date(2026, 10, 20))
    assert chat.say("they can only do the 30th")[0] == (
        "I have noted what your clinic booked: Monday 30 November 2026."
    )


def test_a_day_a_week_ahead_is_no_day_of_last_year() -> None:
    """As the answer to when the last one was it is the first one to come."""
    chat = Talk(date(2026, 5, 2))
    chat.say("every 8 weeks", "regimen")
    assert chat.say("9 may")[1] == "The next one is on Saturday 9 May 2026."


def test_a_day_a_week_ahead_is_held_against_the_plan() -> None:
    """Which of the two days the clinic gave is asked."""
    chat = kept("every 8 weeks, last one 14 march 2026", date(2026, 5, 2))
    answer = chat.say("16 may")
    assert answer[0].startswith("Saturday 16 May 2026 does not fit what you told me.")


def test_a_last_one_in_a_week_is_still_asked_about() -> None:
    """Who says that it was had may mean the one a year ago."""
    chat = Talk(date(2026, 5, 2))
    assert "Or was it Saturday 9 May 2025" not in "\n".join(chat.say("every 8 weeks, last one was 9 may"))
    assert chat.kept is not None
    assert chat.kept["about"] == "date"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("what's in the next 10 days", 3),
        ("which ones fall in the next fortnight", 5),
        ("the next 10 days please", 3),
        ("anything over the next 4 days", 1),
    ],
)
def test_so_many_days_are_no_number_of_doses(text: str, count: int) -> None:
    """Those that lie in these days are listed."""
    chat = kept("every 3 days, last one 24 november 2026", date(2026, 11, 25))
    assert chat.say(text)[0].startswith(f"{count} injection")


@pytest.mark.parametrize("text", ["how long from today", "how long have I got", "how many days away is that"])
def test_how_long_it_is(text: str) -> None:
    """Days and weeks to the next one."""
    chat = kept("every 8 weeks, last one 20 october 2026", date(2026, 11, 25))
    assert chat.say(text)[0] == "20 days (2 weeks and 6 days) from today. It is on Tuesday 15 December 2026."


def test_before_then_is_before_the_day_told_first() -> None:
    """The event stands in the sentence before."""
    chat = kept("every 3 weeks, last one 5 january 2026", date(2026, 1, 8))
    assert chat.say("the move is on april 18! how many before then")[0].startswith("4 ")


@pytest.mark.parametrize(
    ("text", "last"),
    [("24/12", "Wednesday 24 December 2025"), ("not that wednesday, the one before", "Wednesday 17 December 2025")],
)
def test_the_last_one_named_again(text: str, last: str) -> None:
    """In figures it is the same day and no gap in months; the one before it is a week earlier."""
    chat = Talk(date(2026, 1, 12))
    chat.say("had it on christmas eve. six weekly")
    assert f"The last one was on {last}." in "\n".join(chat.say(text))


def test_which_order_of_day_and_month_is_meant() -> None:
    """By how a country writes it."""
    chat = Talk(date(2026, 6, 30))
    chat.say("every 8 weeks, last 05/06/2026")
    assert "The last one was on Friday 5 June 2026." in chat.say("the uk way")[0]
    chat = Talk(date(2026, 6, 30))
    chat.say("every 8 weeks, last 05/06/2026")
    assert "The last one was on Wednesday 6 May 2026." in chat.say("american style")[0]
