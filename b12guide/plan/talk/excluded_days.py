"""Days of the week on which there are none: "not on saturday or sunday", "no weekends". None of them is a date that was
set; a part of every day or every other day is then one of fixed days (regimens.md, sections 3a and 6)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..dates.schedule import missing
from ..model import WEEKDAYS
from ..reading.day_words import FULL_WEEKDAYS, WEEKDAY_WORDS
from .message import SENTENCE, Said
from .move_words import asks
from .state import State

_ONE = rf"(?:week-?ends?|(?:{FULL_WEEKDAYS})s|{WEEKDAY_WORDS})\b"
_JOINT = r"(?:\s?[,/&+]\s?|\s)(?:(?:or|and|nor|not|no|never|on|a|the|any)\s){0,3}"
_ROW = rf"(?:a |the |any ){{0,2}}{_ONE}(?:{_JOINT}{_ONE}){{0,6}}"
_BESIDE = (
    r"(?: (?:on|at|in|over|for|to|do|does|done|give|gives|given|have|having|open|work|works|it|them|one|any|ever|me)"
    r"){0,4}"
)
_NOT = (
    r"(?:not|never|nor|no|none|nothing|except|excepting|excluding|apart from|other than|without|skip(?:s|ping)?|closed"
    r"|shut|can'?t|cannot|don'?t|doesn'?t|won'?t|isn'?t|aren'?t)"
)
_EXCLUDED = re.compile(
    rf"(?:\b(?:and|but|so) )?\b(?P<no>{_NOT})(?:{_BESIDE}) (?P<row>{_ROW})(?! (?:it is|works|is fine)\b)", re.I
)
_IS_SHUT = re.compile(
    r"^\W*(?:(?:but|and|so|hang on|wait|er|oh|the|my|our)\W+){0,4}"
    r"(?:nurses?|clinic|surgery|practice|they|she|he|doctors?|gp|place|centre|center)\b[^?]{0,30}?"
    r"(?:isn'?t|aren'?t|don'?t|doesn'?t|not|never|closed|shut|no)\b",
    re.I,
)
_DAY = re.compile(_ONE, re.I)
_MORE_THAN_ONE = re.compile(r"week-?ends?|\w+days", re.I)
_WEEKEND = ("sat", "sun")
# A part of so many days between two as fixed days of the week without the weekend.
_FIXED = {1: ("mon", "tue", "wed", "thu", "fri"), 2: ("mon", "wed", "fri")}


@dataclass(frozen=True)
class Excluded:
    """The days on which there are none, and from where to where in the message each time it says so."""

    days: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]


def excluded_days(text: str) -> Excluded | None:
    """The days that a message says are none; None where it names none so, asks, or takes one single day back."""
    days: set[str] = set()
    spans = []
    plain = text.replace("’", "'")
    for sentence in SENTENCE.finditer(plain):
        rows = list(_EXCLUDED.finditer(plain, sentence.start(), sentence.end()))
        # "But the nurse isn't in at weekends??" asks nothing that it does not tell.
        if not rows or (asks(Said.of(sentence[0])) and not _IS_SHUT.match(sentence[0])):
            continue
        for found in rows:
            named = _DAY.findall(found["row"])
            # "No, Saturday" and "Friday, not Saturday" speak of one day, which others read.
            if len(named) == 1 and not _MORE_THAN_ONE.fullmatch(named[0]):
                continue
            for one in named:
                days |= set(_WEEKEND) if one.lower().startswith("week") else {one[:3].lower()}
            spans.append(found.span())
    return Excluded(tuple(day for day in WEEKDAYS if day in days), tuple(spans)) if spans else None


def without_excluded(text: str) -> str:
    """`text` with spaces in the place of the days that it says are none."""
    found = excluded_days(text)
    for start, end in found.spans if found else ():
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def take_excluded(state: State, days: tuple[str, ...]) -> bool | None:
    """Take the weekend out of a part of every day or every other day: True where its days are known then, False where
    they have to be asked, None where no part has such days."""
    place = next(
        (
            i
            for i, part in enumerate(state.phases)
            if part.unit == "d" and part.frequency == 1 and part.period in _FIXED and part.period_max is None
        ),
        None,
    )
    if place is None or days != _WEEKEND or state.anchor is None:
        return None
    part = state.phases[place]
    fixed = _FIXED[part.period]
    new = replace(part, unit="wk", period=1, frequency=len(fixed), days_of_week=fixed)
    phases = (*state.phases[:place], new, *state.phases[place + 1 :])
    fits = WEEKDAYS[state.anchor.date.weekday()] in fixed
    if fits and missing(phases, state.anchor) is None:
        state.phases = phases
        return True
    state.phases = (*state.phases[:place], replace(new, days_of_week=(), frequency=3), *state.phases[place + 1 :])
    return False
