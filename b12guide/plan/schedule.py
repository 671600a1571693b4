"""Phases to dates. Calendar months from the original day, clipped; phases count on from the last dose before them.

The calendar is dateutil's. Dates only, no times: a day is a day across every clock change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import chain, islice, takewhile

from dateutil.relativedelta import relativedelta, weekday
from dateutil.rrule import WEEKLY, rrule

from .model import WEEKDAYS, Anchor, Dose, Phase, Question, Unit, full_date
from .wording import interval_words, phase_words, plural

# Days of the week, from the first dose, where none are named (product rule: 0 and 3; 0, 2 and 4).
_OFFSETS = {2: (0, 3), 3: (0, 2, 4)}
_STEP: dict[Unit, Callable[[int], relativedelta]] = {
    "d": lambda n: relativedelta(days=n),
    "wk": lambda n: relativedelta(weeks=n),
    "mo": lambda n: relativedelta(months=n),
    "a": lambda n: relativedelta(years=n),
}
_IN_DAYS: dict[Unit, int] = {"d": 1, "wk": 7}
_IN_MONTHS: dict[Unit, int] = {"mo": 1, "a": 12}
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


def after_interval(phase: Phase, day: date) -> date:
    """The day one interval of ``phase`` after ``day``, the longer one where it is a range."""
    return day + _STEP[phase.unit](phase.period_max or phase.period)


def missing(phases: Sequence[Phase], anchor: Anchor) -> Question | None:
    """What has to be known before these phases can be counted from this anchor."""
    current = 0 if anchor.kind == "first" else anchor.phase
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
        ):
            return Question("date", f'On which date does the part "{phase_words(phase)}" start?')
    return None


def _position_unknown(phase: Phase, anchor: Anchor, *, single: bool) -> Question | None:
    if phase.frequency > 1 and not phase.days_of_week and not phase.days_of_month and anchor.done is None:
        return Question(
            "interval",
            f'On which days of the week are the injections, as in "Monday and Thursday"? I read {phase_words(phase)}.',
        )
    if phase.bounded and anchor.done is None:
        total = dose_count(phase)
        whole = f"of the {total} injections" if total else "of the injections"
        return Question(
            "count", f'How many {whole} "{phase_words(phase)}" have you had, with the one on {full_date(anchor.date)}?'
        )
    return None


def _off_pattern(phase: Phase, day: date) -> Question | None:
    """A plan for Mondays is not counted from a Wednesday (regimens.md, 3b: check, else ask)."""
    if phase.unit == "wk" and phase.days_of_week and WEEKDAYS[day.weekday()] not in phase.days_of_week:
        fits = False
    elif phase.days_of_month or phase.week_of_month is not None:
        fits = day in _month_days(phase, day.replace(day=1))
    else:
        return None
    if fits:
        return None
    words = interval_words(phase.frequency, phase.period, phase.period_max, phase.unit, phase.days_of_week,
                           phase.days_of_month, phase.week_of_month)  # fmt: skip
    return Question("date", f'{full_date(day)} does not fit "{words}". Which date is the next one?')


def _month_days(phase: Phase, month: date) -> list[date]:
    """The days of the plan in the month that begins on ``month``; the 31st is clipped to the last day."""
    if phase.week_of_month is not None:
        nth = weekday(WEEKDAYS.index(phase.days_of_week[0]))(phase.week_of_month)
        return [month + relativedelta(day=31 if phase.week_of_month < 0 else 1, weekday=nth)]
    return sorted({month + relativedelta(day=31 if d == -1 else d) for d in phase.days_of_month})


def _steps(phase: Phase, base: Window, *, fresh: bool, done: int) -> Iterator[Window]:
    """The doses of a phase without its end. ``fresh``: ``base`` is its first dose, else the dose before it."""
    low, high = base
    step = _STEP[phase.unit]
    if phase.days_of_month or phase.week_of_month is not None:
        month = low.replace(day=1)
        while True:
            for day in _month_days(phase, month):
                if day > low or (fresh and day == low):
                    yield day, day + (high - low)
            month += relativedelta(months=phase.period)
    elif phase.days_of_week and phase.unit == "wk" and phase.period_max is None:
        days = [WEEKDAYS.index(d) for d in phase.days_of_week]
        for when in rrule(WEEKLY, interval=phase.period, byweekday=days, dtstart=datetime.combine(low, time())):
            if fresh or when.date() > low:
                yield when.date(), when.date() + (high - low)
    elif phase.frequency > 1:
        yield from _several_a_week(phase, base, fresh=fresh, done=done)
    else:
        k = 0 if fresh else 1
        while True:
            yield low + step(k * phase.period), high + step(k * (phase.period_max or phase.period))
            k += 1


def _several_a_week(phase: Phase, base: Window, *, fresh: bool, done: int) -> Iterator[Window]:
    """Twice or three times a week without named days; ``done`` doses lie behind, ``base`` being the last of them."""
    offsets = _OFFSETS[phase.frequency]
    here = max(done - 1, 0)
    start = timedelta(here // phase.frequency * 7 + offsets[here % phase.frequency])
    k = here if fresh else here + 1
    while True:
        away = timedelta(k // phase.frequency * 7 + offsets[k % phase.frequency]) - start
        yield base[0] + away, base[1] + away
        k += 1


def _began(phase: Phase, base: date, following: date, fresh: bool, done: int) -> date:
    """The first dose of a phase: ``base``, or so many doses before it, or the one that follows."""
    if fresh:
        return base
    return base - _STEP[phase.unit]((done - 1) // phase.frequency * phase.period) if done else following


def _phase_doses(phase: Phase, base: Window, *, fresh: bool, done: int) -> Iterator[Window]:
    """The doses of a phase to its end; ``done`` of them lie behind already."""
    steps = _steps(phase, base, fresh=fresh, done=done)
    total = dose_count(phase)
    if total is not None:
        yield from islice(steps, max(total - done, 0))
    elif phase.duration is None or phase.duration_unit is None:
        yield from steps
    else:
        # Months against weeks: the number of doses depends on the date on which the phase begins.
        following = next(steps)
        end = _began(phase, base[0], following[0], fresh, done) + _STEP[phase.duration_unit](phase.duration)
        yield from takewhile(lambda window: window[0] < end, chain((following,), steps))


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
        anchor = Anchor("last", anchor.date, phase, anchor.done, anchor.ends_phase)
    question = missing(phases, anchor)
    if question:
        raise ValueError(question.text)
    return _doses(phases, anchor, today)


def _doses(phases: Sequence[Phase], anchor: Anchor, today: date | None) -> Iterator[Dose]:
    fresh = anchor.kind == "first"
    current = 0 if fresh else anchor.phase or 0
    done = 0 if fresh else anchor.done or 0
    base = (anchor.date, anchor.date)
    if anchor.ends_phase:
        current, done = current + 1, 0
    for index in range(current, len(phases)):
        phase = phases[index]
        try:
            for window in _phase_doses(phase, base, fresh=fresh, done=done):
                base = window
                yield Dose(*base, index, phase.kind, _flags(phase, base, today if anchor.kind == "last" else None))
        except (OverflowError, ValueError):
            # The calendar ends with the year 9999; a plan for life ends there too.
            return
        fresh, done = False, 0


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
