"""How often they are, said once more with the day that it counts from: "keep to every second day from the 28th". The
plan stays as it is, with its end, and the day is that of its last dose."""

from __future__ import annotations

import re
from datetime import date

from ..model import full_date
from ..reading.day_words import DAY_NUMBER, MONTHS, NTH, WEEKDAY_WORDS
from ..reading.reader import read, read_date
from .state import State

_OFTEN = (
    r"(?:every|each|alternate)(?: single)?(?: (?:other|second|third|2nd|3rd|\w{1,6}))? (?:days?|weeks?|months?)"
    r"|every other|alternate days|daily|weekly|fortnightly|monthly"
)
_DAY = (
    rf"(?:(?:the )?(?:(?:{WEEKDAY_WORDS})\b,? (?:the )?)?(?:{DAY_NUMBER} (?:of )?(?:{MONTHS})\b|{NTH}\b)"
    rf"|(?:{MONTHS}) (?:the )?{DAY_NUMBER}(?!\d))(?:,? 20\d\d)?"
)
_KEEPS = re.compile(
    r"\b(?:(?:we|i|she|he|they|you|to|should|just|can|must|shall|will) ){0,4}(?:keep(?:ing)?|stick(?:ing)?|stay(?:ing)?"
    r"|carry(?:ing)? on|go(?:ing)? on|continue|continuing|hold(?:ing)?|count(?:ing)?)"
    r"(?: (?:it|on|to|with|at|having|them|the)){0,3}"
    rf" (?P<often>{_OFTEN})(?: (?:counted|counting|starting|as))? from (?P<day>{_DAY})(?! (?:to|until|till|on)\b)",
    re.I,
)


def with_kept_rhythm(text: str, state: State, today: date) -> str:
    """`text` with the day of the last dose in the place of such words, where the plan has that rhythm and the day has
    been."""
    found = _KEEPS.search(text) if len(state.phases) > 0 and state.anchor is not None else None
    if found is None or "?" in text[found.start() : found.end() + 1]:
        return text
    said = read(found["often"], today=today).phases
    if len(said) != 1 or said[0].rhythm not in [phase.rhythm for phase in state.phases]:
        return text
    day = read_date(found["day"], today=today, role="last").date
    if day is None or day > today:
        return text
    return f"{text[: found.start()]}the last one was on {full_date(day)}{text[found.end() :]}"
