"""Does what a message tells of single doses of a known plan: one that was skipped, one off its day, the one before the
last; and how long the plan goes on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from ..model import Anchor, full_date
from .acting_doses import ActingDoses
from .changed_plan import first_after
from .ends_after import take_end
from .extra_dose import INSTEAD, ON_TOP
from .missed_dose import LAST
from .moved_dose import move_dose
from .off_month_day import count_from_had, two_days
from .one_off import as_before_booking
from .outcome import Outcome
from .part_over import booked_behind, end_part, last_of_part, planned_last
from .part_starts import with_start
from .state import EXTRA, State


class ActingMore(ActingDoses):
    """Facts of doses, each against the state as it is by then."""

    def _last_of_log(self, anchor: Anchor, days: list[date]) -> bool:
        """Count a course from the latest dose of the log that was given; False where the log has none before it."""
        state, place = self.state, anchor.phase or 0
        if not state.phases[place].bounded or anchor.ends_phase:
            return False
        rest = [dose.day for dose in state.given if dose.sure and dose.day < anchor.date and dose.day not in days]
        if not rest:
            return False
        # Those that were missed are none of so many that were had.
        done = sum(1 for dose in state.given if dose.sure and dose.day in rest and dose.loading is not False)
        state.count_from(replace(anchor, phase=place, date=max(rest), done=done, month_day=None))
        return True

    def _skipped(self, value: str) -> Outcome | None:
        """Doses of a course that were not given, by their days: none of them counts as given."""
        state = self.state
        state.answered()
        step = self._step("", "skipped")
        anchor, days = state.anchor, [date.fromisoformat(day) for day in value.split("/")]
        if anchor is None or anchor.kind == "first" or not state.ready(self.who.today):
            return step.advance()
        if anchor.date in days and not self._last_of_log(anchor, days):
            return self._missed(LAST)
        given = {dose.day for dose in state.given}
        state.skipped = tuple(sorted({*state.skipped, *(day for day in days if day in given)}))
        state.given = tuple(dose for dose in state.given if dose.day not in days)
        state.confirmed = False
        return step.advance(self.words("not_all_given"))

    def _off_day(self, value: str) -> Outcome | None:
        """The plan stays on its day of the month, or counts on from the day that was had."""
        state, ways = self.state, two_days(self.state)
        if ways is None or state.anchor is None:
            return None
        step = self._step("", "off_day")
        if value == "stays":
            step.intake.count_from_next(state.anchor, ways[0])
        else:
            count_from_had(state)
        state.answered()
        return step.advance()

    def _of_two_days(self, value: str) -> Outcome | None:
        """The day that counts from the dose that was had, of the two that were offered."""
        ways = two_days(self.state) if self.state.about == "date" else None
        return self._off_day("moved") if ways is not None and value == full_date(ways[1]) else None

    def _note_event(self, value: str) -> None:
        """How many there are before a day is said once the plan can be counted."""
        day, _, event = value.split("/")
        self.state.before_day, self.state.event = date.fromisoformat(day), frozenset(event.split())
        until = self.state.before_day - timedelta(days=1)
        self.state.wanted = f"{self.who.today.isoformat()}/{until.isoformat()}"

    def _dose_before(self, value: str) -> Outcome | None:
        """The dose before the last one: whether the last one was early or late is said, and how clinics count on."""
        state, anchor, before = self.state, self.state.anchor, date.fromisoformat(value)
        if anchor is None or not state.ready(self.who.today) or before >= anchor.date:
            return None
        state.note(before)
        state.count_from(Anchor("last", before))
        state.answered()
        step = self._step("", "dose_before")
        return step.said(step.answers.given(anchor.date))

    def _part_starts(self, value: str) -> Outcome | None:
        """A later part begins on a day of its own, and the parts after it count on from its last dose."""
        state = self.state
        place, day = value.split("/")
        state.phases = with_start(state.phases, int(place), date.fromisoformat(day))
        state.confirmed = False
        state.answered()
        return self._step("", "part_starts").advance()

    def _extra_day(self, value: str) -> Outcome | None:
        """The day of an injection too many: it is in the log, and whether it took the place of a planned one is
        asked."""
        state, day = self.state, date.fromisoformat(value)
        state.extra, state.extra_day = True, day
        state.note(day)
        names = ("button_extra_instead", "button_extra_on_top", "button_extra_unknown")
        ways = tuple(self.words(name) for name in names)
        return self._step("", "extra").ask(self.words("ask_extra", date=full_date(day)), EXTRA, ways)

    def _extra_way(self, way: str) -> Outcome | None:
        """It took the place of the planned one, or the plan stays as it is; the clinic says what stands."""
        state, day = self.state, self.state.extra_day
        state.extra = False
        state.answered()
        if day is None or not state.ready(self.who.today):
            return None
        step = self._step("", "extra")
        if way == INSTEAD and (given := step.given(day)) is not None:
            return given
        lines, buttons = step.answers.asked("next")
        first = self.words("extra_on_top" if way == ON_TOP else "extra_unknown", date=full_date(day))
        return step.said(([first, *lines], buttons))

    def _one_off(self, value: str) -> Outcome | None:
        """One dose on the clinic's day in the place of its own; every other one stays on the plan's day."""
        planned, day = (date.fromisoformat(each) for each in value.split("/"))
        before, settled = self.state.as_kept(), self.state.confirmed
        self.state = as_before_booking(self.state) or self.state
        state = self.state
        move_dose(state, planned, day)
        state.before, state.confirmed = before, False
        state.answered()
        outcome = self._step("", "booked").advance(self.words("booked", date=full_date(day)))
        if settled and outcome.kind == "plan":
            after = State.from_json(outcome.state)
            after.keep(self.new_key())
            after.answered()
            self.state = after
            step = self._step("", "booked")
            lines, buttons = step.answers.asked("whole")
            return step.said(([self.words("booked", date=full_date(day)), *lines], buttons), files=True)
        return outcome

    def _changed(self, value: str) -> Outcome | None:
        """The clinic's new plan in the place of the old one, counted from the last dose that was told of."""
        told, words = value.split("/", 1)
        day = date.fromisoformat(told) if told else None
        before, home = self.state.as_kept(), self.state.home
        self.state = self.state.begin_anew()
        self.state.home = home
        if day is not None:
            self.state.note(day)
        outcome = self._step(words, "regimen").answer()
        if outcome is None:
            return None
        state = State.from_json(outcome.state)
        state.before, self.state = before, state
        if day is None or state.anchor is not None or state.open:
            return replace(outcome, state=state.to_json())
        step = self._step("", "changed")
        if len(state.phases) == 1 and not state.phases[0].bounded:
            state.settle("anchor")
            state.answered()
            state.count_from(Anchor("last", day))
            return step.advance()
        first = first_after(day, state.phases[0], self.who.today)
        if first is None:
            return step.ask(self.words("ask_start"), "anchor")
        state.settle("anchor")
        state.answered()
        state.given_on = day
        state.count_from(Anchor("first", first))
        state.notes = [*state.notes, self.words("changed_from", date=full_date(day))]
        return step.advance()

    def _part_over(self, value: str) -> Outcome | None:
        """A part is over: the next one counts on from its last dose, whose day is asked where it is not known."""
        state, today = self.state, self.who.today
        where, told = value.split("/")
        place, settled, before = int(where), state.confirmed, state.as_kept()
        planned = planned_last(state, place, today)
        day = date.fromisoformat(told) if told else last_of_part(state, place, planned)
        step = self._step("", "part_over")
        state.answered()
        if day is None:
            state.over = place
            return step.advance()
        if not state.phases[place].bounded:
            # What comes after the only part is asked.
            state.note(day)
            state.phases, state.confirmed = (), False
            state.count_from(Anchor("last", day))
            return step.advance()
        end_part(state, place, day)
        state.before = before
        booked = booked_behind(self.text, self.who)
        coming = step.answers.coming(1) if state.ready(today) else ()
        if booked is not None and coming and not coming[0].earliest <= booked <= coming[0].latest:
            return self._booked(booked.isoformat())
        if settled and day == planned and coming:
            state.keep(self.new_key())
            lines, buttons = step.answers.asked("whole")
            return step.said((lines, buttons), files=True)
        return step.advance()

    def _part_now(self, value: str) -> Outcome | None:
        """The part that goes on by now."""
        self.state.part_now = int(value)
        return self._step("", "part_now").advance()

    def _to_go(self, value: str) -> Outcome | None:
        """How many are left, of a plan that had no end."""
        state = self.state
        state.before, state.to_go, state.confirmed = state.as_kept(), int(value), False
        state.answered()
        return self._step("", "to_go").advance()

    def _ends_after(self, value: str) -> Outcome | None:
        """How long the plan goes on."""
        state = self.state
        take_end(state, value)
        state.confirmed = False
        state.answered()
        return self._step("", "ends_after").advance()
