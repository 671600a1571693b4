"""A day that somebody is sure of, with no word of who set it: "it's this Friday, I'm certain".

Sure is not booked: where the plan's own gap says another day, both are said, and what the clinic said is asked.
"""

from __future__ import annotations

import re
from datetime import date

from .coming_day import coming_day, shown_day
from .facts import Told
from .message import SENTENCE, Said
from .move_words import BOOKED, asks
from .state import CHANGE, CLINIC_DATE, CONFIRM, State

_SURE = re.compile(
    r"\b(?:(?:i'?m|i am|am) (?:\w+ ){0,2}(?:sure|certain|positive|convinced|adamant)|sure of (?:it|that)"
    r"|i (?:do )?(?:know|swear|bet|remember)|definitely|defo|def|for (?:sure|certain)|no doubt|without a doubt"
    r"|(?:dead|quite|absolutely|100%?|hundred percent) (?:sure|certain))\b",
    re.I,
)
# Who set a day, where it is written, or that it was had: such a day is no guess.
_TOLD = re.compile(
    r"\b(?:clinics?|surgery|nurses?|doctors?|doc|gps?|practice|hospital|reception\w*|pharmac\w*|cards?|letters?|texts?|texted"
    r"|emails?|portal|app|slip|appointments?|appts?|slots?|booked|book|booking|rang|rung|called|phoned|spoke|told|said|says"
    r"|they|they'?ve|they'?re|she|he"
    r"|put(?= (?:me|us|him|her|them|mum|dad)\b)|moved|changed"
    r"|given|gave|written|wrote|offered|had|got|was|were|last|confirmed"
    r"|cancell?ed|instead)\b",
    re.I,
)
# Where the person writes it down is no source.
_WRITES_DOWN = re.compile(
    r"\b(?:put|pop|stick|write|add|mark|note|get|save|enter)(?:ting|ping|ing)?\b[^.;!?\n]{0,30}?"
    r"\b(?:calendar|diary|phone|planner|fridge|wall|board)\b",
    re.I,
)
_IT_IS = re.compile(r"\b(?:it'?s|it is|its|that'?s|mine'?s?(?: is)?|the next (?:one )?is|due)\b", re.I)


def names_no_source(text: str) -> bool:
    """Whether nothing in a message says who set the day that it names, or where it is written."""
    plain = _WRITES_DOWN.sub(" ", text.replace("’", "'"))
    return _TOLD.search(plain) is None and not BOOKED.within(Said.of(plain))


def sure_day(said: Said, state: State, today: date) -> Told | None:
    """The day to come, another than the plan's, that the person is sure of, as "booked" (`Told`)."""
    if not state.ready(today) or state.about not in (None, CONFIRM, CHANGE, CLINIC_DATE):
        return None
    text = said.text.replace("’", "'")
    if not _SURE.search(text) or not names_no_source(text):
        return None
    clauses = [clause[0] for clause in SENTENCE.finditer(text)]
    telling = [clause for clause in clauses if _IT_IS.search(clause) and not asks(Said.of(clause))]
    for clause in telling:
        shown = shown_day(state, today)
        days = coming_day(clause, today=today, shown=shown).days
        if days and shown not in days:
            return Told("booked", days[0].isoformat())
    return None
