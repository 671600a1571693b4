"""The plan read back: every part with its dates, what was taken for granted, and which days are at a weekend."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import islice

from ..dates.schedule import whole_count
from ..model import Dose, Phase, full_date
from ..reading.reader import day_note, part_before, unit_note
from ..takeaway.overview import overview, sentence, two_dates
from ..wording import phase_words, what_words
from .skipped import not_in_place, skipped_so_far
from .templates import dates
from .view import View

Said = tuple[list[str], list[str]]
SHOWN, MOST_LISTED = 3, 10


class ReadBack(View):
    """Says a whole plan."""

    def lines(self) -> list[str]:
        """The plan in words with its dates; lateness first where a dose was due."""
        shown: list[Dose] = []
        phases = self.state.phases
        whole = len(phases) > 1 or phases[0].bounded or phases[0].until is not None
        lines = self._parts(shown) if whole else self._one(shown)
        if not self.overdue:
            lines += self.long_ago()
        for phase in phases[self.current :]:
            lines += [] if _days_listed(phase) else day_note(phase)
            lines += unit_note(phase)
        lines += [note for note in self.state.notes if full_date(self.anchor.date) not in note]
        return list(dict.fromkeys([*lines, *self.skips()])) + self.weekend(shown)

    def skips(self) -> list[str]:
        """Which doses of a course were not given, and who says what becomes of them."""
        days = skipped_so_far(self.state)
        return [self.words("skipped" if len(days) == 1 else "skipped_many", dates=dates(days))] if days else []

    def _one(self, shown: list[Dose]) -> list[str]:
        state, anchor = self.state, self.anchor
        what = what_words(state.dose_mcg, state.product, state.route)
        words = self._words(0)
        if self.overdue:
            route_alone = state.dose_mcg is None and state.product is None
            first = [self.words("what_route" if route_alone else "what", what=what)] if what else []
            return [*first, *self.late(whole=True)]
        lines = [self.words("one_part", words=words)]
        if anchor.kind == "last":
            lines = [self.words("one_part_last", words=words, date=full_date(anchor.date))]
        elif anchor.date < self.today:
            lines = [self.words("one_part_first", words=words, date=full_date(anchor.date))]
        coming = self.coming(SHOWN)
        shown += coming
        return [*lines, *self._first(coming), *self._after(coming)]

    def _first(self, coming: Sequence[Dose]) -> list[str]:
        """The next dose; of one that is due today, whom to call."""
        if coming and self.is_today(coming[0]):
            return [self.words("next_is_today", date=full_date(self.today)), *self.call_today()]
        return [self.dose_line("next_is", dose) for dose in coming[:1]]

    def _after(self, coming: Sequence[Dose]) -> list[str]:
        return [self.words("after_that", dates=self.days(coming[1:]))] if coming[1:] else []

    def _parts(self, shown: list[Dose]) -> list[str]:
        lines, phases, anchor = [self.words("read_back")], self.state.phases, self.anchor
        late = self.late(whole=True)
        if anchor.kind == "last":
            ended = self.words("part_ended") if anchor.ends_phase else self.words("part_last")
            if anchor.ends_phase and self.current < len(phases) and phases[self.current].kind == "loading":
                ended = self.words("part_over", words=sentence(phase_words(phases[self.current - 1])))
            lines.append(f"{ended} {full_date(anchor.date)}.")
        for index in range(self.current, len(phases)):
            lines.append(self._part(index, shown, late=bool(late)))
            if phases[index].until is not None:
                rest = range(index + 1, len(phases))
                lines += [self.words("then_part_unknown", words=phase_words(phases[i])) for i in rest]
                break
        coming = self.coming(1)
        return lines + (late or (self._first(coming) if coming and self.is_today(coming[0]) else []))

    def _part(self, index: int, shown: list[Dose], *, late: bool) -> str:
        """One part: its doses that are not given yet, all of them where they are few."""
        phase, anchor = self.state.phases[index], self.anchor
        mine = list(islice(self.doses_of(self.run(index)), MOST_LISTED + 1))
        start = self.words("then_part" if index > self.current else "part", words=self._words(index))
        if index > self.current and phase.starts is not None:
            start += self.words("part_from", date=full_date(date.fromisoformat(phase.starts)))
        elif index > 0 and self.state.phases[index - 1].until is None:
            start += self.words("counted_from", part=part_before(self.state.phases, index))
        given = (anchor.done or 0) if index == self.current and anchor.kind == "last" and not anchor.ends_phase else 0
        behind, given = given, given - not_in_place(self.state) if given else 0
        behind, given = behind + phase.behind, given + phase.behind
        total = whole_count(phase)
        if late or not mine:
            # Dates after a late dose depend on when it is given.
            return f"{start}.{self.words('part_given', total=total, given=given)}." if total and given else f"{start}."
        if phase.until is not None:
            shown += mine[:2]
            return f"{start}.{self.words('part_open', dates=self.days(mine[:2]))}"
        if not phase.bounded:
            shown += mine[:2]
            return f"{start}: {self.words('and_so_on', dates=self.days(mine[:2]))}."
        few = len(mine) <= MOST_LISTED
        shown += mine if few else mine[:2]
        days = self.days(mine) if few else self._long(index, mine)
        count = total or (len(mine) + behind if few else None)
        if count is None or (phase.count is not None and not given):
            return f"{start}: {days}."
        name = "part_to_come" if given else "part_one" if count == 1 else "part_count"
        return f"{start}.{self.words(name, total=count, given=given)}: {days}."

    def _long(self, index: int, mine: list[Dose]) -> str:
        """The first doses of a long part, and its last one."""
        run = self.run(index)
        last = self.doses_of(run, (run.count or 1) - 1) if run else iter(mine)
        return self.words("and_so_on_to", dates=self.days(mine[:2]), last=self.days(list(islice(last, 1))))

    def part_words(self) -> list[str]:
        """The parts from the one that the plan is at, as they are read back."""
        return [sentence(self._words(index)) for index in range(self.current, len(self.state.phases))]

    def _words(self, index: int) -> str:
        """A part with its name and, where it stands first, with what is given."""
        phase, state = self.state.phases[index], self.state
        words = phase_words(phase)
        what = what_words(state.dose_mcg, state.product, state.route)
        if what and index == self.current:
            words = self.words("amount", what=what, words=words)
        if phase.kind == "loading":
            words = self.words("loading", words=words)
        return words if index > self.current else sentence(words)

    def two_dates(self) -> list[str]:
        """The end of the present part and the start of the one that goes on, for a plan of several parts."""
        state, anchor = self.state, self.anchor
        parts = overview(state.phases, anchor, today=self.today, count=1)
        found = [] if self.overdue else two_dates(state.phases, anchor, parts, self.today)
        if not found:
            return []
        return [self.words("two_dates"), *(self.words("dated", label=a, date=b) for a, b in found)]

    def buttons(self) -> list[str]:
        """What the person may want to say to a plan read back, the other reading of months and of days included."""
        phases = self.state.phases
        last = phases[-1]
        said = [self.words("button_yes")]
        loose = not last.days_of_month and last.week_of_month is None and last.period_max is None
        if last.unit == "mo" and last.frequency == 1 and last.period <= SHOWN and loose and not last.bounded:
            said.append(self.words("button_weeks", count=4 * last.period))
        if unnamed_days(phases) is not None:
            said.append(self.words("button_days"))
        said.append(self.words("button_change"))
        return said + self.late_buttons()


def unnamed_days(phases: tuple[Phase, ...]) -> int | None:
    """The first part with several doses a week on days that nobody named."""
    several = (i for i, p in enumerate(phases) if p.frequency > 1 and p.unit == "wk" and not p.days_of_week)
    return next(several, None)


def _days_listed(phase: Phase) -> bool:
    """Whether the read-back lists every dose by its day, so that no sentence about days is needed."""
    total = whole_count(phase)
    return phase.until is not None or (total is not None and total <= MOST_LISTED)
