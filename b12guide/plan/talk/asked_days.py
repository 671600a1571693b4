"""Days that a message asks about: they are days of the plan, or are held against them, and never a dose told of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice, takewhile

from dateutil.relativedelta import relativedelta

from ..dates.schedule import doses_since, missing
from ..model import Dose
from ..reading.day_words import MONTH_PLACES, MONTHS, NTH_END
from ..reading.reader import about as kind_of
from .days import tells_given
from .message import NUMBERS, SENTENCE, Said, is_date_word, number
from .move_words import ASKED_DAYS, FILLERS, MENDING, PREAMBLE, WORDS, asks
from .state import State

_YEAR = r"(?:,? (?P<{y}>20\d\d|next year|this year))?"
_DAYS = re.compile(
    rf"\b(?:the )?(?P<d1>\d{{1,2}}){NTH_END}? (?:of )?(?P<m1>{MONTHS})\b\.?{_YEAR.format(y='y1')}"
    rf"|\b(?P<m2>{MONTHS})\b\.? (?:the )?(?P<d2>\d{{1,2}}){NTH_END}?(?![\d:]){_YEAR.format(y='y2')}"
    rf"|\b(?P<d3>\d{{1,2}}){NTH_END}\b|\bthe (?P<d4>\d{{1,2}})\b"
    rf"(?! (?:day|week|month|year|jab|shot|dose|inj|(?:of )?(?:{MONTHS})\b))"
    rf"|(?:(?<=\bafter )|(?<=\bon from )|(?<=\bfollowing )|(?<=\bin )|(?<=\bof )|(?<=\bfor )|(?<=\bnext )|(?<=\bthis )"
    rf"|(?<=\bthe )(?=\w+ (?:one|date|dose|jab|shot|injection)\b))(?P<m5>{MONTHS})\b{_YEAR.format(y='y5')}",
    re.I,
)
_AFTER = re.compile(r"\b(?:after|following|follows|beyond|past|on from)\b(?! (?:that|this|it)\b)", re.I)
# "So that is the 22nd. And then?"
_AND_THEN = re.compile(r"(?:[.;!?\n]\s*(?:and |so )?|,? and )(?:then|next|after(?:wards)?)(?: what)?\s*\?\W*$", re.I)
_SPAN = re.compile(
    rf"\b(?P<n>\d{{1,3}}|a|{'|'.join(NUMBERS)}) (?P<unit>day|week|month)s?\b"
    r"(?P<joint> (?:from|after|since|on from|later than|between|apart))?",
    re.I,
)
_PLUS = re.compile(r"(?:\bplus|\badd|\+)\s*$", re.I)
_NUMBERS = {"a": 1, **NUMBERS}
# "I had thought it might be the 28th" tells of no injection.
_HAD_IN_MIND = re.compile(r"\b(?:had|have) (?:thought|hoped|in mind|understood|assumed|expected|a question)\b", re.I)
# From one day to another, neither is meant by itself.
_SPAN_OF_DAYS = re.compile(
    r"\b(?:from|between)\b[^.;!?]{0,40}\b(?:to|and|till?|until|through|thru)\b"
    r"|\d\w{0,2} (?:\w{3,9} )?(?:to|till?|until|through|thru) (?:the )?(?:\d|[a-z]{3,9} \d)",
    re.I,
)
_MANY_AFTER = re.compile(
    rf"\b(?P<n>[2-9]|1\d|{'|'.join(NUMBERS)}) (?:ones?|dates?|doses?|jabs?|shots?|injections?)?\s?"
    r"(?:(?:that |which )?(?:come|are|fall|is|follow)s? )?(?:right |straight )?(?:after|following|past|beyond)\b",
    re.I,
)
_NTH_ONE = re.compile(rf"\b\d{{1,2}}{NTH_END} (?:one|dose|jab|jag|shot|injection|needle)\b", re.I)
_FROM_NOW = re.compile(r"\b(?:between|from) (?:now|today) (?:and|to|till?|until|through|thru|up to)\b", re.I)
# So many days ahead have been shown, or nearly.
_SHOWN = 6
# Days of the plan by which a day without its month or year is known.
_BACK, _AHEAD = relativedelta(months=14), relativedelta(months=20)
_YEAR_AHEAD = relativedelta(years=1)


@dataclass(frozen=True)
class AskedDays:
    """Days of a question in their order, and what is asked of them.

    days: of a day. months: the first days of months that are named alone. after: the one after the day is asked for.
    span: how far apart two days are to be, as a number and "day", "week" or "month".
    many: how many after the day are asked for: "the two after the 17th".
    behind: the day right behind "after", of several: "the one after 1 April. 18 May, is it?"
    """

    days: tuple[date, ...]
    months: tuple[date, ...] = ()
    after: bool = False
    span: tuple[int, str] | None = None
    many: int = 1
    behind: date | None = None


def asks_of_days(said: Said, state: State) -> bool:
    """Whether a message asks about days, and says nothing else of weight, where the dates of a plan are known."""
    if not state.phases or state.anchor is None or state.open or not _DAYS.search(said.text):
        return False
    if _FROM_NOW.search(said.text) or _NTH_ONE.search(said.text):
        # What lies between is asked for, or one of the course by its place.
        return False
    if "?" not in said.text and kind_of(said.text) == "regimen":
        # A plan of one's own, with its date, asks nothing.
        return False
    if _HAD_IN_MIND.sub(" ", said.text) == said.text and _tells(said):
        return False
    about = [Said.of(part[0]) for part in SENTENCE.finditer(said.text)]
    about = [part for part in about if part.words and (_asks(part) or _DAYS.search(part.text))]
    if not any(_asks(part) for part in about):
        return False
    light = FILLERS | PREAMBLE | MENDING | ASKED_DAYS | WORDS["question"]
    return not any(
        word for part in map(_without_count, about) for word in part.left([], light) if not is_date_word(word)
    )


def _without_count(said: Said) -> Said:
    """The message without how many after a day it asks for."""
    return Said.of(_MANY_AFTER.sub(" after ", said.text))


def asks_of_span(said: Said, state: State) -> bool:
    """Whether a message asks for the day so long after another one that it names: "what's exactly 4 weeks from 20
    March", "20 March plus 4 weeks is what"."""
    if not state.phases or state.anchor is None or state.open or len(_DAYS.findall(said.text)) != 1 or _tells(said):
        return False
    span = _SPAN.search(said.text)
    joined = span is not None and (span["joint"] or _PLUS.search(said.text[: span.start()]))
    if not joined or not (asks(said) or WORDS["question"] & {word.text for word in said.words}):
        return False
    light = FILLERS | PREAMBLE | MENDING | ASKED_DAYS | WORDS["question"] | {"plus", "add", "on", "count", "work"}
    return not [word for word in said.left([], light) if not is_date_word(word) and number(word) is None]


