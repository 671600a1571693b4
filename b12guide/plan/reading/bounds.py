"""What surrounds the intervals: how many, how long, until when, which phase, how much, and by which route."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from ..model import Question, Unit
from .elements import Ask, Count, Duration, Element, Mark, Until
from .scan import Build, Context

_UNITS: dict[str, tuple[int, Unit]] = {
    "day": (1, "d"), "week": (1, "wk"), "fortnight": (2, "wk"), "month": (1, "mo"), "quarter": (3, "mo"),
    "year": (1, "a"), "7": (1, "d"), "52": (1, "wk"), "12": (1, "mo"),
}  # fmt: skip
_MICROGRAMS = {"g": 1_000_000.0, "mg": 1000.0, "mcg": 1.0}
# "25g" is the gauge of a needle.
_GAUGES = range(16, 34)


def _drop(m: re.Match[str], c: Context) -> Iterable[Element]:
    return ()


def _strength(m: re.Match[str], c: Context) -> Element | Iterable[Element]:
    """A dose in micrograms; "per ml" is a concentration (regimens.md, 3f) unless it stands alone."""
    if m["u"] not in _MICROGRAMS or m["to"] or (m["u"] == "g" and m["n"].isdigit() and int(m["n"]) in _GAUGES):
        return ()
    return Mark(
        m.start(), m.end(), "concentration" if m["per"] else "strength", str(float(m["n"]) * _MICROGRAMS[m["u"]])
    )


def _count(m: re.Match[str], c: Context) -> Element | None:
    number = int(m["n"])
    if not number:
        return None
    more = int(m["n2"]) if m["n2"] else None
    return Count(m.start(), m.end(), number, more)


def _bare_count(m: re.Match[str], c: Context) -> Element | None:
    found = _count(m, c)
    return replace(found, unitless=True) if isinstance(found, Count) else found


def _loose_count(m: re.Match[str], c: Context) -> Element | Iterable[Element] | None:
    """ "6 injections": how many there are, unless it is the one that recurs."""
    number = int(m["n"])
    if number < 2:
        return ()
    count = Count(m.start(), m.end(), number, int(m["n2"]) if m["n2"] else None, loose=True)
    return (Mark(m.start(), m.end(), "loading"), count) if "loading" in m[0] else count


_BEFORE_DAY = re.compile(r"(?: (?:on|at|of|for|which is|is)){1,4}$", re.I)
_SO_LONG = re.compile(r"\b(?:for|over|during|in) (?:years|months|weeks|days|yrs|mths|wks)$", re.I)


# "Can I make it 2 days before?" is how far a day is moved; "for 2 days before the monthly ones" ends a part.
_FOR = re.compile(r" ?(?:\( )?(?:for|x|over|during|in|the|first|1th)\b")
_MOVED = re.compile(
    r" ?(?:early|earlier|sooner|late|later|ahead|in advance|beforehand"
    r"|before(?= (?:[.,;:?!)]|the|it|i|my|that|$))) "
)


def _duration(m: re.Match[str], c: Context) -> Element | Iterable[Element] | None:
    if not m["n"] and _SO_LONG.search(c.lexed.words(m.start(), m.end())):
        # "I've had it for years" ends nothing.
        return None
    if _FOR.match(m[0]) is None and _MOVED.match(c.lexed.canon, m.end()):
        return ()
    number = int(m["n"]) if m["n"] and m["n"].isdigit() else 1
    factor, unit = _UNITS[m["u"]]
    if not number:
        return None
    more = int(m["n2"]) * factor if m["n2"] else None
    return Duration(m.start(), m.end(), number * factor, unit, more)


# How often, where so long can hold several of them.
OFTEN = re.compile(
    r" (?:daily|weekly|(?:every|each|alternate)(?: other)? (?:day|week)|time (?:a|per|each|every) week) "
)


def _told_length(m: re.Match[str], c: Context) -> Element | Iterable[Element] | None:
    """ "Weekly, 8 weeks from 1 December"; of a plan in many weeks such a length may be the gap."""
    return _duration(m, c) if OFTEN.search(c.lexed.canon[: m.start() + 1]) else None


def _vague_end(m: re.Match[str], c: Context) -> Element:
    words = c.lexed.words(m.start(), m.end())
    return Ask(m.start(), m.end(), Question("count", f'"{words}" is not exact. How many injections is that?'))


_DATED = re.compile(
    r" (?:[2-9]|\d{2,}|\d+th|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|christmas|summer|winter|spring|autumn|easter|next|day|week|month|year) "
)


def _until(m: re.Match[str], c: Context) -> Element:
    words = c.lexed.words(m.start("what"), m.end("what"))
    if _DATED.search(f" {m['what']} "):
        return Ask(m.start(), m.end(), Question("count", f'"until {words}": how many injections is that?'))
    # "Until my review on": the day behind it is read by itself.
    return Until(m.start(), m.end(), _BEFORE_DAY.sub("", words))


def _until_date(m: re.Match[str], c: Context) -> Element:
    return Ask(m.start(), m.end(), Question("count", "How many injections are there until that date?"))


def _for_life(m: re.Match[str], c: Context) -> Element:
    return Until(m.start(), m.end(), None)


BUILDERS: dict[str, Build] = {
    "drop": _drop,
    "strength": _strength,
    "count": _count,
    "bare_count": _bare_count,
    "loose_count": _loose_count,
    "duration": _duration,
    "told_length": _told_length,
    "vague_end": _vague_end,
    "until": _until,
    "until_date": _until_date,
    "for_life": _for_life,
}
