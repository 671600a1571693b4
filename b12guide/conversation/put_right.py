"""A row of the table: what was told of somebody is taken back, and the right day is told at once: "scratch the wife's,
she had it on the 30th". It drops nobody's plan, and what "scratch" sounds like is not asked about."""

from __future__ import annotations

import re

from b12guide.conversation.claims import taken_back
from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.kinds import AFFIRM, WHOSE, WORDS
from b12guide.conversation.same_plan import after_yes, day_words
from b12guide.conversation.soft_questions import MAY_MOVE_PLAN
from b12guide.conversation.state import PLAN
from b12guide.plan import dialogue
from b12guide.plan.reading.day_words import FULL_WEEKDAYS, MONTHS, NTH
from b12guide.understanding.acts import REQUEST

# Nothing but a day stands behind it: with any other word it may tell of how somebody is.
_DAY = re.compile(rf"\b(?:{MONTHS}|{FULL_WEEKDAYS}|{NTH}|yesterday|today|\d{{1,4}}(?:[/.-]\d{{1,4}})*)\b", re.I)
_WORDS = """she he they i we it that hers his her their theirs mine my says said say reckons tells told me had has have
was is were been given got gets did on at in of the a an this last one ones date jab shot injection b12 should be
actually really instead not now sorry and but so no yes to only just for by clinic nurse card"""
_LIGHT = frozenset(_WORDS.split())


def put_right(asked: Asked) -> Taken:
    """The right day of somebody whose plan is known, behind words that take back the one before."""
    state, text = asked.state, asked.said.text.replace("’", "'")
    verdict = asked.said.verdict
    sounds_only = not verdict.warns and not verdict.signs
    heard = asked.kind in MAY_MOVE_PLAN or verdict.asks_first
    if not heard or not sounds_only or state.child_writes or state.awaiting not in (None, PLAN):
        return None
    start = after_yes(asked, text)
    found = taken_back(text[start or 0 :], state.known, state.other)
    if found is None or not dialogue.is_told(state.plans.get(found[0])):
        return None
    person, told = found
    left = re.findall(r"[a-z]+", _DAY.sub(" ", told.lower()))
    words = day_words(asked, told)
    if any(word not in _LIGHT for word in left) or not words.startswith("the "):
        return None
    plan = Step(PLAN, ((REQUEST, "state"), (WHOSE, person), (WORDS, words)))
    if start is None:
        return (plan,)
    return (Step(PLAN, ((REQUEST, AFFIRM), (WHOSE, state.whose), (WORDS, "yes"))), plan)
