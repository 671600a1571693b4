"""A day that is told by a journey of which the days are known: "the Friday before I go", "the day after we're back"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ..model import WEEKDAYS, full_date
from ..reading.day_words import WEEKDAY_WORDS
from .state import State

_JOURNEY = (
    r"(?:the|my|our|her|his|their)"
    r" (?:trip|holiday|holidays|hols|vacation|journey|cruise|skiing|ski trip|break|week away)"
)
_WEEKDAY = rf"\b(?:the )?(?P<w>{WEEKDAY_WORDS}|day) (?:right |just |straight )?"
_BEFORE = re.compile(
    rf"{_WEEKDAY}before (?:(?:i|we|she|he|they) (?:go|goes|leave|leaves|fly|flies|set off|sets off|travel|travels)"
    rf"|{_JOURNEY})\b(?: (?:away|off|out))?",
    re.I,
)
_BEHIND = re.compile(
    rf"{_WEEKDAY}after (?:(?:i|we|she|he|they)(?:'m|'re|'s| am| are| is)?"
    rf" (?:back|home|get back|gets back|come back|comes back|return|returns)|{_JOURNEY})\b",
    re.I,
)


def with_day_by_journey(text: str, state: State, today: date) -> str:
    """`text` with the day that it tells by the one journey to come of which the days were told; as it is where there is
    none, or several."""
    spans = [span for span in state.spans if span[0] > today]
    if len(spans) != 1:
        return text
    (start, end), plain = spans[0], text.replace("’", "'")
    found = _BEFORE.search(plain)
    if found is not None:
        back = 1 if found["w"].lower() == "day" else (start.weekday() - _weekday(found["w"]) - 1) % 7 + 1
        return f"{plain[: found.start()]}{full_date(start - timedelta(back))}{plain[found.end() :]}"
    found = _BEHIND.search(plain)
    if found is not None:
        ahead = 1 if found["w"].lower() == "day" else (_weekday(found["w"]) - end.weekday() - 1) % 7 + 1
        return f"{plain[: found.start()]}{full_date(end + timedelta(ahead))}{plain[found.end() :]}"
    return text


def _weekday(word: str) -> int:
    return WEEKDAYS.index(word[:3].lower())
