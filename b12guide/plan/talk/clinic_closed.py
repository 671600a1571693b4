"""A clinic that is said to be closed on a day of the plan or on a stretch of days: "they are shut then, so what do I
do?", "closed 24 December to 4 January, does one fall in there?". Only the clinic can move a dose; it is rung before."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import takewhile

from ..model import full_date
from ..reading.feasts import feasts_in
from ..wording import listed, say_dose
from .asked_days import days_asked
from .days import days_away, stretch_told
from .message import Said
from .move import Move, place_of
from .move_words import asks
from .outcome import Who
from .state import CHANGE, CONFIRM, State
from .templates import Wording
from .view import View

CLINIC_CLOSED = "clinic_closed"
_CLOSED = re.compile(r"\b(?:closed|shut|shuts|closes|closing|not open|isn['’]?t open|aren['’]?t open)\b", re.I)
# Whether it is closed is asked, and not told.
_IF_CLOSED = re.compile(
    r"\b(?:are|is|will|would|do|does) (?:they|it|you|(?:the|my|our|your) \w+)(?: be)? (?:closed|shut|open|close)\b"
    r"|\bif\b",
    re.I,
)
_WHAT_DO = re.compile(
    r"\bwhat (?:do|should|can|shall|must|would|now|then|i do|to do|happens)\b|\bbefore or after\b|\bdo what\b"
    r"|\b(?:go|come|have it|get it) (?:before|after|earlier|later)\b|\bwho do i (?:ring|call)\b",
    re.I,
)
_FALLS = re.compile(
    r"\b(?:does|do|will|would|is|are|so) (?:one|any|it|mine|they|that|there|my \w+|an? \w+)\b[^.;!?\n]{0,40}"
    r"\b(?:fall|falls|land|lands|in (?:there|then|that|it|the closing|between)|inside|within|affected|then|those days"
    r"|closing)\b",
    re.I,
)
_OPEN = frozenset({None, "interval", "anchor", CONFIRM, CHANGE})
# So many dates to come are looked at for one that is named.
_AHEAD = timedelta(days=400)


def closed_asked(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """What to do where it is closed, of a plan that is known; whether one falls then, before the plan is told. The
    value is the first and the last day."""
    text = said.text
    if state.about not in _OPEN or not _CLOSED.search(text) or _IF_CLOSED.search(text):
        return ()
    if state.ready(who.today) and feasts_in(text, today=who.today, country=who.country):
        # A day with a name has its own answer.
        return ()
    span = stretch_told(text, today=who.today, country=who.country) or _days_off(text, who)
    ready = state.ready(who.today)
    if not ready:
        if state.phases or span is None or not _FALLS.search(text) or not asks(Said.of(_last_clause(text))):
            return ()
    else:
        if not _WHAT_DO.search(text):
            return ()
        span = span or _named(text, state, who) or next((one for one in state.spans if one[1] >= who.today), None)
        if span is None:
            return ()
    value = "/".join(day.isoformat() for day in span)
    return (Move("request", CLINIC_CLOSED, value, rest=place_of(said, len(said.words))),)


def _last_clause(text: str) -> str:
    return re.split(r"[,;.!]\s+", text.strip())[-1]


def _days_off(text: str, who: Who) -> tuple[date, date] | None:
    found = days_away(text, today=who.today, country=who.country)
    return found if found is not None and found[0] < found[1] else None


def _named(text: str, state: State, who: Who) -> tuple[date, date] | None:
    """The date of the plan that the message names."""
    view = View(state, who.today, Wording({}), who.country)
    own = {dose.earliest for dose in takewhile(lambda one: one.earliest <= who.today + _AHEAD, view.since(who.today))}
    days = [day for day in days_asked(text, state, who.today).days if day in own]
    return (days[0], days[0]) if days else None


class ClinicClosed(View):
    """Says which doses fall on days on which the clinic is closed, and what to do."""

    def clinic_closed(self, value: str) -> list[str]:
        """`value`: the first and the last day in ISO 8601."""
        if self.overdue:
            return [*self.late(), self.words("after_late")]
        start, end = (date.fromisoformat(day) for day in value.split("/"))
        # "Do I go before or after, then?" may be asked of these days.
        self.state.spans = ((start, end),)
        named = {"start": full_date(start), "end": full_date(end)}
        inside = list(takewhile(lambda dose: dose.earliest <= end, self.since(max(start, self.today))))
        if not inside:
            return [self.words("away_none", **named)]
        fall = listed([say_dose(dose) for dose in inside])
        line = self.words("closed_falls", **named, dates=fall) if start < end else self.words("closed_on", date=fall)
        return [line, self.words("closed_ring" if start > self.today else "closed_ring_now", date=named["start"])]
