"""One step of the dialogue: a message against the plan as it stands, with what it was understood as."""

from __future__ import annotations

import re

from ..model import Anchor
from .days import days_away
from .outcome import Outcome
from .readback import unnamed_days
from .state import AWAY, CHANGE, CLINIC_DATE, CONFIRM, DAYS, PLANNED
from .step_past import AFFIRM, DENY, PastStep

# Requests that ask something of a plan that is known; the rest bring something new to it.
ASKING = frozenset({"next", "after_next", "whole", "due", "left", "phase_start", "last"})
# Who goes to school or to work is at home for a dose.
_GOES_DAILY = re.compile(r"\bgo(?:es|ing)? (?:back )?to (?:school|college|uni|nursery|work)\b(?! in\b)", re.I)


class Step(PastStep):
    """One message, or a part of it, against a plan that is not on hold."""

    def answer(self) -> Outcome | None:
        """The first of these that the message fits."""
        steps = (self._button, self._past, self._yes, self._no, self._away, self._given, self._calendar, self._asked)
        for step in steps:
            outcome = step()
            if outcome is not None:
                return outcome
        outcome = self._off_plan() if self.request is not None else None
        if outcome is not None:
            return outcome
        if self.intake.take(open_flow=self.request is not None):
            return self.advance()
        if self.request is None:
            return None
        if self.state.asked is not None and self.request not in ASKING:
            return self._again(self.state.asked)
        return self.advance()

    def resumed(self) -> Outcome:
        """The clinic has agreed to go on after a reaction."""
        if not self.state.ready(self.who.today):
            text = self.words("resumed_no_dates")
            return Outcome(self.state.to_json(), (text,), kind="ask", plan=self.answers.plan_json())
        if self.state.kept is None:
            # Told beside the reaction, it was never read back.
            return self.advance(self.words("resumed"))
        lines, buttons = self.answers.asked("next")
        # While it was on hold none was noted, also one that was had that day.
        had = [self.words("resumed_had")] if self.answers.overdue else []
        return self.said(([self.words("resumed"), *had, *lines], buttons))

    def _button(self) -> Outcome | None:
        said = self.text.strip().lower()
        several = unnamed_days(self.state.phases) is not None
        for name, about, shown in (("button_change", CHANGE, True), ("button_days", DAYS, several)):
            if said == self.words(name).lower() and shown and self.state.phases:
                question = self.words(f"ask_{about}")
                return self.ask(question, about)
        if self.state.about == PLANNED and said == self.words("button_planned").lower():
            self.request = AFFIRM
        if (self.state.about == PLANNED and said == self.words("button_not_planned").lower()) or (
            self.state.about == CLINIC_DATE and said == self.words("button_no_date").lower()
        ):
            self.request = DENY
        return None

    def _yes(self) -> Outcome | None:
        if self.request != AFFIRM:
            return None
        state = self.state
        if state.about == CONFIRM and state.ready(self.who.today):
            state.keep(self.new_key())
            state.answered()
            lines, buttons = self.answers.confirmed()
            promised, state.promised = state.promised, None
            if promised is not None:
                name = "files_late" if self.answers.overdue else "print" if promised == "print" else "calendar"
                lines = [*lines[:1], self.words(name)] if self.answers.overdue else [*lines, self.words(name)]
            return self.said((lines, buttons), files=True)
        if state.about == PLANNED and state.anchor is not None:
            # Of a plan of several parts, or of so many doses, a date to come does not tell where it stands.
            known = len(state.phases) == 1 and not state.phases[0].bounded
            state.anchor = Anchor("first", state.anchor.date) if known else None
            return self.advance()
        if state.about == CLINIC_DATE:
            question = self.words("ask_clinic_date")
            return self.ask(question, CLINIC_DATE)
        return None

    def _no(self) -> Outcome | None:
        if self.request != DENY or self.intake.states_regimen:
            return None
        state = self.state
        if state.about == CONFIRM and not self.intake.has_date:
            question = self.words("ask_change")
            return self.ask(question, CHANGE)
        if state.about == PLANNED:
            state.anchor = None
            return self.advance()
        if state.about == "interval" and len(state.options) == 1:
            state.phases, state.open = (), []
            return self.advance()
        if state.about == CLINIC_DATE and not self.intake.has_date:
            return self.counts_from_given()
        return None

    def _away(self) -> Outcome | None:
        if self.request != "away" and self.state.about != AWAY:
            return None
        if not self.state.ready(self.who.today):
            return None
        if _GOES_DAILY.search(self.text):
            return None
        span = days_away(self.text, today=self.who.today, country=self.who.country)
        if span is None and self.request not in ("away", "date"):
            return None
        if self.state.about == AWAY:
            self.state.answered()
        lines = self.answers.away(span)
        if span is None:
            return self.ask(lines[0], AWAY)
        return self.said((lines, [self.words("button_whole")]))

    def _calendar(self) -> Outcome | None:
        if self.request != "calendar" or self.state.kept is None or not self.state.ready(self.who.today):
            return None
        if self.answers.overdue:
            return self.said(([self.words("files_late")], self.answers.late_buttons()))
        return self.said(([self.words("calendar")], [self.words("button_whole")]), files=True)

    def _asked(self) -> Outcome | None:
        if self.request not in ASKING | {"calendar"} or not self.state.ready(self.who.today):
            return None
        if self.intake.states_another or self.intake.names_next:
            return None
        if self.request == "calendar":
            return self.advance()
        if self.request == "last":
            return self.said(self.answers.wish("last"))
        return self.said(self.answers.asked(self.request or ""))
