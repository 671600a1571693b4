"""Of two ways to read how often they are, the one that the doses told of fit: "4 weekly shots", had on 2 and 9 June,
are weekly ones."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from ..dates.schedule import after_interval
from ..reading.reader import read
from .outcome import Outcome
from .state import State

_MOST_GAPS = 8


def option_by_days(outcome: Outcome, today: date) -> str | None:
    """The one option of the open question how often they are that all doses of the log fit; None where none does, or
    several."""
    state = State.from_json(outcome.state)
    days = sorted(dose.day for dose in state.given if dose.sure)[-_MOST_GAPS:]
    if state.about != "interval" or len(state.options) < 2 or len(days) < 2:
        return None
    fits = [option for option in state.options if _fits(option, days, today)]
    return fits[0] if len(fits) == 1 else None


def _fits(option: str, days: list[date], today: date) -> bool:
    phases = read(option, today=today).phases
    if len(phases) != 1 or phases[0].frequency != 1 or phases[0].period_max is not None:
        return False
    return all(after_interval(phases[0], earlier) == later for earlier, later in pairwise(days))
