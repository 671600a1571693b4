"""Days that were set in the place of others of a plan, and the plan with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from ..dates.planner import next_doses
from .moved_dose import AHEAD, move_dose
from .one_off import as_before_booking
from .part_starts import with_start
from .state import State


@dataclass(frozen=True)
class SetDays:
    """What a message sets: planned days, as they stand now, with those in their place; the places of parts with their
    first days; days on which there is none after all; and what else the message says. `alone`: the day of one that is
    moved while all behind it stay on the days of the plan; `among`: those of which it is asked which one that is."""

    pairs: tuple[tuple[date, date], ...] = ()
    starts: tuple[tuple[int, date], ...] = ()
    off: tuple[date, ...] = ()
    rest: str = ""
    alone: date | None = None
    among: tuple[date, ...] = ()

    def to_value(self) -> str:
        """As the value of a move."""
        pairs = [f"{was.isoformat()}>{day.isoformat()}" for was, day in self.pairs]
        starts = [f"{place}>{day.isoformat()}" for place, day in self.starts]
        more = [("off", self.off), ("alone", (self.alone,) if self.alone else ()), ("among", self.among)]
        return " ".join([*pairs, *starts, *(f"{name}>{day.isoformat()}" for name, days in more for day in days)])

    @classmethod
    def from_value(cls, value: str) -> SetDays:
        """What `to_value` wrote."""
        found = [one.split(">") for one in value.split()]
        days = [(was, date.fromisoformat(day)) for was, day in found]
        return cls(
            tuple((date.fromisoformat(was), day) for was, day in days if "-" in was),
            tuple((int(was), day) for was, day in days if was.isdigit()),
            tuple(day for was, day in days if was == "off"),
            alone=next((day for was, day in days if was == "alone"), None),
            among=tuple(day for was, day in days if was == "among"),
        )


def without_off(state: State, days: Sequence[date]) -> State | None:
    """The state without the days that were noted as booked and are not; None where one of them cannot be taken off."""
    back = State.from_json(state.to_json())
    for day in days:
        anchor = back.anchor
        if anchor is not None and any(now == day for _, now in anchor.moved):
            back.anchor = replace(anchor, moved=tuple(pair for pair in anchor.moved if pair[1] != day))
        elif back.booked == day and (plan := as_before_booking(back)) is not None:
            back = plan
        else:
            return None
    return back


def with_days_set(state: State, found: SetDays, today: date) -> State | None:
    """The plan with the days that were set in their places; None where they do not follow one another."""
    plan = without_off(state, found.off)
    if plan is None or plan.anchor is None or not plan.ready(today):
        return None
    pairs = {was: day for was, day in found.pairs if was != day}
    for place, day in found.starts:
        if not 0 < place < len(plan.phases):
            return None
        plan.phases = with_start(plan.phases, place, day)
    if pairs or found.alone is not None:
        plan, pairs = _on_planned_days(plan, pairs, today, alone=found.alone is not None)
    assert plan.anchor is not None
    before = next_doses(plan.phases, plan.anchor, today=today, count=AHEAD)
    for was, day in pairs.items():
        if not any(dose.earliest == dose.latest == was for dose in before):
            return None
        move_dose(plan, was, day)
    after = next_doses(plan.phases, plan.anchor, today=today, count=AHEAD)
    days = [dose.earliest for dose in after]
    in_order = all(one < then for one, then in pairwise(days)) and days[:1] >= [today]
    set_now = {*pairs.values(), *(day for _, day in found.starts)}
    return plan if in_order and set_now <= set(days) else None


def _on_planned_days(
    plan: State, pairs: dict[date, date], today: date, *, alone: bool
) -> tuple[State, dict[date, date]]:  # fmt: skip
    """The plan on its own days, of which the booked next one is one more that was moved, where a later one is moved,
    too, or it `alone`: what follows then stays on the plan's days."""
    later = [was for was in pairs if was != plan.booked]
    own = as_before_booking(plan)
    if not (later or alone) or own is None or plan.anchor is None or own.anchor is None:
        return plan, pairs
    now = next_doses(plan.phases, plan.anchor, today=today, count=AHEAD)
    was = next_doses(own.phases, own.anchor, today=today, count=AHEAD)
    if was[0].latest < today or len(now) != len(was):
        # What is late counts from the day that was booked for it.
        return plan, pairs
    places = {dose.earliest: planned.earliest for dose, planned in zip(now, was, strict=True)}
    if not set(pairs) <= set(places):
        return plan, pairs
    booked = {places[plan.booked]: plan.booked} if plan.booked is not None else {}
    own.anchor = replace(own.anchor, moved=())
    for moved_from, day in plan.anchor.moved:
        if moved_from in places:
            booked[places[moved_from]] = day
    together = booked | {places[one]: day for one, day in pairs.items()}
    last = max(together)
    if any(dose.earliest not in together for dose in was if dose.earliest <= last):
        # One between them, which was shown as it is counted from the booked day, stays.
        return plan, pairs
    return own, together
