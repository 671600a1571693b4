"""Days of a list that were not had, told beside those that were: "I had the 1st and the 15th, not the 8th"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from ..reading.day_words import MONTH_PLACES, MONTHS, NTH_END, WEEKDAY_WORDS

# Names are looked for ahead, so that a row of days is read in few ways.
_WEEKDAY, _MONTH = rf"(?=(?:{WEEKDAY_WORDS})\b)[a-z]{{3,9}}", rf"(?=(?:{MONTHS})\b)\w{{3,9}}"
# "The 8th", "Sunday the 8th of November", "Nov 8th"; a bare number needs its month.
_DAY = (
    rf"(?:{_WEEKDAY},? )?(?:the )?(?:\d{{1,2}}{NTH_END}?(?: of)? {_MONTH}|{_MONTH}\.? (?:the )?"
    rf"\d{{1,2}}{NTH_END}?(?!\d)|\d{{1,2}}{NTH_END}\b)(?:,? 20\d\d)?"
)
_NOT = (
    r"(?:not|nae|never|except|apart from|bar|minus|missed|skipped|missing|forgot"
    r"|(?:did(?:n'?t| not)|never|could(?:n'?t| not)) (?:have|had|get|got|make|made|go)"
    r"|(?:was|were)(?:n'?t| not) (?:given|there)(?: on)?)"
)
_DENIED = re.compile(
    rf"(?:[\s,;(–—-]{{1,3}}(?:(?:and|but|though|i|we|she|he|just|have|had|that) ){{0,4}}|^)"
    rf"\b{_NOT} (?:(?:had|on|one|the one|mine|it|for) ){{0,3}}(?P<days>{_DAY}(?:(?: and| or| nor) {_DAY}){{0,4}})\)?",
    re.I,
)
_ONE = re.compile(
    rf"(?P<d>\d{{1,2}}){NTH_END}?(?: of)? (?P<m>{MONTHS})\b|(?P<m2>{MONTHS})\b\.? (?:the )?(?P<d2>\d{{1,2}}){NTH_END}?"
    rf"|(?P<d3>\d{{1,2}}){NTH_END}",
    re.I,
)
# So far back a day without its year, or without its month, is looked for.
_MONTHS_BACK = 12


@dataclass(frozen=True)
class Denied:
    """`rest`: the text with spaces in the place of the days that were not had; `days`: those of them that have been."""

    rest: str
    days: tuple[date, ...]


def without_denied_dates(text: str, today: date) -> Denied:
    """What a text says that was not had on some days, apart from the rest of it."""
    plain, days = text.replace("’", "'"), list[date]()
    for match in _DENIED.finditer(plain):
        found = [_latest(one, today) for one in _ONE.finditer(match["days"])]
        days += [day for day in found if day is not None]
        text = text[: match.start()] + " " * len(match[0]) + text[match.end() :]
    return Denied(text, tuple(dict.fromkeys(days)))


def _latest(match: re.Match[str], today: date) -> date | None:
    number = int(match["d"] or match["d2"] or match["d3"])
    month = MONTH_PLACES.get((match["m"] or match["m2"] or "").lower())
    return latest_day(number, today, month=month)


def latest_day(number: int, today: date, *, month: int | None = None) -> date | None:
    """The latest day with this number, in a month if one is named, that has been; None where there is none."""
    for back in range(_MONTHS_BACK + 1):
        start = today.replace(day=1) - relativedelta(months=back)
        try:
            day = start.replace(day=number)
        except ValueError:
            continue
        if day <= today and month in (None, day.month):
            return day
    return None
