"""Dates as people speak of them, drawn at random with what they mean: for the tests that none is read wrongly.

The day is worked out here by walking the calendar day by day, so that nothing of the package is asked what is right.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn
from said_plans import SPEECH, month_names, step

DAY = timedelta(days=1)
_NTH = {1: ("first", "1st"), 2: ("second", "2nd"), 3: ("third", "3rd"), 4: ("fourth", "4th"), -1: ("last",)}


@dataclass(frozen=True)
class Spoken:
    """A text said on ``today`` in a country, and the days that it may mean: one is dated or asked, others are asked."""

    text: str
    today: date
    country: str
    days: frozenset[date]
    doses: tuple[date, ...] = ()


def walk(start: date, days: int) -> Iterable[date]:
    """So many days from ``start`` on, or back from it where negative; ``start`` is not among them."""
    sign = 1 if days > 0 else -1
    return (start + sign * n * DAY for n in range(1, abs(days) + 1))


def back(today: date, fits: Callable[[date], bool]) -> date:
    """The latest fitting day that is not after today."""
    return next(d for d in (today, *walk(today, -1500)) if fits(d))


def ahead(today: date, fits: Callable[[date], bool]) -> date:
    """The first fitting day after today."""
    return next(d for d in walk(today, 1500) if fits(d))


def _days_of(month: date) -> list[date]:
    return [d for d in (month.replace(day=1) + n * DAY for n in range(31)) if d.month == month.month]


def _is_nth(day: date, weekday: int, nth: int) -> bool:
    same = [d for d in _days_of(day) if d.weekday() == weekday]
    return day == same[nth if nth < 0 else nth - 1]


def _easter(year: int) -> date:
    """Easter Sunday by Gauss's rule for the Gregorian calendar, 1900 to 2099."""
    d = (19 * (year % 19) + 24) % 30
    e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + 5) % 7
    found = date(year, 3, 22) + (d + e) * DAY
    if found == date(year, 4, 26) or (found == date(year, 4, 25) and d == 28 and year % 19 > 10):
        found -= 7 * DAY
    return found


# How a named day is known again: by its date, its place among the Mondays of a month, or its distance from Easter.
_NAMED: list[tuple[tuple[str, ...], str, Callable[[date], bool]]] = [
    (("Halloween", "hallowe'en", "halloween night"), "", lambda d: (d.month, d.day) == (10, 31)),
    (("Christmas Eve", "xmas eve"), "", lambda d: (d.month, d.day) == (12, 24)),
    (("Christmas Day", "xmas day"), "", lambda d: (d.month, d.day) == (12, 25)),
    (("Boxing Day", "boxing day"), "", lambda d: (d.month, d.day) == (12, 26)),
    (("New Year's Eve", "new years eve"), "", lambda d: (d.month, d.day) == (12, 31)),
    (("New Year's Day", "new years day"), "", lambda d: (d.month, d.day) == (1, 1)),
    (("Bonfire Night", "Guy Fawkes night"), "", lambda d: (d.month, d.day) == (11, 5)),
    (("Valentine's Day", "valentines day"), "", lambda d: (d.month, d.day) == (2, 14)),
    (("St Patrick's Day", "St Paddy's day"), "", lambda d: (d.month, d.day) == (3, 17)),
    (("Good Friday",), "", lambda d: d + 2 * DAY == _easter(d.year)),
    (("Easter Monday",), "", lambda d: d - DAY == _easter(d.year)),
    (("Easter Sunday",), "", lambda d: d == _easter(d.year)),
    (("the early May bank holiday", "May Day bank holiday"), "GB", lambda d: d.month == 5 and _is_nth(d, 0, 1)),
    (("the spring bank holiday", "the late May bank holiday"), "GB", lambda d: d.month == 5 and _is_nth(d, 0, -1)),
    (("the August bank holiday", "the august bank holiday"), "IE", lambda d: d.month == 8 and _is_nth(d, 0, 1)),
    (("the June bank holiday",), "IE", lambda d: d.month == 6 and _is_nth(d, 0, 1)),
    (("the October bank holiday",), "IE", lambda d: d.month == 10 and _is_nth(d, 0, -1)),
    (("Thanksgiving", "thanksgiving day"), "US", lambda d: d.month == 11 and _is_nth(d, 3, 4)),
    (("Memorial Day",), "US", lambda d: d.month == 5 and _is_nth(d, 0, -1)),
    (("Labor Day",), "US", lambda d: d.month == 9 and _is_nth(d, 0, 1)),
    (("Thanksgiving",), "CA", lambda d: d.month == 10 and _is_nth(d, 0, 2)),
]
Said = tuple[str, str, Iterable[date]]


