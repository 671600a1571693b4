"""Answers about what was: whether all doses due were given, which was the last, whether a booked one was had."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from ..dates.schedule import runs
from ..model import Anchor, full_date
from .later_part import before_later, take_before
from .lead import lead_of
from .left_first import without_left_asked
from .message import Said
from .outcome import Outcome
from .part_over import end_part
from .past import (
    CALLED_OFF,
    had_so_far,
    is_sure,
    last_given,
    missed_some,
    planned_before,
    said_all,
    take_all,
    take_booked,
    take_had,
    take_last,
    tells_todays,
    waits_for_booked,
)
from .skipped import take_all_but_skips, take_up_to
from .state import CLINIC_DATE, LAST_GIVEN, PAST
from .step_given import GivenStep
from .what_if import names_condition

# "Missed only that one": the ones whose days are known.
_ONLY_THAT = re.compile(
    r"\b(?:only|just)(?: missed)? (?:that|the|this)(?: one| 1)?\b|\bthat (?:one|was) (?:only|the only)", re.I
)
AFFIRM, DENY = "affirm", "deny"


class PastStep(GivenStep):
    """Takes answers about doses that were due."""

    def _past(self) -> Outcome | None:
        """Whether all doses due before today were given, and which was the last."""
        state = self.state
        if state.about not in (PAST, LAST_GIVEN) or names_condition(self.text):
            return None
        if state.had_later is not None:
            return self._before_later(state.had_later)
        if state.over is not None:
            day = last_given(self.text, today=self.who.today, country=self.who.country)
            if day is None:
                return None
            end_part(state, state.over, day)
            return self.advance()
        self.text = without_left_asked(self.text)
        booked = waits_for_booked(state, self.who.today)
        if booked is not None:
            return self._booked_passed(booked)
        had = had_so_far(self.text, asked=True)
        day = last_given(self.text, today=self.who.today, country=self.who.country, had=had)
        if self.intake.states_regimen and had is None:
            return None
        everything, first = self.request == AFFIRM or said_all(self.text) is True, state.anchor
        if everything and first is not None and first.kind == "first" and first.date == day:
            # The day of the first one, said once more.
            day = None
        if everything and had is None and tells_todays(self.text):
            if self._plans_today():
                take_all(state, self.who.today, self.text)
            else:
                take_last(state, self.who.today, sure=is_sure(self.text))
            return self.past_told()
        if day is not None:
            state.had = had if had is not None else state.had
            if had is None and is_sure(self.text) and take_up_to(state, day, self.who.today):
                return self.past_told()
            if had is None and state.had is None and is_sure(self.text) and self._is_todays(day):
                # Today's is had; whether those before it were is asked with their days.
                return self.given(day)
            take_last(state, day, sure=is_sure(self.text))
            return self.past_told()
        if had is not None:
            state.had = had
            take_had(state, self.who.today)
            return self.past_told()
        if state.about == LAST_GIVEN:
            return None
        if everything:
            take_all(state, self.who.today, self.text)
            return self.past_told()
        if _ONLY_THAT.search(self.text) and take_all_but_skips(state, self.who.today):
            return self.past_told()
        if self.request == DENY or said_all(self.text) is False:
            return self._not_all()
        return None

    def _plans_today(self) -> bool:
        """Whether one is planned today: of any other day, the dose that is told of is none of those that were due."""
        return self.who.today in planned_before(self.state, self.who.today + timedelta(1))

    def _is_todays(self, day: date) -> bool:
        """Whether a day is today, and that of a dose of the course that the plan begins with."""
        anchor = self.state.anchor
        if day != self.who.today or anchor is None or anchor.kind != "first" or not self.state.phases[0].bounded:
            return False
        first = next(iter(runs(self.state.phases, anchor)), None)
        past = first.up_to(day) if first is not None else 0
        return first is not None and past > 0 and first.at(past - 1)[0] == day

    def _before_later(self, later: date) -> Outcome | None:
        """Whether those before a dose of a later part were given: all of them, or not all."""
        state, before = self.state, before_later(self.state)
        if not before:
            # Each of them is known by now: had, or said not to have been.
            state.had_later = None
            state.answered()
            self.by_number = True
            return self.given(later)
        total = len(before) + (state.anchor.done or 0 if state.anchor is not None else 0)
        had, everything = had_so_far(self.text, asked=True), said_all(self.text)
        told = last_given(self.text, today=self.who.today, country=self.who.country)
        up_to = [dose for dose in before if told is not None and dose.latest <= told]
        if everything is not True and told is not None and told < later and len(up_to) < len(before):
            everything = False
        if everything is None and had is not None:
            everything = had >= total
        if everything is None and told is not None and told < later:
            everything = True
        if everything is None and self.request in (AFFIRM, DENY):
            everything = self.request == AFFIRM
        if everything is None:
            return None
        state.had_later = None
        state.answered()
        if everything:
            # Those that this message named are in the log already.
            if before:
                take_before(state, before)
            return self.given(later)
        anchor = state.anchor
        one = len(before) == 1 and anchor is not None and anchor.kind == "last" and anchor.done is not None
        if one and before[0].phase_index == (anchor.phase if anchor is not None else None):
            # The one between was not had: this is the next of the course.
            state.skipped = tuple(sorted({*state.skipped, before[0].earliest}))
            self.by_number = True
            return self.given(later)
        # Which part it was, and as which one, is the person's to say: nothing is counted before.
        state.count_from(Anchor("last", later))
        state.confirmed = False
        outcome = self.advance()
        line = self.words("not_all_given")
        return replace(outcome, bubbles=(f"{line}\n{outcome.bubbles[0]}", *outcome.bubbles[1:]))

    def _booked_passed(self, booked: date) -> Outcome | None:
        """ "Did you have it?": yes, no, or the day on which it was given instead."""
        said = self.text.strip().lower()
        day = last_given(self.text, today=self.who.today, country=self.who.country)
        lead = lead_of(Said.of(self.text))
        if day == booked and lead is not None and lead.kind == "no":
            # "No, Friday the 4th": whether it was had then is not said.
            return self.again()
        denied = self.request == DENY or missed_some(self.text) or CALLED_OFF.search(self.text) is not None
        if denied and self.state.booking is not None and self.state.booking >= self.who.today:
            self.state.count_from(Anchor("first", self.state.booking))
            self.state.booked, self.state.booking = self.state.booking, None
            return self.advance(self.words("booked", date=full_date(self.state.booked)))
        if denied or said == self.words("button_not_had_it").lower():
            last = self.state.given_on
            if last is not None:
                # It was not had: the plan counts from the last one again, which was told of.
                self.state.count_from(Anchor("last", last))
                self.state.booked = None
            question = self.words("ask_clinic_date")
            return self.ask(f"{self.words('overdue_what')} {question}", CLINIC_DATE, question=question)
        if day is not None or self.request == AFFIRM or said == self.words("button_had_it").lower():
            take_booked(self.state, day or booked)
            return self.past_told()
        return None

    def past_told(self) -> Outcome:
        """The answer of a plan that is kept goes on with its next date; any other is read back."""
        state = self.state
        if state.kept is None or not state.confirmed or not state.ready(self.who.today):
            return self.advance()
        state.keep(self.new_key())
        state.answered()
        return self.said(self.answers.asked("next"), files=True)
