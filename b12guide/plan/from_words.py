"""From words to dates in one call: the text is read, and its doses are computed."""

from __future__ import annotations

from datetime import date

from .dates.planner import DEFAULT_COUNT, compute
from .model import PlanResult
from .reading.reader import read


def plan(
    text: str, *, today: date, last: date | None = None, first: date | None = None, phase: int | None = None,
    country: str | None = None, count: int = DEFAULT_COUNT,
) -> PlanResult:  # fmt: skip
    """The plan that ``text`` states and its next ``count`` doses.

    ``last`` is the date of the last dose given, ``first`` that of the first dose of the plan (one of them at most);
    ``phase`` is the index of the phase that the last dose belonged to. Dates are computed only where nothing is open.

    Raises ValueError for both dates at once, a negative count or a negative phase.
    """
    if last and first:
        raise ValueError("give the date of the first injection or of the last one, not both")
    if count < 0 or (phase or 0) < 0:
        raise ValueError("count and phase are whole numbers from 0")
    return compute(
        read(text, today=today, country=country), today=today, last=last, first=first, phase=phase, count=count
    )
