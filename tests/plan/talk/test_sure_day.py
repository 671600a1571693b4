"""A day that somebody is sure of, and that nobody at the clinic is said to have set."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 5, 14)  # a Friday
PLAN = "every 6 weeks, last was 19 april"  # next Monday 31 May
MISFIT = (
    "Monday 24 May 2027 does not fit what you told me. By your plan, every 6 weeks, the next one is on "
    "Monday 31 May 2027. I have not changed it."
)


def _said(*texts: str) -> tuple[Talk, list[str]]:
    chat = Talk(TODAY)
    said = [chat.say(text) for text in (PLAN, *texts)]
    return chat, said[-1]


@pytest.mark.parametrize("before", [(), ("yes",)])
@pytest.mark.parametrize(
    "text",
    [
        "No, it's Monday 24 may, I'm certain",
        "nah it's on 24 may, I know it is",
        "it's monday the 24th, I am quite sure of it",
        "It is definitely the 24th of May.",
        "i'm having it on the 24th",
        "I'm positive it's this coming Monday, 24 may. off to put it on my phone now",
        "it's the 24th of may for sure, so I'll stick it on the fridge calendar",
        "no no. it's 24 may for certain. will write it on the wall planner",
    ],
)
def test_a_day_that_does_not_fit_is_not_booked(before: tuple[str, ...], text: str) -> None:
    """Both days are said, and which the clinic gave is asked; nothing is counted from the one that was only sure."""
    chat, said = _said(*before, text)
    assert said[0] == MISFIT
    assert said[1].endswith("Which date did your clinic give you?")
    assert chat.kept is not None
    assert chat.kept["booked"] is None
    assert chat.kept["anchor"]["date"] == "2027-04-19"


def test_sure_once_more_is_no_source() -> None:
    """It is held as before."""
    assert _said("no, it's 24 may, I'm sure", "I know it's the 24th")[1][0] == MISFIT


@pytest.mark.parametrize(
    ("text", "day"), [("the card says 24 may", "2027-05-24"), ("24 may", "2027-05-24"), ("31 may", "2027-05-31")]
)
def test_the_day_of_the_clinic_counts(text: str, day: str) -> None:
    """What is answered to that question is what the clinic gave."""
    assert _said("yes", "it's 24 may, I'm sure", text)[0].dates[0] == day


@pytest.mark.parametrize(
    "text", ["the nurse booked me for the 24th, I'm sure", "they put me down for 24 may, for certain",
             "my appointment is 24 may, I'm sure of it"],
)  # fmt: skip
def test_a_day_with_its_source_is_booked(text: str) -> None:
    """Who set it is said."""
    assert _said("yes", text)[1][0] == "I have noted what your clinic booked: Monday 24 May 2027."
