"""The day to come that people name in pieces: "this Friday, the 8th", "the day after", "the Tuesday instead".

All pieces have to fit one day: "Friday the 8th" is the next 8th that is a Friday. What is counted from the date that
was shown last ("the day after", "the Tuesday instead") lies beside that date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from ..dates.planner import next_doses
from ..dates.schedule import missing
from ..model import MONTH_NAMES, WEEKDAYS
from ..reading.day_words import DAY_NUMBER, MONTHS, NTH_END, WEEKDAY_ENDS, WEEKDAY_STARTS
from ..reading.lexer import lex
from .state import State

_WEEKDAY = (
    r"(?P<w{n}>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?"
    r"|sun(?:day)?)(?:'s)?"
)
_COUNT = r"(?P<{name}>\d{{1,2}}|a|an|one|two|three|four|five|six)"
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
# A time of the day is no day.
_TIME = re.compile(
    r"\b(?:at |about |around |for )?\d{1,2}(?:[:.]\d\d ?(?:am|pm)?|\s?(?:am|pm|o'?clock))\b"
    r"|\b(?:at|half(?: past)?|quarter (?:to|past)) (?:half |quarter )?(?:past |to )?\d{1,2}\b",
    re.I,
)
# What was, or is no day of a booking.
_PAST = re.compile(r"\b(?:last|past|yesterday|ago|previous|gone(?! (?:to|for|on|up|back|forward)\b))\b", re.I)
# "Moved from Monday to Tuesday", "Tuesday, not Monday": the day that no longer counts.
_DENIED = re.compile(
    rf"\b(?:from|not|rather than|instead of)(?: on)?(?: the)? (?:{_WEEKDAY.format(n=8)}\b(?: the)?)?\s?"
    rf"(?:(?:{MONTHS})\b\.? (?:the )?{DAY_NUMBER}\b|(?:{DAY_NUMBER}\b)?(?: of)?(?: (?:{MONTHS})\b)?)",
    re.I,
)
# A day that is counted otherwise: "the first Monday in January", "the Friday before Christmas", "every Friday".
_OTHERWISE = re.compile(
    rf"\b(?:first|second|third|fourth|last|final|[1-5]{NTH_END}) (?:{WEEKDAY_STARTS}){WEEKDAY_ENDS}"
    r"|\b(?:every|each|alternate|months?|end|start|middle|mid|beginning|early in|christmas|xmas|new year|easter|holiday"
    r"|thanksgiving|good friday|boxing)\b",
    re.I,
)
_MONTH_NAMED = re.compile(rf"\b(?:{MONTHS})\b", re.I)
_AFTER_TOMORROW = re.compile(r"\b(?:the )?day after (?:tomorrow|tmrw|tmr|tomoz)\b|\bovermorrow\b", re.I)
_TOMORROW = re.compile(r"\b(?:tomorrow|tomorow|tommorow|tommorrow|tmrw|tmr|tomoz|2moro|2morrow|the morn)\b", re.I)
_IN_SO_LONG = re.compile(
    rf"\bin {_COUNT.format(name='n')} (?P<u>day|week|fortnight)s?\b(?:'? time)?"
    rf"|\b{_COUNT.format(name='n2')} (?P<u2>day|week|fortnight)s? (?:from (?:now|today)|today)\b",
    re.I,
)
_WEEK_ON = re.compile(
    rf"\b(?:a )?week (?:on |from |come )?(?:this )?{_WEEKDAY.format(n=1)}\b"
    rf"|\b{_WEEKDAY.format(n=2)} week\b|\b{_WEEKDAY.format(n=3)} after next\b",
    re.I,
)
_THIS_WEEK = re.compile(r"\bthis (?:week|coming week)\b", re.I)
_NEXT_WEEK = re.compile(r"\bnext week\b", re.I)
_NEXT_DAY = re.compile(rf"\bnext {_WEEKDAY.format(n=1)}\b", re.I)
_THIS_DAY = re.compile(
    rf"\b(?:this|coming) (?:coming )?{_WEEKDAY.format(n=1)}\b|\b{_WEEKDAY.format(n=2)} coming\b", re.I
)
_NAMED = re.compile(rf"\b{_WEEKDAY.format(n=1)}(?![\w-])", re.I)
_DATE = re.compile(
    rf"\b(?P<d1>\d{{1,2}}){NTH_END}?\s?,? (?:of )?(?P<m1>{MONTHS})\b\.?(?:,? (?P<y1>20\d\d))?"
    rf"|\b(?P<m2>{MONTHS})\b\.? (?:the )?(?P<d2>\d{{1,2}}){NTH_END}?(?![\d:])(?:,? (?P<y2>20\d\d))?"
    rf"|\b(?P<d3>\d{{1,2}}){NTH_END}\b|\bthe (?P<d4>\d{{1,2}})\b(?! (?:day|week|month|year|jab|shot|dose|inj))",
    re.I,
)
_AFTER_WEEKDAY = re.compile(
    rf"\b{_WEEKDAY.format(n=1)}\s?,? (?P<d>\d{{1,2}})\b(?![:./]|\s?(?:am|pm|week|day|month))", re.I
)
_LONE_YEAR = re.compile(r"\b20\d\d\b")
# What is counted from the date that was shown.
_BESIDE = re.compile(
    rf"\b(?:the |a |{_COUNT.format(name='n')} )?(?P<u>day|week|fortnight)s?"
    r" (?P<way>after|later|before|earlier|sooner)\b"
    r"|\b(?:the )?(?P<next>next|following) (?P<u2>day)\b",
    re.I,
)
# "Pushed back 3 days", "put it off by a week": later; "brought forward a week": earlier. "Moved forward" is either.
_SHIFTED = re.compile(
    rf"\b(?:(?P<later>(?:pushed|put|moved|knocked|shifted|set|bumped)"
    rf"(?: (?:it|that|this|mine|me|us|him|her|them))? (?:back|off)"
    rf"|delayed(?: it)?)|brought(?: (?:it|that|mine|me|her|him))? forward)(?: by)?"
    rf" {_COUNT.format(name='n')} (?P<u>day|week|fortnight)s?\b",
    re.I,
)
_BESIDE_WEEKDAY = re.compile(
    rf"\b(?:the )?(?:following {_WEEKDAY.format(n=1)}|{_WEEKDAY.format(n=2)} (?P<way>after|following|before))\b",
    re.I,
)
_INSTEAD = re.compile(
    rf"\bthe {_WEEKDAY.format(n=1)}\b(?!\s?,? (?:the )?\d)|\b{_WEEKDAY.format(n=2)}\b[^.;!?]{{0,20}}\binstead\b"
    rf"|\binstead\b[^.;!?]{{0,20}}\b{_WEEKDAY.format(n=3)}\b",
    re.I,
)
# So far ahead a day is looked for: without its month, and with it.
_NEAR, _FAR = 62, 300
# Half a month: of two days that are about as near, that of the month which was spoken of is meant.
_OF_MONTH = 16
# A day with its month that lies so near ahead is to come.
_SOON = 31


@dataclass(frozen=True)
class Coming:
    """The days that the words fit, first the likelier one; `ahead`: they say themselves that it is to come."""

    days: tuple[date, ...] = ()
    ahead: bool = False


def shown_day(state: State, today: date) -> date | None:
    """The first day of the next dose, which was shown last; None where none can be counted yet."""
    if state.anchor is None or not state.phases or missing(state.phases, state.anchor) is not None:
        return None
    dose = next(iter(next_doses(state.phases, state.anchor, today=today, count=1)), None)
    return dose.earliest if dose is not None else None


def coming_day(text: str, *, today: date, shown: date | None = None) -> Coming:
    """The day from today on that all words of a message about days fit; two where speakers differ, none where nothing
    fits or something past is named. `shown`: the date of the next dose as it was shown last, or None."""
    text = lex(text).canon
    plain = _DENIED.sub(" ", _TIME.sub(" ", text))
    if _PAST.search(plain) or _OTHERWISE.search(text):
        return Coming()
    beside = _beside(plain, today, shown)
    plain = _BESIDE_WEEKDAY.sub(" ", plain) if beside else plain
    weekdays = {WEEKDAYS.index(_name(m)) for m in _NAMED.finditer(plain)}
    dates = _dates(plain)
    exact = _exact(plain, today)
    if not any(month for _, month, _ in dates) and _MONTH_NAMED.search(plain):
        # A month without its day.
        return Coming()
    if len(weekdays) > 1 or len(dates) > 1 or not (weekdays or dates or exact or beside):
        return Coming()
    weekday = next(iter(weekdays), None)
    day, month, year = next(iter(dates), (None, None, None))
    lone_year = _LONE_YEAR.search(plain)
    year = year or (int(lone_year[0]) if lone_year else None)
    # A number alone is of the month of the date that was shown, or of the next ones.
    reach = max(_NEAR, (shown - today).days + _NEAR // 2) if shown is not None else _NEAR
    ahead = (today + timedelta(n) for n in range(_FAR if month else reach))
    fits = [
        each
        for each in ahead
        if weekday in (None, each.weekday())
        and day in (None, each.day)
        and month in (None, each.month)
        and year in (None, each.year)
    ]
    pinned = exact or beside
    if pinned is not None:
        return Coming((pinned,) if pinned in fits or not (weekdays or dates) else (), True)
    if day is not None:
        past = (today - timedelta(n) for n in range(1, _NEAR))
        was = any(d.day == day and d.weekday() == weekday and month in (None, d.month) for d in past)
        ahead_said = _THIS_DAY.search(plain) is not None or (weekday is not None and not was)
        # Nobody says on the 2nd of May "9 May" of the one a year ago.
        ahead_said = ahead_said or (month is not None and bool(fits) and (fits[0] - today).days <= _SOON)
        return Coming(tuple(_nearest(fits, shown, today)[:1]), ahead_said)
    return _of_weekday(plain, fits, today, shown, instead=_INSTEAD.search(text) is not None)


def _of_weekday(plain: str, fits: list[date], today: date, shown: date | None, *, instead: bool) -> Coming:
    """A weekday by its name alone: the coming one, or the one beside the date that was shown."""
    if not fits:
        return Coming()
    first = fits[0]
    if _WEEK_ON.search(plain):
        first = first if first > today else first + timedelta(7)
        return Coming((first + timedelta(7),), True)
    monday = today - timedelta(today.weekday())
    for pattern, start in ((_THIS_WEEK, monday), (_NEXT_WEEK, monday + timedelta(7))):
        if pattern.search(plain):
            inside = tuple(day for day in fits if start <= day < start + timedelta(7))
            return Coming(inside, True)
    if _NEXT_DAY.search(plain):
        first = first if first > today else first + timedelta(7)
        same_week = first < monday + timedelta(7)
        return Coming((first, first + timedelta(7)) if same_week else (first,), True)
    if _THIS_DAY.search(plain):
        return Coming((first if first > today else first + timedelta(7),), True)
    near = _nearest(fits, shown, today)[0]
    if near != first and instead:
        return Coming((near,))
    if first == today:
        return Coming((today, today + timedelta(7)))
    return Coming((first,) if near == first else (first, near))


def _nearest(fits: list[date], shown: date | None, today: date) -> list[date]:
    """The days in the order of how near they are to the date that was shown, if that is still to come."""
    if shown is None or shown < today:
        return fits
    return sorted(fits, key=lambda day: (not of_month_shown(day, shown), abs((day - shown).days)))


def of_month_shown(day: date, shown: date) -> bool:
    """Whether a day lies in the month of the date that was shown, and not at the other end of it: "the 23rd", said of
    the 7th of December, is no day of November."""
    return (day.year, day.month) == (shown.year, shown.month) and abs((day - shown).days) <= _OF_MONTH


def _name(match: re.Match[str]) -> str:
    return next(value for name, value in match.groupdict().items() if name.startswith("w") and value)[:3].lower()


def _dates(plain: str) -> set[tuple[int | None, int | None, int | None]]:
    """Days of the month that are named, with month and year where they stand beside them; one said twice is one."""
    found: list[tuple[int, int | None, int | None]] = []
    for m in _DATE.finditer(plain):
        day = int(next(m[name] for name in ("d1", "d2", "d3", "d4") if m[name]))
        named = (m["m1"] or m["m2"] or "")[:3].lower()
        month = next((n for n, name in enumerate(MONTH_NAMES, 1) if named and name.lower().startswith(named)), None)
        year = m["y1"] or m["y2"]
        found.append((day, month, int(year) if year else None))
    found = found or [(int(m["d"]), None, None) for m in _AFTER_WEEKDAY.finditer(plain)]
    whole = {each for each in found if each[1] is not None}
    return {*whole, *(each for each in found if each[1] is None and not any(each[0] == w[0] for w in whole))}


def _exact(plain: str, today: date) -> date | None:
    """Tomorrow, the day after it, or so many days or weeks from now."""
    if _AFTER_TOMORROW.search(plain):
        return today + timedelta(2)
    if _TOMORROW.search(plain):
        return today + timedelta(1)
    found = _IN_SO_LONG.search(plain)
    if found is None:
        return None
    return today + timedelta(_count(found["n"] or found["n2"]) * _length(found["u"] or found["u2"]))


def _count(word: str | None) -> int:
    return _COUNTS.get(word.lower()) or int(word) if word else 1


def _length(unit: str) -> int:
    return {"day": 1, "week": 7, "fortnight": 14}[unit.lower()]


def _beside(plain: str, today: date, shown: date | None) -> date | None:
    """The day so long before or after the date that was shown, or the weekday next to it."""
    if shown is None or _AFTER_TOMORROW.search(plain):
        return None
    found = _BESIDE.search(plain)
    if found is not None:
        back = found["way"] is not None and found["way"].lower() in ("before", "earlier", "sooner")
        many = _count(found["n"]) * _length(found["u"] or found["u2"])
        day = shown + timedelta(-many if back else many)
        return day if day >= today else None
    shifted = _SHIFTED.search(plain)
    if shifted is not None:
        many = _count(shifted["n"]) * _length(shifted["u"])
        day = shown + timedelta(many if shifted["later"] else -many)
        return day if day >= today else None
    weekday = _BESIDE_WEEKDAY.search(plain)
    if weekday is None:
        return None
    back = weekday["way"] is not None and weekday["way"].lower() == "before"
    ahead = (WEEKDAYS.index(_name(weekday)) - shown.weekday()) % 7 or 7
    day = shown + timedelta(ahead - 7 if back and ahead < 7 else -7 if back else ahead)
    return day if day >= today else None
