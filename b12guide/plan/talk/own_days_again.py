"""Days of the plan that are said once more, beside one that is denied or not: "do the 6th and the 13th as normal, then
the 18th, not the 20th". They stand already, and none of them is a day of a dose that was had."""

from __future__ import annotations

import re
from datetime import date

from ..dates.planner import next_doses
from ..reading.day_words import MONTHS
from ..reading.lexer import ORDINALS
from .days import tells_given
from .days_named_in import named_in
from .move import Move
from .state import CHANGE, CONFIRM, State

_AHEAD, _LEAST = 16, 2
_STAYS = re.compile(
    r"\b(?:as (?:normal|usual|before|planned|it was)|stays?|the same|still|keep|do the|leave"
    rf"|all (?:in )?(?:{MONTHS}))\b",
    re.I,
)
_DENIED = re.compile(
    r"\b(?:not|never (?:said|had|meant)|take|scrap|drop|forget|instead of|rather than|no)"
    r"(?: (?:on|the|off|for|that|to)){0,3} ?$",
    re.I,
)
_SPELT = re.compile(rf"\bthe (?P<n>{'|'.join(ORDINALS)})\b", re.I)
# Who tells of a dose, or sets a new day, says more.
_MORE = re.compile(
    r"\?|\b(?:had|got|given|missed|skipped|moved|booked|changed|every|each|last|first|away|if|or)\b", re.I
)


def own_days_again(text: str, state: State, today: date) -> Move | None:
    """That the plan is to be read back, where a message names two or more of its next days and no other one."""
    if not state.ready(today) or state.anchor is None or state.about not in (None, CONFIRM, CHANGE):
        return None
    if _MORE.search(text) or _STAYS.search(text) is None or tells_given(text):
        return None
    text = _SPELT.sub(lambda match: f"the {ORDINALS[match['n'].lower()]}th", text)
    coming = next_doses(state.phases, state.anchor, today=today, count=_AHEAD)
    own = [dose.earliest for dose in coming if dose.earliest == dose.latest]
    found = [one for one in named_in(text) if one.day is not None]
    meant = [one for one in found if _DENIED.search(text[: one.start]) is None]
    if len(meant) < _LEAST or not all(one.ahead(today) in own for one in meant):
        return None
    return Move("request", "whole", rest=(0, len(text)))
