"""Weekdays and parts of a month: "last friday of october", "second week of september on the thursday", "early june".

A part of a month is no day: it is asked, with its days as options (regimens.md, section 3g).
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable
from datetime import date

from dateutil.relativedelta import relativedelta

from ..model import full_date
from .dates import MONTH, WEEKDAY, role_at, when
from .elements import When
from .scan import Build, Context
from .week_dates import monday_of
from .years import nearest_of, possible_of

_NTH = {"first": 1, "1th": 1, "2th": 2, "3th": 3, "4th": 4, "5th": 5, "last": -1}
_WHICH = {"this": 0, "current": 0, "present": 0, "last": -1, "past": -1, "previous": -1, "next": 1}
# Days asked about where only a part of the month was said: a week of it.
_WEEK, _MIDDLE = 7, 12
_CHRISTMAS = 25
# These before a part of a month leave another part open ("the 1st or 2nd week of").
_OPEN = re.compile(r" (?:or|to|-|/|and|&|before|after|until|by|than|between|not)(?: the)? $")
_OPEN_AFTER = re.compile(rf" (?:(?:or|to|-|/|until|through) |and (?:{'|'.join(MONTH)}) )")
_LOOK_BACK = 20
# Before an ordinal these make it the place of a dose in a row.
_IN_A_ROW = re.compile(r" (?:my|his|her|our|their|had|got|gave me|received|did|a) (?:the )?$")
Days = Callable[[int, int], Iterable[date]]


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The ``nth`` such weekday of a month, -1 the last one; None where it has fewer."""
    days = [d for d in _days(year, month) if d.weekday() == weekday]
    return days[nth if nth < 0 else nth - 1] if nth < 0 or nth <= len(days) else None


def _days(year: int, month: int) -> list[date]:
    return [date(year, month, n + 1) for n in range(monthrange(year, month)[1])]


def _weekday_in_week(year: int, month: int, weekday: int, nth: int) -> list[date]:
    """ "The Thursday in the 2nd week": weeks of 7 days from the 1st on, or the weeks of the calendar."""
    weeks: dict[date, list[date]] = {}
    for day in _days(year, month):
        weeks.setdefault(monday_of(day), []).append(day)
    rows = list(weeks.values())
    counted = nth_weekday(year, month, weekday, nth)
    row = rows[nth if nth < 0 else nth - 1] if nth <= len(rows) else []
    return list(dict.fromkeys(d for d in (counted, *row) if d is not None and d.weekday() == weekday))


def _months(m: re.Match[str], c: Context) -> list[tuple[int, int]]:
    """The months that the words may name, a year being left out: one for each year around today."""
    found = m.groupdict()
    if found.get("which"):
        month = c.today + relativedelta(months=_WHICH[m["which"]])
        return [(month.year, month.month)]
    month_number = MONTH[m["m"]]
    if found.get("y"):
        return [(int(m["y"]), month_number)]
    if found.get("year"):
        return [(c.today.year + _WHICH[m["year"]], month_number)]
    return [(c.today.year + n, month_number) for n in range(-1, 2)]


def _in_month(m: re.Match[str], c: Context, days: Days) -> When:
    """The days that ``days`` finds in the month said, of the year that is nearest where none is said."""
    role = role_at(m.start(), m.end(), c)
    each = [list(days(year, month)) for year, month in _months(m, c)]
    firsts = {found[0]: found for found in each if found}
    only = len(each) == 1 and len(firsts) == 1
    chosen = [next(iter(firsts))] if only else possible_of(list(firsts), role, c.today)
    # Several days of a part of one month are asked with their year; one day of two years is asked which.
    found = [day for first in chosen for day in firsts[first]]
    found = found if len(found) == len(chosen) else firsts[chosen[0]]
    note = f'I took "{c.lexed.words(m.start(), m.end())}" as {full_date(found[0])}.' if len(found) == 1 else None
    return when(m.start(), m.end(), c, found, note, role=role)


def _nth_weekday(m: re.Match[str], c: Context) -> When:
    def days(year: int, month: int) -> list[date]:
        found = nth_weekday(year, month, WEEKDAY[m["w"]], _NTH[m["nth"]])
        return [found] if found else []

    return _in_month(m, c, days)


