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


WEEKLY = dialogue.Who(date(2026, 11, 29), "GB", "Europe/London")


def _course() -> dict[str, object] | None:
    told = dialogue.turn(
        None, "weekly for 6 weeks then monthly, had three on 9, 16 and 23 november", request="regimen", who=WEEKLY,
        wording=plan_wording(), new_key=str,
    )  # fmt: skip
    assert told is not None
    return told.state


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("yes but the second one was Tuesday, put that right", 16, 17),
        ("that's right except the middle one was a day later", 16, 17),
        ("correct apart from the second, that was the 18th", 16, 18),
        ("yes, only the first was on a Wednesday", 9, 11),
        ("spot on, though the third jab was the day before", 23, 22),
        ("yes but the middle one, it was on the 17th", 16, 17),
        ("yes, but I had the second on Tuesday not Monday", 16, 17),
        ("nearly, I had the first one on the 10th", 9, 10),
    ],
)
def test_a_place_behind_a_yes(text: str, wrong: int, right: int) -> None:
    """One of the doses is put right, and the plan is read back again."""
    found = dialogue.log_right(_course(), text, WEEKLY)
    assert found is not None
    assert (found.wrong, found.right, found.other) == (date(2026, 11, wrong), date(2026, 11, right), None)
    request = f"{dialogue.LOG_RIGHT}{found.wrong.isoformat()}/{found.right.isoformat()}"
    told = dialogue.turn(_course(), "", request=request, who=WEEKLY, wording=plan_wording(), new_key=str)
    assert told is not None
    assert found.right in dialogue.log_days(told.state)
    assert told.bubbles[-1].endswith("Is that what your clinic said?")


@pytest.mark.parametrize(
    "text",
    [
        "was the second one Friday?",
        "the second one is Friday",
        "yes, the second one was Monday",
        "yes but the second one is on Friday 4 December",
        "the first two were on Friday",
        "the fifth one was Friday",
        "the second one was painful, Friday was fine",
        "yes but the last one was on Friday",
        "I had the last one on the 25th",
        "I had the first two on Tuesday",
        "the second one was 2 days after the first",
        "the first one was a day before my birthday",
        "should the second one have been Friday",
        "I think the second one was a day later",
        "the second dose was Tuesday but cancelled",
        "mum's second one was a day later",
        "the second one was Friday or Saturday",
        "the second one was Friday last week",
    ],
)
def test_a_weekday_that_puts_none_right(text: str) -> None:
    """A question, one to come, the same day, more than one, one that was not had; the last one may be a new one."""
    assert dialogue.log_right(_course(), text, WEEKLY) is None


@pytest.mark.parametrize(("answer", "right"), [("Friday 20 November 2026", 20), ("the 13th", 13)])
def test_of_two_days_it_is_asked_which(answer: str, right: int) -> None:
    """A weekday half a week off may be the one before or the one after: nothing is changed before that is said."""
    found = dialogue.log_right(_course(), "yes but the second one was Friday", WEEKLY)
    assert found is not None
    assert found.other is not None
    days = f"{found.wrong.isoformat()}/{found.right.isoformat()}/{dialogue.OR}{found.other.isoformat()}"
    asked = dialogue.turn(
        _course(), "", request=f"{dialogue.LOG_RIGHT}{days}", who=WEEKLY, wording=plan_wording(), new_key=str
    )
    assert asked is not None
    assert asked.buttons == ("Friday 13 November 2026", "Friday 20 November 2026")
    assert date(2026, 11, 16) in dialogue.log_days(asked.state)
    told = dialogue.log_right(asked.state, answer, WEEKLY)
    assert told is not None
    assert (told.wrong, told.right) == (date(2026, 11, 16), date(2026, 11, right))
