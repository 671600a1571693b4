"""Months that are named alone, beside a plan whose dates are known: "and september", "what does that make july and
august". They ask which doses are in them, and tell of none: a month without its day dates nothing."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ..model import MONTH_NAMES
from ..reading.day_words import MONTH_PLACES
from . import move_requests as requests
from .lead import lead_of
from .message import Said
from .move import Move
from .move_words import ASKED_DAYS, FILLERS, LAST_RESORT, PREAMBLE, WORDS
from .named_spans import span_named
from .outcome import Who
from .state import CONFIRM, State

# "May I" asks for leave, "march" is a walk, and what was, or is not, asks of no month to come.
_MAY_I = re.compile(r"\bmay (?=(?:i|we|it|they|she|he|be|not|have)\b)", re.I)
_NOT_ASKED_WORDS = """had was were been last gave given got since missed not never no until till before after by from
start started starting begin began stop stopped every each move moved book booked change instead wrong early late
hang hold wait sorry actually oops whoops meant nah nope"""
_NOT_ASKED = frozenset(_NOT_ASKED_WORDS.split())
_BESIDE_WORDS = "make makes making look looks looking whats like mean means give gives bring brings dates date ones"
_BESIDE = frozenset(_BESIDE_WORDS.split())
_YEAR = re.compile(r"20\d\d")
_UP_TO = re.compile(r"\b(?:up to|to the end of|to end of|til|thru|through)\b", re.I)


def months_named(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """The doses of the months that are named; () where anything else is, or they may be part of a date."""
    if not state.ready(who.today) or state.about not in (None, CONFIRM):
        return ()
    words = [word.text for word in Said.of(_MAY_I.sub(" ", said.text)).words]
    months = [MONTH_NAMES[MONTH_PLACES[word] - 1] for word in words if word in MONTH_PLACES and word != "mar"]
    lead = lead_of(said)
    if not months or set(words) & _NOT_ASKED or (lead is not None and lead.kind == "no"):
        return ()
    light = FILLERS | PREAMBLE | ASKED_DAYS | LAST_RESORT | WORDS["question"] | _BESIDE
    years = {word for word in words if _YEAR.fullmatch(word)}
    dated = any(word.text[0].isdigit() and word.text not in years for word in said.words)
    if (
        not dated
        and _UP_TO.search(said.text)
        and (up_to := span_named(said, today=who.today, country=who.country)) is not None
    ):
        return (requests.stretch_move(said, *up_to),)
    if len(years) > 1 or [w for w in words if w not in light and w not in MONTH_PLACES and w not in years]:
        return ()
    year = f" {years.pop()}" if years else ""
    named = (Said.of(f"in {month}{year}") for month in dict.fromkeys(months))
    spans = [span for one in named if (span := span_named(one, today=who.today, country=who.country)) is not None]
    if any(end < who.today for _, end in spans):
        return ()
    return tuple(requests.stretch_move(said, start, end) for start, end in _joined(spans))


def _joined(spans: list[tuple[date, date]]) -> list[tuple[date, date]]:
    """The stretches in order, those that follow each other at once as one."""
    found: list[tuple[date, date]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1] + timedelta(1):
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
