"""When the last one was due, told of a plan that counts from the day it was had: "it should have been 1 December, count
from that". The day on which one was due is no day on which one was had; both are shown with what each leads to."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from ..model import full_date
from ..reading.reader import read
from ..wording import phase_words
from .how_late_was import day_of_last, days_named, when_due
from .message import Said
from .move import Move, place_of
from .outcome import Who
from .state import CHANGE, CLINIC_DATE, CONFIRM, State

# "8 weeks off the 1st", "count from when it was due".
_COUNTED = re.compile(r"\b(?:weeks|months) (?:off|from|on from|after) (?:the )?$", re.I)
_DUE = re.compile(
    r"\b(?:should(?:'?ve| have|a| of)|(?:was|were) (?:meant|supposed) to|(?:was|were|been) due|originally|due date)\b"
    r"|\b(?:weeks|months) (?:off|from|on from|after) the\b",
    re.I,
)
_NOT_DUE = re.compile(r"\b(?:next|if|will be|would be)\b", re.I)
# A day further back than this was that of another dose.
_MOST_LATE = timedelta(days=62)


def due_told(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """The plan with the day on which the last one was due beside the one on which it was had."""
    text, last = said.text.replace("’", "'"), day_of_last(state)
    if last is None or len(state.phases) != 1 or state.phases[0].bounded or not _DUE.search(text):
        return ()
    if state.about not in (None, CONFIRM, CHANGE, CLINIC_DATE) or _NOT_DUE.search(text):
        return ()
    if read(text, today=who.today, country=who.country).phases:
        return ()
    named = days_named(text)
    meant = [one for one in named if one.label == "meant" or _COUNTED.search(text[: one.start])]
    if len(meant) != 1:
        return ()
    due = when_due(meant[0].words, last, who, early=False)
    others = [when_due(one.words, last, who, early=False) for one in named if one is not meant[0]]
    if due is None or not timedelta(0) < last - due <= _MOST_LATE:
        return ()
    if any(day is None or (day != last and day <= who.today) for day in others):
        return ()
    # A plan of one weekday has none for a dose that was had on another.
    gap = phase_words(replace(state.phases[0], days_of_week=()))
    told = f"{gap}, it was due on {full_date(due)}, i had it on {full_date(last)}"
    return (Move("fact", "regimen", told, rest=place_of(said, len(said.words))),)
