"""Days told as had in a row that is not written out: "1,2,3,5 June", "3rd 5th 7th of May", "Mon Wed Fri last week"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ..model import MONTH_NAMES, WEEKDAYS
from ..reading.day_words import MONTH_PLACES, MONTHS, NTH_END, WEEKDAY_WORDS
from .denied_dates import latest_day
from .message import NUMBERS, number

_SEPARATOR = r"(?:\s{0,2}[,&+]\s{0,2}(?:and )?(?:on )?|\s{1,2}(?:and |then |plus )?(?:on )?)"
# A name is looked for ahead, so that a row of days is read in few ways.
_WEEKDAY = rf"(?=(?:{WEEKDAY_WORDS})\b)[a-z]{{3,9}}"
_DAY = rf"(?:{_WEEKDAY}\.?,? )?(?:the )?\d{{1,2}}{NTH_END}?\b"
_MONTH = rf"(?=(?:{MONTHS})\b)\w{{3,9}}"
_YEAR = r"(?:,? 20\d\d\b)?"
# "1,2,3,5 June", "3rd 5th and 7th of May", "June 2, 4 and 6", "27 May 3 June and 10 June".
_NUMBERS = re.compile(
    rf"\b(?:{_DAY}(?:{_SEPARATOR}{_DAY}){{0,8}}(?: of)? {_MONTH}{_YEAR}"
    rf"(?:{_SEPARATOR}{_DAY}(?:{_SEPARATOR}{_DAY}){{0,8}}(?: of)? {_MONTH}{_YEAR}){{0,3}}"
    rf"|{_MONTH}\.? (?:the )?{_DAY}(?:{_SEPARATOR}{_DAY}){{1,8}}(?![\d/:-]))",
    re.I,
)
# "The 6th and the 8th", where as many were said to be had as there are days.
_BARE = re.compile(
    rf"\b{_DAY}(?:{_SEPARATOR}{_DAY}){{1,8}}(?! (?:of )?(?:{MONTHS})\b)(?![\d/:-])",
    re.I,
)
_PIECE = re.compile(
    rf"(?:\b(?P<w>{WEEKDAY_WORDS})\.?,? (?:the )?)?(?P<d>\d{{1,2}})(?P<nth>{NTH_END})?\b|\b(?P<m>{MONTHS})\b"
    r"|\b(?P<y>20\d\d)\b",
    re.I,
)
_NEAR = {"yesterday": 1, "today": 0, "this morning": 0}
_NAMED = rf"(?:{_WEEKDAY}|yesterday|today|this morning)\.?"
# "Mon Wed Fri last week", "last Mon, Wed and Fri", "Monday and today".
_SEGMENT = (
    r"(?:(?:last week|this week|last|this past)[:,]? (?:on )?)?"
    rf"{_NAMED}(?:{_SEPARATOR}{_NAMED}){{0,6}}(?:,? (?:of )?(?:last week|this week)\b)?"
)
_WEEKDAYS_ROW = re.compile(rf"\b{_SEGMENT}(?:{_SEPARATOR}{_SEGMENT}){{0,2}}", re.I)
_ONE_SEGMENT = re.compile(
    r"\b(?:(?P<before>last week|this week|last|this past)[:,]? (?:on )?)?"
    rf"(?P<days>{_NAMED}(?:{_SEPARATOR}{_NAMED}){{0,6}})(?:,? (?:of )?(?P<week>last week|this week)\b)?",
    re.I,
)
# What tells apart the days of one week from those of every week.
_WHICH_WEEK = re.compile(r"\b(?:last|this|today|yesterday)\b", re.I)
_NAME = re.compile(rf"\b(?:(?P<w>{WEEKDAY_WORDS})|(?P<near>yesterday|today|this morning))\b", re.I)
_DOSES = (
    r"(?:it|them|mine|hers|his|first|ones|these|those|both|all|on|for|now|so|far|already|of|the|my|me|her|him|i|was|were|by"
    r"|just|only|and|altogether|total|in|that'?s|b12|jabs?|jags?|shots?|injections?|needles?|doses?|loading|nurse|here)"
)
_COUNT = rf"(?:\d{{1,2}}|{'|'.join(word for word in NUMBERS if word != 'couple')})"
# What tells, straight before the row, that doses were had: "I've had 4 now."
_HAD = re.compile(
    rf"\b(?:had|got|given|gave|done|did|took|taken|received|{_DOSES}\b(?<=jabs|shot|ions|oses|dles) (?:were )?on)\b"
    rf"(?:[\s,;:.()–—-]{{1,3}}(?:{_DOSES}|{_COUNT}|not {_COUNT})\b){{0,8}}[\s,;:.()–—-]{{0,3}}$",
    re.I,
)
# The same behind the row: "all done", "had those".
_DONE = re.compile(
    r"[\s,;:.()–—-]{1,3}(?:(?:all|now|already|have|been|were|i'?ve|i|they|are|and|so|that'?s)\b ?){0,4}"
    r"(?:done|had|given|finished)\b(?! (?:bloods?|tests?|a\b))",
    re.I,
)
# What makes the days something else than those of doses that were had.
_NOT_HAD = re.compile(
    r"\b(?:due|next|book(?:ed|ing)|rebooked|moved|missed|skipped|supposed|should|should'?ve|will|'ll|i'll|going|would"
    r"|or|either|which|until|till|from|between|if|unless|tests?|tested|bloods?|results?|cancell?ed|refused|never"
    r"|not had|did(?:n'?t| not)|have(?:n'?t| not)|was(?:n'?t| not)|ain'?t|without|away|holiday|instead|rather|meant"
    r"|appointments?|maybe|think|probably|perhaps|not sure|every|each|off work)\b"
    r"|^\W*(?:(?:and|so|but)\W+)?(?:have|has|did|do|does|was|were|can|could|is|are) (?:i|he|she|we|you|they|it|my)\b",
    re.I,
)
_TOLD_COUNT = re.compile(
    rf"\b(?:had|got|done|given|have|took) (?:only |just |about |(?:the |my )?first ){{0,2}}(?P<n>{_COUNT})\b"
    rf"(?:,? (?:and )?not {_COUNT}\b)?"
    r"(?: (?:now|already|so far|of (?:them|these|those|the)|jabs?|shots?|injections?|doses?|ones|altogether"
    r"|in all)\b){0,3}"
    r"[\s,;:.()–—-]{0,3}",
    re.I,
)
# "Had 2 not 5": so many in place of those that were told or taken for granted.
_NOT_SO_MANY = re.compile(rf"\bhad (?:only |just )?{_COUNT},? (?:and )?not {_COUNT}\b", re.I)
_A_DAY_MORE = re.compile(rf"\d{NTH_END}|\b(?:{MONTHS})\b(?<!may)|\d/\d|\b(?:yesterday|today|tomorrow)\b", re.I)
_SENTENCE_END = re.compile(r"[.;!?\n](?=\s|$)")
_TO_COME = re.compile(r"(?<=[.;!\n])\s{1,3}(?:and |so |the |my |then ){0,3}next\b[^.;!?\n]{0,60}(?=[.;!\n]|$)", re.I)
_REACH = 80
# So many places more than there are of them are hardly left out of a row of doses.
_PASSED = 2
# So many days ago a day without its year is rather one to come.
_LONG_AGO = 300


@dataclass(frozen=True)
class HadRow:
    """The days in their order, where their words stand, how many the text says they are, and whether it says that
    they are not as many as were told before."""

    days: tuple[date, ...]
    start: int
    end: int
    count: int | None = None
    replaces: bool = False


def had_row(text: str, today: date) -> HadRow | None:
    """The row of two days or more that a text tells of as had; None where there is none, or more than the row."""
    for pattern, days_of in ((_NUMBERS, _by_number), (_WEEKDAYS_ROW, _by_name), (_BARE, _by_latest)):
        match = pattern.search(text)
        while match is not None:
            days = days_of(match, today)
            row = _told(text, days, match.start(), match.end()) if days is not None else None
            if row is not None and _is_certain(row, pattern, match[0]):
                return row
            # "Had 4, 1st 3rd 5th June": the number before the days is none of them.
            match = pattern.search(text, match.start() + 1)
    return None


def _is_certain(row: HadRow, pattern: re.Pattern[str], words: str) -> bool:
    """Whether the words of a row leave no doubt of its month or week."""
    if pattern is _NUMBERS:
        return True
    if pattern is _BARE:
        # "Wed 5th, Fri 7th": each of the latest days of these numbers is of the weekday that is said to be its own.
        pieces = [piece for piece in _PIECE.finditer(words) if piece["d"]]
        # "1st, 3rd, 5th, 8th": of so many doses these are no places, but days.
        places = int(pieces[-1]["d"]) <= len(pieces) + _PASSED or not all(piece["nth"] for piece in pieces)
        return all(piece["w"] for piece in pieces) or row.count == len(row.days) or not (places or len(pieces) < 3)
    return row.count is not None or _WHICH_WEEK.search(words) is not None


def _told(text: str, days: Sequence[date], start: int, end: int) -> HadRow | None:
    """The row with what is told around it; None where nothing says that the doses were had."""
    before = text[max(0, start - _REACH) : start]
    had, done = _HAD.search(before), _DONE.match(text, end)
    if had is None and done is None:
        return None
    begin = max(text.rfind(mark, 0, start - len(before) + had.start() if had else start) for mark in ".;!?\n") + 1
    behind = _SENTENCE_END.split(text[end : end + 30], maxsplit=1)[0]
    # Of a day in a sentence of its own, that says that it is to come, the row is none.
    rest = text[:start] + " " + _TO_COME.sub(" ", text[end:])
    if _NOT_HAD.search(text[begin:start] + " " + behind) or _A_DAY_MORE.search(rest):
        return None
    counted = [match for match in _TOLD_COUNT.finditer(text[:start]) if begin <= match.start()]
    count = number(counted[-1]["n"].lower()) if counted else None
    if done is not None and re.search(r"\b(?:all )?done$", done[0], re.I):
        end = done.end()
    return HadRow(tuple(days), start, end, count, _NOT_SO_MANY.search(text) is not None)


def apart_to_come(text: str) -> tuple[str, str]:
    """`text` with blanks in the place of a sentence that names the next one, behind a row; and that sentence."""
    found = _TO_COME.search(text)
    if found is None:
        return text, ""
    return text[: found.start()] + " " * len(found[0]) + text[found.end() :], found[0].strip()


def without_count(text: str) -> str:
    """`text` with blanks in the place of how many were had."""
    return _TOLD_COUNT.sub(lambda match: " " * len(match[0]), text)


def _by_number(match: re.Match[str], today: date) -> list[date] | None:
    """The days of numbers with their months."""
    pieces = [*_PIECE.finditer(match[0])]
    if pieces and pieces[0]["m"]:
        pieces = [*pieces[1:], pieces[0]]
    days: list[date] = []
    waiting: list[re.Match[str]] = []
    for place, piece in enumerate(pieces):
        if piece["d"]:
            waiting.append(piece)
        elif piece["m"]:
            year = pieces[place + 1]["y"] if place + 1 < len(pieces) else None
            found = _in_month(waiting, MONTH_PLACES[piece["m"].lower()], int(year) if year else None, today)
            if found is None:
                return None
            days += found
            waiting = []
    if waiting or len(days) < 2 or days != sorted(set(days)):
        return None
    return days


def _by_latest(match: re.Match[str], today: date) -> list[date] | None:
    """The latest days of these numbers, where they stand in their order and each is of its weekday."""
    pieces = [piece for piece in _PIECE.finditer(match[0]) if piece["d"]]
    found = [latest_day(int(piece["d"]), today) for piece in pieces]
    days = [day for day in found if day is not None]
    if len(days) != len(found) or days != sorted(set(days)):
        return None
    named = [(piece["w"] or "")[:3].lower() for piece in pieces]
    fits = all(not name or WEEKDAYS[day.weekday()] == name for name, day in zip(named, days, strict=True))
    return days if fits else None


def _in_month(pieces: Sequence[re.Match[str]], month: int, year: int | None, today: date) -> list[date] | None:
    days: list[date] = []
    for piece in pieces:
        try:
            day = date(year, month, int(piece["d"])) if year else latest_day(int(piece["d"]), today, month=month)
        except ValueError:
            return None
        named = (piece["w"] or "")[:3].lower()
        if day is None or day > today or (not year and (today - day).days > _LONG_AGO):
            return None
        if named and WEEKDAYS[day.weekday()] != named:
            return None
        days.append(day)
    return days


def _by_name(match: re.Match[str], today: date) -> list[date] | None:
    """The days of weekdays in their order, week by week."""
    days: list[date] = []
    for segment in reversed([*_ONE_SEGMENT.finditer(match[0])]):
        found = _of_week(segment, days[0] if days else None, today)
        if found is None:
            return None
        days = [*found, *days]
    return days if len(days) > 1 and days == sorted(set(days)) and days[-1] <= today else None


def _of_week(segment: re.Match[str], before: date | None, today: date) -> list[date] | None:
    """The days of a week that is named, else the latest up to today, or to those of the week named after them."""
    week = (segment["week"] or segment["before"] or "").lower()
    monday = today - timedelta(days=today.weekday() + (7 if week == "last week" else 0))
    days: list[date] = []
    for name in reversed([*_NAME.finditer(segment["days"])]):
        if name["near"]:
            day = today - timedelta(days=_NEAR[name["near"].lower()])
        elif week.endswith("week"):
            day = monday + timedelta(days=WEEKDAYS.index(name["w"][:3].lower()))
        else:
            until = days[-1] if days else before or today
            day = until - timedelta(days=(until.weekday() - WEEKDAYS.index(name["w"][:3].lower())) % 7)
            if day == today:
                # On a Monday, "Monday" may be today.
                return None
        days.append(day)
    days.reverse()
    if week in ("last", "this past"):
        # "Last Mon, Wed and Fri" are days of one week.
        begin = days[-1] - timedelta(days=days[-1].weekday())
        days = [begin + timedelta(days=day.weekday()) for day in days]
    return days


def last_words(days: Sequence[date], count: int | None, today: date) -> str:
    """The last of the days, with how many were had, as the grammar reads them."""
    last = days[-1]
    year = f" {last.year}" if (today - last).days > _LONG_AGO else ""
    counted = f", had {count} so far" if count is not None else ""
    return f"last one {last.day} {MONTH_NAMES[last.month - 1][:3]}{year}{counted}"
