"""One dose of the plan on another day, only supposed: "what if I have the 4th on 30 June instead", "say the June one
goes to the 20th". The days after it are counted from there, and nothing is kept."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import takewhile

from ..dates.schedule import doses_since, runs
from ..model import Anchor, Dose, full_date
from ..reading.day_words import MONTH_PLACES, MONTHS, NTH_END
from .coming_day import coming_day
from .message import NUMBERS, ORDINALS, ordinal
from .state import CHANGE, CLINIC_DATE, CONFIRM, State
from .view import SCAN, View
from .what_if import names_condition

_THING = r"(?:(?:loading|weekly|starter) )?(?:one|jab|jag|shot|injection|dose|needle|ampoule)"
_NUMBER_WORDS = "|".join(NUMBERS)
_WHICH = re.compile(
    rf"\b(?:(?:dose|injection|jab|jag|shot|needle|number|no|num)\.? ?#?(?P<n1>\d{{1,2}}|{_NUMBER_WORDS})\b"
    rf"|(?P<n2>\d{{1,2}}{NTH_END}|{'|'.join(ORDINALS)}) {_THING}"
    rf"|(?P<month>{MONTHS}) {_THING}"
    rf"|(?:the|my|her|his) (?P<n3>\d{{1,2}}{NTH_END}|{'|'.join(ORDINALS)})\b(?! (?:of )?(?:{MONTHS})\b))",
    re.I,
)
# So many of the days that follow are named.
_MOST = 10
# A supposed day lies so near the planned one; a dose named by its month is one of the coming ones.
_NEAR, _YEAR = timedelta(days=60), timedelta(days=330)


@dataclass(frozen=True)
class SupposedDose:
    """A dose of the plan and the day that is supposed for it, or None where no day of those to come is named; of a dose
    that is no longer to come, or beyond the part's end, its number in the part."""

    dose: Dose | None
    day: date | None
    number: int | None = None


def supposed_dose(text: str, state: State, today: date) -> SupposedDose | None:
    """What a message supposes of one dose that it names; None where it supposes nothing of one."""
    if not state.ready(today) or state.about not in (None, CONFIRM, CHANGE, CLINIC_DATE) or not names_condition(text):
        return None
    found = _WHICH.search(text)
    if found is None or state.anchor is None:
        return None
    dose, number = _dose(found, state, today)
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    day = _day(rest, dose.earliest if dose else None, today)
    if found["n3"] and day is None:
        # "The 4th" alone is a day.
        return None
    if dose is None and (number is None or not any(phase.bounded for phase in state.phases)):
        return None
    return SupposedDose(dose, day, number)


def _day(words: str, planned: date | None, today: date) -> date | None:
    """The day to come that is named, near the one that the dose is planned for."""
    found = coming_day(words, today=today, shown=planned)
    if planned is None:
        return next(iter(found.days), None)
    later = coming_day(words, today=max(today, planned - _NEAR / 2), shown=planned) if not found.ahead else found
    days = [day for day in (*found.days[:1], *later.days[:1]) if abs(day - planned) <= _NEAR]
    return min(days, key=lambda day: abs(day - planned), default=None)


def _dose(found: re.Match[str], state: State, today: date) -> tuple[Dose | None, int | None]:
    """The dose to come that is named, and the number of one of a course."""
    if state.anchor is None:
        return None, None
    if found["month"]:
        month = MONTH_PLACES[found["month"].lower()]
        _, coming = doses_since(state.phases, state.anchor, today, today=today)
        year = takewhile(lambda dose: dose.earliest < today + _YEAR, coming)
        return next((dose for dose in year if dose.earliest.month == month), None), None
    said = found["n1"] or found["n2"] or found["n3"]
    number = ordinal(said.lower()) or NUMBERS.get(said.lower()) or int(said)
    for run in runs(state.phases, state.anchor):
        if run.phase.bounded:
            place = number - run.done - 1
            if place < 0 or (run.count is not None and place >= run.count):
                return None, number
            return Dose(*run.at(place), run.index, run.phase.kind), number
    return None, number


class WhatIfDose(View):
    """Says what would follow from one dose on another day."""

    def what_if_dose(self, value: str) -> list[str]:
        """`value`: "planned day/supposed day/number", each of them left out where it is not known."""
        planned, day, number = value.split("/")
        if not planned:
            return [self.words("what_if_no_dose", number=number)]
        if not day:
            return [self.words("what_if_which_day", planned=full_date(date.fromisoformat(planned)))]
        target, supposed = date.fromisoformat(planned), date.fromisoformat(day)
        run = next(
            (run for run in runs(self.state.phases, self.anchor) if run.before(target) < (run.count or SCAN)), None
        )
        if run is None:
            return [self.words("kept_none")]
        anchor = Anchor("last", supposed, run.index, run.done + run.up_to(target))
        other = View(replace(self.state, anchor=anchor, open=[], booked=None), supposed, self.words, self.country)
        following = other.coming(_MOST)
        same = list(takewhile(lambda dose: dose.phase_index == run.index, following)) if run.phase.bounded else []
        shown = [*same, *following[len(same) : len(same) + 1]]
        about = self.words("what_if_dose", planned=full_date(target))
        if not shown:
            return [about, self.words("nothing_after"), self.words("what_if_kept_dose")]
        line = self.words("what_if_doses", day=full_date(supposed), dates=self.days(shown))
        if len(shown) == 1:
            line = self.dose_line("what_if", shown[0], day=full_date(supposed))
        return [about, line, *other.weekend(shown), self.words("what_if_kept_dose")]
