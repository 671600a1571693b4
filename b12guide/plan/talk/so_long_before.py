"""So long before a day: "2 weeks before 21 December", "that minus 10 days".

It is counted and said, and changes nothing: who sets an alarm so long ahead moves no dose, and tells of none given.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from .asked_days import days_asked
from .coming_day import shown_day
from .message import NUMBERS, Said, is_date_word, number
from .move_words import BEFORE_DAY_BESIDE, FILLERS, MENDING, PREAMBLE, WORDS
from .requests import Asked
from .state import CHANGE, CLINIC_DATE, CONFIRM, State

_COUNT = rf"(?P<n{{0}}>\d{{{{1,2}}}}|an?|{'|'.join(NUMBERS)})(?: of)? (?P<u{{0}}>day|week|wk|fortnight|month)s?"
_BEFORE = re.compile(
    rf"\b{_COUNT.format(1)}(?:'s)?,? (?:before(?:hand)?|ahead|prior|in advance|earlier than)\b"
    rf"|(?:\b(?:minus|less|take (?:away|off)|subtract)|(?<=\s)[-–−]) ?{_COUNT.format(2)}\b",
    re.I,
)
# "Count back 84 days, what date is that?"
_COUNTS = frozenset({"date", "day", "count", "counted", "counting", "back", "need", "give", "work", "out", "exactly"})
_LENGTHS = {"day": 1, "week": 7, "wk": 7, "fortnight": 14}
# These wish for another day of the dose itself, tell of it, or name what is done before it.
_OF_THE_DOSE = re.compile(
    r"\b(?:have|had|having|get|getting|go|going|come|move[ds]?|bring|brought|take[ns]?|inject|gave|given|book(?:ed)?"
    r"|chang(?:e|ed)|offered|said|says|told|they|clinic|nurse|doctor|surgery|early|late|overdue|every|last|was|were"
    r"|feel|felt|sore|tired|numb|if|run out|wear|wears|wore)\b",
    re.I,
)


def so_long_before(said: Said, state: State, today: date) -> Asked | None:
    """The day that is counted back from, in ISO 8601, and how long before it, as "2/week" behind a slash; None where
    the message asks for no such day, or says something else of weight."""
    if not state.ready(today) or state.about not in (None, CONFIRM, CHANGE, CLINIC_DATE):
        return None
    text = said.text.replace("’", "'")
    match = _BEFORE.search(text)
    if match is None or _OF_THE_DOSE.search(text):
        return None
    light = FILLERS | PREAMBLE | MENDING | WORDS["question"] | BEFORE_DAY_BESIDE | _COUNTS
    left = [word for word in said.left([], light) if not is_date_word(word) and number(word) is None]
    found = days_asked(text[: match.start()] + " " + text[match.end() :], state, today).days
    day = found[0] if len(found) == 1 else shown_day(state, today) if not found else None
    if left or day is None:
        return None
    return Asked("so_long_before", f"{day.isoformat()}/{_length(match)}")


def _length(match: re.Match[str]) -> str:
    count, unit = match["n1"] or match["n2"], (match["u1"] or match["u2"]).lower()
    many = 1 if count.lower() in ("a", "an") else number(count.lower()) or 1
    return f"{many}/{unit}"


def before(day: date, many: int, unit: str) -> date:
    """The day so many of a "day", "week", "wk", "fortnight" or "month" before another; months by the calendar."""
    return day - relativedelta(months=many) if unit == "month" else day - timedelta(many * _LENGTHS[unit])
