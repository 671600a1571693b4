"""A message as it comes to the plan: how the grammar reads it, and what kind of thing it tells."""

from __future__ import annotations

import re
from datetime import date

from ..model import DateReading
from ..reading.day_words import MONTH_ENDS, MONTH_STARTS, WEEKDAY_ENDS, WEEKDAY_STARTS
from ..reading.reader import read, read_date
from ..wording import phase_words
from .message import Said
from .move_words import asks
from .replies import Replies
from .state import CHANGE, CLINIC_DATE, CONFIRM, State
from .what_if import names_condition

_LAST_LOADING = re.compile(
    r"\b(?:last|final) (?:one )?(?:of (?:the|my) )?(?:loading|starter|initial)\b"
    r"|\b(?:finished|completed|done with) (?:the |my )?loading\b"
    r"|\b(?:was|were|is|being|that'?s) (?:me |it )?(?:at )?(?:the )?(?:very )?end of (?:the |my |all the )?"
    r"(?:loading|starter|initial|first (?:lot|bit|part|ones))\b",
    re.I,
)
# "No every 12 weeks": the no is an answer, and no word of the plan.
_NO = re.compile(r"^\W*no\b[\s,.:;-]*(?=(?:it|its|it's|every|once|twice|the|my|i|first|last|\d+)\b)", re.I)
_PUTS_RIGHT = re.compile(
    r"^\W*(?:(?:and|but|oh|ah|wait|hang on|hold on|well|um|er)\W+){0,8}"
    r"(?:no|nope|nah|sorry|oops|whoops|actually|it'?s|its|they'?re|that should|should|loading|maintenance)\b",
    re.I,
)
_REBOOKED = re.compile(r"\b(?:moved|changed|booked|rebooked|rescheduled|put(?: me| it)?(?: back| forward| in)?"
                       r"|(?:can )?only (?:do|fit)|new date)\b", re.I)  # fmt: skip
# "By what day are the monthly ones over" asks, though no word of a question begins it.
_ASKS_WHEN = re.compile(
    r"^\W*(?:(?:and|so|ok|okay|please|kindly|also|but)\W+){0,4}(?:from|on|by|until|till|at|after)? ?(?:which|what) "
    r"(?:date|day|week|month)\b",
    re.I,
)
# From where a date begins, so that the verb before it does not make it the date of a dose given.
_DATE_ON = re.compile(rf"\b(?:the \d|\d|(?:{MONTH_STARTS}){MONTH_ENDS}|(?:{WEEKDAY_STARTS}){WEEKDAY_ENDS}).*", re.I)
# What begins so tells what comes after the part that is known.
_AFTERWARDS = re.compile(
    r"^\W*(?:(?:and|so|ok|okay|yes|yeah)\W+){0,8}(?:after (?:that|those|them|this|these|it"
    r"|(?:the|my|her|his) (?:review|check-?up|course|loading|last (?:one|of them)|end))|then|afterwards?|from then"
    r"|once (?:that|those)|following (?:that|those))\b",
    re.I,
)


def puts_right(text: str) -> bool:
    """Whether a message begins as one that puts right what was told: "no, weekly", "it's every 8 weeks"."""
    return _PUTS_RIGHT.match(text) is not None


def tells_end_of_loading(text: str) -> bool:
    """Whether a message says that a dose was the last loading one; a question does not."""
    return _LAST_LOADING.search(text) is not None and "?" not in text


def ends_unknown_loading(state: State, text: str) -> bool:
    """Whether the last dose is said to be the last loading one, where all that is asked is how often those were: what
    comes after them is known, and is counted from it."""
    asked = bool(state.open) and {q.about for q in state.open} == {"interval"} and not state.open[0].options
    counts = len(state.phases) == 1 and not state.phases[0].bounded
    last = state.anchor is not None and state.anchor.kind == "last"
    return asked and counts and last and tells_end_of_loading(text)


def tells_what_follows(text: str) -> bool:
    """Whether a message tells what comes after the part of the plan that is known."""
    return _AFTERWARDS.match(text) is not None


class Received(Replies):
    """A message beside a `State`; nothing of it is taken yet."""

    def __init__(self, state: State, text: str, today: date, country: str | None) -> None:
        self.told = text
        super().__init__(state, _NO.sub("", text) if state.phases else text, today)
        self.country = country
        self.reading = read(self.text, today=today, country=country)

    @property
    def states_regimen(self) -> bool:
        """Whether the message says how often, clearly or not."""
        return self.reading.status != "not_a_plan"

    @property
    def states_another(self) -> bool:
        """Whether it states a regimen that is not the plan already; "when do the monthly ones start?" names a part."""
        if self._names_known:
            return False
        known = {phase_words(phase) for phase in self.state.phases}
        said = {phase_words(phase) for phase in self.reading.phases}
        return self.states_regimen and not (said and said <= known and not self.reading.dates)

    @property
    def _names_known(self) -> bool:
        """Whether a question names parts of the plan by how often they are: "until when are the daily ones?"."""
        asked = asks(Said.of(self.text)) or _ASKS_WHEN.match(self.text) is not None
        if not asked or self.reading.dates or not self.reading.phases:
            return False
        known = {(phase.frequency, phase.period, phase.period_max, phase.unit) for phase in self.state.phases}
        named = self.reading.phases
        return all(
            not phase.bounded and (phase.frequency, phase.period, phase.period_max, phase.unit) in known
            for phase in named
        )

    @property
    def names_next(self) -> bool:
        """Whether it gives the date of the next dose: "my next one is on 27 May", "they moved it to 27 May"."""
        named = any(m.role == "next" for m in self.reading.dates) or self._rebooked.date is not None
        return named and "?" not in self.text

    @property
    def _rebooked(self) -> DateReading:
        """The date that the clinic moved the next dose to; an empty reading where it moved none."""
        moved = _REBOOKED.search(self.text) if self.state.phases else None
        words = _DATE_ON.search(self.text, moved.end()) if moved else None
        if words is None:
            return DateReading()
        return read_date(words[0], today=self.today, country=self.country, role="next")

    @property
    def ends_loading(self) -> bool:
        """Whether it says that loading is over: "that was the last loading one"."""
        return len(self.state.phases) > 1 and tells_end_of_loading(self.text)

    @property
    def has_date(self) -> bool:
        """Whether a date, or something that may be one, is in it."""
        found = read_date(self.text, today=self.today, country=self.country)
        return found.date is not None or found.question is not None

    @property
    def _asks_of_known(self) -> bool:
        """Whether a date stands in a question about a plan whose dates are known, or is only supposed: such a one tells
        nothing of it."""
        known = self.state.about in (None, CONFIRM, CHANGE, CLINIC_DATE) and self.state.ready(self.today)
        return known and (asks(Said.of(self.text)) or names_condition(self.text))
