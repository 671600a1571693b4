"""The dose before the last one, told after it: how early or late the last one was follows from it."""

from __future__ import annotations

import re

from ..model import full_date
from ..reading.day_words import DAY_NUMBER, MONTHS
from ..reading.reader import read, read_date
from .message import SENTENCE, Said
from .move import Move, place_of
from .outcome import Who
from .state import CHANGE, CLINIC_DATE, CONFIRM, State
from .view import View

_DATE = rf"(?:{DAY_NUMBER}(?: of)? (?:{MONTHS})\b|(?:{MONTHS})\b\.? (?:the )?{DAY_NUMBER}(?!\w))(?:,? 20\d\d)?"
_THING = r"(?: (?:one|jab|jag|shot|injection|dose))?"
_BEFORE = re.compile(
    rf"\b(?:(?:the |my |her |his )?(?:previous|prior|earlier){_THING}|(?:the |my )?(?:last |one |jab |shot "
    rf"|injection ){{1,2}}before"
    rf"(?: (?:that|this|it))?(?: one)?|before (?:that|this|it))(?: one)? (?:was|were|had been|is|on|=|:|i had"
    rf"|she had|he had){{0,2}}"
    rf"(?: (?:it|was|on|the|back)){{0,3}} ?(?P<a>{_DATE})"
    rf"|(?P<b>{_DATE}) (?:was|is) (?:the |my )?(?:one |jab |shot )?(?:before|previous)\b",
    re.I,
)
# "The last one before 1 July" is asked for, with that day ahead.
_UP_TO = re.compile(rf"\blast{_THING} before (?:the )?$", re.I)
_HOW_EARLY = re.compile(
    r"\b(?:how (?:much |many days |far )?(?:early|late)|(?:was|is|am) (?:i|it|that|this|today|mine|she"
    r"|he) (?:\w+ )?(?:too )?early"
    r"|when was (?:it|i|this|that one) (?:meant|supposed|due)|(?:what|which) (?:date|day) was (?:it|i) (?:meant"
    r"|supposed|due)"
    r"|how many days early)\b",
    re.I,
)

_SINCE_LAST = re.compile(
    r"\bhow (?:long|many (?:days|weeks|months))(?: (?:ago|is|has|it|its|it's|been|have|passed|gone|by|that|now|exactly"
    r"|then)){0,6} (?:since|from|ago)(?: (?:i|she|he|we|they|the|my|her|his|mine|was|is)){0,3}"
    r" (?:(?:actually |really )?(?:had|got|was given)(?: (?:it|one|that|the|my|mine|a|last))|(?:last|latest|previous)\b"
    r"(?! (?:time|felt)))",
    re.I,
)


def dose_before(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """The day of the dose before the last one, which is known."""
    anchor = state.anchor
    if anchor is None or anchor.kind != "last" or not state.ready(who.today) or len(state.phases) != 1:
        return ()
    if state.about not in (None, CONFIRM, CHANGE) or state.phases[0].bounded or state.due_was is not None:
        return ()
    found = _BEFORE.search(said.text)
    if found is not None and found["a"] and _UP_TO.search(said.text[: found.start("a")]):
        return ()
    if found is None or read(said.text, today=who.today).phases:
        return ()
    asked = next((m[0] for m in SENTENCE.finditer(said.text) if m.start() <= found.start() < m.end()), "")
    day = read_date(found["a"] or found["b"], today=who.today, country=who.country, role="last").date
    if day is None or day >= anchor.date or asked.rstrip().endswith("?"):
        return ()
    return (Move("fact", "dose_before", day.isoformat(), rest=place_of(said, len(said.words))),)


def how_early(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """How early or late the last one was, where the day on which it was due is known."""
    if not state.ready(who.today) or state.due_was is None or state.about not in (None, CONFIRM, CHANGE, CLINIC_DATE):
        return ()
    if not _HOW_EARLY.search(said.text):
        return ()
    return (Move("request", "how_early", rest=place_of(said, len(said.words))),)


def asks_since_last(said: Said) -> bool:
    """Whether a message asks how long ago the last one was, which tells of no dose."""
    return _SINCE_LAST.search(said.text) is not None


def since_last(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """How long ago the last one was, where its day is known: "how many weeks is it now since I had it?"."""
    anchor = state.anchor
    if anchor is None or anchor.kind != "last" or anchor.date > who.today or not asks_since_last(said):
        return ()
    return (Move("request", "since_last", rest=place_of(said, len(said.words))),)


class DoseBefore(View):
    """Says how far the last dose was from the day on which it was due, and from today."""

    def since_last(self, value: str) -> list[str]:
        """The time from the last one to today, and its day."""
        days = (self.today - self.anchor.date).days
        name = "since_last" if days else "since_last_today"
        self.state.figure = f"{self.anchor.date.isoformat()}/{self.today.isoformat()}" if days else None
        return [self.words(name, span=self._span(days), date=full_date(self.anchor.date))]

    def how_early(self, value: str) -> list[str]:
        """The day it was due, the day it was had, and how many days lie between."""
        due, had = self.state.due_was, self.anchor.date
        if due is None:
            return []
        days = abs((due - had).days)
        span = self.words("day") if days == 1 else self._span(days)
        name = "was_early" if had < due else "was_late"
        asked = [self.words("given_ask")] if self.state.about == CLINIC_DATE else []
        return [self.words(name, planned=full_date(due), date=full_date(had), span=span), *asked]
