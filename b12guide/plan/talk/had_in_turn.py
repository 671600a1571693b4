"""Doses told in turn from the first on: "first jab was Monday 23rd, then Wednesday, and number three was yesterday". A
weekday behind another day is the next one after it."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ..model import MONTH_NAMES, WEEKDAYS
from ..reading.day_words import DAY_NUMBER, MONTHS, NTH, NTH_END, WEEKDAY_WORDS
from ..reading.reader import read_date
from .had_in_order import InOrder
from .message import NUMBERS, ORDINALS

_DOSE = r"(?:one|jab|jag|shot|injection|dose|needle|b-?12)"
_DAY = (
    rf"(?:(?:on |last |this |the )?(?:{WEEKDAY_WORDS})\b(?!s)"
    rf"(?:,? (?:the )?(?:{DAY_NUMBER} (?:of )?(?:{MONTHS})\b|{NTH}\b))?"
    rf"|(?:on )?(?:the )?{DAY_NUMBER} (?:of )?(?:{MONTHS})\b|(?:{MONTHS}) {DAY_NUMBER}\b|(?:on )?the {NTH}\b"
    r"|(?:the )?day before yesterday|yesterday|today|this morning)"
)
_NUMBER = rf"(?:[2-9]|{'|'.join(word for word in NUMBERS if word not in ('one', 'couple', 'a'))})"
_NTH = rf"(?:[2-9]{NTH_END}(?= {_DOSE})|{'|'.join(word for word in ORDINALS if word != 'first')})"
_LABEL = (
    rf"(?:(?:number|no\.?|dose|jab|shot|injection) (?P<{{0}}>{_NUMBER})|(?:the |my )?(?P<{{1}}>{_NTH})(?: {_DOSE})?)"
)
_WAS = r"(?:,? ?(?:was|were|had|given|got|came|i|on|it|me|that|done)\b){0,4}[ :,]{1,2}"
_HEAD = re.compile(
    rf"\b(?:(?:the |my |her |his )?(?:very )?first(?: {_DOSE}){{0,2}}|started|began|begun)(?: (?:it|them|loading|these"
    rf"|with|off)){{0,2}}{_WAS}(?P<day>{_DAY})",
    re.I,
)
_NEXT = re.compile(
    r"(?P<joint>[\s,;.]{1,3}"
    r"(?:(?:and|then|(?:the |my )?next(?: one)?(?: was)?|again|after that|another|one) ?,? ?){0,3})"
    rf"(?:{_LABEL.format('n', 'm')}{_WAS})?(?:on )?(?P<day>{_DAY})(?: (?:was|is|being|for) {_LABEL.format('k', 'l')})?",
    re.I,
)
_BARE = re.compile(rf"(?:(?:on|last|this|the) )?(?P<w>{WEEKDAY_WORDS})", re.I)
# What makes a day of the row one of no dose, or one to come.
_NOT_HAD = re.compile(
    r"\b(?:due|next (?:one|is)|is|will|'ll|going|booked|should|supposed|meant|missed|skipped|didn'?t|never|not|or|if"
    r"|cancell?ed|moved|until|till|maybe|tests?|bloods?|tomorrow|every|each)\b",
    re.I,
)
# What says that the days are in turn, and not those of every week.
_IN_TURN = re.compile(r"\b(?:then|next|after that|again|number|no|third|fourth|fifth|another)\b", re.I)
_LONGEST, _MOST = 400, 8


def had_in_turn(text: str, today: date) -> InOrder | None:
    """The doses of the row with their days; None where it is none, or may be one of days to come."""
    head = _HEAD.search(text) if len(text) <= _LONGEST else None
    if head is None or _NOT_HAD.search(head[0]):
        return None
    row = [head]
    while len(row) < _MOST:
        behind = _NEXT.match(text, row[-1].end())
        if behind is None or _NOT_HAD.search(behind[0]) or _label(behind) not in (None, len(row) + 1):
            break
        row.append(behind)
    start, end = head.start(), row[-1].end()
    if len(row) < 2 or not _IN_TURN.search(text[start:end]) or _goes_on(text, end):
        return None
    for first in _first_days(head["day"], today):
        days = _days(first, row[1:], today)
        if days is not None:
            last = days[-1]
            year = f" {last.year}" if (today - last).days > 300 else ""
            words = f"last one {last.day} {MONTH_NAMES[last.month - 1][:3]}{year}, had {len(days)} so far"
            return InOrder(tuple(days), text[:start] + words.ljust(end - start) + text[end:])
    return None


def _goes_on(text: str, end: int) -> bool:
    """Whether the row is one of days of every week, or its last day is more than that: "Monday or Tuesday"."""
    return (
        re.match(r"\s*(?:or\b|/|-|to \w|for \d|s\b|every\b|each\b|is\b|next\b|coming\b|will\b)", text[end:], re.I)
        is not None
    )


def _label(found: re.Match[str]) -> int | None:
    """The number that a dose of the row is said to be."""
    words = [found[name].lower() for name in ("n", "m", "k", "l") if found[name]]
    if not words:
        return None
    return NUMBERS.get(words[0]) or ORDINALS.get(words[0]) or int(re.sub(r"\D", "", words[0]))


def _first_days(words: str, today: date) -> list[date]:
    """The days that the first one may have been, the latest first."""
    read = read_date(words, today=today, role="last")
    if read.date is not None:
        return [read.date]
    options = read.question.options if read.question else ()
    found = [read_date(one, today=today, role="last").date for one in options]
    return sorted((day for day in found if day is not None and day <= today), reverse=True)


def _days(first: date, row: list[re.Match[str]], today: date) -> list[date] | None:
    """The days of the row from its first one; None where they do not follow on it up to today."""
    days = [first]
    for found in row:
        bare = _BARE.fullmatch(found["day"])
        if bare is not None:
            day = days[-1] + timedelta((WEEKDAYS.index(bare["w"][:3].lower()) - days[-1].weekday() - 1) % 7 + 1)
        else:
            told = read_date(found["day"], today=today, role="last").date
            if told is None:
                return None
            day = told
        if not days[-1] < day <= today:
            return None
        days.append(day)
    return days
