"""The days of the week, told in the same message as what was asked: "twice a week, Tuesdays and Fridays"."""

from __future__ import annotations

import re
from dataclasses import replace

from ..model import WEEKDAYS
from ..reading.day_words import WEEKDAY_ENDS, WEEKDAY_STARTS, WEEKDAY_WORDS
from .readback import unnamed_days
from .state import State

_DAY = rf"(?=(?:{WEEKDAY_STARTS}){WEEKDAY_ENDS})[a-z]{{3,10}}"
_ROW = re.compile(rf"\b{_DAY}(?:(?:\s{{0,2}}[,&+/]\s{{0,2}}|\s{{1,2}})(?:and )?{_DAY}\b){{1,5}}", re.I)
_ONE = re.compile(rf"\b(?:{WEEKDAY_WORDS})", re.I)


def settle_days(state: State, text: str) -> bool:
    """Take the days that a message names in a row, where the plan leaves open on which days they are and has as many
    of them in a week; whether it did."""
    place = unnamed_days(state.phases)
    if place is None or "?" in text or state.open:
        return False
    rows = {tuple(sorted(_days(row[0]), key=WEEKDAYS.index)) for row in _ROW.finditer(text)}
    phase = state.phases[place]
    if len(rows) != 1 or len(days := rows.pop()) != phase.frequency:
        return False
    state.phases = (*state.phases[:place], replace(phase, days_of_week=days), *state.phases[place + 1 :])
    return True


def _days(row: str) -> set[str]:
    return {day.lower()[:3] for day in _ONE.findall(row)}
