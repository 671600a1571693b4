"""A row of the table: a question of the bot's own that is let go: "forget Jan". It deletes nothing."""

from __future__ import annotations

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.kinds import WHOSE, WORDS
from b12guide.conversation.state import PLAN
from b12guide.plan import dialogue
from b12guide.understanding.acts import REQUEST


def question_dropped(asked: Asked) -> Taken:
    """The day that was asked for is let go, and the next date is said."""
    state, person = asked.state, asked.about.person
    if state.standing or state.child_writes or state.awaiting not in (None, PLAN) or asked.said.verdict.warns:
        return None
    kept = state.plans.get(person)
    if dialogue.on_hold(kept) or not dialogue.question_let_go(kept, asked.said.text):
        return None
    return (Step(PLAN, ((REQUEST, dialogue.LET_GO), (WHOSE, person), (WORDS, ""))),)
