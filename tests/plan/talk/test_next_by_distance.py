"""The next one told by how far off it is: how often they are is taken from that, and said."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2026, 10, 7)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("had mine three weeks ago today, next one 12 weeks after that. what's the date?", "2026-12-09"),
        ("had my b12 today, the nurse said see you in 10 weeks", "2026-12-16"),
        ("last one was 1 october, they want me back in 8 weeks", "2026-11-26"),
        ("got it yesterday and the next one is six weeks later", "2026-11-17"),
        ('had it on monday, she said "see you in 3 months"', "2027-01-05"),
        ("my first one was this morning, she said see you again in 4 weeks", "2026-11-04"),
    ],
)
def test_the_last_one_and_the_distance(text: str, day: str) -> None:
    """The next date, and that the distance was taken as how often."""
    chat = Talk(TODAY)
    said = chat.say(text)
    assert chat.dates[0] == day
    assert any(line.startswith("I took this as an injection every ") for line in said)


@pytest.mark.parametrize(
    "text",
    ["12 weeks from today", "12 weeks from today she meant", "she just said see you in 12 weeks"],
)
@pytest.mark.parametrize("first", ["had my b12 today", "had my first jab today"])
def test_it_answers_how_often(first: str, text: str) -> None:
    """One that was had today is no more the next one, the first one neither."""
    chat = Talk(TODAY)
    chat.say(first)
    chat.say(text)
    assert chat.dates[0] == "2026-12-30"


def test_so_long_from_today_is_a_day_of_its_own() -> None:
    """It is not counted from the last one, and today is not the next one's day."""
    chat = Talk(TODAY)
    chat.say("every 8 weeks, last one 1 september")
    chat.say("yes")
    chat.say("my next one is 4 weeks from today")
    assert chat.dates[0] == "2026-11-04"


@pytest.mark.parametrize(
    "text", ["thanks, see you in 8 weeks", "i want it back in 8 weeks", "she wants to see me in 8 weeks for bloods"]
)
def test_no_dose_is_told_of(text: str) -> None:
    """A goodbye, and a visit for something else."""
    chat = Talk(TODAY)
    chat.say("every 12 weeks, last one 1 september")
    chat.say(text, None)
    assert chat.kept is not None
    assert [phase["period"] for phase in chat.kept["phases"]] == [12]


def test_one_that_was_not_due_yet_was_early() -> None:
    """The day on which it was due ends no part of the plan."""
    chat = Talk(TODAY)
    said = chat.say("every 8 weeks. wasn't due til the 14th but she did it today", "regimen")
    assert said[0] == "You had this one early. By your plan it is due on Wednesday 14 October 2026."


def test_counted_from_today_is_said_as_a_guess() -> None:
    """The plan stays as it is."""
    chat = Talk(TODAY)
    chat.say("every 8 weeks, last one 1 september")
    chat.say("yes")
    said = chat.say("what would it be if they count from today")
    assert (
        said[0]
        == "Counted every 8 weeks from Wednesday 7 October 2026, the next one would be on Wednesday 2 December 2026."
    )
    assert said[1] == "I have not changed your plan. Your clinic says which day counts."


@pytest.mark.parametrize(
    "text", ["halloween, as in 31 october", "ie the 31st of october", "that's saturday 31 october right"]
)
def test_the_day_of_the_last_one_in_other_words(text: str) -> None:
    """It is the day that was told, and no wish to move one."""
    chat = Talk(date(2026, 11, 11))
    chat.say("every 6 weeks, last one was on 31 october")
    assert chat.say(text)[0] == "Every 6 weeks. The last one was on Saturday 31 October 2026."


def test_a_week_on_a_day_begins_a_plan() -> None:
    """ "Starting jabs a week on Friday" says when, and not how often."""
    chat = Talk(TODAY)
    chat.say("starting b12 jabs a week on friday, then weekly, 6 altogether")
    assert chat.dates[0] == "2026-10-16"


def test_a_plan_that_begins_today() -> None:
    """Nobody had one on the day of a plan that begins today."""
    chat = Talk(TODAY)
    chat.say("weekly for 4 weeks, first one today")
    assert chat.dates[0] == "2026-10-07"
