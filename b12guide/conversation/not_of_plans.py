"""The row of the table for what only sounds like a wish for dates, and names or leans on another thing."""

from __future__ import annotations

import re
from dataclasses import replace

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.focus import INJECTIONS, OF_INJECTIONS, TAKEN, named_in
from b12guide.conversation.kinds import DOSE_CHANGE
from b12guide.conversation.leaning import asks_of
from b12guide.conversation.other_plans import OTHER_PLAN, is_other_plan
from b12guide.conversation.plan_words import plan_words
from b12guide.conversation.questions import leans_on_last, near_last
from b12guide.conversation.soft_questions import OF_PLANS, ON_SCHEDULES
from b12guide.conversation.state import PLAN
from b12guide.conversation.untreated import has_none
from b12guide.plan import dialogue
from b12guide.shared import content
from b12guide.understanding.acts import ASK_TOPIC, NEAR, NOT_UNDERSTOOD, QUESTION, REQUEST, TOPIC, UNSURE
from b12guide.understanding.subject import subject

# What is taken that is not B12.
MEDICINES = TAKEN - {"tablets", "multivitamin", "spray", "patches", "under_tongue", "drinks"}
_OF_DATES = re.compile(
    r"\b(?:dates?|calendar|diary|due|next|when|count(?:ed)?|schedule|plan|reminders?|late|early|book(?:ed|ing)?)\b",
    re.I,
)
# "What next?" behind an answer asks on from that, where there are no dates.
_ASKS_ON = re.compile(r"^\W*(?:(?:and|so|ok|okay|right|then)\W+){0,2}what(?:'?s| is)? (?:next|now)(?: then)?\W*$", re.I)
# Things of these topics are things of a schedule.
_OF_SCHEDULE = ON_SCHEDULES | OF_PLANS | {"staying_on_schedule", "missed_or_late_injection"}
# "What happens if I don't go on Wednesday" supposes a day, and tells none.
_SUPPOSES = re.compile(
    r"\bwhat (?:(?:would|will|might|could|can|does) )?(?:(?:actually|really|even) )?happens?\b|\bwhat if\b"
    r"|\bhow bad (?:is|would) it\b|\bdoes it matter if\b",
    re.I,
)
_OF_MISSING = frozenset({"missed_or_late_injection", "stopping_maintenance"})


def not_of_plans(asked: Asked) -> Taken:
    """Who has no injections, wants no dates, names another thing, or asks on behind an answer, and speaks of no date,
    asks for none: "do I call about the bruise or leave it", "how long should we wait"."""
    state, said = asked.state, asked.said
    known = dialogue.is_told(state.plan) or state.awaiting == PLAN
    if asked.kind == DOSE_CHANGE:
        return _of_medicine(asked)
    if asked.kind != PLAN or (known and not state.no_dates):
        return None
    other = is_other_plan(said.text)
    if _OF_DATES.search(OTHER_PLAN.sub(" ", said.text) if other else said.text) and not _ASKS_ON.match(said.text):
        return None
    moves = plan_words(state.plan, said.text, asked.who, state.plans)[1]
    if dialogue.tells_last(said.text, asked.who) or dialogue.tells_plan(said.text):
        return None
    near = [content().questions[one] for one in said.act.values(NEAR)[:1] if one in content().questions]
    if not known and near and near[0].topic in _OF_MISSING and _SUPPOSES.search(said.text):
        return asks_of(near)
    if any(move.kind not in ("unsure", "request") for move in moves):
        return None
    things = [thing for thing in named_in(said.text) if thing not in INJECTIONS and not _of_schedule(thing)]
    for thing in things:
        every = content().questions
        if of_it := [every[one] for one in said.of_thing(thing)[:1] if one in every and every[one].about == thing]:
            return asks_of(of_it)
    if other and not known:
        # "Does it go into my meal plan": what lies nearest, and never how often.
        return asks_of(near) or (Step(NOT_UNDERSTOOD),)
    behind = bool(state.last) and state.refused is None and not subject(said.text).giving
    if not (behind or state.no_dates or has_none(asked) or (things and things[0] == state.focus)):
        return None
    details = tuple(pair for pair in said.act.details if pair[0] != REQUEST)
    rather = replace(asked, said=replace(said, act=replace(said.act, kind=UNSURE, details=details)))
    return leans_on_last(rather) or near_last(rather)


def _of_medicine(asked: Asked) -> Taken:
    """A change that is asked of another medicine, which is named, is none of the injections."""
    named = named_in(asked.said.text)
    if set(named) & OF_INJECTIONS or not set(named) & MEDICINES:
        return None
    thing = next(one for one in named if one in MEDICINES)
    near = asked.said.of_thing(thing)[:1]
    every = content().questions
    return (Step(ASK_TOPIC, ((TOPIC, every[near[0]].topic), (QUESTION, near[0]))),) if near else None


def _of_schedule(thing: str) -> bool:
    return any(one.topic in _OF_SCHEDULE for one in content().questions.values() if one.about == thing)
