"""Another day of the last injection that is only supposed: "would it change anything if it was really the 26th". The
next date by it is said; the plan stays."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from ..model import full_date
from ..reading.day_words import DAY_NUMBER, MONTHS, NTH
from ..reading.reader import read_date
from ..wording import phase_words
from .message import Said
from .move import Move, place_of
from .outcome import Who
from .state import CHANGE, CONFIRM, State
from .view import View

_ONE = r"(?:it|that|mine|hers|his|the last (?:one|jab|jag|shot|injection|dose)|my last(?: one| jab| shot)?)"
_IF_WAS = re.compile(
    rf"\b(?:if|suppose|supposing|say) (?P<one>{_ONE}) (?:was|were|had been)(?P<sure>(?: really| actually| in fact)?)"
    rf"(?: on)?(?: the)? (?P<day>{DAY_NUMBER}(?: of)? (?:{MONTHS})\b|(?:{MONTHS})\b\.? {DAY_NUMBER}(?!\w)|{NTH}\b)",
    re.I,
)


def last_if(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """The next date, had the last one been on another day."""
    anchor = state.anchor
    if not state.ready(who.today) or state.about not in (None, CONFIRM, CHANGE):
        return ()
    if anchor is None or anchor.kind != "last" or len(state.phases) != 1:
        return ()
    found = _IF_WAS.search(said.text.replace("’", "'"))
    if found is None or not (found["sure"] or "last" in found["one"].lower()):
        return ()
    day = _day(found["day"], anchor.date, who)
    if day is None or day > who.today:
        return ()
    return (Move("request", "last_if", day.isoformat(), rest=place_of(said, len(said.words))),)


def _day(words: str, told: date, who: Who) -> date | None:
    """The day that is named; without a month, of the month of the day told."""
    if re.fullmatch(NTH, words, re.I):
        try:
            return told.replace(day=int(re.sub(r"\D", "", words)))
        except ValueError:
            return None
    return read_date(words, today=who.today, country=who.country, role="last").date


class LastIf(View):
    """Counts from a last injection that is only supposed."""

    def last_if(self, value: str) -> list[str]:
        """`value`: the supposed day in ISO 8601."""
        day, phase = date.fromisoformat(value), self.state.phases[0]
        anchor = replace(self.anchor, date=day, month_day=None)
        other = replace(self.state, anchor=anchor, booked=None, open=[], skipped=(), given=())
        if not other.countable(self.today):
            return [self.words("other_gap_ask")]
        dose = next(iter(LastIf(other, self.today, self.words, self.country).coming(1)), None)
        if dose is None:
            return [self.words("other_gap_ask")]
        line = self.dose_line("other_gap", dose, words=phase_words(phase), day=full_date(day))
        return [line, *self.at_weekend(dose), self.words("last_if_kept", day=full_date(day))]
