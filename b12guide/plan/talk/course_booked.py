"""A course told with its days: those that were had and those that are booked: "six loading doses, two had on Monday and
Thursday, four booked on the 1st, 3rd, 8th and 10th". Each day is that of its own dose, and none is counted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from ..model import WEEKDAYS, Anchor, Phase
from ..reading.day_words import MONTH_PLACES, MONTHS, NTH_END, WEEKDAY_WORDS
from ..reading.other_jabs import without_other_days
from ..reading.reader import read
from .message import number
from .outcome import Who
from .set_days_words import OTHER_THING
from .state import State

# The move of such a course.
COURSE = "course_booked"
_N = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_DOSES = r"(?:b-?12 |loading |starter |starting |initial ){0,3}(?:doses?|injections?|jabs?|jags?|shots?|ones?|needles?)"
_TOTAL = re.compile(
    rf"\b(?<!first )(?<!last )(?<!next )(?<!other )(?<!had )(?P<n>{_N}) (?:of )?{_DOSES}\b"
    r"(?! (?:booked|left|to (?:go|come)|had|done|given|so far))"
    rf"|\bcourse of (?P<n2>{_N})\b|\b(?P<n3>{_N}) in (?:all|total)\b|\bout of (?P<n4>{_N})\b"
    rf"|(?:{_DOSES}),? (?P<n5>{_N}) of them\b",
    re.I,
)
# Without the number of all, that the booked ones are the rest.
_REST = re.compile(r"\b(?:more|others?|rest|remaining|last)\b", re.I)
_COURSE = re.compile(r"\b(?:loading|starter|starting doses?|course|in (?:all|total)|out of)\b", re.I)
# "Friday, 4 more booked": how many, and no day.
_NO_DAY = rf"(?! (?:more|booked|left|of (?!{MONTHS})|others?|remaining|to (?:go|come))\b)"
# "Out of 3, on the 2nd": how many there are.
_COUNTS = ("out of ", "course of ")
_ITEM = re.compile(
    rf"(?P<lead>(?:\bthe |\bon )?)(?:\b(?P<w>{WEEKDAY_WORDS})\b\.?,? ?(?:the )?)?"
    rf"(?:\b(?P<d>\d{{1,2}})(?P<th>{NTH_END})?(?![\w/:.-]\d|[\w/:]){_NO_DAY}(?: (?:of )?(?P<m>{MONTHS})\b\.?)?"
    rf"|\b(?P<m2>{MONTHS})\b\.? (?:the )?(?P<d2>\d{{1,2}})(?:{NTH_END})?(?![\w/:]))"
    rf"|(?:\bthe |\bon )?\b(?P<w2>{WEEKDAY_WORDS})\b",
    re.I,
)
_BETWEEN = re.compile(r"[\s,;&+]{0,3}(?:(?:and|then|plus|n|on|the)\b[\s,]{0,2}){0,3}", re.I)
_CUES = re.compile(
    r"\b(?P<had>had|done|given|taken|behind me|so far|were|was)\b"
    r"|\b(?P<booked>booked|booking|appts?|appointments?|pencilled|lined up|down for|to come|to go|still to (?:go|have)"
    r"|left|remaining|next ones?|in the diary|coming up|scheduled)\b",
    re.I,
)
_BEHIND_ROW = re.compile(r"[\s,]{0,2}(?:(?:are|were|is|i'?ve|i|have|been|all|both)\s){0,3}", re.I)
_THEN = re.compile(
    r"(?:\bthen|\bafter(?:wards| that| those| them)?|\bfollowed by)\b[,:]?(?: (?:it'?s|its|they'?re|that'?s|i (?:get"
    r"|have)|i'?ll (?:have|get)|one|an?|injections?|jabs?|it will be|it'?ll be|on to|go(?:es)? to)){0,3}"
    r" (?P<often>[^.;!?\n,]{3,50})",
    re.I,
)
# What leaves it open which days stand: a doubt, a question, a day that was missed.
_UNSURE = re.compile(
    r"\?|\b(?:if|maybe|perhaps|not|never|i think|might|missed|skipped|cancel\w*|moved|changed|instead|or|due|supposed"
    r"|meant|should|(?:was|were) booked)\b|n't\b",
    re.I,
)
# A year, a week or a month that moves a row of days: they are asked.
_ELSEWHEN = re.compile(
    rf"\b20\d\d\b|\b(?:last|this|next|a|two|2) (?:week|fortnight)\b|\b(?:{WEEKDAY_WORDS}) week\b"
    rf"|\b(?:weeks?|days?) ago\b|\bweek after\b|\bin (?:the )?(?:a|one|two|three|\d) (?:weeks?|fortnights?|days?)\b"
    rf"|\bin (?:{MONTHS})\b|\bfortnight\b",
    re.I,
)
# A course lasts no longer, and no two of its days lie farther apart.
_LONGEST, _MOST_APART, _MOST = 600, timedelta(days=45), 12


@dataclass(frozen=True)
class CourseBooked:
    """The days that were had and those that are booked, and the part behind them, if one is told."""

    had: tuple[date, ...]
    booked: tuple[date, ...]
    behind: tuple[Phase, ...] = ()


@dataclass(frozen=True)
class _Item:
    weekday: int | None
    day: int | None
    month: int | None
    start: int
    end: int
    sure: bool

    def fits(self, day: date) -> bool:
        return self.weekday in (None, day.weekday()) and self.day in (None, day.day) and self.month in (None, day.month)


def course_booked(text: str, state: State, who: Who) -> CourseBooked | None:
    """The course that a message tells with all of its days, where no plan is known; None where a day is missing or may
    be another one."""
    plain = text.replace("’", "'")
    if state.phases or len(plain) > _LONGEST or _UNSURE.search(plain) or OTHER_THING.search(plain):
        return None
    if _ELSEWHEN.search(plain):
        return None
    if _COURSE.search(plain) is None or without_other_days(plain) != plain:
        return None
    rows = _rows(plain)
    had = [item for cue, row in rows for item in row if cue == "had"]
    booked = [item for cue, row in rows for item in row if cue == "booked"]
    if len(had) + len(booked) != sum(len(row) for _, row in rows) or not booked or len(rows) > _MOST:
        return None
    days = _latest(had, who.today)
    if days is None:
        return None
    coming = _coming(booked, max([who.today, *(day + timedelta(1) for day in days)]))
    if coming is None or not _in_step([*days, *coming]):
        return None
    total = _total(plain, rows)
    behind = _behind(plain, rows, who)
    both = len(days) + len(coming)
    if total is None and _REST.search(plain):
        total = both
    if behind is None or total != both or not 1 < both <= _MOST:
        return None
    return CourseBooked(tuple(days), tuple(coming), behind)


def take_course(state: State, told: CourseBooked) -> None:
    """The course as a plan: its log, and each booked day in the place of its own dose."""
    total = len(told.had) + len(told.booked)
    days = (*("" for _ in told.had), *(day.isoformat() for day in told.booked))
    state.phases = (Phase("loading", 1, 1, "d", count=total, days=days), *told.behind)
    for day in told.had:
        state.note(day, loading=True)
    state.anchor = Anchor("last", told.had[-1], 0, len(told.had)) if told.had else Anchor("first", told.booked[0])
    state.open, state.notes, state.booking = [], [], None


def _rows(plain: str) -> list[tuple[str, list[_Item]]]:
    """The rows of days, each with what is said of it by the words before it, or right behind it."""
    rows: list[list[_Item]] = []
    for match in _ITEM.finditer(plain):
        if plain.endswith(_COUNTS, 0, match.start()):
            continue
        item = _item(match)
        if rows and _BETWEEN.fullmatch(plain, rows[-1][-1].end, item.start):
            rows[-1].append(item)
        else:
            rows.append([item])
    # "2 booked" names no day: a number is one where its row has a month, or is the 2nd or a weekday.
    rows = [row for row in rows if any(item.sure for item in row)]
    found, at = [], 0
    for row in rows:
        before = list(_CUES.finditer(plain, at, row[0].start))
        behind = _BEHIND_ROW.match(plain, row[-1].end)
        cue = before[-1] if before else _CUES.match(plain, behind.end() if behind else row[-1].end)
        found.append((cue.lastgroup or "" if cue is not None else "", _with_months(row)))
        at = row[-1].end
    return found


def _item(match: re.Match[str]) -> _Item:
    weekday, day, month = match["w"] or match["w2"], match["d"] or match["d2"], match["m"] or match["m2"]
    return _Item(
        WEEKDAYS.index(weekday[:3].lower()) if weekday else None,
        int(day) if day else None,
        MONTH_PLACES[month.lower()] if month else None,
        *match.span(),
        bool(weekday or month or match["th"]),
    )


def _with_months(row: Sequence[_Item]) -> list[_Item]:
    """The row with each month where it counts: "20, 23 and 25 November", "December 2, 4 and 7"."""
    out: list[_Item] = []
    month = row[0].month if row[0].month is not None and all(item.month is None for item in row[1:]) else None
    for item in reversed(row):
        month = item.month or month
        own = item.month or (month if item.day is not None else None)
        out.append(_Item(item.weekday, item.day, own, item.start, item.end, item.sure))
    return out[::-1]


def _latest(row: Sequence[_Item], today: date) -> list[date] | None:
    """The latest such days up to today, in their order; None where today may be one of them."""
    days: list[date] = []
    for item in reversed(row):
        until = days[-1] - timedelta(1) if days else today
        if not days and item.day is None and item.weekday == today.weekday():
            return None
        day = next((d for n in range(_MOST_APART.days) if item.fits(d := until - timedelta(n))), None)
        if day is None:
            return None
        days.append(day)
    return days[::-1]


def _coming(row: Sequence[_Item], start: date) -> list[date] | None:
    """The first such days from a day on, in their order."""
    days: list[date] = []
    for item in row:
        begin = days[-1] + timedelta(1) if days else start
        if not days and item.day is None and item.weekday == begin.weekday() and begin == start:
            return None
        day = next((d for n in range(_MOST_APART.days) if item.fits(d := begin + timedelta(n))), None)
        if day is None:
            return None
        days.append(day)
    return days


def _in_step(days: Sequence[date]) -> bool:
    return all(timedelta(0) < later - earlier <= _MOST_APART for earlier, later in pairwise(days))


def _total(plain: str, rows: Sequence[tuple[str, list[_Item]]]) -> int | None:
    """How many the course has, in numbers that are no days."""
    days = [(item.start, item.end) for _, row in rows for item in row]
    said = {
        number(next(one for one in match.groups() if one).lower())
        for match in _TOTAL.finditer(plain)
        if not any(start <= match.start() < end for start, end in days)
    }
    return max((count for count in said if count), default=None)


def _behind(plain: str, rows: Sequence[tuple[str, list[_Item]]], who: Who) -> tuple[Phase, ...] | None:
    """The part behind the course; () where none is told, None where how often is said of anything else."""
    for item in (item for _, row in rows for item in row):
        plain = plain[: item.start] + " " * (item.end - item.start) + plain[item.end :]
    found = _THEN.search(plain)
    if found is not None:
        told = read(found["often"], today=who.today, country=who.country)
        told = told if told.phases else read(f"every {found['often']}", today=who.today, country=who.country)
        one = len(told.phases) == 1 and not told.phases[0].bounded and not told.questions
        left = f"{plain[: found.start()]} {plain[found.end() :]}"
        if not one or read(left, today=who.today, country=who.country).phases:
            return None
        return (replace(told.phases[0], kind="maintenance"),)
    return () if not read(plain, today=who.today, country=who.country).phases else None
