"""How to print the page of a plan, and that a page has one name: "where do I press to print it?", "put two names on
it"."""

from __future__ import annotations

import re

from .move import Move
from .outcome import Who
from .state import State

PRINT_HOW, TWO_NAMES = "print_how", "two_names"
_PAPER = r"(?:print\w{0,4}|on(?:to)? paper|a hard copy|paper copy|copy (?:for|on) the (?:fridge|wall))"
_HOW = (
    r"(?:how (?:do|can|would|should|to|d'?ya|does|shall) ?(?:i|you|we|one|she|he)?|how'?s it|where (?:do|can"
    r"|should|is|are)"
    r" (?:i|we|you|the|it)|(?:which|what) (?:button|link|key|bit)|what (?:do|should) (?:i|we)"
    r"|(?:i )?(?:don'?t|do not|cannot|can'?t) (?:know how|see how|find (?:where|how|the|it)|work out how))"
)
_PRINT_HOW = re.compile(rf"\b{_HOW}\b[^.;!?\n]{{0,40}}?\b{_PAPER}\b", re.I)
_PRESS = re.compile(
    r"\b(?:where|what|which|how)\b[^.;!?\n]{0,25}?\b(?:press|click|tap|push|touch|hit|button|link)\b", re.I
)
_PRINTS = re.compile(rf"\b{_PAPER}\b", re.I)
# Of a place on the body something else is asked.
_BODY = re.compile(
    r"\b(?:arm|leg|thigh|skin|bruise\w{0,3}|bleed\w{0,3}|blood|needle|plunger|swab|cotton|wound|spot|site|muscle"
    r"|sore)\b",
    re.I,
)
_TWO_NAMES = re.compile(
    r"\b(?:two|2|both|both our|both of our|both their|our|more than one) names?\b"
    r"|\b(?:my|his|her|mum'?s|dad'?s) (?:name )?and (?:my \w+'s|his|hers|mine|her|mum'?s|dad'?s)(?: own)? names?\b",
    re.I,
)
_PUT = re.compile(
    r"\b(?:put|add|write|have|print|with|want|need|can|could|page|list|sheet|calendar|top of it|on it)\b", re.I
)


def print_help(text: str, state: State, who: Who) -> Move | None:
    """That it is asked how the page is printed, or whether two names may stand on it."""
    plain = text.replace("’", "'")
    if not state.ready(who.today) or _BODY.search(plain):
        return None
    if _TWO_NAMES.search(plain) and _PUT.search(plain) and not re.search(r"\b(?:what|which) (?:two|2)\b", plain, re.I):
        return Move("request", TWO_NAMES, rest=(0, len(text)))
    if _PRINT_HOW.search(plain) or (_PRESS.search(plain) and _PRINTS.search(plain)):
        return Move("request", PRINT_HOW, rest=(0, len(text)))
    return None


def asks_where_to_press(text: str) -> bool:
    """Whether a text asks where to press, and of no place on the body."""
    return _PRESS.search(text) is not None and _BODY.search(text) is None
