"""A dose of a plan on fixed days that was had on another day: on the one to which the clinic had moved it, or late, in
the place of the one that was due. The plan goes on with its own days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ..dates.planner import next_doses
from ..dates.schedule import missing
from ..model import Anchor
from .intake import Intake
from .moved_dose import AHEAD
from .state import State


def go_on_with_days(state: State, day: date, today: date, place: int, intake: Intake, *, sure: bool) -> bool:
    """Note a dose that was had on `day`, the one that was due next, and count on from the day of the plan that follows;
    False, and nothing noted, where the plan has no fixed days, has that one among them, or where it is not certain
    which dose it was."""
    anchor = state.anchor
    if anchor is None or day > today or (anchor.kind == "last" and day <= anchor.date):
        return False
    coming = next_doses(state.phases, anchor, today=today, count=AHEAD)
    if not coming:
        return False
    due, phase = coming[0], state.phases[coming[0].phase_index]
    was_moved = due.earliest == day and any(now == day for _, now in anchor.moved)
    several = len(phase.days_of_week) > 1 or len(phase.days_of_month) > 1
    had = Anchor("last", day, due.phase_index, place)
    if missing(state.phases, had) is None or not (was_moved or (several and due.earliest < day)):
        return False
    following = next((dose.earliest for dose in coming[1:] if dose.earliest > day), None)
    if following is None:
        return False
    # A later one that was moved is counted by its own day, and stays moved.
    own = next((planned for planned, now in anchor.moved if now == following), following)
    moved = tuple(pair for pair in anchor.moved if pair[0] >= own)
    state.declined = False
    state.note(day, sure=sure, timing=None if was_moved else "late")
    state.count_from(had)
    intake.count_from_next(had, own)
    state.anchor = replace(state.anchor or had, moved=moved)
    state.booked, state.due_was, state.told = None, None, 0
    return True
