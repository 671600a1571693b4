"""What is asked while a dose is late: which of two days, who can tell, and which day is the usual one after it."""

from __future__ import annotations

import re
from datetime import date

from ..reading.day_words import WEEKDAY_WORDS
from .asked_days import days_asked
from .message import Said
from .move import Move, place_of
from .move_words import asks
from .outcome import Who
from .state import CHANGE, CLINIC_DATE, CONFIRM, State
from .view import View, is_overdue

_PICK = re.compile(
    r"\b(?:(?:just |you )?(?:pick|choose|decide)(?: (?:one|for me|which|a day|it))?\b"
    rf"|(?:now|today|tonight|tomorrow|straight ?away) or (?:wait|leave|(?:on )?(?:the )?(?:{WEEKDAY_WORDS})"
    rf"|(?:un)?til|next|then)"
    rf"|(?:{WEEKDAY_WORDS}|wait) or (?:now|today|tonight|straight ?away)\b)",
    re.I,
)
_ELSEWHERE = re.compile(
    r"\b(?:can|could|would|will|may|should|do|does) (?:i (?:ask|ring|call|phone|try) )?(?:a |an |the |my |any )?"
    r"(?:pharmac\w+|chemist|nurse ?line|helpline|111|811|triage line)\b"
    r"|\b(?:pharmac\w+|chemist|nurse ?line|helpline)\b[^.;!?]{0,30}\?",
    re.I,
)
_USUAL = re.compile(
    rf"\b(?:usual|regular|normal|next scheduled|next planned) (?:next )?(?:{WEEKDAY_WORDS}|days?|dates?|ones?"
    rf"|slot|jab|shot|injection|dose)\b"
    rf"|\b(?:next|following) (?:usual|regular|normal)\b",
    re.I,
)
# "So what do I do now?"
_WHAT_NOW = re.compile(
    r"\W*(?:(?:so|and|ok|okay|oh|right|well|but|then|yikes|oops|help)\W+){0,3}"
    r"(?:wh?[ao]t (?:do|should|must|can|shall) i do(?: (?:now|then|next|about (?:it|that)))?|now"
    r" what|what(?:'?s)? (?:now|next))"
    r"(?: (?:then|please|mate|now))?\W*",
    re.I,
)


def late_asks(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """Each of these that a message asks, in its order."""
    if not state.ready(who.today) or state.about not in (None, CONFIRM, CHANGE, CLINIC_DATE):
        return ()
    if not is_overdue(state, who.today):
        return ()
    place, named = place_of(said, len(said.words)), list(days_asked(said.text, state, who.today).days)
    found: list[tuple[int, Move]] = []
    if _WHAT_NOW.fullmatch(said.text):
        return (Move("request", "late", "late", rest=place),)
    if (pick := _PICK.search(said.text)) is not None:
        found.append((pick.start(), Move("request", "may_go", rest=place)))
    if (elsewhere := _ELSEWHERE.search(said.text)) is not None:
        found.append((elsewhere.start(), Move("request", "elsewhere", rest=place)))
    usual = _USUAL.search(said.text)
    if usual is not None and (asks(said) or "?" in said.text or named):
        value = named[0].isoformat() if len(named) == 1 else ""
        found.append((usual.start(), Move("request", "usual", value, rest=place)))
    return tuple(move for _, move in sorted(found, key=lambda one: one[0]))


class LateAsks(View):
    """Answers them; which day a late dose is had is the clinic's to say."""

    def elsewhere(self, value: str) -> list[str]:
        """Who can tell, where the clinic is closed."""
        return [f"{self.words('plain_yes')} {self.words('ask_elsewhere')}"]

    def usual(self, value: str) -> list[str]:
        """The day of the plan after the one that is late; `value`: a day that was named for it."""
        coming = self.coming(2)
        if len(coming) < 2 or self.long_overdue:
            return [self.words("after_late")]
        dose = coming[1]
        asked = date.fromisoformat(value) if value else None
        first = (
            [] if asked is None else [self.words("plain_yes" if dose.earliest <= asked <= dose.latest else "plain_no")]
        )
        return [" ".join([*first, self.dose_line("usual_next", dose)])]
