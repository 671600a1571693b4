"""What is asked of a reminder itself: what it costs, and what others can read in it."""

from __future__ import annotations

import re

from b12guide.diary.reading import LONGEST
from b12guide.diary.spelled import spelled_out

_IT = (
    r"(?:(?:the|your|these|those|my|a|any|each) )?(?:text |phone )?(?:texts?|reminders?|messages?|sms|nudges?|alerts?"
    r"|text messages?)"
)
_COSTS = (
    r"(?:costs?|charged?s?|charging|price|pay(?:ing)?|free|fees?|out of my (?:credit|allowance|bundle)|my (?:credit"
    r"|allowance|bill))"
)
_OF_THEM = re.compile(rf"\b{_IT}\b[^.?!]{{0,30}}\b{_COSTS}\b|\b{_COSTS}\b[^.?!]{{0,40}}\b{_IT}\b", re.I)
_COSTS_ANY = re.compile(
    rf"\b(?:does|do|will|would|is|are|what'?s) (?:it|they|that|this|i)\b[^.?!]{{0,20}}\b{_COSTS}\b", re.I
)
_SHOWS = r"(?:say|show|mention|name|read|contain|have|give away|reveal|see)"
_WHAT = (
    r"(?:b-?12|injections?|jabs?|shots?|vitamin|medical|health|illness|what (?:it'?s|it is|they'?re"
    r"|i(?:'ve)? (?:have|got))"
    r" ?(?:for|about)?|my (?:name|condition|illness))"
)
_SAYS_OF_THEM = re.compile(
    rf"\b(?:does|do|will|would|is|are|can|could|what)\b[^.?!]{{0,20}}\b{_IT}\b[^.?!]{{0,20}}\b{_SHOWS}\b[^.?!]{{0,25}}\b{_WHAT}\b"
    rf"|\bwhat (?:does|do|will|would) {_IT} {_SHOWS}\b|\bwhat(?:'s| is) (?:in|on) {_IT}\b"
    rf"|\b(?:is|will|does|do|can)\b[^.?!]{{0,25}}\b{_WHAT}\b[^.?!]{{0,20}}\b(?:in|on) {_IT}\b"
    rf"|\b(?:can|could|will|would) (?:anyone|anybody|people|others?|somebody|someone|my \w+)\b[^.?!]{{0,30}}\b{_IT}\b",
    re.I,
)
_SAYS_IT = re.compile(
    rf"\b(?:does|do|will|would) (?:it|they|that)\b[^.?!]{{0,12}}\b{_SHOWS}\b[^.?!]{{0,20}}\b{_WHAT}\b"
    rf"|\bwhat (?:does|do|will|would) (?:it|they) (?:say|show|read)\b|\b{_WHAT} (?:be )?(?:in|on) it\b",
    re.I,
)
_ASKS = re.compile(r"\W*(?:\w+\W+){0,4}(?:do|does|will|is|are|can|could|what|what'?s|would)\b", re.I)
# The price of something else.
_ELSEWHERE = re.compile(
    r"\b(?:injections?|jabs?|jags?|shots?|needles?|doses?|prescriptions?|tablets?|pharmacy|appointments?|visit|nurse)\b",
    re.I,
)


def asks_of_text(text: str, *, just: bool) -> bool:
    """Whether a message asks what reminders cost, or what they name.

    Args: just: reminders were spoken of last, so "it" is one.
    """
    plain = spelled_out(text[:LONGEST])
    if "?" not in plain and not _ASKS.match(plain):
        return False
    cost = _OF_THEM.search(plain) or (just and _COSTS_ANY.search(plain) and not _ELSEWHERE.search(plain))
    return bool(cost or _SAYS_OF_THEM.search(plain) or (just and _SAYS_IT.search(plain)))


def asks_cost(text: str) -> bool:
    """Whether what is asked is the price."""
    return re.search(rf"\b{_COSTS}\b", spelled_out(text[:LONGEST]), re.I) is not None
