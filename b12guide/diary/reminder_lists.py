"""Whether a message asks which reminders there are, or when the next one comes, in any words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import time

from b12guide.diary.reading import LONGEST
from b12guide.diary.reminders import Wish
from b12guide.diary.spelled import spelled_out
from b12guide.diary.standing_words import puts_right
from b12guide.diary.wishes import LEAD, days_before, time_of

_THEM = r"(?:reminders?|texts?|text messages?|messages?|nudges?|alerts?|e-?mails?|pings?)"
_DO = r"(?:remind|text|message|write to|write|e-?mail|mail|nudge|ping|alert|notify|contact|send)"
_DOING = r"(?:reminding|texting|messaging|writing to|writing|e-?mailing|nudging|sending)"
_WHEN = r"(?:when|(?:on |at )?(?:what|which) (?:day|days|date|dates|time)|how (?:long|many days) before)"
_AUX = r"(?:will|would|do|does|are|is|am|can|should|shall|have|did)"
_OWN = r"(?:the|my|her|his|their|our|that|this|a|any|your|[a-z-]+'s)"
_ASKS_WHEN = re.compile(
    rf"\b{_WHEN} (?:exactly )?(?:{_AUX} you|you'?ll|you'?re) (?:be |going to |gonna |next |then |now ){{0,3}}(?:{_DO}"
    rf"|{_DOING})\b"
    rf"|\b{_WHEN} (?:exactly )?{_AUX} (?:i|we|she|he) (?:be |next |then |going to |expect to ){{0,2}}"
    rf"(?:(?:get|getting|have|receive|expect|hear|sent) (?:sent )?(?:{_OWN} )?(?:next |first )?(?:text )?(?:{_THEM}"
    r"|reminded|from you)|reminded|texted|e-?mailed)\b"
    rf"|\b{_WHEN} {_AUX} (?:{_OWN} )(?:next |first )?(?:text )?{_THEM}\b",
    re.I,
)
_SHOWS = re.compile(
    rf"{LEAD}(?:(?:can|could|would|will) (?:you|i) )?(?:please )?(?:show|list|tell|give|read|see|check|go over"
    rf"|have a look"
    r" at)(?: me| us)?(?: (?:a|list|of|all|what|which|again|back|out|the|my|our|any|these|those|current|set|both"
    rf"|her|his|their|[a-z-]+'s)){{0,5}} (?:text |sms |e-?mail )?(?:reminders?|alerts|nudges)"
    r"(?: (?:for|of|about|with) (?:my |me|the )?[\w']{0,12}| (?:that )?(?:are|i have|i've|i|you have"
    r"|is|you've|set"
    r"|asked for|on|got|there|left|planned|coming|up|please|again|now|then)){0,5}\W*$"
    r"|\b(?:what|which) (?:text )?(?:reminders?|texts|alerts) (?:do|have|am|are|is|will|did) (?:i|we|you|there|set|on"
    r"|she|he|her|[a-z-]+ (?:have|has|get))\b",
    re.I,
)
_STILL_ON = re.compile(
    r"\b(?:is|are) (?:that|it|this|they|those|these)(?: one)? (?:still |all |already ){0,2}(?:on|set|there"
    r"|active|going"
    r"|happening|up|right|in place|so|the case)\b|\bdo (?:those|these|they|that) (?:still )?(?:stand|stay)\b",
    re.I,
)
_ASKED_FOR = re.compile(r"\b(?:asked|set|wanted|said|told you|chose|picked|requested|arranged)\b", re.I)
_WHETHER = re.compile(
    rf"{LEAD}(?:do|will|am|are|shall|would|does|is) (?:i|we|she|he)\b[^.!?]{{0,20}}\b(?:get|getting|receive"
    rf"|receiving|be"
    rf"|being|have|having|down for|in for|expect)\b[^.!?]{{0,30}}\b(?:{_THEM}|reminded|texted|e-?mailed)\b"
    rf"|{LEAD}(?:did|have) you (?:already |really |now )?(?:set|put|get|got|save|saved|note|noted|change|changed|keep"
    rf"|kept)\b[^.!?]{{0,25}}\b{_THEM}\b",
    re.I,
)
_NAMED = re.compile(rf"\b(?:remind\w*|{_THEM}|{_DOING}|write to me|e-?mail\w*)\b", re.I)
# What it costs, whether it is answered, and whoever else sends some, is asked elsewhere.
_ELSE = re.compile(
    r"\b(?:pay|cost\w*|charge[ds]?|free|bill|credit|answer|reply|respond|text back|surgery|clinic|nurse|gp"
    r"|doctor|pharmacy"
    r"|hospital|code|results?|bloods?)\b",
    re.I,
)
_DUE_TOO = re.compile(
    r"\b(?:when|what day)(?:'s| is| are|s)? (?:it|that|the next|my next|my|next|the)\b(?! remind| text)", re.I
)
_NONE_CAME = re.compile(
    r"\b(?:no|not|never|didn'?t|did not|haven'?t|where(?:'s| is)|without)\b[^.?!]{0,25}"
    r"\b(?:reminder|reminded|text|texted|message|e-?mail)\b",
    re.I,
)
_LONGEST_ASKED = 32


def asks_which(text: str, *, just: bool) -> bool:
    """Whether a message asks which reminders there are, when one comes, or whether one that was asked for is set.

    Args: just: reminders were spoken of last.
    """
    plain = spelled_out(text[:LONGEST])
    if len(plain.split()) > _LONGEST_ASKED or _ELSE.search(plain) or puts_right(plain):
        return False
    if _SHOWS.search(plain) is not None:
        return True
    if _ASKS_WHEN.search(plain) is not None:
        return days_before(plain) is None and time_of(plain) is None
    asks = "?" in plain or re.search(r"\bor not\b", plain, re.I) is not None
    if _STILL_ON.search(plain) is not None and asks:
        told = _ASKED_FOR.search(plain) is not None and days_before(plain) is not None
        return told or _NAMED.search(plain) is not None or (just and len(plain.split()) <= 6)
    return asks and _WHETHER.search(plain) is not None


def is_set(text: str, wishes: Sequence[Wish]) -> bool | None:
    """Whether the day and the time that a question names are those of a reminder; None where it names neither, or asks
    no yes."""
    plain = spelled_out(text[:LONGEST])
    if _STILL_ON.search(plain) is None and _WHETHER.search(plain) is None:
        return None
    before, at = days_before(plain), time_of(plain)
    if before is None and at is None:
        return None
    return any(before in (None, one.before) and _same(at, one.at) for one in wishes)


def _same(asked: time | None, at: time) -> bool:
    return asked is None or asked == at


def asks_due_beside(text: str) -> bool:
    """Whether a message says that no reminder came, and asks when the injection is."""
    plain = spelled_out(text[:LONGEST])
    return _NONE_CAME.search(plain) is not None and _DUE_TOO.search(plain) is not None
