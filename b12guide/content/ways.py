"""When two ways of asking are the same words."""

from __future__ import annotations

import re
import unicodedata

_NO_WORD = re.compile(r"[^\w\s]|_")


def same_words(text: str) -> str:
    """`text` in small letters, without punctuation, apostrophes included: two texts with one such form ask the same."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(_NO_WORD.sub(" ", plain.replace("'", "").replace("’", "")).split())
