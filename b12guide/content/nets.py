"""What of a safety net somebody has just read: the signs that it names, with how soon help is needed."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from b12guide.content.told import sentences_in

# So many messages long a net is not said again whole.
LATELY: Final = 3
NOW, TODAY = "now", "today"
_NOW: Final = re.compile(r"\bcall\b.{0,70}\bnow\b", re.I)
_TODAY: Final = re.compile(r"\btoday\b", re.I)
# What counts as the same sign. A sentence with another word that says something is always new.
_SIGNS: Final = {
    name: re.compile(rf"^(?:{words})$")
    for name, words in {
        "numb": r"numb\w*|tingl\w*",
        "weak": r"weak\w*|legs?|fail",
        "balance": r"balance|unsteady",
        # Sight that is lost is more than sight that is poor.
        "loss": r"los[es]\w*|lost",
        "walk": r"walk\w*",
        "pee": r"pee|hold",
        "no pee": r"pass",
        "breath": r"breath\w*",
        "sight": r"sight|see|less|well",
        "worse": r"worse|worsens?",
    }.items()
}
_LIGHT: Final = frozenset((
    "if", "you", "your", "get", "gets", "getting", "new", "or", "more", "in", "when", "a", "an", "the", "to", "of",
    "do", "and", "not", "cannot", "something", "anything", "some", "signs", "sign", "ones", "poor", "trouble",
    "fast", "call", "medical", "advice", "now", "today", "local", "emergency", "number", "it", "are", "is", "be",
    "comes", "before", "as", "on", "own", "help", "after", "there", "but", "doctor", "nurse", "line", "same",
    "still", "holds", "any",
))  # fmt: skip
_WORD: Final = re.compile(r"[a-z]+")


def without_told(net: str, told: Collection[str]) -> tuple[str, bool]:
    """A net without the sentences on getting help whose signs were `told` already, as `signs_of` gives them; and
    whether any was left out. What tells whom to ask, or names any other sign, stays."""
    kept: list[str] = []
    for group in _groups(net):
        signs = signs_of(group)
        if not signs or not signs <= set(told):
            kept.append(group)
    return " ".join(kept), len(kept) < len(_groups(net))


def signs_of(text: str) -> set[str]:
    """The signs that a text says when to get help for, each with how soon; none of a sentence that says more."""
    found: set[str] = set()
    for sentence in sentences_in(text):
        soon = NOW if _NOW.search(sentence) else TODAY if _TODAY.search(sentence) else None
        if soon is None:
            return set()
        words = [word for word in _WORD.findall(sentence.casefold()) if word not in _LIGHT]
        named = {name for word in words for name, pattern in _SIGNS.items() if pattern.match(word)}
        if not named or any(not any(pattern.match(word) for pattern in _SIGNS.values()) for word in words):
            return set()
        found |= {f"{name} {soon}" for name in named}
    return found


def told_in(texts: Sequence[str]) -> set[str]:
    """The signs that any of the sentences of `texts` names."""
    return {sign for text in texts for sentence in sentences_in(text) for sign in signs_of(sentence)}


def calls_now(text: str) -> bool:
    """Whether a text says whom to call at once."""
    return _NOW.search(text) is not None


def says_today(text: str) -> bool:
    """Whether a text says what needs advice the same day."""
    return re.search(r"\b(?:advice|help|doctor)\b[^.]{0,20}\btoday\b", text, re.I) is not None


def _groups(net: str) -> list[str]:
    """The sentences of a net, one that means the one before it together with that."""
    groups: list[str] = []
    for sentence in sentences_in(net):
        if groups and sentence.startswith(("Do the same", "If you cannot reach")):
            groups[-1] = f"{groups[-1]} {sentence}"
        else:
            groups.append(sentence)
    return groups
