"""A remark on the weekday of the date that was shown: "crikey, that's a Monday! yes". It tells of no other day."""

from __future__ import annotations

import re

from ..dates.planner import next_doses
from ..model import WEEKDAYS
from ..reading.day_words import WEEKDAY_WORDS
from .lead import lead_of
from .message import Said
from .move import Move, place_of
from .move_words import COURTESY, FILLERS
from .outcome import Who
from .state import CONFIRM, State

_REMARK = re.compile(
    r"^\W*(?:\w+\W+){0,4}?(?:that'?s|thats|that is|that'?ll be|it'?s|its|it is|is that|so)"
    r" (?:(?:a|an|the|this|next|on|coming|just|only|already|like) ){0,3}"
    rf"(?P<day>{WEEKDAY_WORDS})\b(?!['’]s|,? (?:the )?\d| (?:in|of|before|after|last|gone|week)\b)(?P<rest>[^?]*)$",
    re.I,
)


def weekday_remark(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """A yes behind such a remark; by itself, the weekday of the date is said once more."""
    found = _REMARK.match(said.text.replace("’", "'"))
    if found is None or state.about not in (None, CONFIRM) or not state.ready(who.today) or state.anchor is None:
        return ()
    coming = next_doses(state.phases, state.anchor, today=who.today, count=max(state.told, 1))
    if not coming or WEEKDAYS[coming[-1].earliest.weekday()] != found["day"][:3].lower():
        return ()
    rest, place = Said.of(found["rest"]), place_of(said, len(said.words))
    lead = lead_of(rest)
    if state.about == CONFIRM and lead is not None and lead.kind == "yes":
        behind = rest.part(lead.end)
        return () if behind.left([], FILLERS | COURTESY) else (Move("yes", sure=True, rest=place),)
    if rest.left([], FILLERS | COURTESY):
        return ()
    return (Move("request", "weekday", str(WEEKDAYS.index(found["day"][:3].lower())), rest=place),)
