"""A day of the plan that somebody doubts: "is the March one right? thought it was the 20th". It is said how the day was
counted; a day that was only thought of changes nothing."""

from __future__ import annotations

import re
from datetime import date

from ..model import full_date
from ..wording import plural
from .asked_days import day_meant, days_asked
from .clinic_answers import ClinicAnswers
from .days import later
from .message import Said, is_date_word
from .move_words import ASKED_DAYS, DOUBTED_BESIDE, FILLERS, MENDING, PREAMBLE, WORDS, asks
from .state import CONFIRM, State

_THOUGHT = re.compile(
    r"\b(?:thought|assumed|expected|figured|reckoned|supposed|believed|(?:was|were) (?:expecting|counting on)|i make it"
    r"|i made it|i'?d have said|would have said|i(?:'m| am) getting) (?:that )?"
    r"(?:it|that|this|mine|hers|his|they|we|i|the (?:next )?(?:one|jab|shot|date)|for|on)?\b",
    re.I,
)
_HOW = re.compile(
    r"\b(?:how|why|where) (?:did|do|does|have|has|is|are|was|come)(?: (?!i\b|we\b)\w+){0,4} (?:get|got|come"
    r"|came|work|worked|reach"
    r"|calculate|arrive|count|counted|pick)\b"
    r"|\bhow come (?:it|that)(?:'?s)?\b|\bwhy (?:is|isn'?t) (?:it|that|the)(?: \w+){0,3}\b(?:on |the |\d)",
    re.I,
)
_RIGHT = re.compile(
    r"\b(?:is|are|isn'?t|was) (?:the|that|this|it|my|those)\b[^.;!?]{0,30}\b(?:right|correct|wrong|a mistake|sure)\b"
    r"|\b(?:are )?(?:you|u) (?:\w+ )?(?:sure|certain) (?:about|of|on|it)\b"
    r"|\b(?:that|it|this|the \w+ (?:one|date)) (?:does not|doesn'?t|can'?t|cannot)"
    r" (?:look|seem|sound|be) right\b",
    re.I,
)
_SENTENCE = re.compile(r"(?:[^.;!?\n]|[.](?=\d))+[.;!?\n]*")
# In these a clinic, a card or a paper tells the day: it is theirs.
_TOLD = re.compile(
    r"\b(?:clinic|surgery|nurse|doctor|gp|card|letter|text|booked|told|said|appointment|had it|gave|given|last)\b", re.I
)


def doubts_day(said: Said, state: State, today: date) -> bool:
    """Whether a message doubts a day of the plan, or asks how it was counted, and tells of no other one for certain."""
    if not state.ready(today) or state.about not in (None, CONFIRM) or _TOLD.search(said.text):
        return False
    thought, how, right = (pattern.search(said.text) for pattern in (_THOUGHT, _HOW, _RIGHT))
    dated = any(is_date_word(word.text) for word in said.words)
    if not (how or right or (thought and dated)):
        return False
    if right and not dated and not thought:
        # "Is that right?" alone is asked of all kinds of things.
        return False
    light = FILLERS | PREAMBLE | MENDING | ASKED_DAYS | WORDS["question"] | DOUBTED_BESIDE
    return not [word for word in said.left([], light) if not is_date_word(word)]


class DoubtedDay(ClinicAnswers):
    """Says how a day of the plan was counted."""

    def doubted(self, value: str) -> list[str]:
        """The dose that is doubted with the one before it and the gap between them; a yes where the other day that is
        thought of is the same."""
        if self.overdue:
            return self.late()
        parts = [part[0] for part in _SENTENCE.finditer(value)]
        asked = " ".join(part for part in parts if not _THOUGHT.search(part) or asks(Said.of(part)))
        meant = day_meant(asked, self.state, self.today) if asked else None
        coming = self.coming(1)
        dose = next(
            (d for d in self.since(meant) if meant is not None and d.earliest <= meant <= d.latest), None
        ) if meant is not None and meant >= self.today else None  # fmt: skip
        dose = dose or next(iter(coming), None)
        if dose is None:
            return [self.words("kept_none")]
        match = _THOUGHT.search(value)
        thought = days_asked(value[match.start() :], self.state, self.today).days if match else ()
        same = any(dose.earliest <= day <= dose.latest for day in thought)
        first = [self.words("right")] if same else []
        before = self._before(dose.earliest)
        phase = self.state.phases[dose.phase_index]
        gap = (phase.period, {"d": "day", "wk": "week", "mo": "month", "a": "year"}[phase.unit])
        if before is not None and dose.earliest == dose.latest and later(before, gap) == dose.earliest:
            line = self.words("so_long_after", span=plural(*gap), day=full_date(before), date=full_date(dose.earliest))
        else:
            line = self.dose_line("day_of_plan", dose)
        return [*first, line, *self.at_weekend(dose), *([] if same else [self.words("doubt_ask")])]

    def _before(self, day: date) -> date | None:
        """The dose before a day: one of the plan, or the one that it is counted from."""
        earlier = [d.latest for d in self.coming(40) if d.latest < day]
        return earlier[-1] if earlier else self.anchor.date if self.anchor.date < day else None
