"""Long answers in pieces of a provider's length, counted as the provider counts, cut where a reader would pause."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

Length = Callable[[str], int]

# GSM 03.38: the characters of an SMS of 7 bits, and those that take two places.
_GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
    "¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_GSM_TWICE = frozenset("^{}\\[~]|€\f")
# What would turn a text of 160 characters a segment into one of 70, and means the same without.
_PLAIN = str.maketrans(
    {"•": "-", "·": "-", "–": "-", "—": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "…": "..."}
    | {"\u00a0": " ", "\u202f": " "}
)
# Zero-width joiner and the selector of an emoji's form.
_JOINERS = frozenset("\u200d\ufe0f")
# Places to cut at, best first: a paragraph, a line, a sentence, a word.
_PLACES = (r"\n\n", r"\n", r"(?<=[.!?:]) ", r" ")


def characters(text: str) -> int:
    """Length in Unicode characters."""
    return len(text)


def utf16(text: str) -> int:
    """Length in UTF-16 units, in which Telegram counts: most emoji are two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def plain(text: str) -> str:
    """`text` for SMS, in characters that the short alphabet of SMS has wherever one means the same."""
    return text.translate(_PLAIN)


def segments(text: str) -> int:
    """How many SMS a text is sent, and paid, as: 160 characters in one or 153 in each of several; 70 and 67 where a
    character is not in the alphabet of GSM 03.38. An escaped character or a UTF-16 pair is never split.
    """
    short = all(c in _GSM or c in _GSM_TWICE for c in text)
    sizes = [2 if c in _GSM_TWICE else 1 for c in text] if short else [utf16(c) for c in text]
    whole, part = (160, 153) if short else (70, 67)
    if sum(sizes) <= whole:
        return 1
    count, room = 1, part
    for size in sizes:
        if size > room:
            count, room = count + 1, part
        room -= size
    return count


def first_piece(text: str, limit: int, length: Length) -> tuple[str, str]:
    """`text` as the longest beginning of at most `limit` that ends where a reader would pause, and the rest."""
    if length(text) <= limit:
        return text, ""
    fits = _fitting(text, limit, length)
    for place in _PLACES:
        ends = [found.start() for found in re.finditer(place, text[: fits + 1]) if found.start() <= fits]
        # A cut in the first third would make many small pieces of a text.
        if ends and ends[-1] >= fits // 3:
            return text[: ends[-1]].rstrip(), text[ends[-1] :].lstrip()
    # Never between a letter and its accent, or inside of an emoji of several parts.
    end = fits
    while end > 1 and (unicodedata.combining(text[end]) or _JOINERS & set(text[end - 1 : end + 1])):
        end -= 1
    end = end if end > 1 else fits
    return text[:end], text[end:]


def pieces(text: str, limit: int, length: Length = characters) -> list[str]:
    """`text` whole, in pieces of at most `limit` each."""
    found: list[str] = []
    rest = text.strip()
    while rest:
        piece, rest = first_piece(rest, limit, length)
        found.append(piece)
    return found


def shortened(words: str, limit: int) -> str:
    """`words` for a button of `limit` characters; what does not fit ends in an ellipsis."""
    if len(words) <= limit:
        return words
    start = words[: limit - 1]
    cut = start.rfind(" ")
    return (start[:cut] if cut >= limit // 2 else start).rstrip(" ,.;:") + "…"


def _fitting(text: str, limit: int, length: Length) -> int:
    """The greatest number of characters of `text` whose length is at most `limit`, at least 1 so that it ends."""
    low, high = 1, min(len(text), max(limit, 1) * 200)
    while low < high:
        middle = (low + high + 1) // 2
        if length(text[:middle]) <= limit:
            low = middle
        else:
            high = middle - 1
    return low
