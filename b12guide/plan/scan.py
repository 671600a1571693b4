"""Running rules over the normalised text: first come, first served, and nothing is read twice."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from .elements import Element, When
from .lexer import Lexed
from .model import Role


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may need beside its own words. ``country`` (ISO 3166) orders the options of a question, no more.
    ``role`` is what a date without a cue is the date of, where only one kind can be meant."""

    lexed: Lexed
    today: date
    country: str | None = None
    role: Role | None = None


Build = Callable[[re.Match[str], Context], "Element | Iterable[Element] | None"]
Rules = tuple[tuple[re.Pattern[str], Build], ...]


class Scanner:
    """The text still unread (what was read is struck out) and the elements found so far."""

    def __init__(self, context: Context) -> None:
        self.context = context
        lexed = context.lexed
        self.rest = lexed.canon
        self.elements: list[Element] = []

    def run(self, rules: Rules) -> None:
        """Apply the rules in order. A builder that returns None leaves its words unread; an empty tuple drops them."""
        for pattern, build in rules:
            for match in list(pattern.finditer(self.rest)):
                found = build(match, self.context)
                if found is None:
                    continue
                self.elements.extend((found,) if isinstance(found, Element) else found)
                self.strike(match.start(), match.end(), dated=isinstance(found, When))

    def strike(self, start: int, end: int, *, dated: bool = False) -> None:
        """Mark a stretch as read, blanks between its words kept out of later matches. No number before a date belongs
        to the interval behind it, so the mark of a date has another end."""
        self.rest = self.rest[:start] + "\x00" * (end - start - dated) + "\x01" * dated + self.rest[end:]

    def leftovers(self) -> list[tuple[int, str]]:
        """The unread words with their places."""
        return [(m.start(), m.group()) for m in re.finditer(r"[^\x00\x01 ]+", self.rest)]
