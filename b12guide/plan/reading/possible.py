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
        self._needed = {pattern: needed(pattern.pattern) for pattern in patterns}
        self._words = frozenset().union(*self._needed.values())

    def within(self, text: str) -> frozenset[re.Pattern[str]]:
        """The expressions that may match in ``text``, or in what is left of it where parts are struck out."""
        here = {word for word in self._words if word in text}
        return frozenset(one for one, words in self._needed.items() if not words or not words.isdisjoint(here))


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
