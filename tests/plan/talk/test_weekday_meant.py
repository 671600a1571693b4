"""A weekday, a day of the month or a feast that puts right a date that was told."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk


def _said(today: date, *texts: str) -> str:
    chat = Talk(today)
    return "\n".join([chat.say(text) for text in texts][-1])


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("it was the tuesday", "Tuesday 11 January 2028"),
        ("no - 12 weeks, and it was the tuesday", "Tuesday 11 January 2028"),
        ("it was the sunday", "Sunday 9 January 2028"),
    ],
)
def test_the_weekday_next_to_the_day_told(text: str, last: str) -> None:
    """Weeks later "the Tuesday" is the one beside the day that was told, not that of last week."""
    assert f"was on {last}" in _said(date(2028, 2, 7), "b12 every 3 months, last on 10 january", text)


def test_a_day_told_lately_is_put_right_by_the_last_one() -> None:
    """Of this week the weekday is the last such day."""
    said = _said(date(2028, 2, 7), "every 12 weeks, last one 3 february", "it was the friday")
    assert "was on Friday 4 February 2028" in said


def test_what_was_is_no_date_to_come() -> None:
    """ "Phoned them. It was the 10th" puts the last one right."""
    said = _said(date(2028, 11, 17), "every 6 weeks, last one 3 october", "phoned them. it was the 10th")
    assert "December" not in said.split("\n")[0]
    assert "10 October 2028" in said


def test_the_tuesday_after_easter() -> None:
    """It is counted from Easter, not from the date that was shown."""
    told = ("every 6 weeks, last one 24 february", "yes", "clinic has changed it to the Tuesday after Easter")
    said = _said(date(2028, 3, 3), *told)
    assert "Tuesday 18 April 2028" in said


def test_the_fifth_one_has_its_day() -> None:
    """ "5th one" is one of the course, and no 5th of a month."""
    first = "methylcobalamin every other day, total 5, first one 11 october 2027"
    assert "Tuesday 19 October 2027" in _said(date(2027, 10, 12), first, "5th one will be on which date")


def test_how_many_of_a_part() -> None:
    """ "6 of the weekly ones" is how many there are, and no gap of 6 weeks."""
    said = _said(
        date(2028, 4, 20), "weekly x 4 then monthly, first one was april 18", "hang on it's 6 of the weekly ones"
    )
    assert "every week for 6 injections" in said


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("and it wasn't the 10th, it was the day before", "Sunday 9 January 2028"),
        ("actually not the 10th, it was the day after", "Tuesday 11 January 2028"),
        ("it wasn't 10 january, it was a week earlier", "Monday 3 January 2028"),
    ],
)
@pytest.mark.parametrize(
    "told", [("b12 every 8 weeks, last on 10 january",), ("every 8 weeks, last on 10 january", "yes")]
)
def test_a_day_counted_from_the_one_that_is_denied(told: tuple[str, ...], text: str, last: str) -> None:
    """The day that is kept is denied, and the right one is so far from it."""
    assert f"The last one was on {last}." in _said(date(2028, 2, 7), *told, text)


@pytest.mark.parametrize(
    "text", ["office checked, yes I had it that wednesday", "i did have it on that wednesday, the surgery looked"]
)
def test_that_wednesday_is_the_day_just_spoken_of(text: str) -> None:
    """It is no Wednesday of this week."""
    chat = Talk(date(2026, 11, 26))
    chat.say("every 4 weeks, last one was 11 november")
    before = dict(chat.kept or {})
    chat.say(text)
    assert (dict(chat.kept or {})["anchor"], len(dict(chat.kept or {})["given"])) == (
        before["anchor"],
        len(before["given"]),
    )


@pytest.mark.parametrize("text", ["this friday", "the coming friday", "this one", "this week friday"])
def test_this_friday_is_the_first_that_was_offered(text: str) -> None:
    """Of two Fridays to come that are asked about, and never one that has been."""
    chat = Talk(date(2026, 3, 9))
    said = chat.say("every 12 weeks, due next friday")
    assert said[0].endswith("Is it Friday 13 March 2026 or Friday 20 March 2026?")
    assert "The next one is on Friday 13 March 2026." in chat.say(text)
