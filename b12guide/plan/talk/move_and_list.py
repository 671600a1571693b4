"""A change that somebody wishes for, and a list of dates beside it: "move it to Friday the 11th and give me the dates
up to April". The wish is held against the plan, and the list is that of the plan as it stands: none is lost."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from .coming_day import coming_day, shown_day
from .message import Said
from .move import Move
from .move_words import asks
from .moved_dose import OF_OTHER
from .set_days_words import OTHER_THING
from .state import CHANGE, CLINIC_DATE, CONFIRM, State
from .sure_day import names_no_source

LISTS = frozenset({"list", "next_many", "dates_wished"})
_WISH = re.compile(
    r"^\W*(?:(?:yes|ok|okay|please|pls|so|and|then|just|can you|could you|would you|i'?d like (?:you )?to|i want"
    r"(?: you)? to|let'?s)\W+){0,4}(?:move|change|shift|switch|swap|put|push|bring|make|set|reschedule|rebook)"
    r" (?:it|that(?: one)?|mine|hers|his|this(?: one)?|(?:the|my|her|his) (?:next |december |january |coming )?"
    r"(?:one|date|day|jab|shot|injection|dose|appointment)|(?:the|my) next)"
    r"(?: (?:back|forward|on|over|down|in))?(?: (?:to|for|on|onto|till|until))? (?P<day>[^?]{3,40})$",
    re.I,
)
_CUT = re.compile(r"(?<=[.;!\n])\s+|,?\s+(?:and|then|so)\s+(?:then\s+|please\s+)?|,\s+")


def move_and_list(
    text: str, state: State, today: date, moves: Callable[[str], Sequence[Move]]
) -> tuple[Move, ...]:  # fmt: skip
    """The day that is wished for and the list; () where a message does not wish for both.

    Args: moves: what a part of the message does by itself.
    """
    if state.about not in (None, CONFIRM, CHANGE, CLINIC_DATE) or not state.ready(today) or not names_no_source(text):
        return ()
    if OF_OTHER.search(text) or OTHER_THING.search(text):
        return ()
    for cut in _CUT.finditer(text):
        wish = _WISH.match(text[: cut.start()].replace("’", "'"))
        day = coming_day(wish["day"], today=today, shown=shown_day(state, today)) if wish is not None else None
        if wish is None or day is None or len(day.days) != 1:
            continue
        rest = text[cut.end() :]
        listed = [move for move in moves(rest) if move.kind == "request" and move.name in LISTS]
        if listed and not (asks(Said.of(text[: cut.start()])) and "?" in text[: cut.start()]):
            booked = Move("fact", "booked", day.days[0].isoformat(), rest=(0, len(text)))
            return (booked, *(replace(move, rest=(0, len(text))) for move in listed))
    return ()
