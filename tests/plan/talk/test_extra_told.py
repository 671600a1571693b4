"""The day of an injection too many is logged and asked about: nothing is counted from it before that is known."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan import dialogue
from b12guide.plan.talk.extra_dose import without_extra
from tests.plan.talk.moves_chat import Talk

TODAY = date(2026, 11, 25)
ASKED = "I have noted the extra one: Monday 23 November 2026. Was it instead of a planned one, or on top?"


def warned(text: str = "they gave me a bonus shot") -> Talk:
    """A plan that is kept, after the card on an injection too many."""
    chat = Talk(TODAY)
    for told in ("every 8 weeks, last one 20 october 2026", "yes"):
        chat.say(told)
    chat.kept = dialogue.extra_told(chat.kept, text, dialogue.Who(TODAY, "GB", "Europe/London"))
    return chat


@pytest.mark.parametrize("text", ["it was on monday", "23 november", "had it on the 23rd", "monday"])
def test_its_day_is_asked_about(text: str) -> None:
    """The last dose of the plan is still the planned one."""
    chat = warned()
    assert chat.say(text) == [ASKED]
    assert chat.kept is not None
    assert chat.kept["anchor"]["date"] == "2026-10-20"
    assert "2026-11-23" in [dose["day"] for dose in chat.kept["given"]]


@pytest.mark.parametrize("text", ["on top", "it was extra", "no it was a mistake", "not instead, as well"])
def test_one_on_top_leaves_the_plan_as_it_is(text: str) -> None:
    """The clinic is asked before the next one."""
    chat = warned()
    chat.say("it was on monday")
    answer = chat.say(text)
    assert answer[0].startswith("Then I count no date from the one on Monday 23 November 2026.")
    assert "Your next injection is on Tuesday 15 December 2026." in answer


@pytest.mark.parametrize("text", ["instead", "it was instead of the december one", "Instead of a planned one"])
def test_one_in_the_place_of_a_planned_one_is_an_early_one(text: str) -> None:
    """Both ways of counting are shown, and the clinic's date is asked for."""
    chat = warned()
    chat.say("it was on monday")
    answer = chat.say(text)
    assert answer[0] == "You had this one early. By your plan it is due on Tuesday 15 December 2026."
    assert answer[-1].startswith("Which date did your clinic give you")


@pytest.mark.parametrize("text", ["I do not know", "not sure"])
def test_who_does_not_know_is_sent_to_the_clinic(text: str) -> None:
    """Nothing is counted from it."""
    chat = warned()
    chat.say("it was on monday")
    assert "Call your clinic: they say if the next one still stands." in chat.say(text)[0]


def test_a_day_told_with_it_is_in_the_log() -> None:
    """The plan is counted from none but the planned ones."""
    chat = warned("they gave me an extra one on monday")
    assert chat.kept is not None
    assert "2026-11-23" in [dose["day"] for dose in chat.kept["given"]]
    assert "Your next injection is on Tuesday 15 December 2026." in chat.say("when is my next one", "next")


def test_other_days_are_none_of_it() -> None:
    """What the clinic booked is the next one as ever."""
    chat = warned()
    assert "booked" in chat.say("they booked 16 december")[0]


def test_the_plan_told_beside_it_is_left() -> None:
    """Of a message on an injection too many the sentence with the plan alone is read."""
    text = (
        "they gave me two jabs yesterday by mistake. I have it every 8 weeks, last one before that was 20 October 2026"
    )
    assert without_extra(text) == "I have it every 8 weeks, last one was 20 October 2026"


@pytest.mark.parametrize("text", ["they gave me a bonus shot", "had an additional jab on friday"])
def test_one_that_nobody_planned_is_too_many(text: str) -> None:
    """In whatever plan, and without one."""
    assert dialogue.too_close(None, text)


@pytest.mark.parametrize(
    "text", ["should I have an extra shot?", "can they give me a bonus jab", "I had an extra flu jab"]
)
def test_one_that_is_asked_for_is_none(text: str) -> None:
    """A question, a wish, and another injection."""
    assert not dialogue.too_close(None, text)
