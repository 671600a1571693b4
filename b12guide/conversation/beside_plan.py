"""A question beside a plan that is told or agreed to, of which hardly anything is heard by itself: what the sentences
around it are about is what it asks. "3 of 6 and I feel the same. is it a dud. tuesdays and fridays, last one yesterday".
It is never passed over: where nothing is found, that it was not understood is said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from b12guide.conversation.decision import Asked, Step
from b12guide.conversation.kinds import AFFIRM, DENY, NOT_ANSWERED_BESIDE
from b12guide.conversation.leaning import asks_of
from b12guide.conversation.plan_words import plan_words
from b12guide.conversation.soft_questions import ON_SCHEDULES
from b12guide.conversation.state import PLAN
from b12guide.plan import dialogue
from b12guide.shared import content
from b12guide.understanding.acts import ASK_TOPIC, NEAR, NOT_UNDERSTOOD, OUT_OF_SCOPE, QUESTION, TOPIC, UNSURE
from b12guide.understanding.clauses import asks

# What the plan itself answers, or what only asks for it.
_OF_DATES = re.compile(
    r"\b(?:next|due|late|overdue|early|when|whens|dates?|days?|weeks?|months?|count|calendar|diary|plan|schedule|work"
    r"|right|correct|okay|ok|help|print|remind\w*|before|after|until|left|start|begin|end|over|again|many|often|closed"
    r"|open|move|save|keep|note|list|have i|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b",
    re.I,
)
_LEAD = re.compile(r"^\W*(?:(?:and|but|so|also|oh|then|well|plus)\b\W*){1,3}", re.I)
_CLAUSE = re.compile(r"[,;:]\s+|\s[-–—]\s")
# Heard as one of these, a question has no answer of its own.
_NOTHING = frozenset({NOT_UNDERSTOOD, UNSURE, OUT_OF_SCOPE})


def with_question_beside(steps: tuple[Step, ...], asked: Asked) -> tuple[Step, ...]:
    """The steps of a decision; where they are the plan alone, with what is asked beside it."""
    said, state = asked.said, asked.state
    if [step.kind for step in steps] != [PLAN] or said.excerpt or said.verdict.warns or state.child_writes:
        return steps
    if state.of_child or state.awaiting not in (None, PLAN) or steps[0].values(NOT_ANSWERED_BESIDE):
        return steps
    pieces = [piece for piece in _pieces(asked) if not _of_plan(piece, asked)]
    asking = [piece for piece in pieces if asks(piece) and not _OF_DATES.search(piece)]
    if not asking:
        return steps
    found = next((step for words in _ways(asking, pieces) if (step := _step(words, asked)) is not None), None)
    if found is not None:
        return (*steps, found)
    if all(asked.said.alone(one).act.kind in _NOTHING for one in asking):
        return (Step(PLAN, (*steps[0].details, (NOT_ANSWERED_BESIDE, ""))),)
    return steps


def _pieces(asked: Asked) -> Iterator[str]:
    """The sentences of a message, each cut where a question begins behind what it tells."""
    for part in asked.said.parts or ():
        cuts = [cut.end() for cut in _CLAUSE.finditer(part.text) if asks(_LEAD.sub("", part.text[cut.end() :]))]
        first = cuts[0] if cuts else len(part.text)
        yield from (_LEAD.sub("", piece).strip() for piece in (part.text[:first], part.text[first:]) if piece.strip())


def _of_plan(piece: str, asked: Asked) -> bool:
    """Whether a piece tells or asks something of the plan, or is a yes."""
    if dialogue.tells_plan(piece) or dialogue.asks_left(piece) or asked.said.alone(piece).act.kind in (AFFIRM, DENY):
        return True
    kept = asked.state.plans.get(asked.about.person)
    return bool(plan_words(kept, piece, asked.who)[1]) or dialogue.said_date(piece, asked.who) is not None


def _ways(asking: list[str], pieces: list[str]) -> Iterator[str]:
    """What may say what is asked: the question, all that stands around it, and each of those sentences."""
    yield from asking
    yield " ".join(f"{piece.rstrip('.')}." for piece in pieces)
    yield from (piece for piece in pieces if piece not in asking)


def _step(words: str, asked: Asked) -> Step | None:
    """The question that words ask, or that lies nearest to them."""
    alone, every = asked.said.alone(words), content().questions
    if alone.verdict.warns:
        return None
    act = alone.act
    if act.kind == ASK_TOPIC and act.values(QUESTION) and not set(act.values(TOPIC)) & ON_SCHEDULES:
        return Step(ASK_TOPIC, tuple(pair for pair in act.details if pair[0] in (TOPIC, QUESTION)))
    near = [every[one] for one in act.values(NEAR)[:1] if one in every and every[one].topic not in ON_SCHEDULES]
    return next(iter(asks_of(near) or ()), None)
