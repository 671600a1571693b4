"""One dose that the clinic moves while the others stay, and what comes behind it."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan import dialogue
from b12guide.plan.talk.set_days import set_days
from b12guide.plan.talk.state import State
from tests.plan.talk.moves_chat import Talk

TODAY = date(2026, 11, 29)
WHO = dialogue.Who(TODAY, "GB", "Europe/London")
COURSE = "3 times a week for 2 weeks on mondays wednesdays and fridays then every 12 weeks, had 3, last 27 november"
WEEKLY = "weekly for 5 weeks then every 8 weeks, had 2, last one 26 november"
TENTH = "every month on the 10th, last one 10 november"
FOUR = "every 4 weeks, last one 12 november"


def _kept(*texts: str) -> Talk:
    chat = Talk(TODAY)
    for text in (texts[0], "yes", *texts[1:]):
        chat.say(text)
    return chat


@pytest.mark.parametrize(
    ("plan", "text", "dates"),
    [
        (WEEKLY, "the middle one has been moved to Friday, the rest stay put", "12-03 12-11 12-17"),
        (WEEKLY, "nurse is off so the middle jab's on Wednesday now, other two don't change", "12-03 12-09 12-17"),
        (WEEKLY, "they can do Wednesday the 9th instead, leave the others", "12-03 12-09 12-17"),
        (COURSE, "the middle one is on Thursday now. The other ones stay as they are", "11-30 12-03 12-04"),
        (TENTH, "they've put me in for the 14th of December, keep to the 10th after that", "12-14 01-10 02-10"),
        (TENTH, "booked for 14 January, and then back to the 10th", "12-10 01-14 02-10"),
        (FOUR, "the one in January is moved to the 11th, then back to the usual days", "12-10 01-11 02-04"),
        (FOUR, "she'll do it on the 11th instead of the 10th, the ones after go by the old dates", "12-11 01-07 02-04"),
        (FOUR, "the clinic moved it to Friday the 11th, the rest doesn't change", "12-11 01-07 02-04"),
        (FOUR, "January's is now on the 12th, leave the rest as it is", "12-10 01-12 02-04"),
    ],
)  # fmt: skip
def test_only_that_one_moves(plan: str, text: str, dates: str) -> None:
    """All others are on the days of the plan, which none of them is counted away from."""
    assert " ".join(day[5:] for day in _kept(plan, text).dates[:3]) == dates


@pytest.mark.parametrize("answer", ["the monday one", "30 November", "the first", "Monday 30 November 2026"])
def test_which_one_is_asked(answer: str) -> None:
    """A day that is as near to one as to another is in place of none before it is said of which."""
    chat = Talk(TODAY)
    for text in (COURSE, "yes"):
        chat.say(text)
    said = chat.say("they'll do me Tuesday the 1st instead, leave the other two")
    assert said[0].startswith("Which one is Tuesday 1 December 2026 in place of: Monday 30 November and Wednesday 2")
    assert chat.dates[:3] == ["2026-11-30", "2026-12-02", "2026-12-04"]
    chat.say(answer)
    assert chat.dates[:3] == ["2026-12-01", "2026-12-02", "2026-12-04"]


def test_what_tells_of_one_that_was_asked_for_is_no_answer() -> None:
    """Who missed that one has not said which one is moved."""
    chat = _kept(COURSE, "they'll do me Tuesday the 1st instead, leave the other two")
    assert not any(name == "set_days" for _, name, _ in chat.moves("I missed the one on the 30th"))


def test_behind_one_that_was_set_before() -> None:
    """That the plan goes back to its days may be said later."""
    chat = _kept(FOUR, "they've booked me for 14 December", "after that back to the usual days")
    assert chat.dates[:3] == ["2026-12-14", "2027-01-07", "2027-02-04"]


@pytest.mark.parametrize(
    "text",
    [
        "can they move the middle one to Friday and leave the rest?",
        "I'd like to move the middle one to Friday, the rest can stay",
        "they moved my dentist to Friday, the rest stays",
        "the middle one was painful on Friday",
        "leave the other two",
        "keep to the 12th after that, they booked me for the 14th of December?",
        "if they move it to Friday, does the rest stay?",
        "every week from now on, the rest stays",
    ],
)
def test_none_is_moved(text: str) -> None:
    """What is asked, wished, supposed, had or of something else."""
    chat = _kept(WEEKLY)
    assert set_days(text, State.from_json(chat.kept), WHO) is None


def test_another_day_of_the_month_is_not_kept_to() -> None:
    """A day that the plan does not have behind the next one is not taken for its own."""
    state = State.from_json(_kept(TENTH).kept)
    found = set_days("they've booked me for the 14th of December, stick to the 12th after that", state, WHO)
    assert found is None or found.alone is None


@pytest.mark.parametrize(
    "text",
    [
        "the clinic did not move it to the 11th, the rest stay",
        "they wanted to move it to the 11th but I said no, leave the others",
        "they moved it to the 11th or 12th, leave the others",
        "they moved mum's to the 11th, the rest stays",
        "my sister's is moved to the 11th, the rest stays",
        "I think they moved it to the 11th, leave the others",
    ],
)
def test_a_move_that_is_refused_open_or_of_somebody_else_is_none(text: str) -> None:
    """Nobody's day is put in the place of one's own."""
    assert set_days(text, State.from_json(_kept(FOUR).kept), WHO) is None


def test_a_day_that_is_far_from_the_next_one_is_asked() -> None:
    """The 31st lies nearer to a later one, and may be that of the next one all the same."""
    found = set_days("moved to the 31st, leave the others", State.from_json(_kept(FOUR).kept), WHO)
    assert found is not None
    assert found.among