@st.composite
def _named(draw: DrawFn, today: date) -> Said:
    """Halloween, the day before it, the Tuesday after a bank holiday."""
    names, country, fits = draw(st.sampled_from(_NAMED))
    name, weekday = draw(st.sampled_from(names)), draw(st.integers(0, 6))
    beside = draw(st.sampled_from(["", "", "the day after ", "the day before ", "{w} after ", "the {w} after "]))
    last = {
        "": fits,
        "the day after ": lambda d: fits(d - DAY),
        "the day before ": lambda d: fits(d + DAY),
    }.get(beside, lambda d: d.weekday() == weekday and any(fits(before) for before in walk(d, -7)))
    return beside.format(w=calendar.day_name[weekday]) + name, country, [back(today, last)]


@st.composite
def _weekday_back(draw: DrawFn, today: date) -> Said:
    """The Thursday before last, a week last Tuesday, 3 weeks ago on Friday, it'll be 5 weeks on Friday."""
    weekday, weeks = draw(st.integers(0, 6)), draw(st.integers(1, 7))
    w = draw(st.sampled_from([calendar.day_name[weekday], calendar.day_name[weekday].lower()]))
    spans = [f"{weeks} weeks", f"{SPEECH['numbers'][weeks]} weeks"] if weeks > 1 else ["a week"]
    spans += ["a fortnight"] if weeks == 2 else []
    n = draw(st.sampled_from(spans))
    same = today.weekday() == weekday
    last = [back(today - DAY, lambda d: d.weekday() == weekday), *([today] if same else [])]
    monday = back(today, lambda d: d.weekday() == 0)
    form = draw(st.sampled_from(["before", "ago", "will", "last week", "but one", "past", "days"]))
    if form == "before":
        return draw(st.sampled_from([f"the {w} before last", f"{w} before last"])), "", [d - 7 * DAY for d in last]
    if form == "but one":
        return f"last {w} but one", "", [d - 7 * DAY for d in last]
    if form == "last week":
        said = draw(st.sampled_from([f"{w} last week", f"last week on {w}", f"the {w} of last week"]))
        return said, "", [monday + (weekday - 7) * DAY]
    if form == "past":
        return f"{n} last {w}", "", [d - 7 * weeks * DAY for d in last]
    if form == "days":
        off = draw(st.sampled_from(["today", "yesterday"]))
        return f"{n} ago {off}", "", [today - (7 * weeks + (off == "yesterday")) * DAY]
    if form == "ago":
        said = draw(st.sampled_from([f"{n} ago on {w}", f"{n} ago {w}", f"{w} {n} ago"]))
        if same:
            return said, "", [today - 7 * weeks * DAY]
        return said, "", [monday + (weekday - 7 * weeks) * DAY, last[0] - 7 * weeks * DAY]
    return f"it'll be {n} on {w}", "", [ahead(today, lambda d: d.weekday() == weekday) - 7 * weeks * DAY]


