"""What comes after a course that has an end: "then every 3 months", "add one every 8 weeks". It adds to the plan."""

from __future__ import annotations

import re
from datetime import date

from ..model import Phase, Unit
from ..reading.day_words import MONTHS, NTH_END
from ..reading.reader import read
from ..wording import phase_words
from .facts import Told
from .message import Said, number
from .move_words import FOLLOWS, WORDS, asks
from .state import CONFIRM, State

_DAYS: dict[Unit, int] = {"d": 1, "wk": 7, "mo": 30, "a": 365}
# "After the one of the 19": that of a day, whose number counts nothing.
_OF_A_DAY = re.compile(
    rf"\b(?:the |my )?(?:last )?(?:one|jab|jag|shot|injection|needle|dose)? ?(?:of|on) the \d{{1,2}}(?:{NTH_END})?\b"
    r"(?! (?:injections?|jabs?|shots?|doses?|weekly|daily|loading|of))"
    rf"|\bthe \d{{1,2}}{NTH_END}(?! (?:one|jab|shot|injection|dose))",
    re.I,
)
_BEHIND_NUMBER = re.compile(
    r"\b(?:after|following) (?:the )?(?:number |no\.? |nr\.? )?(?P<n>\d{1,2})(?:st|nd|rd|th)?"
    r"(?: (?:of (?:them|those)|ones?|injections?|jabs?|shots?|doses?))?"
    r"(?! ?(?:days?|weeks?|wks?|months?|mths?|years?|hours?)\b)(?! ?[-/.:]?\d)"
    rf"(?! ?(?:of )?(?:{MONTHS})\b)",
    re.I,
)
# Without a word that says so, a gap at least so long, and so many times the gap of the course, is what comes after it.
_LONG, _TIMES = 28, 3
# A part whose doses lie no farther apart goes on for ever in no plan: what is told to come after it does.
_DENSE = 7


def follow_on(said: Said, state: State, *, today: date, country: str | None) -> Told | None:
    """How often they are after the course that is known, as words that state it; None where nothing is added."""
    words = {word.text for word in said.words}
    if not state.phases or state.open or words & WORDS["no_follow_on"]:
        return None
    if not (state.phases[-1].bounded or is_dense(state.phases[-1])):
        return None
    if asks(said) and (said.words[0].text in WORDS["asks_of_gap"] or not FOLLOWS.within(said)):
        return None
    behind = _BEHIND_NUMBER.search(said.text)
    if behind is not None:
        # "After number 8 it is monthly": the number of the last one of the part, and none of what follows.
        said = Said.of(f"{said.text[: behind.start()]}then{said.text[behind.end() :]}")
    spans = FOLLOWS.spans(said)
    reading = read(_from_gap(said.without(spans)), today=today, country=country)
    if len(reading.phases) != 1 or reading.dates or any(q.about != "unread" for q in reading.questions):
        return None
    told = reading.phases[0]
    if not state.phases[-1].bounded and not (spans and is_longer(told, state.phases[-1])):
        return None
    if not spans and not (reading.only and state.about in (None, CONFIRM) and is_longer(told, state.phases[-1])):
        return None
    last = state.phases[-1]
    if behind is not None and not last.bounded:
        of_number = f"{phase_words(last)} for {behind['n']} injections"
        return Told("regimen", f"{of_number}, then {phase_words(told)}") if len(state.phases) == 1 else None
    return Told("follows", f"then {phase_words(told)}")


def _from_gap(text: str) -> str:
    """The text from its first word of how often on: what leads to it may be put as a question."""
    text = _OF_A_DAY.sub(" ", text)
    words = Said.of(text).words
    start = next((w.start for w in words if w.text in WORDS["often"] or number(w.text) is not None), 0)
    return text[start:].replace("?", " ")


def _gap(phase: Phase) -> float:
    return phase.period * _DAYS[phase.unit] / phase.frequency


def is_dense(phase: Phase) -> bool:
    return _gap(phase) <= _DENSE and phase.until is None


def is_longer(told: Phase, known: Phase) -> bool:
    gaps = [_gap(told), _gap(known)]
    return not told.bounded and gaps[0] >= max(_LONG, _TIMES * gaps[1])
