"""What a date in a message does to the plan: that of a dose given, one that the clinic set, one put right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from ..dates.ends import waits_for_start
from ..dates.log import Given, noted
from ..dates.planner import next_doses
from ..dates.schedule import dose_count, kept_day, runs
from ..model import Anchor, DateReading, Question, full_date
from ..reading.dates import which_date
from ..reading.day_words import MONTH_ENDS, MONTH_STARTS, NTH_END
from .earlier_dose import names_earlier
from .received import Received
from .state import CLINIC_DATE, CONFIRM

_DAY_ALONE = re.compile(rf"\b(\d{{1,2}}){NTH_END}\b(?!\s*(?:of\s+)?(?:{MONTH_STARTS}){MONTH_ENDS})", re.I)
# "April the 30th": the month stands before it.
_MONTH_BEFORE = re.compile(rf"\b(?:{MONTH_STARTS}){MONTH_ENDS}\W{{0,3}}(?:on |the ){{0,2}}$", re.I)
# Of several dates that of the first dose was asked for (`planner`).
_ASKED_FIRST = "your first injection"
_LAST = re.compile(r"\b(?:last|latest|most recent|previous)\b", re.I)
_NO = re.compile(r"\b(?:no|nope|not|wrong|sorry|isn'?t|wasn'?t|never|mistake|instead)\b", re.I)
# A day so near ahead is that day.
_SOON = 14
# So many letters a month and what joins it to its day may take.
_MONTH_REACH = 24
_HAD = re.compile(r"\b(?:last|latest|had|got|given|gave|done|did|previous)\b", re.I)


class DateIntake(Received):
    """Takes dates into a `State`."""

    def _take_date(self, found: DateReading, *, open_flow: bool) -> bool:
        state = self.state
        if found.question is not None and (soon := self._soon(found.question)) is not None:
            found = replace(found, date=soon, question=None, role="unknown")
        if found.question is not None and _offered_already(found.question, state.open):
            return True
        if found.question is not None:
            state.settle("anchor")
            state.settle("date")
            state.open.insert(0, found.question)
            return True
        if found.date is None or not (open_flow or found.only or state.about == CLINIC_DATE):
            return False
        day = found.date
        if state.about == CLINIC_DATE and state.had_since(day):
            return False
        first_asked = any(q.about == "date" and (q.first or _ASKED_FIRST in q.text) for q in state.open)
        first_asked = first_asked or (state.about == "anchor" and waits_for_start(state.phases))
        state.settle("anchor")
        # "The 26th" of the month that was asked about is in that month.
        within = next((question.within for question in state.open if question.about == "date"), ())
        state.settle("date")
        if first_asked and state.anchor is None and found.role in ("last", "unknown") and not _LAST.search(self.text):
            found = replace(found, role="first")
        if state.anchor is not None and state.phases:
            if self._is_ahead(state.anchor, found) or names_earlier(self.text, day, state):
                return False
            if self._is_noted(state.anchor, day, found):
                return True
            self._change_date(state.anchor, day, found, asked=bool(within))
        elif found.role in ("first", "next") or (day > self.today and not _LAST.search(self.text)):
            state.anchor = Anchor("first", day)
        else:
            state.anchor = Anchor("last", day)
        return True

    def _soon(self, question: Question) -> date | None:
        """The day within days from now that a date without its year is, where no word says that a dose was had on it:
        "9 May", said on the 2nd, is not that of a year ago."""
        if len(question.options) != 2 or _HAD.search(self.text):
            return None
        ahead = (self.today + timedelta(days) for days in range(1, _SOON + 1))
        return next((day for day in ahead if full_date(day) == question.options[0]), None)

    def _is_ahead(self, anchor: Anchor, found: DateReading) -> bool:
        """Whether a date to come stands there without a word that says it is the next one, or the clinic's: against a
        plan whose dates are known, that of a dose given it cannot be."""
        ahead = found.date is not None and found.date > self.today
        known = self.state.about in (None, CONFIRM) and self.state.ready(self.today)
        return ahead and known and anchor.kind == "last" and found.role not in ("first", "next")

    def _is_noted(self, anchor: Anchor, day: date, found: DateReading) -> bool:
        """Whether a day told as had is that of the dose before the first one of the plan, which is to come: it is
        known, and is not that first one."""
        told = found.role in ("last", "unknown") and anchor.kind == "first" and day < anchor.date
        return told and day <= self.today <= anchor.date and day in (self.state.given_on, *self._noted())

    def _noted(self) -> tuple[date, ...]:
        return tuple(dose.day for dose in self.state.given if dose.sure)

    def _change_date(self, anchor: Anchor, day: date, found: DateReading, *, asked: bool) -> None:
        """A date where one is known already: the clinic's own for the next dose, or the known one put right."""
        state = self.state
        if found.role == "next" or (state.about in (CLINIC_DATE, "date") and day >= self.today):
            self.count_from_next(anchor, day)
            return
        alone = None if asked else _day_alone(self.text)
        same = _same_month(anchor.date, int(alone[1])) if alone else None
        if same is not None and (found.only or self._puts_ahead_right(anchor, same)):
            day = same
        elif same is not None and same != day and alone is not None:
            # The month that was told before, or the latest one: never another one without a word.
            days = [one for one in (same, day) if one <= self.today or one == day]
            if len(days) > 1:
                state.open.insert(0, which_date(alone[0], days))
                return
        if found.role == "first":
            state.count_from(Anchor("first", day))
        elif self._is_before_set(anchor, day):
            # The day that the clinic set for the next one stays, whenever the one before it was.
            state.given_on, state.booked = day, anchor.date
            state.given = noted(state.given, Given(day))
        elif anchor.kind == "first" and _LAST.search(self.text):
            state.count_from(Anchor("last", day, month_day=kept_day(state.phases, anchor, day)))
        else:
            state.count_from(replace(anchor, date=day, month_day=kept_day(state.phases, anchor, day)))

    def _is_before_set(self, anchor: Anchor, day: date) -> bool:
        """Whether a day that is told as the last one's is of the dose before the next one, of which the clinic's day is
        known."""
        ahead = anchor.kind == "first" and anchor.date > self.today >= day
        told = _LAST.search(self.text) is not None and _NO.search(self.text) is None
        return ahead and told and len(self.state.phases) == 1 and not self.state.phases[0].bounded

    def _puts_ahead_right(self, anchor: Anchor, day: date) -> bool:
        """Whether the date known is one to come, and the day alone another one of its month: "my mistake, the 22nd"."""
        ahead = anchor.kind == "first" and anchor.date >= self.today
        return ahead and day >= self.today and _HAD.search(self.text) is None

    def count_from_next(self, anchor: Anchor, day: date) -> None:
        """Count what is left of the plan from its next dose, which the clinic has set for `day`."""
        state = self.state
        coming = next_doses(state.phases, anchor, today=self.today, count=1) if state.countable(self.today) else ()
        if coming and coming[0].earliest == coming[0].latest == day:
            # The plan's own date: counted on from the 30th, it is not the 28th of every month from February on.
            return
        place, done = self._given_so_far(anchor)
        phases = state.phases[place:]
        total = dose_count(phases[0])
        if done and total is not None and done < total:
            left = replace(phases[0], count=total - done, duration=None, duration_unit=None)
            phases = (replace(left, behind=left.behind + done), *phases[1:])
        elif done and total is not None and len(phases) > 1:
            phases = phases[1:]
        state.phases = phases
        if anchor.kind == "last":
            state.given_on = anchor.date
        state.count_from(Anchor("first", day))
        state.booked, state.due_was = day, None

    def _given_so_far(self, anchor: Anchor) -> tuple[int, int]:
        """The phase that the next dose belongs to, and how many of its doses are given. Of a plan with a first date,
        those before today are, once they were told of."""
        if anchor.kind == "last":
            return (anchor.phase or 0) + anchor.ends_phase, 0 if anchor.ends_phase else anchor.done or 0
        if not self.state.countable(self.today):
            return 0, 0
        given, until = (0, 0), self.today
        if self.state.unsaid(self.today) is not None:
            # Of doses that nobody told of none is taken to be given.
            until = max((dose.day + timedelta(days=1) for dose in self.state.given), default=anchor.date)
        for run in runs(self.state.phases, anchor):
            past = run.before(until)
            given = (run.index, past) if past else given
            if past != run.count:
                break
        return given


def _same_month(day: date, number: int) -> date | None:
    try:
        return day.replace(day=number)
    except ValueError:
        return None


def _offered_already(question: Question, open_: Sequence[Question]) -> bool:
    """Whether the days of a question ("the 10th or the 17th") are those that were offered, with their months."""
    offered = {option.split()[1] for option in open_[0].options} if open_ and open_[0].about == "date" else set()
    return bool(offered and question.options) and {option.split()[1] for option in question.options} <= offered


def _day_alone(text: str) -> re.Match[str] | None:
    """A day of a month with no month on either side of it."""
    for found in _DAY_ALONE.finditer(text):
        if _MONTH_BEFORE.search(text[max(found.start() - _MONTH_REACH, 0) : found.start()]) is None:
            return found
    return None
