"""How long a plan that is known goes on, told after it: "it is only 8 weeks", "it stops after 10 shots"."""

from __future__ import annotations

import re
from dataclasses import replace

from ..model import Unit
from .message import NUMBERS, SENTENCE, Said, number
from .move import Move
from .outcome import Who
from .state import CHANGE, CONFIRM, PAST, State

_N = rf"(?P<n>\d{{1,2}}|{'|'.join(NUMBERS)})"
_THING = r"(?:shots?|jabs?|jags?|injections?|doses?|needles?|of them)"
_LATER = (
    r"(?! (?:ago|since|late|early|apart|between|away|until|till|to go|from|left|so far|given|had|down|done|after|before"
    r"|later|of|pregnant|gap|old|now|overdue|more|a|an|per)\b)"
)
_IS = r"(?:it|that|they|course|plan|this|these|mine)(?:'?s|'?re| is| are| was)?"
# "It is 6 weeks" may be the gap: a time needs a word that it ends then, a number of doses none.
_ENDS = re.compile(
    rf"\b(?:{_IS} (?:only |just )?for (?:only |just )?"
    r"|(?:it |they |that |course |plan )?(?:stops?|ends?|finish(?:es)?|(?:is|are) (?:over|done"
    r"|finished)) after (?:the )?"
    r"|(?:course|plan) (?:only |just )?(?:goes on|lasts|runs) (?:only |just )?(?:for )?)"
    rf"{_N} (?P<u>weeks?|months?|days?|{_THING})\b{_LATER}"
    rf"|\b(?:{_IS} )?(?:only|just) (?P<n2>\d{{1,2}}|{'|'.join(NUMBERS)}) (?P<u2>weeks?|months?|days?)"
    rf"(?: (?:in all|in total|altogether|total|long)\b|,? (?:so |and |with )?(?:\d{{1,2}}"
    rf"|{'|'.join(NUMBERS)}) {_THING})"
    rf"|\b(?:{_IS} (?:only |just )?|only |just )(?P<n3>\d{{1,2}}|{'|'.join(NUMBERS)}) (?P<u3>{_THING})\b{_LATER}",
    re.I,
)
_UNITS: dict[str, Unit] = {"day": "d", "week": "wk", "month": "mo"}
_EVERY = re.compile(r"\b(?:every|each|apart|between|not)\b", re.I)
_STEPS: dict[Unit, int] = {"d": 1, "wk": 7, "mo": 30, "a": 365}


def ends_after(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """How many weeks or doses there are, of a plan without an end."""
    if len(state.phases) != 1 or state.phases[0].bounded or state.phases[0].until is not None:
        return ()
    if state.about not in (None, CONFIRM, CHANGE, PAST) or state.phases[0].period_max is not None:
        return ()
    text = said.text.replace("’", "'")
    for sentence in SENTENCE.finditer(text):
        found = _ENDS.search(sentence[0])
        if found is None or _EVERY.search(sentence[0]) or sentence[0].rstrip().endswith("?"):
            continue
        count = number((found["n"] or found["n2"] or found["n3"]).lower()) or 0
        word = (found["u"] or found["u2"] or found["u3"]).lower()
        unit = next((code for name, code in _UNITS.items() if word.startswith(name)), None)
        if count < 2 or (unit is not None and not _holds_some(state, count, unit)):
            continue
        place = (said.words[0].start, sentence.start() + found.end())
        return (Move("fact", "ends_after", f"{count}/{unit or ''}", rest=place),)
    return ()


def _holds_some(state: State, count: int, unit: Unit) -> bool:
    """Whether several doses fit into that time: else it is a gap."""
    phase = state.phases[0]
    return count * _STEPS[unit] >= 2 * phase.period * _STEPS[phase.unit]


def take_end(state: State, value: str) -> None:
    """`value`: how many, and the unit of time, or none for doses."""
    count, unit = value.split("/")
    phase = state.phases[0]
    units: dict[str, Unit] = {"d": "d", "wk": "wk", "mo": "mo"}
    if unit in units:
        ended = replace(phase, kind="loading", duration=int(count), duration_unit=units[unit])
    else:
        ended = replace(phase, kind="loading", count=int(count))
    state.phases = (ended,)
