"""A plan with a range is read back once, and what is answered to it ends the talk of it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.dialogue_chat import CONFIRM
from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 4, 1)
LAST = "Every {} weeks. The last one was on Monday 1 March 2027."


def _ranged(plan: str = "every 8 to 10 weeks, last one was 1 march 2027") -> Talk:
    chat = Talk(TODAY)
    chat.say(plan)
    return chat


@pytest.mark.parametrize(
    ("text", "weeks", "day"),
    [
        ("10", 10, "Monday 10 May"),
        ("the later of the two", 10, "Monday 10 May"),
        ("use the maximum", 10, "Monday 10 May"),
        ("put the longest", 10, "Monday 10 May"),
        ("i'd take the earlier one", 8, "Monday 26 April"),
        ("the lower number please", 8, "Monday 26 April"),
        ("make it 9", 9, "Monday 3 May"),
        ("they said 9 weeks", 9, "Monday 3 May"),
        ("call it eight", 8, "Monday 26 April"),
    ],
)
def test_an_end_of_the_range_or_a_number_in_it_is_how_often(text: str, weeks: int, day: str) -> None:
    """The plan is read back with that many weeks, and with the one date that follows."""
    said = _ranged().say(text)
    assert said[0] == LAST.format(weeks)
    assert said[1] == f"The next one is on {day} 2027."
    assert said[-1] == CONFIRM


@pytest.mark.parametrize(
    "text",
    [
        "any time in between is fine",
        "the doctor said anywhere in the window",
        "whichever, they don't mind",
        "either one",
        "no fixed day, just somewhere between",
    ],
)
def test_any_day_of_the_range_keeps_it(text: str) -> None:
    """That the clinic named no day is a yes to what was read back; nothing is asked again."""
    chat = _ranged()
    assert chat.say(text) == ["Your next one is due between Monday 26 April 2027 and Monday 10 May 2027."]
    assert chat.last.kind == "plan"


@pytest.mark.parametrize("text", ["the later", "6"])
def test_a_plan_without_a_range_has_no_end_to_choose(text: str) -> None:
    """The same words change nothing of a plan of one gap."""
    chat = _ranged("every 8 weeks, last one was 1 march 2027")
    before = chat.kept
    chat.say(text)
    assert chat.kept is not None
    assert before is not None
    assert chat.kept["phases"] == before["phases"]


def test_a_number_outside_the_range_is_no_end_of_it() -> None:
    """ "14" is none of 8 to 10: nothing is taken from it silently."""
    chat = _ranged()
    assert not any(move[1] == "interval" for move in chat.moves("14"))
