"""A plan that is told anew, and doses told in rows with one of today."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.talk.had_beside import in_figures
from b12guide.plan.talk.had_dates import had_dates
from b12guide.plan.talk.outcome import Who
from b12guide.plan.talk.restated import restated, starts_anew
from b12guide.plan.talk.state import State
from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 5, 21)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("start again", ""), ("forget it, start again. weekly for 4", "weekly for 4"), ("just start over please", ""),
        ("ok can we start over? every 8 weeks", "every 8 weeks"), ("let's begin again", ""), ("restart", ""),
        ("ugh start over from the beginning, i want to tell you my plan again", ""),
    ],
)  # fmt: skip
def test_it_is_to_begin_anew(text: str, rest: str) -> None:
    """What stands behind it is told anew."""
    assert starts_anew(text) == rest


@pytest.mark.parametrize(
    "text",
    [
        "they said to start again in april", "can i start again after the holiday?", "will they start me over",
        "i have to start again from scratch", "start again on monday", "when do i start again?",
        "should i restart them", "do they start the loading over again",
    ],
)  # fmt: skip
def test_the_injections_begin_again(text: str) -> None:
    """What the clinic may begin again drops nothing."""
    assert starts_anew(text) is None


def talk(*texts: str) -> Talk:
    chat = Talk(TODAY)
    for text in texts:
        chat.say(text)
    return chat


@pytest.mark.parametrize(
    ("text", "anew"),
    [
        ("every second day, five in all, had the first on 13 May and the fourth today", True),
        ("weekly for 6, first one 7 May, had the third today", True),
        ("how many are left of the 5 weekly ones, last one today?", False),
        ("if it was weekly for 6 from 7 May, when would it end", False),
        ("five in all", False),
        ("every 3 months, last one 7 May", False),
    ],
)
def test_a_whole_course_takes_the_place_of_what_was_read(text: str, anew: bool) -> None:
    """A course that tells its doses too is read by itself."""
    state = State.from_json(talk("every other day, last one yesterday").kept)
    assert (restated(state, text, Who(TODAY, "GB")) is not None) == anew


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("had the 13th, 15th, 17th and one today", (13, 15, 17, 21)),
        ("I had the thirteenth and the fifteenth and today", (13, 15, 21)),
        ("had 13, 15, 17 and today", (13, 15, 17, 21)),
        ("i had the 13th and the 15th but i was ill then, and then i got one this morning", (13, 15, 21)),
        ("had it last Friday the 14th and the third one today", (14, 21)),
        ("had the 13th and the 15th, today i go for the third", None),
        ("had the 13th and the 15th but not today", (13, 15)),
        ("had the 13th and the 15th, next one today", (13, 15)),
    ],
)
def test_a_row_with_one_of_today(text: str, days: tuple[int, ...] | None) -> None:
    """The one of today is one of them where it was had."""
    found = had_dates(text, today=TODAY)
    told = tuple(dose.day.day for dose in found.given) if found is not None else None
    assert told == days or (told is not None and days is None and 21 not in told)


def test_days_in_letters_are_days_from_the_eleventh_on() -> None:
    """A lower one may be the number of a dose."""
    assert in_figures("the fourth on the twenty-second") == "the fourth on the 22nd"


def test_a_number_of_all_is_none_of_those_had() -> None:
    """ "Only six in total" says how many there are, and drops no plan."""
    chat = talk("every second day six in total, last one today")
    assert "How many of the 6" in chat.say("no it's only six in total")[0]
    assert "6 injections, 4 of them given" in " ".join(chat.say("four"))


def test_a_course_that_is_over_begins_no_more() -> None:
    """A day that the clinic set after it is no first one of the same course."""
    chat = talk("every second day, 2 injections, had the first on 19 May and the second today")
    assert chat.say("they booked me for 20 August")[0].startswith("All injections of this plan are done")
