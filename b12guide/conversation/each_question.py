"""A message that asks several things: where as a whole it gets fewer answers, each question is decided by itself."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.fitting_facts import with_facts
from b12guide.conversation.focus import INJECTIONS, focus_of, named_in
from b12guide.conversation.kinds import CHILDREN, DOSE_CHANGE, UNKNOWN
from b12guide.conversation.leaning import asks_of
from b12guide.conversation.questions import CATCH_ALL
from b12guide.conversation.state import PLAN, State
from b12guide.plan import dialogue
from b12guide.shared import content
from b12guide.understanding.acts import (
    ASK_TOPIC,
    BESIDE,
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
from b12guide.understanding.intent_model import same_request

SAYS_WHO = "says_who"
# What was not taken up at all gives way to what each question asks; the others stand, and an answer is added.
_MISSED = frozenset({UNSURE, NOT_UNDERSTOOD, OUT_OF_SCOPE, OUT_OF_SCOPE_MEDICAL})
_MAY_STAND = frozenset({ASK_TOPIC, PLAN, DOSE_CHANGE, CHILDREN, SAYS_WHO, *_MISSED})
# From which confidence a question that is heard by itself is about a topic as a whole.
LEAST = 0.6
# From which one, where the plan takes the rest, and where its question is not sure.
SURE = 0.75
# What may be asked of a day without any plan.
_OF_MISSING = frozenset({"missed_or_late_injection", "stopping_maintenance"})
# What an answer is given to: a topic, and its question or none.
Answer = tuple[str, str | None]


def each_question(steps: tuple[Step, ...], asked: Asked, decided: Callable[[Asked], Taken]) -> tuple[Step, ...]:
    """The steps of a decision, with an answer to each question of the message, in the order asked.

    Args: decided: who takes a question by itself.
    """
    said, state = asked.said, asked.state
    asks = said.questions
    if len(asks) < 2 or said.excerpt or said.verdict.warns or state.child_writes or state.awaiting not in (None, PLAN):
        return steps
    if any(step.kind not in _MAY_STAND or step.values(UNKNOWN) for step in steps):
        return steps
    if any(same_request(said.text, topic.question) for topic in content().topics.values()):
        # "What causes low B12? What is pernicious anaemia?" is one topic's own question.
        return steps
    whole = [one for step in steps if step.kind == ASK_TOPIC for one in answers(step)]
    if sum(question is not None for _, question in whole) >= len(asks):
        return steps
    alone = list(_alone(asks, asked, decided, planned=any(step.kind == PLAN for step in steps)))
    found = [step for step in alone if step is not None]
    given = [one for step in found if step.kind == ASK_TOPIC for one in answers(step)]
    ordered = {ASK_TOPIC, *_MISSED, *(step.kind for step in found if step.kind == CHILDREN)}
    others = [step for step in steps if step.kind not in ordered]
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


def _alone(
    asks: Sequence[str], asked: Asked, decided: Callable[[Asked], Taken], *, planned: bool
) -> Iterator[Step | None]:
    """What each question is answered with by itself, behind the one before it; None where that is not known."""
    # What the message tells counts for each of its questions: a pregnancy, how old a child is.
    told = {name: asked.who.today.isoformat() for name in asked.said.verdict.lasts}
    after = copy.deepcopy(asked.state)
    after.heard_of(asked.said.text)
    state = replace(asked.state, told={**asked.state.told, **told}, facts=after.facts, children=after.children)
    for words in asks:
        one = replace(asked, said=asked.said.alone(words), written="", state=state)
        step = _answer(one, decided, planned=planned)
        if step is not None and step.kind == ASK_TOPIC:
            state = _behind(state, step, words)
        yield step


def _answer(asked: Asked, decided: Callable[[Asked], Taken], *, planned: bool) -> Step | None:
    """The step that answers a question; `planned`: the plan takes a part of the message, so that only what is surely of
    a topic is none of it."""
    said, every = asked.said, content().questions
    if said.verdict.warns or (planned and not _surely(asked)):
        return None
    taken = [step for step in decided(asked) or () if step.kind != CHILDREN or not planned]
    near = [every[one] for one in said.act.values(NEAR)[:1] if one in every]
    step = taken[0] if taken else None
    heard = asked.kind == ASK_TOPIC and (said.act.values(QUESTION) or said.act.confidence >= LEAST)
    if not heard and (of_it := _of_named(asked)):
        return of_it
    if step is None or (len(taken) > 1 and taken[-1].kind != CHILDREN):
        return None
    if step.kind in (SAYS_WHO, CHILDREN):
        # Where nothing was said yet, "he was vague about when" asks for no source.
        return step if step.kind == CHILDREN or asked.state.last else None
    spoken_of = {*asked.state.topics, *asked.state.last}
    if (step.kind == PLAN and near and near[0].topic in _OF_MISSING) or (
        step.kind in _MISSED and near and near[0].topic in spoken_of
    ):
        # By itself it is hardly anything, beside other questions it asks what lies nearest.
        return next(iter(asks_of(near) or ()), None)
    if step.kind != ASK_TOPIC or not step.values(TOPIC):
        if asked.kind != ASK_TOPIC or said.act.confidence < LEAST:
            return None
        step = Step(ASK_TOPIC, tuple(pair for pair in said.act.details if pair[0] in (TOPIC, QUESTION)))
    if dialogue.tells_plan(said.text) and said.act.values(REQUEST):
        return None
    if not step.values(QUESTION) and near and near[0].about in named_in(said.text) and near[0].about not in INJECTIONS:
        # Of the things that are named the nearest question says more than the page of a topic.
        return next(iter(asks_of(near) or ()), None)
    nearest = asks_of([one for one in near if [one.topic] == step.values(TOPIC) and not step.values(QUESTION)])
    if nearest and (fitting := with_facts(nearest, asked)) != nearest:
        return fitting[0]
    step = with_facts((step,), asked)[0]
    if step.values(TOPIC) == [CATCH_ALL] and not step.values(QUESTION):
        # Its page says nothing of any one thing.
        return next(iter(asks_of(near) or ()), None)
    unsure = said.act.values(BESIDE) and said.act.confidence < SURE and not _leans(step, asked)
    return step if (step.values(QUESTION) and not unsure) or said.act.confidence >= LEAST else None


def _of_named(asked: Asked) -> Step | None:
    """What a few words ask of the one thing that they name: "does nori?"."""
    every, named = content().questions, [thing for thing in named_in(asked.said.text) if thing not in INJECTIONS]
    near = [every[one] for one in asked.said.of_thing(named[0]) if one in every] if len(named) == 1 else []
    return next(iter(asks_of([one for one in near if one.about == named[0]][:1]) or ()), None)


def _leans(step: Step, asked: Asked) -> bool:
    """Whether a step answers what was asked of what is spoken of, and not what the words sound like by themselves."""
    of = [topic for topic, question in answers(step) if question not in asked.said.act.values(QUESTION)]
    return bool(of) and set(of) <= {*asked.state.topics, *asked.state.last}


def _surely(asked: Asked) -> bool:
    act = asked.said.act
    return asked.kind == ASK_TOPIC and bool(act.values(QUESTION) or act.confidence >= SURE)


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
