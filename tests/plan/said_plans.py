"""Plans put into words at random, with what they mean: for the tests that no wording gives a wrong date.

The meaning is drawn first and then said; the dates are worked out here, by days and clipped months, so that nothing
of the package is asked what is right.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

TODAY = date(2026, 10, 29)
_UNITS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth " \
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split()  # fmt: skip
_CARDINALS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen " \
    "eighteen nineteen twenty".split()  # fmt: skip


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


def _worded(day: int, names: list[str], glue: str) -> str:
    if day <= 20:
        return names[day]
    if day == 30:
        return "thirtieth" if names is _UNITS else "thirty"
    return ("twenty" if day < 30 else "thirty") + glue + names[day % 10]


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
def spelled_dates(draw: DrawFn, day: date, *, firm: bool = False) -> str:
    """A date with the name of its month, in any order of its parts. ``firm``: in no form that also counts doses."""
    month = draw(month_names(day.month))
    ordinals = [_ordinal(day.day), f"the {_ordinal(day.day)}", _worded(day.day, _UNITS, " "), _worded(day.day, _UNITS, "-"),
                f"the {_worded(day.day, _UNITS, ' ')}"]  # fmt: skip
    full = draw(st.sampled_from([f" {day.year}", f", {day.year}", f" '{day.year % 100}", f" of {day.year}", f" {day.year}"]))
    year = full if day.year != TODAY.year or add_months(day, 11) < TODAY else draw(st.sampled_from(["", "", full]))
    order = draw(st.sampled_from(["day", "of", "month", "month", "dashed", "iso", "glued", "the"]))
    if order == "iso":
        return draw(st.sampled_from([f"{day:%Y-%m-%d}", f"{day:%Y/%m/%d}", f"{day:%d}-{calendar.month_abbr[day.month]}-{day:%y}"]))
    if order == "dashed":
        name = calendar.month_abbr[day.month]
        return draw(_CASES)(draw(st.sampled_from([f"{day.day}-{name}-{day.year}", f"{day.day}/{name}/{day.year}", f"{day:%d}-{name}-{day:%y}"])))
    if order == "glued":
        name = calendar.month_name[day.month]
        return draw(st.sampled_from([f"{_ordinal(day.day)}{name}{year}", f"{name}{_ordinal(day.day)}{year}"]))
    if order == "month":
        number = draw(st.sampled_from([str(day.day), str(day.day), f"the {_ordinal(day.day)}", _ordinal(day.day), _worded(day.day, _UNITS, " "),
                                       _worded(day.day, _UNITS, "-")]))  # fmt: skip
        said = f"{month} {number}{year}"
    elif order == "of":
        said = f"{draw(st.sampled_from([*ordinals, str(day.day)]))} of {month}{year}"
    elif order == "the":
        said = f"the {_ordinal(day.day)} {month}{year}"
    else:
        said = f"{draw(st.sampled_from([str(day.day), f'{day.day:02d}', _ordinal(day.day)]))} {month}{year}"
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


_LAST = st.sampled_from([
    "last one {d}", "my last was {d}", "the last was given {d}", "last done {d}", "last time was {d}", "I last had it {d}", "was jabbed {d}",
    "my latest jab was {d}", "latest: {d}", "most recent shot {d}", "most recent was {d}", "previous injection {d}", "had another one {d}",
    "had it done {d}", "they gave me mine {d}", "my mum had hers {d}", "she got it {d}", "got jabbed {d}", "it was given {d}", "(last: {d})",
    "last needle = {d}", "Last injection date: {d}", "last dose given on {d}", "had one {d}", "got one on {d}", "received one {d}", "nurse did it {d}",
    "had my b12 {d}", "number 3 was {d}", "no. 5 was on {d}", "dose #4 {d}", "had dose two {d}", "had the third one {d}",
    "had my 2nd one {d}", "had no 6 {d}", "had it at 2 {d}", "had it at 9.15 on {d}", "had it first thing {d}", "last one: {d} at 4pm", "last one {d} @ 10:20",
    "haven't had one since {d}", "not been since {d}", "none since {d}", "last 1 {d}", "had 1 {d}", "the one before this was missed so the last was {d}",
    "done {d}", "did mine {d}", "injected myself {d}", "the doc gave me the last one {d}", "last b12 jab {d}", "B12 given {d}", 
    "one given {d}", "1 given on {d}", "had two so far, last one {d}", "had 4 already and the last one was {d}", 
])  # fmt: skip
_EVERY = st.sampled_from([
    ("every 10 weeks", 10, "wk"), ("each 8 weeks", 8, "wk"), ("every eight weeks", 8, "wk"), ("q8w", 8, "wk"), ("q12wk", 12, "wk"), ("12-weekly", 12, "wk"),
    ("ten weekly", 10, "wk"), ("8 wkly", 8, "wk"), ("every 6 wks", 6, "wk"), ("once every 4 weeks", 4, "wk"), ("one every 11 weeks", 11, "wk"),
    ("a jab every 9 weeks", 9, "wk"), ("every other month", 2, "mo"), ("every two months", 2, "mo"), ("2 monthly", 2, "mo"), ("every third month", 3, "mo"),
    ("three monthly", 3, "mo"), ("every month", 1, "mo"), ("monthly", 1, "mo"), ("one a month", 1, "mo"), ("4 times a year", 3, "mo"), ("every 84 days", 84, "d"),
    ("every 30 days", 30, "d"), ("every fortnight", 2, "wk"), ("every 2 wks", 2, "wk"), ("every other week", 2, "wk"), ("weekly", 1, "wk"), ("twice a year", 6, "mo"),
])  # fmt: skip
_ORDER = st.sampled_from([
    "{i}. {l}", "{l}. {i}", "{i}; {l}", "{l}; {i}", "{i}, {l}", "{l}, {i}", "{l} and they are {i}", "I get it {i} and {l}", "{i} - {l}", "{l} - {i}", "{i}\n{l}", "{l}\n{i}",
    "{i} ({l})", "{l} ({i})", "{i} but {l}", "{i} & {l}", "b12 {i}, {l}", "Plan: {i}. {l}.", "{l}. Plan: {i}", "{l}, {i} please", "hello! {i} here, {l}", "so {l}, and it's {i}",
    "{i} {l}", "{i}, {l} and when is the next one due", "{l}, it's {i} for life", "hiya. {l}. it is {i}. thanks",
])  # fmt: skip
_NOISE = st.sampled_from([
    *("" for _ in range(14)), "im 63, ", "I'm 38 and tired. ", "mum of 3, ", "aged 71. ", "diagnosed at 41 in 2011. ", "ferritin 18 and b12 121 in may 2025. ", "b12 was 140. ",
    "2 cats and 1 dog here. ", "bmi 31. ", "Retired in march 2020. ", "my op was in may 2023. ", "had PA for 12 years. ", "on metformin since 2018. ", "level 98 last time. ", "1000mcg. ",
    "1 mg hydroxocobalamin im. ", "It's year 4 of this. ", "I've got 4 grandkids, ", "room 12. ", "live at number 7. ", "my b12 came back as 133 in february. ", "vegan for 6 years. ",
    "got told in 2019 that it's for life. ", "weight 82kg. ", "tested in june 2025. ", "I work 3 days a week. ", "my 3rd winter with it. ", "since about 2016. ", "born 1958. ",
])  # fmt: skip


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


_VAGUE = st.sampled_from([
    "{M}", "in {M}", "late {M}", "beginning of {M}", "some time in {M}", "{M} or {M2}", "{n} or {n1} {M}", "{n}th or {n1}th of {M}", "{M} {n} or {n1}", "{n}-{n1} {M}", "{n}/{n1}th {M}",
    "{n}th - {n1}th {M}", "{M} {n}-{n1}", "{M} {n} to {n1}", "around {D}", "about {D}", "roughly {D}", "{D} or so", "{D}-ish", "{D} or thereabouts", "the week of {D}", "week commencing {D}", "w/c {D}",
    "the first week of {M}", "the second half of {M}", "the last few days of {M}", "the 2nd or 3rd week of {M}", "{M} 31", "31 {M}", "31st of {M}", "the thirty first of {M}", "{M} thirty-first", "30 Feb",
    "Feb 30th", "before {D}", "the day after {D}", "2 days after {D}", "three days before {D}", "a week after {D}", "either {D} or {D2}", "{D} or {D2}", "{D} maybe", "maybe {D}", "possibly {D}", "between {D} and {D2}",
    "between {n} and {n1} {M}", "not {D}", "0 {M}", "45 {M}", "the 32nd of {M}", "{M}, I think", "the middle of {M}", "{M} time", "just after {D}", "{D} or the day after", "{n} {M} or {M2}", "a few days before {D}",
    "in {M} or {M2}", "end of {M} or start of {M2}", "by {D}", "{n}th/{n1}th of {M}", "somewhere around {D}", "one of the days in {M}", "the Monday after {D}", "a couple of days after {D}", "on the {n}th or {n1}th of {M}",
    "the weekend of {D}", "5/6", "3/4/2026", "2025", "in 2025", "last spring", "sometime last year", "two weeks or so ago", "2 or 3 weeks ago", "under 3 weeks ago", "a week last Tuesday", "the Tuesday before last", "about a month back",
])  # fmt: skip
_PLAIN_LAST = st.sampled_from([
    "last one {d}", "my last was {d}", "last jab {d}", "latest one was {d}", "most recent shot {d}", "previous injection {d}", "had one {d}", "got mine {d}", "had it {d}", "the nurse gave me one {d}", "(last: {d})",
    "last injection date: {d}", "had my last one {d}", "first one was {d}", "started {d}", "first injection {d}",
])  # fmt: skip


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


_COURSES = st.sampled_from([
    ("daily for 6 days", 6, 1), ("every day for a week", 7, 1), ("alternate days for 2 weeks", 7, 2), ("every other day x 5", 5, 2), ("6 jabs on alternate days", 6, 2), ("5 injections every other day", 5, 2),
    ("once a week for 6 weeks", 6, 7), ("weekly x 4", 4, 7), ("every 3 days for 8 doses", 8, 3), ("one a week for a month", None, 7), ("loading: daily for 5 days", 5, 1),
    ("every second day for 10 days", 5, 2), ("a jab a day for 7 days", 7, 1), ("weekly for eight weeks", 8, 7), ("7 daily shots", 7, 1),
])  # fmt: skip
_FIRST = st.sampled_from([
    "first one {d}", "started on {d}", "first jab was {d}", "I began {d}", "start date {d}", "the first was given {d}", "had the first one {d}", "got my first {d}", "my first injection was on {d}", "commenced {d}", "starting {d}",
])  # fmt: skip
_THEN = st.sampled_from([", then {i}", " then {i}", " followed by {i}", ", after that {i}", " and then {i}", ", {i} after that", " before going to {i}"])


@st.composite
def courses(draw: DrawFn) -> SaidPlan:
    """A loading course of known length, what follows it, and the date of the first dose."""
    american = draw(st.booleans())
    words, count, gap = draw(_COURSES.filter(lambda c: c[1] is not None))
    after, period, unit = draw(_EVERY.filter(lambda e: (e[1], e[2]) not in ((1, "wk"), (2, "wk"))))
    day = TODAY - timedelta(days=draw(st.integers(0, 3)))
    first = draw(_FIRST).format(d=draw(dates_said(day, american=american)))
    plan = words + draw(_THEN).format(i=after)
    text = draw(st.sampled_from(["{p}. {f}", "{f}. {p}", "{p}, {f}", "{f}: {p}", "my plan is {p}. {f}.", "{p}\n{f}", "{f}\n{p}"])).format(p=plan, f=first)
    doses = [day + timedelta(days=gap * k) for k in range(count)]
    doses.append(step(doses[-1], period, unit))
    return SaidPlan(text, "US" if american else "GB", day, tuple(d for d in doses if d >= TODAY))
