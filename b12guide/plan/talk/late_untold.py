"""One that was had late, with no day of it told, and the wish for the next one: "was meant to have it at the end of
October, only just got it, when's the next?". When it was had and how often they are is asked."""

from __future__ import annotations

import re

from ..reading.clauses import names_injections
from ..reading.lexer import lex
from ..reading.reader import read
from .first_words import asks_within
from .how_late_was import how_late_was
from .message import Said
from .move import Move
from .move_words import WORDS
from .outcome import Who
from .state import State

LATE_UNTOLD = "late_untold"
_MEANT = re.compile(
    r"\b(?:s[uo]p+os\w*|sposed|meant|due|should(?:'?ve| have)?|was booked|were booked|down for|scheduled|(?:i'?m|was"
    r"|ran|running) (?:\w+ )?late|late (?:with|for|having|getting)|overdue)\b",
    re.I,
)
_JUST_HAD = re.compile(
    r"\b(?:only|just|finally|eventually|at last|in the end)\W+"
    r"(?:(?:just|now|only|finally|managed to|got round to|got to)\W+){0,3}"
    r"(?:had|have had|got|get|done|getting|having|been given|given|went)\b"
    r"|\b(?:had|got|done) (?:it|mine|my \w+) (?:now|late|in the end|eventually|at last|done now)\b",
    re.I,
)


def late_untold(text: str, state: State, who: Who) -> Move | None:
    """That one was had late, and the next one is asked for; None where its day, or how often they are, is told."""
    plain = text.replace("’", "'")
    words = {word.text for word in Said.of(plain).words}
    if not (_MEANT.search(plain) and _JUST_HAD.search(plain) and asks_within(words)):
        return None
    if words & (WORDS["not_own"] - WORDS["tense"] - {"it"}) or not names_injections(lex(plain).canon):
        return None
    reading = read(_MEANT.sub(" ", plain), today=who.today, country=who.country)
    if reading.phases or how_late_was(text, state, who) is not None or _DAY_HAD.search(plain):
        return None
    return Move("request", LATE_UNTOLD, rest=(0, len(text)))


# "Only just got it yesterday" tells the day.
_DAY_HAD = re.compile(
    r"\b(?:had|got|done|given)\b[^.;!?]{0,25}\b(?:yesterday|today|this morning|\d{1,2}(?:st|nd|rd|th)?"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|ago|last week)\b",
    re.I,
)
