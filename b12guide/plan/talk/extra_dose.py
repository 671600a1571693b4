"""An injection more than was planned: its day goes into the log, and whether it took the place of a planned one is
asked. Nothing is counted from it before that is known."""

from __future__ import annotations

import re
from datetime import date

from ..reading.reader import read, read_date, states_plan
from .message import Said
from .move import Move, place_of
from .move_words import UNSURE, asks
from .outcome import Who
from .state import EXTRA, State

_MORE = r"(?:bonus|extra|additional|surplus|spare|second|third|double|duplicate|unplanned|unscheduled|free)"
_DOSE = r"(?:one|jab|jag|shot|injection|dose|needle|b-?12)s?"
_EXTRA = re.compile(
    rf"\b{_MORE} (?:b-?12 )?{_DOSE}\b|\b(?:one|another|1) more\b|\banother (?:one|{_DOSE})\b|\bone (?:too many|extra)\b"
    rf"|\b(?:two|2|three|3) (?:b-?12 )?{_DOSE}|\b(?:two|2|both) (?:in|within|at once|on)\b|\btwice\b|\bdoubled\b"
    r"|\bas well as\b|\bon top\b|\b(?:by mistake|by accident|accidentally)\b",
    re.I,
)
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?\n](?!\s|$)[^.!?\n]*)*[.!?\n]*\s*")
# "The last one before that was the 20th": of the planned ones it was the last.
_BEFORE_THAT = re.compile(r",? ?\bbefore (?:that|this|it|then|the extra(?: one)?)\b", re.I)
_OTHER = re.compile(r"\b(?:next|due|book\w*|appointment|tomorrow|last one|planned one|if|before)\b", re.I)
_INSTEAD = re.compile(
    r"\b(?:instead|in place|in its place|replac\w+|brought forward|moved|counts? as|was (?:my|the) (?:planned|next|due)"
    r"|planned one|early)\b",
    re.I,
)
_ON_TOP = re.compile(
    r"\b(?:on top|extra|as well|additional\w*|bonus|besides?|plus|both|not instead|stays?|still (?:on|stands|have)|keep"
    r"|too many|neither|mistake|accident\w*)\b",
    re.I,
)
INSTEAD, ON_TOP, UNKNOWN = "instead", "on_top", "unknown"


def tells_extra(text: str) -> bool:
    """Whether words of a wrong dose are of one injection more, and not of how much was in it or whose it was."""
    return _EXTRA.search(text) is not None


def without_extra(text: str) -> str:
    """`text` without the sentences that tell of the injection too many: what is left may tell the plan."""
    if not tells_extra(text):
        return text
    kept = [part for part in _SENTENCE.findall(text) if not tells_extra(part) or _tells_plan_alone(part)]
    return _BEFORE_THAT.sub("", "".join(kept)).strip()


def _tells_plan_alone(part: str) -> bool:
    return states_plan(part) and not re.search(r"\b(?:two|2|twice|by mistake|by accident|accidentally)\b", part, re.I)


def day_of_extra(text: str, who: Who) -> date | None:
    """The day of the injection too many, where a message that tells of it names one."""
    for part in _SENTENCE.findall(text):
        if tells_extra(part) and not states_plan(part):
            found = read_date(part, today=who.today, country=who.country, role="last").date
            if found is not None and found <= who.today:
                return found
    return None


def extra_day(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """The day that is told after an injection too many was, where that has none yet."""
    if not state.extra or state.about == EXTRA or asks(said) or not state.phases or state.anchor is None:
        return ()
    if _OTHER.search(said.text) or read(said.text, today=who.today, country=who.country).phases:
        return ()
    found = read_date(said.text, today=who.today, country=who.country, role="last")
    if found.date is None or found.date > who.today or found.role not in ("last", "unknown"):
        return ()
    return (Move("fact", "extra_day", found.date.isoformat(), rest=place_of(said, len(said.words))),)


def extra_way(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """Whether it took the place of a planned one, where that is asked."""
    if state.about != EXTRA or asks(said):
        return ()
    place = place_of(said, len(said.words))
    on_top, instead = _ON_TOP.search(said.text), _INSTEAD.search(said.text)
    if said.text in state.options:
        way = (INSTEAD, ON_TOP, UNKNOWN)[state.options.index(said.text)]
    elif UNSURE.within(said) or (on_top and instead and "not instead" not in said.text.lower()):
        way = UNKNOWN
    elif on_top or instead:
        way = ON_TOP if on_top else INSTEAD
    else:
        return ()
    return (Move("fact", "extra_way", way, rest=place),)
