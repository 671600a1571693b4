"""A dose told near a date of a later part, while those of the part before it were never told of: it belongs to the
planned dose that it is nearest to, and whether the ones before that were given is asked once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import takewhile

from ..dates.schedule import Run, doses_since, kept_day, runs
from ..model import Anchor, Dose, full_date
from .state import State
from .templates import dates

# Doses further than this from a day are not the one that was given on it.
NEAR = timedelta(days=200)
# So many days are named one by one.
_NAMED = 6


def nearest(state: State, day: date) -> Dose | None:
    """The planned dose that is nearest to a day, of two the earlier one."""
    if state.anchor is None:
        return None
    _, coming = doses_since(state.phases, state.anchor, day - NEAR)
    near = takewhile(lambda dose: dose.earliest <= day + NEAR, coming)
    return min(near, key=lambda dose: _apart(dose, day), default=None)


def _apart(dose: Dose, day: date) -> int:
    return max((dose.earliest - day).days, (day - dose.latest).days, 0)


def before_it(state: State, day: date) -> list[Dose]:
    """The doses before the one of a later part that was given on `day`, or of a plan that is counted from its first
    dose, or of a course, of which nobody told; none where it is of the part without an end that goes on, or all before
    it were told of."""
    anchor = state.anchor
    if anchor is None or not state.countable(day):
        return []
    if anchor.kind == "last" and day <= anchor.date:
        return []
    meant, known = nearest(state, day), {dose.day for dose in state.given}
    if meant is None:
        return []
    before: list[Dose] = []
    for run in runs(state.phases, anchor):
        count = run.before(meant.earliest) if run.index == meant.phase_index else run.count or 0
        before += [Dose(*run.at(place), run.index, run.phase.kind) for place in range(count)]
        if run.index >= meant.phase_index:
            break
    untold = [dose for dose in before if not known & _days_of(dose) and dose.earliest not in state.skipped]
    # Counted from its first dose, a plan supposes none of those before either; a course neither.
    course = state.phases[meant.phase_index].bounded
    asked = anchor.kind == "first" or course or any(dose.phase_index < meant.phase_index for dose in untold)
    return untold if asked else []


def before_later(state: State) -> list[Dose]:
    """The doses that are asked about, while a dose of a later part waits for them."""
    return before_it(state, state.had_later) if state.had_later is not None else []


def _days_of(dose: Dose) -> set[date]:
    return {dose.earliest + timedelta(days) for days in range((dose.latest - dose.earliest).days + 1)}


def named(before: Sequence[Dose]) -> str:
    """The days of doses, of many the first and the last."""
    days = [dose.earliest for dose in before]
    return dates(days) if len(days) <= _NAMED else f"{full_date(days[0])} to {full_date(days[-1])}"


def take_before(state: State, before: Sequence[Dose]) -> None:
    """All of them were given: the plan counts on from the last of them."""
    last = before[-1]
    for dose in before:
        state.note(dose.earliest, loading=dose.phase_kind == "loading")
    if state.anchor is None:
        return
    run = _run(state, last.phase_index)
    place = run.done + run.up_to(last.earliest) if run is not None else None
    month_day = kept_day(state.phases, state.anchor, last.earliest)
    state.count_from(Anchor("last", last.earliest, last.phase_index, place, month_day=month_day))


def _run(state: State, index: int) -> Run | None:
    assert state.anchor is not None
    return next((run for run in runs(state.phases, state.anchor) if run.index == index), None)
