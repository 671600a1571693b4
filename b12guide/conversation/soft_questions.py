"""Questions about the dates of a plan that is known, in whatever words: taken where nothing surer was heard."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from b12guide.conversation.ages import may_be_child
from b12guide.conversation.decision import Asked, Step
from b12guide.conversation.focus import TAKEN, named_in
from b12guide.conversation.kinds import (
    AFFIRM,
    DENY,
    DIARY,
    DOSE_CHANGE,
    FEELINGS,
    FOLLOW_UPS,
    HEADED,
    MY_QUESTIONS,
    QUIZ_ANSWER,
    REFUSALS,
    REMINDERS,
    REPAIR,
    SMALL_TALK,
    WHOSE,
    WORDS,
)
from b12guide.conversation.state import PLAN
from b12guide.conversation.whose import ME
from b12guide.plan import dialogue
from b12guide.understanding.acts import (
    ASK_TOPIC,
    NOT_UNDERSTOOD,
    OUT_OF_SCOPE,
    OUT_OF_SCOPE_MEDICAL,
    REQUEST,
    TOPIC,
    UNSURE,
)

# What may still be an answer to the plan's open question, though by itself it was heard as something else.
MAY_ANSWER_PLAN = frozenset({ASK_TOPIC, UNSURE, NOT_UNDERSTOOD, *REFUSALS})
# Heard as nothing that there is an answer to.
NOT_TAKEN = frozenset({UNSURE, NOT_UNDERSTOOD, OUT_OF_SCOPE})
# What surely does something to the plan by its words is the plan's, though it was heard as one of these.
_HEARD_OTHERWISE = frozenset({AFFIRM, DENY, PLAN, QUIZ_ANSWER, MY_QUESTIONS, DIARY, REMINDERS})
MAY_MOVE_PLAN = frozenset({*MAY_ANSWER_PLAN, *SMALL_TALK, *FOLLOW_UPS, *FEELINGS, *REPAIR, *_HEARD_OTHERWISE})
# From which confidence a message that states a plan is taken to ask about its topic, too.
SURE_BESIDE = 0.5
OF_PLANS = frozenset({"loading_phase", "typical_dose", "missed_or_late_injection"})
ON_SCHEDULES = frozenset({"maintenance_phase", "staying_on_schedule", "schedule_differences_between_people"})
# Heard as one of these, no message is a question about dates.
_NEVER_SOFT = frozenset({DOSE_CHANGE, OUT_OF_SCOPE_MEDICAL, *FEELINGS, *FOLLOW_UPS})
# Requests of a plan that a time says more about than they do.
_SOFT_REQUESTS = frozenset({"next", "after_next", "whole", "due", "left", "phase_start", "state"})
# Who is named beside one of these may have injections too.
_HAS_THEM = re.compile(
    r"\b(?:hers?|his|him|theirs?|she|he|they|have|has|having|gets?|due)\b"
    r"|\w's (?:next|one|ones|jabs?|shots?|injections?|b-?12)",
    re.I,
)
# Among so many things said last a plan was the talk of one of the last turns.
_JUST_SAID = 4


def held_step(soft: dialogue.Soft, person: str) -> Step:
    return Step(PLAN, ((REQUEST, soft.request), (WHOSE, person), (WORDS, "")))


def beside_bystander(asked: Asked) -> Step | None:
    """A question about the dates spoken of, in which somebody is named who has none: "my sister has a show on 3 May, is
    one on that day?". It is said whose they are."""
    state, person = asked.state, asked.about.person
    if dialogue.is_told(state.told_of(person)) or may_be_child(person) or _HAS_THEM.search(asked.said.text):
        return None
    whose = state.whose if dialogue.is_told(state.plan) else ME
    soft = soft_question(asked, whose) if whose != person else None
    if soft is None or not soft.timed or dialogue.tells_plan(asked.said.text):
        return None
    step = held_step(soft, whose)
    return replace(step, details=(*step.details, (HEADED, "yes")))


def soft_question(asked: Asked, person: str) -> dialogue.Soft | None:
    """What a message asks of the dates that are known, in whatever words: where nothing that there is an answer to was
    heard in it, or only with little confidence."""
    act, verdict, kept = asked.said.act, asked.said.verdict, asked.state.plans.get(person)
    adult = person == ME or person in asked.state.adults or asked.about.child is False
    if (
        not kept
        or not adult
        or asked.about.child
        or verdict.warns
        or verdict.signs
        or asked.state.awaiting not in (None, PLAN)
    ):
        return None
    if asked.kind not in MAY_MOVE_PLAN or asked.kind in _NEVER_SOFT or set(named_in(asked.said.text)) & TAKEN:
        return None
    soft = dialogue.soft_question(kept, asked.said.text, asked.who)
    after_plan = asked.state.awaiting == PLAN or PLAN in asked.state.said[-_JUST_SAID:]
    if soft is None or not (after_plan or soft.own):
        return None
    topics = set(act.values(TOPIC))
    if asked.kind in (UNSURE, NOT_UNDERSTOOD):
        fits = soft.timed or after_plan
    elif asked.kind == OUT_OF_SCOPE:
        fits = soft.own or act.confidence < SURE_BESIDE
    elif asked.kind == ASK_TOPIC:
        of_dates = bool(topics) and topics <= ON_SCHEDULES | OF_PLANS
        fits = act.confidence < SURE_BESIDE and (soft.timed or (of_dates and after_plan))
    elif asked.kind == PLAN:
        fits = soft.timed and set(act.values(REQUEST)) <= _SOFT_REQUESTS
    else:
        fits = soft.timed
    return soft if fits else None


def soft_behind(
    asked: Asked, kept: dict[str, Any] | None, moves: Sequence[dialogue.Move], question: Step | None
) -> dialogue.Soft | None:
    """What stands behind a yes and asks of the dates, where nothing surer was heard there."""
    verdict = asked.said.verdict
    if not moves or any(move.kind != "yes" for move in moves) or verdict.warns or verdict.signs:
        return None
    sure = max((part.act.confidence for part in asked.said.parts if part.act.kind == ASK_TOPIC), default=0.0)
    behind = asked.said.text[max(move.rest[1] for move in moves) :]
    soft = dialogue.soft_question(kept, behind, asked.who)
    return soft if soft is not None and (question is None or (soft.timed and sure < SURE_BESIDE)) else None
