"""Several doses that were had, in the log: of which part of the plan they are, and how many of it that makes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from ..dates.schedule import whole_count
from ..model import Anchor, Phase, Unit
from .had_dates import HadDates
from .skipped import logged_up_to
from .state import State

_DAYS: dict[Unit, int] = {"d": 1, "wk": 7, "mo": 31, "a": 366}


def log_row(state: State, told: HadDates) -> bool:
    """Note the doses. Whether they are the first that were told of at all.

    Told in place of another number, they take the place of the doses of the same part.
    """
    fresh = not state.given and state.anchor is None and state.had is None
    instead = told.replaces and _place(state) is not None
    named = {dose.day for dose in told.given}
    # With those that were noted, from the first day of the course on: they are all that were had.
    first = min(named | {dose.day for dose in state.given if dose.loading is not False})
    fresh = fresh or state.anchor == Anchor("first", first)
    gone = {dose.day for dose in state.given if instead and dose.loading is not False} - named
    state.skipped = tuple(sorted({*state.skipped, *gone, *told.missed} - named))
    state.given = tuple(
        dose for dose in state.given if dose.day not in told.missed and not (instead and dose.loading is not False)
    )
    for dose in told.given:
        state.note(dose.day, sure=dose.sure)
    return fresh


def placed(state: State, told: HadDates, *, fresh: bool) -> bool:
    """Count from the last of the doses as one of the part that they are as close together as, where nothing else says
    which it was, with how many that makes: of a course of which nothing was told before they are all that were had, and
    so they are in place of another number. False where that changes nothing."""
    anchor, place = state.anchor, _place(state)
    days = sorted(dose.day for dose in told.given if dose.sure)
    if place is None or len(days) < 2 or not _as_often(state.phases[place], told):
        return False
    total = whole_count(state.phases[place])
    known = told.count in (None, len(days)) and total is not None and len(days) <= total
    # All that the course has are all of them, whatever was noted before.
    told = replace(told, replaces=told.replaces or told.count == len(days) == total)
    count = len(days) if known and told.replaces else None
    if count is None and known and fresh and place == 0 and not told.missed:
        noted = sorted({*days, *(one.day for one in state.given if one.sure and one.loading is not False)})
        regular = _are_as_often(state.phases[place], noted) and noted[-1] == days[-1]
        count = len(noted) if regular and total is not None and len(noted) <= total else None
    # Those behind what is left of a part are none of what is counted.
    behind = state.phases[place].behind
    count = count - behind if count is not None and count > behind else None
    if told.replaces and count is not None:
        now = Anchor("last", days[-1], place, count)
    else:
        if anchor is None or anchor.kind != "last" or anchor.date != days[-1] or anchor.ends_phase:
            return False
        if anchor.done:
            return _as_many(state, anchor, place, total)
        if anchor.phase not in (None, place) or (anchor.phase == place and count is None):
            return False
        now = Anchor("last", days[-1], place, count)
    if now == anchor:
        return False
    for about in ("phase", "count", "anchor", "date"):
        state.settle(about)
    state.count_from(now)
    if told.replaces:
        # A planned day that none of them was on is none on which one was had.
        state.given = tuple(one for one in state.given if one.day in days or one.loading is False or one.day < days[0])
    state.had = state.booked = None
    return True


def _as_many(state: State, anchor: Anchor, place: int, total: int | None) -> bool:
    """Count as many of the part as had as the log has of it; False where they are counted already."""
    noted = logged_up_to(state, anchor.date) - state.phases[place].behind
    known = (place, None) if len(state.phases) == 1 else (place,)
    if anchor.phase not in known or total is None or not (anchor.done or 0) < noted <= total:
        return False
    state.settle("date")
    state.count_from(replace(anchor, done=noted))
    return True


def as_all(state: State, told: HadDates) -> HadDates:
    """The doses, which with their number are all that were had, in the place of others that were noted. Whoever tells
    of more after those tells no number of all."""
    days = sorted(dose.day for dose in told.given)
    noted = [dose.day for dose in state.given if dose.loading is not False]
    others = bool(noted) and min(noted) == days[0] and not {*noted} <= {*days}
    return replace(told, replaces=told.count == len(days) and (told.replaces or others))


def with_skips(told: HadDates, days: Sequence[date]) -> HadDates:
    """The doses of a row, in the middle of which one was not given: so told, they are all that were had."""
    given = sorted(dose.day for dose in told.given)
    if not any(given[0] < day < given[-1] for day in days):
        return told
    missed = tuple(dict.fromkeys([*told.missed, *days]))
    return replace(told, missed=missed, count=told.count or len(given), replaces=True)


def _place(state: State) -> int | None:
    return next((i for i, phase in enumerate(state.phases) if phase.bounded), None)


def _as_often(phase: Phase, told: HadDates) -> bool:
    """Whether the doses were about as close together as those of a part."""
    return _are_as_often(phase, sorted(dose.day for dose in told.given))


def _are_as_often(phase: Phase, days: Sequence[date]) -> bool:
    gap = max((phase.period_max or phase.period) * _DAYS[phase.unit] / phase.frequency, 1)
    return all((later - earlier).days <= 2 * gap + 2 for earlier, later in pairwise(days))
