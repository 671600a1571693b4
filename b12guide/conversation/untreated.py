"""Which answers fit somebody who has no injections, or has tablets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from b12guide.conversation.days_of_test import INJECTION
from b12guide.conversation.decision import Asked, Step
from b12guide.conversation.kinds import WORDS_TO_SAY
from b12guide.conversation.own_tablets import has_tablets
from b12guide.conversation.treatment_told import names_some, not_yet, takes_none, tells_none, tells_some
from b12guide.plan import dialogue
from b12guide.shared import content
from b12guide.understanding.acts import ASK_TOPIC, BESIDE, QUESTION, TOPIC

WORDS = Path(__file__).with_name("untreated.yml")
# What somebody is asked to say who wants a test and has no treatment.
DIETARY = "dietary_deficiency"
ASKS_FOR_TEST = "words_for_a_test"
# The answers for somebody who has tablets.
ON_TABLETS = "on_tablets"


def has_none(asked: Asked) -> bool:
    """Whether the writer has no injections, as far as they said."""
    state, text = asked.state, asked.said.text
    if dialogue.is_told(state.plan) or state.for_other:
        return False
    return tells_none(text) or (state.untreated and not tells_some(text))


def has_some(asked: Asked) -> bool:
    """Whether injections of the writer are known: by a plan, by the day of one that was told, or by these words."""
    state, text = asked.state, asked.said.text
    if has_none(asked) or takes_none(text) or state.for_other:
        return False
    if dialogue.is_told(state.plan) or INJECTION in state.test_days:
        return True
    return (tells_some(text) or names_some(text)) and not not_yet(text)


def fitting(steps: tuple[Step, ...], asked: Asked) -> tuple[Step, ...]:
    """The steps of a decision; for somebody who has no injections, without answers that suppose some."""
    if not any(step.kind in (ASK_TOPIC, WORDS_TO_SAY) for step in steps):
        return steps
    if has_tablets(asked):
        return tuple(with_others(step, _for_tablets(), asked) for step in steps)
    if not has_none(asked):
        # "Why not just food?" after an answer on a poor diet asks for no gut that takes in too little.
        diet = asked.state.last[-1:] == [DIETARY] and not dialogue.is_told(asked.state.plan)
        return tuple(_of_diet(step, asked) for step in steps) if diet else steps
    return tuple(_fitting(step, asked) for step in steps)


def _fitting(step: Step, asked: Asked) -> Step:
    if step.kind == WORDS_TO_SAY:
        return _instead([ASKS_FOR_TEST], asked) or step
    return with_others(step, _words(), asked)


def with_others(step: Step, words: Mapping[str, Mapping[str, list[str]]], asked: Asked) -> Step:
    """A step that answers, with other answers in the place of those that `words` names: of a whole topic (`whole`), of
    a topic with all its questions (`topics`), or of a question (`questions`)."""
    if step.kind != ASK_TOPIC:
        return step
    every = content().questions
    topics, whole, questions = (words.get(name) or {} for name in ("topics", "whole", "questions"))
    found = [every[one] for one in step.values(QUESTION) if one in every]
    details: list[tuple[str, str]] = []
    for topic in step.values(TOPIC):
        own = [one for one in found if one.topic == topic]
        if topic in topics or (not own and topic in whole):
            new = _instead([*topics.get(topic, ()), *whole.get(topic, ())], asked)
            details += new.details if new else [(TOPIC, topic), *((QUESTION, one.id) for one in own)]
            continue
        details += [(TOPIC, topic)] if not own else []
        for one in own:
            new = _instead(questions.get(one.id, ()), asked)
            details += new.details if new else [(TOPIC, topic), (QUESTION, one.id)]
    rest = [pair for pair in step.details if pair[0] not in (TOPIC, QUESTION, BESIDE)]
    return Step(step.kind, tuple(dict.fromkeys([*details, *rest])))


def _of_diet(step: Step, asked: Asked) -> Step:
    found = step.values(QUESTION) if step.kind == ASK_TOPIC else []
    return (_instead(_words()["after_diet"].get(found[0], ()), asked) or step) if len(found) == 1 else step


def _instead(ids: Sequence[str], asked: Asked) -> Step | None:
    """The first of these questions that was not answered yet, else the last; None where there is none."""
    known = [content().questions[one] for one in ids if one in content().questions]
    if not known:
        return None
    new = next((one for one in known if not asked.state.was_said(f"question {one.id}")), known[-1])
    return Step(ASK_TOPIC, ((TOPIC, new.topic), (QUESTION, new.id)))


@lru_cache(maxsize=1)
def _all_words() -> Mapping[str, Any]:
    return yaml.safe_load(WORDS.read_text(encoding="utf-8"))


def _words() -> Mapping[str, Mapping[str, list[str]]]:
    return {name: of for name, of in _all_words().items() if name != ON_TABLETS}


def _for_tablets() -> Mapping[str, Mapping[str, list[str]]]:
    return _all_words()[ON_TABLETS]
