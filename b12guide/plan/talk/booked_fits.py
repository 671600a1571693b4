"""Whether the day that the clinic set fits the plan: "she has it on the 13th. Is that ok?"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ..dates.planner import next_doses
from ..model import Anchor, full_date
from .asked_days import days_asked
from .counted_from import CountedFrom
from .move import Move
from .outcome import Who
from .state import State

BOOKED_FITS = "booked_fits"
_RIGHT = r"(?:all right|alright|ok|okay|fine|right|good|in order|about right|soon enough|early enough|in time)"
_ASKS = re.compile(
    r"^\W*(?:(?:so|and|but|then|oh|hmm) ){0,2}(?:(?:is|would|will) (?:that|this|it)(?: (?:one|date|day))?(?: be)?"
    rf" {_RIGHT}|does (?:that|this|it)(?: (?:one|date|day))? (?:fit|(?:sound|look|seem) {_RIGHT}))"
    r"(?: (?:then|for (?:me|her|him|the plan)|with (?:the|my|her|his) plan|do you think"
    r"|or not))?"
    r"\W*$",
    re.I,
)
_LONGEST = 60
# "How early is that?", "and the 17th, how many days early is it?": of a day to come.
_HOW_FAR_OFF = re.compile(
    r"\bhow (?:early|late|many (?:days|weeks) (?:early|late|sooner|later|ahead|behind|before|after|out)|far out)\b"
    r"|\bhow many days(?: off| different)? (?:is|are) (?:it|they|that|theirs) (?:out|off|from (?:my|the) plan)\b"
    r"|\b(?:out|off) by how (?:much|many)\b|\bby how many days\b",
    re.I,
)
_OF_ONE_HAD = re.compile(r"\b(?:had|got|gave|given|was i|were we|did i|i was|am i|overdue|last one)\b", re.I)
HOW_FAR_OFF = "booked_how_far_off"


def booked_fits(text: str, state: State, who: Who) -> Move | None:
    """The question, where the clinic set the next day and the one before it is known."""
    asked = len(text) <= _LONGEST and _ASKS.match(text.replace("’", "'"))
    known = state.booked is not None and state.given_on is not None and len(state.phases) == 1
    return Move("request", BOOKED_FITS, rest=(0, len(text))) if asked and known and state.ready(who.today) else None


def asks_how_far_off(text: str) -> bool:
    """Whether it is asked how early or late a day is."""
    return _HOW_FAR_OFF.search(text) is not None


def booked_how_far_off(text: str, state: State, who: Who) -> Move | None:
    """How early or late the day is that the clinic set, where the message names no other day."""
    known = state.booked is not None and state.given_on is not None and len(state.phases) == 1
    if not known or not asks_how_far_off(text) or _OF_ONE_HAD.search(text) or not state.ready(who.today):
        return None
    due, booked = _by_plan(state), state.booked
    if due is None or booked is None:
        return None
    fits = all(day.day in (due.day, booked.day) for day in days_asked(text, state, who.today).days)
    return Move("request", HOW_FAR_OFF, due.isoformat(), rest=(0, len(text))) if fits else None


def _by_plan(state: State) -> date | None:
    """The day that the plan has for the one that was set."""
    assert state.given_on is not None
    after, anchor = state.given_on + timedelta(1), Anchor("last", state.given_on)
    return next((dose.earliest for dose in next_doses(state.phases, anchor, today=after, count=1)), None)


class BookedFits(CountedFrom):
    """Says how far the day is from the last one, and when it would be by the plan."""

    def booked_fits(self, value: str) -> list[str]:
        """`value`: nothing."""
        last, booked = self.state.given_on, self.state.booked
        if last is None or booked is None:
            return [self.words("kept_none")]
        span = self._span((booked - last).days)
        gap = self.words("gap_between", day=full_date(last), date=full_date(booked), span=span)
        dose = self.after(last, self.state.phases[-1])
        return [gap] if dose is None else [gap, self.dose_line("booked_beside", dose)]

    def booked_how_far_off(self, value: str) -> list[str]:
        """How many days the clinic's day is before or after that of the plan; `value`: that day in ISO 8601."""
        due, booked = date.fromisoformat(value), self.state.booked
        if booked is None:
            return [self.words("kept_none")]
        days = (booked - due).days
        name = "off_by_none" if not days else "off_early" if days < 0 else "off_late"
        return [self.words(name, date=full_date(booked), planned=full_date(due), span=self._span(abs(days)))]
