"""Questions about a dose named by its place or its month: "is the second one tomorrow", "what follows January's"."""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import islice

from ..model import full_date
from ..reading.day_words import MONTH_PLACES, MONTHS
from ..reading.reader import read
from .asked_days import plan_days
from .message import Said
from .move import Move, place_of
from .outcome import Who
from .state import CHANGE, CONFIRM, State

_ONE = (
    r"(?:(?:my |the )?(?:next|2nd|second|3rd|third|4th|fourth|following|number \d{1,2}|no \d{1,2}|\d(?:st|nd|rd|th))"
    r"(?: (?:loading|b-?12))?(?: (?:one|1|jab|jag|shot|injection|dose|needle))?|there one|it|one)"
)
_IS_NEAR = re.compile(
    rf"^\W*(?:\w+\W+){{0,4}}?(?:is|are|will|would) {_ONE} (?:due |be |on ){{0,4}}"
    r"(?P<day>today|tonight|tomorrow|tmrw|tmw|tomoz|tomorow|2moro|2morrow|2mrw|the day after tomorrow)\b"
    r"\W*(?:\w+\W*){0,2}$",
    re.I,
)
_AFTER_MONTH = re.compile(
    rf"\b(?:follows|follow|following|after|behind|comes after) (?:the (?:one (?:in|of) )?)?"
    rf"(?P<month>{MONTHS})(?:['’]?s)?(?: (?:one|dose|jab|jag|shot"
    r"|injection))?(?: (?:please|then|pls))?\W*$",
    re.I,
)
_FINAL = re.compile(r"\b(?:final|very last) (?:one|dose|jab|jag|shot|injection|needle)\b", re.I)
_ASKS_WHEN = re.compile(r"\b(?:when|whens|which (?:date|day)|what (?:date|day))\b", re.I)
_WAS_HAD = re.compile(r"\b(?:had|was|were|did|given|gave|got)\b", re.I)
_FIRST_OF = re.compile(r"\bfirst (?:one )?of (?:the|my|her|his|those|these) (?P<what>[^?.,;]{3,30})", re.I)
# So many doses ahead a month is looked for.
_AHEAD = 30


_MANY_AFTER = re.compile(
    r"\b(?P<n>two|three|four|five|six|[2-6])(?: (?:ones|more|jabs|shots|injections|doses))?"
    r"(?: (?:come|are|fall|is|go))? (?:after|following)\b",
    re.I,
)


def is_near(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """Whether one is on a day told from today."""
    found = _IS_NEAR.match(said.text) if state.ready(who.today) and state.about in (None, CONFIRM, CHANGE) else None
    if found is None:
        return ()
    day = found["day"].lower()
    ahead = 2 if "after" in day else 0 if day in ("today", "tonight") else 1
    value = (who.today + timedelta(ahead)).isoformat()
    return (Move("request", "is_it", value, rest=place_of(said, len(said.words))),)


def after_month(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """The dose after the one of a month, where that has one alone."""
    found = _AFTER_MONTH.search(said.text) if state.ready(who.today) and state.about in (None, CONFIRM) else None
    if found is None:
        return ()
    month = MONTH_PLACES[found["month"].lower()]
    coming = islice((day for day in plan_days(state, who.today) if day >= who.today), _AHEAD)
    days = [day for day in coming if day.month == month]
    first = [day for day in days if day.year == days[0].year]
    if len(first) != 1:
        return ()
    return (
        Move(
            "request",
            "asked_days",
            f"{_asked_after(said)} {full_date(first[0])}?",
            rest=place_of(said, len(said.words)),
        ),
    )


def _asked_after(said: Said) -> str:
    """ "The two after", where so many are asked for."""
    many = _MANY_AFTER.search(said.text)
    return f"what are the {many['n'].lower()} after" if many else "what is after"


def is_final(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """When a course ends: "the final one will be on which date"."""
    asked = _FINAL.search(said.text) and _ASKS_WHEN.search(said.text) and not _WAS_HAD.search(said.text)
    if not asked or not state.ready(who.today) or not any(phase.bounded for phase in state.phases):
        return ()
    return (Move("request", "phase_end", said.text, rest=place_of(said, len(said.words))),)


def first_of_part(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """When a later part begins, by how often its doses are: "the first of the monthly ones is when"."""
    found = _FIRST_OF.search(said.text) if _ASKS_WHEN.search(said.text) else None
    if found is None or not state.ready(who.today) or state.about not in (None, CONFIRM, CHANGE):
        return ()
    told = read(found["what"], today=who.today).phases
    later = [(phase.period, phase.unit) for phase in state.phases[1:]]
    named = read(re.sub(r" ones?\b.*", "", found["what"]), today=who.today).phases or told
    if len(named) != 1 or later.count((named[0].period, named[0].unit)) != 1:
        return ()
    return (Move("request", "phase_start", found["what"], rest=place_of(said, len(said.words))),)
