"""How far two days are apart that a question names: "how many weeks and days between 13 October and 7 January", "how
long will that be since my last one?". Each is a day, today, the last injection that was had, or the next one."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ..model import full_date
from ..reading.day_words import DAY_NUMBER, MONTH_PLACES, MONTHS, WEEKDAY_WORDS
from ..reading.lexer import lex
from .asked_days import plan_days
from .move import Move
from .outcome import Who
from .state import State
from .view import View

APART_OF = "days_apart"
_ONE = r"(?:one|jab|jag|shot|injection|dose|needle|b-?12)"
_DAY = (
    rf"(?:(?:{WEEKDAY_WORDS}),? )?(?:the )?(?:(?P<d>{DAY_NUMBER})(?:,? (?:of )?(?P<m>{MONTHS})\b\.?)"
    rf"|(?P<mm>{MONTHS})\b\.? (?:the )?(?P<dd>{DAY_NUMBER})(?![\w:]))(?:,? (?P<y>20\d\d))?"
)
_LAST = rf"(?P<last>(?:(?:my|the|her|his|mum'?s|dad'?s) )?(?:last|latest|previous)(?: b-?12)? {_ONE}\b)"
_NEXT = rf"(?P<next>(?:(?:my|the|her|his|this) )?(?:next|coming|new|booked)(?: b-?12)? {_ONE}\b)"
_END = re.compile(rf"\b(?:(?P<now>today|now)\b|{_LAST}|{_NEXT}|{_DAY})", re.I)
_HOW_FAR = re.compile(
    r"\bhow (?:long|far|many (?:whole |full |exact )?(?:days?|weeks?|wks?|months?))\b"
    r"|\b(?:number|count) of (?:days|weeks)\b|\b(?:in |the )?(?:weeks (?:and|n|&) days|days (?:and|n|&) weeks)\b"
    r"|\b(?:gap|time|distance|interval) between\b"
    r"|\bcount (?:the |up the )?(?:days|weeks)\b",
    re.I,
)
_BETWEEN = re.compile(r"\b(?:between|from|apart|since|after|until|till?|to|and)\b", re.I)
# Of a gap, a trip, a supply or what a dose does, others speak.
_OTHER = re.compile(
    r"\b(?:every|each|late|overdue|early|feel\w*|work\w*|wears?|supply|vials?|ampou?les?|loading|tablets?|pills?"
    r"|if|away"
    r"|trip|holiday|safe|allowed|can i|could i|should i|shall i|leave|wait|stay\w*|in (?:my|the|your) (?:body|system)"
    r"|results?|tests?|many (?:of|injections|jabs|doses|shots|ones))\b",
    re.I,
)
# "How long will that be since my last one": up to the day that was just named.
_BY_THEN = re.compile(
    r"\b(?:will|would|'ll) (?:that|it|this)\b|\b(?:is|was) (?:that|this)\b|\b(?:that|this) (?:be|make|makes|is)\b"
    r"|\bby (?:then|that)\b"
    r"|\b(?:that|this) (?:one|day|date) (?:be|is|from)\b",
    re.I,
)
_SINCE = re.compile(rf"\b(?:since|after|from)\b[^.;?!]{{0,20}}{_LAST}", re.I)
_SO_FAR = re.compile(r"\b(?:now|today|so far|already|been|ago)\b", re.I)


def days_apart(text: str, state: State, who: Who) -> Move | None:
    """The two days, the earlier first: "day/day"."""
    plain = text.replace("’", "'")
    if not state.ready(who.today) or _HOW_FAR.search(plain) is None or _OTHER.search(plain):
        return None
    ends = list(_END.finditer(plain))
    since = _SINCE.search(plain)
    if len(ends) == 1 and since is not None and _BY_THEN.search(plain) and not _SO_FAR.search(plain):
        last, named = last_had(state, who.today), _named_last(state, who.today)
        return _move(last, named, text) if last is not None and named is not None else None
    days = named_days(plain, state, who)
    return _move(*days, text) if days is not None else None


def named_days(plain: str, state: State, who: Who) -> tuple[date, date] | None:
    """The two days that a text names as the ends of a time; None where it names fewer, or more."""
    ends = list(_END.finditer(plain))
    if len(ends) != 2:
        # "From the thirtieth of November to today".
        ends = list(_END.finditer(lex(plain).canon))
    if len(ends) != 2 or not _BETWEEN.search(plain):
        return None
    if ends[0]["now"] and not ends[1]["d"] and not ends[1]["dd"]:
        # How long it is from today, to the next or from the last one, has an answer of its own.
        return None
    days = _placed(ends, state, who.today)
    return (min(days), max(days)) if days is not None else None


def _move(first: date, second: date, text: str) -> Move | None:
    days = sorted((first, second))
    return Move("request", APART_OF, "/".join(day.isoformat() for day in days), rest=(0, len(text)))


def last_had(state: State, today: date) -> date | None:
    """The day of the last injection that was told of as had; None where none is known."""
    had = [dose.day for dose in state.given if dose.day <= today]
    had += [state.given_on] if state.given_on is not None else []
    if state.anchor is not None and state.anchor.kind == "last" and state.anchor.date <= today:
        had.append(state.anchor.date)
    return max(had, default=None)


def ahead(state: State, today: date, count: int) -> list[date]:
    """The next so many single days of the plan."""
    found: list[date] = []
    for day in plan_days(state, today):
        if day >= today and day not in found:
            found.append(day)
        if len(found) >= count:
            break
    return found


def _named_last(state: State, today: date) -> date | None:
    """The day of the plan that was named last."""
    place = max(state.told, 1)
    coming = ahead(state, today, place)
    return coming[-1] if len(coming) == place else None


def _placed(ends: list[re.Match[str]], state: State, today: date) -> tuple[date, date] | None:
    """The days of both ends: a day without its year is one that is known, else the one before or after the other."""
    known = {dose.day for dose in state.given} | set(ahead(state, today, 24))
    known |= {day for day in (state.given_on, state.booked, last_had(state, today)) if day is not None}
    found = [_placed_alone(end, known, state, today) for end in ends]
    first, second = found
    if first is None and second is None:
        second = _year_of(ends[1], today, 1)
    if first is None and second is not None:
        first = _year_of(ends[0], second, -1)
    if second is None and first is not None:
        second = _year_of(ends[1], first, 1)
    return (first, second) if first is not None and second is not None and first != second else None


def _placed_alone(end: re.Match[str], known: set[date], state: State, today: date) -> date | None:
    if end["now"]:
        return today
    if end["last"]:
        return last_had(state, today)
    if end["next"]:
        return next(iter(ahead(state, today, 1)), None)
    if end["y"]:
        return _day(end, int(end["y"]))
    day, month = _numbers(end)
    # "The 13th of October" is that of the log, and no other year's.
    named = [one for one in known if (one.day, one.month) == (day, month)]
    return min(named, key=lambda one: abs((one - today).days), default=None)


def _numbers(end: re.Match[str]) -> tuple[int, int]:
    day = re.sub(r"\D", "", end["d"] or end["dd"])
    return int(day), MONTH_PLACES[(end["m"] or end["mm"]).lower()]


def _day(end: re.Match[str], year: int) -> date | None:
    day, month = _numbers(end)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _year_of(end: re.Match[str], beside: date, step: int) -> date | None:
    """The next day of these numbers behind another day, or before it with a `step` of -1."""
    if not (end["d"] or end["dd"]):
        return None
    days = [_day(end, beside.year + n) for n in (0, step)]
    behind = [one for one in days if one is not None and (one - beside) * step > timedelta(0)]
    return min(behind, key=lambda one: abs(one - beside), default=None)


class DaysApart(View):
    """Says how far they are apart."""

    def days_apart(self, value: str) -> list[str]:
        """`value`: two days with a slash."""
        first, second = (date.fromisoformat(day) for day in value.split("/"))
        self.state.figure = value
        return [
            self.words("gap_between", day=full_date(first), date=full_date(second), span=self.in_both(first, second))
        ]

    def in_both(self, first: date, second: date) -> str:
        """The time from one day to another in days, and in weeks where it is two or more."""
        days = (second - first).days
        if days < _IN_WEEKS:
            return self._span(days)
        return self.words("days_and_weeks", count=days, weeks=self._span(days))


_IN_WEEKS = 14
