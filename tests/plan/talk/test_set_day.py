"""The day that the clinic set, as people tell of it in few words."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 3, 3)  # a Wednesday
LATE = "every 6 weeks, last one was 13 january 2027"  # due Wednesday 24 February
AHEAD = "every 8 weeks, last one was 25 january 2027"  # next Monday 22 March


def _after(plan: str, *texts: str) -> tuple[Talk, list[str]]:
    chat = Talk(TODAY)
    chat.say(plan)
    said = [chat.say(text) for text in texts]
    return chat, said[-1]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("called the practice, they're gonna fit me in saturday", "2027-03-06"),
        ("they're having me in thursday", "2027-03-04"),
        ("the nurse will see me this monday. the 8th", "2027-03-08"),
        ("phoned up, monday morning", "2027-03-08"),
        ("I missed it but the surgery got me in for friday", "2027-03-05"),
        ("got an opening tomorrow", "2027-03-04"),
        ("monday 8 march. that's the slot they gave me", "2027-03-08"),
        ("my appointment's friday at half 9", "2027-03-05"),
        ("they have me down for the 9th", "2027-03-09"),
        ("this coming friday, the 5th", "2027-03-05"),
        ("spoke to reception. friday, 5th", "2027-03-05"),
        ("the clinic can do tuesday", "2027-03-09"),
    ],
)
def test_a_day_that_was_set_for_a_late_one(text: str, day: str) -> None:
    """It is the next one's, read back to be confirmed; nobody who has just called is told to call."""
    chat, said = _after(LATE, text)
    assert chat.dates[0] == day
    assert not any("call your clinic" in line for line in said)


@pytest.mark.parametrize(
    "text",
    [
        "yes. they're seeing me friday",
        "yep called them, they can squeeze me in on friday",
        "that's right, rang them, friday 5th",
        "yeah and i'm in for friday",
    ],
)
def test_a_yes_with_the_day_that_was_set(text: str) -> None:
    """Both are done: the plan is kept, and the day is noted."""
    chat, said = _after(LATE, text)
    assert said[0] == "I have noted what your clinic booked: Friday 5 March 2027."
    assert chat.last.links


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("they've put me down for the tuesday instead", "2027-03-23"),
        ("surgery moved me to the day after", "2027-03-23"),
        ("rang them, they booked me in for the friday before", "2027-03-19"),
        ("clinic says a week later", "2027-03-29"),
        ("they changed it to thursday instead of monday", "2027-03-25"),
    ],
)
def test_a_day_beside_the_date_shown(text: str, day: str) -> None:
    """It is counted from that date, not from today."""
    assert _after(AHEAD, text)[0].dates[0] == day


@pytest.mark.parametrize("text", ["they can see me next friday", "rang them, wednesday"])
def test_a_day_with_two_readings(text: str) -> None:
    """Both are offered, and the one that is chosen is booked."""
    chat, said = _after(LATE, text)
    assert said[0].startswith("Which day did your clinic set: ")
    chosen = chat.last.buttons[1]
    chat.say(chosen)
    assert date.fromisoformat(chat.dates[0]).strftime("%-d %B %Y") in chosen


@pytest.mark.parametrize(
    "text",
    [
        "rang them friday, no answer",
        "I'm off on holiday friday",
        "they couldn't see me friday",
        "are they seeing me friday?",
        "they saw me last friday",
        "I want them to fit me in friday",
        "it was booked for friday but I was away",
        "friday I will be in Galway for a wedding",
        "I'm in Leeds for work on friday",
        "ill be in pune for friday",
    ],
)
def test_what_sets_no_day(text: str) -> None:
    """A call, a journey, a wish, a question and what was are no date of the next one."""
    chat, _ = _after(LATE, text)
    assert "2027-03-05" not in (chat.dates if chat.outcome is not None and chat.last.plan else [])


def test_a_weekday_of_a_month() -> None:
    """It is that of the month, and not the coming one."""
    assert _after(AHEAD, "they've moved me to the first tuesday in april")[0].dates[0] == "2027-04-06"


@pytest.mark.parametrize(
    "text",
    [
        "wait is it this friday or next",
        "someone said i could go up to a week early, what day would that be",
        "hang on is that on friday",
        "they said I could come friday or monday",
    ],
)
def test_no_day_is_set_by_a_question_or_a_choice(text: str) -> None:
    """What is asked, or left open, is no booking."""
    chat = Talk(date(2026, 5, 20))
    for told in ("every second friday, last one 15 May", "yep"):
        chat.say(told)
    assert all(name != "booked" for _, name, _ in chat.moves(text))


@pytest.mark.parametrize("text", ["ok friday it is", "friday the 16th it is then", "the 16th it is"])
def test_a_day_that_was_settled_on(text: str) -> None:
    """ "Friday it is" tells of the day to come, and never of the last one."""
    chat = Talk(date(2026, 1, 12))
    for told in ("3 monthly. had it 15th october 2025", "yes"):
        chat.say(told)
    assert chat.moves(text) == [("fact", "booked", "2026-01-16")]


@pytest.mark.parametrize(
    "text",
    [
        "i'm away from 20 to 27 march",
        "not here from 20 to 27 march",
        "away 20 march to 27 march",
        "abroad from the 20th until the 27th",
    ],
)
def test_the_days_of_a_journey_are_none_that_was_set(text: str) -> None:
    """Neither end of a journey is booked; what falls on it is said."""
    _, said = _after(AHEAD, "yes", text)
    assert any("Monday 22 March 2027" in line for line in said)
    assert not any("booked" in line for line in said)
