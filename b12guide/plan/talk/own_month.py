"""A day that is told beside another one: by its number alone ("the 11th, not the 10th" is of the month of the day that
is known, whichever 11th was the latest), or by its weekday ("the 12th of May, she says the Friday before")."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ..model import MONTH_NAMES, WEEKDAYS
from ..reading.day_words import MONTHS, NTH_END, WEEKDAY_WORDS
from ..reading.reader import read_date
from .state import CHANGE, CONFIRM, State

_NOT = re.compile(
    rf"\b(?:the |on )?(?P<right>\d{{1,2}}){NTH_END}\b(?P<between>[^.;?!\d]{{0,30}}?)"
    rf"\b(?:not|rather than|instead of)(?: on)?(?: the)? (?P<wrong>\d{{1,2}})(?:{NTH_END})?(?![\w/:])",
    re.I,
)
_MONTH = re.compile(rf"\b(?:{MONTHS})\b", re.I)


def with_own_month(text: str, state: State) -> str:
    """`text` with the month behind the day, where it denies the day that the plan is counted from."""
    anchor, found = state.anchor, _NOT.search(text)
    if found is None or anchor is None or anchor.kind != "last" or state.about not in (None, CONFIRM, CHANGE):
        return text
    if int(found["wrong"]) != anchor.date.day or _MONTH.search(text):
        return text
    day = f"the {found['right']} {MONTH_NAMES[anchor.date.month - 1]} {anchor.date.year}"
    return f"{text[: found.start()]}{day}{text[found.end() :]}"


_WEEKDAY_BEFORE = re.compile(
    rf"\b(?:on )?the (?P<w>{WEEKDAY_WORDS}) (?P<way>before|after)(?: that)?(?=\W*$|\s*[.,;!])", re.I
)


def with_weekday_beside(text: str, state: State, today: date) -> str:
    """`text` with the day itself in the place of "the Friday before", where the one other day of it is that of a dose
    which is not known yet. Which of the two it was is asked then."""
    found = _WEEKDAY_BEFORE.search(text)
    if found is None or state.anchor is not None:
        return text
    other = read_date(text[: found.start()], today=today, role="last").date
    if other is None:
        return text
    away = (other.weekday() - WEEKDAYS.index(found["w"][:3].lower())) % 7 or 7
    day = other - timedelta(days=away) if found["way"].lower() == "before" else other + timedelta(days=7 - away % 7)
    return f"{text[: found.start()]}{day.day} {MONTH_NAMES[day.month - 1]} {day.year}{text[found.end() :]}"
