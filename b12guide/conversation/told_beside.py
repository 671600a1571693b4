"""How often somebody has their injections, told in a sentence of its own beside a question: it is kept without a word,
and the answer alone is said. "What foods have B12? I'm 12 weekly."
"""

from __future__ import annotations

import re

from b12guide.conversation.decision import Asked, Step
from b12guide.conversation.kinds import QUIET, WHOSE, WORDS
from b12guide.conversation.state import PLAN
from b12guide.conversation.whose import ME, named_in
from b12guide.plan import dialogue
from b12guide.understanding.acts import ASK_TOPIC, REQUEST
from b12guide.understanding.sentences import sentences

# Said of oneself, as it is now.
_OWN_NOW = re.compile(
    r"\b(?:i'?m|i am|i have|i've (?:had|got)|i get|i take|i'?m getting|mine (?:is|are)"
    r"|my (?:jabs?|injections?|shots?|b-?12) (?:is|are))\b",
    re.I,
)
_NOT_NOW = re.compile(
    r"\b(?:was|were|used to|should|could|would|want|wanted|asked|if|said|told|supposed|meant)\b", re.I
)


def with_what_is_told(steps: tuple[Step, ...], asked: Asked) -> tuple[Step, ...]:
    """The steps, with that of what one sentence tells of the writer's own plan, where nothing else takes it."""
    state, text = asked.state, asked.said.text
    answered = bool(steps) and all(step.kind == ASK_TOPIC for step in steps)
    own = asked.about.person == ME and not state.child_writes
    if not answered or not own or asked.said.excerpt or dialogue.is_told(state.plans.get(ME)) or state.of_child:
        return steps
    said = sentences(text.replace("’", "'"))
    told = [one for one in said if _tells(one, asked)]
    if len(said) < 2 or len(told) != 1:
        return steps
    return (*steps, Step(PLAN, ((REQUEST, "state"), (WHOSE, ME), (WORDS, told[0]), (QUIET, "yes"))))


def _tells(sentence: str, asked: Asked) -> bool:
    """Whether a sentence tells how often the writer has them now, and nothing of anybody else."""
    if sentence.endswith("?") or _OWN_NOW.search(sentence) is None or _NOT_NOW.search(sentence) is not None:
        return False
    return dialogue.tells_plan(sentence) and not named_in(sentence, asked.state.known)
