"""A person's plan on a given day: its doses, and the lines about one of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import Any

from dateutil.relativedelta import relativedelta

from ..dates.log import Given
from ..dates.planner import next_doses
from ..dates.schedule import Run, doses_of, doses_since, runs
from ..model import Anchor, Dose, Phase, PlanResult, Question, Status, full_date
from ..reading.reader import phase_notes
from ..wording import listed, phase_words, say_dose
from .state import State
from .templates import Wording, dates

# A plan for life has no end; what lies beyond so many doses from a day on is not looked for.
SCAN = 1000
MOST_LOG_SHOWN = 20


def is_overdue(state: State, today: date) -> bool:
    """Whether a dose was due before today, of a plan whose dates can be counted."""
    coming = next_doses(state.phases, state.anchor, today=today, count=1) if state.anchor is not None else ()
    return any(dose.latest < today for dose in coming)


class View:
    """The plan of a `State` whose dates can be counted, as it looks `today`."""

    def __init__(self, state: State, today: date, wording: Wording, country: str | None = None) -> None:
        self.state, self.today, self.words, self.country = state, today, wording, country

    @property
    def anchor(self) -> Anchor:
        """The date that the plan is counted from.

        Raises:
            ValueError: it is not known yet (`State.ready`).
        """
        if self.state.anchor is None:
            raise ValueError("no date of this plan is known yet")
        return self.state.anchor

    @property
    def current(self) -> int:
        """The phase that the next dose after the anchor may belong to."""
        anchor = self.anchor
        return 0 if anchor.kind == "first" else (anchor.phase or 0) + anchor.ends_phase

    def logged(self, given: Sequence[Given]) -> str:
        """The line of doses that were told of, the oldest first, with which of them are not sure."""
        shown = sorted(given, key=lambda dose: dose.day)[-MOST_LOG_SHOWN:]
        named = [self.words("log_sure" if g.sure else "log_unsure", date=full_date(g.day)) for g in shown]
        return self.words("log", doses=listed(named))

    def coming(self, count: int) -> tuple[Dose, ...]:
        """The next `count` doses, those that are late first."""
        return next_doses(self.state.phases, self.anchor, today=self.today, count=count)

    def since(self, day: date) -> Iterator[Dose]:
        """The doses that are not over before a day, without end for a plan for life."""
        _, coming = doses_since(self.state.phases, self.anchor, day, today=self.today)
        return (dose for dose in islice(coming, SCAN) if dose.latest >= day)

    def run(self, index: int) -> Run | None:
        """The doses of a phase from the anchor on; None where they cannot be known, or lie before it."""
        return next((run for run in runs(self.state.phases, self.anchor) if run.index == index), None)

    def doses_of(self, run: Run | None, first: int = 0) -> Iterator[Dose]:
        """The doses of a phase from a place on."""
        late = self.today if self.anchor.kind == "last" else None
        return doses_of(run, first, today=late) if run is not None else iter(())

    def plan_json(self, question: Question | None = None) -> dict[str, Any] | None:
        """The object of `b12guide plan`; None while there is neither a plan nor a question about one."""
        state = self.state
        if not state.phases and question is None:
            return None
        notes = tuple(dict.fromkeys([*phase_notes(state.phases), *state.notes]))
        status: Status = "ask" if question or not state.ready(self.today) else "assumed" if notes else "ok"
        following = () if status == "ask" else self._safe(self.coming(4))
        result = PlanResult(
            status, state.phases, state.dose_mcg, state.route, state.product, state.anchor, following, notes,
            (question,) if question else (),
        )  # fmt: skip
        return result.to_json()

    def _safe(self, some: tuple[Dose, ...]) -> tuple[Dose, ...]:
        """No dates after one that is overdue by more than the interval (regimens.md, section 7)."""
        return some[:1] if self.long_overdue else some

    @property
    def overdue(self) -> bool:
        """Whether a dose was due before today."""
        return is_overdue(self.state, self.today)

    @property
    def long_overdue(self) -> bool:
        """Whether the dose after the overdue one was due before today, too."""
        coming = self.coming(2)
        return len(coming) == 2 and coming[1].latest < self.today

    def late(self, *, whole: bool = False) -> list[str]:
        """The lines about a dose that was due before today; none if there is none. What was said today already is said
        in short, but for how it was counted where the `whole` plan is wanted."""
        if not self.overdue:
            return []
        dose = self.coming(1)[0]
        span = self._span((self.today - dose.latest).days)
        counted = self.dose_line(
            "overdue", dose, words=every(self.state.phases[dose.phase_index]), start=full_date(self.anchor.date),
            today=full_date(self.today), late=span,
        )  # fmt: skip
        if self.late_was_said:
            first = counted if whole else self.dose_line("overdue_again", dose, late=span)
            return [first, self.words("overdue_short")]
        lines = [counted, self.words("overdue_what")]
        if self.long_overdue:
            lines.append(self.words("long_overdue"))
        return [*lines, *self.long_ago(), self.words("overdue_signs")]

    @property
    def late_was_said(self) -> bool:
        """Whether all that is to be done about the late dose was said today: from tomorrow on it is said anew."""
        state, coming = self.state, self.coming(1)
        return bool(coming) and (state.late_due, state.late_said) == (coming[0].latest, self.today)

    def late_signs(self) -> list[str]:
        """What to look out for while a dose is late, without when it was due."""
        return [*self.long_ago(), *self.late()[-1:]]

    def late_buttons(self) -> list[str]:
        """What to ask about a dose that was due before today; none if there is none."""
        return [self.words("button_late_effect"), self.words("button_say")] if self.overdue else []

    def long_ago(self) -> list[str]:
        """The line about a last dose of more than a year ago (regimens.md, section 3g)."""
        anchor = self.anchor
        old = anchor.kind == "last" and anchor.date < self.today - relativedelta(years=1)
        return [self.words("year_ago")] if old else []

    def _span(self, days: int) -> str:
        if days < 14:
            return self.words("day") if days == 1 else self.words("days", count=days)
        weeks, over = divmod(days, 7)
        said = self.words("weeks", count=weeks)
        return self.words("weeks_and_days", weeks=said, over=self._span(over)) if over else said

    def upcoming(self, name: str) -> list[str]:
        """The next dose in the words of the template `name`, or that there is none."""
        coming = self.coming(1)
        if coming and self.is_today(coming[0]) and name in ("next", "kept"):
            return [self.words("today", date=full_date(self.today)), *self.at_weekend(coming[0]), *self.call_today()]
        return [self.dose_line(name, coming[0]), *self.at_weekend(coming[0])] if coming else [self.words("kept_none")]

    def is_today(self, dose: Dose) -> bool:
        """Whether a dose is due today and on no other day."""
        return dose.earliest == dose.latest == self.today

    def call_today(self) -> list[str]:
        """The line to call about a dose of today; none of one that the clinic booked, or that is had at home."""
        return [] if self.state.home or self.state.booked == self.today else [self.words("today_call")]

    def dose_line(self, name: str, dose: Dose, **values: object) -> str:
        """A dose in the words of the template `name`, which has a variant for windows."""
        return self.words(name if dose.earliest == dose.latest else f"{name}_window", date=say_dose(dose), **values)

    def at_weekend(self, dose: Dose) -> list[str]:
        """The line that the dose just named falls on a weekend."""
        return [self.words("weekend_that")] if "weekend" in dose.flags and not self.state.never_closed else []

    def weekend(self, some: Sequence[Dose]) -> list[str]:
        """The line about those doses to come that fall on a weekend."""
        days = [d.earliest for d in some if "weekend" in d.flags and d.latest >= self.today]
        name = "weekend" if len(days) == 1 else "weekends"
        return [self.words(name, date=dates(days))] if days and not self.state.never_closed else []

    def days(self, some: Sequence[Dose]) -> str:
        """Doses as a list of days, or of windows."""
        if all(d.earliest == d.latest for d in some):
            return dates([d.earliest for d in some])
        return listed([say_dose(d) for d in some])


def every(phase: Phase) -> str:
    """How often the doses of a phase are, without its end: "every 12 weeks"."""
    return phase_words(replace(phase, count=None, duration=None, duration_unit=None, until=None))
