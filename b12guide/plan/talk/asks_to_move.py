"""Whether one may be had on another day than the plan's: "could he wait a fortnight?", "can hers be put back a week",
"can it be the week before?". Only the clinic can move one; no day in it is one that was had or set, and no gap."""

from __future__ import annotations

import re

from ..reading.day_words import DAY_NUMBER, MONTHS, NTH, WEEKDAY_WORDS
from ..reading.reader import states_plan
from .message import Said
from .move import Move, place_of
from .only_asked import only_asked
from .outcome import Who
from .state import CHANGE, CLINIC_DATE, CONFIRM, State
from .what_if import names_condition

_MAY = (
    r"\b(?:can|could|may|might|would|should|shall|must"
    r"|(?:is|would) (?:it|that) (?:be )?(?:ok|okay|alright|all right|fine|possible|safe|allowed|a problem)"
    r"|(?:ok|okay|alright|fine|possible|safe) (?:if|to|for)|any (?:chance|way)|asking (?:if|whether)"
    r"|(?:wonder|wondering|wondered) (?:if|whether))\b"
)
_N = r"(?:\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|a couple of|another|a few|few)"
_SPAN = (
    rf"(?:(?:the |an? )?(?:extra |whole |full )?{_N} (?:extra |more |whole )?|the )?(?:days?|weeks?"
    rf"|fortnights?|months?)"
)
_DAY = (
    rf"(?:(?:the |this |that |next |coming |on )?(?:{WEEKDAY_WORDS})\b|(?:the )?{NTH}\b"
    rf"|(?:the )?{DAY_NUMBER} (?:of )?(?:{MONTHS})\b"
    rf"|(?:{MONTHS})\b(?: (?:the )?{DAY_NUMBER}\b)?|\d{{1,2}}/\d{{1,2}}|tomorrow|mine|hers|his|theirs|then|we|i|she|he)"
)
_LATER = r"(?:till?|until|til|for|to|on|by|the|it|a)"
_MOVES = (
    rf"(?:wait|hold (?:off|on|out)|hang on|last|leave (?:it|his|hers|mine|that|this)|put (?:it |his |hers |mine )?off)"
    rf"(?: {_LATER}){{0,2}} (?:{_SPAN}|{_DAY})"
    rf"|(?:be )?(?:put|pushed|moved|shifted|brought|set|knocked|delayed|changed|swapped|rescheduled|switched)"
    rf"(?: (?:it|his|hers|mine|that|this))?(?: (?:back|forward|forwards|off|on|out|up|ahead|earlier|later))?"
    rf"(?: (?:by|to|till|until|for|a|the|on|with)){{0,3}} (?:{_SPAN}|{_DAY})"
    rf"|(?:have|get|do|be|go|come|take)(?: (?:it|his|hers|mine|that|this|them|one|in|done|given|along)){{0,2}}"
    rf"(?: (?:a|the|just|maybe|on|in|with|by|about)){{0,3}} (?:{_SPAN}) (?:before|after|earlier|later"
    rf"|early|sooner|late)\b"
    rf"|(?:have|get|do|be|go|come)(?: (?:it|his|hers|mine|that|this|one|in|done|given|along)){{0,2}}"
    rf"(?: (?:on|in|with|at)){{0,2}} (?:the same (?:day|date|time|week) as|together with|along with) "
)
_ASKED = re.compile(rf"{_MAY}[^.;!?\n]{{0,50}}?\b(?:{_MOVES})", re.I)
# What follows from such a day is another question, and so is the journey that it is for.
_OTHER = re.compile(
    r"\b(?:what (?:if|happens|date|day|would|then)|when (?:would|will|is|does|do|should)|every|each"
    r"|one after|after that|now|today|or"
    r"|next one|how (?:long|many|late)|tablets?|pills?|results?|alarm|remind\w*)\b",
    re.I,
)
# "Would a day early be a bother?", "would that be all right, a day early?".
_FINE = (
    r"(?:bother|matter|ok|okay|alright|all right|fine|problem|harm|hurt|issue|trouble|safe|too (?:early|soon)|allowed)"
)
_EARLY = rf"(?:{_SPAN}|a (?:bit|little|tad)) (?:early|earlier|sooner|before)"
_EARLY_FINE = re.compile(
    rf"\b(?:would|will|is|does|could|can|do)\b[^.;!?\n]{{0,40}}\b(?:{_EARLY}\b[^.;!?\n]{{0,30}}\b{_FINE}"
    rf"|{_FINE}\b[^.;!?\n]{{0,30}}\b{_EARLY})\b",
    re.I,
)

# "They offer me the 30th instead. Is that harmful?"
_HARM = re.compile(
    r"\b(?:is|are|was|will|would|could|can|does|do|any|it|that|whether|if)\b[^.;!?\n]{0,30}"
    r"\b(?:harm(?:ful|s)?|danger(?:ous)?|unsafe|safe|risky?|risks?|damage|bad for (?:me|you|us|her|him))\b",
    re.I,
)
_SOONER = re.compile(
    rf"\b{_SPAN} (?:early|earlier|sooner|before)\b|\bsooner\b|\b(?:too |so )early\b|\boffer(?:ed|s|ing)?\b", re.I
)
_INDIRECT = re.compile(r"\b(?:asking|wonder\w*|want to know|my question is)\b", re.I)


def asks_if_early_is_fine(text: str) -> bool:
    """Whether a message asks if one so long before its day would matter."""
    return _EARLY_FINE.search(text.replace("’", "'")) is not None


def asks_of_harm(text: str) -> bool:
    """Whether a message asks if it does harm to have one before its day, or on a day that was offered instead."""
    plain = text.replace("’", "'")
    asks = "?" in plain or _INDIRECT.search(plain) is not None
    return asks and _HARM.search(plain) is not None and _SOONER.search(plain) is not None and not states_plan(plain)


def asks_to_move(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """A wish to have the next one on another day, put as a question with nothing told beside it."""
    if not state.ready(who.today) or state.about not in (None, CONFIRM, CHANGE, CLINIC_DATE):
        return ()
    text = said.text.replace("’", "'")
    if asks_of_harm(text):
        # What it does to somebody is answered beside it.
        return (Move("request", "move", rest=(0, 0)),)
    if asks_if_early_is_fine(text) and "?" in text and not states_plan(text):
        # Whoever offered the day: it is the clinic's to say.
        return (Move("request", "move", rest=place_of(said, len(said.words))),)
    if _ASKED.search(text) is None or _OTHER.search(text) or states_plan(text) or names_condition(text):
        return ()
    return (Move("request", "move", rest=place_of(said, len(said.words))),) if only_asked(text) else ()
