"""A question about the dates of a plan that is known, heard as nothing: who takes it, and what is left to others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from b12guide.conversation import Decision, State, decide
from b12guide.conversation.kinds import HEADED
from b12guide.conversation.state import PLAN
from b12guide.conversation.whose import ME
from b12guide.plan import dialogue
from b12guide.shared import plan_wording
from b12guide.understanding import Act, Understanding, Verdict
from b12guide.understanding.acts import (
    ASK_TOPIC,
    NOT_UNDERSTOOD,
    OUT_OF_SCOPE,
    OUT_OF_SCOPE_MEDICAL,
    REQUEST,
    TOPIC,
    UNSURE,
)

WHO = dialogue.Who(date(2026, 12, 7), "GB", "Europe/London")
ASKED = "would any of my jabs land between 10 and 25 March, the ferret show is on"
HELD = "held|2027-03-10/2027-03-25/"


def _kept(*, sure: bool = True) -> State:
    """Every 2 months from 20 November; the next are on 20 January and 20 March."""
    kept = None
    told = [("every 2 months, last one 20 november 2026", "regimen"), *([("yes", "affirm")] if sure else [])]
    for text, request in told:
        outcome = dialogue.turn(kept, text, request=request, who=WHO, wording=plan_wording(), new_key=lambda: "key")
        assert outcome is not None
        kept = outcome.state
    return State(plans={ME: kept or {}}, awaiting=None if sure else PLAN, said=[PLAN])


def _said(kind: str, text: str, confidence: float = 0.3, **details: str) -> Understanding:
    return Understanding(text, Verdict(), Act(kind, confidence, tuple(details.items())))


def _requests(decision: Decision) -> list[str]:
    return [request for step in decision.steps for request in step.values(REQUEST)]


@pytest.mark.parametrize("sure", [False, True])
@pytest.mark.parametrize("kind", [UNSURE, NOT_UNDERSTOOD, OUT_OF_SCOPE])
def test_what_was_heard_as_nothing_is_held_against_the_dates(kind: str, *, sure: bool) -> None:
    """Before the plan has its yes and after it."""
    assert _requests(decide(_said(kind, ASKED), _kept(sure=sure), WHO)) == [HELD]


def test_a_topic_heard_with_little_confidence_is_none() -> None:
    """The dates come, and no page about schedules."""
    heard = _said(ASK_TOPIC, ASKED, 0.3, **{TOPIC: "staying_on_schedule"})
    assert _requests(decide(heard, _kept(), WHO)) == [HELD]


@pytest.mark.parametrize(
    "heard",
    [
        _said(ASK_TOPIC, ASKED, 0.9, **{TOPIC: "staying_on_schedule"}),
        _said(OUT_OF_SCOPE_MEDICAL, ASKED),
        _said(NOT_UNDERSTOOD, "is metformin ok with one of my jabs between 10 and 25 March?"),
        _said(OUT_OF_SCOPE, "any good ferret shows in March?", 0.9),
        _said(NOT_UNDERSTOOD, "my son is 9, has he one of his jabs between 10 and 25 March?"),
    ],
)
def test_what_is_surely_something_else_is_left_to_it(heard: Understanding) -> None:
    """A topic that was heard well, another medicine, another subject, a child."""
    assert not any(one.startswith("held") for one in _requests(decide(heard, _kept(), WHO)))


def test_a_sign_goes_before_the_dates() -> None:
    """Where anything warns, no date is the answer."""
    urgent = Verdict("urgent", ("nerves",), why="rules", signs=("B2",))
    decision = decide(replace(_said("urgent", f"my feet are numb. {ASKED}"), verdict=urgent), _kept(), WHO)
    assert [step.kind for step in decision.steps] == ["urgent"]


def test_a_yes_and_what_stands_behind_it() -> None:
    """The plan is kept, and the time behind the yes is held against it."""
    decision = decide(_said(NOT_UNDERSTOOD, f"yes. {ASKED}"), _kept(sure=False), WHO)
    assert [step.kind for step in decision.steps] == [PLAN, PLAN]
    assert _requests(decision) == [HELD]


def test_who_is_only_named_has_no_plan() -> None:
    """A show of somebody else's is held against the dates that are known, and it is said whose they are."""
    heard = _said(OUT_OF_SCOPE, "my sister runs the ferret show 10 to 25 March, would any jab land then", 0.7)
    (step,) = decide(heard, _kept(), WHO).steps
    assert (step.values(REQUEST), step.values("whose"), step.values(HEADED)) == ([HELD], [ME], ["yes"])


def test_who_has_them_is_asked_about() -> None:
    """Nobody's dates are given as those of somebody else."""
    heard = _said(UNSURE, "does my sister have one between 10 and 25 March?")
    assert not any(one.startswith("held") for one in _requests(decide(heard, _kept(), WHO)))


@pytest.mark.parametrize(
    "text",
    [
        "My father is 81, one every other day, 7 of them in all.",
        "My aunt Vera is 77 and gets one every week, 6 altogether.",
    ],
)
def test_a_plan_told_of_somebody_is_taken_up(text: str) -> None:
    """It is no question about age or loading, whatever it sounds like."""
    decision = decide(_said(ASK_TOPIC, text, 0.45, **{TOPIC: "loading_phase"}), State(), WHO)
    assert [step.kind for step in decision.steps] == [PLAN]


@pytest.mark.parametrize(
    "text",
    [
        "My mother is 79 and gets a jab every week and she wants to know what it does",
        "Dear team, my uncle has them daily. Kindly explain the use of it.",
    ],
)
def test_who_wants_to_know_something_of_it_is_answered(text: str) -> None:
    """A wish to know is a question, though it has not the form of one: the answer comes first."""
    decision = decide(_said(ASK_TOPIC, text, 0.9, **{TOPIC: "purpose_of_injections"}), State(), WHO)
    assert decision.steps[0].kind == ASK_TOPIC
