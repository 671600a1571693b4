"""How many days the date by another gap is from that of the plan: "how many days sooner is that than the 3 month one?".
Both are counted from the last dose and said; the plan stays, and it is no wish to have one early."""

from __future__ import annotations

import re
from datetime import date

from ..model import full_date
from ..reading.reader import read_date
from ..wording import plural
from .days import later
from .message import NUMBERS, number_of
from .move import Move
from .outcome import Who
from .state import State
from .view import View

GAP_BESIDE = "gap_beside"
_N = rf"(?:\d{{1,3}}|an?|{'|'.join(NUMBERS)})"
_LENGTH = re.compile(
    rf"(?<!how many )\b(?P<n>{_N})[ -]?(?P<u>day|week|wk|month)(?:s|ly)?\b(?! (?:apart|between)\b)", re.I
)
_HOW_FAR = re.compile(
    r"\bhow (?:many (?:days|weeks)|much|far)\b[^.;?!]{0,40}?"
    r"\b(?:sooner|earlier|later|before|after|between|apart|ahead|out|different|difference)\b"
    r"|\b(?:what|what'?s|which)\b[^.;?!]{0,25}\bdifference\b|(?<!\d )\bdays (?:between|apart)\b|\bdifference in days\b",
    re.I,
)
_DAY = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?[a-z]{3,9}\b(?: 20\d\d)?|[a-z]{3,9} \d{1,2}(?:st|nd|rd|th)?\b)", re.I
)
_OTHER = re.compile(
    r"\b(?:can i|could i|may i|should i|shall i|have it early|move[ds]?|if i|feel\w*|late|overdue|tablets?|pills?"
    r"|notice|ring|phone|remind\w*|had)\b",
    re.I,
)
_UNITS = {"wk": "week"}
_OWN = {"d": "day", "wk": "week", "mo": "month"}


def gap_beside(text: str, state: State, who: Who) -> Move | None:
    """The question as the plan's own length and the other one: "10/week|3/month"."""
    plain = text.replace("’", "'")
    anchor, phase = state.anchor, state.phases[-1] if len(state.phases) == 1 else None
    if anchor is None or anchor.kind != "last" or phase is None or not state.ready(who.today):
        return None
    if phase.unit not in _OWN or phase.frequency != 1 or phase.period_max or phase.days_of_week or phase.days_of_month:
        return None
    if _HOW_FAR.search(plain) is None or _OTHER.search(plain):
        return None
    own = (phase.period, _OWN[phase.unit])
    others = {one for one in map(_length, _LENGTH.finditer(plain)) if one != own}
    if len(others) != 1 or not _only_last(plain, anchor.date, who):
        return None
    other = others.pop()
    if later(anchor.date, other) is None or later(anchor.date, own) is None:
        return None
    return Move("request", GAP_BESIDE, "|".join(f"{n}/{unit}" for n, unit in (own, other)), rest=(0, len(text)))


def _length(found: re.Match[str]) -> tuple[int, str]:
    count, unit = found["n"].lower(), found["u"].lower()
    many = number_of(count)
    return many, _UNITS.get(unit, unit)


def _only_last(plain: str, last: date, who: Who) -> bool:
    """Whether no other day is named than that of the last dose."""
    named = (read_date(one[0], today=who.today, country=who.country, role="last").date for one in _DAY.finditer(plain))
    return all(day in (None, last) for day in named)


class GapBeside(View):
    """Says both dates, and the days between them."""

    def gap_beside(self, value: str) -> list[str]:
        """`value`: as of `gap_beside`."""
        lengths = [(int(n), unit) for n, unit in (part.split("/") for part in value.split("|"))]
        last = self.anchor.date
        days = [(later(last, length) or last, plural(*length)) for length in lengths]
        lines = [self.words("so_long_after", span=span, day=full_date(last), date=full_date(day)) for day, span in days]
        apart = abs((days[0][0] - days[1][0]).days)
        if not apart:
            return [*lines, self.words("gaps_same_day")]
        first = min(days)[1]
        return [
            *lines,
            self.words("gaps_apart", span=plural(apart, "day"), first=first),
            self.words("other_gap_kept_date"),
        ]
