"""The day on which somebody leaves, told in a sentence before the one in which an injection is set: "we sail on the
3rd. They'll do me before we go, this Wednesday". It is the day of no injection."""

from __future__ import annotations

import re

from ..reading.day_words import DAY_NUMBER, MONTHS, NTH, WEEKDAY_WORDS
from .message import Said
from .move_words import BOOKED, SET_DAY

_DAY = (
    rf"(?:(?:this |next |the |on )?(?:{WEEKDAY_WORDS})\b,? ?)?(?:the )?(?:{DAY_NUMBER} (?:of )?(?:{MONTHS})\b|{NTH}\b"
    rf"|(?:{MONTHS}) (?:the )?{DAY_NUMBER}(?!\d))|(?:this |next |the |on )?(?:{WEEKDAY_WORDS})\b|tomorrow"
)
_GOES = (
    r"(?:sail(?:ing)?|fly(?:ing)?|leav(?:e|es|ing)|go(?:es|ing)?(?: away| off)?|set(?:ting)? off|travel(?:ling|ing)?"
    r"|depart(?:s|ing)?|head(?:ing)? off|off|away|sails|flies|travels)"
)
_TRIP = r"(?:cruise|flight|ferry|boat|ship|train|plane|trip|holiday|journey)"
_LEAVES = re.compile(
    rf"^\W*(?:(?:so|well|hi|hello|and|but|yes|ok)\W+){{0,3}}(?:(?:i|we|she|he|they|mum|dad)(?:'m|'re|'s|'ll| am| are"
    rf"| is| will)?(?: all| both)? {_GOES}|(?:my|our|the|her|his) {_TRIP}"
    rf" (?:is|goes|leaves|sails|starts|begins))(?: (?:to|for|out|on|from|off|away|a|the|our|\w{{3,14}})){{0,5}}?"
    rf" (?:{_DAY})(?: (?:to|for) (?:\w+ ?){{1,3}})?\W*$",
    re.I,
)
_BEFORE = re.compile(
    rf"\bbefore (?:(?:i|we|she|he|they)(?:'m|'re|'s| am| are| is)? {_GOES}\b|(?:the|our|my|her|his) {_TRIP}\b"
    r"|then\b|that\b)|\bfirst\b",
    re.I,
)
_SENTENCE = re.compile(r"(?<=[.;!?\n])\s+|,\s+(?=(?:so|and|but)\b)")


def without_leaving(text: str) -> str:
    """`text` with blanks in the place of a sentence that says no more than when somebody leaves, where another one sets
    a day before that."""
    plain = text.replace("’", "'")
    if len(plain) != len(text) or _BEFORE.search(plain) is None or "?" in plain:
        return text
    at, parts = 0, []
    for cut in [*(match.start() for match in _SENTENCE.finditer(plain)), len(plain)]:
        parts.append((at, cut))
        at = cut
    leaves = [(start, end) for start, end in parts if _LEAVES.match(plain[start:end])]
    sets = [plain[start:end] for start, end in parts if (start, end) not in leaves and _BEFORE.search(plain[start:end])]
    if not leaves or not any(SET_DAY.within(said) or BOOKED.within(said) for said in map(Said.of, sets)):
        return text
    for start, end in leaves:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
