"""A row of the table: an appointment with a doctor, which is for the page and books no injection."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.kinds import AFFIRM, ASKED, DAY, DENY, DIARY, FEELINGS, SMALL_TALK, WHOSE, WORDS
from b12guide.conversation.pages import page_asked
from b12guide.conversation.state import PLAN
from b12guide.diary import reading
from b12guide.diary.visits import names_injection, visit_in
from b12guide.plan import dialogue
from b12guide.plan.model import full_date
from b12guide.shared import plan_wording
from b12guide.understanding.acts import NOT_UNDERSTOOD, OUT_OF_SCOPE, OUT_OF_SCOPE_MEDICAL, REQUEST, UNSURE

_FARTHEST = 300
# More than the page is told of beside it.
_SEVERAL = re.compile(r"[.;!?] \w")
# "Thursday's the doctor".
_IS = re.compile(r"(?<=day)['’]s\b")
# "I am supposed to see her": of an injection it would be one that may not have been given.
_EXPECTED = re.compile(r"\b(?:supposed|meant|due|scheduled|expected|hoping|planning|going|likely) to\b", re.I)
_NOTHING = frozenset({NOT_UNDERSTOOD, UNSURE, OUT_OF_SCOPE, OUT_OF_SCOPE_MEDICAL, AFFIRM, DENY, *SMALL_TALK, *FEELINGS})


def visit(asked: Asked, decided: Callable[[Asked], Taken]) -> Taken:
    """An appointment with a doctor is noted for the page; a day that was taken as booked by mistake is taken out, and
    what else the message says is decided by itself.

    Args: decided: who takes the rest.
    """
    state, said = asked.state, asked.said
    stands = state.standing is not None or (state.warned is not None and state.warned.lately(asked.who.today))
    if said.excerpt or stands or state.child_writes:
        return None
    found = visit_in(said.text)
    if found is None or state.awaiting not in (None, PLAN):
        return None
    person = asked.about.person if asked.about.person not in state.children else state.whose
    plan = state.plans.get(person)
    day = _day(found.words, asked.who, (plan or {}).get("booked") if found.denies else None)
    if person in state.children:
        return None
    if day is None or (day - asked.who.today).days > _FARTHEST:
        # Whatever day it is, it is none of an injection.
        return (Step(DIARY, ((ASKED, reading.VISIT), (WHOSE, person))),)
    steps = [Step(DIARY, ((ASKED, reading.VISIT), (DAY, day.isoformat()), (WHOSE, person)))]
    if not found.rest:
        return tuple(steps)
    if page_asked(found.rest) and not _SEVERAL.search(found.rest):
        return (*steps, Step(DIARY, ((ASKED, reading.SUMMARY), (WHOSE, person))))
    if names_injection(found.rest) and (on := _day(found.rest, asked.who, None)) is not None:
        # What is told of the injection beside it is of one to come.
        words = f"my clinic booked it for {full_date(on)}"
        due = dialogue.next_day(dialogue.not_booked(plan, day), asked.who, plan_wording()) if plan else None
        same = due is not None and due.earliest == on
        request = ((REQUEST, "next"),) if same else ()
        return (*steps, Step(PLAN, (*request, (WHOSE, person), (WORDS, "" if same else words))))
    plans = {**state.plans, **({person: dialogue.not_booked(plan, day) or {}} if plan else {})}
    rest = decided(replace(asked, said=said.alone(found.rest), state=replace(state, plans=plans), written=""))
    for step in rest or ():
        # The plan reads what is left of the message, and not the visit.
        unread = step.kind == PLAN and not any(name == WORDS for name, _ in step.details)
        if step.kind not in _NOTHING:
            steps.append(replace(step, details=(*step.details, (WORDS, found.rest))) if unread else step)
    return tuple(steps)


def day_of(words: str, who: dialogue.Who) -> date | None:
    """The day of a visit that words tell of, from today on: of a weekday alone the next one."""
    words = _EXPECTED.sub(" ", _IS.sub("", words))
    day, asked = dialogue.coming_date(words, who)
    if day is None and asked is not None and asked.options and not any(one.isdigit() for one in words):
        day, _ = dialogue.coming_date(asked.options[0], who)
    return day if day is not None and day >= who.today else None


def _day(words: str, who: dialogue.Who, booked: str | None) -> date | None:
    """The day of the visit. `booked`: the day that was taken as one of an injection, where that is denied and no other
    is named."""
    day = day_of(words, who)
    was = date.fromisoformat(booked) if booked else None
    if was is None:
        return day
    same = day is None or (was.weekday() == day.weekday() and not any(one.isdigit() for one in words))
    return was if same else day
