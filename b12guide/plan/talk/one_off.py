"""One dose on another day than usual, and the days of the week that stay: "only this one is Tuesday, then back to
Mondays". The plan keeps its day, and that dose alone is moved."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from ..dates.planner import next_doses
from ..model import WEEKDAYS, Anchor, Dose
from ..reading.day_words import DAY_NUMBER, MONTHS, WEEKDAY_WORDS
from .coming_day import coming_day
from .state import State

_W = rf"(?:{WEEKDAY_WORDS})"
_DAY = rf"(?:the )?{_W}\b(?:,? (?:the )?{DAY_NUMBER}(?!\w)(?:(?: of)? (?:{MONTHS})\b)?)?"
_ONE = r"(?:coming |next |first )?(?:one|jab|shot|injection|dose|time|week)?"
# "Only this coming one is Tuesday", "Tuesday the 17th for that one only".
_ONLY = re.compile(
    rf"\b(?:only|just|it'?s (?:only|just)) (?:this|that|the) {_ONE} ?(?:is|will be|'s|'ll be|goes|moves|has to be|to)?"
    rf" ?(?:on |to )?(?:a )?(?P<day>{_DAY})"
    rf"|(?P<day2>{_DAY}) (?:just |only )?(?:for )?(?:this|that|the) {_ONE} ?(?:only|alone)\b"
    rf"|(?P<day3>{_DAY}) (?:only|just) (?:for )?(?:this|that) {_ONE}",
    re.I,
)
# "After that he goes back to Mondays", "Tuesday the 17th and then Mondays".
_BACK = re.compile(
    rf"\bback (?:to|on)(?: (?:the |his |her |my |our )?(?:usual|normal|old))?(?: (?:day|days)(?: of| on)?)? ?"
    rf"(?:a |the )?(?P<w>{_W})s?\b"
    rf"|(?P<day>{_DAY})(?: instead)?,? (?:and )?(?:then|after that|afterwards) (?:it'?s |on |all |they'?re "
    rf"|back to )?(?P<w2>{_W})s\b",
    re.I,
)
_SUPPOSED = re.compile(r"\b(?:if|unless|could|can|would|might|may|should)\b", re.I)


@dataclass(frozen=True)
class OneOff:
    """The day of the one dose, and the planned day in whose place it is."""

    planned: date
    day: date


def one_off(text: str, state: State, today: date) -> OneOff | None:
    """The one dose that a message moves, where the days of the plan stay as they are; None where it tells of none."""
    plain = text.replace("’", "'")
    only, back = _ONLY.search(plain), _BACK.search(plain)
    last = _last(state)
    if (only is None and back is None) or last is None or not state.ready(today) or _supposed(plain, only or back):
        return None
    planned = _planned(state, today)
    phase = state.phases[planned.phase_index] if planned is not None else None
    if planned is None or phase is None or phase.unit != "wk" or phase.frequency != 1 or phase.period_max is not None:
        return None
    named = (back["w"] or back["w2"])[:3].lower() if back else WEEKDAYS[last.weekday()]
    if named != WEEKDAYS[last.weekday()]:
        return None
    words = next((m[n] for m in (only, back) if m for n in ("day", "day2", "day3") if m.groupdict().get(n)), None)
    found = coming_day(words, today=today, shown=planned.earliest).days if words else ()
    day = found[0] if found else state.booked
    if day is None or day < today or day == planned.earliest:
        return None
    return OneOff(planned.earliest, day)


def _supposed(text: str, found: re.Match[str] | None) -> bool:
    if found is None:
        return True
    start = max(text.rfind(mark, 0, found.start()) for mark in ".;!?\n") + 1
    return _SUPPOSED.search(text[start : found.end()]) is not None


def _last(state: State) -> date | None:
    """The last dose that was had, which the plan's day of the week is that of."""
    anchor = state.anchor
    if anchor is not None and anchor.kind == "last":
        return anchor.date
    days = [dose.day for dose in state.given if dose.sure and anchor is not None and dose.day < anchor.date]
    return max(days, default=state.given_on)


def _planned(state: State, today: date) -> Dose | None:
    """The next dose by the plan, without what was booked for it."""
    plan = as_before_booking(state) or state
    found = next_doses(plan.phases, plan.anchor, today=today, count=1) if plan.anchor is not None else ()
    return found[0] if found and found[0].earliest == found[0].latest else None


def as_before_booking(state: State) -> State | None:
    """The state as it was before the clinic's date for the next dose; None where it is counted from none."""
    anchor, last = state.anchor, _last(state)
    if anchor is None or anchor.kind != "first" or state.booked is None or anchor.date != state.booked or last is None:
        return None
    back = State.from_json(state.to_json())
    first = back.phases[0]
    if first.behind and first.count is not None:
        back.phases = (replace(first, count=first.count + first.behind, behind=0), *back.phases[1:])
    phase = 0 if first.bounded else None
    back.booked, back.given_on = None, None
    back.anchor = Anchor("last", last, phase if len(back.phases) > 1 or first.bounded else None, first.behind or None)
    return back
