"""The log of doses: one that is put right, and who asks for it."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan import dialogue
from b12guide.shared import plan_wording

WHO = dialogue.Who(date(2027, 3, 25), "GB", "Europe/London")


def _plan() -> dict[str, object] | None:
    told = dialogue.turn(
        None, "weekly, had them on 8, 15 and 23 March", request="regimen", who=WHO, wording=plan_wording(), new_key=str
    )
    assert told is not None
    return told.state


@pytest.mark.parametrize(
    "text",
    [
        "sorry, 22 not 23",
        "the 3rd one was 22 March, not the 23rd",
        "the last one was the 22nd",
        "not the 23rd, the 22nd",
    ],
)
def test_a_day_takes_the_place_of_another(text: str) -> None:
    """It is in the log once, and the plan counts from it."""
    found = dialogue.log_right(_plan(), text, WHO)
    assert found is not None
    assert (found.wrong, found.right) == (date(2027, 3, 23), date(2027, 3, 22))
    request = f"{dialogue.LOG_RIGHT}{found.wrong.isoformat()}/{found.right.isoformat()}"
    told = dialogue.turn(_plan(), "", request=request, who=WHO, wording=plan_wording(), new_key=str)
    assert told is not None
    assert dialogue.log_days(told.state) == [date(2027, 3, 8), date(2027, 3, 15), date(2027, 3, 22)]
    assert "The next one is on Monday 29 March 2027." in told.bubbles[0]


@pytest.mark.parametrize(
    "text",
    [
        "every 8 weeks, not 6",
        "the 3rd of April, not the 4th",
        "the 9th one was 22 March",
        "now Friday 9th 11.22 not the 23rd",
    ],
)
def test_what_names_no_dose_of_the_log_puts_none_right(text: str) -> None:
    """A gap, a date to come, a place that the log has not, and a time of day."""
    assert dialogue.log_right(_plan(), text, WHO) is None


@pytest.mark.parametrize(
    "text",
    [
        "so what have I had?",
        "list the jabs I've had",
        "which shots has Mum had",
        "show me the ones you've logged",
        "my injection log",
    ],
)
def test_the_log_is_asked_for_in_many_words(text: str) -> None:
    """None of these asks for a next date."""
    assert dialogue.asks_log(text)


@pytest.mark.parametrize(
    "text", ["when is my next one", "how many doses are left", "what tests have I had", "list my dates"]
)
def test_what_asks_something_else_is_not_the_log(text: str) -> None:
    """Dates to come, tests, and a list of the plan."""
    assert not dialogue.asks_log(text)


def test_a_day_that_was_no_injection_is_booked_no_more() -> None:
    """The plan is as it was before."""
    words, state = plan_wording(), None
    for text, request in (("every 12 weeks, last one 1 March 2027", "regimen"), ("yes", "affirm")):
        told = dialogue.turn(state, text, request=request, who=WHO, wording=words, new_key=lambda: "key")
        assert told is not None
        state = told.state
    moves = dialogue.moves(state, "my clinic booked it for 20 May 2027", who=WHO)
    booked = dialogue.turn(
        state, "my clinic booked it for 20 May 2027", request=None, moves=moves, who=WHO, wording=words, new_key=str
    )
    assert booked is not None
    after = dialogue.not_booked(booked.state, date(2027, 5, 20))
    due = dialogue.next_day(after, WHO, words)
    assert due is not None
    assert due.earliest == date(2027, 5, 24)


@pytest.mark.parametrize("text", ["last one was 4 may", "my last jab was 20 april", "the last one was 3 may"])
def test_a_dose_that_lies_farther_off_is_another_one(text: str) -> None:
    """It takes the place of none that is in the log."""
    who = dialogue.Who(date(2027, 5, 4), "GB", "Europe/London")
    assert dialogue.log_right(_plan(), text, who) is None
