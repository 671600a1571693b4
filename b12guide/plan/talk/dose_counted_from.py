"""From which injection a date is counted: "what does the July one count from?", "is it counted from the Tuesday?"."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from itertools import takewhile

from ..dates.planner import next_doses
from ..model import WEEKDAYS, Dose, Phase, full_date
from ..reading.day_words import MONTH_PLACES, MONTHS, WEEKDAY_WORDS
from ..reading.lexer import lex
from ..wording import plural
from .asked_days import days_asked
from .days import later
from .days_apart import last_had
from .move import Move
from .outcome import Who
from .state import State
from .view import View

COUNTED_ON = "counted_on"
_FROM = r"(?:count(?:ed|ing|s)?|run(?:s|ning)?|work(?:ed|s)? out|reckoned|calculated|measured|dated)"
_WHAT_FROM = re.compile(
    rf"\b(?:what|what's|whats|which|where|when|who)\b[^.;?!]{{0,60}}?"
    rf"\b(?:{_FROM}(?: it| that| on)?(?: from| off| by)|(?:going|goes|run|runs|running) from)\b"
    rf"|\bfrom (?:which|what)\b[^.;?!]{{0,40}}\b{_FROM}\b",
    re.I,
)
# "Is that three months from the last weekly or the first?": the gap is the plan's, and tells none.
_FROM_WHICH = re.compile(
    r"\b(?:is|are|was) (?:that|it|this)(?: still| then)? (?:(?:\d{1,3}|an?|[a-z]{3,8}) (?:days?|weeks?|months?|years?)"
    r"|the gap) (?:from|after) (?:the |my )?(?:very )?(?:last|first|final|second|third|loading|weekly|daily)\b",
    re.I,
)
_IS_FROM = re.compile(
    rf"(?:^|[.,;!?]\s*|\b(?:and|so|but) )(?:is|are|was|do you|does|did you|isn'?t)\b[^.;?!]{{0,50}}?"
    rf"\b{_FROM}(?: it| that| on)?(?: from| off) (?P<from>[^.;?!,]{{1,40}})",
    re.I,
)
_IF = re.compile(r"\b(?:if|due|would|instead|should|can|could|start\w*|age|birthday|loading ones?)\b", re.I)
_POINTED = re.compile(r"\b(?:that|this|it|it's|its|next|the (?:date|day))\b", re.I)
_ONE = r"(?:one|date|day|jab|jag|shot|injection|dose|needle)"
# The month that was named has none.
_NO_DOSE = "none"
_OWN = {"d": "day", "wk": "week", "mo": "month", "a": "year"}
_YEAR = timedelta(days=365)


def single_days(state: State, who: Who, count: int) -> list[date]:
    """The next so many single days of the plan."""
    if state.anchor is None:
        return []
    coming = next_doses(state.phases, state.anchor, today=who.today, count=count)
    return [dose.earliest for dose in coming if dose.earliest == dose.latest and dose.earliest >= who.today]


def dose_meant(plain: str, state: State, who: Who, told: int | None) -> date | None:
    """The day of the plan that is meant: by its date, by its month, else the one that was named last."""
    ahead = single_days(state, who, 24)
    month = re.search(rf"\b(?P<m>{MONTHS})(?:'s)? {_ONE}\b", plain, re.I)
    if month is not None:
        near = [day for day in ahead if day < who.today + _YEAR]
        return next((day for day in near if day.month == MONTH_PLACES[month["m"].lower()]), None)
    named = [day for day in days_asked(lex(plain).canon, state, who.today).days if day in ahead]
    if named:
        return named[0]
    if told is None:
        return None
    return ahead[min(max(told, 1), len(ahead)) - 1] if ahead else None


def counted_base(dose: date, state: State, who: Who) -> date | None:
    """The day that one of the plan is counted from; None of the first one."""
    before = [day for day in single_days(state, who, 60) if day < dose]
    return before[-1] if before else last_had(state, who.today)


def asks_from_which(plain: str) -> bool:
    """Whether a gap is named only to ask from which end it is counted."""
    return _FROM_WHICH.search(plain) is not None


def counted_from(plain: str, state: State, who: Who) -> Move | None:
    """The dose whose day is asked for by what it is counted from, and the day that somebody has in mind: "day/tue"."""
    is_from = _IS_FROM.search(plain)
    which = _WHAT_FROM.search(plain) is not None or asks_from_which(plain)
    if (is_from is None and not which) or _IF.search(plain):
        return None
    front = plain[: is_from.start("from")] if is_from is not None else plain
    # "The summer one" is not known by its name.
    dose = dose_meant(front, state, who, state.told if _POINTED.search(front) else None)
    if dose is None and (month := re.search(rf"\b(?P<m>{MONTHS})(?:'s)? {_ONE}\b", front, re.I)) is not None:
        return Move(
            "request", COUNTED_ON, f"{_first_of(month['m'], who.today).isoformat()}/{_NO_DOSE}", rest=(0, len(plain))
        )
    if dose is None:
        return None
    mind = _in_mind(is_from["from"], state, who) if is_from is not None else ""
    return None if mind is None else Move("request", COUNTED_ON, f"{dose.isoformat()}/{mind}", rest=(0, len(plain)))


def _first_of(month: str, today: date) -> date:
    place = MONTH_PLACES[month.lower()]
    return date(today.year + (place < today.month), place, 1)


def _in_mind(words: str, state: State, who: Who) -> str | None:
    """What somebody takes it to be counted from: a day, a weekday, a month or "last"; None where that is not plain."""
    of_month = re.search(rf"\b(?P<m>{MONTHS}) {_ONE}\b", words, re.I)
    if of_month is not None:
        # "The February one" is no first of February.
        return str(MONTH_PLACES[of_month["m"].lower()])
    days = days_asked(lex(words).canon, state, who.today).days
    if days:
        return days[0].isoformat()
    weekday = re.search(rf"\b(?P<day>{WEEKDAY_WORDS})\b", words, re.I)
    if weekday is not None:
        return weekday["day"][:3].lower()
    month = re.search(rf"\b(?P<m>{MONTHS})\b", words, re.I)
    if month is not None:
        return str(MONTH_PLACES[month["m"].lower()])
    if re.search(r"\b(?:last|previous|one before|latest)\b", words, re.I):
        return "last"
    return "booked" if re.search(r"\bbooked|appointment\b", words, re.I) and state.booked is not None else None


class DoseCountedFrom(View):
    """Says from which injection one is counted."""

    def _step(self, first: date, last: date) -> list[str]:
        """The gap of the plan between two of its days, by its words: "12 weeks after ... is ..."."""
        phase = self._phase_of(last)
        if phase is None or phase.frequency != 1 or phase.period_max is not None or phase.days_of_week:
            return []
        if later(first, (phase.period, _OWN[phase.unit])) != last:
            return []
        span = plural(phase.period, _OWN[phase.unit])
        return [self.words("so_long_after", span=span, day=full_date(first), date=full_date(last))]

    def _phase_of(self, day: date) -> Phase | None:
        dose: Dose | None = next(takewhile(lambda one: one.earliest <= day, self.since(day)), None)
        return self.state.phases[dose.phase_index] if dose is not None and dose.earliest == day else None

    def counted_on(self, value: str) -> list[str]:
        """`value`: the day of the dose, and what somebody takes it to be counted from."""
        if self.overdue:
            return [*self.late(), self.words("after_late")]
        named, mind = value.split("/")
        dose = date.fromisoformat(named)
        if mind == _NO_DOSE:
            end = dose.replace(day=calendar.monthrange(dose.year, dose.month)[1])
            return [self.words("list_none", start=full_date(dose), end=full_date(end))]
        who = Who(self.today, self.country)
        if dose == self.state.booked:
            return [self.words("base_booked", date=full_date(dose))]
        base = counted_base(dose, self.state, who)
        if base is None:
            return [self.words("base_first", date=full_date(dose))]
        self.state.figure = f"{base.isoformat()}/{dose.isoformat()}"
        ahead = single_days(self.state, who, 60)
        self.state.told = ahead.index(dose) + 1 if dose in ahead else self.state.told
        days = self._span((dose - base).days)
        line = self._step(base, dose) or [
            self.words("so_long_after", span=days, day=full_date(base), date=full_date(dose))
        ]
        if not mind:
            return line
        answer = self.words("plain_yes" if self._is_meant(mind, base) else "plain_no")
        return [f"{answer} {line[0]}"]

    def _is_meant(self, mind: str, base: date) -> bool:
        if mind in WEEKDAYS:
            return WEEKDAYS[base.weekday()] == mind
        if mind.isdigit():
            return base.month == int(mind)
        if mind == "booked":
            return base == self.state.booked
        return base == last_had(self.state, self.today) if mind == "last" else base.isoformat() == mind
