"""A dose of a plan for a day of the week that was had on another day: it was given, and the plan goes on with its days.

Where it lies as near to one planned day as to none, it took that one's place; in the middle of two, which comes next is
asked with both dates.
"""

from __future__ import annotations

from datetime import date, timedelta

from ..model import WEEKDAYS
from .state import State

# So near to a planned day it is that one, moved.
_NEAR = 2
_WEEK = 7


def next_days(state: State, today: date) -> tuple[date, ...]:
    """The next date of a plan for days of the week after a dose that was had on another; two of them, where it may
    have taken the place of either planned day around it, or was early and the planned one is still to come; () for any
    other plan."""
    anchor = state.anchor
    if anchor is None or anchor.kind != "last" or anchor.ends_phase or state.open:
        return ()
    index = anchor.phase or 0
    if index >= len(state.phases) or (anchor.phase is None and len(state.phases) > 1):
        return ()
    phase = state.phases[index]
    if phase.unit == "wk" and len(phase.days_of_week) > 1 and phase.period == 1 and phase.period_max is None:
        # Between two of several days a week, it may have been either of them.
        named = {WEEKDAYS.index(day) for day in phase.days_of_week}
        following = (anchor.date + timedelta(days) for days in range(1, 2 * _WEEK + 1))
        days = [day for day in following if day.weekday() in named]
        return () if anchor.date.weekday() in named else tuple(day for day in days if day >= today)[:2]
    single = phase.unit == "wk" and len(phase.days_of_week) == 1 and phase.frequency == 1 and phase.period_max is None
    if not single or phase.week_of_month is not None or (phase.bounded and anchor.done is None):
        return ()
    ahead = (WEEKDAYS.index(phase.days_of_week[0]) - anchor.date.weekday()) % _WEEK
    if not ahead:
        return ()
    after = anchor.date + timedelta(ahead)
    before, gap = after - timedelta(_WEEK), timedelta(_WEEK * phase.period)
    if ahead <= _NEAR:
        # One that was early skips nothing: whether the planned one stands is the clinic's to say.
        return (after + gap,) if after < today else (after, after + gap)
    if _WEEK - ahead <= _NEAR:
        return (before + gap,)
    return tuple(sorted({before + gap, after + gap}))
