"""Plans put into words at random, with what they mean: for the tests that no wording gives a wrong date.

The meaning is drawn first and then said; the dates are worked out here, by days and clipped months, so that nothing
of the package is asked what is right.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

SPEECH: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("said_plans.yml").read_text("utf-8"))
TODAY = date(2026, 10, 29)
_UNITS: list[str] = SPEECH["ordinals"]


@dataclass(frozen=True)
class SaidPlan:
    """A text and what it means: the date of the dose spoken of (None: no certain day), and the doses from then on."""

    text: str
    country: str
    day: date | None
    doses: tuple[date, ...] = ()


def add_months(day: date, months: int) -> date:
    """The same day of a later month, or its last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def step(day: date, period: int, unit: str) -> date:
    """One interval on; ``unit`` is "d", "wk" or "mo"."""
    return add_months(day, period) if unit == "mo" else day + timedelta(days=period * (7 if unit == "wk" else 1))


def _ordinal(day: int) -> str:
    return f"{day}{'th' if 3 < day < 21 or 23 < day < 31 else {1: 'st', 2: 'nd', 3: 'rd'}[day % 10]}"


def _worded(day: int, glue: str) -> str:
    if day <= 20:
        return _UNITS[day]
    if day == 30:
        return "thirtieth"
    return ("twenty" if day < 30 else "thirty") + glue + _UNITS[day % 10]


_ANY_DAY = st.dates(TODAY - timedelta(days=48), TODAY - timedelta(days=1))
_OLDER_DAY = st.dates(date(2024, 1, 1), TODAY - timedelta(days=1))
_CASES = st.sampled_from([str, str, str.lower, str.lower, str.upper])


@st.composite
def month_names(draw: DrawFn, month: int) -> str:
    """September, sep, SEPT, Sep."""
    full = calendar.month_name[month]
    forms = [full, full, full[:3], full[:3] + "."] + (["Sept", "Sept."] if month == 9 else [])
    return draw(_CASES)(draw(st.sampled_from([f for f in forms if month != 5 or f == "May"])))


@st.composite
def spelled_dates(draw: DrawFn, day: date) -> str:
    """A date with the name of its month, in any order of its parts."""
    month = draw(month_names(day.month))
    ordinals = [_ordinal(day.day), f"the {_ordinal(day.day)}", f"the {_worded(day.day, ' ')}"]
    ordinals += [_worded(day.day, glue) for glue in (" ", "-")]
    full = draw(st.sampled_from([f" {day.year}", f", {day.year}", f" '{day.year % 100}", f" of {day.year}"]))
    year = full if day.year != TODAY.year or add_months(day, 11) < TODAY else draw(st.sampled_from(["", "", full]))
    order = draw(st.sampled_from(["day", "of", "month", "month", "dashed", "iso", "glued", "the"]))
    short = calendar.month_abbr[day.month]
    if order == "iso":
        return draw(st.sampled_from([f"{day:%Y-%m-%d}", f"{day:%Y/%m/%d}", f"{day:%d}-{short}-{day:%y}"]))
    if order == "dashed":
        forms = [f"{day.day}-{short}-{day.year}", f"{day.day}/{short}/{day.year}", f"{day:%d}-{short}-{day:%y}"]
        return draw(_CASES)(draw(st.sampled_from(forms)))
    if order == "glued":
        name = calendar.month_name[day.month]
        return draw(st.sampled_from([f"{_ordinal(day.day)}{name}{year}", f"{name}{_ordinal(day.day)}{year}"]))
    figures = [str(day.day), f"{day.day:02d}", _ordinal(day.day)]
    if order == "month":
        words = [_worded(day.day, " "), _worded(day.day, "-"), f"the {_ordinal(day.day)}"]
        said = f"{month} {draw(st.sampled_from([str(day.day), *figures, *words]))}{year}"
    elif order == "of":
        said = f"{draw(st.sampled_from([*ordinals, str(day.day)]))} of {month}{year}"
    elif order == "the":
        said = f"the {_ordinal(day.day)} {month}{year}"
    else:
        said = f"{draw(st.sampled_from(figures))} {month}{year}"
    weekday = calendar.day_name[day.weekday()]
    if draw(st.integers(0, 4)) == 0:
        said = f"{draw(_CASES)(draw(st.sampled_from([weekday, weekday[:3], weekday + ','])))} {said}"
    elif draw(st.integers(0, 9)) == 0:
        said = f"{said} ({weekday})"
    return said


