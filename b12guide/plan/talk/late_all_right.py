"""Whether it matters that one is late: "am I alright being a week late?", "6 days over, is that bad?". How late it is
by the plan is counted; whether that matters is for the clinic, and it is no wish to move the day."""

from __future__ import annotations

import re

from ..reading.reader import states_plan
from .days import tells_given
from .lateness import Lateness
from .move import Move
from .outcome import Who
from .state import State
from .view import is_overdue

LATE_ALL_RIGHT = "late_all_right"
_N = r"(?:\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|a couple of|a few|few)"
_SO_LATE = (
    rf"(?:(?:being|been|be|i'?m|im|am|we'?re|she'?s|he'?s|is|was|it'?s|its|that'?s|having it|get it|run|running|go"
    rf"|going|just|only|about|if|of|by|now|only)\b[^.;!?]{{0,20}}?\b)?"
    rf"(?:{_N}[ -](?:days?|weeks?|wks?|fortnights?|months?)(?: or (?:so|two))? (?:over|past)\b|(?:(?:{_N}|that"
    rf"|this|so|the|a whole|a full)[ -](?:days?|weeks?|wks?|fortnights?|months?|bit|little|tad)"
    r"(?: or (?:so|two))?|being|i'?m|im|am i|am|we'?re|she'?s|he'?s|it'?s|this|that|so|bit|it being)"
    r" (?:late|over|overdue|behind|past (?:it|due|my date)|over due"
    r"|over (?:it|my date))\b)"
)
_LATE = re.compile(rf"\b{_SO_LATE}", re.I)
_BE = r"(?:am|is|are|will|would|does|do|should|can|could|'s|isn'?t|won'?t|doesn'?t|if|whether|that|it|this)"
_FINE = (
    r"(?:al+ ?right|alrite|ok|okay|fine|bad|badly|matter|matters|worry|worried|problem|safe|harm|harmful|serious"
    r"|trouble"
    r"|big deal|terrible|dangerous|a risk|risky|acceptable|any harm|concerned|panic)"
)
_MATTERS = re.compile(rf"\b{_BE}\b[^.;!?]{{0,45}}?\b{_FINE}\b|\b(?:any )?(?:harm|problem|worry)\s*\?", re.I)
_ASKS = re.compile(
    r"\?|^\W*(?:\w+\W+){0,4}?(?:am|is|are|will|would|does|do|should|whether|if)\b"
    r"|(?:[,;:–-]|\b(?:and|so|but))\s{0,3}(?:am|is|are|will|would|does|do|should)\b",
    re.I,
)
# A wish to have it later, an apology and what is said of the past are something else.
_OTHER = re.compile(
    r"\b(?:move|moved|book|booked|rebook|change|put (?:it )?(?:back|off)|postpone|delay|wait|leave it|sorry i'?m|reply"
    r"|appointment is|last time|always|usually|tablets?|pills?|period|in the (?:day|evening)|tingl\w*|numb\w*"
    r"|feel\w*|dizz\w*|tired\w*|weak\w*|symptoms?|breath\w*|faint\w*|pins|memory|pregnan\w*"
    r"|had it (?:a|\d)|what (?:happens|if)|can happen)\b",
    re.I,
)


def late_all_right(text: str, state: State, who: Who) -> Move | None:
    """That it is asked whether being late matters."""
    plain = text.replace("’", "'")
    if not state.ready(who.today) or _ASKS.search(plain) is None or _OTHER.search(plain):
        return None
    if _LATE.search(plain) is None or _MATTERS.search(plain) is None or states_plan(plain) or tells_given(plain):
        return None
    if not _of_oneself(plain) and not (state.booked or state.due_was or is_overdue(state, who.today)):
        # Of being late at all, where nobody is.
        return None
    return Move("request", LATE_ALL_RIGHT, rest=(0, len(text)))


def _of_oneself(plain: str) -> bool:
    return re.search(rf"\b(?:i|i'?m|im|we|she|he)\b|\b{_N}[ -](?:days?|weeks?|wks?|months?)\b", plain, re.I) is not None


class LateAllRight(Lateness):
    """Says how late it is, and who says whether that matters."""

    def late_all_right(self, value: str) -> list[str]:
        """How late the next one is by the plan, today or on the day that the clinic set."""
        if self.overdue:
            late, *what = self.if_late("days")
            return [late, self.words("late_matters"), *what]
        booked = self.how_far_booked()
        if not booked and self.state.due_was is not None and self.anchor.kind == "last":
            booked = [self._how_far(self.anchor.date, self.state.due_was)]
        return [*(booked or self.late_first("late")), self.words("late_matters" if booked else "late_would_matter")]
