"""A row of the table: something else is asked behind an urgent card that rests on likeness alone. It has its answer
first, and the line that reminds of the warning stands behind it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from b12guide.conversation.decision import Asked, Taken
from b12guide.conversation.urgent_stands import EXPLAINS_SIGNS
from b12guide.conversation.warnings import CRISIS_CARDS
from b12guide.shared import standing
from b12guide.understanding.acts import ASK_TOPIC, TOPIC
from b12guide.understanding.clauses import asks
from b12guide.understanding.sentences import sentences

LEAST = 2
# "I was asking about the vial": what was asked is said again, in no form of a question.
_ASKING = re.compile(
    r"\b(?:i (?:was|am)|i'm|im|i) (?:just |only |really )?"
    r"(?:ask(?:ed|ing)(?: you)?|want(?:ed)? to (?:know|ask)(?: you)?|meant(?: to ask)?)\b[\s,:-]*"
    r"(?=about|if|whether|what|how|why|when|which|who|is|are|can|does|do|for)(?:about |for )?",
    re.I,
)
# "Isn't that normal?" may be asked of what the warning is about.
_OF_IT = re.compile(r"\b(?:it|its|it's|that|that's|thats|this|they|them|these|those|normal|serious)\b", re.I)


def asked_beside_likeness(asked: Asked, decided: Callable[[Asked], Taken]) -> Taken:
    """What is asked, where nothing that was heard names a sign; what would explain one is left to the warning.

    Args: decided: who takes the question by itself.
    """
    warned, said = asked.state.warned, asked.said
    if warned is None or warned.emergency is not None or warned.told:
        return None
    if any(card.startswith(CRISIS_CARDS) or "crisis" in card for card in warned.cards):
        return None
    if said.verdict.warns or said.verdict.asks_first or said.excerpt:
        return None
    question = " ".join(_asking(part) for part in sentences(said.text.replace("\u2019", "'")) if _asking(part))
    if len(question.split()) < LEAST or standing().kinds_of(question, warned.cards) or _OF_IT.search(question):
        # "Whom do I call?", "can it wait?" are asked about the warning.
        return None
    alone = said.alone(question)
    if alone.verdict.warns or alone.verdict.asks_first:
        return None
    steps = decided(replace(asked, said=alone, state=replace(asked.state, warned=None), written="")) or ()
    topics = {topic for step in steps for topic in step.values(TOPIC)}
    if not steps or any(step.kind != ASK_TOPIC for step in steps) or topics & EXPLAINS_SIGNS:
        return None
    return steps


def _asking(part: str) -> str:
    """What a sentence asks; empty where it asks nothing."""
    if found := _ASKING.search(part):
        return part[found.end() :].strip()
    return part if "?" in part or asks(part) else ""
