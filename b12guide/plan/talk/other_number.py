"""A number, or the days of the week, of the plan that is read back put right in a few words: "7 days, not 5", "they do
them Tuesday, Thursday and Saturday here". The plan is said anew with it, so that nothing else of it changes."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from ..dates.schedule import dose_count
from ..model import WEEKDAYS, Anchor, Phase, Unit
from ..reading.day_words import WEEKDAY_WORDS
from ..reading.reader import read_date
from ..wording import say
from .facts import Told
from .message import Said, number
from .move_words import FILLERS, MENDING, asks
from .state import State

_UNITS: dict[str, Unit] = {"day": "d", "week": "wk", "wk": "wk", "month": "mo", "mth": "mo"}
_UNIT = r"(?:days?|weeks?|wks?|months?|mths?)"
_DOSE = r"(?:of (?:them|those|these)|injections?|jabs?|jags?|shots?|doses?|needles?|times)"
_OF = (
    r"(?:them|those|these|the (?:first|loading) (?:part|bit)|loading|(?:the )?(?:daily|weekly|loading)"
    rf" (?:ones|{_DOSE}))"
)
_NOT = re.compile(
    rf" (?P<right>\S+) (?:(?P<unit>{_UNIT}) |(?P<dose>{_DOSE}) )?(?:of {_OF} )?(?:, |,)?"
    rf"(?:and |its )?not (?:just |only |for )?(?P<wrong>\S+) "
    rf"(?:(?P<unit2>{_UNIT}) |(?P<dose2>{_DOSE}) )?"
)
_DAY = re.compile(rf"\b(?:{WEEKDAY_WORDS})s?\b", re.I)
# From which day on they are: "so from the 26th".
_FROM = re.compile(
    r"[,;]?\s+(?:(?:so|and|that is|i\.e\.) )?(?:from|starting|beginning|starts?|begins?|first one(?: is)?)(?: on)?"
    r" (?P<day>.{2,30})$",
    re.I,
)
_BESIDE = """letter card book booklet sheet paper text email says said states reads daily weekly loading first course
there here place every each do does them nurse nurses doctor doctors doc gp clinic surgery hospital pharmacist they
she he wrote writes written put puts told i misread misheard misremembered read heard wrongly looked checked rang"""
_LIGHT = MENDING | FILLERS | frozenset(_BESIDE.split())


def other_number(said: Said, state: State) -> Told | None:
    """The plan with the one number of it that the message says was wrong; None where that is none, or may be two."""
    found = _NOT.search(said.canon)
    if found is None or asks(said) or not state.phases:
        return None
    right, wrong = number(found["right"]), number(found["wrong"])
    beside = Said.of(said.canon[: found.start()] + " " + said.canon[found.end() :])
    if right is None or wrong is None or right == wrong or beside.left([], _LIGHT):
        return None
    units = {_UNITS[unit.removesuffix("s")] for unit in (found["unit"], found["unit2"]) if unit}
    dose = bool(found["dose"] or found["dose2"])
    places = [
        (place, field)
        for place, phase in enumerate(state.phases)
        for field, unit in _numbers(phase)
        if getattr(phase, field) == wrong and (field == "count" if dose else not units or units == {unit})
    ]
    if len(places) != 1:
        return None
    (place, field), phases = places[0], list(state.phases)
    phases[place] = _with(phases[place], field, right)
    total = dose_count(phases[place]) if field != "period" else None
    bounded = next((at for at, phase in enumerate(state.phases) if phase.bounded), None)
    if total is not None and place == bounded and state.anchor is not None and state.anchor.kind == "last":
        # Said anew, the part that the last one belongs to would have to be asked.
        return Told("count", str(total + phases[place].behind))
    return _said_anew(phases, state)


def other_weekdays(said: Said, state: State, *, today: date, country: str | None) -> Told | None:
    """The plan on the days of the week that the message names, as many as it has in a week, from the day that it names
    on; its first day is asked for anew where none is named and the known one is none of them."""
    several = [place for place, phase in enumerate(state.phases) if phase.unit == "wk" and phase.frequency > 1]
    start = _FROM.search(said.text)
    text = said.text[: start.start()] if start else said.text
    days = list(dict.fromkeys(_weekday(match[0]) for match in _DAY.finditer(text)))
    if len(several) != 1 or asks(said) or re.search(r"\d|\bnot\b|n't\b", text):
        return None
    if len(days) != state.phases[several[0]].frequency or Said.of(_DAY.sub(" ", text)).left([], _LIGHT):
        return None
    phases = list(state.phases)
    phases[several[0]] = replace(phases[several[0]], days_of_week=tuple(sorted(days, key=WEEKDAYS.index)))
    if start is None:
        return _said_anew(phases, state)
    named = read_date(start["day"], today=today, country=country, role="first")
    options = named.question.options if named.question else ()
    may_be = [named.date, *(read_date(one, today=today, country=country, role="first").date for one in options)]
    first = [day for day in may_be if day is not None and WEEKDAYS[day.weekday()] in days]
    if len(first) != 1 or not named.only:
        return None
    return Told("regimen", say(phases, anchor=Anchor("first", first[0]), today=today))


def _said_anew(phases: list[Phase], state: State) -> Told:
    anchor = state.anchor
    named = {day for phase in phases for day in phase.days_of_week}
    if anchor is not None and named and WEEKDAYS[anchor.date.weekday()] not in named:
        anchor = None
    return Told("regimen", say(phases, anchor=anchor))


def _with(phase: Phase, field: str, number: int) -> Phase:
    if field == "period":
        return replace(phase, period=number)
    return replace(phase, duration=number) if field == "duration" else replace(phase, count=number)


def _numbers(phase: Phase) -> list[tuple[str, Unit | None]]:
    """The numbers of a phase by their names, each with its unit; that of a count is None."""
    return [("period", phase.unit), ("duration", phase.duration_unit), ("count", None)]


def _weekday(word: str) -> str:
    return next(day for day in WEEKDAYS if word.lower().startswith(day[:2].lower()))
