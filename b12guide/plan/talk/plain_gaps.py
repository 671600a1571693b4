"""How often, with how much of what, as a message tells it, in words that the grammar reads in one way."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ..reading.reader import read
from ..wording import phase_words
from .bare_gap import unit_in
from .heard import Heard, NoPlainWordsError, Part
from .message import number

_TELLS = frozenset({"tells_plan", "corrects", "tells_product"})
_UNIT = r"(?P<unit>day|week|month|year)"
_BARE_GAP = re.compile(rf"^(?:every |each |about |its |it's )?(?P<n>[\w-]+?)[ -]?{_UNIT}s?$", re.I)
_LY = re.compile(rf"^(?P<n>[\w-]+)[ -]{_UNIT}ly$", re.I)
_MANY = re.compile(r"\s*(?:b-?12 )?(?:injections|jabs|shots|needles|jags|doses|ones)\b", re.I)
# So many may be a whole course, one a week.
MOST_OF_COURSE = 8
_UNIT_ALONE = re.compile(rf"^{_UNIT}s?$", re.I)
_NUMBER_ALONE = re.compile(r"^(?:every |each )?(?P<n>[a-z]+|\d{1,3})$", re.I)
_NOT = re.compile(r"\bnot\b|n['’]t\b|\b(?:instead of|rather than)\b", re.I)
_THEN = re.compile(r"\b(?:then|after|afterwards|thereafter|followed|next)\b|[,;>]", re.I)
_BEHIND = re.compile(r"\b(?:then|after|afterwards|thereafter|followed|now)\b", re.I)
_LEAD = re.compile(r"^(?:(?:and|then|so|its|it's|one|of|that)\b|[,\s])+", re.I)


def gaps_in(heard: Heard) -> list[str]:
    """Takes how often, with how many, how much and of what.

    Raises:
        NoPlainWordsError: it is none that the grammar reads, or its parts do not follow each other.
    """
    often = heard.parts("every") if heard.acts & _TELLS else []
    if any(_before(heard.text, part, often[:1]) for part in heard.peek("course")):
        raise NoPlainWordsError
    amounts = [*heard.take("dose"), *heard.take("product")]
    phases = heard.state.phases
    if not often:
        # An amount alone is of what goes on.
        return [f"{' '.join(amounts)} {phase_words(phases[0])}"] if amounts and len(phases) == 1 else []
    if not _follow(heard.text, often):
        raise NoPlainWordsError
    plan = ", then ".join(_gap(heard, part) for part in often)
    reading = read(plan, today=heard.who.today, country=heard.who.country)
    if not reading.phases and not reading.questions:
        raise NoPlainWordsError
    if course := heard.one("course"):
        bounded = bool(reading.phases) and reading.phases[0].bounded
        plan = plan if bounded else _with_course(plan, heard.number(course), parts=len(reading.phases))
    return [" ".join([*amounts, plan])]


def _before(text: str, course: Part, often: Sequence[Part]) -> bool:
    """Whether so many injections are those of a part before the one that is told how often: "6 loading doses, then one
    every 3 months"."""
    return any(course.end <= one.start and _BEHIND.search(text[course.end : one.start]) for one in often)


def _with_course(plan: str, count: int, *, parts: int) -> str:
    """A plan with how many there are of its first part.

    Raises:
        NoPlainWordsError: it has several parts, and where the first one ends is not said.
    """
    if parts < 2:
        return f"{plan} for {count} injections"
    cut = _THEN.search(plan)
    if cut is None:
        raise NoPlainWordsError
    return f"{plan[: cut.start()].rstrip(' ,;>')} for {count} injections, {plan[cut.start() :].lstrip(' ,;>')}"


def _follow(text: str, parts: Sequence[Part]) -> bool:
    """Whether each part of a plan is said to come after the one before."""
    return all(_THEN.search(text[one.start : other.end]) for one, other in pairwise(parts))


def _gap(heard: Heard, part: Part) -> str:
    """How often as it is read in one way: "12 weekly" is every 12 weeks, "6 weeks" too."""
    words, phases = _LEAD.sub("", heard.words(part)), heard.state.phases
    if (alone := _NUMBER_ALONE.match(words)) and (count := number(alone["n"].lower())):
        unit = unit_in(count, heard.text, heard.state)
        return f"every {alone['n']} {unit}s" if unit else words
    if (unit_alone := _UNIT_ALONE.match(words)) and len(phases) == 1 and _NOT.search(heard.text):
        # "Weeks, not months".
        return f"every {phases[0].period} {unit_alone['unit'].lower()}s"
    many = _MANY.match(heard.text[part.end :]) if _LY.match(words) else None
    if many and (number(words.split()[0].split("-")[0].lower()) or 0) <= MOST_OF_COURSE:
        # "6 weekly jabs" may be six of them, one a week: that is asked.
        return f"{words} {many[0].strip()}"
    gap = _LY.match(words) or _BARE_GAP.match(words)
    if gap and (count := number(gap["n"].lower())):
        return f"every {count} {gap['unit'].lower()}s"
    return words
