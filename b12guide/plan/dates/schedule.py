"""Phases to dates. Calendar months from the original day, clipped; phases count on from the last dose before them.

The calendar is dateutil's. Dates only, no times: a day is a day across every clock change.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain, count

from dateutil.relativedelta import relativedelta, weekday

from ..model import WEEKDAYS, Anchor, Dose, Phase, Question, Unit, full_date
from ..wording import interval_words, phase_words, plural
from .closed import working_day

# Days of the week, from the first dose, where none are named (product rule: 0 and 3; 0, 2 and 4).
_OFFSETS = {2: (0, 3), 3: (0, 2, 4)}
_IN_DAYS: dict[Unit, int] = {"d": 1, "wk": 7}
_IN_MONTHS: dict[Unit, int] = {"mo": 1, "a": 12}
_SHORTEST_MONTH = 28
# A day goes to a working day that is no further off.
_ROLLED = 7
Window = tuple[date, date]


def dose_count(phase: Phase) -> int | None:
    """How many doses the phase has, where that does not depend on the date; None for an open or a mixed one.

    A duration does not count the day on which it ends: weekly for 4 weeks is 4.
    """
    if phase.count is not None:
        return phase.count
    if phase.duration is None or phase.duration_unit is None or phase.period_max is not None:
        return None
    for units in (_IN_DAYS, _IN_MONTHS):
        if phase.unit in units and phase.duration_unit in units:
            length, step = phase.duration * units[phase.duration_unit], phase.period * units[phase.unit]
            if phase.frequency == 1:
                return -(-length // step)
            whole, part = divmod(length, step)
            if phase.days_of_week or phase.frequency not in _OFFSETS or phase.unit != "wk":
                return None if part else whole * phase.frequency
            return whole * phase.frequency + sum(1 for offset in _OFFSETS[phase.frequency] if offset < part)
    return None


def whole_count(phase: Phase) -> int | None:
    """The same with those that were given before the dose that the plan is counted from (``Phase.behind``)."""
    total = dose_count(phase)
    return None if total is None else total + phase.behind


def after_interval(phase: Phase, day: date) -> date:
    """The day one interval of ``phase`` after ``day``, the longer one where it is a range."""
    return _later(day, phase.period_max or phase.period, phase.unit)


def missing(phases: Sequence[Phase], anchor: Anchor) -> Question | None:
    """What has to be known before these phases can be counted from this anchor."""
    current = 0 if anchor.kind == "first" else anchor.phase
    if not phases or (current is not None and current >= len(phases)):
        return Question("interval", "How often are they?")
    if current is None:
        if len(phases) > 1:
            options = tuple(phase_words(p) for p in phases)
            return Question(
                "phase", f"Which part of the plan did the injection on {full_date(anchor.date)} belong to?", options
            )
        current = 0
    if anchor.kind == "last" and not anchor.ends_phase:
        question = _position_unknown(phases[current], anchor, single=len(phases) == 1)
        if question:
            return question
    for i, phase in enumerate(phases[current:], current):
        fixed = _off_pattern(phase, anchor.date) if i == current and not anchor.ends_phase else None
        if fixed:
            return fixed
        if phase.days and not _all_booked(phase, anchor if i == current and not anchor.ends_phase else None):
            return Question("count", f'How many injections is "{phase_words(phase)}"?')
        if (
            i < len(phases) - 1
            and not phase.bounded
            and phase.until is None
            and not (i == current and anchor.ends_phase)
        ):
            words = phase_words(phase)
            return Question("count", f'How many injections are there "{words}" before the next part, or for how long?')
        if phase.period_max is not None and phase.duration is not None and phase.count is None:
            return Question("count", f'How many injections is "{phase_words(phase)}"?')
        if phase.frequency not in (1, *_OFFSETS) and not phase.days_of_week and not phase.days_of_month:
            return Question("interval", f'On which days of the week are the injections "{phase_words(phase)}"?')
        if (
            i > current
            and phase.days_of_week
            and phase.unit == "wk"
            and phases[i - 1].days_of_week != phase.days_of_week
            and phase.starts is None
        ):
            return Question("date", f'On which date does the part "{phase_words(phase)}" start?')
    return None


def _all_booked(phase: Phase, anchor: Anchor | None) -> bool:
    """Whether the clinic booked a day for each of the doses that are still to come, of which the first one is had on
    the anchor's own day where the plan is counted from it."""
    last = (phase.count or 0) + phase.behind
    behind = phase.behind + (anchor.done or 0) if anchor is not None and anchor.kind == "last" else phase.behind
    coming = phase.days[behind + (anchor is not None and anchor.kind == "first") : last]
    return last <= len(phase.days) and all(coming)


