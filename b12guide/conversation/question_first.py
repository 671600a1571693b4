"""A plan that is told in a question about something else: what was asked comes first."""

from __future__ import annotations

from b12guide.conversation.decision import Asked, Step
from b12guide.conversation.state import PLAN
from b12guide.plan import dialogue
from b12guide.understanding.acts import ASK_TOPIC, REQUEST

_ONLY_TELLS = frozenset({"state", "regimen"})


def question_first(steps: tuple[Step, ...], asked: Asked) -> tuple[Step, ...]:
    """The steps of a decision; where a plan is told for the first time beside a question, the question before it."""
    if [step.kind for step in steps] != [PLAN, ASK_TOPIC] or asked.state.awaiting == PLAN:
        return steps
    told, question = steps
    new = not dialogue.is_told(asked.state.plan) and set(told.values(REQUEST)) <= _ONLY_TELLS
    return (question, told) if new else steps
