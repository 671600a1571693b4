"""Whether the day that the clinic set fits the plan: "she has it on the 13th. Is that ok?"."""

from __future__ import annotations

import re

from ..model import full_date
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


def booked_fits(text: str, state: State, who: Who) -> Move | None:
    """The question, where the clinic set the next day and the one before it is known."""
    asked = len(text) <= _LONGEST and _ASKS.match(text.replace("’", "'"))
    known = state.booked is not None and state.given_on is not None and len(state.phases) == 1
    return Move("request", BOOKED_FITS, rest=(0, len(text))) if asked and known and state.ready(who.today) else None


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
