"""Doses told by the day or the month that they are of, bookings and places, beside an open question."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.test_in_own_words import JANUARY, NOVEMBER, _talk

MARCH = date(2027, 3, 20)  # a Saturday


@pytest.mark.parametrize(
    "texts",
    [
        ("I have it on the last day of every month, had february's",),
        ("I get it the last day of each month, got february's done",),
        ("every month on the last day", "had february's"),
        ("it's on the last day of each month", "february's is done"),
    ],
)
def test_the_dose_of_a_month_has_a_date(texts: tuple[str, ...]) -> None:
    """Where the plan is for one day of the month."""
    _, said = _talk(MARCH, *texts)
    assert "The last one was on Sunday 28 February 2027.\nThe next one is on Wednesday 31 March 2027." in said


@pytest.mark.parametrize("text", ["had march's", "march's", "not had february's", "had february's?"])
def test_the_dose_of_a_month_that_is_to_come_is_not_had(text: str) -> None:
    """The 31st has not come, and what was not had is no last one."""
    chat, _ = _talk(MARCH, "the last day of each month", text)
    assert chat.kept is not None
    assert chat.kept["anchor"] is None


COURSE = "started mine monday 11 january, 3 a week for a fortnight mon weds fri, then every 12 weeks"


@pytest.mark.parametrize(
    "text",
    [
        "no not all, missed the one last friday. had today's",
        "missed last friday's, had today's",
        "I skipped friday's but had the one today",
    ],
)
def test_one_missed_by_its_weekday_goes_to_the_log(text: str) -> None:
    """The others were had up to today's, and whether one is added is the clinic's to say."""
    chat, said = _talk(JANUARY, COURSE, text)
    assert "• Last injection: Wednesday 20 January 2027." in said
    assert "Friday 15 January 2027 was not given." in said
    assert "4 of 6 are done." in chat.say("how many have I had")


@pytest.mark.parametrize(
    "text",
    [
        "none yet, I'm booked for dec 21",
        "haven't started, my appointment is 21 december",
        "not had any yet, they've booked me in for the 21st of december",
    ],
)
def test_none_yet_with_a_booking_is_the_first_date(text: str) -> None:
    """It is no last one, and put right in a word it stays one to come."""
    chat, said = _talk(NOVEMBER, "every 8 weeks", text)
    assert "The next one is on Monday 21 December 2026." in said
    assert "The next one is on Tuesday 22 December 2026." in chat.say("my mistake, it's the 22nd")


def test_what_comes_after_a_booking_is_how_often() -> None:
    """ "Every 8 weeks after" is no time that has passed."""
    _, said = _talk(NOVEMBER, "I'm booked for dec 21, then it's every 8 weeks after")
    assert said.startswith("Every 8 weeks.\nThe next one is on Monday 21 December 2026.")


def test_the_place_of_the_last_one_on_a_weekday() -> None:
    """ "The third was on Saturday" is a day, and not each Saturday."""
    _, said = _talk(NOVEMBER, "once a week for 8 weeks, 3 over, third one was on saturday")
    assert "Last injection: Saturday 21 November 2026." in said
    assert "8 injections, 3 of them given. To come: Saturday 28 November" in said


@pytest.mark.parametrize(
    "text", ["the more recent one, november", "the later, that's in november", "the second one, november"]
)
def test_one_of_two_days_with_its_month(text: str) -> None:
    """What is named beside it is of the one that is meant."""
    _, said = _talk(date(2026, 11, 23), "every 8 weeks, last shot 11-10-2026", text)
    assert "The last one was on Tuesday 10 November 2026." in said


def test_the_last_one_before_a_question_is_kept() -> None:
    """What was told up to the question is the plan."""
    _, said = _talk(
        date(2027, 1, 14),
        "I've had it for years, every three months, the last being the 11th of January. When ought I to have the next?",
    )
    assert said.startswith("Every 3 months. The last one was on Monday 11 January 2027.")
