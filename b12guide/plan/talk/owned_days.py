"""A day, or a month, that stands for the dose of it: "had Monday's", "today's is done", "just had February's"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from dateutil.relativedelta import relativedelta

from ..dates.schedule import month_days
from ..model import Phase
from ..reading.day_words import MONTH_PLACES, MONTHS, WEEKDAY_WORDS

_DAY = rf"(?:today|yesterday|this (?:morning|afternoon|evening|arvo)|(?:last |this )?(?:{WEEKDAY_WORDS}))"
_HAD = (
    r"(?:have had|has had|had|got|did|done|gave|given|took|taken|missed|skipped|forgot)"
    r"(?: (?:just|only|my|his|her|me|him|the)){0,2}"
)
_DOSE = r"(?: (?:one|dose|jab|jag|shot|injection|needle))?"
_ENDS = r"(?=\s*(?:$|[.,;!?)]|\b(?:and|but|today|done|so|then|one|dose|jab|jag|shot|injection|needle)\b))"
_DONE = r" (?:is|was|has been|been|'s) (?:all )?(?:done|given|had|over|sorted|behind (?:me|us))"
_HAD_DAY = re.compile(rf"\b(?P<had>{_HAD}) (?P<day>{_DAY})(?:['’]s\b|s{_ENDS})", re.I)
_DAY_DONE = re.compile(rf"\b(?P<day>{_DAY})['’]s{_DOSE}{_DONE}\b", re.I)
_HAD_MONTH = re.compile(
    rf"\b{_HAD} (?P<month>{MONTHS})\.?(?:['’]s\b|s?{_ENDS})|\b(?P<month2>{MONTHS})['’]s{_DOSE}{_DONE}\b", re.I
)
_NOT_HAD = re.compile(r"\b(?:missed|skipped|forgot|not|n't|haven'?t|hasn'?t|didn'?t|never|until|when|if)\b", re.I)
_SENTENCE = re.compile(r"[^.;!?\n]*[.;!?\n]*")


def with_days(text: str) -> str:
    """`text` with the day itself in the place of one that stands for its dose, and every other word where it is.

    >>> with_days("had Monday's, missed the 4th")
    'had Monday  , missed the 4th'
    """
    text = _HAD_DAY.sub(lambda m: f"{m['had']} {m['day']}".ljust(len(m[0])), text)
    return _DAY_DONE.sub(lambda m: f"had {m['day']}".ljust(len(m[0])), text)


def dose_of_month(text: str, phases: Sequence[Phase], today: date) -> date | None:
    """The day of the dose of a month that a message says was had, of a plan for one day of the month."""
    found = _HAD_MONTH.search(text)
    if found is None or len(phases) != 1:
        return None
    # What another sentence asks bears on nothing of it.
    sentence = next(part[0] for part in _SENTENCE.finditer(text) if part.end() >= found.end())
    if _NOT_HAD.search(sentence) or "?" in sentence:
        return None
    days, week = phases[0].days_of_month, phases[0].week_of_month
    if phases[0].unit != "mo" or (len(days) != 1 and week is None) or phases[0].frequency != 1:
        return None
    place = MONTH_PLACES[(found["month"] or found["month2"]).lower()]
    start = today.replace(day=1)
    while start.month != place:
        start -= relativedelta(months=1)
    if week is not None:
        return _of_week(start, phases[0], today)
    last = monthrange(start.year, start.month)[1]
    day = start.replace(day=last if days[0] < 0 else min(days[0], last))
    return day if day <= today else None


def _of_week(start: date, phase: Phase, today: date) -> date | None:
    """The dose in the month from `start` of a plan for one weekday of a month, if it is not to come."""
    (day,) = month_days(phase, start)
    return day if day <= today else None
