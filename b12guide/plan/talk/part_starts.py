"""A later part of a plan that begins on a day of its own: "the weekly ones start on Monday 14 December"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from ..dates.schedule import runs
from ..model import Phase
from ..reading.reader import read
from .booked_days import booked_days
from .message import SENTENCE, Said
from .move import Move
from .move_words import asks
from .outcome import Who
from .state import CHANGE, CONFIRM, State

_STARTS = re.compile(r"\b(?:start(?:s|ing|ed)?|begin(?:s|ning)?|first (?:one)?|from|kicks? off|are|is)\b", re.I)
# A part that begins later than this after the one before it is another plan.
_FURTHEST = timedelta(days=120)


def part_starts(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """The day on which a later part begins, of a plan whose parts are all known."""
    anchor = state.anchor
    if (
        len(state.phases) < 2
        or anchor is None
        or not state.ready(who.today)
        or state.about not in (None, CONFIRM, CHANGE)
    ):
        return ()
    found: Move | None = None
    for sentence in SENTENCE.finditer(said.text):
        reading = read(sentence[0], today=who.today, country=who.country)
        if asks(Said.of(sentence[0])):
            return ()
        days = {mention.date for mention in reading.dates if mention.role in ("first", "next", "unknown")}
        row = booked_days(sentence[0], today=who.today)
        if len(row) > 1 and row[0] >= who.today:
            days = {row[0]}
        if not reading.phases and not days - {anchor.date}:
            continue
        if not reading.phases:
            return ()
        parts = [_part(part, state) for part in reading.phases]
        if None in parts:
            return ()
        own = days - {anchor.date}
        if not own:
            continue
        place = parts[0]
        if len(own) > 1 or len(parts) > 1 or place is None or found is not None or not _STARTS.search(sentence[0]):
            return ()
        day = own.pop()
        if not _fits(state, place, day, who.today) or (len(row) > 1 and not _is_row(state, place, day, row)):
            return ()
        found = Move("fact", "part_starts", f"{place}/{day.isoformat()}", rest=sentence.span())
    return (found,) if found is not None else ()


def _part(told: Phase, state: State) -> int | None:
    """The one part of the plan that has them as often, and no other end than the one told."""
    same = [
        place
        for place, part in enumerate(state.phases)
        if part.rhythm == told.rhythm
        and (not told.bounded or (told.count, told.duration) in ((part.count, part.duration), (None, part.duration)))
    ]
    return same[0] if len(same) == 1 else None


def _fits(state: State, place: int, day: date, today: date) -> bool:
    """Whether the part is still to come, and the day lies behind the part before it."""
    if state.anchor is None or place < 1 or day < today:
        return False
    known = {run.index: run for run in runs(state.phases, state.anchor)}
    before, here = known.get(place - 1), known.get(place)
    if here is None or (state.anchor.kind == "last" and (state.anchor.phase or 0) >= place):
        return False
    last = before.at(before.count - 1)[1] if before is not None and before.count else state.anchor.date
    return last < day <= last + _FURTHEST


def _is_row(state: State, place: int, day: date, row: tuple[date, ...]) -> bool:
    """Whether several days are those of the part from the first of them on."""
    if state.anchor is None:
        return False
    run = next((run for run in runs(with_start(state.phases, place, day), state.anchor) if run.index == place), None)
    return run is not None and [run.at(k)[0] for k in range(min(len(row), run.count or len(row)))] == list(row)


def with_start(phases: tuple[Phase, ...], place: int, day: date) -> tuple[Phase, ...]:
    """The parts, one of which begins on a day of its own."""
    return (*phases[:place], replace(phases[place], starts=day.isoformat()), *phases[place + 1 :])