def _tells(said: Said) -> bool:
    """Whether one of its sentences that ask nothing tells of a dose, or of a date that was set."""
    parts = (Said.of(part[0]) for part in SENTENCE.finditer(said.text))
    return any(not _asks(part) and _DAYS.search(part.text) and _tells_of_dose(part) for part in parts)


def _tells_of_dose(part: Said) -> bool:
    words = {word.text for word in part.words}
    return tells_given(part.text) or bool(words & WORDS["tells_of_dose"])


def _asks(said: Said) -> bool:
    words = {word.text for word in said.words}
    if _MANY_AFTER.search(said.text):
        return True
    after_a_dose = "after" in words and "next" not in words and bool(words & WORDS["a_dose"])
    return asks(said) or bool(words & WORDS["asks_within"]) or after_a_dose


def names_own_days(said: Said, state: State, today: date) -> bool:
    """Whether each day that a message names is one of the plan's to come, and the message tells of no dose and puts
    nothing right: "so 19 January it is, unless they tell me otherwise"."""
    if not state.phases or state.anchor is None or state.open or not _DAYS.search(said.text):
        return False
    words = {word.text for word in said.words}
    if kind_of(said.text) == "regimen" or tells_given(said.text) or words & WORDS["not_own_days"]:
        return False
    if _SPAN_OF_DAYS.search(said.text) or not all(m["m1"] or m["m2"] for m in _DAYS.finditer(said.text)):
        return False
    anchor = state.anchor.date
    if anchor <= today and any((day.day, day.month) == (anchor.day, anchor.month) for day in days_asked(
            said.text, state, today).days):  # fmt: skip
        # The day of the last one, and of one a year later.
        return False
    ahead = (day for day in plan_days(state, today) if day > today)
    asked, coming = days_asked(said.text, state, today), set(islice(ahead, _SHOWN))
    return bool(asked.days) and not asked.months and asked.span is None and coming.issuperset(asked.days)


def without_days(text: str) -> str:
    """`text` with blanks in the place of the days that it names with their months."""
    return _DAYS.sub(lambda m: " " * len(m[0]) if m["m1"] or m["m2"] else m[0], text)


