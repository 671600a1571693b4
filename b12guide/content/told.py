"""What of a text is new to somebody who has just read another one."""

from __future__ import annotations

import re
from typing import Final

from b12guide.at_hand import at_hand

# The share of a sentence's words that carry its meaning from which it says nothing new.
ENOUGH: Final = 0.8
# Fewer words say too little by themselves.
_FEWEST: Final = 2
# What tells somebody to do or to leave something, or to get help: left out only where one sentence told it.
_TELLS: Final = re.compile(
    r"\b(?:do not|never|call|tell|needs? help|get (?:medical )?(?:advice|help))\b|\d{3}", re.IGNORECASE
)
# What begins so means the sentence before it.
_LEANS: Final = re.compile(
    r"^(?:they|them|it|its|that|this|these|those|(?:the )?(?:others?|first|second|same|latter)|then|so|do|does|both|"
    r"either|neither|each|such|but|and|also|too|even|still|after that|for (?:them|that|this)|with (?:it|them|that))\b",
    re.IGNORECASE,
)
# A number, a name or a word that turns the sense round is told by itself alone.
_EXACT: Final = re.compile(r"\b(?i:\d[\d,]*|without|no|not|cannot|only|except)\b|(?<=[a-z,] )[A-Z][\w']*")
_LIST: Final = re.compile(r"^\u2022|:$", re.MULTILINE)
_END: Final = re.compile(r"(?<=[.!?])[\"'\u201d\u2019)]*\s+")
_WORD: Final = re.compile(r"[^\W_]+(?:,\d+)*")
_ENDINGS: Final = ("ings", "ing", "ed", "es", "s", "e", "y")
_SHORTEST_STEM: Final = 3
# Everything here is about B12.
_LIGHT: Final = frozenset((
    "a", "about", "all", "also", "an", "and", "any", "are", "as", "at", "b12", "be", "been", "but", "by", "can",
    "could", "did", "do", "does", "every", "for", "from", "get", "gets", "had", "has", "have", "he", "her", "here",
    "his", "how", "i", "if", "in", "into", "is", "it", "its", "just", "may", "me", "might", "more", "most", "much",
    "my", "need", "needs", "of", "on", "one", "or", "our", "out", "own", "she", "so", "some", "than", "that", "the",
    "their", "them", "then", "there", "these", "they", "this", "those", "to", "too", "up", "very", "was", "we",
    "were", "what", "when", "where", "which", "while", "who", "why", "will", "with", "would", "you", "your", "yours",
))  # fmt: skip


def new_in(text: str, told: str, *, whole: bool = False) -> str:
    """What `text` says beyond `told`.

    A sentence is left out where `told` has nearly all of its words that carry meaning; one that tells what to do, only
    where one sentence has all of them, and one that the next sentence leans on, only with that. A paragraph after the
    first, as of a country, is left out whole or not at all; a list stays whole.

    Args:
        text: what is about to be said, filled.
        told: what was just read.
        whole: leave out only what one sentence of `told` has all the words of.

    Returns:
        the text without what was told, its lines as they were; empty where nothing is left.
    """
    if not told or _LIST.search(text):
        return text
    sentences = [_words(one) for one in sentences_in(told)]
    first, *others = text.split("\n\n")
    lines = (_new_in_line(line, sentences, whole=whole) for line in first.splitlines())
    kept = ["\n".join(filter(None, lines))]
    kept += [one for one in others if not all(_is_told(s, sentences, whole=whole) for s in sentences_in(one))]
    return "\n\n".join(filter(None, kept))


def _new_in_line(line: str, told: list[frozenset[str]], *, whole: bool) -> str:
    kept: list[str] = []
    for sentence in reversed(sentences_in(line)):
        leaned_on = bool(kept) and _LEANS.match(kept[-1])
        if leaned_on or not _is_told(sentence, told, whole=whole):
            kept.append(sentence)
    return " ".join(reversed(kept))


def _is_told(sentence: str, told: list[frozenset[str]], *, whole: bool) -> bool:
    words = _words(sentence)
    if len(words) < _FEWEST:
        return False
    if whole or _TELLS.search(sentence):
        return any(words <= one for one in told)
    every = frozenset().union(*told)
    exact = _words(" ".join(_EXACT.findall(sentence)))
    return exact <= every and len(words & every) >= ENOUGH * len(words)


# Every answer asks again what each piece of its topic says beyond it.
@at_hand(8192)
def _words(text: str) -> frozenset[str]:
    """The words that carry meaning, without their endings; "not" is one of them."""
    return frozenset(_stem(word) for word in _WORD.findall(text.casefold())) - _LIGHT


def _stem(word: str) -> str:
    if word in _LIGHT:
        return word
    endings = (ending for ending in _ENDINGS if word.endswith(ending))
    return next((word.removesuffix(one) for one in endings if len(word) - len(one) >= _SHORTEST_STEM), word)


@at_hand(4096)
def sentences_in(text: str) -> tuple[str, ...]:
    """The sentences of a text; those within quotation marks belong to the one around them, a question to its answer."""
    found: list[str] = []
    for line in text.splitlines():
        open_marks = goes_on = False
        for part in filter(None, map(str.strip, _split(line))):
            if goes_on:
                found[-1] += f" {part}"
            else:
                found.append(part)
            open_marks ^= part.count('"') % 2 == 1
            goes_on = open_marks or part.endswith("?")
    return tuple(found)


def _split(line: str) -> list[str]:
    starts = [0, *(end.end() for end in _END.finditer(line))]
    return [line[start:end] for start, end in zip(starts, [*starts[1:], len(line)], strict=True)]
