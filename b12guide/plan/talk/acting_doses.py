"""Does what a message tells of doses: given, booked by the clinic, counted from another day, or the last of a part."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

from ..dates.schedule import after_interval, missing
from ..model import Anchor, Dose, full_date
from .booked_out import take_out
from .clinic_day import compared, doubts_day
from .days import later
from .excluded_days import take_excluded
from .in_own_words import drop_asked
from .missed_dose import LAST
from .moved_dose import AHEAD, can_move, move_dose, moved_by_place, named_doses
from .on_the_end import with_one_at_end
from .one_off import as_before_booking
from .outcome import Outcome, Who
from .past import CALLED_OFF, missed_some, take_booked, waits_for_booked
from .set_alone import single_day
from .state import CHANGE, CLINIC_DATE, DAYS, LAST_GIVEN, State
from .step import Step
from .sure_day import names_no_source
from .templates import Wording, dates
from .view import every
from .wishes import Wishes

_DAYS = {"d": 1, "wk": 7}
# "And then carry on Monday? or should that shift too?"
_ASKS_OF_REST = re.compile(
    r"\b(?:stays?|shift|continue|carry on|go on|move|change|also|too|as well|rest|others|after it"
    r"|then)\b[^.!\n]{0,80}\?",
    re.I,
)
# So near to the day that was booked one that was had is the booked one.
_OF_BOOKED = timedelta(days=3)


# So many of a course are due at least before a day that is hardly set for the next one.
_FAR = 3


class ActingDoses:
    """Facts of doses, each against the state as it is by then."""

    def __init__(self, state: State, text: str, who: Who, wording: Wording, new_key: Callable[[], str]) -> None:
        self.state, self.text, self.who, self.words, self.new_key = state, text, who, wording, new_key

    def _step(self, text: str, request: str | None) -> Step:
        return Step(self.state, text, request, self.who, self.words, self.new_key)

    def _given(self, value: str) -> Outcome | None:
        """A dose given, and where it was told, how long it is until the next one."""
        day, gap, _ = value.split("/")
        step, had = self._step(self.text, "given"), date.fromisoformat(day)
        booked = waits_for_booked(self.state, self.who.today)
        if booked is not None and abs(had - booked) <= _OF_BOOKED:
            # Whoever tells of a dose about the day that was booked has had that one.
            take_booked(self.state, had)
            self.state.answered()
            outcome: Outcome | None = step.past_told()
        else:
            outcome = step.given(had)
        if outcome is None or not gap:
            return outcome
        self.state = State.from_json(outcome.state)
        count, unit = gap.split()
        return self._booked(later(date.fromisoformat(day), (int(count), unit.removesuffix("s"))).isoformat())

    def _missed(self, which: str) -> Outcome | None:
        """One that was not given: where it is the one that the plan is counted from, which was the last is asked."""
        state, step = self.state, self._step(self.text, "missed")
        if state.anchor is None or not state.ready(self.who.today):
            return None
        month = None if which == LAST else date.fromisoformat(which)
        counted = state.anchor.kind == "last" and (month is None or state.anchor.date.replace(day=1) == month)
        if counted and (month is not None or not step.answers.overdue):
            state.given = tuple(dose for dose in state.given if dose.day != state.anchor.date)
            question = self.words("ask_past_last")
            return step.ask(f"{self.words('not_all_given')} {question}", LAST_GIVEN, question=question)
        answers = step.answers
        following = [answers.late()[0]] if answers.overdue else answers.upcoming("next")
        return step.said(([self.words("not_all_given"), *following], [self.words("button_whole")]))

    def _denied(self, value: str) -> Outcome | None:
        """One that was noted as given and was not: nothing is counted from it."""
        state, step, day = self.state, self._step("", "missed"), date.fromisoformat(value)
        line = self.words("denied", date=full_date(day))
        anchor, noted = state.anchor, any(dose.day == day for dose in state.given)
        if noted and anchor is not None and anchor.kind == "last" and day < anchor.date and (anchor.done or 0) > 1:
            # One fewer of the part was had; the last one stays.
            state.count_from(replace(anchor, done=(anchor.done or 0) - 1))
        state.given = tuple(dose for dose in state.given if dose.day != day)
        state.confirmed, state.taken_out = False, day
        if anchor is not None and anchor.kind == "first" and day == state.given_on:
            return self._denied_before(day, line)
        if state.anchor is None or state.anchor.kind != "last" or state.anchor.date != day:
            return led_by(step.advance(), line)
        before = max((dose.day for dose in state.given if dose.sure and dose.day < day), default=None)
        if before is None or len(state.phases) > 1:
            question = self.words("ask_past_last")
            # Nothing is counted from the one that was not.
            state.anchor = None
            return step.ask(f"{line} {question}", "anchor", question=question)
        done = state.anchor.done
        state.count_from(replace(state.anchor, date=before, done=done - 1 if done and done > 1 else None))
        return led_by(step.advance(), line)

    def _denied_before(self, day: date, line: str) -> Outcome:
        """The last one before a date that was counted from it was not had: the one before it counts again."""
        state, step = self.state, self._step("", "missed")
        before = max((dose.day for dose in state.given if dose.sure and dose.day <= self.who.today), default=None)
        if before is None or len(state.phases) > 1:
            question = self.words("ask_past_last")
            return step.ask(f"{line} {question}", LAST_GIVEN, question=question)
        first = state.phases[0]
        done = first.behind - 1 if first.behind > 1 else None
        if first.behind and first.count is not None:
            state.phases = (replace(first, count=first.count + first.behind, behind=0),)
        state.notes = [note for note in state.notes if full_date(day) not in note]
        state.given_on, state.booked, state.due_was = None, None, None
        state.count_from(Anchor("last", before, 0 if first.bounded else None, done))
        return led_by(step.advance(), line)

    def _excluded(self, value: str) -> Outcome | None:
        """Days of the week on which there are none: a part of every day or every other day leaves them out; of any
        other plan no date is moved, and it is said which are on such days."""
        state = self.state
        if state.anchor is None or not state.countable(self.who.today):
            return None
        before, confirmed = state.as_kept(), state.confirmed
        step = self._step("", "excluded")
        taken = take_excluded(state, tuple(value.split("/")))
        if taken is None:
            at_weekend = "sat" in value or "sun" in value
            lines = step.answers.closed_days("weekend") if at_weekend else [self.words("move_ask")]
            return step.said((lines, [self.words("button_whole")]))
        state.before, state.confirmed = before, confirmed and not taken
        return step.advance() if taken else step.ask(self.words("ask_days"), DAYS)

    def _count(self, way: str) -> Outcome | None:
        """The clinic counts from the day that it was given, or from the one that it was due."""
        state, step = self.state, self._step(self.text, "count_from")
        if not state.ready(self.who.today) or state.anchor is None:
            return None
        due = step.answers.from_due()
        if way == "due" and due is not None:
            return self._booked(due.earliest.isoformat())
        return step.counts_from_given()

    def _two_ways(self) -> Outcome | None:
        step = self._step(self.text, "two_ways")
        if not self.state.ready(self.who.today):
            return None
        lines = [*step.answers.two_ways(), self.words("given_ask")]
        self.state.ask(CLINIC_DATE, self.words("given_ask"))
        return step.said((lines, [self.words("button_no_date")]))

    def _called_off(self, _: str) -> Outcome | None:
        """The next one was moved or cancelled, to no day that is known: the new one is asked for. Of a day that stands
        alone nothing is left."""
        if (day := single_day(self.state)) is not None:
            self.state.booking = None
            self.state.answered()
            text = f"{self.words('booked_none', date=full_date(day))}\n{self.words('alone_none')}"
            return Outcome(self.state.to_json(), (text,), plan=self._step("", "called_off").plan_json())
        coming = Wishes(self.state, self.who.today, self.words).coming(1)
        if not coming:
            return None
        step = self._step("", "called_off")
        line = step.answers.dose_line("move", coming[0])
        return step.ask(f"{line}\n{self.words('given_ask')}", CLINIC_DATE, question=self.words("given_ask"))

    def _part_ends(self, value: str) -> Outcome | None:
        """When the last one of a part is, as the clinic says: asked back where it is not the plan's."""
        state, step, day = self.state, self._step("", "part_ends"), date.fromisoformat(value)
        if not state.ready(self.who.today):
            # It is no date of the next one, whatever is asked.
            return step.advance()
        remaining = step.answers.remaining()
        if remaining and remaining[-1].earliest <= day <= remaining[-1].latest:
            if state.about == CLINIC_DATE:
                # The end that the clinic set says how it counts on.
                state.due_was = None
                state.answered()
            return step.said(([self.words("part_ends", date=full_date(day))], [self.words("button_whole")]))
        if remaining and self._ends_on(day, len(remaining), remaining[0]):
            return self._step("", "part_ends").advance(self.words("part_ends", date=full_date(day)))
        question = self.words("ask_part_end", date=full_date(day))
        return step.ask(question, CHANGE)

    def _ends_on(self, day: date, left: int, following: Dose) -> bool:
        """Whether those that are left, one after the other without a gap, can end on the day that the clinic said:
        they are counted so that they do. The number of them stays as it is."""
        state, today = self.state, self.who.today
        phase = state.phases[following.phase_index]
        if state.anchor is None or phase.frequency > 1 or phase.period_max is not None or phase.unit not in _DAYS:
            return False
        first = day - timedelta(days=(left - 1) * phase.period * _DAYS[phase.unit])
        gap = timedelta(days=phase.period * _DAYS[phase.unit])
        if first < today or first <= state.anchor.date or not first - gap <= max(today, following.latest):
            return False
        before = state.as_kept()
        self._step("", "part_ends").intake.count_from_next(state.anchor, first)
        state.before, state.booked, state.confirmed = before, None, False
        state.answered()
        return True

    def _booked(self, value: str, *, sure: bool = False) -> Outcome | None:
        """The clinic's own date for the next dose: it wins, and both ways to count on from it are said. `sure`: it
        takes the place of a day that the message names."""
        days = [date.fromisoformat(each) for each in value.split("/")]
        state, today, day = self.state, self.who.today, days[0]
        if len(days) == 1 and day >= today and self._takes_the_place(day):
            state.count_from(Anchor("first", day))
            state.booked, state.booking = day, None
            return self._step("", "booked").advance(self.words("booked", date=full_date(day)))
        if not state.ready(today) or state.anchor is None:
            return self._booked_early(day)
        if len(days) > 1:
            ways = tuple(full_date(each) for each in days)
            return self._step("", "booked").ask(
                self.words("ask_which_day", day=ways[0], date=ways[1]), CLINIC_DATE, ways
            )
        if (later := self._one_later(day)) is not None:
            return later
        if (own := self._own_later(day)) is not None:
            return own
        if state.had_since(day):
            return self._step("", "booked").ask(self.words("given_ask"), CLINIC_DATE)
        if (asked := self._far_ahead(day)) is not None:
            return asked
        if missing(state.phases, replace(state.anchor, date=day)) is not None:
            return self._off_days(day)
        planned = Wishes(state, today, self.words).coming(2)
        if not planned:
            # The course is over: how often they are after it is not known, and it does not begin anew.
            return self._step("", "booked").said(([self.words("kept_none")], []))
        if planned and not sure and self._is_guess(day, planned[0]):
            return self._step("", "booked").misfit(day, planned[0])
        if state.phases[planned[0].phase_index].days and can_move(planned[0], day, planned):
            # The others of the course have days of their own.
            return self._moved(planned[0].earliest, day, self.words("booked", date=full_date(day)))
        if (kept := self._beside_moved(planned[0], day)) is not None:
            return kept
        settled, before = state.confirmed, state.as_kept()
        # Of a day that was booked already, that of the plan is the one that was due.
        due = Wishes(as_before_booking(state) or state, today, self.words).coming(2)
        far = len(planned) == 2 and day >= planned[1].earliest
        # Said where it is doubted: "they texted the 14th, that does not add up".
        apart = compared(as_before_booking(state) or state, day, today, self.words, self.who.country)
        apart = apart if doubts_day(self.text) else []
        step = self._step("", "booked")
        step.intake.count_from_next(state.anchor, day)
        state.before, state.told = before, 1
        state.answered()
        if not settled or far:
            return step.advance("\n".join([self.words("booked", date=full_date(day)), *apart]))
        state.keep(self.new_key())
        lines = [self.words("booked", date=full_date(day)), *apart]
        following = step.answers.coming(2)
        if len(following) == 2:
            lines.append(step.answers.dose_line("after_next", following[1]))
            if len(due) == 2 and due[1].earliest > day and due[1] != following[1]:
                lines += [self.words("two_ways"), step.answers.dose_line("given_from_due", due[1])]
        return step.said((lines, [self.words("button_whole")]), files=True)

    def _beside_moved(self, planned: Dose, day: date) -> Outcome | None:
        """The day of the next one where later ones are moved, too; None where none is."""
        return None

    def _one_later(self, day: date) -> Outcome | None:
        """A day that was set in the place of a later one than the next: the next stays, and that one alone is moved."""
        step = self._step("", "booked")
        coming = step.answers.coming(AHEAD)
        found = named_doses(self.text, day, coming, self.state, self.who.today)
        found = found or moved_by_place(self.text, day, coming, self.state, self.who.today)
        late = coming[0].earliest if coming and coming[0].latest < self.who.today else None
        if late is not None and re.search(rf"\b{late.day}(?:st|nd|rd|th)?\b", self.text):
            # "Missed it on the 19th, they can do Friday": the one that is late, and none of a later month.
            return None
        if not found or coming[0] in found or not can_move(found[0], day, coming):
            return None
        if len(found) > 1:
            return self._which_one([dose.earliest for dose in found], day)
        return self._later_moved(found[0], day, coming[0])

    def _far_ahead(self, day: date) -> Outcome | None:
        """A day of a course before which several others are due: it is hardly that of the next one, so it is asked in
        place of which one it is."""
        coming = self._step("", "booked").answers.coming(AHEAD)
        phases = self.state.phases
        if len(coming) <= _FAR or coming[_FAR].latest >= day or not phases[coming[0].phase_index].bounded:
            return None
        around = sorted(sorted(coming, key=lambda dose: abs(dose.earliest - day))[:2], key=lambda dose: dose.earliest)
        return self._which_one([dose.earliest for dose in around], day)

    def _which_one(self, days: Sequence[date], day: date, *, alone: bool = False) -> Outcome:
        """It is asked in place of which one a day is. `alone`: what follows on it stays on the days of the plan."""
        self.state.moving, self.state.moving_alone = day, alone
        question = self.words("ask_moved", day=full_date(day), dates=dates(list(days)))
        return self._step("", "booked").ask(question, CHANGE, tuple(full_date(one) for one in days))

    def _own_later(self, day: date) -> Outcome | None:
        """A day of a course, or of a plan for several days, that it has anyway behind the next one: none is left out
        for it."""
        step = self._step("", "booked")
        coming = step.answers.coming(AHEAD)
        if len(coming) < 2 or coming[0].latest < self.who.today:
            return None
        phase = self.state.phases[coming[0].phase_index]
        own = any(dose.earliest == dose.latest == day for dose in coming[1:])
        if not own or not (phase.bounded or phase.frequency > 1):
            return None
        self.state.answered()
        return step.said(([*step.answers.on_days([day]), *step.answers.upcoming("next")], [self.words("button_whole")]))

    def _moved_dose(self, value: str) -> Outcome | None:
        """A dose of the plan and the day on which it is now: of the next one, that it is booked."""
        planned, day = (date.fromisoformat(each) for each in value.split("/"))
        coming = self._step("", "booked").answers.coming(AHEAD)
        if self.state.anchor is not None and (planned, day) in self.state.anchor.moved:
            # It stands like that already.
            line = self._line_of_moved(planned, day, coming[0])
            return self._step("", "booked").said(([line], [self.words("button_whole")]))
        found = next((dose for dose in coming if dose.earliest == planned), None)
        if found is None or found is coming[0]:
            return self._booked(day.isoformat())
        if not can_move(found, day, coming):
            # A later dose that goes behind others is none of the next one.
            behind = with_one_at_end(self.state, planned, day)
            return self._put_at_end(planned, behind) if behind else self._step("", "booked").misfit(day, found)
        return self._later_moved(found, day, coming[0])

    def _put_at_end(self, planned: date, behind: tuple[State, date]) -> Outcome:
        """The plan without a day of a course, and with one more behind its last one."""
        plan, new = behind
        plan.before, plan.confirmed = self.state.as_kept(), False
        plan.answered()
        self.state = plan
        line = self.words("on_the_end", day=full_date(planned), new=full_date(new))
        return self._step("", "booked").advance(line)

    def _moved_had(self, value: str) -> Outcome | None:
        """A dose that was had on another day than its own, which the message names."""
        planned, day = (date.fromisoformat(each) for each in value.split("/"))
        coming = self._step("", "given").answers.coming(AHEAD)
        found = next((dose for dose in coming if dose.earliest == planned), None)
        if found is not None and can_move(found, day, coming):
            move_dose(self.state, planned, day)
        return self._given(f"{day.isoformat()}//")

    def _later_moved(self, planned: Dose, day: date, following: Dose) -> Outcome:
        if planned.earliest == day:
            # The plan's own day, said once more.
            return self._step("", "booked").said(([self.words("day_of_plan", date=full_date(day))], []))
        line = self._line_of_moved(planned.earliest, day, following)
        if _ASKS_OF_REST.search(self.text):
            # Whether those after it stay is for the clinic to say.
            line = f"{line}\n{self.words('booked_ask_rest')}"
        return self._moved(planned.earliest, day, line, behind=True)

    def lines_behind(self, day: date) -> list[str]:
        """What follows on a dose that was moved to a day. Of a part without an end and without days of its own the one
        after it stays, and how it would be counted from that day is said; a part behind one whose last dose was moved
        counts from there."""
        answers = self._step("", "booked").answers
        doses = [dose for dose in islice(answers.since(day), 2) if dose.earliest == dose.latest]
        if len(doses) < 2 or doses[0].earliest != day:
            return []
        phase, after = self.state.phases[doses[0].phase_index], doses[1]
        if after.phase_index != doses[0].phase_index:
            words = every(self.state.phases[after.phase_index])
            return [self.words("booked_part", words=words, date=full_date(after.earliest), day=full_date(day))]
        own_days = phase.days_of_week or phase.days_of_month or phase.week_of_month is not None
        other = after_interval(phase, day)
        if phase.bounded or phase.frequency > 1 or phase.period_max is not None or own_days or after.earliest == other:
            return []
        stays, counted = full_date(after.earliest), full_date(other)
        return [self.words("booked_stays", date=stays, day=full_date(day), other=counted)]

    def _line_of_moved(self, planned: date, day: date, following: Dose) -> str:
        answers = self._step("", "booked").answers
        if following.earliest == day:
            return self.words("booked", date=full_date(day))
        return answers.dose_line("booked_later", following, planned=full_date(planned), day=full_date(day))

    def _moved(self, planned: date, day: date, line: str, *, behind: bool = False) -> Outcome:
        """One dose is had on the clinic's day. The plan stays as it is, and needs no other yes. `behind`: what follows
        on it is said."""
        state = self.state
        settled, before = state.confirmed, state.as_kept()
        move_dose(state, planned, day)
        state.before = before
        state.answered()
        if settled:
            state.keep(self.new_key())
        lines = [line, *(self.lines_behind(day) if behind else [])]
        return self._step("", "booked").said((lines, [self.words("button_whole")]), files=settled)

    def _unbooked(self, value: str) -> Outcome:
        """What was noted as booked is out: the next one is counted from the log again."""
        state, settled = self.state, self.state.confirmed
        before = state.as_kept()
        out = [date.fromisoformat(day) for day in value.split("/")]
        take_out(state, out)
        state.before, state.taken_out = before, out[0]
        step = self._step("", "unbooked")
        if not state.ready(self.who.today):
            state.confirmed = False
            return step.advance(self.words("booked_out"))
        state.answered()
        if settled:
            state.keep(self.new_key())
        stands = step.answers.late() if step.answers.overdue else step.answers.upcoming("next")
        lines, buttons = [self.words("booked_out"), *stands], [self.words("button_whole")]
        return step.said((lines, buttons), files=settled)

    def _is_guess(self, day: date, planned: Dose) -> bool:
        """Whether a day was only said, by nobody at the clinic, and the plan has another one that is still to come."""
        if planned.latest < self.who.today or planned.earliest <= day <= planned.latest:
            return False
        chosen = self.state.about == CLINIC_DATE
        return names_no_source(self.text) and not (chosen and full_date(day) in self.state.options)

    def _takes_the_place(self, day: date) -> bool:
        """Whether a day was set in the place of a booked one that has passed and was not had."""
        state = self.state
        if waits_for_booked(state, self.who.today) is None:
            return False
        denied = state.about == CLINIC_DATE or CALLED_OFF.search(self.text) is not None or missed_some(self.text)
        return denied and missing(state.phases, Anchor("first", day)) is None

    def _off_days(self, day: date) -> Outcome:
        """A date of the clinic on a day that a plan of fixed days does not have: it counts for that one, and the plan
        stays as it is."""
        step = self._step("", "booked")
        coming = step.answers.coming(AHEAD)
        moved = bool(coming) and can_move(coming[0], day, coming)
        behind = coming[1:] if moved else step.answers.since(day)
        after = next((dose for dose in behind if dose.earliest > day), None)
        rest = [step.answers.dose_line("after_day", after, day=full_date(day))] if after is not None else []
        rest = [*rest, self.words("booked_ask_rest")]
        if moved:
            return self._moved(coming[0].earliest, day, "\n".join([self.words("booked", date=full_date(day)), *rest]))
        phase = self.state.phases[step.answers.current]
        first = self.words("booked_off_days", date=full_date(day), words=every(phase))
        return step.said(([first, *rest], [self.words("button_whole")]))

    def _booked_early(self, day: date) -> Outcome:
        """A date that the clinic set, told before the plan can be counted: it is kept until then, or begins it."""
        state, step = self.state, self._step("", "booked")
        line = self.words("booked", date=full_date(day))
        # Whether the one before was given or not, this one is the next.
        drop_asked(state)
        alone = len(state.phases) == 1 and not state.phases[0].bounded and not state.open
        if state.anchor is None and alone:
            state.count_from(Anchor("first", day))
            state.booked = day
            return step.advance(line)
        state.booking = day
        return step.advance(line) if single_day(state) == day else led_by(step.advance(), line)


def led_by(outcome: Outcome, line: str) -> Outcome:
    """The outcome with a line before it."""
    return replace(outcome, bubbles=(f"{line}\n{outcome.bubbles[0]}", *outcome.bubbles[1:]))
