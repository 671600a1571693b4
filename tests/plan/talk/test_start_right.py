"""The first day of a plan, told anew: all of its dates move with it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2026, 5, 29)
COURSE = "daily for 8 days from 1 june then every 3 months"


@pytest.mark.parametrize("confirmed", [False, True])
@pytest.mark.parametrize(
    "text",
    [
        "oh it begins on 4 june, my mistake",
        "no, starts 4 june",
        "actually I start on the 4th not the 1st",
        "my first one is now 4 June",
        "first jab is the 4th of june sorry",
        "it doesnt start till 4 june",
        "they've told me I'm starting thursday 4 june",
    ],
)
def test_another_first_day(text: str, confirmed: bool) -> None:
    """Whether the plan was kept already or not, and in whatever words."""
    chat = Talk(TODAY)
    chat.say(COURSE)
    if confirmed:
        chat.say("yes")
    answer = "\n".join(chat.say(text))
    assert "Thursday 4" in answer
    assert "Friday 11 September" in answer
    assert "Monday 1" not in answer.replace("I had Monday 1 June 2026.", "")
    assert chat.dates[0] == "2026-06-04"


@pytest.mark.parametrize(
    "text",
    [
        "does it start on 4 june?",
        "could I start on the 4th",
        "what if it starts on 4 june",
        "the 3 monthly ones start on 14 september",
        "i start a new job on 4 june",
        "it starts on 1 june",
    ],
)
def test_no_other_first_day(text: str) -> None:
    """A question, a condition, a later part, another thing, the same day."""
    chat = Talk(TODAY)
    chat.say(COURSE)
    chat.say("yes")
    chat.say(text)
    assert chat.kept is not None
    assert chat.kept["anchor"]["date"] == "2026-06-01"


def test_it_is_asked_whether_those_since_were_had() -> None:
    """A start that was earlier than told."""
    chat = Talk(date(2026, 6, 3))
    chat.say("every other day for 6 injections from 1 june then every 12 weeks")
    answer = "\n".join(chat.say("sorry i started on 30 may"))
    assert "Have you had all" in answer
    answer = "\n".join(chat.say("yes all of them"))
    assert "Monday 1 June 2026" in answer
    assert "2 of them given" in answer
