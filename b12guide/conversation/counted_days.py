"""A row of the table: what is counted from the dates of a plan, or of days that a message tells, and changes none."""

from __future__ import annotations

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.kinds import WHOSE
from b12guide.conversation.plan_words import plan_words
from b12guide.conversation.state import PLAN
from b12guide.conversation.whose import ME
from b12guide.plan import dialogue


def counted_days(asked: Asked) -> Taken:
    """How late one was, how far a supply goes, which day to ring, the ones after a day, how many a part has: whatever
    topic the message sounds like."""
    state, person = asked.state, asked.about.person
    if asked.said.verdict.warns or asked.said.excerpt or state.standing or state.warned or state.child_writes:
        return None
    if state.awaiting not in (None, PLAN) or person in state.children:
        return None
    kept = state.plans.get(person)
    if person != ME and not dialogue.is_told(kept):
        return None
    _, moves = plan_words(kept, asked.said.text, asked.who, state.plans)
    return (Step(PLAN, ((WHOSE, person),)),) if dialogue.is_counted(moves) else None
