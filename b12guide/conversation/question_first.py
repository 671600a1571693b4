"""A plan that is told in a question about something else: what was asked comes first, and is never lost."""

from __future__ import annotations

import re

from b12guide.conversation.decision import Asked, Step
from b12guide.conversation.kinds import COMPARE_PLANS, EACH_PLAN, KEEP_PLANS, ONE_AT_A_TIME, TOLD_ASIDE, YOUR_DATA
from b12guide.conversation.plan_words import plan_words
from b12guide.conversation.plans import asks as opens
from b12guide.conversation.plans import heard_topic
from b12guide.conversation.soft_questions import ON_SCHEDULES
from b12guide.conversation.state import ADULT, PLAN
from b12guide.plan import dialogue
from b12guide.understanding.acts import ASK_TOPIC, QUESTION, REQUEST, TOPIC
from b12guide.understanding.clauses import asks
from b12guide.understanding.subject import subject
from b12guide.understanding.understand import Part

# What asks for plans of people, or says whose is kept.
_OF_PEOPLE = frozenset({EACH_PLAN, TOLD_ASIDE, KEEP_PLANS, COMPARE_PLANS, ADULT, YOUR_DATA, ONE_AT_A_TIME})
# The confidence from which a question is surely asked.
SURELY = 0.75
_ONLY_TELLS = frozenset({"state", "regimen"})
# "Foods and vitamin b12": a subject that is only named is asked about, from this confidence on.
LEAST_NAMED, LONGEST_NAMED = 0.6, 6
# Who says something of somebody, or that something is so, tells it.
_TELLS = re.compile(
    r"\b(?:i|i'?m|i'?ve|im|ive|me|my|mine|we|our|us|he|she|they|his|her|their|it|is|are|was|were|has|have|had|am|got"
    r"|thanks?|cheers|hi|hello|started|starting|start|began|begun|finished|done|moved|switched|since|just"
    r"|last (?:week|month|year))\b",
    re.I,
)
# "Im vegan, is a multivitamin enough": the question stands behind what is told; "which is fine" goes on telling.
_CLAUSE, _GOES_ON = re.compile(r"[,;:]\s+"), re.compile(r"\W*(?:which|who|when|where|what|any)\b", re.I)


def question_first(steps: tuple[Step, ...], asked: Asked) -> tuple[Step, ...]:
    """The steps of a decision; where a plan is told for the first time beside a question, the question before it."""
    if _only_a_question(steps, asked):
        return (Step(ASK_TOPIC, tuple(pair for pair in asked.said.act.details if pair[0] != REQUEST)),)
    steps = _with_question(steps, asked)
    if [step.kind for step in steps] != [PLAN, ASK_TOPIC] or asked.state.awaiting == PLAN:
        return steps
    told, question = steps
    return (question, told) if _told_first(told, asked) else steps


def _only_a_question(steps: tuple[Step, ...], asked: Asked) -> bool:
    """Whether a message surely asks a question, while what takes it only heard people or data named in it: "my friend
    has hers every 8 weeks, why?" asks for nobody's dates."""
    if asked.state.awaiting is not None or asked.kind != ASK_TOPIC or not steps:
        return False
    sure = bool(asked.said.act.values(QUESTION)) and asked.said.act.confidence >= SURELY
    return sure and all(step.kind in _OF_PEOPLE for step in steps) and not any(asked.state.plans.values())


def _told_first(told: Step, asked: Asked) -> bool:
    return not dialogue.is_told(asked.state.plan) and set(told.values(REQUEST)) <= _ONLY_TELLS


def _with_question(steps: tuple[Step, ...], asked: Asked) -> tuple[Step, ...]:
    """The steps, with what sentences ask beside a plan that is told for the first time, where that was lost: the plan
    took the whole message for its own, or was itself heard as a question about schedules."""
    if len(steps) != 1 or asked.state.awaiting is not None:
        return steps
    told, schedule = steps[0].kind == PLAN, steps[0].kind == ASK_TOPIC and not steps[0].values(QUESTION)
    schedule = schedule and set(steps[0].values(TOPIC)) <= ON_SCHEDULES
    if not schedule and not (told and _told_first(steps[0], asked)):
        return steps
    asking = [part.text for part in asked.said.parts if _asks_beside(part, asked)]
    if not asking:
        return steps
    # What asks may lean on what is told before it: "do I need anything checked before we start?".
    whole = asked.said.act.values(QUESTION) and asked.kind == ASK_TOPIC
    act = asked.said.act if whole else asked.said.alone(" ".join(asking)).act
    if act.kind != ASK_TOPIC or set(act.values(TOPIC)) <= ON_SCHEDULES:
        return steps
    question = Step(ASK_TOPIC, tuple(pair for pair in act.details if pair[0] != REQUEST))
    return (*steps, question) if told else (question,)


def _asks_beside(part: Part, asked: Asked) -> bool:
    """Whether a sentence asks about a topic, or only names one, and says nothing to a plan."""
    text = part.text
    of_plan = dialogue.asks_left(text) or dialogue.tells_plan(text) or plan_words(None, text, asked.who)[1]
    if of_plan or not heard_topic(part.act):
        return False
    first, *behind = _CLAUSE.split(text)
    if opens(first) or any(asks(one) or (opens(one) and not _GOES_ON.match(one)) for one in behind):
        return True
    return names_subject(part)


def names_subject(part: Part) -> bool:
    """Whether a sentence only names a subject, which is asked about."""
    text = part.text
    named = subject(text).ours and len(text.split()) <= LONGEST_NAMED and _TELLS.search(text) is None
    return named and part.act.confidence >= LEAST_NAMED and not set(part.act.values(TOPIC)) & ON_SCHEDULES
