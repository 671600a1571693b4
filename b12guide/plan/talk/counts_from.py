"""What a date of the plan is counted from: "is the May one from the last weekly or the first?", "what does it count
from?". It is asked, tells of no dose and ends no part; the dose before it is named."""

from __future__ import annotations

import re
from datetime import date
from itertools import islice

from ..model import WEEKDAYS, Dose, full_date
from ..reading.day_words import MONTHS, NTH, WEEKDAY_WORDS
from ..reading.reader import read
from ..wording import plural
from .asked_days import days_asked
from .days import tells_given
from .message import SENTENCE, Said
from .move import Move, place_of
from .only_asked import asks_sentence
from .outcome import Who
from .state import CHANGE, CONFIRM, State
from .view import View

COUNTS_FROM = "counts_from"
_COUNTS = (
    r"(?:count(?:s|ed|ing)?|run(?:s|ning)?|work(?:s|ed|ing)?(?: out)?|measured|start(?:s|ed|ing)?|go(?:es|ing)?"
    r"|taken|dated|timed|reckoned)"
)
_THING = (
    r"(?:(?:it|that|this|they|those|these|mine)\b"
    rf"|(?:the|my|his|her|their|that) (?:[\w' ]{{1,24}} )?"
    rf"(?:one|ones|date|dates|jab|jabs|shot|injection|gap|part|{MONTHS})\b)"
)
_NUMBER = r"(?:\d{1,3}|an?|one|two|three|four|five|six|eight|nine|ten|eleven|twelve|thirteen)"
_UNIT = r"(?:days?|weeks?|months?|fortnights?|years?)"
_ASKED = re.compile(
    # "What's that counted from", "which one does it run from".
    rf"\b(?:what|which(?: (?:one|day|date|injection|jab|dose))?|where)(?:'?s| is| are| do| does| did| was)?"
    rf" (?:you )?(?:{_COUNTS} )?{_THING}(?: being| actually| then)? (?:{_COUNTS} )?(?:from|off)\b"
    rf"|\bfrom (?:what|which|where|when)\b[^.;!?]{{0,30}}\b{_COUNTS}\b"
    # "Is the May one counted from the Tuesday".
    rf"|\b(?:is|are|does|do|was|were|will) {_THING}(?: still| always| then| to| be| being| all){{0,3}} {_COUNTS}"
    r" (?:from|off|after)\b"
    # "Is that two months from the last weekly or the first".
    rf"|\b(?:is|are|was) {_THING}(?: still| then)? (?:(?:{_NUMBER} {_UNIT}|the gap) )?(?:from|after)"
    r" (?:the|my) (?:very )?(?:last|first|final|second|third|loading|weekly|daily)\b",
    re.I,
)
# What is supposed, or would follow from another day, is asked of another one.
_SUPPOSED = re.compile(
    r"\b(?:if|would|could|should|instead|today|tomorrow|away|home|holiday|late|due|summer|winter|spring|autumn)\b"
    rf"|\bor (?:is it|every)\b|\b(?:from|after) (?:\d{{1,2}} (?:{MONTHS})|(?:{MONTHS}) \d)",
    re.I,
)
# "What are the dates from May" counts nothing.
_COUNTED_OR_LONG = re.compile(rf"\b{_COUNTS}\b|\b{_UNIT}\b|\bgap\b", re.I)
_WHICH = re.compile(r"\bor\b", re.I)
_FROM = re.compile(
    rf"\b(?:from|off|after) (?:the |my )?(?P<day>{WEEKDAY_WORDS}|{NTH}(?: (?:of )?(?:{MONTHS}))?)\b", re.I
)
_AHEAD = 60


def counts_from(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """The question; the value is its words."""
    if not state.ready(who.today) or state.about not in (None, CONFIRM, CHANGE):
        return ()
    if _tells_more(said.text, state, who):
        return ()
    for sentence in SENTENCE.finditer(said.text.replace("’", "'")):
        found = _ASKED.search(sentence[0])
        if found is None or not _COUNTED_OR_LONG.search(found[0]) or _SUPPOSED.search(sentence[0]):
            continue
        if "?" in sentence[0] or asks_sentence(sentence[0][found.start() :]):
            return (Move("request", COUNTS_FROM, sentence[0], rest=place_of(said, len(said.words))),)
    return ()


def _tells_more(text: str, state: State, who: Who) -> bool:
    """Whether a message tells of a dose that was had and is not known."""
    if not tells_given(text):
        return False
    known = {dose.day for dose in state.given} | ({state.anchor.date} if state.anchor is not None else set())
    return not {one.date for one in read(text, today=who.today, country=who.country).dates} <= known


class CountsFrom(View):
    """Says from which dose a date is counted."""

    def counts_from(self, value: str) -> list[str]:
        """`value`: the words of the question."""
        if self.overdue:
            return [*self.late(), self.words("after_late")]
        dose = self._counted(value)
        if dose is None:
            return [self.words("kept_none")]
        before = self._day_before(dose)
        phase = self.state.phases[dose.phase_index]
        if before is None or phase.days_of_week or phase.frequency > 1 or phase.period_max is not None:
            return [self.dose_line("day_of_plan", dose)]
        span = plural(phase.period, _UNITS[phase.unit])
        line = self.words("so_long_after", span=span, day=full_date(before), date=full_date(dose.earliest))
        named = None if _WHICH.search(value) else _FROM.search(value)
        if named is None:
            return [line]
        day = named["day"].lower()
        same = (
            WEEKDAYS[before.weekday()] == day[:3] if day[0].isalpha() else before.day == int(re.sub(r"\D.*", "", day))
        )
        return [f"{self.words('plain_yes' if same else 'plain_no')} {line}"]

    def _counted(self, value: str) -> Dose | None:
        """The dose of the month or day that is named; without one, the first of the part that comes last in a plan of
        several, or the next one."""
        asked = days_asked(_FROM.sub(" ", value), self.state, self.today)
        coming = list(islice(self.since(self.today), _AHEAD))
        for dose in coming:
            if dose.earliest in asked.days or dose.earliest.replace(day=1) in asked.months:
                return dose
        later = [dose for dose in coming if dose.phase_index == len(self.state.phases) - 1]
        return next(iter(later if len(self.state.phases) > 1 else coming), None)

    def _day_before(self, dose: Dose) -> date | None:
        if dose.earliest != dose.latest:
            return None
        earlier = [one.latest for one in islice(self.since(self.today), _AHEAD) if one.latest < dose.earliest]
        if earlier:
            return earlier[-1]
        return self.anchor.date if self.anchor.date < dose.earliest else None


_UNITS = {"d": "day", "wk": "week", "mo": "month", "a": "year"}
