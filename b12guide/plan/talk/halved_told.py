"""A gap that was halved or doubled, told of a plan that is known; and the answer whether it was the gap or the dose."""

from __future__ import annotations

import re

from ..model import Phase
from ..reading.halved import ASKED, Halved, halved
from ..reading.reader import read
from ..wording import interval_words
from .message import Said
from .move_words import asks
from .outcome import Who
from .state import CHANGE, CONFIRM, State

_GAP = re.compile(
    r"\b(?:times?|gaps?|intervals?|between|spacing|how often|more often|less often|wait|sooner|closer"
    r"|same (?:shot|jab|dose|amount|injection|strength))\b",
    re.I,
)
_DOSE = re.compile(
    r"(?<!same )\b(?:dose|dosage|amount|strength|mgs?|mcg|milligrams?|micrograms?|mls?)\b"
    r"|\bsame (?:gap|time|interval)\b",
    re.I,
)
_DENIED = re.compile(r"\b(?:not|isn'?t|wasn'?t|rather than)(?: (?:the|my|a))? [a-z]+", re.I)


def gap_or_dose(said: Said, state: State) -> str | None:
    """Which of the two was halved, as one of the options; None where a message does not say it."""
    asked = state.open[0].text if state.open and state.about == "interval" else ""
    if len(state.options) != 2 or ASKED.match(asked) is None or asks(said):
        return None
    denied = " ".join(found[0] for found in _DENIED.finditer(said.text))
    told = _DENIED.sub(" ", said.text)
    gap = _GAP.search(told) is not None or (_DOSE.search(denied) is not None)
    dose = _DOSE.search(told) is not None or (_GAP.search(denied) is not None)
    return None if gap == dose else state.options[0 if gap else 1]


def halved_told(text: str, state: State, who: Who) -> str | None:
    """The gap of a known plan with what became of it, in words that are read by themselves; None where a message tells
    no such thing, or names a gap itself."""
    told = halved(text)
    if told is None or told.what == "dose" or len(state.phases) != 1 or not state.ready(who.today):
        return None
    if state.about not in (None, CONFIRM, CHANGE):
        return None
    if _other_gap(text, state.phases[0], told, who):
        return None
    phase = state.phases[0]
    gap = interval_words(phase.frequency, phase.period, phase.period_max, phase.unit)
    return f"{gap}, {told.words}, the time" if told.what == "gap" else f"{gap}, {told.words}"


def _other_gap(text: str, known: Phase, told: Halved, who: Who) -> bool:
    """Whether a message tells how often it is now by itself."""
    named = read(text, today=who.today, country=who.country).phases
    if named and told.before:
        return True
    return len(named) > 1 or (len(named) == 1 and named[0].rhythm != known.rhythm and halved(text) is None)
