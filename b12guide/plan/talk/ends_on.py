"""A part that ends on a day, in the talk about a plan: how many doses it has follows from the day of one of them."""

from __future__ import annotations

from dataclasses import replace

from ..dates.ends import counted_to_end, waits_for_start
from .state import State


def settle_end(state: State) -> None:
    """Count the doses up to the last day, anew where they are counted from another day. A number of them that was told
    since stands."""
    anchor = state.anchor
    if anchor is None or not any(phase.ends for phase in state.phases):
        return
    if not waits_for_start(state.phases) and (state.ends_from is None or anchor.kind == "last"):
        return
    if state.ends_from == anchor.date and not waits_for_start(state.phases):
        return
    if anchor.kind == "last" and anchor.done is None and state.had:
        anchor, state.had = replace(anchor, done=state.had), None
    phases, counted = counted_to_end(state.phases, anchor)
    if not waits_for_start(phases):
        state.settle("count")
        state.settle("phase")
        state.phases, state.anchor, state.ends_from = phases, counted, anchor.date
