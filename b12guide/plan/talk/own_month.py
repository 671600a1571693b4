"""The day of the last dose put right by its number alone: "the 11th, not the 10th" is of the month of the day that is
known, whichever 11th was the latest."""

from __future__ import annotations

import re

from ..model import MONTH_NAMES
from ..reading.day_words import MONTHS, NTH_END
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
