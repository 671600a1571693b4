"""Today's dose of a course, told as had before the course or beside it: it counts, and is never the next one. Whether
those before it were had is asked once, and "none missed" answers it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from .coming_day import shown_day
from .lead import lead_of
from .message import SENTENCE, Said
from .move import Move
from .outcome import Who
from .past import had_now, none_missed
from .state import CHANGE, CONFIRM, PAST, State

_ALL, _ALL_NOW = "yes, all of them", "yes, all of them, had today"


def counts_today(before: State, state: State, who: Who) -> Move | None:
    """That the dose of today is had, where it was noted before and the course that is told behind it has it as the next
    one."""
    anchor, today = state.anchor, who.today
    if state.about != CONFIRM or anchor is None or anchor.kind != "first" or anchor.date >= today:
        return None
    noted = any(dose.day == today and dose.sure for dose in before.given)
    if not noted or state.booked is not None or not state.ready(today) or shown_day(state, today) != today:
        return None
    return Move("fact", "given", f"{today.isoformat()}//")


def none_missed_today(
    text: str, state: State, who: Who, moves: Callable[[str], Sequence[Move]]
) -> tuple[Move, ...] | None:  # fmt: skip
    """That none was missed, beside today's or as the answer to whether those before it were had; with what else is
    asked. None where a message says something else."""
    if state.paused or not none_missed(text):
        return None
    place = (0, len(text))
    if state.about == PAST and (state.had_later == who.today or (had_now(text) and state.booked is None)):
        told = [Move("answer", PAST, _ALL_NOW)]
    elif state.about == PAST and state.had_later is not None:
        told = [Move("answer", PAST, _ALL)]
    elif had_now(text) and state.about in (None, CONFIRM, CHANGE) and state.ready(who.today):
        if shown_day(state, who.today) != who.today:
            return None
        told = [Move("fact", "given", f"{who.today.isoformat()}//")]
    else:
        return None
    told = [replace(move, rest=place) for move in told]
    asked = [
        replace(move, rest=place)
        for part in SENTENCE.finditer(text)
        if "?" in part[0] or lead_of(Said.of(part[0])) is None
        for move in moves(part[0])
        if move.kind == "request"
    ]
    return (*told, *asked) if told else None
