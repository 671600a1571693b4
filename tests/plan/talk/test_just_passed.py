"""Days that lie just behind today, or are told in so few words that only their sense says in which month they are."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from b12guide.plan import compute
from b12guide.plan.model import full_date
from b12guide.plan.reading.reader import read, read_date
from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 5, 14)  # a Friday
PASSED = "every 6 weeks, last one was 24 march. booked for 5 may, what comes after?"
TWO_DAYS = "every 6 weeks, had it the 9th or 10th of april"


def _said(*texts: str, today: date = TODAY) -> tuple[Talk, list[str]]:
    chat = Talk(today)
    said = [chat.say(text) for text in texts]
    return chat, said[-1]


@pytest.mark.parametrize("cue", ["booked for", "next one is", "due on", "appointment is", "scheduled for", "down for"])
@pytest.mark.parametrize("back", [1, 5, 17, 40])
@pytest.mark.parametrize("today", [date(2027, 5, 14), date(2028, 1, 9), date(2028, 3, 2)])
def test_a_day_of_the_clinic_that_has_just_passed_is_of_this_year(cue: str, back: int, today: date) -> None:
    """Nobody tells of a booking that is eleven months ahead by a day that was last week."""
    day = today - timedelta(back)
    found = read_date(f"{cue} {day.day} {day:%B}", today=today)
    assert found.date == day


@pytest.mark.parametrize("cue", ["booked for", "next one is", "due on"])
@pytest.mark.parametrize("ahead", [0, 3, 90, 250])
def test_a_day_of_the_clinic_to_come_stays_so(cue: str, ahead: int) -> None:
    """A day that is not just behind today is the next of its name."""
    day = TODAY + timedelta(ahead)
    assert read_date(f"{cue} {day.day} {day:%B}", today=TODAY).date == day


def test_a_journey_keeps_its_year() -> None:
    """Days of which no word says that one was booked or due are still looked for ahead."""
    assert read_date("2 may", today=TODAY, role="next").date == date(2028, 5, 2)


def test_a_booked_day_that_passed_asks_whether_it_was_had() -> None:
    """No date is counted from it before that is known."""
    chat, said = _said(PASSED)
    assert said == ["I can work that out. Your clinic booked Wednesday 5 May 2027. Did you have it?"]
    assert chat.last.plan is not None
    assert chat.last.plan["next"] == []


@pytest.mark.parametrize(
    ("text", "following"),
    [
        ("yes I did", "2027-06-16"),
        ("had it a day late, on the 6th", "2027-06-17"),
        ("no they cancelled it, having it on the 19th", "2027-05-19"),
        ("it was called off, they booked me for 20 may", "2027-05-20"),
    ],
)
def test_what_became_of_it_is_counted_from(text: str, following: str) -> None:
    """It was had, on that day or another; or the clinic set a day in its place."""
    assert _said(PASSED, text)[0].dates[0] == following


def test_one_that_was_not_had_leaves_the_last_one() -> None:
    """Where no other day was set, the plan is late, and nothing is asked a second time."""
    _, said = _said(PASSED, "no", "they didn't say")
    assert any("it was due on Wednesday 5 May 2027" in line for line in said)


@pytest.mark.parametrize(
    "text",
    [
        "doing it the 19th",
        "they cancelled, having it on the 19th",
        "so I'm having mine the 19th",
        "havin my jab on the 19th",
    ],
)
def test_a_bare_day_that_is_done_or_had_is_to_come(text: str) -> None:
    """ "The 19th" is that of this month, ahead, and not one of two that were."""
    chat, said = _said("every 6 weeks, last was 24 march", text)
    assert said[0] == "I have noted what your clinic booked: Wednesday 19 May 2027."
    assert chat.dates[0] == "2027-05-19"


@pytest.mark.parametrize("text", ["been having it the 19th", "I was getting it the 19th", "had it the 19th"])
def test_a_bare_day_that_was_is_none_to_come(text: str) -> None:
    """What was going on is no booking."""
    assert read_date(text, today=TODAY).date == date(2027, 4, 19)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("neither, it was Monday 12 April 2027", "The last one was on Monday 12 April 2027."),
        ("none of those I'm afraid, 12 april 2027 it was", "The last one was on Monday 12 April 2027."),
        ("it's none of those. I'm having it on Thursday 20 May 2027", "The next one is on Thursday 20 May 2027."),
        ("nope, 20 may this month. what's the one after that", "The next one is on Thursday 20 May 2027."),
        ("neither! they rang and i go in on 20 may 2027. when's the one after", "The next one is on Thursday 20 May"),
    ],
)
def test_a_whole_date_ends_the_question_which_of_two_days(text: str, first: str) -> None:
    """The days that were offered are not offered again."""
    _, said = _said(TWO_DAYS, text)
    assert first in " ".join(said)
    assert not any("I read 2 dates" in line for line in said)


def test_the_day_of_a_month_is_no_number_of_months() -> None:
    """ "19 May this month" is a day, and never an interval."""
    chat, _ = _said("every 6 weeks, last was 24 march", "no, 19 may this month")
    assert chat.kept is not None
    assert [phase["period"] for phase in chat.kept["phases"]] == [6]


@pytest.mark.parametrize(
    ("weeks", "last", "due", "had"),
    [(6, "24 march", "5 may", "30 april"), (4, "5 april", "3 may", "7 may"),
     (10, "19 february", "30 april", "26 april")],
)  # fmt: skip
@pytest.mark.parametrize(
    "text",
    ["every {weeks} weeks. last was {last}, due {due}, had it {had}",
     "{last} was my last, then due {due} but got it {had}, every {weeks} weeks"]
)  # fmt: skip
def test_one_that_was_given_off_its_day_shows_both_dates(text: str, weeks: int, last: str, due: str, had: str) -> None:
    """The one before it, the day it was due and the day it was had: the clinic says which of the two ways counts."""
    chat, said = _said(text.format(weeks=weeks, last=last, due=due, had=had))
    days = [read_date(day, today=TODAY).date for day in (due, had)]
    assert None not in days
    from_due, from_had = (full_date(day + timedelta(weeks=weeks)) for day in days if day is not None)
    assert f"Counted from the date it was due, the next one is on {from_due}." in said
    assert any(line.startswith(f"Counted from the date you had it, the next one is on {from_had}.") for line in said)
    assert chat.last.kind != "menu"


@pytest.mark.parametrize(
    ("text", "following"),
    [
        ("rang them, counted from the 30th. when is it then?", "2027-06-11"),
        ("they count from the due date. so what's my date?", "2027-06-16"),
    ],
)
def test_which_way_is_told_beside_a_question(text: str, following: str) -> None:
    """What the clinic said counts, though the date is asked for in the same message."""
    chat, _ = _said("every 6 weeks. last was 24 march, due 5 may, had it 30 april", text)
    assert chat.dates[0] == following


def test_a_due_day_beside_the_last_one_took_its_place_nowhere() -> None:
    """ "Last 24 March, it was due 5 May": the last one is no dose that was given early."""
    _, said = _said("every 6 weeks, last was 24 march. It was due 6 may")
    assert said[0].startswith("Counting every 6 weeks from Wednesday 24 March 2027, it was due on Wednesday 5 May")
    result = compute(read("every 6 weeks, due 5 may", today=TODAY), today=TODAY)
    assert result.questions[0].text.startswith("Wednesday 5 May 2027 has passed. Was that injection given?")
