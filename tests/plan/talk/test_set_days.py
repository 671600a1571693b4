"""Days that the clinic set in the place of others of a plan, several at once, and what is none."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan import dialogue
from b12guide.plan.talk.clock_times import tells_clock, wants_time, without_clock
from b12guide.plan.talk.days_named_in import named_in, with_weekday_joined, without_denied_days
from b12guide.plan.talk.set_days import set_days
from b12guide.plan.talk.state import State
from tests.plan.talk.moves_chat import Talk

TODAY = date(2026, 11, 29)
WHO = dialogue.Who(TODAY, "GB", "Europe/London")
COURSE = ("3 times a week for 2 weeks on mondays wednesdays and fridays then every 12 weeks, had 3, last 27 november",)
MONTHLY = ("every month, last one 17 november",)
BOOKED = ("every 3 months, last one 28 august", "the nurse booked me in for thursday 3 december")


def _kept(*texts: str) -> Talk:
    chat = Talk(TODAY)
    for text in (*texts, "yes"):
        chat.say(text)
    return chat


def _set(text: str, *plan: str) -> dict[str, str]:
    """The planned days with those in their places, as "12-02": "12-03"."""
    found = set_days(text, State.from_json(_kept(*plan).kept), WHO)
    return {f"{was:%m-%d}": f"{day:%m-%d}" for was, day in found.pairs} if found is not None else {}


@pytest.mark.parametrize(
    "text",
    [
        "they moved Wednesday 2nd to Thursday 3rd",
        "no nurse on Wednesday so they’ve put me in Thursday the 3rd instead",
        "the 2nd has been changed to the 3rd",
        "clinic's got me on the 3rd instead of the 2nd",
        "it's thursday the 3rd now, not wednesday, the nurse said",
        "the 2nd is no good for them, they're shut, so they've booked me for the 3rd in place of the 2nd",
        "they cancelled the 2nd. it's the 3rd now",
        "they moved the 2nd to the 3rd, can you redo my list?",
    ],
)
def test_one_of_a_course(text: str) -> None:
    """In whatever words it is told which one is moved."""
    assert _set(text, *COURSE) == {"12-02": "12-03"}


@pytest.mark.parametrize(
    "text",
    [
        "they moved the 2nd to the 3rd and the 4th to Monday the 7th",
        "they've moved the 4th to the 7th. also the 2nd is now moved to the 3rd",
    ],
)
def test_several_of_a_course(text: str) -> None:
    """Each takes its own place, and the part behind counts from the last one."""
    chat = _kept(*COURSE)
    said = chat.say(text)
    assert _set(text, *COURSE) == {"12-02": "12-03", "12-04": "12-07"}
    assert chat.dates == ["2026-11-30", "2026-12-03", "2026-12-07", "2027-03-01"]
    assert any("Monday 1 March and Monday 24 May 2027" in line for line in said)


@pytest.mark.parametrize(
    "text",
    [
        "can they move the 2nd to the 3rd?",
        "could I have the 3rd instead of the 2nd",
        "I'd like to move the 2nd to the 3rd",
        "I'm off work from the 2nd to the 3rd, the nurse knows",
        "they moved my blood test from the 2nd to the 3rd",
        "my dentist has put me in Thursday the 3rd instead of Wednesday",
        "what if they moved the 2nd to the 3rd?",
        "they might move the 2nd to the 3rd",
        "the nurse wants to move the 2nd to the 3rd, is that ok?",
        "it's Thursday instead of Wednesday from now on, the nurse said",
        "swap the 2nd to the 3rd please",
        "I had it on the 27th, not the 26th",
    ],
)
def test_none_is_set(text: str) -> None:
    """What is asked, wished, supposed or of something else moves none."""
    assert _set(text, *COURSE) == {}


@pytest.mark.parametrize("text", ["the 2nd", "Wednesday 2 December 2026", "the wednesday one", "instead of the 2nd"])
def test_which_one_is_answered(text: str) -> None:
    """In place of which one a day is may be told by that one alone."""
    chat = _kept(*COURSE)
    assert chat.say("they've put me in for thursday the 3rd")[0].startswith("Which one is Thursday 3 December 2026")
    chat.say(text)
    assert chat.dates[:3] == ["2026-11-30", "2026-12-03", "2026-12-04"]


def test_told_twice_it_stands() -> None:
    """A move that is told once more beside another one is not turned round."""
    chat = _kept(*COURSE)
    chat.say("they moved the 2nd to the 3rd")
    chat.say("they moved the 2nd to the 3rd, and the 4th to Monday the 7th")
    assert chat.dates == ["2026-11-30", "2026-12-03", "2026-12-07", "2027-03-01"]


def test_next_and_later() -> None:
    """In whatever order they are told, both are kept, and what follows stays on the days of the plan."""
    first, then = _kept(*MONTHLY), _kept(*MONTHLY)
    first.say("in january the 17th is a sunday, the nurse agreed to the monday after, 18 january")
    first.say("they booked me in for friday 11 december")
    then.say("they booked me in for friday 11 december")
    then.say("they moved the january one to monday 18 january")
    assert first.dates == then.dates == ["2026-12-11", "2027-01-18", "2027-02-17", "2027-03-17"]


def test_later_one_stands_once_the_next_was_had() -> None:
    """The day that was set for a later one is kept, from whatever day the plan counts by then."""
    chat = _kept(*MONTHLY)
    chat.say("they moved the january one to monday 18 january")
    chat.today = date(2026, 12, 18)
    chat.say("had it today")
    assert chat.dates[:1] == ["2027-01-18"]


@pytest.mark.parametrize("text", ["booked in for 12 january as well", "and the nurse has given me 12 january"])
def test_second_booking(text: str) -> None:
    """A day that is booked beside the next one, which is booked too, is that of a later one."""
    chat = _kept(*MONTHLY, "booked in for 16 december")
    said = chat.say(text)
    assert chat.dates[:2] == ["2026-12-16", "2027-01-12"]
    assert said[0].endswith("Tuesday 12 January 2027, in place of Sunday 17 January 2027.")


def test_booking_that_is_put_off() -> None:
    """A day in the place of the booked one is that of the next one, and one for a later one that was set is its own."""
    chat = _kept(*MONTHLY, "booked in for 16 december")
    chat.say("they've rebooked me for 12 january instead")
    assert chat.dates[:1] == ["2027-01-12"]
    chat = _kept(*MONTHLY)
    chat.say("they moved the january one to monday 18 january")
    chat.say("booked in for tuesday 19 january now")
    assert chat.dates[:2] == ["2026-12-17", "2027-01-19"]


def test_days_in_a_row() -> None:
    """Several booked days take the places of those they are next to."""
    chat = _kept("every 8 weeks, last one 10 november")
    said = chat.say("they booked me in for 5 january, 2 march and 29 april")
    assert said[0].endswith("Thursday 29 April 2027, in place of Tuesday 27 April 2027.")
    assert chat.dates[:3] == ["2027-01-05", "2027-03-02", "2027-04-29"]


@pytest.mark.parametrize("text", ["scrap thurs. fri same time", "clinic agreed its fri 4 dec now not thurs"])
def test_booked_day_is_moved(text: str) -> None:
    """The second way to count is from the day on which it was due."""
    chat = _kept(*BOOKED)
    said = chat.say(text)
    assert chat.dates[:2] == ["2026-12-04", "2027-03-04"]
    assert said[-1] == "Counted from the date it was due, the next one is on Sunday 28 February 2027."


def test_what_they_do_now_is_no_dose() -> None:
    """How it is done there tells of none that was had."""
    chat = _kept("every 2 months, last one 6 november")
    assert chat.moves("it's only Tuesdays they do the B12 now") == []
    assert chat.moves("they did it now") == [("fact", "given", "2026-11-29//")]


def test_own_doing_puts_no_day_right() -> None:
    """ "It, the 5th I'm working" is no day of the last one."""
    chat = _kept("every 2 months, last one 6 november")
    text = "I've looked. Put me down for Tuesday the 12th of January, they are fine with it, the 5th I'm at work"
    assert [move[1:] for move in chat.moves(text)] == [("booked", "2027-01-12")]


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("the Monday instead, the 18th of January", "Monday the 18th of January instead"),
        ("the Monday after, 18 January", "Monday 18 January"),
        ("the Tuesday instead, the 18th of January", "the Tuesday instead, the 18th of January"),
        ("Monday, the 18th of January", "Monday, the 18th of January"),
    ],
)
def test_weekday_with_its_day_behind_it(text: str, joined: str) -> None:
    """Only where the day is of that weekday."""
    assert with_weekday_joined(text, TODAY) == joined


def test_days_that_are_named() -> None:
    """Numbers of other things are none, nor is a weekday that says what a day is."""
    text = "the 17th is a Sunday, fri 4 dec, thurs. the first two 12 weekly ones, 2 of 6, the 2nd of the weekly ones"
    assert [text[one.start : one.end] for one in named_in(text)] == ["the 17th", "fri 4 dec", "thurs."]
    assert without_denied_days("fri 4 dec now not thurs").split() == ["fri", "4", "dec", "now", "not"]


@pytest.mark.parametrize(
    "text", ["thurs 3rd 8.40", "at a quarter past ten", "half nine", "3pm", "10:15", "at 9", "at 9 o'clock"]
)
def test_times_of_the_day(text: str) -> None:
    """In figures and in words."""
    assert tells_clock(text)
    assert not tells_clock(without_clock(text))


@pytest.mark.parametrize("text", ["on 3.12", "1.5 mg", "every 10 to 12 weeks", "the 3rd of december", "half a year"])
def test_no_times(text: str) -> None:
    """Dates, doses and gaps are none."""
    assert not tells_clock(text)


def test_time_is_asked_for() -> None:
    """Whoever wants it kept is told once more that it is not."""
    assert wants_time("yeah but 8.40 don’t lose the time")
    assert not wants_time("what a waste of time")
