"""What was told already is asked no more: a yes with a remark, a number beside a part, a date with its year."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 3, 5)  # a Friday
EVERY_10 = "every 10 weeks, last one 8 february 2027"  # next Monday 19 April 2027


def _told(*texts: str, today: date = TODAY) -> Talk:
    chat = Talk(today)
    for text in texts:
        chat.say(text)
    return chat


@pytest.mark.parametrize("yes", ["yes thats it", "yep", "aye thats right", "calm, yeah", "too easy mate", "1. Yes."])
@pytest.mark.parametrize(
    "remark", ["", ", the new day only", ", just the day please", ", one day at a time", ", a week to go"]
)
def test_a_yes_with_a_remark_changes_no_gap(yes: str, remark: str) -> None:
    """The unit of a number is put right by "weeks" or "months", and by no single day."""
    chat = _told(EVERY_10, f"{yes}{remark}")
    assert chat.kept is not None
    assert (chat.kept["phases"][0]["period"], chat.kept["phases"][0]["unit"]) == (10, "wk")
    assert chat.kept["anchor"]["date"] == "2027-02-08"


@pytest.mark.parametrize(
    "yes",
    [
        "1. Yes.", "1) yes, correct", "calm", "calm, yh", "too easy", "too easy mate", "sweet as", "no worries",
        "all good", "mint", "no dramas mate", "that'll do", "1. Thank you. 2. Yes.", "easy as",
    ],
)  # fmt: skip
def test_other_ways_to_say_yes(yes: str) -> None:
    """The plan is kept."""
    assert (_told(EVERY_10, yes).kept or {}).get("confirmed") is True


@pytest.mark.parametrize(
    "text", ["nah, forgot, dr says 6 now", "no forgot to say, doc says 6 now", "gp says 6 now", "docs said 6 now"]
)
def test_another_number_from_the_doctor(text: str) -> None:
    """Who forgot to say so has missed nothing: the number is another one, the unit stays."""
    chat = _told(EVERY_10)
    chat.say(text)
    assert chat.dates[0] == "2027-03-22"


@pytest.mark.parametrize("who", ["GP", "doc", "the doctor", "dr", "her nurse", "hospital"])
@pytest.mark.parametrize("day", ["12 march", "12th march", "march 12"])
def test_a_day_that_the_clinic_says_is_to_come(who: str, day: str) -> None:
    """Late or not, it is the next one's: the same day a year ago lies before the last dose."""
    chat = _told("every 3 months, last one 1 december 2026", "yes")
    chat.say(f"{who} says {day}")
    assert chat.dates[0] == "2027-03-12"


@pytest.mark.parametrize("text", ["20/04/27, still to come", "20 april 2027, the coming one", "its 20 april 2027"])
def test_a_date_with_its_year_settles_which(text: str) -> None:
    """Of one day in two years it is the one that is written."""
    chat = _told("every 8 weeks, last one 20 april")
    assert chat.kept is not None
    assert len(chat.kept["options"]) == 2
    chat.say(text)
    assert chat.kept["about"] != "date"


@pytest.mark.parametrize("lead", ["yo ", "gday mate, ", "hiya, ", ""])
@pytest.mark.parametrize(
    "question", ["when does it go down to monthly", "when do i switch to monthly", "when will it go to monthly"]
)
def test_a_part_that_is_asked_about_is_no_second_gap(lead: str, question: str) -> None:
    """The course, its first dose and that it was the only one leave nothing to ask."""
    chat = _told(
        f"{lead}{question}, its one a week x5 then monthly, first one was mon 1 march only had that one so far"
    )
    assert chat.dates == ["2027-03-08", "2027-03-15", "2027-03-22", "2027-03-29"]
    assert chat.kept is not None
    assert chat.kept["about"] == "confirm"


@pytest.mark.parametrize(
    "text", ["the weekly ones, it was the second of the 5", "weekly, number 2 of 5", "loading, 2nd of the 5 obvs"]
)
def test_which_one_of_the_part_is_told_with_it(text: str) -> None:
    """The number of the dose is not asked again."""
    chat = _told("weekly for 5 injections then monthly, last one was monday 1 march")
    assert chat.kept is not None
    assert chat.kept["about"] == "phase"
    chat.say(text)
    assert (chat.kept["anchor"]["done"], chat.kept["about"]) == (2, "confirm")


def test_a_word_of_an_older_message_is_asked_no_more() -> None:
    """How often was said anew."""
    chat = _told("except holidays its every other, last one was 1 march 2027", "every other week")
    assert chat.dates[0] == "2027-03-15"


@pytest.mark.parametrize("time", ["", ", 11 o'clock", " at 9.30", " 10am"])
@pytest.mark.parametrize("told", ["ok had it", "Had it", "got it done", "she gave me it", "it's done"])
def test_a_dose_had_on_the_day_it_was_due(told: str, time: str) -> None:
    """It is today's, whatever the hour."""
    chat = _told("every 2 months, last one 5 january 2027", "yes")
    chat.say(f"{told}{time}")
    assert chat.kept is not None
    assert (chat.kept["anchor"]["date"], chat.dates[0]) == ("2027-03-05", "2027-05-05")


@pytest.mark.parametrize("text", ["had it", "had it at 11"])
def test_on_any_other_day_it_is_not_known_when(text: str) -> None:
    """A dose that is not due today is not noted without its day."""
    chat = _told(EVERY_10, "yes")
    chat.say(text, None)
    assert chat.kept is not None
    assert chat.kept["anchor"]["date"] == "2027-02-08"


@pytest.mark.parametrize(
    ("day", "late"),
    [("2027-03-19", "2 weeks"), ("2027-03-25", "2 weeks and 6 days"), ("2027-03-27", "3 weeks and 1 day")],
)
def test_how_late_in_weeks_and_days(day: str, late: str) -> None:
    """No day of it is left out."""
    chat = _told("every 2 months, last one 5 january 2027", today=date.fromisoformat(day))
    assert f"so it is {late} late." in " ".join(chat.say("show my plan", "whole"))


def test_a_route_alone_is_said_as_one() -> None:
    """Nobody has "into a muscle"."""
    assert _told().say("B12 IM every 3 months, last one 1 november 2026")[0] == "It is given into a muscle."


@pytest.mark.parametrize(
    "text", ["its the same plan, every other day", "it's every other day like before", "we go on every other day"]
)
def test_how_often_a_part_with_an_end_is_had_changes_no_other_part(text: str) -> None:
    """The part that comes after it stays as it was told."""
    chat = _told("every other day for 2 weeks then every 3 months, first one was monday 1 march 2027", "yes")
    before = chat.kept["phases"] if chat.kept is not None else []
    chat.say(text)
    assert chat.kept is not None
    assert chat.kept["phases"] == before
    assert len(before) == 2
