"""Running rules over the normalised text: first come, first served, and nothing is read twice."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ..model import Role
from .elements import Element, When
from .lexer import Lexed

# A plan with its dates has a few; what has more than this is a diary, or was written to keep the reader busy.
MOST_ELEMENTS = 60
# Places that are looked at, also those at which nothing is found after all.
MOST_LOOKED_AT = 90


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may need beside its own words. ``country`` (ISO 3166) orders the options of a question, no more.
    ``role`` is what a date without a cue is the date of, where only one kind can be meant; ``within`` the first and the
    last day of the stretch that was asked about, where one was."""

    lexed: Lexed
    today: date
    country: str | None = None
    role: Role | None = None
    within: tuple[date, date] | None = None


Build = Callable[[re.Match[str], Context], "Element | Iterable[Element] | None"]
Rules = tuple[tuple[re.Pattern[str], Build], ...]


class Scanner:
    """The text still unread (what was read is struck out) and the elements found so far."""

    def __init__(self, context: Context) -> None:
        self.context = context
        lexed = context.lexed
        self.rest = lexed.canon
        self.elements: list[Element] = []
        self._looked_at = 0

    @property
    def full(self) -> bool:
        """Whether there was more than is read: the rest of the text was left alone."""
        return len(self.elements) >= MOST_ELEMENTS or self._looked_at >= MOST_LOOKED_AT

    def run(self, rules: Rules) -> None:
        """Apply the rules in order. A builder that returns None leaves its words unread; an empty tuple drops them."""
        for pattern, build in rules:
            if self.full:
                return
            read: list[tuple[int, int, bool]] = []
            for match in pattern.finditer(self.rest):
                if self.full:
                    break
                self._looked_at += 1
                found = build(match, self.context)
                if found is None:
                    continue
                self.elements.extend((found,) if isinstance(found, Element) else found)
                read.append((*match.span(), isinstance(found, When)))
            self._strike(read)

    def _strike(self, stretches: Sequence[tuple[int, int, bool]]) -> None:
        """Mark stretches as read, in their order, blanks between their words kept out of later matches.

        No number before a date belongs to the interval behind it, so the mark of a date has another end.
        """
        if not stretches:
            return
        parts, done = [], 0
        for start, end, dated in stretches:
            parts += [self.rest[done:start], "\x00" * (end - start - dated), "\x01" * dated]
            done = end
        self.rest = "".join((*parts, self.rest[done:]))

    def leftovers(self) -> list[tuple[int, str]]:
        """The unread words with their places."""
        return [(m.start(), m.group()) for m in re.finditer(r"[^\x00\x01 ]+", self.rest)]
