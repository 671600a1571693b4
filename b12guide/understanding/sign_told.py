"""What of a message is quoted back on a card: the whole part of its sentence that tells of the sign, never half a
thought, such as how it was before the "and now"."""

from __future__ import annotations

import re
from collections.abc import Sequence

# Characters of one quotation at most.
LONGEST = 110
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
# Where a sentence may be cut: before a word that goes on, or behind a comma.
_PIECE = re.compile(r"(?<=[,;:])\s+|\s+(?=(?:and|but|so|because|cos|though)\b)", re.I)
_EDGE = " ,;:.!"


def whole_parts(text: str, heard: Sequence[str]) -> tuple[str, ...]:
    """What was `heard` in a `text`, each as the whole part of the sentence in which it stands; as it is where it stands
    in none, or is longer than may be quoted."""
    sentences = [one.strip() for one in _SENTENCE.split(text) if one and one.strip()]
    return tuple(dict.fromkeys(_whole(words, sentences) for words in heard))


def _whole(words: str, sentences: Sequence[str]) -> str:
    found = next((one for one in sentences if words.lower() in one.lower()), None)
    if found is None or not words.strip() or len(words) > LONGEST:
        return words
    at = found.lower().index(words.lower())
    if len(found) <= LONGEST:
        return found.strip(_EDGE)
    starts = [0, *(one.end() for one in _PIECE.finditer(found))]
    ends = [*starts[1:], len(found)]
    first = max(place for place, start in enumerate(starts) if start <= at)
    last = next(place for place, end in enumerate(ends) if end >= at + len(words))
    # How it goes on tells more than how it began.
    while last + 1 < len(ends) and ends[last + 1] - starts[first] <= LONGEST:
        last += 1
    while first > 0 and ends[last] - starts[first - 1] <= LONGEST:
        first -= 1
    part = found[starts[first] : ends[last]].strip(_EDGE)
    return part if len(part) <= LONGEST else words
