"""A part of a plan that ends on a day: how many doses that is, once it is known from which one they are counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import takewhile

from ..model import Anchor, Phase
from .schedule import doses, missing


def waits_for_start(phases: Sequence[Phase]) -> bool:
    """Whether all that is unknown of an end is the day of the first dose."""
    return any(phase.ends is not None and phase.count is None for phase in phases)


def counted_to_end(phases: Sequence[Phase], anchor: Anchor) -> tuple[tuple[Phase, ...], Anchor]:
    """The parts with the number of doses up to their end, and the anchor as one of them; as they are where that number
    is not known yet.

    A dose that was given before the end, of which nothing else is said, belongs to that part.
    """
    found = tuple(phases)
    for place, phase in enumerate(phases):
        if phase.ends is None:
            continue
        last = date.fromisoformat(phase.ends)
        mine = anchor.kind == "last" and anchor.phase in (None, place) and anchor.date <= last
        if mine and not anchor.ends_phase:
            anchor = replace(anchor, phase=place, done=anchor.done or 1)
        open_ = replace(phase, count=None, ends=None)
        before = (*found[:place], open_)
        if missing(before, anchor) is not None or (anchor.kind == "last" and (anchor.phase or 0) > place):
            continue
        ahead = _up_to(before, anchor, place, last)
        behind = anchor.done or 0 if mine else 0
        found = (*found[:place], replace(phase, count=ahead + behind or None), *found[place + 1 :])
    return found, anchor


def _up_to(phases: Sequence[Phase], anchor: Anchor, place: int, last: date) -> int:
    """How many doses of the part at `place` there are up to the day `last`."""
    inside = takewhile(lambda dose: dose.earliest <= last, doses(phases, anchor))
    return sum(dose.phase_index == place for dose in inside)
