"""The day of the last dose put right by the one beside it, with both told: "it was the day after, the 12th of
November", "my last was Labour Day. Correction, day after"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ..model import full_date
from ..reading.day_words import DAY_NUMBER, MONTHS, WEEKDAY_WORDS
from ..reading.reader import read, read_date
from .state import CHANGE, CONFIRM, State

_WAY = r"(?:the )?day (?P<way>after|before)(?: that)?"
_DAY = (
    rf"(?:(?:{WEEKDAY_WORDS}),? )?(?:the )?(?:{DAY_NUMBER}(?: of)? (?:{MONTHS})\b"
    rf"|(?:{MONTHS})\b\.? (?:the )?{DAY_NUMBER}"
    rf"(?!\d)|\d{{1,2}}(?:st|nd|rd|th)\b)(?:,? 20\d\d)?"
)
_TWICE = re.compile(
    rf"\b(?:(?:it|that|mine) was|twas|(?:i|she|he) (?:had|got) (?:it|mine|one)) (?:actually |really |on ){{0,2}}{_WAY}"
    rf"[,;:–-]? (?:so |that'?s |that is |which is |i\.?e\.? |on ){{0,2}}(?P<day>{_DAY})(?! (?:to|-|at) )",
    re.I,
)
_MENDED = re.compile(
    r"[\s,.;:!–—-]{1,4}(?:(?:no|oh|wait|hang on|hold on|sorry|oops|whoops|correction|actually|i mean|i meant"
    r"|make that|scrap that|i tell a lie|rather|my mistake)[\s,.;:!–—-]{1,4}){1,4}"
    rf"(?:(?:it was|that was|was|on|so) ){{0,2}}{_WAY}(?=\s*(?:$|[,.;!]|they\b|because|cos|as\b|and\b|so\b))",
    re.I,
)
# "Monday 26 October, I said": of the one that was shown.
_AS_SAID = re.compile(
    rf"\b(?P<day>{_DAY}),? (?:(?:like|as|is what|that'?s what|was what) )?i (?:just "
    rf"|already )?(?:said|told you|wrote|put)"
    r"\b(?! (?:to|it (?:is|will)|next|the next))",
    re.I,
)
_PIECE = re.compile(r"[,.;:!?\n]\s")
_HAD = re.compile(r"\b(?:last|latest|had|got|given|was)\b", re.I)


def with_day_mended(text: str, state: State, today: date) -> str:
    """`text` with the whole date of the last dose in the place of both."""
    return _said_before(_of_known(_in_one(text, today), state, today), state, today)


def _said_before(text: str, state: State, today: date) -> str:
    """The day of the last one said once more, where another was taken for it."""
    anchor, found = state.anchor, _AS_SAID.search(text)
    if found is None or anchor is None or anchor.kind != "last" or state.about not in (CONFIRM, CHANGE):
        return text
    day = read_date(found["day"], today=today, role="last").date
    if day is None or day > today or state.confirmed:
        return text
    return f"{text[: found.start()]}the last one was on {full_date(day)}{text[found.end() :]}"


def _of_known(text: str, state: State, today: date) -> str:
    """The day beside the known one, told once more by its number."""
    anchor, found = state.anchor, _TWICE.search(text)
    if found is None or anchor is None or anchor.kind != "last" or state.about not in (None, CONFIRM, CHANGE):
        return text
    day = _beside(anchor.date, found["way"])
    told = read_date(found["day"], today=today, role="last")
    if day > today or day not in (told.date, *_of_number(found["day"], day)):
        return text
    return f"{text[: found.start()]}the last one was on {full_date(day)}{text[found.end() :]}"


def _of_number(words: str, day: date) -> tuple[date, ...]:
    """The day itself, where the words are no more than its number."""
    number = re.fullmatch(r"(?:the )?(\d{1,2})(?:st|nd|rd|th)", words, re.I)
    return (day,) if number is not None and int(number[1]) == day.day else ()


def _in_one(text: str, today: date) -> str:
    """The day that is told, and taken back for the one beside it."""
    found = _MENDED.search(text)
    if found is None:
        return text
    start = max((cut.end() for cut in _PIECE.finditer(text, 0, found.start())), default=0)
    piece = text[start : found.start()]
    wrong = read_date(piece, today=today, role="last")
    if wrong.date is None or wrong.role != "last" or not _HAD.search(piece) or read(piece, today=today).phases:
        return text
    day = _beside(wrong.date, found["way"])
    if day > today:
        return text
    return f"{text[:start]}the last one was on {full_date(day)}{text[found.end() :]}"


def _beside(day: date, way: str) -> date:
    return day + timedelta(1 if way.lower() == "after" else -1)
