"""A weekday alone that puts right the day of the last dose: "it was the Tuesday" is the one next to the day told."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ..model import WEEKDAYS, full_date
from ..reading.day_words import WEEKDAY_WORDS
from .state import CHANGE, CONFIRM, State

_IT_WAS = re.compile(
    r"\b(?P<lead>(?:it|that|mine|the last(?: one)?) was (?:on |actually |really ){0,2}(?:the |a )?)"
    rf"(?P<day>{WEEKDAY_WORDS})\b(?!['\u2019]s|,? (?:the )?\d| (?:week|before|after|last|gone|just|of|in|the)\b)",
    re.I,
)
# Of a day told so lately the last such weekday is meant.
_LATELY = timedelta(days=10)
_NEAR = 3


def with_day_meant(text: str, state: State, today: date) -> str:
    """`text` with the whole date in the place of a weekday alone that puts right a day that is further back."""
    anchor = state.anchor
    if anchor is None or anchor.kind != "last" or state.about not in (None, CONFIRM, CHANGE):
        return text
    if today - anchor.date <= _LATELY or "?" in text or len(_IT_WAS.findall(text)) != 1:
        return text
    return _IT_WAS.sub(lambda m: m["lead"] + full_date(_nearest(m["day"], anchor.date)), text)


def _nearest(weekday: str, day: date) -> date:
    ahead = (WEEKDAYS.index(weekday[:3].lower()) - day.weekday()) % 7
    return day + timedelta(ahead if ahead <= _NEAR else ahead - 7)
