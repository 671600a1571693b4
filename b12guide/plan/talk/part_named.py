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
    "da": (1, "d"), "we": (1, "wk"), "wk": (1, "wk"), "fo": (2, "wk"), "mo": (1, "mo"), "mt": (1, "mo"),
    "qu": (3, "mo"), "ye": (1, "a"),
}  # fmt: skip
# A rhythm, and no length of time: "monthly", "every 2 months", "3 weekly".
_RHYTHM = re.compile(
    r"\b(?:(?:every )?(?P<n>\d{1,2}|two|three|four|six|eight|ten|twelve)[ -])?"
    r"(?P<u>dai(?:ly|lies)|week(?:ly|lies)|fortnight(?:ly|lies)|month(?:ly|lies)|quarter(?:ly|lies)|year(?:ly|lies)"
    r"|(?:(?<=\d )(?:day|week|month)s?|(?<=every )(?:day|week|month))(?! (?:ago|ahead|from|until|late|early)))\b",
    re.I,
)
_NAMES: dict[Unit, str] = {"d": "days", "wk": "weeks", "mo": "months", "a": "years"}


def period_of(unit: str) -> tuple[int, Unit]:
    """How many of which unit a word names: "fortnightly" is 2 weeks."""
    return _UNITS[unit[:2].lower()]


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


def other_rhythm(text: str, phase: Phase) -> str | None:
    """How often something else than a part is by `text`: the one other rhythm that it names; None where it names none,
    or several."""
    found: dict[tuple[int, Unit], str] = {}
    for match in _RHYTHM.finditer(text):
        times, unit = _UNITS[match["u"][:2].lower()]
        period = times * ((number(match["n"].lower()) or 1) if match["n"] else 1)
        found[period, unit] = f"every {period} {_NAMES[unit]}" if period > 1 else f"every {_NAMES[unit][:-1]}"
    found.pop((phase.period, phase.unit), None)
    return next(iter(found.values())) if len(found) == 1 else None
