"""A row of the table: somebody whose plan was told takes the phone, and asks nothing beside that."""

from __future__ import annotations

import copy

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.kinds import WHOSE, WORDS
from b12guide.conversation.speakers import speaker_in, without_speaker
from b12guide.conversation.state import PLAN, State
from b12guide.conversation.whose import ME
from b12guide.plan import dialogue
from b12guide.understanding import Understanding
from b12guide.understanding.acts import REQUEST


def handed_over(state: State, said: Understanding) -> State:
    """The state in which a message stands: that of who writes it, where it says that somebody else does now."""
    if state.speaker is None and speaker_in(said.text, state.known) is None:
        return state
    after = copy.deepcopy(state)
    after.hand_over(said.text)
    return after


def taken_over(asked: Asked) -> Taken:
    """The next date, as that of who writes now."""
    state, person = asked.state, asked.state.speaker
    if person is None or asked.said.verdict.warns or asked.said.excerpt or state.standing or state.warned:
        return None
    if state.awaiting not in (None, PLAN) or speaker_in(asked.said.text, [person]) is None:
        return None
    kept, rest = state.plans.get(ME), without_speaker(asked.said.text, person)
    if not dialogue.is_told(kept) or "?" in rest or dialogue.moves(kept, rest, who=asked.who):
        return None
    return (Step(PLAN, ((REQUEST, "next"), (WHOSE, ME), (WORDS, ""))),)
