"""A day that is asked for because only its month was told: it is let go with a word, and asks for the next date are
answered beside it."""

from __future__ import annotations

import re
from itertools import islice

from ..reading.day_words import MONTHS, WEEKDAY_WORDS
from .state import State

# The question of `reading.dates` for a day of which only the month, or a stretch of days, was told.
_VAGUE = re.compile(r"^Which day was \"")
_HAD = re.compile(
    r"\b(?:had|got|did|done|given|gave|took|taken|was|were|last|since|first|started|began|jab|shot|injection|needle|dose|one"
    r"|b-?12)\b",
    re.I,
)
_LETS_GO = re.compile(
    r"^\W*(?:(?:no|oh|ok|okay|just|please|pls|sorry|well|then|can you|u can)\W+){0,4}"
    r"(?:forget|ignore|scrap|drop|leave|skip|disregard|never ?mind|nvm|cancel)(?: about)?"
    rf"(?: (?:that|it|this|the|your|about|question|month|stuff|bit|thing|one|day|date|in|on|what i said|{MONTHS}"
    rf"|{WEEKDAY_WORDS}|xmas|christmas|then|please|pls|mate|now|for now)){{0,7}}\W*$",
    re.I,
)
# Where the sentence ends that lets go, which is one of the first.
_MOST_ENDS = 4
_ENDS = re.compile(r"[.;,!\n]+\s*(?:and |but |so |just |then ){0,3}|\s(?:and|but) (?:just )?")
_NAMES = re.compile(rf"\b(?:question|month|day|date|{MONTHS}|{WEEKDAY_WORDS}|xmas|christmas)\b", re.I)


def is_vague(state: State) -> bool:
    """Whether the day of a dose is asked of which only the month was told, of a plan that is counted without it."""
    asks = state.about == "date" and bool(state.open) and _VAGUE.match(state.open[0].text) is not None
    return asks and state.kept is not None and bool(state.phases) and state.anchor is not None


def lets_go(text: str) -> bool:
    """Whether a message says no more than that something is to be let go: "forget jan"."""
    return _LETS_GO.match(text.replace("’", "'")) is not None


def rest_behind(text: str) -> str | None:
    """What a message says behind the sentence that lets something go: "forget april. show me my dates"; None where it
    lets go of nothing, or says no more."""
    plain = text.replace("’", "'")
    cut = next((found for found in islice(_ENDS.finditer(plain), _MOST_ENDS) if lets_go(plain[: found.start()])), None)
    rest = text[cut.end() :] if cut is not None else ""
    return rest if re.search(r"\w", rest) else None


def names_day(text: str) -> bool:
    """Whether what is let go is named as a day, a month or a question."""
    return _NAMES.search(text) is not None


def tells_of_dose(text: str) -> bool:
    """Whether a message may tell of a dose, by its words."""
    return _HAD.search(text) is not None
