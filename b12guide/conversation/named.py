"""Which medicines and illnesses a message names, and whether a text says anything of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import yaml

from b12guide.content import Question
from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.focus import TAKEN, named_in, points_back
from b12guide.conversation.kinds import UNANSWERED
from b12guide.shared import content
from b12guide.understanding.acts import ASK_TOPIC, BESIDE, NOT_UNDERSTOOD, QUESTION, TOPIC, UNSURE
from b12guide.understanding.subject import medicine_words

WORDS = Path(__file__).with_name("named_words.yml")
MEDICINE, ILLNESS = "medicine", "illness"
# Topics that list medicines, illnesses or effects: where what was named is not among them, the list is no answer.
LISTS = frozenset(
    {"interactions_medicines", "overlapping_conditions", "side_effects", "other_b12", "diagnosis_request"}
)
# People that a question may be about, whom the message then names.
PEOPLE = frozenset({"nurse", "employer", "school"})
# A longer text tells a story: what it names is not what it asks of.
LONGEST = 40
# What is denied is not what is asked of: "not lupus", "I never said metformin".
_DENIED = re.compile(
    r"\b(?:not|no|never|without|isn'?t|wasn'?t|nor|don'?t|didn'?t|haven'?t)"
    r"(?: (?:a|an|any|the|my|for|on|say|said|take|took|have|had|got|mention\w*|talk\w* about|ask\w* about"
    r"|about)){0,3} $",
    re.I,
)
# Things that are one medicine, not a form of B12 or medicines as such.
_MEDICINES = TAKEN - {"medicines", "tablets", "multivitamin", "spray", "patches", "under_tongue", "drinks"}
# Of B12, what stands for its level in the blood; and other things that a blood test measures.
LEVEL = "b12_level"
_B12 = re.compile(r"\b(?:vitamin )?b-?12\b|\bcobalamin\b", re.I)
_OTHER_LEVEL = re.compile(
    r"\b(?:iron|ferritin|potassium|sodium|calcium|magnesium|zinc|copper|folate|folic acid|vitamin d|blood sugar|sugar"
    r"|glucose|hba1c|cholesterol|tsh|thyroid|creatinine|urea|liver|kidney function|crp|psa|platelets?|bilirubin)\b",
    re.I,
)
# Within how many characters before a word it is denied.
_NEAR = 40


def named_in_text(text: str) -> list[tuple[str, str]]:
    """The medicines and illnesses that `text` names and does not deny, each with its kind, in order."""
    plain = text.replace("\u2019", "'")
    patterns, none = _patterns()
    found = [
        (match.start(), match[0].lower(), kind)
        for kind, pattern in patterns.items()
        for match in pattern.finditer(plain)
        if not none.fullmatch(match[0]) and not _DENIED.search(plain, max(0, match.start() - _NEAR), match.start())
    ]
    return list(dict.fromkeys((word, kind) for _, word, kind in sorted(found)))


def unnamed(asked: str, said: str) -> list[tuple[str, str]]:
    """What `asked` names and `said` has no word of."""
    words = said.lower()
    return [(thing, kind) for thing, kind in named_in_text(asked) if _stem(thing) not in words]


def others_in(said: str, asked: str) -> bool:
    """Whether `said` is about medicines, none of which `asked` names, while it names another."""
    mine = {_stem(thing) for thing, kind in named_in_text(asked) if kind == MEDICINE}
    theirs = {_stem(thing) for thing, kind in named_in_text(said) if kind == MEDICINE}
    return bool(mine and theirs) and not mine & theirs


def without_other_things(steps: tuple[Step, ...], asked: Asked) -> tuple[Step, ...]:
    """The steps of a decision, in which no answer is about another medicine than the one that was named, and what is
    named and nothing of the answer is about is said to have no answer."""
    steps = tuple(_without_other_level(step, asked.said.text) for step in steps)
    text = asked.said.asks or asked.said.text
    if not named_in_text(text) and points_back(text):
        # "I take X. Can I have it with that?" names it before it asks.
        text = asked.said.text
    if len(text.split()) > LONGEST or not named_in_text(text):
        return steps
    return tuple(_with_own_answers(step, text, asked) if step.kind == ASK_TOPIC else step for step in steps)


def _without_other_level(step: Step, text: str) -> Step:
    """A step that answers of the level of B12 where another one was named, and B12 was not: that has no answer here. A
    high iron is no high B12."""
    found = _OTHER_LEVEL.search(text)
    if step.kind != ASK_TOPIC or found is None or _B12.search(text) is not None or step.values(UNANSWERED):
        return step
    every = content().questions
    of_level = [one for one in step.values(QUESTION) if one in every and every[one].about == LEVEL]
    if not of_level:
        return step
    left = tuple(pair for pair in step.details if pair[0] == QUESTION and pair[1] not in of_level)
    topics = tuple((TOPIC, every[one].topic) for _, one in left if one in every)
    return (
        Step(step.kind, (*dict.fromkeys(topics), *left)) if left else Step(step.kind, ((UNANSWERED, found[0].lower()),))
    )


def without_unnamed_people(steps: tuple[Step, ...], asked: Asked) -> tuple[Step, ...]:
    """The steps of a decision, without a question about a nurse, a boss or a school that is only likely and that the
    message does not name: "what do I ask my doctor?" asks for all that there is to ask."""
    named = set(named_in(asked.said.text))
    every = content().questions

    def fits(pair: tuple[str, str], step: Step) -> bool:
        one = every.get(pair[1]) if pair[0] == QUESTION else None
        return one is None or one.about not in PEOPLE or one.about in named or one.topic not in step.values(BESIDE)

    return tuple(Step(step.kind, tuple(pair for pair in step.details if fits(pair, step))) for step in steps)


def _known_of(things: Sequence[str], asked: Asked) -> tuple[tuple[str, str], ...]:
    """The question about one of these `things` that the message asks, as details of a step; () where there is none."""
    every = content().questions
    named = named_in(" ".join(things))
    near = [one for thing in named for one in asked.said.of_thing(thing) if every[one].about == thing]
    return ((TOPIC, every[near[0]].topic), (QUESTION, near[0])) if near else ()


def named_alone(asked: Asked) -> Taken:
    """A medicine or an illness that is named in what was not understood: what is known of it, else that nothing is."""
    text = asked.said.text
    if asked.kind not in (NOT_UNDERSTOOD, UNSURE) or len(text.split()) > LONGEST:
        return None
    named = [thing for thing, _ in named_in_text(text)]
    if not named:
        return None
    if known := _known_of(named, asked):
        return (Step(ASK_TOPIC, known),)
    return (Step(ASK_TOPIC, ((UNANSWERED, named[0]),)),) if asked.kind == NOT_UNDERSTOOD else None


def _with_own_answers(step: Step, text: str, asked: Asked) -> Step:
    every = content().questions
    questions = [every[one] for one in step.values(QUESTION) if one in every]
    said = [one for one in questions if not _strays(one, text)]
    dropped = {one.id for one in questions if one not in said}
    details = tuple(pair for pair in step.details if pair[0] != QUESTION or pair[1] not in dropped)
    if said:
        # What is surely asked is answered, also where it names a thing more than the answer does.
        return Step(step.kind, details)
    topics = [one for one in step.values(TOPIC) if one in content().topics]
    if not topics:
        return step
    words = " ".join(f"{content().topic(one).question} {content().topic(one).short}" for one in topics)
    missing = unnamed(text, words)
    known = len(missing) < len(named_in_text(text))
    if known or not missing:
        return step if not dropped else Step(step.kind, details)
    if set(topics) <= LISTS and (known_of := _known_of([thing for thing, _ in missing], asked)):
        return Step(step.kind, known_of)
    # Of what is known here something is said when it is asked; beside another question it only tells.
    missing = [one for one in missing if set(topics) <= LISTS or not named_in(one[0])]
    if not missing:
        return Step(step.kind, details)
    # A medicine says more of what is asked than the illness that it is for.
    thing = min(missing, key=lambda one: one[1] != MEDICINE)[0]
    return Step(step.kind, (*(pair for pair in details if pair[0] != BESIDE), (UNANSWERED, thing)))


def _strays(question: Question, text: str) -> bool:
    """Whether the answer to a question is about another medicine, and no way to ask it names what was named."""
    ways = " ".join((question.question, *question.ask))
    if len(unnamed(text, ways)) < len(named_in_text(text)):
        return False
    medicine = any(kind == MEDICINE for _, kind in named_in_text(text))
    of_another = medicine and question.about in _MEDICINES and question.about not in named_in(text)
    return of_another or others_in(question.answer, text)


def _stem(word: str) -> str:
    return word.removesuffix("'s").removesuffix("s")


@lru_cache(maxsize=1)
def _patterns() -> tuple[dict[str, re.Pattern[str]], re.Pattern[str]]:
    kinds = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    words = {MEDICINE: [*kinds[MEDICINE], *medicine_words()], ILLNESS: kinds[ILLNESS]}
    compiled = {kind: re.compile(rf"\b(?:{'|'.join(of)})\b", re.I) for kind, of in words.items()}
    return compiled, re.compile("|".join(kinds["no_medicine"]), re.I)
