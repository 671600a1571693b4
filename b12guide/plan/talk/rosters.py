"""Shifts and rosters, held against a date of the plan: they are not worked out; no day is called free."""

from __future__ import annotations

import re

from .days import tells_given
from .message import Said
from .move import Move, place_of
from .move_words import asks
from .outcome import Who
from .state import CHANGE, CONFIRM, State
from .view import View

_ROSTER = re.compile(
    r"\b(?:rosters?|rotas?|shift pattern|shifts?|swings?|hitch)\b"
    r"|\b(?:\d{1,2}|two|three|four|five|six|seven) (?:days? |weeks? |nights? )?on\b,? ?(?:and |then )?"
    r"(?:\d{1,2}|two|three|four|five|six|seven) (?:days? |weeks? |nights? )?off\b"
    r"|\bfifo\b",
    re.I,
)
_FREE = re.compile(
    r"\b(?:am|are|is|will|would|do|does) (?:i|we|he|she|they|it)(?: \w+){0,3} (?:off|on|free|working|work"
    r"|rostered|on shift|at work|home|aboard|onshore)\b|\b(?:day off|off (?:that|then|on that)|on shift|clash)\b",
    re.I,
)


def roster_asked(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """Whether somebody is at work on the next date, by a pattern of shifts."""
    if state.about not in (None, CONFIRM, CHANGE) or not state.ready(who.today) or tells_given(said.text):
        return ()
    wants = any(asks(Said.of(part)) for part in re.split(r"[.;!\n]+|(?<=\?)", said.text) if part.strip())
    if not wants or not _ROSTER.search(said.text) or not _FREE.search(said.text):
        return ()
    return (Move("request", "roster", rest=place_of(said, len(said.words))),)


class Rosters(View):
    """Says the date, and who can move it."""

    def roster(self, value: str) -> list[str]:
        if self.overdue:
            return [self.words("roster"), *self.late()]
        return [self.words("roster"), *self.upcoming("next"), self.words("roster_ask")]
