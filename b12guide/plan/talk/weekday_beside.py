"""A weekday told beside a date that is on another one: "Thursday the 12th of June", where that is a Friday."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ..model import WEEKDAYS
from ..reading.day_words import DAY_NUMBER, MONTHS, NTH_END, WEEKDAY_WORDS

_BEFORE = re.compile(
    rf"\b(?P<w>{WEEKDAY_WORDS})\b\.?,? ?(?:the |on )?(?:(?P<d>\d{{1,2}}){NTH_END}?\b(?![:.]\d| ?[ap]m\b)"
    rf"|(?:{MONTHS})\b\.? (?:the )?(?P<d2>\d{{1,2}}){NTH_END}?\b)",
    re.I,
)
_BEHIND = re.compile(
    rf"\b(?P<d>\d{{1,2}}){NTH_END}?(?: of)?(?: (?:{MONTHS})\b)?[\s,(–-]{{1,3}}"
    r"(?:a |the |it'?s a |that'?s a |which is a )?"
    rf"(?P<w>{WEEKDAY_WORDS})\b(?!,? (?:the )?{DAY_NUMBER})",
    re.I,
)
_MONTH = re.compile(rf"\b(?:{MONTHS})\b", re.I)
# So far to either side the day of that weekday is looked for.
_NEAR = 3


def slip_days(text: str, today: date) -> tuple[date, ...]:
    """The coming day of a number without its month and the one nearest to it on the weekday said with it; () where the
    number is on that weekday, or either is missing."""
    if _MONTH.search(text):
        return ()
    match = next((found for pattern in (_BEFORE, _BEHIND) for found in pattern.finditer(text) if found["d"]), None)
    day = next((d for n in range(31) if (d := today + timedelta(n)).day == int(match["d"])), None) if match else None
    other = on_weekday_said(text, day) if day is not None else None
    return () if day is None or other is None or other < today else (day, other)


def on_weekday_said(text: str, day: date) -> date | None:
    """The day nearest to `day` that is on the weekday said beside it; None where `day` is, or none is said."""
    for pattern in (_BEFORE, _BEHIND):
        for match in pattern.finditer(text):
            number = int(match["d"] or match.groupdict().get("d2") or 0)
            if number != day.day:
                continue
            weekday = WEEKDAYS.index(match["w"][:3].lower())
            if day.weekday() == weekday:
                return None
            around = (day + timedelta(days=n) for n in range(-_NEAR, _NEAR + 1))
            return next((one for one in around if one.weekday() == weekday), None)
    return None
