"""What people tell of single doses: the month told before, early or late ones, from when the clinic counts on."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.dialogue_chat import CONFIRM
from tests.plan.talk.moves_chat import Talk

WHICH_DAY = 'Which day was "october"? I need the day, from Thursday 1 October 2026 to Saturday 31 October 2026.'
TODAY = date(2027, 4, 20)


def told(today: date, *texts: str) -> list[str]:
    """The lines of the answer to the last of some messages."""
    return Talk(today).tell(*texts)


@pytest.mark.parametrize(
    "texts", [("not been since october", "every 8 weeks"), ("every 8 weeks, i haven't been since october",)]
)
def test_a_month_alone_is_asked_for_its_day(texts: tuple[str, ...]) -> None:
    """How often they are does not answer which day it was."""
    assert WHICH_DAY in told(TODAY, *texts)[0]


def test_the_month_told_before_bounds_the_day() -> None:
    """A number in answer is a day of that month, and a day of which one is not sure is to be checked."""
    lines = told(TODAY, "every 8 weeks, i haven't been since october", "13th, i think")
    assert lines[0].startswith("Counting every 8 weeks from Tuesday 13 October 2026")
    assert lines[-1].startswith("You were not sure of ")
    assert lines[-1].endswith("Check your clinic's record first.")


def test_given_before_it_was_due_shows_both_ways() -> None:
    """An early one skips nothing: both dates are said, and the clinic decides."""
    lines = told(date(2027, 1, 19), "12 weekly. was due on 29 january, they did it today instead")
    assert "Counted from the date it was due, the next one is on Friday 23 April 2027." in lines
    assert any("the next one is on Tuesday 13 April 2027" in line for line in lines)


def test_a_dose_they_gave_today_is_no_booking() -> None:
    """It is noted as given, late, and the next one is not counted from a booked date."""
    chat = Talk(date(2027, 2, 25))
    chat.say("every 10 weeks, last one 14 december 2026")
    assert chat.say("they gave me it this morning")[1] == "You had it on Thursday 25 February 2027."
    assert chat.say("no new date, same as before")[-1] == CONFIRM
    assert chat.dates[0] == "2027-05-06"


def test_a_place_in_a_row_is_no_day_of_the_month() -> None:
    """The 2nd of 5 weekly ones was given yesterday, so three are left."""
    chat = Talk(date(2027, 1, 6))
    chat.say("had 2 of my 5 weekly injections, the 2nd was yesterday")
    assert chat.dates == ["2027-01-12", "2027-01-19", "2027-01-26"]


def test_a_booked_date_told_at_once_wins() -> None:
    """What the clinic booked is next, not what is counted."""
    chat = Talk(date(2027, 1, 7))
    chat.say("every 8 weeks, last one 17 november 2026, next one is booked for 14 january 2027")
    assert chat.dates[0] == "2027-01-14"


def test_a_missed_day_beside_the_last_one_given_is_no_dose() -> None:
    """The plan counts from the one that was given."""
    lines = told(date(2027, 1, 11), "every 10 weeks, last one 26 october 2026, missed 4 january")
    assert lines[0].startswith(
        "Counting every 10 weeks from Monday 26 October 2026, it was due on Monday 4 January 2027"
    )


def test_what_comes_after_a_part_with_an_end_drops_none_of_it() -> None:
    """ "After that it's every 2 months" is counted from the last of those that are left."""
    chat = Talk(date(2026, 12, 15))
    lines = chat.tell("I've had 2 out of 5 weekly ones, the 2nd was yesterday", "after that it's every 2 months")
    said = " ".join(lines)
    assert "Monday 4 January 2027" in said
    assert "Thursday 4 March" in said
    assert "14 February" not in said


def test_how_often_they_are_is_no_number_of_doses() -> None:
    """A number of an interval does not answer how many were had."""
    chat = Talk(date(2026, 12, 15))
    lines = chat.tell("weekly for 5 injections, the last one was yesterday", "after that it's every 2 months")
    assert "How many of the 5 injections" in lines[0]


@pytest.mark.parametrize(
    "text",
    [
        "7 weekly ones, had 3 of them, the last on 14 december",
        "7 in all, every week 1, 3 finish, last monday 14 december",
        "one a week, 7 altogether. I've done 3. Last was yesterday",
        "seven weekly jabs, 4 left, last one yesterday",
    ],
)
def test_how_many_were_had_is_told_with_the_plan(text: str) -> None:
    """So many of a course and how many were had of it: the rest of them, and nothing is asked."""
    chat = Talk(date(2026, 12, 15))
    lines = chat.say(text, "regimen")
    assert "7 injections, 3 of them given" in " ".join(lines)
    assert chat.dates == ["2026-12-21", "2026-12-28", "2027-01-04", "2027-01-11"]


def test_how_many_were_had_is_kept_until_the_day_of_the_last_is_told() -> None:
    """Told in two messages, it is the same."""
    chat = Talk(date(2026, 12, 15))
    chat.say("7 weekly ones, had 3 of them", "regimen")
    chat.say("yesterday")
    assert chat.dates == ["2026-12-21", "2026-12-28", "2027-01-04", "2027-01-11"]


def test_more_than_there_are_were_not_had() -> None:
    """So many of fewer cannot be: how many were had is asked."""
    chat = Talk(date(2026, 12, 15))
    assert "How many of the 4 injections" in chat.say("weekly for 4 injections, had 9 so far, last yesterday")[0]


def test_how_often_said_once_more_drops_no_end() -> None:
    """Weekly again, of 7 weekly ones: they do not go on without an end."""
    chat = Talk(date(2026, 12, 15))
    chat.say("7 weekly ones, had 3 of them, the last on 14 december", "regimen")
    chat.say("every week 1. monday. 7 in all. 3 finish. how many stay?", "regimen")
    assert chat.dates == ["2026-12-21", "2026-12-28", "2027-01-04", "2027-01-11"]


@pytest.mark.parametrize(
    "text", ["she says keep to the original dates", "stick with the old plan", "they said go by the planned dates"]
)
def test_the_dates_stay_as_they_were(text: str) -> None:
    """After an early one, the clinic counts from the day that it was due."""
    chat = Talk(date(2026, 8, 17))
    for told in ("every 4 weeks, next one aug 26", "yes", "my pharmacist gave it to me on saturday"):
        chat.say(told)
    assert chat.moves(text) == [("fact", "count_from", "due")]
    assert any("Wednesday 23 September 2026" in line for line in chat.say(text))


@pytest.mark.parametrize(
    "text",
    ["did it last night at 11 tho", "did it last nite", "did it yesterday", "done it last nite", "had it last night"],
)
def test_who_did_it_last_night_had_it_on_the_day_before(text: str) -> None:
    """Without an I, and in the spelling of phones, it is a dose that was had, and no question."""
    lines = told(date(2027, 3, 19), "every 4 weeks, last one 18 february 2027", "yes", text)
    assert lines[0] == "I have noted it: Thursday 18 March 2027."


def test_did_it_hurt_tells_of_no_dose() -> None:
    """A question that begins so notes nothing."""
    assert told(date(2027, 3, 19), "every 4 weeks, last one 18 february 2027", "yes", "did it hurt yesterday?") == []
