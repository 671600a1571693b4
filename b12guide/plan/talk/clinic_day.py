"""Whether the day that the clinic set is what the plan gives: "did they get it wrong?", "is it right?". Both
are said side by side, and only the clinic knows whether it is meant."""

from __future__ import annotations

import re
from datetime import date

from ..model import Anchor, full_date
from .booked_fits import BookedFits
from .move import Move
from .one_off import as_before_booking
from .outcome import Who
from .state import State
from .templates import Wording
from .view import every

CLINIC_DAY = "clinic_day"
_THEM = (
    r"(?:they|the (?:clinic|surgery|doctors?|nurses?|gp|practice|hospital|desk|reception\w*)|clinic|surgery|doctors?)"
)
_WRONG = r"(?:wrong|right|correct|(?:a |any )?mistakes?|an error|muddled|mixed up|a mix-?up|messed up)"
_ASKS = re.compile(
    rf"\b(?:did|have|has|could|might|would) {_THEM}(?: have)? (?:get|got|gotten|ma[dk]e|put|given?|counted?|be)\b"
    rf"[^.;!\n]{{0,30}}\b{_WRONG}\b"
    rf"|\bis (?:their|the clinic['’]?s|the surgery['’]?s|the doctor['’]?s)\b[^.;!?\n]{{0,40}}\b{_WRONG}\b"
    r"|\b(?:do|does)(?:n['’]?t| not)(?: (?:really|quite))? add up\b|\bdoes (?:that|it|theirs) add up\b"
    r"|\b(?:that|it|this) (?:can['’]?t|cannot|can not) be right\b",
    re.I,
)
_LONGEST = 160
_SO_LONG = re.compile(r"every (?P<span>\d+ (?:days|weeks|months))")


def doubts_day(text: str) -> bool:
    """Whether it is asked if the clinic's day is right, or said that it does not add up."""
    return len(text) <= _LONGEST and _ASKS.search(text) is not None


def clinic_day(text: str, state: State, who: Who) -> Move | None:
    """The question, where the clinic set the next day and the one before it is known."""
    known = state.booked is not None and as_before_booking(state) is not None and state.ready(who.today)
    return Move("request", CLINIC_DAY, rest=(0, len(text))) if known and doubts_day(text) else None


class ClinicDay(BookedFits):
    """Says how far the clinic's day is from the one that is counted."""

    def clinic_day(self, value: str) -> list[str]:
        """`value`: nothing."""
        before, booked = as_before_booking(self.state), self.state.booked
        if before is None or booked is None or before.anchor is None:
            return [self.words("kept_none")]
        lines = compared(before, booked, self.today, self.words, self.country)
        return lines or [self.words("off_by_none", date=full_date(booked))]


def compared(state: State, booked: date, today: date, words: Wording, country: str | None) -> list[str]:
    """The day that a plan gives, counted from its last dose, and how far the clinic's is from it; [] where both are the
    same, or nothing is counted from a last dose."""
    anchor = state.anchor
    if anchor is None or anchor.kind != "last" or not state.countable(today):
        return []
    # As on the day of that dose: nothing is late then.
    view = ClinicDay(state, anchor.date, words, country)
    dose = next(iter(view.coming(1)), None)
    if dose is None or dose.earliest != dose.latest or dose.earliest == booked or Anchor("first", booked) == anchor:
        return []
    days, often = (booked - dose.earliest).days, every(state.phases[dose.phase_index])
    first, due = full_date(anchor.date), full_date(dose.earliest)
    span = _SO_LONG.fullmatch(often)
    line = (
        words("so_long_after", span=span["span"], day=first, date=due)
        if span
        else words("theirs_counted", words=often, day=first, date=due)
    )
    name = "theirs_before" if days < 0 else "theirs_after"
    return [line, words(name, span=view._span(abs(days)))]