@st.composite
def dates_in_figures(draw: DrawFn, day: date, *, american: bool) -> str:
    """A date in figures that has one reading."""
    a, b = (day.month, day.day) if american else (day.day, day.month)
    dot = draw(st.sampled_from(["/", "/", ".", "-"]))
    year = draw(st.sampled_from([f"{dot}{day.year}", f"{dot}{day:%y}"]))
    form = draw(st.sampled_from(["{a}{s}{b}{y}", "{a:02d}{s}{b:02d}{y}"]))
    return form.format(a=a, b=b, s=dot, y=year)


@st.composite
def dates_said(draw: DrawFn, day: date, *, american: bool) -> str:
    """A date in any form that has one reading."""
    if day.day > 12 and draw(st.integers(0, 5)) == 0:
        return draw(dates_in_figures(day, american=american))
    return draw(spelled_dates(day))


_LAST = st.sampled_from(SPEECH["last"])
_EVERY = st.sampled_from(SPEECH["every"])
_ORDER = st.sampled_from(SPEECH["order"])
_NOISE = st.sampled_from([""] * 14 + SPEECH["noise"])


@st.composite
def readable_plans(draw: DrawFn) -> SaidPlan:
    """An interval and the date of the last dose, in words that leave no doubt."""
    american = draw(st.booleans())
    words, period, unit = draw(_EVERY)
    recent = draw(st.integers(0, 5)) > 0
    day = draw(_ANY_DAY if recent else _OLDER_DAY)
    told = draw(_LAST).format(d=draw(dates_said(day, american=american)))
    text = draw(_NOISE) + draw(_ORDER).format(i=words, l=told)
    return SaidPlan(text, "US" if american else "GB", day, (step(day, period, unit),))


_VAGUE = st.sampled_from(SPEECH["vague"])
_PLAIN_LAST = st.sampled_from(SPEECH["plain_last"])


@st.composite
def doubtful_plans(draw: DrawFn) -> SaidPlan:
    """An interval, and a last or first dose that no certain day is said of."""
    american = draw(st.booleans())
    words, _, _ = draw(_EVERY)
    month, second = draw(st.sampled_from([(6, 7), (4, 5), (9, 10), (6, 8)]))
    n = draw(st.integers(4, 19))
    day, other = date(2026, month, n), date(2026, second, draw(st.integers(1, 20)))
    vague = draw(_VAGUE).format(
        M=draw(month_names(month)).strip("."), M2=draw(month_names(second)).strip("."), n=n, n1=n + 1,
        D=draw(spelled_dates(day)), D2=draw(spelled_dates(other)),
    )  # fmt: skip
    text = draw(_NOISE) + draw(_ORDER).format(i=words, l=draw(_PLAIN_LAST).format(d=vague))
    return SaidPlan(text, "US" if american else "GB", None)


_COURSES = st.sampled_from(SPEECH["courses"])
_FIRST = st.sampled_from(SPEECH["first"])
_THEN = st.sampled_from(SPEECH["then"])


@st.composite
def courses(draw: DrawFn) -> SaidPlan:
    """A loading course of known length, what follows it, and the date of the first dose."""
    american = draw(st.booleans())
    words, count, gap = draw(_COURSES)
    after, period, unit = draw(_EVERY.filter(lambda e: (e[1], e[2]) not in ((1, "wk"), (2, "wk"))))
    day = TODAY - timedelta(days=draw(st.integers(0, 3)))
    first = draw(_FIRST).format(d=draw(dates_said(day, american=american)))
    plan = words + draw(_THEN).format(i=after)
    text = draw(st.sampled_from(SPEECH["course_order"])).format(p=plan, f=first)
    doses = [day + timedelta(days=gap * k) for k in range(count)]
    doses.append(step(doses[-1], period, unit))
    return SaidPlan(text, "US" if american else "GB", day, tuple(d for d in doses if d >= TODAY))