def days_asked(text: str, state: State, today: date) -> AskedDays:
    """The days that a question names. One without its month or its year is the day of the plan that fits; where none
    does, it is in the month and year of what else is named, and else the next of its name."""
    plan = list(plan_days(state, today))
    several = _MANY_AFTER.search(text)
    many = _NUMBERS.get(several["n"].lower()) or int(several["n"]) if several else 1
    text = _MANY_AFTER.sub(" after ", text)
    found: list[tuple[int | None, int | None, int | None]] = []
    for match in _DAYS.finditer(text):
        day = next((int(match[name]) for name in ("d1", "d2", "d3", "d4") if match[name]), None)
        month = next((MONTH_PLACES[match[name].lower()] for name in ("m1", "m2", "m5") if match[name]), None)
        said = next((match[name].lower() for name in ("y1", "y2", "y5") if match[name]), "")
        year = int(said) if said.isdigit() else today.year + (said == "next year") if said else None
        found.append((day, month, year))
    near = next(((m, _year(m, y, plan, today)) for _, m, y in found if m is not None), None)
    months = [date(_year(m, y, plan, today), m, 1) for d, m, y in found if d is None and m is not None]
    # "The first every 3 months one" names a part of the plan.
    span = next((s for s in _SPAN.finditer(text) if not text[: s.start()].lower().endswith("every ")), None)
    length = (_NUMBERS.get(span["n"].lower()) or int(span["n"]), span["unit"].lower()) if span else None
    # "11 March is 8 weeks from the 14th": of the day that it is counted from, the month is not that of the other.
    near = None if length else near
    days = [_day(d, m, y, near, plan, today) for d, m, y in found if d is not None]
    told = _AFTER.search(text) if length is None else None
    behind = next(
        (
            _day(d, m, y, near, plan, today)
            for match, (d, m, y) in zip(_DAYS.finditer(text), found, strict=True)
            if told is not None
            and d is not None
            and not text[told.end() : match.start()].strip()
            and match.start() >= told.end()
        ),
        None,
    )
    kept = tuple(dict.fromkeys(day for day in days if day is not None and (length or day != today)))
    after = bool(_AFTER.search(text) or _AND_THEN.search(text)) and length is None
    return AskedDays(kept, tuple(dict.fromkeys(months)), after, length, many, behind)


def day_meant(text: str, state: State, today: date) -> date | None:
    """The first day that a question names, or the day of the plan in the month that it names: "the March one"."""
    asked = days_asked(text, state, today)
    if asked.days or not asked.months:
        return next(iter(asked.days), None)
    return next((d for d in plan_days(state, today) if d >= today and d.replace(day=1) == asked.months[0]), None)


def plan_days(state: State, today: date) -> Iterator[date]:
    """The days of a plan about today, the one that it is counted from among them."""
    anchor = state.anchor
    if anchor is None:
        return
    yield anchor.date
    if missing(state.phases, anchor) is not None:
        # Nothing is counted from a dose before its place in the plan is known.
        return
    _, coming = doses_since(state.phases, anchor, today - _BACK, today=today)
    for dose in coming:
        if dose.earliest > today + _AHEAD:
            break
        yield dose.earliest
    yield from _former_days(state, today)


def _former_days(state: State, today: date) -> Iterator[date]:
    """The days to come of the plan as it was before it was last changed."""
    for was in (state.before, state.former):
        if was is None or missing(was.phases, was.anchor) is not None:
            continue
        _, coming = doses_since(was.phases, was.anchor, today, today=today)
        yield from (dose.earliest for dose in takewhile(lambda dose: dose.earliest <= today + _AHEAD, coming))


def former_day(number: int, state: State, today: date) -> date | None:
    """The first day with this number that was the plan's before it was last changed."""
    return next((day for day in _former_days(state, today) if day.day == number), None)


def replaced(day: date, state: State, today: date) -> bool:
    """Whether a day was one of the plan's before it was changed."""
    return day in _former_days(state, today)


def names_replaced(said: Said, state: State, today: date) -> bool:
    """Whether a message names a day that was the plan's before it was changed and no longer is: "the 23 Feb one"."""
    if not _DAYS.search(said.text) or tells_given(said.text) or state.anchor is None:
        return False
    asked = days_asked(said.text, state, today).days
    light = FILLERS | PREAMBLE | MENDING | ASKED_DAYS | {"put", "phone", "diary"}
    if not asked or [word for word in said.left([], light) if not is_date_word(word)]:
        return False
    _, coming = doses_since(state.phases, state.anchor, today, today=today)
    now = next((dose.earliest for dose in coming), None)
    return all(day != now and replaced(day, state, today) for day in asked) and "calendar" in said.canon


def _year(month: int, year: int | None, plan: Sequence[date], today: date) -> int:
    if year is not None:
        return year
    fitting = [day for day in plan if day.month == month]
    ahead = [day for day in fitting if day >= today]
    if ahead and ahead[0] > today + _YEAR_AHEAD:
        # Nobody who says "26 January" means that of the year after next.
        return today.year + (month < today.month)
    if fitting:
        return (ahead or fitting[::-1])[0].year
    return today.year + (month < today.month)


def _day(
    day: int, month: int | None, year: int | None, near: tuple[int, int] | None, plan: Sequence[date], today: date
) -> date | None:
    if month is None and near is not None:
        month, year = near
    fitting = [d for d in plan if d.day == day and month in (None, d.month) and year in (None, d.year)]
    if year is None:
        fitting = [d for d in fitting if d <= today + _YEAR_AHEAD]
    if fitting:
        return next((d for d in fitting if d >= today), fitting[-1])
    if month is None:
        start = next((d for d in plan if d >= today), today)
        month, year = start.month, start.year
    try:
        return date(_year(month, year, plan, today), month, day)
    except ValueError:
        return None


def dose_on(doses: Iterator[Dose], day: date) -> Dose | None:
    """The dose that is on a day, of doses from that day on."""
    found = next(doses, None)
    return found if found is not None and found.earliest <= day <= found.latest else None
