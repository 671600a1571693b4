"""A message of several sentences, of which one asks something that nothing took: it is decided by itself and added.

"Every 12 weeks, last one on 9 November. Is it ok to swim after?", "Does metformin matter? And put the dates in my
calendar": the half that was surely heard took the whole message.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.each_question import LEAST, SURE, answers
from b12guide.conversation.kinds import DOSE_CHANGE
from b12guide.conversation.plan_words import plan_words
from b12guide.conversation.soft_questions import ON_SCHEDULES
from b12guide.conversation.state import PLAN
from b12guide.plan import dialogue
from b12guide.understanding.acts import ASK_TOPIC, BESIDE, NEIGHBOUR, OUT_OF_SCOPE_MEDICAL, QUESTION, REQUEST, TOPIC
from b12guide.understanding.clauses import asks
from b12guide.understanding.subject import subject
from b12guide.understanding.understand import Part

# Beside these another half may stand.
_MAY_STAND = frozenset({ASK_TOPIC, PLAN, DOSE_CHANGE})
# What is wished of dates that are known.
_OF_DATES = frozenset({"calendar", "next", "after_next", "whole", "left", "due"})


def with_lost_half(steps: tuple[Step, ...], asked: Asked, decided: Callable[[Asked], Taken]) -> tuple[Step, ...]:
    """The steps of a decision, with those of a sentence that asks and that none of them answers.

    Args: decided: who takes a sentence by itself.
    """
    said, state = asked.said, asked.state
    if len(said.parts) < 2 or said.excerpt or said.verdict.warns or state.child_writes or state.of_child:
        return steps
    if state.awaiting not in (None, PLAN) or any(step.kind not in _MAY_STAND for step in steps):
        return steps
    asking = [part for part in said.parts if _asks(part)]
    given = [one for step in steps if step.kind == ASK_TOPIC for one in answers(step)]
    if len(given) >= len(asking):
        return steps
    for part in asking:
        found = _lost(part, steps, asked, decided)
        if found is not None:
            # Whom else to ask stands before the dates, as an answer does.
            steps = (found, *steps) if found.kind == OUT_OF_SCOPE_MEDICAL else (*steps, found)
    return steps


def _asks(part: Part) -> bool:
    return asks(part.text) or bool(_wish(part))


def _wish(part: Part) -> str | None:
    """What a sentence surely wishes of dates."""
    if part.act.kind != PLAN or part.act.confidence < SURE:
        return None
    return next((one for one in part.act.values(REQUEST) if one in _OF_DATES), None)


def _lost(part: Part, steps: Iterable[Step], asked: Asked, decided: Callable[[Asked], Taken]) -> Step | None:
    """The step that a sentence gets by itself, where it is another than those of the message."""
    state, kinds = asked.state, {step.kind for step in steps}
    if wish := _wish(part):
        own = dialogue.is_told(state.plans.get(asked.about.person)) and PLAN not in kinds
        return Step(PLAN, ((REQUEST, wish),)).read_from(part.text) if own else None
    if dialogue.tells_plan(part.text) or dialogue.asks_left(part.text) or plan_words(None, part.text, asked.who)[1]:
        return None
    alone = replace(asked, said=asked.said.alone(part.text), written="")
    if alone.said.verdict.warns:
        return None
    taken = decided(alone) or ()
    if len(taken) != 1:
        return None
    step, act = taken[0], alone.said.act
    if step.kind == OUT_OF_SCOPE_MEDICAL and act.values(NEIGHBOUR) and kinds == {PLAN}:
        return step
    topics = {topic for one in steps for topic in one.values(TOPIC)}
    if step.kind != ASK_TOPIC or not step.values(TOPIC) or set(step.values(TOPIC)) <= topics | ON_SCHEDULES:
        return None
    surely = bool(step.values(QUESTION)) and not act.values(BESIDE)
    names = subject(part.text)
    named = names.ours or names.within or names.others
    return step if surely or (act.confidence >= LEAST and (named or step.values(QUESTION))) else None
