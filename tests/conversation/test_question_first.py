"""A plan that is told in a question about something else: what was asked is answered first."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.conversation import State, Step
from b12guide.conversation.decision import Asked
from b12guide.conversation.question_first import question_first
from b12guide.conversation.state import PLAN as AWAITS_PLAN
from b12guide.plan import dialogue
from b12guide.understanding import Act, Understanding, Verdict
from b12guide.understanding.acts import ASK_TOPIC, PLAN, REQUEST, TOPIC
from tests.conversation.test_in_plain_words import with_plan

WHO = dialogue.Who(date(2026, 11, 25))


def kinds(request: str, state: State) -> list[str]:
    told, question = Step(PLAN, ((REQUEST, request),)), Step(ASK_TOPIC, ((TOPIC, "side_effects"),))
    asked = Asked(Understanding("", Verdict(), Act(PLAN)), state, WHO)
    return [step.kind for step in question_first((told, question), asked)]


@pytest.mark.parametrize("request_", ["regimen", "state"])
def test_a_plan_told_for_the_first_time_waits_for_the_answer(request_: str) -> None:
    """The question comes first, then what is missing of the plan."""
    assert kinds(request_, State()) == [ASK_TOPIC, PLAN]


@pytest.mark.parametrize(
    ("request_", "state"),
    [("next", State()), ("regimen", with_plan()), ("regimen", State(awaiting=AWAITS_PLAN))],
)
def test_a_wish_a_known_plan_and_an_answer_come_first(request_: str, state: State) -> None:
    """Who asks for a date, changes a plan that is known, or answers what the plan asked gets that first."""
    assert kinds(request_, state) == [PLAN, ASK_TOPIC]
