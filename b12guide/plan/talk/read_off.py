"""The day of the last one as somebody reads it off, or as the clinic answers, where that day was asked for: "the
surgery texted back: 5 November". It is the answer to that question, and no day to come that the clinic set."""

from __future__ import annotations

import re

from .facts import date_in
from .message import Said
from .move import Move, place_of
from .move_words import PREAMBLE, asks
from .outcome import Who
from .state import State

# Where the clinic keeps it.
RECORDS = re.compile(
    r"\b(?:records?|system|notes?|file|portal|chart|screen|card|computer)\b[^.!?]{0,30}"
    r"\b(?:shows?|says?|said|has|have|had|got|showing|saying)\b",
    re.I,
)
# Where people keep their days, and words of a day that is to come.
READ_OFF = re.compile(r"\b(?:calendar|diary|planner|fridge|wall|app|receipt|note|notes|book|messages?|photo)\b", re.I)
SETS = re.compile(
    r"\b(?:book\w*|re-?book\w*|appointments?|appts?|slots?|next|due|down for|in for|going|coming|will|'?ll"
    r"|(?:got|have|has|had|want|wants|wanted) (?:me|us|him|her|it|mum|dad)(?: to come| back)? (?:in|on|for|at)"
    r"|gave me|giving|offer\w*|fit\w*|squeez\w*|see(?:ing)? (?:me|us|him|her)|move[ds]?|pencil\w*|schedul\w*|reserv\w*"
    r"|not (?:had|started|begun)|haven'?t|hasn'?t|tomorrow|upcoming)\b",
    re.I,
)
_CLINIC = (
    r"(?:(?:the|my|our|her|his|their|gp|doctor'?s|old|new) ){0,3}(?:clinic|surgery|practice|hospital|pharmacy|chemist"
    r"|nurse|doctor|doc|gp|reception|receptionist|secretary|office|they|she|he)"
)
_ANSWERS = (
    r"(?:text(?:s|ed)?|txt(?:ed)?|repl(?:y|ies|ied)|answer(?:s|ed)?|e-?mail(?:s|ed)?|messag(?:es?|ed)|wrote|written|writes"
    r"|said|say|says|told|tells?|rang|rung|called|phoned|looked|checked|confirm(?:s|ed)?|got back|came back|come back"
    r"|found|reckons?|have it as|has it as)"
)
_BESIDE = (
    r"(?:back|me|us|and|so|to me|it up|it|up|said|says|saying|to say|that|it's|its|it is|it was|was|is|on|with|as|just"
    r"|now|there|in the notes|the last one|last one|my last one|the date|the answer)"
)
# What tells of the answer, before the day itself.
_REPORTS = re.compile(
    r"\W*(?:(?:ok|okay|so|right|ah|oh|hi|hey|yay|good news|update|finally|just heard|heard back|hello"
    r"|phew|well)\W{1,4}){0,4}"
    rf"(?:{_CLINIC}(?:'ve|'s)?(?: (?:have|has|just|finally|now|already|kindly|only)){{0,3}} {_ANSWERS}\b"
    r"|(?:(?:got|had|here'?s) )?(?:a |an |the )?(?:text|reply|answer|message|e-?mail) (?:back )?from "
    rf"{_CLINIC}(?: (?:says|said|saying))?)"
    rf"(?:[\s,:;–—-]{{1,4}}{_BESIDE}\b(?!['’])){{0,6}}[\s,:;–—-]{{0,4}}",
    re.I,
)


def read_off(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """The day that the clinic gave as the answer to when the last one was."""
    waits = state.about in ("anchor", "date") and state.anchor is None and not state.options
    if not waits or asks(said) or SETS.search(said.text):
        return ()
    text = said.text.replace("’", "'")
    found = _REPORTS.match(text)
    if found is None:
        return ()
    rest = text[found.end() :].strip(" \"'“”‘.!")
    day = date_in(Said.of(rest), today=who.today, country=who.country, light=PREAMBLE)
    return (Move("answer", state.about or "", day, rest=place_of(said, len(said.words))),) if day is not None else ()
