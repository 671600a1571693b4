"""The grammar as data (rules.yml): its rules compiled, and each bound to the function that reads what it matches."""

from __future__ import annotations

import re
from importlib.resources import files
from itertools import count
from typing import Any

import yaml

from ..model import Question
from . import bare_gaps, bounds, dates, feasts, intervals, month_dates, month_days, month_parts, week_dates
from .elements import Ask, Element, Mark, MarkKind
from .possible import Possible
from .scan import Build, Context, Rules

_DATED: dict[str, Build] = {
    **dates.BUILDERS, **month_dates.BUILDERS, **month_parts.BUILDERS, **week_dates.BUILDERS,
}  # fmt: skip
_BUILDERS: dict[str, Build] = {
    **intervals.BUILDERS,
    **bare_gaps.BUILDERS,
    **bounds.BUILDERS,
    **month_days.BUILDERS,
    **_DATED,
}


def _ask(text: str, options: tuple[str, ...]) -> Build:
    def build(m: re.Match[str], c: Context) -> Element:
        words = c.lexed.words(m.start(), m.end())
        return Ask(m.start(), m.end(), Question("interval", f'"{words}" {text}', options))

    return build


def _mark(kind: MarkKind, value: str | None) -> Build:
    def build(m: re.Match[str], c: Context) -> Element:
        return Mark(m.start(), m.end(), kind, value if value is not None else m[0])

    return build


def _build(entry: dict[str, Any]) -> Build:
    if "ask" in entry:
        return _ask(entry["ask"], tuple(entry.get("options", ())))
    if "mark" in entry:
        return _mark(entry["mark"], entry.get("value"))
    if "day" in entry:
        return dates.day_from_today(entry["day"])
    return _BUILDERS[entry["build"]]


def _compile(pattern: str, macros: dict[str, str]) -> re.Pattern[str]:
    """A pattern over whole tokens; a macro may use others."""
    while found := re.search(r"\{([A-Z_]+\d?)\}", pattern):
        pattern = pattern[: found.start()] + macros[found[1]] + pattern[found.end() :]
    return re.compile(r"(?<= )(?:" + pattern + r")(?= )")


def _reads_date(entry: dict[str, Any]) -> bool:
    return "day" in entry or entry.get("build") in _DATED


_DATA = yaml.safe_load(files(__package__).joinpath("rules.yml").read_text("utf-8"))
_FEASTS: Rules = tuple((_compile(pattern, {}), build) for pattern, build in feasts.named_days())
RULES: tuple[Rules, ...] = (
    *(tuple((_compile(entry["when"], _DATA["macros"]), _build(entry)) for entry in group)
      for name, group in _DATA["rules"].items() if name == "before_dates"),
    _FEASTS,
    *(tuple((_compile(entry["when"], _DATA["macros"]), _build(entry)) for entry in group)
      for name, group in _DATA["rules"].items() if name != "before_dates"),
)  # fmt: skip
DOUBTS: tuple[re.Pattern[str], ...] = tuple(_compile(entry, _DATA["macros"]) for entry in _DATA["doubts"])
# Where none of these matches there is no date, whatever else is read first.
DATES: tuple[re.Pattern[str], ...] = tuple(
    _compile(entry["when"], _DATA["macros"])
    for group in _DATA["rules"].values()
    for entry in group
    if _reads_date(entry)
) + tuple(pattern for pattern, _ in _FEASTS)
_POSSIBLE = Possible([*(pattern for rules in RULES for pattern, _ in rules), *DATES])
# Each with its place there.
_PLACES = count()
_PLACED = tuple(tuple((next(_PLACES), rule) for rule in rules) for rules in RULES)
_PLACED_DATES = tuple((next(_PLACES), pattern) for pattern in DATES)


def rules_for(canon: str) -> tuple[Rules, ...]:
    """The rules in their order, without those that nothing in a normalised text can match."""
    possible = _POSSIBLE.within(canon)
    return tuple(tuple(rule for place, rule in rules if possible >> place & 1) for rules in _PLACED)


def names_date(canon: str) -> bool:
    """Whether a normalised text has words of a date, whatever else is read first."""
    possible = _POSSIBLE.within(canon)
    return any(possible >> place & 1 and pattern.search(canon) for place, pattern in _PLACED_DATES)
