"""A day that is asked about is no day that was set; what was noted is taken back in few words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from b12guide.plan.talk.state import State
from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 6, 9)  # a Wednesday
PLAN = "every 6 weeks, last one 17 may 2027"  # next Monday 28 June
NEXT, OTHER = "2027-06-28", "2027-07-01"


def _talk(*texts: str) -> Talk:
    chat = Talk(TODAY)
    for text in (PLAN, *texts):
        chat.say(text)
    return chat


def _core(kept: Any) -> Any:
    state = State.from_json(kept)
    return state.phases, state.anchor, state.booked, state.given


ASKED = [
    "{day}, it is not that one?", "{day}, correct?", "it's {day}, right?", "so it's {day}, no?", "{day}. is that it?",
    "it is {day}, or not?", "{day} it is, yes or no", "isn't it {day}?", "did they say {day}?", "not {day}?",
]  # fmt: skip


@pytest.mark.parametrize("request_", ["read", "given", "date"])
@pytest.mark.parametrize("day", ["thursday 1 july", "this friday", "the 1st of july", "tomorrow"])
def test_a_day_that_is_asked_about_changes_nothing(day: str, request_: str) -> None:
    """Whatever it was heard as, confirmed or not: neither the plan, the log nor what is booked."""
    for before in ((), ("yes",)):
        for words in ASKED:
            chat = _talk(*before)
            kept = _core(chat.kept)
            chat.say(words.format(day=day), request_)
            assert _core(chat.kept) == kept, words


@pytest.mark.parametrize("text", ["thursday 1 july, it is not that one?", "is it the 1st or not", "not 1 july?"])
def test_what_is_said_of_a_day_that_is_asked_about(text: str) -> None:
    """The plan's own date."""
    assert "Monday 28 June 2027" in " ".join(_talk("yes").say(text))


@pytest.mark.parametrize(
    "text",
    [
        "the surgery never said that",
        "no, they didn't tell me this. so what is it?",
        "nobody booked that",
        "undo that, back to the old date",
        "scrap that, put it back",
        "strike that. it's back to the usual day",
        "the 28th like before",
        "28 june as before please",
        "leave it on the 28th, same as before",
    ],
)
@pytest.mark.parametrize("confirmed", [(), ("yes",)])
def test_a_date_that_was_noted_is_taken_back(text: str, confirmed: tuple[str, ...]) -> None:
    """The plan is again as it was before it, and is read back."""
    chat = _talk(*confirmed, "they moved it to 1 july")
    assert State.from_json(chat.kept).booked == date(2027, 7, 1)
    said = " ".join(chat.say(text))
    assert chat.dates[0] == NEXT
    assert "Monday 28 June 2027" in said
    assert State.from_json(chat.kept).booked is None


def test_a_date_of_neither_plan_takes_nothing_back() -> None:
    """ "The 30th like before" is none of the dates that were."""
    chat = _talk("yes", "they moved it to 1 july")
    chat.say("the 30th like before")
    assert State.from_json(chat.kept).booked == date(2027, 7, 1)


@pytest.mark.parametrize(
    "text", ["they moved it back from july 1 to monday, june 28", "they moved it from 1 july to 28 june"]
)
def test_a_date_that_was_moved_again(text: str) -> None:
    """The day it was moved from counts no longer, in either order of day and month."""
    chat = _talk("yes", "they moved it to 1 july")
    chat.say(text)
    assert State.from_json(chat.kept).booked == date(2027, 6, 28)


@pytest.mark.parametrize(
    "text",
    [
        "never mind the saturdays, is the next one before the fourth of july when the fete starts",
        "forget the every 2 weeks. is it before 4 july",
        "ignore the weekly, does my next jab come before 4 july",
        "don't worry about mondays. will it be before the 4th of july, when i fly",
    ],
)
@pytest.mark.parametrize("confirmed", [(), ("yes",)])
def test_words_that_are_dismissed_are_no_plan(text: str, confirmed: tuple[str, ...]) -> None:
    """What is asked beside them is answered, and nothing of the plan is another."""
    chat = _talk(*confirmed)
    kept = _core(chat.kept)
    said = chat.say(text)
    assert said[0] == "Yes. It is on Monday 28 June 2027. That is before Sunday 4 July 2027."
    assert _core(chat.kept) == kept


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("is it after 20 june?", "Yes. It is on Monday 28 June 2027. That is after Sunday 20 June 2027."),
        ("does it fall before june 20", "No. It is on Monday 28 June 2027. That is after Sunday 20 June 2027."),
        ("is that before our choir trip (28 june)", "No. Both are on Monday 28 June 2027."),
    ],
)
def test_whether_it_is_before_a_day(text: str, first: str) -> None:
    """Yes or no, with both days."""
    assert _talk("yes").say(text)[0] == first


@pytest.mark.parametrize("text", ["has it to be before 20 june?", "my next one is before 20 june when the fair begins"])
def test_a_day_that_dates_are_held_against_is_none_of_a_dose(text: str) -> None:
    """It is neither the next nor the last one."""
    chat = _talk("yes")
    kept = _core(chat.kept)
    chat.say(text, "date")
    assert _core(chat.kept) == kept


def test_what_is_still_to_come_was_not_the_last_one() -> None:
    """Of two days the one that has been is the last injection's."""
    chat = Talk(TODAY)
    chat.say(
        "i have it once a quarter and the last one i had was on wednesday the fifth of may and we have harvest from"
        " monday the second of august until friday the sixth of august does it come before that"
    )
    assert chat.dates[0] == "2027-08-05"
