"""Civil time: from a wanted day and minute to the moment, across clock changes, and never in the quiet hours."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

# A day that is left out whole (Samoa, 30 December 2011) is the longest time that a clock skips.
_LONGEST_SKIP = 26 * 60
_MINUTE, _DAY = timedelta(minutes=1), timedelta(days=1)


def moment(day: date, at: time, zone: str) -> datetime:
    """The moment (UTC) at which clocks in `zone` show `at` on `day`; of a minute that comes twice the first, of one
    that is skipped the next that there is.

    Raises:
        zoneinfo.ZoneInfoNotFoundError: there is no such zone.
    """
    where, wanted = ZoneInfo(zone), datetime.combine(day, at)
    for _ in range(_LONGEST_SKIP):
        found = wanted.replace(tzinfo=where).astimezone(timezone.utc)
        if found.astimezone(where).replace(tzinfo=None) == wanted:
            return found
        wanted += _MINUTE
    raise ValueError(f"{zone} has no clock on {day}")


@dataclass(frozen=True)
class Quiet:
    """The hours in which nothing is sent: from `start` on, up to `end` of the next morning; `start` is after `end`."""

    start: time = time(21)
    end: time = time(8)

    def has(self, at: time) -> bool:
        """Whether a time of the day lies in them."""
        return at >= self.start or at < self.end

    def nearest(self, at: time) -> time:
        """The time itself, or where it lies in the quiet hours the nearest that does not: of an evening half an hour
        before they begin, else when they end."""
        if not self.has(at):
            return at
        if at >= self.start:
            evening = datetime.combine(date.min + _DAY, self.start) - timedelta(minutes=30)
            return max(evening.time(), self.end)
        return self.end

    def after(self, at: datetime, zone: str) -> datetime:
        """The moment itself, or where it lies in the quiet hours of `zone` the one at which they end."""
        local = at.astimezone(ZoneInfo(zone))
        if not self.has(local.time()):
            return at
        day = local.date() + _DAY if local.time() >= self.start else local.date()
        return moment(day, self.end, zone)


@dataclass(frozen=True)
class Closed:
    """The days on which the clinic is closed, as it has named them: of the week (Monday is 0), and single ones."""

    weekdays: frozenset[int] = frozenset()
    days: frozenset[date] = field(default_factory=frozenset)

    def on(self, day: date) -> bool:
        """Whether it is closed on a day."""
        return day.weekday() in self.weekdays or day in self.days

    def open_before(self, day: date) -> date:
        """The last day before `day` on which it is open; the day before where it is never open."""
        for back in range(1, 15):
            if not self.on(day - back * _DAY):
                return day - back * _DAY
        return day - _DAY


@lru_cache(maxsize=1)
def _by_city() -> dict[str, str]:
    """Zones by the city in their names: "new york" is America/New_York. Names that two zones share are left out."""
    found: dict[str, set[str]] = {}
    for zone in available_timezones():
        area, _, city = zone.rpartition("/")
        if area and area.split("/")[0] not in ("Etc", "SystemV", "US", "posix", "right"):
            found.setdefault(city.replace("_", " ").casefold(), set()).add(zone)
    return {city: next(iter(zones)) for city, zones in found.items() if len(zones) == 1}


# What a country or a short name means by the clock: those of one clock alone, and the zones of America by their names.
_BY_WORD = {
    word: zone
    for zone, words in {
        "Europe/London": "uk/british/britain/england/english/scotland/scottish/wales/welsh/gmt/bst",
        "Europe/Dublin": "irish/ireland/eire",
        "America/New_York": "ny/nyc/new york city/eastern/est/edt/us eastern",
        "America/Chicago": "central/cst/cdt/us central",
        "America/Denver": "mountain/mst/mdt/us mountain",
        "America/Los_Angeles": "la/pacific/pst/pdt/us pacific/california",
        "Africa/Johannesburg": "south africa/south african/cape town/durban/pretoria",
        "Africa/Nairobi": "kenya/kenyan",
        "Africa/Lagos": "nigeria/nigerian",
        "Africa/Accra": "ghana/ghanaian",
        "Asia/Kolkata": "india/indian/mumbai/delhi/bombay/ist",
        "Asia/Karachi": "pakistan/pakistani/lahore",
        "Asia/Dubai": "uae/emirates/abu dhabi",
        "Asia/Manila": "philippines/philippine",
        "Asia/Tokyo": "japan/japanese",
        "Asia/Hong_Kong": "hk",
        "Pacific/Auckland": "nz/new zealand/kiwi/wellington",
        "Europe/Paris": "france/french",
        "Europe/Berlin": "germany/german/munich",
        "Europe/Madrid": "spanish/barcelona",
        "Europe/Rome": "italy/italian/milan",
        "Europe/Warsaw": "polish",
        "Europe/Amsterdam": "netherlands/dutch/holland",
        "Europe/Athens": "greece/greek",
        "Europe/Istanbul": "turkish",
    }.items()
    for word in words.split("/")
}
# Words that are the name of a city too, and hardly ever mean it.
_NO_PLACE = frozenset({"easter", "center", "eastern", "nice", "universal", "zulu", "reunion", "knox", "north"})


def zone_named(words: str, *, known: Collection[str] | None = None) -> str | None:
    """The zone that somebody names, by its whole name or by its city ("Europe/Madrid", "new york"); None for none."""
    plain = " ".join(words.replace("_", " ").split()).casefold().strip(" .,;!?")
    whole = (_by_name() if known is None else _names_of(known)).get(plain)
    plain = plain.removesuffix(" time").removesuffix(" clock")
    return whole or _BY_WORD.get(plain) or (None if plain in _NO_PLACE else _by_city().get(plain))


@lru_cache(maxsize=1)
def _by_name() -> dict[str, str]:
    """Every zone by its whole name. The system's list is read once: that takes longer than a message."""
    return _names_of(available_timezones())


def _names_of(zones: Collection[str]) -> dict[str, str]:
    return {zone.replace("_", " ").casefold(): zone for zone in sorted(zones) if "/" in zone}
