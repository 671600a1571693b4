"""How late or early a dose was that was had: "it was due on the 30th, I had it on the 18th, how many days late was I?".

Both days are told, or the day that it was had is the last one's. Nothing is counted from the day on which one was due.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from ..model import full_date
from ..reading.day_words import MONTHS, NTH_END, WEEKDAY_WORDS
from .message import Said
from .move import Move
from .outcome import Who
from .said_day import said_day
from .state import State
from .templates import Wording

HOW_LATE = "how_late_was"
_OFF = r"(?:late|overdue|early|behind|delayed|off|over)"
_ASKS = re.compile(
    rf"\bhow (?:many|much|long|far|late|early)\b[^.?!;]{{0,40}}?\b{_OFF}\b"
    r"|\bhow (?:late|early|overdue)\b"
    rf"|\b(?:was|were|am|is|did|does) (?:i|it|that|this|she|he|we|mine|hers|his)\b[^.?!;]{{0,20}}\b{_OFF}\b",
    re.I,
)
_IN_DAYS = re.compile(r"\bhow many (?:days|weeks)\b", re.I)
_EARLY = re.compile(r"\bearly\b", re.I)
# It is asked of one that was had, and not of one to come.
_OF_ONE_HAD = re.compile(
    r"\b(?:was|were|did|that make|made|(?:one|jab|shot|injection|dose|it) (?:that )?(?:i|she|he|we)"
    r"(?:'?ve| have|'s| has)?(?: just)? (?:had|got)|i(?:'?ve| have)? (?:just )?(?:had|got))\b",
    re.I,
)
_NOT_YET = re.compile(
    r"\b(?:haven'?t|hasn'?t|have not|has not|not yet|still not|never|didn'?t|next|will|would|each|every one|if)\b", re.I
)
_NOT_NEXT = re.compile(r"\bnot (?:the|my|about the) next(?: one)?\b", re.I)
_BESIDE = (
    r"(?:have|had|has|be|been|get|got|gotten|it|mine|my|a|one|the|that|jab|shot|injection|on|for|in|done|given|due)"
)
_LABEL = re.compile(
    rf"\b(?P<meant>(?:should(?:'?ve|n'?t|a| of| have)?|s[uo]p+os\w*|sposed|meant|(?:was|were) to|due|booked"
    rf"|scheduled|planned|down|pencilled|was for|appointment|original\w*)(?: {_BESIDE}){{0,8}})\b"
    r"|\b(?P<had>had|got|gave|given|did|done|took|taken|went|jabbed|injected|came|happened|managed|actual(?:ly)?)\b",
    re.I,
)
_DAY = re.compile(
    rf"(?:\b(?:(?:this|last) )?(?:{WEEKDAY_WORDS})\b\.?,? )?(?:\bthe )?"
    rf"(?:\b\d{{1,2}}{NTH_END}?(?: day)?(?: of)? ?(?:{MONTHS})\b(?:,? 20\d\d)?"
    rf"|\b(?:{MONTHS})\b\.? (?:the )?\d{{1,2}}{NTH_END}?\b(?![:/])(?:,? 20\d\d)?"
    rf"|\b20\d\d-\d\d-\d\d\b|\b\d{{1,2}}[/.]\d{{1,2}}(?:[/.](?:20)?\d\d)?\b"
    rf"|\b\d{{1,2}}{NTH_END}\b(?! (?:jab|shot|dose|inj|one|time)))"
    r"|\b(?:yesterday|today|this morning)\b"
    rf"|\b(?:last )?(?:{WEEKDAY_WORDS})\b",
    re.I,
)
_LONE = re.compile(rf"(?:the )?(\d{{1,2}}){NTH_END}", re.I)
_TO = re.compile(r"\b(?:from|between)\b|\b(?:til+|until|to)\b|[-–]", re.I)


@dataclass(frozen=True)
class _Day:
    """A day that is named, and what it was: that of the dose as meant, as had, or not told."""

    words: str
    label: str
    start: int
    end: int


def how_late_was(text: str, state: State, who: Who) -> Move | None:
    """The question with both days, "due/had", of which the first may not be known; None where it is not asked, or a day
    can be read in two ways."""
    plain = text.replace("’", "'")
    named = list(_named(plain))
    asked = _ASKS.search(plain)
    if asked is None or _NOT_YET.search(_NOT_NEXT.sub(" ", plain)):
        return None
    found = _both(named, plain, state, who, early=_EARLY.search(plain) is not None)
    if found is None:
        return None
    due, had = found
    of_one_had = _OF_ONE_HAD.search(plain) and _PAST.search(asked[0] + plain[asked.end() :])
    if not (of_one_had or (named and due is not None)):
        return None
    value = f"{due.isoformat() if due else ''}/{had.isoformat()}"
    return Move("request", HOW_LATE, value, rest=(0, len(text)))


# "How late am I" is asked of one to come.
_PAST = re.compile(r"\b(?:was|were|did|made|had)\b", re.I)


def _named(text: str) -> Iterator[_Day]:
    """The days of a message with what stands nearest before each, else behind it, up to the next one."""
    found = list(_DAY.finditer(text))
    for place, match in enumerate(found):
        start = found[place - 1].end() if place else 0
        end = found[place + 1].start() if place + 1 < len(found) else len(text)
        before = list(_LABEL.finditer(text, start, match.start()))
        behind = _LABEL.search(text, match.end(), end) if not before and place + 1 == len(found) else None
        label = before[-1] if before else behind
        kind = "" if label is None else "meant" if label["meant"] else "had"
        yield _Day(match[0].strip(" ,."), kind, match.start(), match.end())


def days_named(text: str) -> list[_Day]:
    """The days of a message, each with what it is said to be."""
    return list(_named(text))


def _both(
    named: list[_Day], text: str, state: State, who: Who, *, early: bool
) -> tuple[date | None, date] | None:  # fmt: skip
    """When it was due, if that is told or known, and when it was had."""
    meant = [one for one in named if one.label == "meant"]
    had = [one for one in named if one.label == "had"]
    bare = [one for one in named if not one.label]
    if len(named) == 2 and len(bare) == 2:
        # "30 October to 18 November": the later one is that on which a late one was had.
        first, second = (_day(one.words, who) for one in bare)
        if first is None or second is None or not _TO.search(text):
            return None
        ordered = sorted((first, second), reverse=early)
        return (ordered[0], ordered[1]) if ordered[1] <= who.today else None
    if len(meant) == 1 and len(had) == 0 and len(bare) == 1:
        had, bare = bare, []
    elif len(had) == 1 and len(meant) == 0 and len(bare) == 1:
        meant, bare = bare, []
    if len(meant) > 1 or len(had) > 1 or bare:
        return None
    was = _when_had(had[0].words, meant, state, who) if had else day_of_last(state)
    if was is None or was > who.today:
        return None
    if not meant:
        return (_known_due(state) if was == day_of_last(state) else None), was
    due = when_due(meant[0].words, was, who, early=early)
    # "Had it on 17 December, booked for 24 March, is it too late": the day to come is that of the next one.
    return (due, was) if due is not None and (early or due <= who.today) else None


def _known_due(state: State) -> date | None:
    """When the last dose was due, as it was told or counted before."""
    due, _, had = (state.lateness or "").partition("/")
    last = day_of_last(state)
    if last is not None and had == last.isoformat():
        return date.fromisoformat(due)
    return state.due_was


def day_of_last(state: State) -> date | None:
    """The day of the last dose that was had."""
    if state.anchor is not None and state.anchor.kind == "last":
        return state.anchor.date
    return max((dose.day for dose in state.given), default=state.given_on)


def _when_had(words: str, meant: list[_Day], state: State, who: Who) -> date | None:
    lone = _LONE.fullmatch(words)
    if lone is None:
        return _day(words, who)
    last = day_of_last(state)
    if last is not None and last.day == int(lone[1]):
        return last
    return _before(int(lone[1]), who.today)


def when_due(words: str, had: date, who: Who, *, early: bool) -> date | None:
    lone = _LONE.fullmatch(words)
    if lone is None:
        told = _day(words, who) or said_day(words, "next", who).date
        return _nearest(told, had, words)
    return _behind(int(lone[1]), had) if early else _before(int(lone[1]), had)


def _nearest(day: date | None, had: date, words: str) -> date | None:
    """A day whose year is not told, in the year in which it is nearest to another."""
    if day is None or re.search(r"20\d\d", words) or not re.search(rf"\b(?:{MONTHS})\b", words, re.I):
        return day
    years = [day + relativedelta(years=off) for off in (-1, 0, 1)]
    return min(years, key=lambda one: abs((one - had).days))


def _day(words: str, who: Who) -> date | None:
    lone = _LONE.fullmatch(words)
    if lone is not None:
        return _before(int(lone[1]), who.today)
    return said_day(words, "last", who).date


def _before(number: int, day: date) -> date | None:
    """The latest day of the month with a number, up to `day`."""
    start = day
    for _ in range(3):
        if number <= monthrange(start.year, start.month)[1] and (found := start.replace(day=number)) <= day:
            return found if number else None
        start = start.replace(day=1) - timedelta(1)
    return None


def _behind(number: int, day: date) -> date | None:
    """The first day of the month with a number, from `day` on."""
    start = day
    for _ in range(3):
        if number <= monthrange(start.year, start.month)[1] and (found := start.replace(day=number)) >= day:
            return found
        start = start.replace(day=monthrange(start.year, start.month)[1]) + timedelta(1)
    return None


_LIGHT = frozenset(
    (
        "it",
        "and",
        "but",
        "so",
        "was",
        "due",
        "on",
        "for",
        "meant",
        "supposed",
        "to",
        "be",
        "the",
        "of",
        "should",
        "have",
        "been",
        "i",
    )
)


def lone_due(text: str, state: State, who: Who) -> Move | None:
    """The day on which the last one was due, in answer to that question."""
    last, found, known = day_of_last(state), [*_DAY.finditer(text)], state.lateness or state.asks_due
    if known and len(found) == 2 and not Said.of(_LABEL.sub(" ", _DAY.sub(" ", text))).left([], _LIGHT):
        both = _both(list(_named(text)), text, state, who, early=False)
        if both is not None and both[0] is not None and any(one.label == "meant" for one in _named(text)):
            value = "/".join(day.isoformat() for day in both if day is not None)
            return Move("request", HOW_LATE, value, rest=(0, len(text)))
    if not state.asks_due or last is None or len(found) != 1:
        return None
    rest = f"{text[: found[0].start()]} {text[found[0].end() :]}"
    due = None if Said.of(rest).left([], _LIGHT) else when_due(found[0][0].strip(" ,."), last, who, early=False)
    return Move("request", HOW_LATE, f"{due.isoformat()}/{last.isoformat()}", rest=(0, len(text))) if due else None


def without_days_due(text: str) -> str:
    """`text` without the sentences and clauses that name a day or ask how late it was: what else is told."""
    parts = re.split(r"(?<=[.;:!?,\n])\s+|\s+(?=but |and )", text)
    return " ".join(part for part in parts if not (_DAY.search(part) or _ASKS.search(part)))


def lateness_line(value: str, words: Wording) -> str:
    """So many days late or early; `value` is "due/had"."""
    due, had = (date.fromisoformat(day) for day in value.split("/"))
    off = (had - due).days
    span = words("day") if abs(off) == 1 else words("days", count=abs(off))
    if not off:
        return words("was_on_its_day", date=full_date(had))
    return words("was_late" if off > 0 else "was_early", span=span, planned=full_date(due), date=full_date(had))
