"""A message that asks several things: where as a whole it gets fewer answers, each question is decided by itself."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.fitting_facts import with_facts
from b12guide.conversation.focus import INJECTIONS, focus_of, named_in, points_back
from b12guide.conversation.follow_ups import asks_aspect, aspect_in
from b12guide.conversation.kinds import CHILDREN, DOSE_CHANGE, UNKNOWN
from b12guide.conversation.leaning import asks_of
from b12guide.conversation.questions import CATCH_ALL
from b12guide.conversation.sources_asked import asks_where_from
from b12guide.conversation.state import PLAN, State
from b12guide.plan import dialogue
from b12guide.shared import content
from b12guide.understanding import Understanding
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
    Act,
)
from b12guide.understanding.clauses import asks
from b12guide.understanding.intent_model import same_request
from b12guide.understanding.subject import subject

SAYS_WHO = "says_who"
# What was not taken up at all gives way to what each question asks; the others stand, and an answer is added.
_MISSED = frozenset({UNSURE, NOT_UNDERSTOOD, OUT_OF_SCOPE, OUT_OF_SCOPE_MEDICAL})
_MAY_STAND = frozenset({ASK_TOPIC, PLAN, DOSE_CHANGE, CHILDREN, SAYS_WHO, *_MISSED})
# From which confidence a question that is heard by itself is about a topic as a whole.
LEAST = 0.6
# From which one, where the plan takes the rest, and where its question is not sure.
SURE = 0.75
# Of a message with fragments, so many questions are answered at most.
MOST_ASKED = 4
# A thing that is only named behind a question: "and nori", ", or a spray?".
_FRAGMENT = re.compile(
    r"(?:^|[,;] *)(?:and|n|&|or|also|plus|(?:and )?(?:what|how) about)\s+"
    r"(?P<what>(?:(?:the|a|an|my|some|for|with|on|about) ){0,2}\w+(?: \w+){0,2})\W*$",
    re.I,
)
_NO_THING = re.compile(
    r"\b(?:i|i'?m|im|we|you|he|she|it|they|is|are|was|am|do|does|did|have|has|had|can|could|will|would|take|takes|taking"
    r"|thanks?|ta|cheers|bye|please)\b",
    re.I,
)
# What may be asked of a day without any plan.
_OF_MISSING = frozenset({"missed_or_late_injection", "stopping_maintenance"})
# What an answer is given to: a topic, and its question or none.
Answer = tuple[str, str | None]


def each_question(steps: tuple[Step, ...], asked: Asked, decided: Callable[[Asked], Taken]) -> tuple[Step, ...]:
    """The steps of a decision, with an answer to each question of the message, in the order asked.

    Args: decided: who takes a question by itself.
    """
    said, state = asked.said, asked.state
    several = with_fragments(said)
    if (
        len(several) < 2
        or said.excerpt
        or said.verdict.warns
        or state.child_writes
        or state.awaiting not in (None, PLAN)
    ):
        return steps
    if any(step.kind not in _MAY_STAND or step.values(UNKNOWN) for step in steps):
        return steps
    if any(same_request(said.text, topic.question) for topic in content().topics.values()):
        # "What causes low B12? What is pernicious anaemia?" is one topic's own question.
        return steps
    fewer = _without_strays(steps, asked, several)
    if fewer != steps and not any(map(asks_where_from, several)):
        return fewer
    steps = _with_leaning(fewer, asked, several)
    whole = [one for step in steps if step.kind == ASK_TOPIC for one in answers(step)]
    if sum(question is not None for _, question in whole) >= len(several):
        return steps
    alone = list(_alone(several, asked, decided, planned=any(step.kind == PLAN for step in steps)))
    found = [step for step in alone if step is not None]
    given = [one for step in found if step.kind == ASK_TOPIC for one in answers(step)]
    ordered = {ASK_TOPIC, *_MISSED, *(step.kind for step in found if step.kind == CHILDREN)}
    others = [step for step in steps if step.kind not in ordered]
    new = [step for step in found if step.kind != ASK_TOPIC and step.kind not in {one.kind for one in others}]
    if not new and (not given or _says_no_more(given, whole)):
        return steps
    lost = [one for one in whole if one[1] is not None and one not in given]
    if not lost and len(given) < len(several):
        topics = {topic for topic, _ in given}
        lost = [one for one in whole if one[0] not in topics]
    new_steps = (*others, *_in_order(alone, lost, [*_beside(steps)], {one.kind for one in others}))
    return _without_strays(new_steps, asked, several)


def _with_leaning(steps: tuple[Step, ...], asked: Asked, several: Sequence[str]) -> tuple[Step, ...]:
    """The steps, in which words that lean on the question before them ("and what do I look out for?") ask it of that,
    where the whole message only seemed to ask another one."""
    every = content().questions
    answering = [step for step in steps if step.kind == ASK_TOPIC]
    if len(answering) != 1 or len(several) != 2:
        return steps
    first, behind = (asked.said.alone(words).act for words in several)
    found = [every[one] for one in answering[0].values(QUESTION) if one in every]
    own = next((one for one in found if one.id in first.values(QUESTION)), None)
    if own is None or len(found) != 2:
        return steps
    words, other = several[1], next(one for one in found if one is not own)
    if other.topic == own.topic and other.id in behind.values(QUESTION):
        return steps
    if subject(words).ours or named_in(words):
        return steps
    leaning = [every[one] for one in behind.values(LEANING) if one in every and every[one].topic == own.topic]
    if not leaning or leaning[0] in found:
        return steps
    changed = asks_of([own, leaning[0]]) or ()
    return tuple(changed[0] if step is answering[0] else step for step in steps)


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
    several: Sequence[str], asked: Asked, decided: Callable[[Asked], Taken], *, planned: bool
) -> Iterator[Step | None]:
    """What each question is answered with by itself, behind the one before it; None where that is not known."""
    # What the message tells counts for each of its questions: a pregnancy, how old a child is.
    told = {name: asked.who.today.isoformat() for name in asked.said.verdict.lasts}
    after = copy.deepcopy(asked.state)
    after.heard_of(asked.said.text)
    state = replace(asked.state, told={**asked.state.told, **told}, facts=after.facts, children=after.children)
    for words in several:
        one = replace(asked, said=asked.said.alone(words), written="", state=state)
        step = _answer(one, decided, planned=planned)
        if step is not None and step.kind == ASK_TOPIC:
            state = _behind(state, step, words)
        yield step


def _without_strays(steps: tuple[Step, ...], asked: Asked, several: Sequence[str]) -> tuple[Step, ...]:
    """The steps without an answer that a few words of one of several questions get by themselves, while they ask on
    behind another one that is answered: "and how often?", "should they be tested now?"."""
    answering = [step for step in steps if step.kind == ASK_TOPIC]
    given = [one for step in answering for one in answers(step)]
    specific = [question for _, question in given if question is not None]
    if len(given) < 2 or not specific:
        return steps
    alone = [asked.said.alone(words).act for words in several]
    strays: set[Answer] = set()
    for place, (words, act) in enumerate(zip(several, alone, strict=True)):
        others = [one for at, other in enumerate(alone) if at != place for one in other.values(QUESTION)]
        last = next((one for one in specific if one in others), None) or specific[0]
        own = [one for one in given if one in answers(Step(ASK_TOPIC, act.details)) and one[1] != last]
        strays |= {one for one in own if _strays(one, words, act, last)}
    kept = [one for one in given if one not in strays]
    if not strays or not kept:
        return steps
    run = [pair for topic, one in kept for pair in ((TOPIC, topic), *(((QUESTION, one),) if one else ()))]
    whole = Step(ASK_TOPIC, tuple(dict.fromkeys([*run, *_beside(answering)])))
    first = steps.index(answering[0])
    return (*(one for one in steps[:first]), whole, *(one for one in steps[first:] if one.kind != ASK_TOPIC))


def _strays(answer: Answer, words: str, act: Act, last: str) -> bool:
    """Whether an answer to a part of a message is another thing than what the part asks behind the question `last`."""
    every = content().questions
    before, own = every[last], every.get(answer[1] or "")
    if subject(words).ours or set(named_in(words)) - {before.about}:
        return False
    aspect = aspect_in(words, before.about)
    if aspect is not None and (own is None or own.topic != before.topic):
        return own is None or asks_aspect(before, aspect)
    return (own is None or points_back(words)) and answer[0] != before.topic and act.confidence < SURE


def with_fragments(said: Understanding) -> tuple[str, ...]:
    """The questions of a message, with a thing that is only named behind one of them: "does it count? and nori"."""
    pieces = [" ".join(part.text.split()) for part in said.parts] or [" ".join(said.text.split())]
    found = [(text, _FRAGMENT.search(text)) for text in pieces]
    if not any(one is not None and _names_thing(one["what"]) for _, one in found):
        return said.questions
    asked: list[str] = []
    for text, fragment in found:
        named = fragment is not None and _names_thing(fragment["what"])
        before = text[: fragment.start()] if fragment is not None and named else text
        asked += [one for one in said.questions if one in before] or ([before] if asks(before) else [])
        if fragment is not None and named and asked:
            asked.append(fragment["what"])
    return tuple(asked[:MOST_ASKED]) if len(asked) > 1 else said.questions


def _names_thing(words: str) -> bool:
    """Whether a few words name a thing that is asked about, other than the injections."""
    return any(thing not in INJECTIONS for thing in named_in(words)) and not _NO_THING.search(words)


def _answer(asked: Asked, decided: Callable[[Asked], Taken], *, planned: bool) -> Step | None:
    """The step that answers a question; `planned`: the plan takes a part of the message, so that only what is surely of
    a topic is none of it."""
    said, every = asked.said, content().questions
    if said.verdict.warns or (planned and not _surely(asked)):
        return None
    if asked.state.last and asks_where_from(said.text):
        return Step(SAYS_WHO)
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
    if step.kind == DOSE_CHANGE and said.act.confidence >= SURE and not planned:
        return Step(DOSE_CHANGE)
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
            there = there | {step.kind}
            yield step
    if run:
        yield Step(ASK_TOPIC, tuple(dict.fromkeys([*run, *beside])))
