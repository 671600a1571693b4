"""What is said to a plan with a range, "every 10 to 12 weeks": one of its ends or a number between them is how often,
and that any day of it will do leaves it the range that it is."""

from __future__ import annotations

import re

from ..model import Phase
from .message import Said, number
from .move import Move, place_of
from .move_words import COURTESY, FILLERS, PREAMBLE, asks
from .outcome import Who
from .state import CHANGE, CONFIRM, State

_UNITS = {"d": "days", "wk": "weeks", "mo": "months", "a": "years"}
_LONGER = re.compile(
    r"\b(?:longer|longest|later|latest|upper|higher|highest|bigger|biggest|larger|max(?:imum)?|(?:far|top) end|most)\b",
    re.I,
)
_SHORTER = re.compile(
    r"\b(?:shorter|shortest|earlier|earliest|sooner|soonest|lower|lowest|smaller|smallest|min(?:imum)?|(?:near|bottom)"
    r" end|least)\b",
    re.I,
)
_ANY = re.compile(
    r"\b(?:any ?where|any ?time|any (?:day|date|week)|either(?: (?:one|of them|is|way))?|whichever|whenever|in ?between"
    r"|in (?:that|the) (?:window|range|time)|somewhere (?:between|in)|both (?:are )?(?:fine|ok|okay)"
    r"|no (?:set|fixed|exact) (?:day|date|one)|not (?:a )?(?:set|fixed|exact)(?: (?:day|date|one))?)\b",
    re.I,
)
# Beside a choice of one of the ends.
_BESIDE_WORDS = """go going with use take pick choose put say make call it do lets the one end of date number weeks week
months month days day think reckon was were they said told me nurse clinic doctor gp surgery always usually normally
mine just then so that is its at to every for in i im id ill we well a an would rather have had been gap time"""
_BESIDE = frozenset(_BESIDE_WORDS.split())
_OF_TWO = re.compile(r"\bof (?:the|those|these) (?:two|2)\b", re.I)
# Whoever says more than this tells something else.
_LONGEST = 14


def range_told(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """One end of the range, a number in it, or that the clinic named no day of it."""
    ranged = [phase for phase in state.phases if phase.period_max is not None]
    if len(ranged) != 1 or state.about not in (None, CONFIRM, CHANGE) or asks(said) or len(said.words) > _LONGEST:
        return ()
    phase, rest = ranged[0], place_of(said, len(said.words))
    meant = _number(said, phase)
    if meant is not None and len(state.phases) == 1:
        return (Move("fact", "interval", f"every {meant} {_UNITS[phase.unit]}", rest=rest),)
    if state.about == CONFIRM and _ANY.search(said.text) and not _own_days(said, phase):
        # That it is anywhere in the range is what was read back.
        return (Move("yes", rest=rest),)
    return ()


def _number(said: Said, phase: Phase) -> int | None:
    said = Said.of(_OF_TWO.sub(" ", said.text))
    numbers = [n for word in said.words if word.text != "one" and (n := number(word.text)) is not None]
    longer, shorter = _LONGER.search(said.text), _SHORTER.search(said.text)
    light = FILLERS | PREAMBLE | COURTESY | _BESIDE
    ends = {word.text for m in (longer, shorter) if m is not None for word in Said.of(m[0]).words}
    left = [w for w in said.left([], light) if number(w) is None and w not in ends]
    if left or (longer and shorter) or len(numbers) > 1:
        return None
    if numbers:
        fits = phase.period <= numbers[0] <= (phase.period_max or 0)
        return numbers[0] if fits and not longer and not shorter else None
    return phase.period_max if longer else phase.period if shorter else None


def _own_days(said: Said, phase: Phase) -> bool:
    """Whether other numbers than those of the range stand in it: another plan, or a date."""
    numbers = {n for word in said.words if word.text != "one" and (n := number(word.text)) is not None}
    return not numbers <= {phase.period, phase.period_max}
