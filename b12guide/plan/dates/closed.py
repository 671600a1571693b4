"""The working day in the place of a day on which a clinic is closed, for a plan whose rule says so."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

import holidays

from ..model import WEEKDAY_NAMES, WEEKDAYS

# Where the parts of a country keep different days (feasts.yml), those of the largest one.
_PART = {"GB": ("ENG", "England")}
# No clinic is closed for longer than so many days on end.
_LONGEST = 10
_SATURDAY = 5
# Whether the holidays of a country are known is seen from those of one year.
_ANY_YEAR = 2026


@lru_cache(maxsize=64)
def _public(country: str, year: int) -> frozenset[date]:
    """The public holidays that all of a country keeps, or its largest part; none where the package has none."""
    try:
        return frozenset(holidays.country_holidays(country, subdiv=_PART.get(country, (None,))[0], years=year))
    except NotImplementedError:
        return frozenset()


def working_day(day: date, rolls: str) -> date:
    """`day`, or the first working day after or before it (`Phase.rolls`)."""
    way, country, only = (*rolls.split("/"), "", "")[:3]
    if only and WEEKDAYS[day.weekday()] != only and not (country and day in _public(country, day.year)):
        return day
    step = timedelta(-1 if way == "before" else 1)
    for _ in range(_LONGEST):
        if day.weekday() < _SATURDAY and not (country and day in _public(country, day.year)):
            break
        day += step
    return day


def has_holidays(country: str) -> bool:
    """Whether the public holidays of a country are known."""
    return bool(_public(country, _ANY_YEAR))


def rule_words(rolls: str) -> str:
    """A rule in words: "a day at a weekend goes to the next working day"."""
    way, country, only = (*rolls.split("/"), "", "")[:3]
    days = [f"on a {WEEKDAY_NAMES[WEEKDAYS.index(only)]}" if only else "at a weekend"] if only != "hol" else []
    if country:
        days.append(f"on a public holiday in {_PART[country][1]}" if country in _PART else "on a national holiday")
    side = "next working day" if way == "after" else "working day before"
    return f"a day {' or '.join(days)} goes to the {side}"
