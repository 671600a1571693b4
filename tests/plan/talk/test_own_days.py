"""A day of the plan that is named again is that day: no dose, no other year's, and no date of the clinic's."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.dialogue_chat import CONFIRM
from tests.plan.talk.moves_chat import Talk

JUNE, SEPTEMBER = "Wednesday 10 June 2026", "Thursday 10 September 2026"


def _kept() -> Talk:
    """Every 3 months from 10 March; the next are on 10 June and 10 September."""
    chat = Talk(date(2026, 4, 1))
    chat.say("every 3 months, last one 10 march 2026")
    chat.say("yes")
    return chat


@pytest.mark.parametrize(
    "text",
    [
        "so 10 june it is then, till I hear from them",
        "right. 10 june goes on the kitchen wall",
        "I only want to hear that june 10 stands",
    ],
)
def test_a_day_that_was_shown_is_named_again(text: str) -> None:
    """It is said to be one of the dates, and the plan stays as it was."""
    chat = _kept()
    assert chat.say(text, None)[0] == f"{JUNE} is one of your dates."
    assert chat.dates[:2] == ["2026-06-10", "2026-09-10"]


def test_two_days_that_were_shown() -> None:
    """Each of them is said to be one."""
    lines = _kept().say("10 june and 10 september are in the diary", None)
    assert lines == [f"{JUNE} is one of your dates.", f"{SEPTEMBER} is one of your dates."]


@pytest.mark.parametrize(
    "text", ["I had it on 10 march, the last one", "they moved 10 june to 17 june", "10 may it is"]
)
def test_other_days_mean_what_they_did(text: str) -> None:
    """A dose that was had, a day that was moved and a day of no plan are none of it."""
    assert f"{JUNE} is one of your dates." not in _kept().say(text, None)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("how many weeks is it now since I had it?", "3 weeks and 1 day have passed since Tuesday 10 March 2026."),
        ("how long ago was my last one", "3 weeks and 1 day have passed since Tuesday 10 March 2026."),
        ("yes. how many days is it since my last jab?", "3 weeks and 1 day have passed since Tuesday 10 March 2026."),
    ],
)
def test_how_long_ago_the_last_one_was(text: str, line: str) -> None:
    """The time is told, and no dose is noted."""
    chat = Talk(date(2026, 4, 1))
    chat.say("every 3 months, last one 10 march 2026")
    assert line in chat.say(text, None)
    assert chat.dates[0] == "2026-06-10"


@pytest.mark.parametrize(
    "text", ["can they be on fridays in future?", "I mean fridays from now on", "could it be a friday from now on"]
)
def test_another_day_of_the_week_from_now_on(text: str) -> None:
    """Only the clinic moves a plan to other days."""
    assert _kept().say(text, None) == [
        f"By your plan it is on {JUNE}.",
        "Only your clinic can move it. Ask them. If they agree, tell me the new date and I will keep it.",
    ]


def test_an_option_among_words_of_no_weight() -> None:
    """ "Of course" and "obviously" beside one of two dates leave it the one that was meant."""
    chat = Talk(date(2026, 12, 1))
    chat.say("every 6 weeks, last one 10/11/26")
    assert chat.say("10 november, obviously", None)[-1] == CONFIRM
    assert chat.dates[0] == "2026-12-22"


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("does the reminder ring a week before?", "The file has 2 alarms for each date"),
        ("could it remind me two weeks ahead, I have to book", "The file has 2 alarms for each date"),
        ("how do I put it on my phone", "The files are below this message."),
        ("can I delete the old entry", "I cannot reach your phone."),
        ("now there are two entries on my phone", "I cannot reach your phone."),
        ("I'll phone them tomorrow", "Good idea."),
    ],
)
def test_what_becomes_of_the_files(text: str, begins: str) -> None:
    """What the alarms do, how a file gets on to a phone and how an old date gets off it, in one answer each."""
    assert _kept().say(text, None)[0].startswith(begins)


@pytest.mark.parametrize("text", ["so none from 10 june to 10 september then", "none between 10 june and 10 september"])
def test_a_stretch_names_no_day_of_its_own(text: str) -> None:
    """From one day to another is about the days between."""
    assert f"{JUNE} is one of your dates." not in _kept().say(text, None)


@pytest.mark.parametrize(
    "text", ["yes 10 june and 10 september, calendar please", "10 june, 10 september. put them on my phone"]
)
def test_the_dates_are_said_once_more_and_the_file_is_wanted(text: str) -> None:
    """The files come, and nobody is asked for a year."""
    assert _kept().say(text, None)[0].startswith("Here is your plan for your calendar")


def test_no_year_is_asked_of_a_day_of_the_plan() -> None:
    """Whatever stands about it, it is the day that the plan has."""
    chat = _kept()
    assert chat.say("no it's the 10 june i want on the fridge", "state") == [f"{JUNE} is one of your dates."]
    assert chat.dates[:2] == ["2026-06-10", "2026-09-10"]


def test_the_day_of_the_last_one_is_no_day_a_year_later() -> None:
    """ "10 March" after a plan from 10 March is the last one."""
    chat = _kept()
    assert "2027" not in " ".join(chat.say("I told you already, 10 march", "correct"))