def _position_unknown(phase: Phase, anchor: Anchor, *, single: bool) -> Question | None:
    if phase.frequency > 1 and not phase.days_of_week and not phase.days_of_month and anchor.done is None:
        return Question(
            "interval",
            f'On which days of the week are the injections, as in "Monday and Thursday"? I read {phase_words(phase)}.',
        )
    if phase.bounded and anchor.done is None:
        total = whole_count(phase)
        whole = f"of the {total} injections" if total else "of the injections"
        return Question(
            "count", f'How many {whole} "{phase_words(phase)}" have you had, with the one on {full_date(anchor.date)}?'
        )
    return None


def _off_pattern(phase: Phase, day: date) -> Question | None:
    """A plan for Mondays is not counted from a Wednesday (regimens.md, 3b: check, else ask)."""
    if _on_pattern(phase, day) or own_day(phase, day) is not None:
        return None
    words = interval_words(phase.frequency, phase.period, phase.period_max, phase.unit, phase.days_of_week,
                           phase.days_of_month, phase.week_of_month)  # fmt: skip
    return Question("date", f'{full_date(day)} does not fit "{words}". Which date is the next one?')


def _on_pattern(phase: Phase, day: date) -> bool:
    """Whether a day is one of the days of the week or of the month that a phase keeps to."""
    if phase.days_of_month or phase.week_of_month is not None:
        return day in month_days(phase, day.replace(day=1))
    return not (phase.unit == "wk" and phase.days_of_week) or WEEKDAYS[day.weekday()] in phase.days_of_week


def own_day(phase: Phase, day: date) -> date | None:
    """The day of the plan in whose place ``day`` is by its rule (``Phase.rolls``); None where it is in that of none."""
    if phase.rolls is None or _on_pattern(phase, day) or phase.period_max is not None:
        return None
    near = (day + timedelta(away) for far in range(1, _ROLLED + 1) for away in (-far, far))
    return next((one for one in near if _on_pattern(phase, one) and working_day(one, phase.rolls) == day), None)


def month_days(phase: Phase, month: date) -> list[date]:
    """The days of the plan in the month that begins on ``month``; the 31st is clipped to the last day."""
    if phase.week_of_month is not None:
        nth = weekday(WEEKDAYS.index(phase.days_of_week[0]))(phase.week_of_month)
        return [month + relativedelta(day=31 if phase.week_of_month < 0 else 1, weekday=nth)]
    return sorted({month + relativedelta(day=31 if d == -1 else d) for d in phase.days_of_month})


