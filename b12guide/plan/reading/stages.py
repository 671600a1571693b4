"""A part of a plan told after another one: what is asked where nothing says whether it follows or takes its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..model import Phase, Question
from ..wording import phase_words

AFTER, INSTEAD = "After it", "In its place"


def where_it_goes(new: Phase, known: Phase) -> Question:
    """Whether `new` comes after `known`, or in its place."""
    text = f'You now say "{phase_words(new)}". Does that come after "{phase_words(known)}", or in its place?'
    return Question("stage", text, (AFTER, INSTEAD))


def behind(known: Sequence[Phase], new: Phase) -> tuple[Phase, ...]:
    """The known parts, and the new one behind the last of them."""
    kinds = [replace(part, kind="loading") if part.bounded else part for part in known]
    return (*kinds, replace(new, kind="maintenance"))


def may_follow(new: Sequence[Phase], known: Sequence[Phase]) -> bool:
    """Whether what was told may as well be a part of its own behind the known ones as put one of them right: of another
    gap and another number than each of those."""
    if len(new) != 1 or not known or not known[-1].bounded:
        return False
    return all(
        (part.frequency, part.period, part.unit) != (new[0].frequency, new[0].period, new[0].unit)
        and (part.count is None or part.count != new[0].count)
        for part in known
    )
