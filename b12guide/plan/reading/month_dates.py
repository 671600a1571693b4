"""Dates with the name of a month: which of the numbers around it is its day, and what makes none (regimens.md, 3g).

A number before the month may count doses ("dose 2 September 11", "had one July 10") and one behind it may be its year
("3 September 26"), so both sides are looked at, and what has two readings is asked.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from ..model import MONTH_NAMES, Question, full_date
from .dates import MONTH, WEEKDAY, day_number, on_weekday, role_at, role_of_match, uncertain, when
from .elements import When
from .roles import RoleReading
from .scan import Build, Context
from .years import find_date, full_year, in_years, possible_of, years_around

# A bare number of two digits behind a date is its year where it lies as near as this: a plan in force was not
# begun or given further off.
_YEARS_BACK, _YEARS_AHEAD = 3, 1
# Nobody had more doses than this in a month that they tell of.
_FEW = 12
# Before a bare number these make it a number of doses, a clock time or a place in a row.
_COUNTING = re.compile(
    r" (?:had|have|get|got|gets|having|getting|take|took|gave|me|us|him|received|did|visit"
    r"|(?:i|we|he|she) (?:was|were) given|been given|round|session|another|only|just|loading|maintenance) $"
)
_NUMBERED = re.compile(r" (?:number|no|#|at) $")
_NUMBERED_DOSE = re.compile(r" (?:dose|amp) $")
_ONE_DOSE = re.compile(
    r" (?:last|my|the|a|an|his|her|our|their|recent|previous|this|first|final|monthly|weekly|daily|yearly)"
    r"(?: b12| [a-z]+cobalamin)? (?:dose|amp) $"
)
# Before an ordinal these make it the place of a dose in a row ("my 3rd, September 11").
_OWNED = re.compile(r" (?:my|his|her|our|their|had|got|gave me|received|did|a) (?:the )?$")
_DOSE, _VERB, _LOOK_BACK = " dose ", re.compile(r"inject(?:ed|ing|s)?\b|jabbed\b"), 60
_DAY_AND_YEAR = re.compile(r" (?:the )?(?:\d{1,2}(?:th)?|first) (?:, |of )?(?:19|20)\d\d ")
_SINCE_OR_IN = re.compile(r" (?:since|in) $")
_APART = re.compile(r"\s[-/]|[-/]\s")


def _said(m: re.Match[str], c: Context, start: str, end: str | None = None) -> str:
    """What was written from the group ``start`` to the end of the group ``end``."""
    return c.lexed.words(m.start(start), m.end(end or start)).strip()


def _is_ordinal(number: str) -> bool:
    return number == "first" or number.endswith("th")


def _short_year(number: str, c: Context) -> int | None:
    """The year that a bare number behind a date may be; None for one that is too far off."""
    year = full_year(number, c.today) if len(number) == 2 and number.isdigit() else 0
    return year if c.today.year - _YEARS_BACK <= year <= c.today.year + _YEARS_AHEAD else None


def _year(m: re.Match[str], c: Context) -> int | None:
    """The year that is written out, or marked as one by an apostrophe or a dash."""
    found = m["y"] or m["hy"]
    return full_year(found, c.today) if found else None


def _named(m: re.Match[str], c: Context, day: int, month: int, year: int | None, weekday: str | None) -> When:
    """The date, the year being the nearest where it is not said, or the question that it leaves open."""
    role = role_of_match(m, c)
    found = _fitting(day, month, year, weekday, role, c.today)
    if weekday and not year and role.related and (near := _near_miss(day, month, found, role, c.today)) is not None:
        # "Thursday 15 May", where this year's is a Friday: hardly that of years ago.
        asked = on_weekday(m.start(), m.end(), near, weekday, c)
        if asked is not None and asked.question is not None:
            options = (*asked.question.options, full_date(found[0]))
            return replace(asked, question=replace(asked.question, options=options))
    sure = year and m.groupdict().get("y")
    assumption = None if sure or not found else f"I took {day} {MONTH_NAMES[month - 1]} as {full_date(found[0])}."
    wrong = on_weekday(m.start(), m.end(), found[0], weekday, c) if found and role.related else None
    return wrong or when(m.start(), m.end(), c, found, assumption, role=role)


def _near_miss(day: int, month: int, found: list[date], role: RoleReading, today: date) -> date | None:
    """The date nearby that the weekday said with it does not fit, where the only one that it fits is far off."""
    if len(found) != 1 or abs(found[0] - today) < _FAR:
        return None
    near = [d for d in in_years(day, month, None, role, today) if abs(d - today) < _FAR]
    if role.role == "last":
        near = [d for d in near if d <= today]
    return near[0] if len(near) == 1 else None


_FAR = timedelta(days=250)


def _fitting(day: int, month: int, year: int | None, weekday: str | None, role: RoleReading, today: date) -> list[date]:
    """The days that a date means; without its year those on the weekday said, else the only one nearby that is."""
    found = in_years(day, month, year, role, today)
    if year or not weekday or not found:
        return found
    if fitting := [d for d in found if d.weekday() == WEEKDAY[weekday]]:
        return fitting
    years = [d for n in range(-1, 2) if (d := find_date(today.year + n, month, day))]
    if role.role == "last":
        years = [d for d in years if d <= today]
    elif role.role == "next" and not role.past_due:
        years = [d for d in years if d >= today]
    fitting = [d for d in years if d.weekday() == WEEKDAY[weekday]]
    return fitting if len(fitting) == 1 else found


def _open(m: re.Match[str], c: Context) -> When:
    return when(m.start(), m.end(), c, [])


def _day_first(m: re.Match[str], c: Context) -> When | None:
    """ "3 September"; None where the number before the month is none of its days ("had one July 10")."""
    said, glue, behind = _said(m, c, "d"), (m["of"] or "").strip(), m["r"] or m["cy"]
    if _DAY_AND_YEAR.match(c.lexed.canon, m.end("m")):
        # "My first October 26, 2026".
        return None
    ordinal = _is_ordinal(m["d"])
    if said == "one" or (glue in ("-", "/") and _APART.search(_said(m, c, "d", "m"))):
        return None
    if glue == "," and not (ordinal and said[0].isdigit()):
        return None
    firm = bool(m["w"] or glue not in ("", ",") or said.startswith("0") or (m["the"] and said != "first"))
    year = _year(m, c)
    counted = not firm and _counts(said, _head(m, c), ordinal=ordinal, dated=year is not None)
    if behind and year is None:
        year = _short_year(behind, c)
        if not firm and (_is_ordinal(behind) or (counted and year is None)):
            return None
        if year is None or counted or (said.isalpha() and ordinal and not firm):
            return _open(m, c)
    found = _named(m, c, day_number(m["d"]), MONTH[m["m"]], year, m["w"] or m["w2"])
    if counted and found.mention:
        return uncertain(found, found.mention.words, [found.mention.date])
    return found


def _head(m: re.Match[str], c: Context) -> str:
    """The words before a date; "injected" is no noun that a number could follow."""
    head = c.lexed.canon[max(m.start() - _LOOK_BACK, 0) : m.start()]
    verb = head.endswith(_DOSE) and _VERB.match(c.lexed.words(m.start() - len(_DOSE) + 1, m.start()))
    return head[: -len(_DOSE)] if verb else head


def _counts(said: str, head: str, *, ordinal: bool, dated: bool) -> bool:
    """Whether a number behind ``head`` may count doses: "had 3 ...", "dose 2 ...", "my 3rd ...", "last 1 ...".

    Where a year follows (``dated``), only a number that stands for the place in a row may.
    """
    if not ordinal and said.isdigit() and int(said) > _FEW:
        return False
    if ordinal:
        return said == "first" or (not dated and _OWNED.search(head) is not None)
    if _NUMBERED.search(head) or (_NUMBERED_DOSE.search(head) and not _ONE_DOSE.search(head)):
        return True
    return not dated and bool(_COUNTING.search(head) or (said == "1" and head.endswith(" last ")))


def _month_first(m: re.Match[str], c: Context) -> When | None:
    """ "September 3"; None where the number is no part of the date ("September - 12 a year", "June. 3 of them")."""
    said, between = _said(m, c, "d"), m["of"] or ""
    if said == "one" or (between in (" -", " /") and _APART.search(_said(m, c, "m", "d"))):
        return None
    year, behind = _year(m, c), m["r"] or m["cy"]
    bare = said.isdigit() and len(said) == 2 and not year and not behind
    if bare and _SINCE_OR_IN.search(_head(m, c)) and role_at(m.start(), m.end(), c).role != "last":
        # "Since September 21" may be a year; "none since September 21" is a dose.
        return _open(m, c)
    if behind and year is None:
        year = _short_year(behind, c)
        if year is None:
            return _open(m, c)
    return _named(m, c, day_number(m["d"]), MONTH[m["m"]], year, m["w"] or m["w2"])


def _last_day(m: re.Match[str], c: Context) -> When:
    """ "The last day of January"."""
    role = role_at(m.start(), m.end(), c)
    year = int(m["y"]) if m["y"] else None
    ends = [date(y, MONTH[m["m"]], 1) + relativedelta(day=31) for y in ([year] if year else years_around(c.today))]
    days = ends if year else possible_of(ends, role, c.today)
    return when(m.start(), m.end(), c, days, f"I took it as {full_date(days[0])}." if days else None, role=role)


def _row_of_days(m: re.Match[str], c: Context) -> When | None:
    """ "4, 6 and 8 May": the last of them where they were had; any other one alone would be a part of what was said,
    so it is asked which is meant."""
    role = role_of_match(m, c)
    month, said = MONTH[m["m"]], m["y"] and int(m["y"])
    year = c.today.year + _WHICH_YEAR[m["year"]] if m["year"] else said or None
    numbers = [day_number(number) for number in re.findall(r"\d{1,2}(?:th)?", m["row"])]
    if numbers != sorted(set(numbers)) or not numbers[0]:
        return None
    days = [years[0] for number in numbers if (years := in_years(number, month, year, role, c.today))]
    if len(days) < len(numbers) or days != sorted(days):
        return None
    if role.role == "last":
        latest = in_years(numbers[-1], month, year, role, c.today)
        return when(m.start(), m.end(), c, latest, f"I took {full_date(days[-1])} as the last one.", role=role)
    asked = when(m.start(), m.end(), c, days, role=role)
    options = tuple(full_date(day) for day in days)
    text = f"You named {len(days)} days. Which one is next: {', '.join(options[:-1])} or {options[-1]}?"
    return replace(asked, question=Question("date", text, options)) if asked.question is not None else asked


_WHICH_YEAR = {"this": 0, "last": -1, "next": 1}
BUILDERS: dict[str, Build] = {
    "row_of_days": _row_of_days, "day_first": _day_first, "month_first": _month_first, "last_day": _last_day,
}  # fmt: skip
