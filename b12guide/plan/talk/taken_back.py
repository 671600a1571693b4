"""What was noted and is taken back: a date that nobody set, or the plan as it was before it was changed."""

from __future__ import annotations

from .asked_days import day_meant, former_day
from .message import Said, is_date_word, number, ordinal
from .misbooked import WAS_NOT_SET
from .move import Move, place_of
from .move_words import FILLERS, NOT_SET, NOT_SET_BESIDE, PREAMBLE, UNDO, asks
from .outcome import Who
from .state import State

_BESIDE = frozenset({"oh", "hmm", "wait", "hang", "on", "then", "day", "date", "keep", "leave", "stay", "stays", "go"})


def taken_back(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """That the date noted was not set by the clinic, or that all is to be as before; with the day that it was, where
    that is named."""
    if not state.phases or asks(said) or state.anchor is None or state.open:
        return ()
    value = _not_set(said, state) or _as_before(said, state, who)
    return (Move("request", "undo", value, rest=place_of(said, len(said.words))),) if value else ()


def _not_set(said: Said, state: State) -> str:
    """ "The clinic did not say this": of a date that was noted as theirs."""
    spans = NOT_SET.spans(said)
    noted = state.booked is not None and state.anchor is not None and state.anchor.date == state.booked
    if not noted or not spans or said.left(spans, FILLERS | PREAMBLE | NOT_SET_BESIDE):
        return ""
    return WAS_NOT_SET


def _as_before(said: Said, state: State, who: Who) -> str:
    """ "The 12th, like before", "scratch that, back to the old day"."""
    spans = UNDO.spans(said)
    left = said.left(spans, FILLERS | PREAMBLE | _BESIDE)
    if not spans or state.about in ("interval", "stage") or [word for word in left if not is_date_word(word)]:
        return ""
    if not left:
        return "before"
    alone = [n for word in said.words if (n := ordinal(word.text) or number(word.text)) is not None]
    month = any(is_date_word(word.text) and word.text.isalpha() for word in said.words)
    day = former_day(alone[0], state, who.today) if len(alone) == 1 and not month else None
    day = day or day_meant(said.text, state, who.today)
    return day.isoformat() if day is not None else ""
