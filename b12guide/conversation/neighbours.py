"""Rows of the table: what lies beside our subject, where the last answer knows of it, or it is asked about further."""

from __future__ import annotations

import re

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.focus import leans, named_in
from b12guide.conversation.kinds import DOSE_CHANGE
from b12guide.conversation.leaning import LONGEST_BEHIND, POINTING_BACK, UNSURELY_HEARD, asking, asks_of, sure_of_topic
from b12guide.conversation.plans import asks
from b12guide.conversation.state import PLAN
from b12guide.plan import dialogue
from b12guide.shared import content
from b12guide.understanding.acts import (
    NEIGHBOUR,
    NOT_UNDERSTOOD,
    OUT_OF_SCOPE,
    OUT_OF_SCOPE_MEDICAL,
    UNSURE,
)
from b12guide.understanding.subject import subject

# Folic acid has questions of its own, and is our neighbour where something else is asked of it.
FOLIC_ACID, SAID_OF_FOLATE = "folic_acid", "beside folate"
# How a turn is noted in which a neighbour was named.
_BESIDE = "beside "
# What speaks of injections and their dates is ours again.
_OURS = re.compile(r"\b(?:injections?|injected|jabs?|shots?|dates?|my plan|calendar|reminders?|reminded)\b", re.I)


def asked_further(asked: Asked) -> Taken:
    """A short question behind a neighbour that was sent on ("every other day ok?", "and in winter?", after iron or
    vitamin D) is asked of that, whatever it is like by itself: whom to ask is said once more."""
    state, said, text = asked.state, asked.said, asking(asked)
    noted = state.said[-1] if state.said else ""
    beside = noted.removeprefix(_BESIDE) if noted.startswith(_BESIDE) else ""
    if state.refused is None or not beside or noted == SAID_OF_FOLATE:
        return None
    if asked.kind not in (DOSE_CHANGE, PLAN, *UNSURELY_HEARD) or asked.has(NEIGHBOUR) or said.verdict.warns:
        return None
    if len(text.split()) > LONGEST_BEHIND or not (
        asks(text) or text.rstrip().endswith("?") or POINTING_BACK.search(text)
    ):
        return None
    if subject(text).ours or _OURS.search(text) or sure_of_topic(asked):
        return None
    if asked.kind == PLAN and (dialogue.is_told(state.plan) or state.awaiting == PLAN or dialogue.tells_plan(text)):
        return None
    return (Step(OUT_OF_SCOPE_MEDICAL, ((NEIGHBOUR, beside),)),)


def neighbour_of_last(asked: Asked) -> Taken:
    """A neighbour of our subject, where what was just spoken of has a question on it: folic acid in a pregnancy, after
    an answer on pregnancy."""
    state = asked.state
    if asked.kind not in (OUT_OF_SCOPE, OUT_OF_SCOPE_MEDICAL, UNSURE, NOT_UNDERSTOOD) or not state.last:
        return None
    named = set(named_in(asked.said.text))
    known = {one.id: one for one in content().topic(state.last[-1]).questions if one.about in named}
    nearest = [one for thing in named for one in asked.said.of_thing(thing) if one in known]
    return asks_of([known[one] for one in nearest[:1]])


def of_folic_acid(asked: Asked) -> Taken:
    """What leans on a word that folic acid is for others to say, is answered of folic acid; across no other refusal."""
    state, every = asked.state, content().questions
    if state.said[-1:] != [SAID_OF_FOLATE] or asked.kind not in (DOSE_CHANGE, *UNSURELY_HEARD):
        return None
    if not leans(asked.said.text, FOLIC_ACID):
        return None
    return asks_of([every[one] for one in asked.said.of_thing(FOLIC_ACID)[:1] if one in every])
