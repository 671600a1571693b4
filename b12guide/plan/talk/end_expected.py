"""When the last one of a course is to be by what somebody works out: "so the last one should be the 26th".

It is held against the plan when that is read back; it is no dose that was had, and no date that the clinic set.
"""

from __future__ import annotations

import re
from datetime import date

from ..reading.day_words import MONTHS, NTH_END, WEEKDAY_WORDS
from ..reading.reader import read_date

_DAY = (
    rf"(?:on )?(?:the )?(?:(?:{WEEKDAY_WORDS})\b,? ?)?(?:the )?(?:\d{{1,2}}{NTH_END}?(?: of)? (?:{MONTHS})\b"
    rf"|(?:{MONTHS})\b\.? (?:the )?\d{{1,2}}{NTH_END}?(?!\d)|\d{{1,2}}{NTH_END}\b)"
)
_EXPECTED = re.compile(
    r"\b(?:so |then |and |which means |that means |meaning ){0,2}(?:the |my |her |his )?(?:very )?(?:last|final)"
    r"(?: (?:one|jab|jag|shot|injection|dose|needle|loading one|of them))?"
    r"(?: (?:should|must|would|will|ought to|has to|'ll)(?: then| now| really)? (?:be|fall|land|come)|'?ll be"
    r"| (?:falls|lands|comes) out)"
    rf" (?P<day>{_DAY})(?:,? (?:and |but )?(?:not|instead of|rather than) {_DAY})?",
    re.I,
)


def without_expected_end(text: str, *, today: date) -> str:
    """`text` with spaces in the place of a day to come on which the last one is expected."""

    def blank(match: re.Match[str]) -> str:
        behind = text[match.end() :].lstrip()
        day = read_date(f"next one {match['day']}", today=today, role="next").date
        asks = behind[:1] == "?" or day is None or day < today
        return match[0] if asks else " " * len(match[0])

    return _EXPECTED.sub(blank, text)