@st.composite
def _month_weekday(draw: DrawFn, today: date) -> Said:
    """The last Friday of October, the Thursday in the 2nd week of September, the 13th of last month."""
    weekday, nth = draw(st.integers(0, 6)), draw(st.sampled_from([1, 2, 3, 4, -1]))
    month = draw(st.integers(1, 12))
    m, w = draw(month_names(month)).strip("."), calendar.day_name[weekday]
    called = draw(st.sampled_from(_NTH[nth]))
    form = draw(st.sampled_from(["nth", "nth", "week", "last month", "this year", "fits"]))
    if form == "nth":
        forms = [f"the {called} {w} of {m}", f"{called} {w.lower()} in {m}", f"on the {called} {w} in {m}"]
        said = draw(st.sampled_from(forms))
        return said, "", [back(today, lambda d: d.month == month and _is_nth(d, weekday, nth))]
    if form == "this year":
        year = today.year - 1
        days = [d for d in _days_of(date(year, month, 1)) if _is_nth(d, weekday, nth)]
        return draw(st.sampled_from([f"the {called} {w} of {m} {year}", f"{called} {w} in {m} last year"])), "", days
    if form == "week":
        forms = [f"{w} in the {called} week of {m}", f"the {w} of the {called} week in {m}"]
        said = draw(st.sampled_from([*forms, f"the {called} week of {m} on the {w}"]))
        found: set[date] = set()
        for year in (today.year - 1, today.year, today.year + 1):
            whole = _days_of(date(year, month, 1))
            rows: list[list[date]] = [[]]
            for day in whole:
                rows += [[]] if day.weekday() == 0 and rows[-1] else []
                rows[-1].append(day)
            row = rows[nth if nth < 0 else nth - 1]
            found |= {d for d in whole if _is_nth(d, weekday, nth)} | {d for d in row if d.weekday() == weekday}
        past = [d for d in found if d <= today]
        latest = max(past)
        return said, "", [d for d in found if latest - d < 8 * DAY and d - latest < 8 * DAY]
    if form == "fits":
        day = today - draw(st.integers(1, 300)) * DAY
        name = calendar.month_name[day.month]
        forms = [f"{day:%A} {day.day} {name}", f"{day:%a} {day.day} {name[:3]}", f"{name} {day.day} ({day:%A})"]
        return draw(st.sampled_from(forms)), "", [day]
    whole = _days_of(today.replace(day=1) - DAY)
    day = draw(st.sampled_from(whole))
    number = SPEECH["figures"][day.day]
    said = draw(st.sampled_from([f"the {number} of last month", f"{number} last month", f"last month on the {number}"]))
    return said, "", [day]


@st.composite
def spoken_plans(draw: DrawFn) -> Spoken:
    """An interval and the last dose, its date spoken of in words."""
    today = draw(st.dates(date(2025, 3, 1), date(2028, 12, 31)))
    said, country, days = draw(st.one_of(_named(today), _weekday_back(today), _month_weekday(today)))
    words, period, unit = draw(st.sampled_from(SPEECH["every"]))
    told = draw(st.sampled_from(SPEECH["last"])).format(d=said)
    noise = draw(st.sampled_from([""] * 14 + SPEECH["noise"]))
    text = noise + draw(st.sampled_from(SPEECH["order"])).format(i=words, l=told)
    found = frozenset(days)
    doses = tuple(step(day, period, unit) for day in found)
    return Spoken(text, today, country or draw(st.sampled_from(["GB", "IE", "US"])), found, doses)


@st.composite
def parts_of_months(draw: DrawFn) -> tuple[str, date, str, frozenset[date]]:
    """A part of a month as the last dose: the text, today, and the days of that part."""
    today = draw(st.dates(date(2025, 3, 1), date(2028, 12, 31)))
    month = draw(st.integers(1, 12))
    m = draw(month_names(month)).strip(".")
    slices = {
        f"the start of {m}": (0, 7), f"early {m}": (0, 7), f"beginning of {m}": (0, 7),
        f"the first week of {m}": (0, 7), f"the second week of {m}": (7, 14),
        f"mid {m}": (11, 18), f"the middle of {m}": (11, 18),
    }  # fmt: skip
    said = draw(st.sampled_from(sorted(slices)))
    start, end = slices[said]
    # The latest such stretch that has begun.
    years = [_days_of(date(year, month, 1))[start:end] for year in (today.year, today.year - 1)]
    days = next(found for year in years if (found := [d for d in year if d <= today]))
    words, _, _ = draw(st.sampled_from(SPEECH["every"]))
    told = draw(st.sampled_from(SPEECH["plain_last"][:8])).format(d=said)
    return f"{words}. {told}", today, said, frozenset(days)
