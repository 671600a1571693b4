"""From which day the next date is counted, and what it would be by the other: the day that a dose was due, or the day
that it was had or is booked for. Clinics differ, so both are said and none is chosen."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from ..dates.planner import next_doses
from ..dates.schedule import missing
from ..model import Anchor, full_date
from ..reading.lexer import lex
from .asked_days import days_asked
from .message import SENTENCE, Said
from .move import Move, place_of
from .move_words import asks
from .outcome import Who
from .state import CHANGE, CLINIC_DATE, CONFIRM, State
from .view import View

_COUNTS = re.compile(
    r"\b(?:count(?:ed|s|ing)?|go(?:es|ing)? by|work(?:ed)? (?:it )?out|reckon(?:ed)?|runs?"
    r"|running)\b[^.;!?]{0,40}?\b(?:from|off|by)\b",
    re.I,
)
_WHICH_DAY = re.compile(
    r"\b(?:(?:the |my )?(?:old|new|original|first|planned|due|actual|real|booked) (?:due )?(?:one|date|day|appointment)"
    r"|(?:day|date|when) (?:it|that|i|she|he|mine) (?:was (?:meant|due|supposed|booked|given)|is due|should have"
    r"|actually had|really had|had|got)"
    r"|(?:it|that|mine) was (?:due|meant|supposed)|the day (?:i|she|he) (?:actually )?(?:had|got)|original(?:ly)?)\b",
    re.I,
)
_INSTEAD = re.compile(r"\b(?:if|had it been|would|instead|what is|what's)\b", re.I)


def which_count(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """The question from which day it is counted, or what another day would give."""
    if not state.ready(who.today) or state.about not in (None, CONFIRM, CHANGE, CLINIC_DATE):
        return ()
    text = said.text
    counts = _COUNTS.search(text)
    if counts is None or not (asks(said) or "?" in text or _INSTEAD.search(text) or _GIVE.search(text)):
        return ()
    part = next((one[0] for one in SENTENCE.finditer(text) if _COUNTS.search(one[0])), text)
    if not (asks(Said.of(part)) or "?" in part or _INSTEAD.search(part) or _GIVE.search(part)):
        # "They count from the due date" tells which it is.
        return ()
    other = other_base(state, who.today)
    base = state.anchor.date if state.anchor is not None else None
    behind = lex(text[counts.end() :]).canon.strip()
    days = [day for day in days_asked(behind, _past_too(state), who.today).days if day != base]
    named = other is not None and other in days
    if other is None or not (named or _WHICH_DAY.search(text)):
        return ()
    return (Move("request", "which_count", other.isoformat(), rest=place_of(said, len(said.words))),)


_GIVE = re.compile(r"\b(?:give|tell|show|work out|kindly|please)\b", re.I)


def _past_too(state: State) -> State:
    return state


def other_base(state: State, today: date) -> date | None:
    """The day that the dose was due which the plan counts from, where that is another one than it counts from."""
    anchor = state.anchor
    if anchor is None or len(state.phases) != 1 or state.phases[0].bounded:
        return None
    if state.due_was is not None:
        return state.due_was
    before = [dose.day for dose in state.given if dose.day < anchor.date]
    before += [state.given_on] if state.given_on is not None and state.given_on < anchor.date else []
    if not before or missing(state.phases, Anchor("last", max(before))) is not None:
        return None
    due = next_doses(state.phases, Anchor("last", max(before)), today=max(before), count=1)
    single = due and due[0].earliest == due[0].latest != anchor.date
    return due[0].earliest if single else None


class WhichCount(View):
    """Says both counts."""

    def which_count(self, value: str) -> list[str]:
        """`value`: the day that the last one, or the booked one, was due."""
        due, booked = date.fromisoformat(value), self.anchor.kind == "first"
        ahead = self.coming(2)
        own = ahead[1] if booked and len(ahead) > 1 else ahead[0] if ahead and not booked else None
        other_state = replace(self.state, anchor=Anchor("last", due), booked=None, open=[], skipped=(), given=())
        if own is None or missing(self.state.phases, Anchor("last", due)) is not None:
            return [self.words("other_gap_ask")]
        other = WhichCount(other_state, due, self.words, self.country).coming(1)
        name = "counted_booked" if booked else "counted_had"
        lines = [self.words(name, planned=full_date(own.earliest), day=full_date(self.anchor.date))]
        if other:
            lines.append(self.words("counted_due", day=full_date(due), date=full_date(other[0].earliest)))
        return [*lines, self.words("counted_which")]
