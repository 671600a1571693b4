"""When the clocks of a country are changed, by its zones: "the day after the clocks went back"."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from zoneinfo import ZoneInfo

FORWARD, BACK, EITHER = "forward", "back", "either"
# Of a country that is not known.
_DEFAULT = "GB"


@lru_cache(maxsize=1)
def _zones() -> dict[str, tuple[str, ...]]:
    """The zones of each country, by its ISO 3166 code."""
    found: dict[str, tuple[str, ...]] = {}
    for line in files("tzdata.zoneinfo").joinpath("zone.tab").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            country, _, zone = line.split("\t")[:3]
            found[country] = (*found.get(country, ()), zone)
    return found


@lru_cache(maxsize=256)
def _changes(zone: str, year: int) -> tuple[tuple[date, str], ...]:
    """The days of a year on which the clocks of a zone are changed, each with its way."""
    there = ZoneInfo(zone)
    noons = [datetime.combine(date(year, 1, 1) + timedelta(n), time(12), there) for n in range(-1, 366)]
    found = []
    for before, after in pairwise(noons):
        one, two = before.utcoffset(), after.utcoffset()
        if one is not None and two is not None and one != two and after.year == year:
            found.append((after.date(), FORWARD if two > one else BACK))
    return tuple(found)


def clock_changes(country: str | None, year: int, way: str) -> Iterable[tuple[date, str]]:
    """The days of a year on which they are changed in this way, or in either, in any zone of the country; each with
    what makes days of either way those of one name."""
    zones = _zones().get(country or _DEFAULT, ())
    name = EITHER if way == EITHER else ""
    return sorted({(day, name) for zone in zones for day, there in _changes(zone, year) if way in (there, EITHER)})
