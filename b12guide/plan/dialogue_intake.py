"""What a message brings to the plan: a regimen, a date, an answer to what was asked, or a correction."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from .dialogue_state import CHANGE, CONFIRM, NEXT_DATE, State
from .lexer import lex
from .model import Anchor, DateReading, Phase, Reading, full_date
from .planner import compute
from .reader import read, read_date
from .schedule import dose_count
from .wording import phase_words

_DAY_ALONE = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)\b(?!\s*(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))", re.I)
_LAST_LOADING = re.compile(r"\b(?:last|final) (?:of (?:the|my) )?(?:loading|starter|initial)\b|\bfinished (?:the |my )?loading\b", re.I)
_KINDS = {"loading": re.compile(r"\b(?:loading|starter|initial|first part)\b", re.I), "maintenance": re.compile(r"\bmaintenance\b", re.I)}
_YES = re.compile(r"^\W*(?:yes|yep|yeah|y|correct|right|that's right)\b", re.I)


class Intake:
    """Takes one message into a `State`; nothing is asked or said here."""

    def __init__(self, state: State, text: str, today: date, country: str | None) -> None:
        self.state, self.text, self.today, self.country = state, text, today, country
        self.reading: Reading = read(text, today=today, country=country)

    @property
    def states_regimen(self) -> bool:
        """Whether the message says how often, clearly or not."""
        return self.reading.status != "not_a_plan"

    def take(self, *, open_flow: bool) -> bool:
        """Take what the message brings; False if that is nothing.

        `open_flow` is False for a message that was understood as a question about a topic: of such a one only a plain
        answer to what was asked is taken, so that a question in between stays a question.
        """
        state = self.state
        if state.about == "interval" and len(state.options) == 1 and _YES.search(self.text):
            self.text = state.options[0]
            self.reading = read(self.text, today=self.today, country=self.country)
        if self.states_regimen and (open_flow or self.reading.only):
            self._take_regimen()
            return True
        if state.about == "phase" and self._take_phase():
            return True
        if state.about == "count" and self._take_count():
            return True
        if state.phases and _LAST_LOADING.search(self.text) and state.anchor is not None:
            self._end_loading(state.anchor)
            return True
        if open_flow or state.about in ("anchor", "date", NEXT_DATE):
            return self._take_date(read_date(self.text, today=self.today, country=self.country), open_flow=open_flow)
        return False

    def given_date(self) -> date:
        """The day that "I had it ..." names; today where it names none."""
        return read_date(self.text, today=self.today, country=self.country).date or self.today

    def _take_regimen(self) -> None:
        state, reading = self.state, self.reading
        result = compute(reading, today=self.today)
        asked_date = [q for q in result.questions if q.about in ("date", "anchor") and q.options]
        others = [q for q in reading.questions if q not in asked_date and q.about != "date"]
        left = [q for q in state.open if q.about in ("date", "anchor")] if state.about == "interval" else []
        if self._corrects_last_phase(reading.phases):
            last = replace(reading.phases[0], kind=state.phases[-1].kind)
            state.phases = (*state.phases[:-1], last)
        else:
            state.phases = reading.phases
        state.notes = list(reading.assumptions)
        state.open = [*others, *asked_date, *left]
        state.dose_mcg = reading.dose_mcg or state.dose_mcg
        state.route, state.product = reading.route or state.route, reading.product or state.product
        if result.anchor is not None:
            self._set_anchor(result.anchor)
        elif asked_date:
            state.anchor = None
        elif state.anchor is not None and len(state.phases) > 1 and state.anchor.kind == "last":
            # Another plan: which part the last injection belonged to has to be asked anew.
            state.anchor = Anchor("last", state.anchor.date)

    def _corrects_last_phase(self, phases: tuple[Phase, ...]) -> bool:
        """ "It is every 12 weeks" against a plan of several parts corrects the part that goes on."""
        correcting = self.state.confirmed or self.state.about in (CONFIRM, CHANGE)
        return correcting and len(self.state.phases) > 1 and len(phases) == 1 and not phases[0].bounded

    def _take_date(self, found: DateReading, *, open_flow: bool) -> bool:
        state = self.state
        if found.question is not None:
            state.open = [found.question, *(q for q in state.open if q.about not in ("date", "anchor"))]
            return True
        if found.date is None or not (open_flow or found.only):
            return False
        state.open = [q for q in state.open if q.about not in ("date", "anchor")]
        if state.about == NEXT_DATE and state.anchor is not None:
            self._count_from(found.date)
            return True
        day_alone = _DAY_ALONE.search(self.text)
        if state.anchor is not None and state.about not in ("date", "anchor"):
            day = found.date
            if day_alone:
                day = _same_month(state.anchor.date, int(day_alone[1])) or day
            state.notes = [note for note in state.notes if full_date(state.anchor.date) not in note]
            state.anchor = replace(state.anchor, date=day)
            return True
        if state.about == "date" and state.anchor is not None and state.phases:
            # Asked for the next date because the known one does not fit the days of the plan.
            self._count_from(found.date)
            return True
        self._set_anchor(Anchor("first" if found.role == "first" else "last", found.date))
        return True

    def _set_anchor(self, anchor: Anchor) -> None:
        """An injection that is still to come is the first of the dates to be counted."""
        if anchor.kind == "last" and anchor.date > self.today:
            anchor = Anchor("first", anchor.date)
        self.state.anchor = anchor

    def _count_from(self, day: date) -> None:
        anchor = self.state.anchor
        if anchor is not None and anchor.kind == "last" and anchor.phase:
            self.state.phases = self.state.phases[anchor.phase :]
        self.state.anchor = Anchor("first", day)

    def _take_phase(self) -> bool:
        state = self.state
        if state.anchor is None:
            return False
        if _LAST_LOADING.search(self.text):
            self._end_loading(state.anchor)
            return True
        said = self.text.strip().lower()
        chosen = next((i for i, words in enumerate(state.options) if words.lower() == said), None)
        if chosen is None:
            named = [i for i, p in enumerate(state.phases) if p.kind in _KINDS and _KINDS[p.kind].search(said)]
            chosen = named[0] if len(named) == 1 else None
        if chosen is None and self.states_regimen and len(self.reading.phases) == 1:
            words = phase_words(self.reading.phases[0])
            chosen = next((i for i, p in enumerate(state.phases) if phase_words(p) == words), None)
        if chosen is None:
            return False
        state.anchor = replace(state.anchor, phase=chosen)
        return True

    def _take_count(self) -> bool:
        state, canon = self.state, lex(self.text).canon
        number = re.search(r"(?<![\d.])(\d{1,3})(?![\d.])", canon)
        anchor = state.anchor
        if anchor is not None and anchor.kind == "last" and anchor.done is None:
            phase = state.phases[anchor.phase or 0]
            total = dose_count(phase)
            if phase.bounded:
                if number is None or not 0 < int(number[1]) <= (total or 100):
                    return False
                state.anchor = replace(anchor, done=int(number[1]))
                return True
        for place, phase in enumerate(state.phases[:-1]):
            if not phase.bounded:
                said = self.text if re.search(r"[a-z]", self.text, re.I) else f"{self.text} injections"
                said = said if re.match(r"\W*for\b", said, re.I) else f"for {said}"
                again = read(f"{phase_words(replace(phase, until=None))} {said}", today=self.today)
                if len(again.phases) == 1 and again.phases[0].bounded and not again.questions:
                    ended = replace(again.phases[0], kind=phase.kind)
                    state.phases = (*state.phases[:place], ended, *state.phases[place + 1 :])
                    state.open = [q for q in state.open if q.about != "count"]
                    return True
                return False
        return False

    def _end_loading(self, anchor: Anchor) -> None:
        """ "That was the last loading one": the next part counts on from it."""
        loading = [i for i, phase in enumerate(self.state.phases[:-1]) if phase.kind == "loading"]
        if loading:
            self.state.anchor = Anchor("last", anchor.date, loading[-1], None, True)


def _same_month(day: date, number: int) -> date | None:
    try:
        return day.replace(day=number)
    except ValueError:
        return None


