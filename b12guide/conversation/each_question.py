"""A message that asks several things: where as a whole it gets fewer answers, each question is decided by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.fitting_facts import with_facts
from b12guide.conversation.focus import focus_of
from b12guide.conversation.kinds import CHILDREN, DOSE_CHANGE, UNKNOWN
from b12guide.conversation.leaning import asks_of
from b12guide.conversation.questions import CATCH_ALL
from b12guide.conversation.state import PLAN, State
from b12guide.plan import dialogue
from b12guide.shared import content
from b12guide.understanding.acts import (
    ASK_TOPIC,
    LEANING,
    NEAR,
    NOT_UNDERSTOOD,
    OUT_OF_SCOPE,
    OUT_OF_SCOPE_MEDICAL,
    QUESTION,
    REQUEST,
    TOPIC,
    UNSURE,
)

SAYS_WHO = "says_who"
# What was not taken up at all gives way to what each question asks; the others stand, and an answer is added.
_MISSED = frozenset({UNSURE, NOT_UNDERSTOOD, OUT_OF_SCOPE, OUT_OF_SCOPE_MEDICAL})
_MAY_STAND = frozenset({ASK_TOPIC, PLAN, DOSE_CHANGE, CHILDREN, SAYS_WHO, *_MISSED})
# From which confidence a question that is heard by itself is about a topic as a whole.
LEAST = 0.6
# What an answer is given to: a topic, and its question or none.
Answer = tuple[str, str | None]


def each_question(steps: tuple[Step, ...], asked: Asked, decided: Callable[[Asked], Taken]) -> tuple[Step, ...]:
    """The steps of a decision, with an answer to each question of the message, in the order asked.

    Args: decided: who takes a question by itself.
    """
    said, state = asked.said, asked.state
    asks = said.questions
    if len(asks) < 2 or said.verdict.warns or state.child_writes or state.awaiting not in (None, PLAN):
        return steps
    if any(step.kind not in _MAY_STAND or step.values(UNKNOWN) for step in steps):
        return steps
    whole = [one for step in steps if step.kind == ASK_TOPIC for one in answers(step)]
    if sum(question is not None for _, question in whole) >= len(asks):
        return steps
    alone = list(_alone(asks, asked, decided))
    found = [step for step in alone if step is not None]
    given = [one for step in found if step.kind == ASK_TOPIC for one in answers(step)]
    others = [step for step in steps if step.kind != ASK_TOPIC and step.kind not in _MISSED]
    new = [step for step in found if step.kind != ASK_TOPIC and step.kind not in {one.kind for one in others}]
    if not new and (not given or _says_no_more(given, whole)):
        return steps
    lost = [one for one in whole if one[1] is not None and one not in given]
    if not lost and len(given) < len(asks):
        topics = {topic for topic, _ in given}
        lost = [one for one in whole if one[0] not in topics]
    return (*others, *_in_order(alone, lost, [*_beside(steps)], {one.kind for one in others}))


def answers(step: Step) -> list[Answer]:
    """What a step answers: each question, and each topic of which it answers none."""
    every = content().questions
    asked = [every[one] for one in step.values(QUESTION) if one in every]
    of: list[Answer] = []
    for topic in step.values(TOPIC):
        own: list[Answer] = [(topic, one.id) for one in asked if one.topic == topic]
        of += own or [(topic, None)]
    return of


def _alone(asks: Sequence[str], asked: Asked, decided: Callable[[Asked], Taken]) -> Iterator[Step | None]:
    """What each question is answered with by itself, behind the one before it; None where that is not known."""
    state = asked.state
    for words in asks:
        one = replace(asked, said=asked.said.alone(words), written="", state=state)
        step = _answer(one, decided)
        if step is not None and step.kind == ASK_TOPIC:
            state = _behind(state, step, words)
        yield step


def _answer(asked: Asked, decided: Callable[[Asked], Taken]) -> Step | None:
    said, every = asked.said, content().questions
    taken = None if said.verdict.warns else decided(asked)
    if not taken or len(taken) != 1:
        return None
    step = taken[0]
    if step.kind in (SAYS_WHO, CHILDREN):
        return step
    if (
        step.kind != ASK_TOPIC
        or not step.values(TOPIC)
        or (dialogue.tells_plan(said.text) and said.act.values(REQUEST))
    ):
        return None
    step = with_facts((step,), asked)[0]
    if step.values(TOPIC) == [CATCH_ALL] and not step.values(QUESTION):
        # Its page says nothing of any one thing.
        near = [every[one] for one in said.act.values(NEAR)[:1] if one in every]
        return next(iter(asks_of(near) or ()), None)
    return step if step.values(QUESTION) or said.act.confidence >= LEAST else None


def _behind(state: State, step: Step, words: str) -> State:
    """What is kept of a conversation once a step has answered."""
    topic, question = answers(step)[-1]
    about = content().questions[question].about if question is not None else focus_of(topic, words)
    return replace(state, last=[topic], question=question, focus=about, refused=None)


def _says_no_more(given: Sequence[Answer], whole: Sequence[Answer]) -> bool:
    """Whether what is `given` to each question is no more, and nothing closer, than what the whole message gets."""
    return all(one in whole or (one[1] is None and any(topic == one[0] for topic, _ in whole)) for one in given)


def _beside(steps: Sequence[Step]) -> Iterator[tuple[str, str]]:
    for step in steps:
        yield from (pair for pair in step.details if step.kind == ASK_TOPIC and pair[0] in (NEAR, LEANING))


def _in_order(
    alone: Sequence[Step | None], lost: list[Answer], beside: list[tuple[str, str]], there: set[str]
) -> Iterator[Step]:
    """The steps in the order of the questions: what the whole message asks stands where a question by itself was not
    understood; answers that follow each other are one step."""
    run: list[tuple[str, str]] = []
    for step in alone:
        if step is None or step.kind == ASK_TOPIC:
            of = answers(step) if step is not None else lost[:1]
            lost = lost if step is not None else lost[1:]
            for topic, question in of:
                run += [(TOPIC, topic), *([(QUESTION, question)] if question is not None else [])]
        elif step.kind not in there:
            if run:
                yield Step(ASK_TOPIC, tuple(dict.fromkeys(run)))
            run = []
            yield step
    if run:
        yield Step(ASK_TOPIC, tuple(dict.fromkeys([*run, *beside])))
