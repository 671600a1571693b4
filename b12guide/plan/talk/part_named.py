"""Which part of a plan is meant by how often its injections are: "the weekly ones", "the 3 monthlies"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model import Phase, Unit
from .message import number

_OFTEN = re.compile(
    r"\b(?:(?:every )?(?P<n>\d{1,2}|two|three|four|six|eight|ten|twelve)[ -])?"
    r"(?P<u>dai(?:ly|lies)|days?|week(?:ly|lies|s)?|fortnight(?:ly|lies)?|month(?:ly|lies|s)?|quarter(?:ly|lies)"
    r"|year(?:ly|lies|s)?)\b",
    re.I,
)
_UNITS: dict[str, tuple[int, Unit]] = {
    "da": (1, "d"), "we": (1, "wk"), "fo": (2, "wk"), "mo": (1, "mo"), "qu": (3, "mo"), "ye": (1, "a"),
}  # fmt: skip


def part_named(text: str, phases: Sequence[Phase]) -> int:
    """The place of the one later part that is as often as `text` says; that of the last part where none is."""
    found = part_as_often(text, phases[1:])
    return len(phases) - 1 if found is None else found + 1


def part_as_often(text: str, phases: Sequence[Phase]) -> int | None:
    """The place of the one part that is as often as `text` says; None where none is, or several."""
    for found in _OFTEN.finditer(text):
        times, unit = _UNITS[found["u"][:2].lower()]
        period = times * ((number(found["n"].lower()) or 1) if found["n"] else 1)
        same = [place for place, one in enumerate(phases) if (one.period, one.unit) == (period, unit)]
        if len(same) == 1:
            return same[0]
    return None
