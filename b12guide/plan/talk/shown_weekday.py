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


# "OK, Tuesday then", "so not tomorrow, Tuesday": nothing but the weekday, and that it is taken up.
_TAKEN_UP = re.compile(
    rf"^(?:[\s,.!]|\b(?:ok|okay|right|so|ah|oh|yes|yeah|yep|great|good|grand|lovely|perfect|fine|thanks|thank you"
    rf"|ta|cheers"
    r"|cool|sound|brilliant|and|but|it'?s|it is|that'?s|till|until|see (?:you|them)|on|for|roll on|next"
    r"|this|coming"
    rf"|the|love|mate|pet|hen|bro|then)\b|\bnot (?:today|tomorrow|tmrw|tmw|tomoz|(?:the "
    rf"|on )?(?:{WEEKDAY_WORDS}))\b){{0,12}}"
    rf"(?<!not )(?<!not the )(?<!not on )\b(?P<day>{WEEKDAY_WORDS})\b"
    rf"(?:[\s,.!]|\b(?:then|it is|thanks|thank you|ta|cheers|great|good|grand|lovely|perfect|ok|okay|love|mate"
    rf"|pet|bro|and|so"
    rf"|yes|yeah)\b|\bnot (?:today|tomorrow|tmrw|tmw|tomoz|(?:the |on )?(?:{WEEKDAY_WORDS}))\b){{0,8}}$",
    re.I,
)
_UP = re.compile(
    r"\b(?:then|so|ok|okay|right|great|grand|lovely|perfect|till|until|see|roll on|not|it is|cool|sound)\b", re.I
)


def taken_up(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """The weekday of the next date, said once more and nothing else: it tells of no other day."""
    found = _TAKEN_UP.match(said.text.replace("’", "'"))
    if found is None or state.about not in (None, CONFIRM) or not state.ready(who.today) or state.anchor is None:
        return ()
    coming = next_doses(state.phases, state.anchor, today=who.today, count=1)
    if not coming or coming[0].earliest != coming[0].latest or coming[0].earliest < who.today:
        return ()
    day = coming[0].earliest
    same = WEEKDAYS[day.weekday()] == found["day"][:3].lower()
    lead = lead_of(said)
    if same and state.about == CONFIRM and lead is not None and lead.kind == "yes" and not lead.weak:
        return (Move("yes", sure=True, rest=place_of(said, len(said.words))),)
    # Of a plan in weeks it is the weekday of the last one, too, which it puts right in nothing.
    sure = _UP.search(said.text) is not None or day.weekday() == state.anchor.date.weekday()
    return (Move("request", "is_it", day.isoformat(), rest=place_of(said, len(said.words))),) if same and sure else ()


def weekday_remark(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """A yes behind such a remark; by itself, the weekday of the date is said once more."""
    return _remark(said, state, who) or taken_up(said, state, who)


def _remark(said: Said, state: State, who: Who) -> tuple[Move, ...]:
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
