"""What is left in a box: some of it gone, or its number put right."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 1, 15)
PLAN = "every 4 weeks, last one was 7 january 2027"
SIX = [
    "That is enough for 6 injections, one for each.",
    "The last of them is on Thursday 24 June 2027.",
    "New ones are needed for Thursday 22 July 2027.",
]


def _talk(*texts: str) -> list[str]:
    chat = Talk(TODAY)
    return [chat.say(text) for text in (PLAN, "yes", *texts)][-1]


@pytest.mark.parametrize(
    "texts",
    [
        ("i have a box of 8 vials, 2 are gone. when does it run out",),
        ("box of 8 single vials, 2 used. how long does the box last",),
        ("the box, 2 of 8 gone. when do i run out",),
        ("2 out of the 8 vials are used up, when do i need new ones",),
        ("a box of 8 vials, when does it run out", "i have 6 left not 8"),
        ("a box of 8 vials, when does it run out", "no sorry, only 6 vials left"),
        ("a box of 8 vials, when does it run out", "6 left"),
    ],
)
def test_what_is_gone_is_not_in_the_box(texts: tuple[str, ...]) -> None:
    """The dates are those of what is left, and no course is made of it."""
    assert _talk(*texts) == SIX


def test_so_many_left_of_a_course_stay_a_course() -> None:
    """Where no box was told of, so many injections to go end the plan as before."""
    said = " ".join(_talk("6 injections left to go"))
    assert "for 6 injections" in said
    assert "enough" not in said
