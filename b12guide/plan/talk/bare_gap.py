"""A gap of which only the number is said to a plan that is known, "no, every 10": it has the unit of that plan."""

from __future__ import annotations

import re

from ..model import Unit
from ..reading.bare_gaps import unit_of, units_named
from ..reading.lexer import lex
from ..reading.reader import ANY_DAY, read
from .message import NUMBERS, Said, number
from .move_words import asks
from .state import CHANGE, CONFIRM, State

_UNIT_NAMES: dict[Unit, str] = {"d": "day", "wk": "week", "mo": "month", "a": "year"}
_BARE = re.compile(r'^"(?P<gap>every (?:\d{1,3}|[a-z]+))" has no unit\b', re.I)


def unit_in(count: int, text: str, state: State) -> str | None:
    """The unit of a number alone: the one that the message names, or that of the part of the plan that goes on; None
    where that is not certain."""
    canon = lex(text).canon
    if units_named(canon) or not state.phases:
        return unit_of(count, canon)
    return _UNIT_NAMES[state.phases[-1].unit]


_NUMBERED = re.compile(
    rf"\b(?P<n>\d{{1,2}}|{'|'.join(NUMBERS)})[ -]?(?P<u>weekly|wkly|monthly|mthly)\b"
    r"(?= (?:ones?|jabs?|shots?|injections?|doses?|part|bit|start|begin|are|is)\b)",
    re.I,
)


def with_known_gap(text: str, state: State) -> str:
    """`text`; "the 3 monthly ones" of a plan that has such a part are those every 3 months, not 3 of each month."""

    def every(match: re.Match[str]) -> str:
        many = number(match["n"].lower())
        unit: Unit = "mo" if match["u"].lower().startswith("m") else "wk"
        known = many != 1 and any((part.frequency, part.period, part.unit) == (1, many, unit) for part in state.phases)
        return f"every {many} {_UNIT_NAMES[unit]}s" if known else match[0]

    return _NUMBERED.sub(every, text)


def with_unit(text: str, state: State) -> str:
    """`text` with the unit of the plan's own gap behind the number alone that puts that gap right."""
    several = len(state.phases) > 1 and state.about in (None, CONFIRM, CHANGE)
    if not several or asks(Said.of(text)) or units_named(lex(text).canon):
        return text
    found = [bare for q in read(text, today=ANY_DAY).questions if (bare := _BARE.match(q.text))]
    if len(found) != 1 or " other" in found[0]["gap"]:
        return text
    unit = _UNIT_NAMES[state.phases[-1].unit]
    return re.sub(rf"{re.escape(found[0]['gap'])}\b", lambda m: f"{m[0]} {unit}s", text, count=1, flags=re.I)
