"""The row of the table for a short question that finds no answer: it is about the last one."""

from __future__ import annotations

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.focus import named_in
from b12guide.conversation.follow_ups import REST
from b12guide.conversation.kinds import UNKNOWN
from b12guide.conversation.plans import asks
from b12guide.understanding.acts import ASK_TOPIC, NEAR, NOT_UNDERSTOOD, UNSURE
from b12guide.understanding.subject import subject

# Words of a message that leans on the last answer: who says more names what is meant.
LONGEST = 7


def unknown_of_last(asked: Asked) -> Taken:
    """A short question that names nothing else and finds no answer is about the last one: that nothing was found is
    said, and who knows."""
    state, text = asked.state, asked.said.text
    open_ = state.awaiting is not None or state.refused is not None or state.question is None
    if open_ or asked.kind not in (UNSURE, NOT_UNDERSTOOD) or not asks(text) or len(text.split()) > LONGEST:
        return None
    if set(named_in(text)) - {state.focus} or subject(text).ours or subject(text).others:
        return None
    near = tuple(pair for pair in asked.said.act.details if pair[0] == NEAR)
    return (Step(ASK_TOPIC, ((UNKNOWN, REST), *near)),)
