"""Short spellings of phones, written out: "r u", "b4", "day-before"."""

from __future__ import annotations

import re

_SHORT = {
    "b4": "before", "u": "you", "ur": "your", "r": "are", "pls": "please", "plz": "please", "txt": "text",
    "txts": "texts", "txting": "texting", "tmrw": "tomorrow", "abt": "about", "cud": "could", "wud": "would",
    "tonite": "tonight", "dont": "don't", "cant": "can't", "wont": "won't", "doesnt": "doesn't", "im": "i'm",
    "msg": "message", "msgs": "messages",
    "isnt": "isn't", "didnt": "didn't", "bk": "back", "aswell": "as well", "nd": "and", "shud": "should",
    "shld": "should", "wat": "what", "wen": "when", "nite": "night", "shouldnt": "shouldn't",
}  # fmt: skip
# No part of an address.
_WORD = re.compile(rf"(?<![\w'/.@-])(?:{'|'.join(_SHORT)})(?![\w'/@-])(?!\.\w)", re.I)
_HYPHEN = re.compile(
    r"\b(days?|weeks?|nights?|evenings?|mornings?|months?|on|on-the|same)-(before|ahead|early|of|the|the-day|day)\b",
    re.I,
)


def spelled_out(text: str) -> str:
    """A text with short spellings written out, with straight apostrophes, and without the hyphens of "day-before"."""
    plain = _HYPHEN.sub(lambda found: found[0].replace("-", " "), text.replace("’", "'"))
    return _WORD.sub(lambda found: _SHORT[found[0].lower()], plain)
