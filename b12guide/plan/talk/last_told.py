"""The day of the last dose put right in whatever words: "I have found my diary, it was in fact the Tuesday, the 12th",
"I had my last one on the 12th, not the 13th". It is the day of that number next to the one that was told."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from ..model import WEEKDAYS, full_date
from ..reading.day_words import MONTHS, NTH_END, WEEKDAY_WORDS
from ..reading.reader import read_date
from .message import SENTENCE
from .state import CHANGE, CONFIRM, State

_ONE = r"(?:one|jab|jag|shot|injection|needle|dose|b-?12)"
_DATE = rf"(?:on )?(?:the )?(?:{WEEKDAY_WORDS})?,? ?(?:on )?(?:the )?\d{{1,2}}(?:{NTH_END})?(?:(?: of)? (?:{MONTHS}))?"
_LATER = r"(?:,? (?:in fact|actually|really|after all|only)){0,2}"
_TOLD = re.compile(
    rf"\b(?:(?P<it>it|that|mine)|(?:the|my|her|his) (?:last|latest|most recent)(?: {_ONE})?"
    rf"|(?:i|he|she) had (?:(?P<it2>it|mine)|my last(?: {_ONE})?))(?: was)?{_LATER}"
    rf"(?: on)?(?: (?:the|a))?(?: (?P<w>{WEEKDAY_WORDS})\b)?,?(?: on)?(?: the)?"
    rf"(?: (?P<n>\d{{1,2}})(?P<nth>{NTH_END})?(?:(?: of)? (?P<m>{MONTHS})\b)?)(?![\w/:])"
    rf"(?! (?:days?|weeks?|months?|times|of them|{_ONE}s?)\b)(?! (?:i|we|she|he)(?:'m|'re|'s|'ve| am| are| is| have)\b)"
    rf"(?P<not>,? (?:and |but |definitely )?not {_DATE})?",
    re.I,
)
_MENDS = re.compile(
    r"\b(?:pardon|sorry|apolog\w+|in fact|actually|really|mistake|wrong|not right|incorrect|correct|correction|found"
    r"|checked|looked|looking|card|diary|calendar|letter|meant|after all"
    r"|not (?:on )?(?:the )?\w+,? (?:the )?\d{1,2}(?:st|nd|rd|th)?"
    r"|not the|misread|no|nope|oops|whoops|i think|now that|turns out)\b",
    re.I,
)
_NOT_IT = re.compile(
    r"\b(?:next|due|booked|moved?|if|every|blood|bloods|test|results?|birthday|first|started"
    r"|put (?:me|her|him|us) (?:down|in))\b",
    re.I,
)
_GAP = re.compile(r"\b(?:weeks?|wks?|months?|mths?|weekly|monthly|fortnight\w*|daily|quarterly)\b", re.I)
# Of a day told so near to it another one of that number is meant.
_NEAR = timedelta(days=20)
_DAYS = {"d": 1, "wk": 7, "mo": 30, "a": 365}


def with_last_told(text: str, state: State, today: date) -> str:
    """`text` with the whole date in the place of the one that puts right the last dose."""
    anchor = state.anchor
    if anchor is None or anchor.kind != "last" or state.about not in (None, CONFIRM, CHANGE):
        return text
    if not _MENDS.search(text) or _GAP.search(text):
        # How often they are may be put right beside it, and neither is taken without the other.
        return text
    for sentence in SENTENCE.finditer(text):
        found = _TOLD.search(sentence[0])
        if found is None or sentence[0].rstrip().endswith("?") or _NOT_IT.search(sentence[0]):
            continue
        day = _day(found, anchor.date, today)
        sure = found["m"] and (found["not"] or not (found["it"] or found["it2"]))
        if day is None or not (sure or same_dose(day, state)):
            continue
        start = sentence.start()
        return f"{text[: start + found.start()]}the last one was on {full_date(day)}{text[start + found.end() :]}"
    return text


def same_dose(day: date, state: State) -> bool:
    """Whether a day lies so near to that of the last dose that it cannot be the one after it."""
    if state.anchor is None or state.anchor.kind != "last":
        return False
    phase = state.phases[min(state.anchor.phase or 0, len(state.phases) - 1)] if state.phases else None
    gap = _DAYS[phase.unit] * phase.period / phase.frequency if phase is not None else 0
    return 2 * abs((day - state.anchor.date).days) < gap


def _day(found: re.Match[str], told: date, today: date) -> date | None:
    """The day that is meant; None where none fits, or its weekday is another one."""
    if found["m"]:
        day = read_date(f"{found['n']} {found['m']}", today=today, role="last").date
        days = [day] if day is not None else []
    elif found["nth"] or found["w"]:
        months = (told + relativedelta(months=off, day=1) for off in (-1, 0, 1))
        days = [month + timedelta(int(found["n"]) - 1) for month in months if 0 < int(found["n"]) <= 31]
        days = [day for day in days if day.day == int(found["n"])]
        # The month of the day told, else the one next to it.
        same = [day for day in days if (day.year, day.month) == (told.year, told.month) and day <= today]
        days = same or [day for day in days if abs(day - told) <= _NEAR]
    else:
        return None
    weekday = (found["w"] or "")[:3].lower()
    days = [day for day in days if day <= today and weekday in ("", WEEKDAYS[day.weekday()])]
    return days[0] if len(days) == 1 else None
