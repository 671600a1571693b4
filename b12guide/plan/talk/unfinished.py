"""A course that is not finished, while what comes after it is spoken of: "when does the monthly part start?", "are the
last two needed?". What follows counts from the last dose of the course, so no date is taken or given for it as long as
one of the course is late, and what is missing is said first."""

from __future__ import annotations

import re

from ..dates.schedule import dose_count, whole_count
from ..model import Phase
from .message import SENTENCE, Said
from .move import Move, Reader, place_of
from .move_words import asks
from .outcome import Who
from .part_named import part_as_often
from .state import CHANGE, CLINIC_DATE, CONFIRM, State
from .view import View, every

_NUMBER = r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_FEW = (
    rf"(?:(?:other|remaining|missing|missed|last|rest of the) {_NUMBER}"
    r"|(?:others|rest|remaining ones|missing ones|missed ones|other ones))"
)
# "Are the last two needed", "what about the others".
_NEEDED = re.compile(
    rf"\b(?:need|have|get|want|do|skip|miss|forget|leave|finish|drop|scrap|lose|bother with|catch up(?:"
    rf" on)?)\b(?: [\w'’]+){{0,2}}? (?:the |those |these |my |her |his )?{_FEW}\b"
    rf"|\b(?:the |those |these |my |her |his ){_FEW}\b(?: [\w'’]+){{0,3}}? (?:matter|count|needed|necessary"
    rf"|cancelled|canceled|scrapped|gone|off|first|too|as well|due)\b"
    rf"|\bwhat (?:about|happens (?:to|with)|becomes of) (?:the |those |these |my )?{_FEW}\b",
    re.I,
)
_TELLS = re.compile(r"\b(?:had|got|given|done|booked|moved|said|told|nurse|clinic|surgery|doctor)\b", re.I)
_CLINIC_SET = re.compile(
    r"\b(?:clinic|nurse|surgery|doctor|gp|letter|they|hospital|practice)\b[^.;!?]{0,40}"
    r"\b(?:said|says?|booked|gave|gives?|given|moved|told|set|put)\b",
    re.I,
)
_FROM = re.compile(r"\b(?:from|after|since|on from)\b", re.I)
_BEGINS = re.compile(
    r"\b(?:first|1st|start(?:s|ed|ing)?|begins?|run(?:s|ning)?|kick(?:s|ing)? in|count(?:s|ed|ing)?)\b", re.I
)
_MAINTENANCE = re.compile(r"\b(?:maintenance|regular ones?|long[- ]term ones?|top[- ]?ups?|ongoing ones?)\b", re.I)
_SUPPOSES = re.compile(
    r"\b(?:so|then|right|yeah|yes|or what|or not|isn'?t it|innit|correct|guess|suppose|think|thought|reckon|means?"
    r"|would|will|even (?:tho|though)|just|wanna|want to know|tell me)\b",
    re.I,
)
_DATED_DOSE = re.compile(
    r"\b(?:had|got|given|done)\b[^.;!?]{0,25}\b(?:today|yesterday|this (?:morning|afternoon)|on (?:the )?\w+)\b", re.I
)
_UNITS = {
    "d": r"(?:days?|daily)",
    "wk": r"(?:weeks?|wks?|wkly|weekly)",
    "mo": r"(?:months?|mths?|mnths?|mthly|monthly)",
    "a": r"(?:years?|yearly)",
}
_WORDS = ("", "one|a", "two|2nd|other", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
          "twelve")  # fmt: skip


