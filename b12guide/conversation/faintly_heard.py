"""A row of the table: what nothing else took, and what sounds a little like a wish for dates that are known.

It shows a date once more and changes nothing, so it may be wrong: "full course gets over on?", right after the plan.
"""

from __future__ import annotations

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.kinds import WHOSE, WORDS
from b12guide.conversation.soft_questions import NOT_TAKEN, SURE_BESIDE
from b12guide.conversation.state import PLAN
from b12guide.plan import dialogue
from b12guide.shared import plan_wording
from b12guide.understanding.acts import ASK_TOPIC, QUESTION, REQUEST

# From which share of the encoder's a wish is one, and what may be one.
FAINT = 0.30
_WISHES = (
    "ask_next", "ask_after", "ask_left", "ask_last", "ask_start", "ask_end", "ask_until", "ask_since", "ask_plan",
    "ask_late", "ask_gap", "ask_is_it", "ask_weekday", "ask_falls",
)  # fmt: skip
# So many of the things said last may stand between the dates and the question.
_JUST_SAID = 2


def faintly_heard(asked: Asked) -> Taken:
    """The likeliest wish, where the plan was just spoken of and the message is surely about nothing else."""
    state, talk, person = asked.state, asked.said.talk, asked.about.person
    kept, act = state.plans.get(person), asked.said.act
    unsure = asked.kind == ASK_TOPIC and act.confidence < SURE_BESIDE and not act.values(QUESTION)
    if dialogue.next_day(kept, asked.who, plan_wording()) is None or not (asked.kind in NOT_TAKEN or unsure):
        return None
    if state.awaiting not in (None, PLAN) or PLAN not in state.said[-_JUST_SAID:]:
        return None
    wish, share = max(talk.acts, key=lambda one: one[1], default=("", 0.0))
    if wish not in _WISHES or share < FAINT:
        return None
    plain = dialogue.plainly(kept, talk.text, talk.spans, {wish: 1.0}, asked.who)
    plain = plain or dialogue.plainly(kept, talk.text, (), {wish: 1.0}, asked.who)
    if plain is None:
        return None
    return (Step(PLAN, ((REQUEST, plain.request), (WHOSE, person), (WORDS, plain.words))),)
