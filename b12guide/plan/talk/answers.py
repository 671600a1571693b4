"""Answers about a plan whose dates are known: the next one, what is due or left, what an injection given changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import takewhile

from ..dates.schedule import kept_day, missing, whole_count
from ..model import Anchor, Dose, full_date
from ..takeaway.overview import sentence
from ..wording import listed, phase_words, say_dose
from .part_named import part_named
from .readback import MOST_LISTED, ReadBack, Said
from .state import AWAY, CLINIC_DATE

# Doses further than this from a day are not the one that was given on it.
_NEAR = timedelta(days=200)
_SATURDAY = 5


class Answers(ReadBack):
    """Says things about the plan of a `State`."""

    def asked(self, request: str) -> Said:
        """Answer "when is my next one?" and its like."""
        answer = {
            "after_next": self._after_next,
            "whole": self.lines,
            "due": self._due,
            "left": self._left,
            "phase_start": self._phase_start,
        }.get(request, self._next)
        lines = answer()
        self.state.told = self.state.told + 1 if request == "after_next" else 1
        late = self.late_buttons() or [self.words("button_after")]
        return lines, late if request == "whole" else [*late, self.words("button_whole")]

    def confirmed(self) -> Said:
        """After the "yes": the next date, and the two dates for the calendar where the plan has parts."""
        lines = [self.words("kept_late"), self.words("overdue_what")] if self.overdue else self.upcoming("kept")
        self.state.told = 1
        if len(self.state.phases) > 1:
            lines += self.two_dates()
        return lines, [*(self.late_buttons() or [self.words("button_late")]), self.words("button_whole")]

    def say_late(self) -> list[str]:
        """What to tell the clinic about a dose that was due before today; nothing if there is none."""
        late = "say_late_declined" if self.state.declined else "say_late"
        return [self.dose_line(late, self.coming(1)[0]), self.words("say_also")] if self.overdue else []

    def _next(self) -> list[str]:
        late = self.late()
        if late:
            return late
        return self.upcoming("next")

    def _after_next(self) -> list[str]:
        if self.overdue:
            return [*self.late(), self.words("after_late")]
        place = max(self.state.told, 1)
        coming = self.coming(place + 1)
        if len(coming) <= place:
            return [self.words("nothing_after")]
        return [self.dose_line("after_next", coming[place]), *self.at_weekend(coming[place])]

    def _due(self) -> list[str]:
        coming = self.coming(1)
        if self.overdue or not coming:
            return self._next()
        dose = coming[0]
        sunday = self.today + timedelta(days=6 - self.today.weekday())
        if self.today.weekday() >= _SATURDAY and sunday < dose.earliest <= sunday + timedelta(days=7):
            # At a weekend "this week coming" is the next one: so many days are no matter of words.
            days = (dose.earliest - self.today).days
            return [self.dose_line("days_until", dose, span=self.words("days", count=days)), *self.at_weekend(dose)]
        name = "due_no" if dose.earliest > sunday else "due_yes"
        return [self.dose_line(name, dose), *self.at_weekend(dose)]

    def _left(self) -> list[str]:
        phases = self.state.phases
        index = next((i for i, p in enumerate(phases) if p.kind == "loading"), 0)
        if len(phases) == 1 and not phases[0].bounded:
            return [self.words("only_part", words=phase_words(phases[0]))]
        if not phases[index].bounded:
            return [self.words("left_open")]
        anchor = self.anchor
        mine = self.run(index)
        doses = (mine.count or 0) if mine else 0
        behind = 0 if anchor.kind == "first" else anchor.done or 0
        total = whole_count(phases[index]) or doses + behind
        past = mine.before(self.today) if mine and anchor.kind == "first" else 0
        following = next(self.doses_of(mine, past), None)
        if following is None:
            return [self.words("left_none", total=total)]
        name = "left_one" if doses - past == 1 else "left"
        if self.overdue:
            # A day that has passed is not the next one: whether it was had is asked.
            name = "left_first_one_undated" if doses - past == 1 else "left_first_undated"
            line = self.words(name, count=doses - past, total=total)
            return [line, *self._left_behind(index, doses - past), *self.late(), self.words("left_had")]
        line = self.words(name, count=doses - past, total=total, date=say_dose(following))
        return [line, *self._left_behind(index, doses - past), *self.late()]

    def _left_behind(self, index: int, left: int) -> list[str]:
        """How many follow in parts with an end, and how many that makes before the one without."""
        behind = [(phase, whole_count(phase)) for phase in self.state.phases[index + 1 :] if phase.bounded]
        counted = [(phase, count) for phase, count in behind if count]
        if not counted:
            return []
        more = sum(count for _, count in counted)
        words = listed([phase_words(phase) for phase, _ in counted])
        return [self.words("left_behind", count=more, words=words, total=left + more)]

    def _phase_start(self, named: str = "") -> list[str]:
        """When the part begins that is `named`, by how often its injections are; the last one where none is."""
        phases = self.state.phases
        last = part_named(named, phases)
        if len(phases) == 1:
            return [self.words("only_part", words=phase_words(phases[0])), *self._next()]
        words = sentence(phase_words(phases[last]))
        if self.anchor.kind == "last" and self.current == last and not self.anchor.ends_phase:
            return [self.words("begun", words=words), *self._next()]
        start = next(self.doses_of(self.run(last)), None)
        if start is None:
            return [self.words("starts_unknown")]
        if self.overdue:
            return [*self.late(), self.words("after_late")]
        return [self.dose_line("starts" if start.latest >= self.today else "started", start, words=words)]

    # Away -----------------------------------------------------------------------------------------------------------

    def away(self, span: tuple[date, date] | None) -> list[str]:
        """Which doses fall on the days from `span[0]` to `span[1]`; asks for the days where they are not known."""
        if span is None:
            self.state.ask(AWAY, self.words("away_when"))
            return [self.words("away_when")]
        start, end = span
        inside = list(takewhile(lambda d: d.earliest <= end, self.since(start)))
        named = {"start": full_date(start), "end": full_date(end)}
        late = [*self.late(), self.words("after_late")] if self.overdue else []
        if late:
            return late
        if not inside:
            return [self.words("away_none", **named)]
        fall = listed([say_dose(d) for d in inside[:MOST_LISTED]])
        return [self.words("away", **named), self.words("away_dates", dates=fall), self.words("away_ask")]

    # An injection given ---------------------------------------------------------------------------------------------

    def given(self, day: date, *, sure: bool = True) -> Said:
        """Note an injection. Where it was early or late, both ways of counting are shown: clinics differ
        (regimens.md, section 7)."""
        before = self.anchor
        if day > self.today:
            return [self.words("given_future", date=full_date(day))], []
        if before.kind == "last" and day <= before.date:
            return [self.words("given_known", date=full_date(before.date))], []
        due = next(iter(self.coming(1)), None) if before.kind == "last" else self._nearest(day)
        if due is None:
            return [self.words("kept_none")], []
        place = self._place(due)
        early = day < due.earliest
        on_time = due.earliest <= day <= due.latest
        self.state.declined = False
        self.state.note(day, sure=sure, timing=None if on_time else "early" if early else "late")
        month_day = kept_day(self.state.phases, before, due.earliest)
        self.state.count_from(Anchor("last", day, due.phase_index, place, month_day=month_day if on_time else None))
        self.state.told, self.state.due_was = 0, None if on_time else due.earliest
        self.state.due_month_day = None if on_time else month_day
        if on_time:
            lines = [self.words("given", date=full_date(day)), *self._next()]
            return lines, [self.words("button_after"), self.words("button_whole")]
        off = "given_early" if early and due.latest >= self.today else "given_off"
        lines = [self.dose_line(off, due), self.words("given_on", date=full_date(day)), *self.two_ways()]
        if off == "given_early":
            lines.append(self.words("early_stands"))
        if not self.coming(1):
            return [*lines, self.words("kept_none")], [self.words("button_whole")]
        question = self.words("given_ask")
        self.state.ask(CLINIC_DATE, question)
        return [*lines, question], [self.words("button_no_date")]

    def given_off_days(self, day: date, *, sure: bool = True) -> bool:
        """Note an injection on none of the days that the plan has, such as a Thursday of a plan for Mondays; False,
        and nothing noted, where it is on one of them, or where the plan has no days of its own."""
        before = self.anchor
        if day > self.today or (before.kind == "last" and day <= before.date):
            return False
        due = next(iter(self.coming(1)), None) if before.kind == "last" else self._nearest(day)
        anchor = Anchor("last", day, due.phase_index, self._place(due)) if due is not None else None
        if due is None or anchor is None or missing(self.state.phases, anchor) is None:
            return False
        self.state.declined = False
        self.state.note(day, sure=sure, timing="early" if day < due.earliest else "late")
        self.state.count_from(anchor)
        return True

    def two_ways(self) -> list[str]:
        """The next dose counted from the day on which the last one was due, and from the day on which it was given."""
        counted = self.coming(1)
        if not counted:
            return []
        planned = self.from_due()
        lines = []
        if planned is not None and planned.earliest > self.anchor.date:
            lines = [self.words("two_ways"), self.dose_line("given_from_due", planned)]
        return [*lines, self.dose_line("given_from_given", counted[0])]

    def from_due(self) -> Dose | None:
        """The next dose counted from the day on which the last one was due; None where it was given on that day."""
        due, anchor = self.state.due_was, self.anchor
        if due is None or anchor.kind != "last":
            return None
        by_due = replace(self.state, anchor=replace(anchor, date=due, month_day=self.state.due_month_day))
        return next(iter(Answers(by_due, self.today, self.words).coming(1)), None)

    def _nearest(self, day: date) -> Dose | None:
        """The planned dose that was meant by one given on `day`."""
        near = takewhile(lambda d: d.earliest <= day + _NEAR, self.since(day - _NEAR))
        return min(near, key=lambda d: abs((d.earliest - day).days), default=None)

    def place_of(self, day: date) -> int | None:
        """The number in its part of the dose that one given on `day` would be."""
        due = next(iter(self.coming(1)), None) if self.anchor.kind == "last" else self._nearest(day)
        return self._place(due) if due is not None else None

    def _place(self, due: Dose) -> int:
        """How many doses of its phase are given with this one."""
        run = self.run(due.phase_index)
        return run.done + run.up_to(due.earliest) if run else 0
