"""The doses that somebody told of: which of a plan nobody spoke of, how late the next one is, how the gaps drift.

Facts with numbers and nothing more: what follows from them is the clinic's to say. Dates only, no times.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Any

from ..model import Anchor, Dose, Phase
from .planner import next_doses
from .schedule import runs


@dataclass(frozen=True)
class Given:
    """A dose that was given on ``day``. ``sure`` is False for "I think"; ``loading`` says which part it belonged to,
    where known; ``timing`` is "early" or "late" against the plan, where that was said or seen."""

    day: date
    sure: bool = True
    loading: bool | None = None
    timing: str | None = None

    def to_json(self) -> dict[str, Any]:
        return {"day": self.day.isoformat(), "sure": self.sure, "loading": self.loading, "timing": self.timing}

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Given:
        """Read what ``to_json`` wrote; a day alone, without more, is a dose that was told of as sure."""
        known = {name: value[name] for name in ("sure", "loading", "timing") if name in value}
        return cls(date.fromisoformat(value["day"]), **known)


def noted(log: Sequence[Given], dose: Given) -> tuple[Given, ...]:
    """The log with a dose more, by day; what is told of a day anew takes the place of what was told before."""
    return tuple(sorted((*(g for g in log if g.day != dose.day), dose), key=lambda g: g.day))


def unsaid(phases: Sequence[Phase], anchor: Anchor, log: Iterable[Given], today: date) -> Dose | None:
    """The latest dose due before today that nobody has told of, of a plan counted from its first one; None where all
    that were due are told of, and of a plan counted from a dose given, which supposes nothing.

    Raises ValueError where the plan or the anchor leaves something open (``schedule.runs``).
    """
    if anchor.kind == "last" or anchor.date >= today:
        return None
    latest = _latest(tuple(phases), anchor, today)
    told = max((given.day for given in log), default=None)
    return None if latest is None or (told is not None and told >= latest.earliest) else latest


# What a plan says of a day is asked many times while one message is read.
@lru_cache(64)
def _latest(phases: tuple[Phase, ...], anchor: Anchor, today: date) -> Dose | None:
    """The latest dose due before today, given or not."""
    latest: Dose | None = None
    for run in runs(phases, anchor):
        past = run.before(today)
        if past:
            window = run.at(past - 1)
            latest = Dose(*window, run.index, run.phase.kind)
        if past != run.count:
            break
    return latest


def days_late(phases: Sequence[Phase], anchor: Anchor, today: date) -> int:
    """How many days ago the dose after the last one given was due at the latest; 0 where none is late."""
    if anchor.kind == "first":
        return 0
    coming = next_doses(phases, anchor, today=today, count=1)
    return max((today - coming[0].latest).days, 0) if coming else 0


def gaps(log: Iterable[Given], most: int) -> list[timedelta]:
    """The latest gaps between doses given, ``most`` of them, in their order."""
    days = sorted({given.day for given in log})
    return [later - earlier for earlier, later in pairwise(days)][-most:]
