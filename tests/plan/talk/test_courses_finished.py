"""A course that is told as had needs no gap; a day before which a clinic has none; a weekday that was right after
all; and whether the day that was set fits."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.dialogue_chat import Chat
from tests.plan.talk.moves_chat import Talk

TODAY = date(2026, 11, 28)


@pytest.mark.parametrize(
    "text",
    [
        "i had 6 loading doses, the last one 20 november. then its every 3 months",
        "I had six loading doses, finished on 20 november. Then 3 monthly",
        "6 loading doses done, last 20 november, then every 3 months",
        "i've had 6 loading doses over 2 weeks, last one 20 nov, then every 3 months",
    ],
)
def test_a_course_that_was_had_is_counted_from_its_last_one(text: str) -> None:
    """What comes after it is counted, and how often its injections were is not asked."""
    lines = Chat(TODAY).say(text)
    assert lines[:2] == [
        "Every 3 months. The last one was on Friday 20 November 2026.",
        "The next one is on Saturday 20 February 2027.",
    ]


@pytest.mark.parametrize(
    "text", ["had 2 of the 6 loading doses, then its every 3 months", "need 6 loading doses then one every 3 months"]
)
def test_a_course_that_is_not_over_is_asked_about(text: str) -> None:
    """So many of it that were had, or are to come, leave its gap open."""
    assert "How often are the injections in each part of the plan?" in " ".join(Chat(TODAY).say(text, "regimen"))


@pytest.mark.parametrize(
    "text",
    [
        "every 3 months, last 28 august, they can't fit me in until 11 december",
        "every 3 months, last 28 august, they cant see me till 11 december",
        "every 3 months, last one 28 august. no appointments until the 11th of december",
        "every 3 months, last one 28 august. nothing free till 11 december",
    ],
)
def test_the_day_before_which_there_is_none_is_the_clinics(text: str) -> None:
    """It is the date of the next one, and no end of the plan."""
    assert "The next one is on Friday 11 December 2026." in Chat(TODAY).say(text)


@pytest.mark.parametrize("text", ["i can't get there until 11 december", "she can't do it until 11 december"])
def test_the_day_before_which_a_person_cannot_is_no_date_of_the_clinic(text: str) -> None:
    """Who is away until a day was given none."""
    lines = Chat(TODAY).say(f"every 3 months, last 20 november. {text}", "regimen")
    assert "The next one is on Friday 11 December 2026." not in lines


@pytest.mark.parametrize("text", ["no i mean thursday's right", "sorry, thursday was right", "no, thursday is correct"])
def test_a_weekday_that_was_right_after_all(text: str) -> None:
    """It is the one next to the day that was told, and not the latest of its name."""
    chat = Talk(TODAY)
    chat.say("every 12 weeks, last one thursday 5 november")
    chat.say("oh wait it was friday", None)
    assert chat.say(text, None)[0] == "Every 12 weeks. The last one was on Thursday 5 November 2026."


@pytest.mark.parametrize("text", ["is that ok", "does that fit?", "so is that date all right then?"])
def test_whether_the_day_that_was_set_fits(text: str) -> None:
    """It is said how far it is from the last one, and when it would be by the plan; nothing is moved."""
    chat = Talk(TODAY)
    chat.say("every 10 weeks, last was 2nd november")
    chat.say("she has an appointment on the 13th jan", None)
    assert chat.say(text, None)[:2] == [
        "From Monday 2 November 2026 to Wednesday 13 January 2027 it is 10 weeks and 2 days.",
        "By your plan it would be on Monday 11 January 2027. Your clinic's date counts.",
    ]
    assert chat.kept is not None
    assert chat.kept["booked"] == "2027-01-13"


def test_how_far_a_day_that_was_had_is_from_one_that_is_named() -> None:
    """The day of the last one is that of the past, and not the same one of next year."""
    chat = Talk(TODAY)
    chat.say("every 10 weeks, last one 28 september")
    chat.say("they moved it to 15 december", None)
    lines = chat.say("I meant from Monday 28 September to Tuesday 15 December. How many weeks is that?", None)
    assert lines[0] == "From Monday 28 September 2026 to Tuesday 15 December 2026 it is 11 weeks and 1 day."


def test_a_month_told_beside_the_gap_is_not_lost() -> None:
    """The day that is told then is one of that month."""
    chat = Talk(TODAY)
    chat.say("when is my next injection", "next")
    lines = chat.say("dunno, every 3 months i think, had one sometime in september", "regimen")
    assert lines[0].startswith('Which day was "sometime in september"?')
    assert chat.say("the 20th", None)[0] == "Every 3 months. The last one was on Sunday 20 September 2026."


def test_which_dates_fall_on_a_trip() -> None:
    """All of the plan are looked at, whatever date is named beside the question."""
    chat = Talk(TODAY)
    chat.say("It is monthly, on the 5th. I had November's on the 5th")
    lines = chat.say(
        "Yes, my clinic opens on Saturdays, so 5 December is fine. But which of these falls in my trip? I am away from"
        " 20 December to 17 January.",
        None,
    )
    assert lines[:2] == [
        "You are away from Sunday 20 December 2026 to Sunday 17 January 2027.",
        "These fall on those days: Tuesday 5 January 2027.",
    ]
