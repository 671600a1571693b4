"""How many doses are left after the last one, of a plan that has no end else: "weekly, 3 to go"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from ..dates.planner import next_doses
from ..model import Anchor
from ..reading.reader import ANY_DAY, read, states_plan
from .message import NUMBERS, Said, number
from .move import Move
from .move_words import asks
from .outcome import Who
from .state import CHANGE, CONFIRM, State

_N = rf"(?P<n>\d{{1,2}}|{'|'.join(NUMBERS)})"
_DOSES = r"(?:(?:b-?12 )?(?:jabs?|jags?|shots?|injections?|doses?|needles?|ones?)|of (?:them|those|these))"
_BEHIND = r"(?! (?:in the (?:fridge|box|pack|cupboard)|of (?:the|my|her|his) (?:box|pack)|over|weeks?|months?|days?)\b)"
_LEFT = re.compile(
    rf"(?:[\s,;–—-]{{1,3}}(?:(?:and|with|so|but|only|just|then|still|got|have|having|has|i'?ve|i|there(?:'s| are|s)?"
    rf"|that leaves|leaving) ){{0,4}}"
    rf"|^(?:(?:with|only|just|still|got|have|i'?ve got|there(?:'s| are|s)|another) ){{0,4}})"
    rf"{_N} (?:more )?(?:{_DOSES} )?(?:(?:still |left )?to (?:go|come|have)\b|left\b|remaining\b|outstanding\b"
    r"|(?:more )?(?:after|behind) (?:this|that|it|the last)(?: one)?\b|(?<=more )in (?:all|total)\b)"
    rf"(?: (?:after (?:this|that)(?: one)?|to go|to have)\b)?{_BEHIND}",
    re.I,
)
# Told of what is in the box, or of what is over by then.
_STOCK = re.compile(r"\b(?:ampoules?|vials?|boxe?s?|packs?|needles in|syringes?|supply|stock|prescription)\b", re.I)
_OUT_OF = re.compile(r"\b\d{1,2} (?:out )?of (?:the |my )?\d{1,2}\b|\b(?:loading|loaders?)\b", re.I)
_NAMES_ONE = re.compile(r"\bcome\b|\bone (?:jab |jag |shot |injection |dose )?(?:after|behind)\b", re.I)
# "When are the two after that": doses to come that are pointed at.
_NAMED = re.compile(r"\b(?:the|these|those|which|what|whats|what's|my|next|any|every|each|if|are|is|were) $", re.I)

# "3 more after that", with nothing else, asks for the dates.
_MORE_ASKED = re.compile(
    rf"\W*(?:(?:and|then|ok|so|yes|no) ){{0,2}}{_N} more (?:after|behind) (?:that|this|it|these|those)(?: one)?"
    r"(?:,? please)?\W*",
    re.I,
)
_COME_FIRST = re.compile(r"\b(?:more|left|to have|to come|to go)\b[^.!?]{0,25}\bfirst\b", re.I)
_GOES_ON = re.compile(r"\b(?:then|after that|followed by|afterwards)\b", re.I)


def told_left(text: str) -> tuple[int, int, int] | None:
    """How many a message says are left after the last one, and where these words begin and end."""
    if _STOCK.search(text) or _OUT_OF.search(text):
        return None
    found = _LEFT.search(text)
    if found is None or text[found.end() :].lstrip().startswith("?"):
        return None
    count = number(found["n"].lower()) or 0
    if found["n"].lower() == "one" and _NAMES_ONE.search(found[0]):
        # "The one to come" and "the one after that" name a dose.
        return None
    if _NAMED.search(text[: found.start("n")]):
        return None
    return (count, found.start(), found.end()) if 0 < count <= 60 else None


def left_to_go(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """So many are left, told of a plan that is known and has no end, or of a part whose number is asked for."""
    found, more = told_left(said.text), _MORE_ASKED.fullmatch(said.text)
    if more is not None and state.about is None and state.ready(who.today):
        return (Move("request", "after_next", str(number(more["n"].lower())), rest=(0, len(said.text))),)
    if not state.phases or state.phases[0].bounded or found is None or asks(said) or state.supply:
        # Of a supply that is known, what is left is in the box.
        return ()
    counted = state.about == "count" and len(state.phases) > 1 and state.anchor is not None and not state.open
    if not counted and not (len(state.phases) == 1 and state.about in (None, CONFIRM, CHANGE)):
        return ()
    if not counted and (not state.ready(who.today) or _COME_FIRST.search(said.text)):
        # "3 more to have first, then every 10 weeks" are none of those every 10 weeks.
        return ()
    return (Move("fact", "to_go", str(found[0]), rest=(found[1], found[2])),)


def settle_left(state: State, today: date) -> None:
    """End the part that goes on with the doses that are left, counted from the next one."""
    count, anchor = state.to_go, state.anchor
    if count is None or anchor is None or not state.phases:
        return
    first = replace(state.phases[0], count=None, duration=None, duration_unit=None)
    if anchor.kind == "last" and anchor.date <= today:
        coming = next_doses((first,), replace(anchor, done=None, ends_phase=False), today=today, count=1)
        if not coming or coming[0].earliest != coming[0].latest or coming[0].latest < today:
            # A late one may move the others: how many are left counts once it is given.
            return
        state.note(anchor.date)
        state.given_on = anchor.date
        state.count_from(Anchor("first", coming[0].earliest))
    elif anchor.date < today:
        return
    state.phases = (replace(first, kind="loading", count=count), *state.phases[1:])
    state.to_go = None


def takes_left(text: str, state: State) -> bool:
    """Whether so many are told beside a plan, or beside an answer of one that is being told."""
    if told_left(text) is None or "?" in text:
        return False
    if _counts_already(text):
        return False
    return states_plan(text) or (bool(state.phases) and state.about in ("anchor", "date", "interval"))


def _counts_already(text: str) -> bool:
    """Whether a message says how many there are in all: "seven weekly jabs, 4 left" is 3 of 7."""
    _, start, end = told_left(text) or (0, 0, 0)
    reading = read(f"{text[:start]} {text[end:]}", today=ANY_DAY)
    ways = [option for question in reading.questions if question.about != "date" for option in question.options]
    firsts = [reading.phases, *(read(way, today=ANY_DAY).phases for way in ways)]
    return any(phases[0].bounded for phases in firsts if phases)


def without_left(text: str, state: State) -> str:
    """`text` without how many are left, where a plan is told; of a part that another one follows, with its number."""
    found = told_left(text)
    if found is None or not takes_left(text, state):
        return text
    count, start, end = found
    words = f" for {count} inj" if _GOES_ON.search(text, end) else ""
    return f"{text[:start]}{words}{'' if words else ' ' * (end - start)}{text[end:]}"
