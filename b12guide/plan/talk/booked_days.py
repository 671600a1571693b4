"""Several dates that the clinic set at once: "Wednesday, Friday and Monday 1 March", "wed 24th and mon 1st"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ..model import MONTH_NAMES, WEEKDAY_NAMES
from ..reading.day_words import DAY_NUMBER, MONTH_ENDS, MONTH_STARTS, NTH_END, WEEKDAY_ENDS, WEEKDAY_STARTS
from .coming_day import of_month_shown
from .days_named_in import with_weekday_joined, without_denied_days

# The number before a unit is no day.
_WEEKDAY = rf"(?:\b(?P<w{{n}}>{WEEKDAY_STARTS}){WEEKDAY_ENDS.replace('{', '{{').replace('}', '}}')}\.?)"
_NO_UNIT = r"(?! ?-?(?:days?|weeks?|wks?|months?|mths?|years?|hours?|minutes?|mins?|jabs?|shots?|injections?|doses?)\b)"
_MONTH = rf"(?P<m>{MONTH_STARTS}){MONTH_ENDS}\.?"
_DAY = rf"(?:the )?(?P<d>\d{{1,2}}){NTH_END}?(?: (?:of )?{_MONTH})?"
# One date: a weekday, a day with or without its month, or both.
_ONE = re.compile(
    rf"(?:{_WEEKDAY.format(n=1)},? )?{_DAY}(?:,? (?P<y>20\d\d))?(?![\w:]){_NO_UNIT}|{_WEEKDAY.format(n=2)}(?!\w)", re.I
)
_RECURS = re.compile(r"[a-z]+days\b", re.I)
_JOINED = re.compile(r"\W*(?:\s|,)\s*(?:and |then |& |also ){0,8}(?:on |the )?", re.I)
_TIME = re.compile(
    r"\b(?:at|@) ?\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|o'?clock)?(?!\w)|\b\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|o'?clock)\b"
    r"|\b\d{1,2}[:.]\d\d\b(?![./])",
    re.I,
)
_WITH_MONTH = re.compile(
    rf"\b{DAY_NUMBER}(?: of)? {_MONTH}(?:,? 20\d\d)?(?!\w)"
    rf"|\b{_MONTH.replace('<m>', '<m2>')} {DAY_NUMBER}(?!\w)(?:,? 20\d\d)?",
    re.I,
)
# "The second Tuesday in November".
_NTH_WEEKDAY = re.compile(
    rf"\b(?:the )?(?:first|second|third|fourth|last|[1-4]{NTH_END}) {_WEEKDAY.format(n=3)} (?:in|of) (?:the )?"
    rf"{_MONTH.replace('<m>', '<m3>')}(?:,? 20\d\d)?(?!\w)",
    re.I,
)
_LONE_DAY = re.compile(rf"\b(?:the )?(\d{{1,2}}){NTH_END}\b|\bthe (\d{{1,2}})(?![\w/:.-]*\d)\b", re.I)
_LONE_WEEKDAY = re.compile(r"\b(mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b", re.I)
# A weekday is the coming one where that lies so near to the day that one is due.
_NEAR = timedelta(days=7)
# A set date further off than this is another one than the next.
_AHEAD = 120


def booked_days(text: str, *, today: date) -> tuple[date, ...]:
    """The dates of the longest row of dates in a message, from today on and each after the one before; () where fewer
    than two stand in a row, or one of them has no such day. A weekday is the first one after the date before."""
    text = without_denied_days(with_weekday_joined(text, today))
    rows: list[list[re.Match[str]]] = []
    end = -1
    for match in _ONE.finditer(text):
        joined = end >= 0 and _JOINED.fullmatch(text[end : match.start()]) is not None
        if joined:
            rows[-1].append(match)
        else:
            rows.append([match])
        end = match.end()
    row = max(rows, key=len, default=[])
    if any(_RECURS.match(match[0].strip()) for match in row):
        # "Tuesdays and Fridays" says how they are from then on, and sets no date.
        return ()
    days: list[date] = []
    for match in row if len(row) > 1 else ():
        if days and match["w2"] and WEEKDAY_NAMES[days[-1].weekday()].lower().startswith(match["w2"].lower()):
            # "The 16th (Fri)": the weekday is that of the date before it.
            continue
        day = _placed(match, days[-1] + timedelta(1) if days else today)
        if day is None:
            return ()
        days.append(day)
    return tuple(days) if len(days) > 1 else ()


def without_time(text: str) -> str:
    """The message without the time of day: "14 July at 10am"."""
    return _TIME.sub(" ", text)


def day_with_month(text: str) -> str | None:
    """The words of the one date with its month that a message names; None where it names none, or several."""
    found = [match[0] for one in (_WITH_MONTH, _NTH_WEEKDAY) for match in one.finditer(text)]
    return found[0] if len(found) == 1 else None


def lone_days(text: str, due: date, *, today: date) -> tuple[date, ...]:
    """The days from today on that a day without its month ("the 14th"), or a weekday alone, may be, where one is due on
    `due`: the nearest such day to that; of a weekday the coming one, or both where they lie apart. () where a message
    names neither, or several."""
    numbers = {int(match[1] or match[2]) for match in _LONE_DAY.finditer(text)}
    weekdays = {match[1][:3].lower() for match in _LONE_WEEKDAY.finditer(text)}
    if len(numbers) > 1 or len(weekdays) > 1 or not (numbers or weekdays) or _WITH_MONTH.search(text):
        return ()
    ahead = [today + timedelta(days) for days in range(_AHEAD + max((due - today).days, 0))]
    fits = [
        day
        for day in ahead
        if (not numbers or day.day in numbers)
        and (not weekdays or WEEKDAY_NAMES[day.weekday()][:3].lower() in weekdays)
    ]
    if not fits:
        return ()
    nearest = min(fits, key=lambda day: abs(day - due))
    if numbers:
        return (min(fits, key=lambda day: (not of_month_shown(day, due), abs(day - due))),)
    coming = fits[0]
    return (coming,) if due - coming <= _NEAR else (coming, nearest)


def _placed(match: re.Match[str], first: date) -> date | None:
    """The first day from `first` on that is as it was said."""
    weekday = match["w1"] or match["w2"]
    for ahead in range(_AHEAD):
        day = first + timedelta(ahead)
        fits = not weekday or WEEKDAY_NAMES[day.weekday()].lower().startswith(weekday.lower())
        fits = fits and (not match["d"] or day.day == int(match["d"]))
        fits = fits and (not match["m"] or MONTH_NAMES[day.month - 1].lower().startswith(match["m"].lower()))
        if fits and (not match["y"] or day.year == int(match["y"])):
            return day
    return None
