"""A day that was noted as booked and is to go: nothing is booked ("the clinic booked nothing"), or the day itself is
wrong ("10 February is wrong, take it out"). It is out, and the next date is counted from the log again."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from ..model import Anchor
from ..reading.reader import read
from .asked_days import days_asked, plan_days
from .message import SENTENCE
from .misbooked import SUPPOSED, nothing_booked, without_nothing_booked
from .move import Move
from .not_agreed import agreed, not_agreed
from .one_off import as_before_booking
from .outcome import Who
from .state import CHANGE, CLINIC_DATE, CONFIRM, State

UNBOOKED = "unbooked"
_OUT = re.compile(
    r"\b(?:remove|delete|erase|scrap|strike|scratch|drop|bin|lose|undo|get rid of)\b"
    r"|\b(?:take|cross)\b[^.;!?\n]{0,30}\b(?:out|off|away)\b"
    r"|\b(?:is|was|'s|are|looks) (?:just |all |plain )?(?:wrong|not right|not mine|incorrect|a mistake"
    r"|an error|false)\b"
    r"|\b(?:isn't|wasn't|aint|isnt|wasnt) (?:right|mine|correct|booked)\b"
    r"|\bshould(?:n't| not) be (?:there|in)\b|\bnever (?:said|booked|told you|asked for)\b",
    re.I,
)
# A visit that cannot be kept is booked all the same, and what stands is asked about.
_STANDS = re.compile(r"\b(?:can't|cannot|cant|couldn't|could|can|might|if|unless|had|given|make it|instead)\b", re.I)
# "Scrap that booking": of the one that is noted. One that the clinic cancelled has its new day asked for.
_THE_BOOKING = re.compile(
    r"\b(?:that|the|my|this|her|his) (?:booking|appointment|appt|slot|booked (?:one|day|date))(?:'?s)?\b", re.I
)
_OF_A_PART = re.compile(r"\b(?:first|second|third|next|last) (?:dai|week|fortnight|month|quarter)ly one\b", re.I)
_FACTS = frozenset({"date", "interval", "regimen"})
_ASKED = frozenset({"list", "one_of", "is_it", "asked_days", "left", "after_next", "next_many"})


def booked_out(
    text: str, state: State, who: Who, moves: Callable[[str], Sequence[Move]]
) -> tuple[Move, ...] | None:  # fmt: skip
    """That what was noted as booked is taken out, with what else the message tells or asks; None where it is not so.

    `moves`: reads the rest of the message.
    """
    noted = noted_days(state)
    if not noted or state.paused or state.about not in (None, CONFIRM, CHANGE, CLINIC_DATE):
        return None
    plain = text.replace("’", "'")
    if nothing_booked(plain):
        rest, out = without_nothing_booked(plain), noted
        if _OF_A_PART.search(rest):
            # What is set for a dose of one part beside it is read with it.
            return None
    else:
        rest, out = _named_out(plain, noted, state, who)
    if not out or agreed(rest):
        return None
    place = (0, len(text))
    told = [Move("fact", UNBOOKED, "/".join(day.isoformat() for day in out), rest=place)]
    if read(rest, today=who.today, country=who.country).phases:
        return (*told, Move("fact", "regimen", rest, rest=place))
    for part in SENTENCE.finditer(rest):
        told += [
            replace(move, rest=place)
            for move in moves(part[0])
            if (move.kind == "request" and move.name in _ASKED)
            or (move.kind == "fact" and move.name in _FACTS and re.search(r"\blast\b", part[0], re.I))
        ]
    return tuple(told)


def none_booked(text: str, state: State, who: Who) -> bool:
    """Whether a message says that nothing is booked, where nothing was noted so, and tells nothing else of a plan."""
    plain = text.replace("’", "'")
    if noted_days(state) or state.paused or not state.ready(who.today) or state.about not in (None, CONFIRM, CHANGE):
        return False
    rest = without_nothing_booked(plain)
    tells = read(rest, today=who.today, country=who.country).phases or re.search(r"\b(?:last|had|first)\b", rest, re.I)
    return nothing_booked(plain) and not tells and not agreed(rest)


def books_nothing(text: str, state: State, who: Who) -> bool:
    """Whether no day that a message names is one that the clinic set, however it was heard."""
    plain = text.replace("’", "'")
    denied = nothing_booked(plain) and not agreed(without_nothing_booked(plain))
    return bool(state.phases) and (denied or not_agreed(text, (), state, who) is not None)


def _named_out(plain: str, noted: Sequence[date], state: State, who: Who) -> tuple[str, list[date]]:
    """The rest of a message, and the noted days that it calls wrong or wants out, where it names no other."""
    found = [part for part in SENTENCE.finditer(plain) if _OUT.search(part[0])]
    if not found or "?" in found[0][0] or _STANDS.search(found[0][0]) or SUPPOSED.search(found[0][0]):
        return plain, []
    if len(noted) == 1 and _THE_BOOKING.search(found[0][0]) and not read(plain, today=who.today).dates:
        return "", [*noted]
    named = [day for day in days_asked(plain, state, who.today).days if day >= who.today]
    out = [day for day in noted if day in named]
    # The day that the plan gives without it may be named beside it: "only 11 March".
    after = State.from_json(state.to_json())
    take_out(after, out)
    left = {day for day in named if day not in out}
    if not out or left - set(plan_days(after, who.today)):
        return plain, []
    return "", out


def noted_days(state: State) -> list[date]:
    """The days that the clinic was said to have set."""
    moved = [now for _, now in state.anchor.moved] if state.anchor is not None else []
    return list(dict.fromkeys([*([state.booked] if state.booked is not None else []), *moved]))


def take_out(state: State, days: Sequence[date]) -> None:
    """Count as without these days: from the last dose of the log."""
    if state.booked in days:
        before, last = as_before_booking(state), max((dose.day for dose in state.given if dose.sure), default=None)
        was = state.before.anchor if state.before is not None else None
        if was is not None and was.kind == "last" and was.date == last:
            state.go_back()
        elif before is not None:
            state.phases, state.anchor = before.phases, before.anchor
        elif state.anchor is not None and state.anchor.date == state.booked:
            state.anchor = Anchor("last", last) if last is not None else None
        state.booked = state.booking = state.given_on = None
    if state.anchor is not None:
        moved = tuple(pair for pair in state.anchor.moved if pair[1] not in days)
        state.anchor = replace(state.anchor, moved=moved)
