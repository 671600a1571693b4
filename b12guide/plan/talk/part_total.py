"""How many doses a part has in all: "how many is that altogether in the first bit?"."""

from __future__ import annotations

import re

from ..dates.schedule import whole_count
from ..model import Phase
from ..wording import phase_words
from .move import Move
from .outcome import Who
from .part_named import part_as_often
from .state import State

PART_TOTAL = "part_total"
_HOW_MANY = re.compile(r"\bhow(?:s|'s)? many\b(?! (?:days|weeks|months|times a))", re.I)
_PART = re.compile(
    r"\b(?:(?:first|1st|starting|opening|loading|starter|initial)(?: \w+)?"
    r" (?:part|bit|stage|phase|course|lot|round|block|section|set|stretch|run|period|(?:\d{1,2} )?(?:days|weeks|months)"
    r"|fortnight|week|month|ones|doses|injections|jabs|shots|needles)|loading|loaders?|at the start|to start with)\b",
    re.I,
)
_OFTEN = re.compile(r"\b(?:daily|weekly|fortnightly|monthly|every (?:other|second) day)\b", re.I)
_ALL = re.compile(r"\b(?:all up|in all|in total|altogether|all together|all told|total|to begin with)\b", re.I)
# These ask how far along one is.
_ELSE = re.compile(r"\b(?:left|so far|had|have i|done|remain\w*|to go|more|still|year|20\d\d|before|after)\b", re.I)


def part_total(text: str, state: State, who: Who) -> Move | None:
    """The place of the part whose number is asked for, where it has an end."""
    plain = text.replace("’", "'")
    if not state.ready(who.today):
        return None
    return next((move for asked in _HOW_MANY.finditer(plain) if (move := _of(asked, plain, state))), None)


def _of(asked: re.Match[str], plain: str, state: State) -> Move | None:
    sentence = re.split(r"[.;!?\n]", plain[asked.start() :])[0]
    if _ELSE.search(sentence):
        return None
    named = part_as_often(re.sub(r"\b(?:every|each) (?:other|second) day\b", "every 2 days", sentence), state.phases)
    named = named if named is not None and _OFTEN.search(sentence) else None
    if named is None and not _PART.search(sentence) and not (_ALL.search(sentence) and len(state.phases) > 1):
        return None
    place = 0 if named is None else named
    if total_of(state.phases[place]) is None:
        return None
    return Move("request", PART_TOTAL, str(place), rest=(asked.start(), len(plain)))


def total_of(phase: Phase) -> int | None:
    """How many doses a part has; None where it has no end."""
    return whole_count(phase) if phase.bounded else None


def total_line(value: str, state: State) -> dict[str, object]:
    """The number of a part and its words."""
    phase = state.phases[int(value)]
    return {"total": total_of(phase), "words": phase_words(phase)}
