"""When two ways of asking are the same words."""

from __future__ import annotations

import re
import unicodedata
import zlib

# One in so many ways to ask is never taught.
HELD_BACK = 5
_NO_WORD = re.compile(r"[^\w\s]|_")


def same_words(text: str) -> str:
    """`text` in small letters, without punctuation, apostrophes included: two texts with one such form ask the same."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(_NO_WORD.sub(" ", plain.replace("'", "").replace("’", "")).split())


def held_back(way: str) -> bool:
    """Whether a way to ask is one that the encoder is never taught: about each fifth, by its words."""
    return zlib.crc32(same_words(way).encode()) % HELD_BACK == 0
