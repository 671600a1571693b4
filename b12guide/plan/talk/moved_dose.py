"""A day that the clinic set for one dose of a plan which keeps its own days: of fixed weekdays, of a course, or a later
one than the next. That dose alone is moved, and all others stay where they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ..model import WEEKDAYS, Dose
from ..reading.day_words import WEEKDAY_WORDS
from .asked_days import days_asked
from .booked_days import day_with_month
from .state import State

_WEEKDAY = re.compile(rf"\b(?P<w>{WEEKDAY_WORDS})\b", re.I)
# "For that one": the one that was named last.
_THAT_ONE = re.compile(r"\b(?:that|the last|the final) (?:one|jab|jag|shot|injection|needle|dose)\b", re.I)


def named_doses(text: str, day: date, coming: Sequence[Dose], state: State, today: date) -> list[Dose]:
    """Which of the next doses a message says is had on `day` instead: by its date, or by its weekday, the nearest."""
    asked = set(days_asked(text, state, today).days)
    if day_with_month(text) is None:
        # "The 21st" without its month is the day that was set, and not each 21st of the plan.
        asked = {each for each in asked if each.day != day.day}
    dated = [dose for dose in coming if dose.earliest in asked and dose.earliest != day]
    if dated:
        return dated
    named = {WEEKDAYS.index(match["w"][:3].lower()) for match in _WEEKDAY.finditer(text)} - {day.weekday()}
    return _nearest([dose for dose in coming if dose.earliest.weekday() in named], day)[:1] if len(named) == 1 else []


def moved_by_place(text: str, day: date, coming: Sequence[Dose], state: State) -> list[Dose]:
    """The same by where it stands in a course: the one named last, or those that are as near to the day as can be.
    More than one of them leaves it open."""
    if len(coming) < 2 or day <= coming[1].earliest or not state.phases[coming[0].phase_index].bounded:
        return []
    course = [dose for dose in coming if dose.phase_index == coming[0].phase_index]
    if _THAT_ONE.search(text) and 1 < state.told <= len(course):
        return [course[state.told - 1]]
    return _nearest(course, day)


def _nearest(some: Sequence[Dose], day: date) -> list[Dose]:
    least = min((abs(dose.earliest - day) for dose in some), default=None)
    return [dose for dose in some if abs(dose.earliest - day) == least]


def can_move(planned: Dose, day: date, coming: Sequence[Dose]) -> bool:
    """Whether a dose can be had on `day` and is still behind the one before it and ahead of the one after it."""
    place = coming.index(planned)
    after_the_one_before = place == 0 or coming[place - 1].latest < day
    before_the_next = place + 1 == len(coming) or day < coming[place + 1].earliest
    return planned.earliest == planned.latest and after_the_one_before and before_the_next


def move_dose(state: State, planned: date, day: date) -> None:
    """Keep the clinic's day for the dose that is on `planned`, itself moved before or not."""
    assert state.anchor is not None
    own = next((was for was, now in state.anchor.moved if now == planned), planned)
    others = tuple(pair for pair in state.anchor.moved if pair[0] != own)
    state.anchor = replace(state.anchor, moved=(*others, (own, day)) if day != own else others)
