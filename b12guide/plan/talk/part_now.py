"""In which part of a plan somebody is by now: "I'm in the monthly stretch now", whether the last day is told or not."""

from __future__ import annotations

import re
from dataclasses import replace

from .message import Said
from .move import Move, place_of
from .move_words import asks
from .outcome import Who
from .part_named import part_as_often
from .state import CHANGE, CONFIRM, State

_NOW = re.compile(
    r"(?:^\W*|\b(?:i'?m|i am|im|we'?re|she'?s|he'?s|they'?re|mum'?s|dad'?s|i'?ve|i have|she has|he has|now|already"
    r"|moved|gone|am|is|are) )"
    r"(?:(?:now|well|already|just|finally|long|all|moved|gone|been|got|back|at|down) ){0,4}"
    r"(?:in|on|onto|into|at|to|doing|having)(?: to)? (?:the |my |her |his |our )?(?P<part>[\w -]{3,30}?)"
    r"(?: (?:stretch|bit|part|phase|stage|ones|lot|section|leg|run|jabs?|shots?|injections?|doses?))?"
    r"(?: (?:now|already|by now|these days|at (?:present|the moment)))?\W*(?:$|[,.;!])",
    re.I,
)
_LATER = re.compile(r"\b(?:maintenance|regular|long ?-?term|spread out|top ?-?ups?|ongoing)\b", re.I)
_LOADED = re.compile(
    r"\b(?:done with|finished|past|through|over|out of|completed|had all)(?: with)? (?:of )?(?:the |my |all the )?"
    r"(?:loading|loaders|starter|first (?:lot|bit|part|ones)|initial)\b"
    r"|\bloading(?:'s| is| was)? (?:all )?(?:over|done|finished)\b",
    re.I,
)


def part_now(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """The later part that goes on by now, of a plan of several parts whose last day is not placed in one yet."""
    if len(state.phases) < 2 or state.about not in ("anchor", "date", "phase", "count", None, CONFIRM, CHANGE):
        return ()
    anchor = state.anchor
    if asks(said) or (anchor is not None and (anchor.kind == "first" or anchor.phase is not None)):
        return ()
    place = _place(said.text.replace("’", "'"), state)
    return (Move("fact", "part_now", str(place), rest=place_of(said, len(said.words))),) if place else ()


def _place(text: str, state: State) -> int | None:
    found = _NOW.search(text)
    if found is not None:
        if (place := part_as_often(found["part"], state.phases)) is not None:
            return place
        if _LATER.search(found["part"]):
            return len(state.phases) - 1
    return 1 if len(state.phases) == 2 and _LOADED.search(text) else None


def settle_part(state: State) -> None:
    """The last dose belongs to the part that goes on by now."""
    anchor = state.anchor
    if state.part_now is None or anchor is None or anchor.kind != "last" or anchor.phase is not None:
        return
    if state.part_now < len(state.phases):
        state.settle("phase")
        state.settle("count")
        state.anchor = replace(anchor, phase=state.part_now)
    state.part_now = None
