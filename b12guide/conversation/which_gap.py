"""A row of the table: two who say how often, and which of them it is, or which comes first: the plan shows both days,
and nothing else is asked with it."""

from __future__ import annotations

import re

from b12guide.conversation.decision import Asked, Taken
from b12guide.conversation.kinds import CHILD_PLAN
from b12guide.conversation.plans import about_plan
from b12guide.conversation.state import ADULT, PLAN
from b12guide.plan import dialogue

_WHICH = re.compile(
    r"\b(?:which|whose|who(?:'s| is) right|what (?:is|are|date|do i|should i)|when (?:is|am|do)"
    r"|how far apart|difference)\b",
    re.I,
)


def which_gap(asked: Asked) -> Taken:
    """The plan with both of its gaps, where nothing else is open that this could answer."""
    text = asked.said.text.replace("’", "'")
    if asked.state.awaiting not in (None, PLAN) or asked.state.child_writes:
        return None
    if not dialogue.told_by_two(text) or _WHICH.search(text) is None:
        return None
    return tuple(step for step in about_plan(asked) or () if step.kind in (PLAN, ADULT, CHILD_PLAN)) or None
