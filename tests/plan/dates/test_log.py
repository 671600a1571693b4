"""The log of doses against an oracle that walks the plan one dose at a time."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from random import Random

from b12guide.plan import Anchor, Phase
from b12guide.plan.dates.log import Given, days_late, gaps, noted, unsaid
from b12guide.plan.model import Unit

TODAY = date(2026, 11, 21)
HISTORIES = 10_000
INTERVALS: list[tuple[int, Unit]] = [
    (1, "d"), (2, "d"), (1, "wk"), (2, "wk"), (4, "wk"), (12, "wk"), (1, "mo"), (2, "mo"), (3, "mo"),
]  # fmt: skip


def _day(drawn: Random) -> date:
    return date(2025, 1, 1) + timedelta(days=drawn.randrange(680))


def _told(drawn: Random) -> list[date]:
    return [_day(drawn) for _ in range(drawn.randrange(12))]


def _step(first: date, number: int, period: int, unit: str) -> date:
    """The dose so many intervals after the first; calendar months are clipped to their last day."""
    if unit != "mo":
        return first + timedelta(days=number * period * (7 if unit == "wk" else 1))
    year, month = divmod(first.year * 12 + first.month - 1 + number * period, 12)
    return date(year, month + 1, min(first.day, calendar.monthrange(year, month + 1)[1]))


def test_no_dose_that_was_due_is_supposed() -> None:
    """Of a plan counted from its first dose, the latest due one is asked about unless one as late was told of."""
    drawn = Random(1)
    for _ in range(HISTORIES):
        (period, unit), first, told = drawn.choice(INTERVALS), _day(drawn), _told(drawn)
        count = drawn.choice([None, *range(1, 9)])
        due: list[date] = []
        while (day := _step(first, len(due), period, unit)) < TODAY and (count is None or len(due) < count):
            due.append(day)
        phase = Phase("other", 1, period, unit, count=count)
        found = unsaid([phase], Anchor("first", first), [Given(day) for day in told], TODAY)
        expected = due[-1] if due and not any(day >= due[-1] for day in told) else None
        assert (found.earliest if found else None) == expected, (period, unit, first, told, count)


def test_days_late_are_counted_from_the_dose_after_the_last() -> None:
    """What is due is one interval after the last dose given, and nothing is late before that day has passed."""
    drawn = Random(2)
    for _ in range(HISTORIES):
        (period, unit), last = drawn.choice(INTERVALS), _day(drawn)
        expected = max((TODAY - _step(last, 1, period, unit)).days, 0)
        assert days_late([Phase("other", 1, period, unit)], Anchor("last", last), TODAY) == expected


def test_gaps_are_the_days_between_neighbours() -> None:
    """In whatever order the doses were told of, the same gaps come out, and a day told of twice is one dose."""
    drawn = Random(3)
    for _ in range(HISTORIES):
        told, most = _told(drawn), drawn.randrange(1, 6)
        log: tuple[Given, ...] = ()
        for day in told:
            log = noted(log, Given(day))
        days = sorted(set(told))
        assert [dose.day for dose in log] == days
        expected = [(days[i + 1] - days[i]).days for i in range(len(days) - 1)][-most:]
        assert [gap.days for gap in gaps(log, most)] == expected


def test_a_plan_counted_from_a_dose_given_supposes_nothing() -> None:
    """Its next dose is late, and no one after it is asked about."""
    assert unsaid([Phase("other", 1, 12, "wk")], Anchor("last", date(2025, 1, 1)), [], TODAY) is None


def test_the_log_is_read_as_it_was_written() -> None:
    """What is not said in an older form is taken as sure, of no known part, neither early nor late."""
    dose = Given(date(2026, 3, 2), sure=False, loading=True, timing="late")
    assert Given.from_json(dose.to_json()) == dose
    assert Given.from_json({"day": "2026-03-02"}) == Given(date(2026, 3, 2))
