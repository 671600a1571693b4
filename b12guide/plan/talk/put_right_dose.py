"""The day of the last dose put right: the day that it takes the place of was no dose, and leaves the log."""

from __future__ import annotations

import re
from datetime import date

from ..model import Anchor, Phase
from .state import State

_DAYS = {"d": 1, "wk": 7, "mo": 30, "a": 365}
_MENDS = re.compile(
    r"\b(?:not|n'?t|sorry|oops|whoops|actually|correction|wrong|mistake|mixed up|i mean|i meant|instead of|rather than"
    r"|misread|typo|wait|hang on|hold on)\b",
    re.I,
)


def put_right(state: State, before: Anchor | None, text: str) -> None:
    """Take the day that was known as the last dose out of the log, where another one was told for the same dose."""
    now = state.anchor
    if before is None or now is None or before.kind != now.kind or before.date == now.date:
        return
    if now.kind == "first" and state.booked is None:
        # Another first day: that of the old one was taken from the same words, and was no other dose.
        state.given = tuple(dose for dose in state.given if dose.day not in (before.date, now.date))
        return
    if now.kind != "last":
        return
    if is_same_dose(state.phases, before.date, now.date) or _MENDS.search(text):
        state.given = tuple(dose for dose in state.given if dose.day != before.date)


def is_same_dose(phases: tuple[Phase, ...], old: date, new: date) -> bool:
    """Whether a day told for the last dose is no dose more: it lies before the one known, or so soon after it that the
    plan has none by then."""
    gap = min((phase.period * _DAYS[phase.unit] / max(phase.frequency, 1) for phase in phases), default=0)
    return new < old or (new - old).days * 2 < gap
