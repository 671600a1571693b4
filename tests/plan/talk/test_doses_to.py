"""How many there are up to something named, and how close the last one before it is."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 2, 3)
PLAN = "every 5 weeks, last one 18 January 2027"  # 22 February, 29 March, 3 May, 7 June 2027
THREE = "3 before Saturday 8 May 2027: Monday 22 February, Monday 29 March and Monday 3 May 2027."
CLOSE = "The last one before Saturday 8 May 2027 is on Monday 3 May 2027: 5 days before."


def _kept(*texts: str) -> Talk:
    chat = Talk(TODAY)
    for text in (PLAN, "yes", *texts):
        chat.say(text)
    return chat


@pytest.mark.parametrize(
    "text",
    [
        "how many before the second Saturday in May?",
        "Ruth's christening is the second Saturday of May. How many jabs till the christening?",
        "we get married on 8 May! how many of them until it?",
        "not that. how many injections do I have between now and the 2nd Saturday of May",
        "count my injections until the party on 8 May",
        "how many up to the 8th of May?",
        "how many jabs will I get by the time of my operation on May 8",
    ],
)
def test_they_are_counted_up_to_it(text: str) -> None:
    """The number with the dates, in the first line."""
    assert _kept().say(text) == [THREE]


@pytest.mark.parametrize(
    "text",
    [
        "and how close is the last one to the christening?",
        "how many days before it is the last of them?",
        "how near to the christening is the last jab",
        "how many days is the last one before then?",
    ],
)
def test_how_close_the_last_one_is(text: str) -> None:
    """Its date, and the days from it."""
    chat = _kept("how many before the christening on 8 May?")
    assert chat.say(text) == [CLOSE]


def test_both_are_asked_at_once() -> None:
    """The number first, then how close."""
    text = "My niece graduates... well, her party is on 8 May. How many before it, and how near is the last?"
    assert _kept().say(text) == [THREE, CLOSE]


def test_one_that_is_named_by_its_month() -> None:
    """From that one to the event."""
    chat = _kept("how many before the christening on 8 May?")
    assert chat.say("how many days is it from the March one to the christening?") == [
        "From Monday 29 March 2027 to Saturday 8 May 2027 it is 5 weeks and 5 days."
    ]


def test_the_days_to_the_event_are_no_injections() -> None:
    """Days are asked for, and days are said."""
    chat = _kept("how many before the christening on 8 May?")
    assert chat.say("how many days until the christening?") == [
        "From Wednesday 3 February 2027 to Saturday 8 May 2027 it is 13 weeks and 3 days."
    ]


def test_the_event_stays_known_beside_another_day() -> None:
    """What is counted to a day without a name takes nothing from the event."""
    chat = _kept("how many before the christening on 8 May?", "how many before 1 March?")
    assert chat.say("how many until the christening?") == [THREE]


@pytest.mark.parametrize(
    "text",
    [
        f"Joan's wedding is on the second Saturday of May. I have B12 {PLAN}. How many before the wedding?",
        f"How many injections before Joan gets married on 8 May? I have them {PLAN}.",
    ],
)
def test_it_is_asked_with_the_plan(text: str) -> None:
    """The day of the event is never one of a dose, and the number comes with the plan."""
    chat = Talk(TODAY)
    lines = chat.say(text)
    assert lines[0] == "Every 5 weeks. The last one was on Monday 18 January 2027."
    assert THREE in lines
    assert chat.kept is not None
    assert chat.kept["anchor"]["date"] == "2027-01-18"
    assert chat.kept["booked"] is None


def test_it_is_asked_before_the_plan() -> None:
    """What is missing is asked first, and the number comes as soon as it is known."""
    chat = Talk(TODAY)
    assert chat.say("how many jabs till our wedding on 8 May?")[0].startswith("I can work that out. How often")
    chat.say("every 5 weeks")
    assert THREE in chat.say("18 January")


@pytest.mark.parametrize(
    "text",
    [
        "how many times a day should I eat before bed?",
        "how many injections before I feel better?",
        "how many have I had before now?",
        "how many weeks before it wears off?",
        "how close is the clinic to the station?",
    ],
)
def test_what_only_sounds_like_it(text: str) -> None:
    """No count is given for it."""
    assert not any(" before " in line and ":" in line for line in _kept().say(text))


def test_a_day_of_a_dose_beside_an_event_is_told() -> None:
    """The day of the dose is heard, and that of the party is none."""
    chat = Talk(TODAY)
    chat.say("My party is on 8 May. I have b12 every 5 weeks and the last one was on 18 January")
    assert chat.dates[0] == "2027-02-22"


def test_one_on_the_day_itself_is_counted_up_to_it() -> None:
    """Until a day counts the one of that day, and before it does not."""
    assert _kept().say("how many injections until 3 May?")[0].startswith("3 injections: ")
    assert _kept().say("how many injections before the party on 3 May?")[0].startswith("2 before Monday 3 May 2027: ")
