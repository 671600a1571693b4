"""So long before a day: counted and said; it moves no dose and tells of none."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from b12guide.plan.model import full_date
from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 5, 14)
PLAN = "every 6 months, last was 24 march"  # next Friday 24 September 2027
NEXT = date(2027, 9, 24)
REMIND = "I cannot send reminders. Your own calendar can, once you add the dates. An alarm is a help, not a promise."


def _asked(text: str, *, kept: bool = True) -> tuple[Talk, list[str]]:
    chat = Talk(TODAY)
    chat.say(PLAN)
    if kept:
        chat.say("yes")
    return chat, chat.say(text)


@pytest.mark.parametrize(
    "way",
    ["24 september minus {n} weeks", "what is {n} weeks before 24 september", "{n} weeks before that",
     "{n} weeks before. what date", "24 sept - {n} weeks?", "which day is {n} weeks ahead of it",
     "sept 24 less {n} weeks", "no, {n} weeks before the 24th"],
)  # fmt: skip
@pytest.mark.parametrize("weeks", [1, 3, 10])
@pytest.mark.parametrize("kept", [True, False])
def test_it_is_counted_back_and_the_plan_stays(way: str, weeks: int, kept: bool) -> None:
    """From the day that is named, else from the next dose; the last one stays what it was."""
    chat, said = _asked(way.format(n=weeks), kept=kept)
    day, span = full_date(NEXT - timedelta(weeks=weeks)), "1 week" if weeks == 1 else f"{weeks} weeks"
    assert said[0] == f"{span} before Friday 24 September 2027 is {day}."
    assert chat.kept is not None
    assert chat.kept["anchor"]["date"] == "2027-03-24"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("remind me 10 days before", "10 days before Friday 24 September 2027 is Tuesday 14 September 2027."),
        ("set an alarm a fortnight ahead", "2 weeks before Friday 24 September 2027 is Friday 10 September 2027."),
    ],
)
def test_an_alarm_ahead_has_its_day(text: str, line: str) -> None:
    """That no reminder can be sent is said, and on which day it would be."""
    _, said = _asked(text)
    assert said == [REMIND, line]


def test_a_month_before_is_by_the_calendar() -> None:
    """The same day of the month before."""
    assert _asked("what's 1 month before the 24th")[1][0].endswith("is Tuesday 24 August 2027.")


@pytest.mark.parametrize(
    "text", ["can I have it 2 weeks before", "they moved it to 2 weeks before", "had it 2 weeks before",
             "I get tired 2 weeks before", "it wears off a week before"],
)  # fmt: skip
def test_who_wishes_or_tells_asks_for_no_day(text: str) -> None:
    """A wish for an earlier dose, a dose that was moved or had, and how somebody feels."""
    chat = _asked(PLAN)[0]
    assert all(name != "so_long_before" for _, name, _ in chat.moves(text))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("is that before christmas?", "No. It is on Monday 28 December 2026. That is after Friday 25 December 2026."),
        (
            "that's after christmas yeah?",
            "Yes. It is on Monday 28 December 2026. That is after Friday 25 December 2026.",
        ),
        ("is it before easter", "Yes. It is on Monday 28 December 2026. That is before Sunday 28 March 2027."),
        ("so before easter then?", "Yes. It is on Monday 28 December 2026. That is before Sunday 28 March 2027."),
        ("thats after easter yeah?", "No. It is on Monday 28 December 2026. That is before Sunday 28 March 2027."),
    ],
)
def test_the_next_date_is_held_against_a_day_with_a_name(text: str, line: str) -> None:
    """Yes or no with the date."""
    chat = Talk(date(2026, 11, 25))
    chat.say("every 8 weeks, last one 2 november 2026")
    chat.say("yes")
    assert chat.say(text)[0] == line


def test_which_one_is_beside_a_day_is_no_yes_or_no() -> None:
    """A date is asked for, not a comparison."""
    chat = Talk(date(2026, 11, 25))
    chat.say("every 8 weeks, last one 2 november 2026")
    chat.say("yes")
    assert ("request", "before_day") not in {move[:2] for move in chat.moves("what's the one after christmas?")}
