"""A row of the table: what is counted from the dates of a plan, or of days that a message tells, and changes none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.kinds import WHOSE
from b12guide.conversation.level_and_date import skips_for_level
from b12guide.conversation.plan_words import plan_words
from b12guide.conversation.state import PLAN
from b12guide.conversation.whose import ME
from b12guide.plan import dialogue
from b12guide.understanding.acts import ASK_TOPIC
from b12guide.understanding.clauses import asks


def counted_days(asked: Asked, decided: Callable[[Asked], Taken]) -> Taken:
    """How late one was, how far a supply goes, which day to ring, the ones after a day, how many a part has: whatever
    topic the message sounds like.

    Args: decided: who takes what else the message asks.
    """
    state, person = asked.state, whose_dates(asked)
    if asked.said.verdict.warns or asked.said.excerpt or state.standing or state.warned or state.child_writes:
        return None
    if state.awaiting not in (None, PLAN) or person in state.children or skips_for_level(asked):
        # "Do I leave out the January one, as mine is high?" asks for no count.
        return None
    kept = state.plans.get(person)
    if person != ME and not dialogue.is_told(kept):
        return None
    words, moves = plan_words(kept, asked.said.text, asked.who, state.plans)
    if not dialogue.is_counted(moves) or (person != asked.about.person and not dialogue.reads_each(moves)):
        return None
    return (Step(PLAN, ((WHOSE, person),)), *_beside(asked, dialogue.unanswered(moves, words), decided))


# Dates of one's own are named as such: who cares for somebody asks for a list for themselves, of that person's dates.
_OWN = re.compile(
    r"\b(?:mine|my (?:own|next|last|b-?12|plan|dates?|days?|jabs?|jags?|shots?|injections?|doses?|list)|myself"
    r"|i (?:have|had|get|got|am due|take) (?:mine|it|them|one|b-?12|an?))\b",
    re.I,
)


def whose_dates(asked: Asked) -> str:
    """Whose dates are asked about: those of the person spoken of, where the writer has none and names none."""
    state, person = asked.state, asked.about.person
    if person != ME or state.whose == ME or dialogue.is_told(state.plans.get(ME)):
        return person
    return person if _OWN.search(asked.said.text) else state.whose


def _beside(asked: Asked, others: Sequence[str], decided: Callable[[Asked], Taken]) -> Iterator[Step]:
    """The answers to what else is asked, each sentence by itself."""
    for words in others:
        taken = decided(replace(asked, said=asked.said.alone(words), written=""))
        yield from (step for step in taken or () if step.kind == ASK_TOPIC)


def without_topics(steps: tuple[Step, ...], asked: Asked) -> tuple[Step, ...]:
    """The steps without a topic, where the one thing that is asked beside a plan is answered with its dates."""
    text = asked.said.text
    plan = any(step.kind == PLAN for step in steps)
    if not plan or asked.said.verdict.warns or not dialogue.asked_with_plan(text) or _asks_more(text):
        return steps
    return tuple(step for step in steps if step.kind != ASK_TOPIC)


# Where a clause of a question may end, with or without a mark.
_CLAUSES = re.compile(r"(?:[.;?!,\n]\s|\s(?=(?:and|but|also|plus)\s))(?:\s?(?:and|but|also|plus|so|then)\s){0,3}", re.I)
_OF_DATES = re.compile(
    r"\b(?:before|after|ahead|first|ring|call|phone|book|notice|when|what (?:day|date)|which (?:day|date)|next)\b", re.I
)


def _asks_more(text: str) -> bool:
    """Whether a clause of a message asks something that its dates do not answer."""
    parts = (part.strip() for part in _CLAUSES.split(text))
    return any(asks(part) and not _OF_DATES.search(part) for part in parts if part)


def by_itself(asked: Asked) -> bool:
    """Whether each sentence of a message was read by itself, so that what else it asks has its answer."""
    kept = asked.state.plans.get(whose_dates(asked))
    return dialogue.reads_each(plan_words(kept, asked.said.text, asked.who, asked.state.plans)[1])
