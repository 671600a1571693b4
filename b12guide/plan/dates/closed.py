"""The working day in the place of a day on which a clinic is closed, for a plan whose rule says so."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

import holidays

# No clinic is closed for longer than so many days on end.
_LONGEST = 10
_SATURDAY = 5


@lru_cache(maxsize=64)
def _public(country: str, year: int) -> frozenset[date]:
    """The public holidays that all of a country keeps; none where the package has none."""
    try:
        return frozenset(holidays.country_holidays(country, years=year))
    except NotImplementedError:
        return frozenset()


def working_day(day: date, rolls: str) -> date:
    """`day`, or the first working day after or before it (`Phase.rolls`)."""
    way, _, country = rolls.partition("/")
    step = timedelta(-1 if way == "before" else 1)
    for _ in range(_LONGEST):
        if day.weekday() < _SATURDAY and not (country and day in _public(country, day.year)):
            break
        day += step
    return day
