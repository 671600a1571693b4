"""The times that a text names in whatever words: a stretch from one day to another, days, weeks, months, feasts.

Each is a first and a last day to come, found by its own words alone. A day without its month or year is the plan's own
where the plan has it, else the next of its name. What can be read in two ways is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from dateutil.relativedelta import relativedelta

from ..model import WEEKDAYS
from ..reading.day_words import MONTH_PLACES, MONTHS, NTH_END, WEEKDAY_WORDS
from ..reading.reader import read_date
from .asked_days import days_asked
from .closed_days import days_named
from .message import NUMBERS, Said, number
from .named_spans import span_named
from .state import State

# Nobody holds more of them against a plan at once, and no stretch is longer.
MOST, _LONGEST = 4, timedelta(days=400)
_AHEAD = 2 * 366
_WEEKDAY = rf"(?:(?:{WEEKDAY_WORDS}),? )?"
_YEAR = r"(?:,? (?P<y{n}>20\d\d)\b)?"
_DAY = (
    rf"{_WEEKDAY}(?:the )?(?:(?P<d{{n}}>\d{{{{1,2}}}})(?P<th{{n}}>{NTH_END})?(?:,? (?:of )?(?P<m{{n}}>{MONTHS})\b\.?)?"
    rf"|(?P<mm{{n}}>{MONTHS})\b\.? (?:the )?(?P<dd{{n}}>\d{{{{1,2}}}}){NTH_END}?(?![\d:])){_YEAR}"
)
_TO = r"(?: ?[-–—] ?| (?:up |all the way |right |through )?(?:to|till?|until|through|thru|and) (?:about |around )?)"
_STRETCH = re.compile(
    rf"(?<![\w/.])(?P<from>(?:from|between) )?{_DAY.format(n=1)}{_TO}{_DAY.format(n=2)}(?![\w/%])", re.I
)
_UP_TO = re.compile(rf"\b(?P<by>until|till?|up to|before|by) {_DAY.format(n=1)}(?![\w/%])", re.I)
_NUMERIC = re.compile(r"(?<![\w/.-])\d{1,2}[/.-]\d{1,2}(?:[/.-](?:20)?\d\d)?(?![\w/-])")
_WEEK = re.compile(
    r"\b(?:(?P<this>this|that same|same) week(?!-?end)|(?P<next>next week(?!-?end))"
    rf"|week (?:of|commencing|beginning|starting|from|with)(?: on)? (?P<of>{_DAY.format(n=1)}))\b",
    re.I,
)
_AFTER_NEXT = re.compile(r"\bweek after next\b", re.I)
_NAMED_WEEKDAY = re.compile(
    rf"\b(?:on|this|for|is it|next|or|coming) (?:coming )?(?P<day>{WEEKDAY_WORDS})\b(?!s)", re.I
)
_IN_MONTH = re.compile(
    rf"\b(?P<month>{MONTHS})(?:s\b|'s\b|\b)\.?(?! (?:the )?\d{{1,2}}\b(?!\d))(?:,? (?P<year>20\d\d))?", re.I
)
_BEFORE_MONTH = re.compile(
    r"(?:\b(?:in|for|of|next|this|about|all|during|to|until|thru|through|round|around|by|or|and|early|late|mid|any|none"
    r"|within|over|between|before|after|whole|one|two|three)|^)\s*$",
    re.I,
)
# "The 2nd one" is no day.
_PLACE = re.compile(
    rf"\b\d{{1,2}}{NTH_END} (?:ones?|jabs?|jags?|shots?|doses?|inj\w{{0,8}}|needles?|weeks?|months?|times?|dates?"
    r"|of (?:them|my|the|those|these|\d{1,2}\b))",
    re.I,
)
# Words that are names or verbs as often as months.
_AS_OFTEN_NONE = frozenset({"may", "march", "mar", "april", "june", "august", "sat", "sun"})
_OTHER_TIME = re.compile(
    r"\b(?:(?:this|next|coming|whole|rest of the) (?:month|year)|(?:next|coming) \w+ (?:weeks|months)"
    r"|spring|summer|autumn|winter|q[1-4]|(?:first|second|third|fourth|last|1st|2nd|3rd|4th) quarter)\b",
    re.I,
)


@dataclass(frozen=True)
class Time:
    """From a first to a last day; `name`: the feast on it, where it was named by that."""

    start: date
    end: date
    name: str = ""


def times_named(text: str, state: State, today: date, country: str | None) -> tuple[Time, ...]:
    """The times that `text` names, none of them over; () where it names none."""
    found: list[Time] = []
    rest = _PLACE.sub(lambda match: " " * len(match[0]), text)
    for way in (_stretches, _feasts, _weeks, _up_to, _numeric):
        times, rest = way(rest, state, today, country)
        found += times
    # "1 January, New Year's Day": one day by two of its names.
    named = {(time.start, time.end) for time in found}
    days, rest = _days(rest, state, today)
    found += [time for time in days if (time.start, time.end) not in named]
    if not found:
        found = [*_months(rest, today)] or _others(rest, today, country) or _weekdays(rest, today)
    found = [time for time in dict.fromkeys(found) if time.end >= today]
    return tuple(found[:MOST])


_Found = tuple[list[Time], str]


def _stretches(text: str, state: State, today: date, country: str | None) -> _Found:
    found: list[Time] = []
    for match in _STRETCH.finditer(text):
        first, last = _parts(match, 1), _parts(match, 2)
        sure = first[1] or last[1] or (first[3] and last[3])
        time = _between(first[:3], last[:3], today) if sure else None
        if time is not None and (match["from"] or " and " not in match[0].lower()):
            found.append(time)
            text = _without(text, match)
    return found, text


def _parts(match: re.Match[str], place: int) -> tuple[int, int | None, int | None, bool]:
    """The day, month and year of one end of a stretch, and whether it is written as a day."""
    day = match[f"d{place}"] or match[f"dd{place}"]
    month = match[f"m{place}"] or match[f"mm{place}"]
    year = match[f"y{place}"]
    written = match[f"th{place}"] is not None or re.search(rf"\bthe {day}\b", match[0], re.I) is not None
    return int(day), MONTH_PLACES[month.lower()] if month else None, int(year) if year else None, written


def without_times(text: str) -> str:
    """`text` without its stretches and weeks: "one in the week of 3 May" is none every week."""
    for pattern in (_STRETCH, _WEEK):
        text = pattern.sub(" ", text)
    return text


def _between(
    first: tuple[int, int | None, int | None], last: tuple[int, int | None, int | None], today: date
) -> Time | None:
    """The next time between two days that is not over."""
    (day, month, year), (end_day, end_month, end_year) = first, last
    if month is None and end_month is not None:
        month = end_month if day <= end_day else (end_month - 2) % 12 + 1
    elif end_month is None and month is not None:
        end_month = month if end_day >= day else month % 12 + 1
    start = today - relativedelta(years=1)
    for end in (start + timedelta(n) for n in range(366 * 3)):
        fits = end.day == end_day and end_month in (None, end.month) and end_year in (None, end.year)
        if not fits or end < today:
            continue
        back = (end - timedelta(n) for n in range(1, _LONGEST.days))
        begin = next((d for d in back if d.day == day and month in (None, d.month) and year in (None, d.year)), None)
        return Time(begin, end) if begin is not None else None
    return None


def _feasts(text: str, state: State, today: date, country: str | None) -> _Found:
    found: dict[str, Time] = {}
    for feast in sorted(days_named(text, today, country), key=lambda one: one.day):
        if feast.day >= today:
            found.setdefault(feast.name, Time(feast.day, feast.day, feast.name if feast.day == feast.named else ""))
    # "The day after Easter" has no number of its own.
    return list(found.values()), text


def _weeks(text: str, state: State, today: date, country: str | None) -> _Found:
    monday = today - timedelta(today.weekday())
    found: list[Time] = []
    if _AFTER_NEXT.search(text):
        return [Time(monday + timedelta(14), monday + timedelta(20))], _AFTER_NEXT.sub(" ", text)
    for match in _WEEK.finditer(text):
        start: date | None = monday + timedelta(7) if match["next"] else monday
        if match["of"]:
            day, month, year, _ = _parts(match, 1)
            start = _next(day, month, year, state, today)
            start = start and start - timedelta(start.weekday())
        elif match["this"] and match["this"].lower() != "this":
            continue
        if start is not None:
            found.append(Time(start, start + timedelta(6)))
            text = _without(text, match)
    return found, text


def _up_to(text: str, state: State, today: date, country: str | None) -> _Found:
    found: list[Time] = []
    for match in _UP_TO.finditer(text):
        day, month, year, written = _parts(match, 1)
        end = _next(day, month, year, state, today) if month or written else None
        end = end - timedelta(1) if end is not None and match["by"].lower() == "before" else end
        if end is not None and end >= today:
            found.append(Time(today, end))
            text = _without(text, match)
    return found, text


def _numeric(text: str, state: State, today: date, country: str | None) -> _Found:
    found: list[Time] = []
    for match in islice(_NUMERIC.finditer(text), MOST):
        day = read_date(match[0], today=today, country=country, role="next").date
        if day is not None:
            found.append(Time(day, day))
        text = _without(text, match)
    return found, text


def _days(text: str, state: State, today: date) -> _Found:
    asked = days_asked(text, state, today)
    return [Time(day, day) for day in asked.days if day >= today], text


def _next(day: int, month: int | None, year: int | None, state: State, today: date) -> date | None:
    """The plan's own day of these numbers, else the next one."""
    words = f"the {day}th" if month is None else f"{day} {list(MONTH_PLACES)[month - 1]} {year or ''}".strip()
    own = next((d for d in days_asked(words, state, today).days if d >= today), None)
    if own is not None:
        return own
    ahead = (today + timedelta(n) for n in range(_AHEAD))
    return next((d for d in ahead if d.day == day and month in (None, d.month) and year in (None, d.year)), None)


