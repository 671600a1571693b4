"""Days of Advent, which begins on the fourth Sunday before Christmas: "the second Tuesday in Advent"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from ..model import full_date
from .dates import WEEKDAY, role_at, when
from .elements import When
from .scan import Context
from .years import possible_of

_NTHS = {"first": 1, "1th": 1, "2th": 2, "3th": 3, "4th": 4}
ADVENT = (
    r"(?:on )?(?:the |a )?(?:(?P<nth>first|[1-4]th) )?(?P<w>monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
    r" (?:of|in|during) (?:the )?advent"
)


def advent_sunday(year: int) -> date:
    """The first Sunday of Advent, the fourth before Christmas."""
    eve = date(year, 12, 24)
    return eve - timedelta((eve.weekday() - WEEKDAY["sunday"]) % 7 + 21)


def in_advent(nth: int, weekday: int, year: int) -> date | None:
    """So many a weekday of Advent, which ends on Christmas Eve; None where it has not so many."""
    first = advent_sunday(year)
    day = first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))
    return day if day < date(year, 12, 25) else None


def weekday_of_advent(m: re.Match[str], c: Context) -> When | None:
    """ "The second Tuesday in Advent"; a Tuesday in it without its place is asked."""
    role = role_at(m.start(), m.end(), c)
    if role.role in ("unknown", "first") and not role.explicit:
        role = replace(role, role="last", past=True)
    if not m["nth"]:
        return when(m.start(), m.end(), c, [], role=role)
    found = (in_advent(_NTHS[m["nth"]], WEEKDAY[m["w"]], c.today.year + n) for n in range(-1, 2))
    days = possible_of([day for day in found if day is not None], role, c.today)
    note = f'I took "{c.lexed.words(m.start(), m.end())}" as {full_date(days[0])}.' if days else None
    return when(m.start(), m.end(), c, days, note, role=role)
