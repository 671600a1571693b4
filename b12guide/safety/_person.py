"""Whom a message is about: the writer, another adult, or a child."""

from __future__ import annotations

import re
from typing import Literal

from ._rules import Rules

Person = Literal["self", "other", "child"]


class PersonRules:
    """Reads the person from the words before a sign; the nearest one counts ("my husband says I had a seizure")."""

    def __init__(self, rules: Rules) -> None:
        def compiled(pattern: str) -> re.Pattern[str]:
            return rules.compiler.compile(pattern, rules.lists, captured=False).regex

        self._self = compiled("[writer_word]")
        self._mine = compiled("my left/right/whole/entire/poor? $")
        self._other = compiled("[other_word]")
        self._child = compiled("[child_word]")
        self._age = compiled("[young_age]")

    def of(self, codes: str, position: int, end: int) -> Person:
        """The person whom the sign at codes[position:end] is about."""
        if self._child.search(codes) or self._age.search(codes):
            return "child"
        before, within = codes[:position], codes[position:end]
        if self._mine.search(before) and not self._other.search(within):
            # "They have not rung, and my chest feels tight": what stands right behind "my" is the writer's.
            return "self"
        other = max((match.start() for match in self._other.finditer(before)), default=-1)
        writer = max((match.start() for match in self._self.finditer(before)), default=-1)
        if other < 0 and writer < 0:
            # "They'd cope if I wasn't here" is about who writes.
            own = max((match.start() for match in self._self.finditer(within)), default=-1)
            others = max((match.start() for match in self._other.finditer(within)), default=-1)
            following = codes[position : position + 6]
            return "other" if self._other.search(following) and own <= others else "self"
        if other < 0:
            return "self"
        return "other" if other > writer else "self"