class Run:
    """The doses of one phase from a date on, each worked out from its place, so that none before it need be.

    ``count`` is how many there are, None without end; of a plan for longer than the calendar, as many as it holds.
    """

    def __init__(
        self,
        index: int,
        phase: Phase,
        base: Window,
        *,
        fresh: bool,
        done: int,
        month_day: int | None = None,
        moved: Sequence[tuple[date, date]] = (),
    ) -> None:
        """``fresh``: ``base`` is its first dose, else the dose before it; ``done`` of its doses lie behind already;
        ``month_day``, ``moved``: as of ``Anchor``."""
        self.index, self.phase, self.done = index, phase, done
        self.narrow = base[0] == base[1] and phase.period_max is None
        own = own_day(phase, base[0]) if self.narrow else None
        base = (own, own) if own is not None else base
        self._base, self._fresh, self._month_day, self._moved = base, fresh, month_day, dict(moved)
        self._month = base[0].replace(day=1)
        # How many doses of a monthly plan with fixed days lie before the end of each month, from the first one on.
        self._by_month: list[int] = []
        days = sorted(WEEKDAYS.index(day) for day in phase.days_of_week)
        self._weekdays = days if phase.unit == "wk" and phase.period_max is None and phase.week_of_month is None else []
        self._skipped = sum(day < base[0].weekday() + (not fresh) for day in self._weekdays)
        self.count: int | None = None
        self.count = self._count()

    def at(self, place: int) -> Window:
        """The dose at a place, 0 being the first. Raises OverflowError or ValueError behind the year 9999."""
        planned = self._planned(place)
        if self.phase.rolls is not None and planned[0] == planned[1]:
            rolled = working_day(planned[0], self.phase.rolls)
            planned = rolled, rolled
        day = self._moved.get(planned[0]) if planned[0] == planned[1] else None
        return planned if day is None else (day, day)

    def _planned(self, place: int) -> Window:
        """The same, as if the clinic had moved none."""
        phase, (low, high) = self.phase, self._base
        if phase.days:
            number = phase.behind + self.done + place
            booked = low if self._fresh and not place else date.fromisoformat(phase.days[number])
            return booked, booked
        if phase.days_of_month or phase.week_of_month is not None:
            return self._widened(self._monthly(place))
        if self._weekdays:
            weeks, day = divmod(place + self._skipped, len(self._weekdays))
            monday = low - timedelta(low.weekday())
            return self._widened(monday + timedelta(7 * weeks * phase.period + self._weekdays[day]))
        if phase.frequency > 1:
            offsets, here = _OFFSETS[phase.frequency], max(self.done - 1, 0)
            away = _days_on(offsets, here + place + (not self._fresh)) - _days_on(offsets, here)
            return low + timedelta(away), high + timedelta(away)
        steps, kept = place + (not self._fresh), self._month_day
        return _later(low, steps * phase.period, phase.unit, kept), _later(
            high, steps * (phase.period_max or phase.period), phase.unit, kept
        )

    def kept_day(self, day: date) -> int | None:
        """The day of the month that the plan keeps, where ``day`` is one of its doses on a shorter month's last day."""
        phase = self.phase
        if phase.unit not in _IN_MONTHS or phase.days_of_month or phase.week_of_month is not None or not self.narrow:
            return None
        kept, place = self._month_day or self._base[0].day, self.before(day)
        there = kept > day.day and (self.count is None or place < self.count) and self._exists(place)
        return kept if there and self.at(place)[0] == day else None

    def before(self, day: date) -> int:
        """How many of the doses are over before a day."""
        return self._first(lambda window: window[1] >= day)

    def up_to(self, day: date) -> int:
        """How many of the doses begin on a day or before it."""
        return self._first(lambda window: window[0] > day)

    def _widened(self, day: date) -> Window:
        return day, day + (self._base[1] - self._base[0])

    def _monthly(self, place: int) -> date:
        low = self._base[0]
        behind = sum(day < low + timedelta(not self._fresh) for day in month_days(self.phase, self._month))
        while not self._by_month or self._by_month[-1] <= place + behind:
            month = self._month_at(len(self._by_month))
            self._by_month.append((self._by_month or [0])[-1] + _days_in(self.phase, month))
        number = bisect_right(self._by_month, place + behind)
        first = self._by_month[number - 1] if number else 0
        return month_days(self.phase, self._month_at(number))[place + behind - first]

    def _month_at(self, number: int) -> date:
        return _later(self._month, number * self.phase.period, "mo")

    def _count(self) -> int | None:
        phase = self.phase
        total = dose_count(phase)
        if total is not None:
            left = max(total - self.done, 0)
            return left if not left or self._exists(left - 1) else self._first(lambda _: False)
        if phase.duration is None or phase.duration_unit is None:
            return None
        # Months against weeks: the number of doses depends on the date on which the phase begins.
        following = self.at(0)[0]
        began = _began(phase, self._base[0], following, self._fresh, self.done)
        end = _later(began, phase.duration, phase.duration_unit)
        return self._first(lambda window: window[0] >= end)

    def _exists(self, place: int) -> bool:
        try:
            self.at(place)
        except (OverflowError, ValueError):
            return False
        return True

    def _first(self, reached: Callable[[Window], bool]) -> int:
        """The place of the first dose that has ``reached`` something that all later ones have, too, or of the end."""

        def beyond(place: int) -> bool:
            if self.count is not None and place >= self.count:
                return True
            return not self._exists(place) or reached(self.at(place))

        high = 1
        while not beyond(high - 1):
            high *= 2
        return bisect_left(range(high), True, lo=high // 2, key=beyond)


def _later(day: date, number: int, unit: Unit, month_day: int | None = None) -> date:
    if unit in _IN_DAYS:
        return day + timedelta(number * _IN_DAYS[unit])
    # `relativedelta` gives the same and takes ten times as long: a plan is asked for thousands of days.
    year, month = divmod(day.year * 12 + day.month - 1 + number * _IN_MONTHS[unit], 12)
    wanted = month_day if number and month_day else day.day
    # A day is clipped to the month's last one.
    return date(year, month + 1, wanted if wanted <= _SHORTEST_MONTH else min(wanted, monthrange(year, month + 1)[1]))


def _days_on(offsets: tuple[int, ...], place: int) -> int:
    """On which day of a plan of several doses a week without named days a dose is; the first one is on day 0."""
    return place // len(offsets) * 7 + offsets[place % len(offsets)]


def _days_in(phase: Phase, month: date) -> int:
    """How many days of the plan are in the month that begins on ``month``."""
    if phase.week_of_month is not None:
        return 1
    last = monthrange(month.year, month.month)[1]
    return len({last if day == -1 else min(day, last) for day in phase.days_of_month})


def _began(phase: Phase, base: date, following: date, fresh: bool, done: int) -> date:
    """The first dose of a phase: ``base``, or so many doses before it, or the one that follows."""
    if fresh:
        return base
    return _later(base, -((done - 1) // phase.frequency * phase.period), phase.unit) if done else following


def runs(phases: Sequence[Phase], anchor: Anchor) -> Iterator[Run]:
    """The phases with their doses, from where the anchor stands.

    Raises ValueError, with the question to ask, where the plan or the anchor leaves something open.
    """
    question = missing(phases, anchor)
    if question:
        raise ValueError(question.text)
    return _runs(phases, anchor)


def _runs(phases: Sequence[Phase], anchor: Anchor) -> Iterator[Run]:
    fresh = anchor.kind == "first"
    current = 0 if fresh else anchor.phase or 0
    done = 0 if fresh else anchor.done or 0
    base, month_day = (anchor.date, anchor.date), anchor.month_day
    if anchor.ends_phase:
        current, done = current + 1, 0
    begun = current
    for index in range(current, len(phases)):
        starts = phases[index].starts
        if starts is not None and (index > begun or anchor.ends_phase):
            own = date.fromisoformat(starts)
            if own > base[1]:
                base, fresh = (own, own), True
        try:
            run = Run(index, phases[index], base, fresh=fresh, done=done, month_day=month_day, moved=anchor.moved)
            yield run
            if run.count is None:
                return
            base = run.at(run.count - 1) if run.count else base
        except (OverflowError, ValueError):
            # The calendar ends with the year 9999; a plan for life ends there too.
            return
        fresh, done, month_day = False, 0, None


def kept_day(phases: Sequence[Phase], anchor: Anchor, day: date) -> int | None:
    """``Anchor.month_day`` of a dose that was given on ``day``; None where it is no such dose of the plan."""
    if missing(phases, anchor) is not None:
        return None
    return next((kept for run in _runs(phases, anchor) if (kept := run.kept_day(day)) is not None), None)


def doses(
    phases: Sequence[Phase], anchor: Anchor, *, phase: int | None = None, today: date | None = None
) -> Iterator[Dose]:
    """The doses of the plan, earliest first, computed one at a time.

    With a ``first`` anchor they begin with that dose, with a ``last`` anchor with the one after it. ``phase`` is the
    index of the phase of the last dose where the anchor does not say. With ``today``, doses before it that are still
    to be given are flagged ``overdue``.

    Raises ValueError, with the question to ask, where the plan or the anchor leaves something open.
    """
    if phase is not None and anchor.kind == "last":
        anchor = replace(anchor, phase=phase)
    late = today if anchor.kind == "last" else None
    return (dose for run in runs(phases, anchor) for dose in doses_of(run, today=late))


def doses_since(
    phases: Sequence[Phase], anchor: Anchor, day: date, *, today: date | None = None
) -> tuple[int, Iterator[Dose]]:
    """The doses that are not over before a day, as ``doses``, and how many of the phase of the first one lie before.

    What lies before is not worked out. Of phases whose doses are windows all are given, since such doses end where two
    windows run into each other (``_takeaway.apart``).

    Raises ValueError as ``doses`` does.
    """
    late = today if anchor.kind == "last" else None
    following = runs(phases, anchor)
    for run in following:
        first = run.before(day) if run.narrow else 0
        here = doses_of(run, first, today=late)
        dose = next(here, None)
        if dose is not None:
            rest = (dose for run in following for dose in doses_of(run, today=late))
            return run.done + first, chain((dose,), here, rest)
    return 0, iter(())


def doses_of(run: Run, first: int = 0, *, today: date | None = None) -> Iterator[Dose]:
    """The doses of one phase from a place on; those before ``today`` are flagged ``overdue``."""
    for place in count(first) if run.count is None else range(first, run.count):
        try:
            window = run.at(place)
        except (OverflowError, ValueError):
            return
        yield Dose(*window, run.index, run.phase.kind, _flags(run.phase, window, today))


def _flags(phase: Phase, window: Window, today: date | None) -> tuple[str, ...]:
    flags = []
    if window[0] == window[1] and window[0].weekday() >= 5:
        flags.append("weekend")
    if today is not None and window[1] < today:
        flags.append("overdue")
    if not phase.bounded:
        flags.append("open_ended")
    return tuple(flags)


def count_note(phase: Phase) -> str | None:
    """ "Every other day for 2 weeks is 7 injections, weekends included." where the words do not say the number."""
    total = dose_count(phase)
    if total is None or phase.duration is None or phase.count is not None:
        return None
    words = phase_words(phase)
    also = ", weekends included" if phase.unit == "d" and phase.period < 7 else ""
    return f"{words[:1].upper()}{words[1:]} is {plural(total, 'injection')}{also}."
