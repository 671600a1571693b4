"""Two days of which only the first has its month: "the 4th of February or maybe the 5th" are both of February."""

from __future__ import annotations

import re

from ..reading.day_words import DAY_NUMBER, MONTHS, NTH_END

_MAYBE = r"(?:maybe|perhaps|possibly|it was|was it|it might have been|even|on)"
_OR = rf"(?P<or>,? (?:or|if not|maybe|perhaps|possibly)(?: {_MAYBE}){{0,2}})"
_NO_MONTH = (
    rf"(?!\w)(?! ?[/.:-]\d)(?! (?:of )?(?:{MONTHS})\b)"
    r"(?! (?:weeks?|days?|months?|jabs?|shots?|injections?|doses?|times)\b)"
)
_OTHER = rf"(?P<other> (?:the )?\d{{1,2}}{NTH_END}?){_NO_MONTH}"
_BEHIND = re.compile(rf"\b(?P<one>{DAY_NUMBER}(?: of)? (?P<m>{MONTHS})\b){_OR}{_OTHER}", re.I)
_AHEAD = re.compile(rf"\b(?P<m>{MONTHS})\b\.? (?P<one>(?:the )?{DAY_NUMBER}){_OR}{_OTHER}", re.I)


def with_month_beside(text: str) -> str:
    """`text` with the month of the first day behind the second one too."""
    text = _BEHIND.sub(lambda m: f"{m['one']}{m['or']}{m['other']} {m['m']}", text)
    return _AHEAD.sub(lambda m: f"{m['m']} {m['one']}{m['or']}{m['other']} {m['m']}", text)
