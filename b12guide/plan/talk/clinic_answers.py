"""What only the clinic can do, what is kept, and what was had: facts of the plan, and whom to ask."""

from __future__ import annotations

from datetime import date

from ..dates.log import gaps
from ..model import full_date
from ..wording import listed
from .asked_days import days_asked, dose_on
from .coming_day import coming_day
from .day_answers import DayAnswers
from .lateness import Lateness
from .view import every

MOST_GAPS = 4


class ClinicAnswers(DayAnswers, Lateness):
    """Says what to ask of the clinic, and what the log holds."""

    def _if_late(self, value: str) -> list[str]:
        return self.if_late(value)

    def _saved(self, value: str) -> list[str]:
        """Whether the plan, or the day that is named, is kept."""
        if not self.state.confirmed:
            return [self.words("saved_no")]
        if self.overdue:
            return [self.words("saved_yes"), *self.late()[:1]]
        coming = self.coming(1)
        asked = coming_day(value, today=self.today, shown=coming[0].earliest).days if coming else ()
        if asked and not any(coming[0].earliest <= day <= coming[0].latest for day in asked):
            return [self.words("saved_other", day=full_date(asked[0])), *self.upcoming("next")]
        return [self.words("saved_yes"), *self.upcoming("next")]

    def _still_there(self, value: str) -> list[str]:
        return [self.words("still_there"), *([] if self.overdue else self.upcoming("next"))]

    def _only_mine(self, value: str) -> list[str]:
        return [self.words("only_mine"), *([] if self.overdue else self.upcoming("next"))]

    def _will_ring(self, value: str) -> list[str]:
        return [self.words("will_ring")]

    def _no_date_kept(self, value: str) -> list[str]:
        """No date was set by the clinic: the plan's own stands, and is to be booked."""
        self.state.answered()
        return [*self._next(), *([] if self.overdue or self.state.home else [self.words("no_date_kept")])]

    def _move(self, value: str) -> list[str]:
        day = date.fromisoformat(value.removeprefix("/")) if value else None
        named = dose_on(self.since(day), day) if day is not None and day >= self.today and not self.overdue else None
        dose = named or self._focus()
        return [*([self.dose_line("move", dose)] if dose else []), self.words("move_ask")]

    def _early(self, value: str) -> list[str]:
        return self.late() if self.overdue else self._move("")

    def _leaves_out(self, value: str) -> list[str]:
        """Neither left out nor doubled without the clinic; what the plan has about the day that is named."""
        if self.overdue:
            return [*self.late(), self.words("after_late")]
        days = [day for day in days_asked(value, self.state, self.today).days if day >= self.today]
        lines = self.on_days(days[:1]) if days else self.upcoming("next")
        return [self.words("leaves_out"), *lines]

    def _two_at_once(self, value: str) -> list[str]:
        return [self.words("no_two"), *(self.late()[:1] if self.overdue else self.upcoming("next"))]

    def _may_go(self, value: str) -> list[str]:
        """A late one is for the clinic to place; one that is not due yet is not had before its day."""
        if self.overdue:
            return [self.words("may_go_late"), *self.late_signs()]
        return [*self.upcoming("next"), self.words("move_ask")]

    def _may_ring(self, value: str) -> list[str]:
        coming = self.coming(1)
        now = self.overdue or bool(coming and coming[0].earliest <= self.today)
        return [self.words("may_ring_now" if now else "may_ring"), *self._next()]

    def _whom(self, value: str) -> list[str]:
        return [self.words("whom")]

    def _say(self, value: str) -> list[str]:
        if self.overdue:
            return self.say_late()
        anchor = self.anchor
        every_so = every(self.state.phases[self.current])
        name = "say_next" if anchor.kind == "last" else "say_plan"
        return [self.words(name, words=every_so, date=full_date(anchor.date)), self.words("say_also")]

    def _log(self, value: str) -> list[str]:
        """Every dose told of with how sure, how late one is, and how the gaps compare with the plan: facts alone."""
        given = self.state.given
        if not given:
            return [self.words("log_none")]
        return [self.logged(given), *self._drift(), *self.late()]

    def _drift(self) -> list[str]:
        """ "The last gaps were 12, 13 and 14 weeks; your plan says 12", of a plan in weeks that is past its loading."""
        phase = self.state.phases[-1]
        between = gaps((g for g in self.state.given if not g.loading), MOST_GAPS)
        if phase.unit != "wk" or phase.frequency != 1 or phase.bounded or len(between) < 2:
            return []
        weeks = [f"{round(gap.days / 7, 1):g}" for gap in between]
        plan = f"{phase.period} to {phase.period_max}" if phase.period_max else str(phase.period)
        return [self.words("gaps", count=len(weeks), weeks=listed(weeks), plan=plan)]
