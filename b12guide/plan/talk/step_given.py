"""Doses that were given: how the plan counts on from one, and where one was due on another day."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from ..dates.log import Given
from ..dates.log import noted as in_log
from ..model import Anchor, Question, full_date
from .days import corrects, given_day, tells_given
from .last_told import same_dose
from .later_part import before_it, take_before
from .message import Said
from .move_words import asks
from .next_words import NextWords
from .on_own_days import go_on_with_days
from .outcome import Outcome
from .past import is_sure, said_all
from .state import CLINIC_DATE, GIVEN
from .what_if import names_condition

# A dose that is not sure, and one so many days later, are the same one where they are due much farther apart.
_SAME = timedelta(days=7)
_ONE_MORE = re.compile(r"\b(?:another|second|extra|too|as well|also|again|one more|both|twice)\b", re.I)
# It is still to be had, was not, is of another time, or is asked about.
_NOT_TODAY = re.compile(
    r"n['’]t\b|\b(?:(?:did|do|does|was|were|is|has|have|ca|could|wo|had)nt|not|no|never|nobody|without|nothing|miss\w*"
    r"|cancel\w*|forgot\w*|yet|before|ago|yesterday|last|week"
    r"|will|going to|gonna|later|tonight|tomorrow|want|need|should|can|could|get it|have it|book\w*|if|when|due|wait\w*"
    r"|tests?|bloods?|flu|covid|was supposed|meant to)\b|['’]ll\b|\?",
    re.I,
)
# A test or another jab that was had is no injection of the plan.
_SOMETHING_ELSE = re.compile(
    r"\b(?:had|got|done|did|took|taken|have had)\b(?: (?:my|a|an|the|his|her|some|our|me|last|first|latest)){0,3} "
    r"(?:blood tests?|bloods|blood (?:taken|done|drawn)|blood|scans?|mri|x-?rays?|(?:flu|covid|tetanus|shingles|rsv)\b"
    r"|vaccin\w{0,8}|tests?|check-?ups?)\b",
    re.I,
)
_DOSE = re.compile(r"\b(?:b-?12|injections?|jabs?|jags?|shots?|needles?|doses?)\b", re.I)
_OTHER_JAB = re.compile(
    r"\b(?:flu|covid|tetanus|shingles|rsv) (?:jabs?|shots?|vaccin\w{0,8}|injections?|booster)\b", re.I
)
_NO_TROUBLE = re.compile(r"\bno (?:trouble|bother|problems?|pain|fuss|worries|issues?|bruise|side effects)\b", re.I)


def had_something_else(text: str) -> bool:
    """Whether a message tells of a test or of another jab that was had, and of no injection of the plan."""
    found = _SOMETHING_ELSE.search(text)
    return found is not None and _DOSE.search(_OTHER_JAB.sub(" ", text)) is None


class GivenStep(NextWords):
    """Takes doses that were given.

    by_number: the dose was told by its number, so that those before it were had.
    """

    by_number = False

    def _given(self) -> Outcome | None:
        state, answer = self.state, self.state.about == GIVEN
        tells = self.request in ("given", "date", "correct", "state") and tells_given(self.text)
        taken = self.request == "given" and state.about != CLINIC_DATE
        if not (answer or taken or tells) or state.kept is None:
            return None
        if self.intake.states_regimen or self.intake.ends_loading or self.intake.names_next:
            return None
        if names_condition(self.text) and state.ready(self.who.today):
            return None
        if state.ready(self.who.today) and not tells and not answer and asks(Said.of(self.text)):
            return None
        if corrects(self.text) and state.about != CLINIC_DATE:
            return None
        day = given_day(self.text, today=self.who.today, country=self.who.country)
        if answer and not isinstance(day, (date, Question)):
            return None
        if day is None and not answer and self._due_today():
            # On its day one that is told as had needs no date: "all done, no trouble at all".
            day = self.who.today if _NOT_TODAY.search(_NO_TROUBLE.sub(" ", self.text)) is None else None
        if day is None:
            question = self.words("ask_given")
            return self.ask(question, GIVEN)
        if isinstance(day, Question):
            return self.ask(day.text, GIVEN, day.options)
        if not state.countable(self.who.today) or same_dose(day, state):
            # Said again with another date, it is counted from the same plan as the first time.
            state.phases, state.anchor = state.kept.phases, state.kept.anchor
        elif answer:
            state.answered()
        return self.given(day)

    def _due_today(self) -> bool:
        """Whether the next dose is due today and on no other day."""
        due = next(iter(self.answers.coming(1)), None) if self.state.ready(self.who.today) else None
        return due is not None and due.earliest == due.latest == self.who.today

    def _unsure_before(self, day: date) -> Given | None:
        """The last dose of the log that is not sure, where one of a few days later is the same one, told for sure: a
        word to a reminder on its day, and then when it was."""
        anchor, last = self.state.anchor, max(self.state.given, key=lambda dose: dose.day, default=None)
        if anchor is None or last is None or last.sure or anchor.kind != "last" or anchor.date != last.day:
            return None
        if not timedelta(0) < day - last.day <= _SAME or day > self.who.today or not is_sure(self.text):
            return None
        due = next(iter(self.answers.coming(1)), None)
        apart = due is not None and due.earliest - last.day >= 2 * _SAME
        return last if apart and not _ONE_MORE.search(self.text) else None

    def given(self, day: date) -> Outcome | None:
        """A dose that was given: noted, and the plan counts on from it."""
        state, before = self.state, self.state.anchor
        sure = is_sure(self.text)
        if state.anchor is None and state.phases and day <= self.who.today:
            # Nothing was known before: it is the last one.
            state.settle("anchor")
            state.settle("date")
            state.anchor = Anchor("last", day)
            state.note(day, sure=sure)
            return self.advance()
        if (outcome := self._of_later_part(day, sure=sure)) is not None:
            return outcome
        if not (state.ready(self.who.today) or self._is_first(day)):
            return None
        if not state.confirmed and before is not None and before.kind == "last" and day == before.date:
            # Told once more: it stands as it is.
            state.note(day, sure=sure)
            return self.advance()
        unsure = self._unsure_before(day)
        if unsure is not None and before is not None:
            state.given = in_log([dose for dose in state.given if dose != unsure], replace(unsure, day=day, sure=sure))
            state.given_on = day if state.given_on == unsure.day else state.given_on
            state.count_from(replace(before, date=day))
            state.confirmed = False
            # Of a plan of one part, what is different is said of every change.
            several = len(state.phases) > 1
            was = self.words("log_right", right=full_date(day), wrong=full_date(unsure.day)) if several else ""
            return self.advance(was)
        place = self.answers.place_of(day)
        if place is not None and go_on_with_days(state, day, self.who.today, place, self.intake, sure=sure):
            settled = state.confirmed and state.about in (None, CLINIC_DATE)
            state.answered()
            if settled:
                state.keep(self.new_key())
            lines, buttons = self.answers.asked("next")
            return self.said(([self.words("given", date=full_date(day)), *lines], buttons), files=settled)
        if self.answers.given_off_days(day, sure=sure):
            # Which comes next has to be told.
            state.confirmed = False
            return self.advance(self.words("given_on", date=full_date(day)))
        state.answered()
        said = self.answers.given(day, sure=sure)
        noted = state.confirmed and state.about is None and state.anchor != before
        if noted:
            state.keep(self.new_key())
        return self.said(said, files=noted)

    def _of_later_part(self, day: date, *, sure: bool) -> Outcome | None:
        """A dose near a date of a later part, while nobody told of those before it: whether these were given is asked,
        and nothing is counted before that is known."""
        state = self.state
        if day > self.who.today or state.had_later is not None or self.by_number:
            return None
        before = before_it(state, day)
        if not before:
            return None
        state.note(day, sure=sure)
        state.booked = None
        if said_all(self.text) is True:
            take_before(state, before)
            return self.given(day)
        state.had_later = day
        return self.advance()

    def _is_first(self, day: date) -> bool:
        """Whether a dose is the first of a plan that is counted from that one, whatever its own day was."""
        state, anchor = self.state, self.state.anchor
        if anchor is None or anchor.kind != "first" or state.booked is not None or state.over is not None:
            return False
        return state.about is None and state.countable(self.who.today) and day <= self.who.today

    def counts_from_given(self) -> Outcome:
        """The clinic gave no date of its own: the plan counts on from the day of the last one."""
        state = self.state
        state.due_was = None
        state.answered()
        if not state.confirmed:
            return self.advance(self.words("given_counts"))
        state.keep(self.new_key())
        lines, buttons = self.answers.asked("next")
        return self.said(([self.words("given_counts"), *lines], buttons), files=True)

    def _off_plan(self) -> Outcome | None:
        """How often, when one was due and when it was given instead, all at once."""
        state, dates = self.state, self.intake.reading.dates
        due, had = ([m.date for m in dates if m.role == role] for role in ("next", "last"))
        before = sorted(dict.fromkeys(had))
        if len(before) == 2 and len(due) == 1 and before[0] < min(due[0], before[1]):
            # "Last was the 2nd, due the 27th, had it the 22nd": the later one took the place of the one due.
            return self._off_plan_after(before[0], due[0], before[1])
        alone = len(due) == len(had) == 1 and due != had
        if not alone or self.intake.reading.questions or not self.intake.take(open_flow=True):
            return None
        planned = self.answers.coming(1) if state.ready(self.who.today) else ()
        if planned and abs(planned[0].earliest - due[0]) < abs(had[0] - due[0]):
            # What was booked or due is the one after the last one, which did not take its place.
            return self.advance()
        if state.open or state.booked is not None or len(state.phases) != 1 or state.phases[0].bounded:
            return self.advance()
        state.count_from(Anchor("first", due[0]))
        state.given = ()
        state.answered()
        return self.said(self.answers.given(had[0], sure=is_sure(self.text)))

    def _off_plan_after(self, last: date, due: date, had: date) -> Outcome | None:
        """How often, the last but one, when the next was due, and when it was given instead."""
        state, phases = self.state, self.intake.reading.phases
        if self.intake.reading.questions or len(phases) != 1 or phases[0].bounded or had > self.who.today:
            return None
        if not self.intake.take(open_flow=True):
            return None
        state.settle("date")
        state.settle("anchor")
        if state.open or len(state.phases) != 1:
            return self.advance()
        state.count_from(Anchor("first", due))
        state.given = ()
        state.note(last)
        state.answered()
        return self.said(self.answers.given(had, sure=is_sure(self.text)))