def _week_of_month(m: re.Match[str], c: Context) -> When:
    nth = _NTH[m["nth"]]
    if _is_open(m, c):
        return when(m.start(), m.end(), c, [])
    if m["w"]:
        return _in_month(m, c, lambda year, month: _weekday_in_week(year, month, WEEKDAY[m["w"]], nth))

    def days(year: int, month: int) -> list[date]:
        whole = _days(year, month)
        return whole[-_WEEK:] if nth < 0 else whole[(nth - 1) * _WEEK : nth * _WEEK]

    return _asked_within(m, c, days)


def _part_of_month(m: re.Match[str], c: Context) -> When:
    """ "Early June", "end of January": its days as options; a month alone is asked for its day."""
    part = m["part"] or ""
    if _is_open(m, c):
        return when(m.start(), m.end(), c, [])

    def days(year: int, month: int) -> list[date]:
        whole = _days(year, month)
        if re.search(r"\b(?:end|late|later|close)\b", part):
            return whole[-_WEEK:]
        if re.search(r"\bmid(?:dle)?\b", part):
            return whole[_MIDDLE - 1 : _MIDDLE - 1 + _WEEK]
        if re.search(r"\b(?:start|beginning|early)\b", part):
            return whole[:_WEEK]
        return whole

    return _asked_within(m, c, days)


def _asked_within(m: re.Match[str], c: Context, days: Days) -> When:
    role = role_at(m.start(), m.end(), c)
    each = [found for year, month in _months(m, c) if (found := list(days(year, month)))]
    if role.role == "last" or role.past:
        # A dose that was given was given by today.
        each = [past for found in each if (past := [d for d in found if d <= c.today])]
    chosen = each[0] if len(each) == 1 else None
    if chosen is None and each:
        first = nearest_of([found[0] for found in each], role, c.today)
        chosen = next((found for found in each if found[0] == first), None)
    return when(m.start(), m.end(), c, chosen or [], role=role, within=True)


def _is_open(m: re.Match[str], c: Context) -> bool:
    canon = c.lexed.canon
    return _OPEN.search(canon[max(m.start() - _LOOK_BACK, 0) : m.start()]) is not None or bool(
        _OPEN_AFTER.match(canon, m.end())
    )


def _day_of_a_month(m: re.Match[str], c: Context) -> When:
    """ "The 13th of last month", "Tuesday the 3rd of this month"; "my 3rd last month" may be the third one."""
    number = 1 if m["d"] == "first" else int(m["d"].removesuffix("th"))
    if not m["of"] and _IN_A_ROW.search(c.lexed.canon[max(m.start() - _LOOK_BACK, 0) : m.start()]):
        return when(m.start(), m.end(), c, [])
    month = c.today + relativedelta(day=1, months=_WHICH[m["which"]])
    days = [d for d in _days(month.year, month.month) if d.day == number]
    named = m.groupdict().get("w")
    if days and named and days[0].weekday() != WEEKDAY[named]:
        # The weekday or the number is a slip: which is asked.
        days = []
    note = f'I took "{c.lexed.words(m.start(), m.end())}" as {full_date(days[0])}.' if days else None
    return when(m.start(), m.end(), c, days, note)


def _before_christmas(m: re.Match[str], c: Context) -> When:
    """ "Just before Christmas" is one of the days of the December before it, as long as that has not passed for months:
    which one is asked."""
    role = role_at(m.start(), m.end(), c)
    year = c.today.year - ((c.today.month, c.today.day) < (12, _CHRISTMAS))
    days = [date(year, 12, n) for n in range(1, _CHRISTMAS)] if role.role == "last" else []
    return when(m.start(), m.end(), c, days, role=role, within=True)


BUILDERS: dict[str, Build] = {
    "before_christmas": _before_christmas,
    "nth_weekday_of_month": _nth_weekday,
    "week_of_month": _week_of_month,
    "part_of_month": _part_of_month,
    "day_of_a_month": _day_of_a_month,
}