def _months(text: str, today: date) -> Iterator[Time]:
    for match in _IN_MONTH.finditer(text):
        name = match["month"].lower()
        if name in _AS_OFTEN_NONE and not (match["year"] or _BEFORE_MONTH.search(text[: match.start()][-12:])):
            continue
        place = MONTH_PLACES[name]
        year = int(match["year"]) if match["year"] else today.year + (place < today.month)
        first = date(year, place, 1)
        yield Time(first, first + relativedelta(months=1, days=-1))


def _others(text: str, today: date, country: str | None) -> list[Time]:
    match = _OTHER_TIME.search(text)
    if match is None or (match[0].lower().startswith(("next", "coming")) and not _counted(match[0])):
        return []
    span = span_named(Said.of(match[0]), today=today, country=country)
    return [Time(*span)] if span is not None else []


def _counted(words: str) -> bool:
    """Whether "next six weeks" has a number, or is "next month"."""
    middle = words.split()[1]
    return middle in ("month", "year") or number(middle) is not None or middle in NUMBERS


def _weekdays(text: str, today: date) -> list[Time]:
    """The next day of a weekday's name; "next Friday" is a day of this week to some, of the next one to others."""
    found = []
    for match in _NAMED_WEEKDAY.finditer(text):
        ahead = (WEEKDAYS.index(match["day"][:3].lower()) - today.weekday()) % 7
        first = today + timedelta(ahead or 7)
        found.append(Time(first, first))
        if match[0].lower().startswith("next"):
            found.append(Time(first + timedelta(7), first + timedelta(7)))
    return found


def _without(text: str, match: re.Match[str]) -> str:
    return text[: match.start()] + " " * len(match[0]) + text[match.end() :]
