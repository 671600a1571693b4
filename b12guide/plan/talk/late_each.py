"""How late each of the doses was that were told of: the day on which it was had against the one that the plan had for
it, counted from the one before it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

from ..dates.planner import next_doses
from ..dates.schedule import missing, whole_count
from ..model import WEEKDAYS, Anchor, Phase, full_date
from .state import State
from .templates import Wording
from .view import MOST_LOG_SHOWN

_EACH = r"(?:each|every|all|them|any of them|these|those|ones)"
_LATE = r"(?:late|overdue|off|behind|early)"
_ASKS = re.compile(
    rf"\bhow (?:many days |much |far |long )?(?:too )?{_LATE}\b[^.;!?]{{0,30}}\b{_EACH}\b"
    rf"|\bhow many days (?:\w+ ){{0,4}}{_LATE}\b[^.;!?]{{0,30}}\b{_EACH}\b"
    rf"|\bhow many days {_LATE} (?:was|were|is|are)\b[^.;!?]{{0,20}}\b{_EACH}\b"
    rf"|\b(?:which|what) (?:ones?|of (?:them|these|those)|jabs|shots|injections|doses)(?: of (?:them|mine))?"
    rf" (?:was|were|did i have|have i had|had i) (?:\w+ )?{_LATE}\b"
    rf"|\b{_EACH}\b[^.;!?]{{0,40}}\bhow (?:many days )?{_LATE}\b",
    re.I,
)
_NEXT = re.compile(r"\b(?:next|reminders?|texts?|emails?|messages?|will)\b", re.I)
_NEAR = 3


def asks_lateness_of_each(text: str) -> bool:
    """Whether a message asks how late each of the doses was."""
    plain = re.sub(r"\beach 1\b", "each one", text.replace("’", "'"))
    return len(plain) < 160 and _ASKS.search(plain) is not None and not _NEXT.search(plain)


def each_lateness(state: State, words: Wording) -> list[str]:
    """A line for each dose of the log, the oldest first; nothing is said of the first, before which none is known."""
    days = sorted({dose.day for dose in state.given})[-MOST_LOG_SHOWN:]
    lines = [words("late_first", date=full_date(day)) for day in days[:1]]
    for place, (before, day) in enumerate(pairwise(days), 1):
        due = _due(state, before, day, place)
        if due is None:
            lines.append(words("late_unknown", date=full_date(day)))
            continue
        first, last = due
        off = (day - last).days if day > last else (day - first).days if day < first else 0
        span = words("day") if abs(off) == 1 else words("days", count=abs(off))
        name = "late_each" if off > 0 else "early_each" if off < 0 else "late_none"
        lines.append(words(name, date=full_date(day), span=span, planned=full_date(last if off > 0 else first)))
    fixed = all(phase.days_of_week for phase in state.phases)
    return [*lines, words("late_how")] if len(lines) > 1 and not fixed else lines


def _due(state: State, before: date, day: date, place: int) -> tuple[date, date] | None:
    """The first and the last day on which a dose was due, `place` doses after the first one of the log."""
    phase = _phase(state, place)
    if phase.days_of_week and phase.unit == "wk":
        # A plan of fixed days of the week keeps them, whenever the one before was had.
        span = [day + timedelta(days=off) for off in range(-_NEAR, _NEAR + 1)]
        own = [one for one in span if WEEKDAYS[one.weekday()] in phase.days_of_week and one > before]
        own = sorted(own, key=lambda one: (one > day, abs((one - day).days)))
        return (own[0], own[0]) if own else None
    if phase.frequency > 1:
        return None
    one = Phase(
        frequency=1, period=phase.period, unit=phase.unit, period_max=phase.period_max, kind=phase.kind,
        days_of_month=phase.days_of_month, week_of_month=phase.week_of_month, days_of_week=phase.days_of_week,
    )  # fmt: skip
    anchor = Anchor("last", before)
    if missing((one,), anchor) is not None:
        return None
    dose = next(iter(next_doses((one,), anchor, today=before, count=1)), None)
    return (dose.earliest, dose.latest) if dose is not None else None


def _phase(state: State, place: int) -> Phase:
    """The part of the dose that comes so many after the first one of the log."""
    for phase in state.phases[:-1]:
        total = whole_count(phase)
        if total is None or place < total:
            return phase
        place -= total
    return state.phases[-1]
