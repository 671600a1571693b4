"""A birth plan, a meal plan, plans for the weekend: none of injections. No model, no Rasa."""

from __future__ import annotations

from typing import Any

import pytest

from b12guide.conversation import State, decide
from b12guide.conversation.kinds import NO_DATES
from b12guide.conversation.other_plans import is_other_plan
from b12guide.conversation.state import PLAN
from b12guide.understanding import Understanding, Verdict
from b12guide.understanding.acts import Act
from tests.conversation.test_decide import WHO, in_plan

WISH = Act("plan", 0.8, (("request", "next"),))
LINE, RIGHT = "birth_plan_line_gas", "birth_plan_line_right"
GAS = {"focus": "gas_and_air", "last": ["pregnancy"], "question": "gas_and_air_in_labour"}


def steps(text: str, state: State | None = None, act: Act = WISH) -> list[Any]:
    return list(decide(Understanding(text, Verdict(), act), state or State(), WHO).steps)


@pytest.mark.parametrize(
    "text",
    [
        "what sentence goes in my birth plan?",
        "how do I word it for the birthing plan",
        "what do I put in the birth plan about b12?",
        "which line shall I write in my labour plan?",
    ],
)
@pytest.mark.parametrize("state", [State(), State(**GAS), in_plan()])
def test_a_line_for_the_birth_plan(text: str, state: State) -> None:
    """Where gas was spoken of, a line to write down; else what the midwife is told. No asking how often."""
    first, *rest = steps(text, state)
    of_gas = state.focus == GAS["focus"]
    assert first.values("question") == ([LINE] if of_gas else [])
    assert of_gas or first.values("topic") == ["pregnancy"]
    assert [step.kind for step in rest] == ([NO_DATES] if state.awaiting == PLAN else [])


def test_gas_that_is_named_is_what_the_line_is_about() -> None:
    """The injections of which somebody tells are not."""
    assert steps("what do I write in my birth plan on gas and air")[0].values("question") == [LINE]
    told = steps("what goes in my birth plan on my B12 jabs, I have them every 8 weeks")[0]
    assert LINE not in told.values("question")


@pytest.mark.parametrize(
    "text", ["it's in my health plan", "that's written in my care plan", "they are set out in the medical plan"]
)
def test_where_the_answer_stands_is_no_other_plan(text: str) -> None:
    """How often is still asked."""
    assert not is_other_plan(text)
    assert NO_DATES not in [step.kind for step in steps(text, in_plan(), Act("unsure"))]


@pytest.mark.parametrize("text", ["what shall I write in the plan, then?", "what do I put in my plan about that?"])
def test_the_plan_behind_a_word_on_gas_is_the_birth_plan(text: str) -> None:
    """Elsewhere it is the plan of injections."""
    assert steps(text, State(**GAS))[0].values("question") == [LINE]
    assert steps(text)[0].values("question") != [LINE]


@pytest.mark.parametrize(
    "text",
    [
        'is this right: "Entonox: please ask me first, my B12 is low"?',
        "would 'low b12, midwife talks to me before the gas' do?",
        "so I put: gas and air only after a talk, low B12. ok?",
    ],
)
def test_a_line_that_is_shown_is_looked_at(text: str) -> None:
    """What it has to name is said."""
    assert steps(text, State(**GAS), Act("ask_topic", 0.6, (("topic", "pregnancy"),)))[0].values("question") == [RIGHT]


@pytest.mark.parametrize(
    "text",
    [
        "No, I meant the birth plan",
        "it's the care plan I mean",
        "not that, our plan for the weekend",
        "I'm not asking you about any dates",
        "no no, the meal plan",
    ],
)
def test_another_plan_ends_the_asking_for_dates(text: str) -> None:
    """The form is let go, and how often is not asked again."""
    assert NO_DATES in [step.kind for step in steps(text, in_plan(), Act("unsure"))]


def test_not_asking_about_dates_is_heard_without_the_form_too() -> None:
    """It was not asked for just now."""
    assert [step.kind for step in steps("I'm not asking about dates", State(**GAS), Act("unsure"))] == [NO_DATES]


@pytest.mark.parametrize(
    "text",
    [
        "who puts b12 in a care plan?",
        "should b12 be in my meal plan",
        "could I get a payment plan",
        "we have a plan for the weekend, what of the b12",
        "does my insurance plan do this",
        "a training plan and b12",
    ],
)
def test_another_plan_is_no_wish_for_dates(text: str) -> None:
    """What lies nearest, or that it was not understood; never how often."""
    assert is_other_plan(text)
    assert PLAN not in [step.kind for step in steps(text)]


@pytest.mark.parametrize(
    "text",
    [
        "what is my plan?",
        "my plan is every 12 weeks",
        "my care plan says every 12 weeks, last one 2 February 2026",
        "can you plan my injections",
        "I want to plan ahead",
    ],
)
def test_a_plan_of_injections_stays_one(text: str) -> None:
    """Also where a care plan tells it."""
    assert not is_other_plan(text)
