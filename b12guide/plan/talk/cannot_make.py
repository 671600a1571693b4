"""A date of the plan that does not suit: "I can't do the 30th", "can I just have it on the 1st instead?". It is a wish
to move one, for the clinic to grant; no day in it is one that was had or set."""

from __future__ import annotations

import re

from ..reading.day_words import DAY_NUMBER, MONTHS, NTH, WEEKDAY_WORDS
from ..reading.reader import states_plan
from .message import Said
from .move import Move, place_of
from .move_words import BOOKED, asks
from .outcome import Who
from .state import CHANGE, CONFIRM, State

_DAY = (
    rf"(?:(?:{WEEKDAY_WORDS})\b,? ?)?(?:(?:the )?{DAY_NUMBER}(?: of)? (?:{MONTHS})\b"
    rf"|(?:{MONTHS})\b\.? (?:the )?{DAY_NUMBER}(?!\w)"
    rf"|(?:the )?{NTH}\b|(?:that |this |the )?(?:{WEEKDAY_WORDS})\b)"
)
# The date that was just shown.
_THAT_DAY = r"(?:(?:that|this) (?:day|date|one|week|morning|afternoon)|then)"
_CANNOT = re.compile(
    r"\b(?:can'?t|cannot|can not|couldn'?t|won'?t be able to|not able to|unable to)"
    rf" (?:do|make|come|go|have it|get there|get in|manage)(?: (?:it|that|in))?(?: on)? {_DAY}"
    rf"|\b(?:can'?t|cannot|can not|couldn'?t|won'?t be able to|not able to|unable to) "
    rf"(?:(?:do|make|manage|come|be there|be in|go|get there)(?: it)?(?: on)? {_THAT_DAY}|(?:make it|be there)(?=\W*$))"
    rf"|\b{_THAT_DAY} (?:clashes|is no good|doesn'?t (?:suit|work)|does not (?:suit|work)|won'?t (?:suit|work))\b"
    rf"|{_DAY}(?: one)? (?:clashes|is no good|doesn'?t (?:suit|work)|does not (?:suit|work)|won'?t (?:suit|work)"
    rf"|is (?:awkward|impossible))\b",
    re.I,
)
_CAN_MOVE = re.compile(
    r"\b(?:can|could|would|will) (?:they|the clinic|the surgery|the nurse|my clinic|we|i) (?:move|shift|change|swap"
    r"|bring|push)"
    rf"(?: (?:it|that|mine|this))? ?(?:from )?{_DAY}",
    re.I,
)
_INSTEAD = re.compile(
    r"\b(?:can|could|may) (?:i|we|she|he|it|they)(?: just| maybe| please){0,2} (?:do|have|get|go|come|be|take|move|put)"
    rf"(?: (?:it|that|in|mine|this|for|done|given)){{0,3}}(?: on| to)? {_DAY}[^.?!\n]{{0,15}}\b(?:instead"
    rf"|or something|or so|rather)\b",
    re.I,
)


def cannot_make(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """A wish to move a date of the plan that is shown."""
    if not state.ready(who.today) or state.about not in (None, CONFIRM, CHANGE) or BOOKED.within(said):
        return ()
    text = said.text.replace("’", "'")
    found = (
        _CANNOT.search(text) or _CAN_MOVE.search(text) or (_INSTEAD.search(text) if asks(said) or "?" in text else None)
    )
    if found is None or (states_plan(text[: found.start()]) and not _known(text[: found.start()], state)):
        return ()
    return (Move("request", "move", rest=place_of(said, len(said.words))),)


def _known(text: str, state: State) -> bool:
    """Whether how often is said once more as it is."""
    return re.search(r"\b(?:still|same|leave|keep)\b", text, re.I) is not None and bool(state.phases)
