"""Which of many expressions can match in a text at all, by words that each match of one has in it.

Most rules of the grammar name a word that most texts lack. To look for the words takes a small part of the time that
it takes to try each rule at each place.
"""

from __future__ import annotations

import re
import sre_constants
import sre_parse
from collections.abc import Iterable
from typing import Any

_REPEATED = (sre_constants.MAX_REPEAT, sre_constants.MIN_REPEAT)


class Possible:
    """Expressions, and what a text has to contain for them to match."""

    def __init__(self, patterns: Iterable[re.Pattern[str]]) -> None:
        # A bit for each expression: those of which nothing is known, and those that a word belongs to.
        self._always, self._by_word = 0, dict[str, int]()
        for place, pattern in enumerate(patterns):
            words = needed(pattern.pattern)
            self._always |= 0 if words else 1 << place
            for word in words:
                self._by_word[word] = self._by_word.get(word, 0) | 1 << place

    def within(self, text: str) -> int:
        """The expressions that may match in ``text``, or in what is left of it where parts are struck out: a bit for
        each, in the order in which they were given, the lowest first."""
        found = self._always
        for word, bits in self._by_word.items():
            if word in text:
                found |= bits
        return found


def needed(expression: str) -> frozenset[str]:
    """Pieces of text of which each match has at least one; none where nothing is known."""
    return _needed(sre_parse.parse(expression))


def _needed(parsed: Any) -> frozenset[str]:
    found: list[frozenset[str]] = []
    run = ""
    for kind, value in parsed:
        if kind is sre_constants.LITERAL:
            run += chr(value)
            continue
        found.append(_piece(run))
        run = ""
        if kind is sre_constants.SUBPATTERN:
            found.append(_needed(value[3]))
        elif kind in _REPEATED and value[0] > 0:
            found.append(_needed(value[2]))
        elif kind is sre_constants.BRANCH:
            branches = [_needed(branch) for branch in value[1]]
            found.append(frozenset().union(*branches) if all(branches) else frozenset())
    # The longer the shortest of the pieces is, the rarer are they all.
    return max([*found, _piece(run)], key=lambda pieces: (min(map(len, pieces), default=0), -len(pieces)))


def _piece(run: str) -> frozenset[str]:
    """A row of letters and signs; blanks stand in every text, and what marks struck-out words in no other."""
    return frozenset([run] if run.strip(" ") and run.isprintable() else [])