def needed(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """Whether the doses of the course that are not given yet are still to be had; it is no yes to anything."""
    if _left(state) is None or _NEEDED.search(said.text) is None:
        return ()
    if not (asks(said) or "?" in said.text or _SUPPOSES.search(said.text)) or _says(said):
        return ()
    return (Move("request", "needed", rest=place_of(said, len(said.words))),)


def begins(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """When what comes after the course begins, asked or supposed."""
    if _left(state) is None or len(state.phases) < 2 or _says(said) or _tells_dose(said):
        return ()
    text = said.text
    named = _MAINTENANCE.search(text) or any(_gap(phase).search(text) for phase in state.phases[1:])
    when = _BEGINS.search(text) or _FROM.search(text)
    if not named or not when or not (asks(said) or "?" in text or _SUPPOSES.search(text)):
        return ()
    return (Move("request", "begins", text, rest=place_of(said, len(said.words))),)


READERS: tuple[Reader, ...] = (needed, begins)


def speaks_of_rest(said: Said, state: State, who: Who) -> bool:
    """Whether a message speaks of what is left of a course, or of what follows it, and tells nothing."""
    return any(reader(said, state, who) for reader in READERS)


def _says(said: Said) -> bool:
    """Whether it tells what the clinic said, or of a dose: that is taken in."""
    if "?" not in said.text and _CLINIC_SET.search(said.text):
        return True
    return "?" not in said.text and _TELLS.search(said.text) is not None and not _SUPPOSES.search(said.text)


def _tells_dose(said: Said) -> bool:
    """Whether a sentence before the question tells of a dose of its own day, which is taken in first."""
    told = [part[0] for part in SENTENCE.finditer(said.text) if "?" not in part[0]]
    return any(_DATED_DOSE.search(part) for part in told)


def _gap(phase: Phase) -> re.Pattern[str]:
    """How often a part is, in the ways that it is spoken of: "3 monthly", "the 3 month ones", "every 3 months"."""
    word = _WORDS[phase.period] if phase.period < len(_WORDS) else ""
    number = rf"(?:{phase.period}{'|' + word if word else ''})[ -]?"
    unit = _UNITS[phase.unit]
    return re.compile(rf"\b(?:{number}{'' if phase.period > 1 else '|every |each |'}){unit}\b" if phase.period > 1
                      else rf"\b(?:{unit}|1 {unit})\b", re.I)  # fmt: skip


def _left(state: State) -> int | None:
    """How many of the course are left, where one was had and they are counted from it; None where none is, or it is
    not known."""
    anchor = state.anchor
    if anchor is None or anchor.kind != "last" or anchor.ends_phase or anchor.done is None or state.open:
        return None
    if state.about not in (None, CONFIRM, CHANGE, CLINIC_DATE):
        return None
    phase = state.phases[anchor.phase or 0] if (anchor.phase or 0) < len(state.phases) else None
    total = dose_count(phase) if phase is not None and phase.bounded else None
    return total - anchor.done if total is not None and total > anchor.done else None


class Unfinished(View):
    """Says what is left of a course, and that it comes first."""

    def needed(self, value: str) -> list[str]:
        """That nobody but the clinic says whether those that are left are to be had."""
        return [
            self._missing("still_left"),
            self.words("left_out_ask"),
            *([] if self.overdue else self._then((self.anchor.phase or 0) + 1)),
        ]

    def begins(self, value: str) -> list[str]:
        """When the part begins that is named, or the next one: no date as long as one of this part is late."""
        begun = self.anchor.phase or 0
        index = begun + 1 + (part_as_often(value, self.state.phases[begun + 1 :]) or 0)
        following = self.state.phases[index] if index < len(self.state.phases) else None
        if following is None:
            return [self._missing("still_left")]
        words = every(following)
        if self.anchor.ends_phase:
            # None of the part before it is left.
            return self.late() if self.overdue else self._then(index)
        if self.overdue:
            return [self.words("begins_unknown", words=words), self._missing("still_left"), self.words("begins_ask")]
        return [*self._then(index), self._missing("still_left")]

    def _then(self, index: int) -> list[str]:
        """The first day of a later part, counted from the last dose of the one before it."""
        dose = next((dose for dose in self.since(self.today) if dose.phase_index == index), None)
        if dose is None:
            return []
        return [self.dose_line("starts", dose, words=_capital(every(self.state.phases[index])))]

    def _missing(self, name: str) -> str:
        phase = self.state.phases[self.anchor.phase or 0]
        total, done = whole_count(phase) or 0, (self.anchor.done or 0) + phase.behind
        name = "still_left_one" if name == "still_left" and total - done == 1 else name
        return self.words(name, given=done, total=total, count=total - done)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
