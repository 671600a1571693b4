"""The year of a date that was said without one: taken where the words leave one, else asked (regimens.md, 3g)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from ..model import Question, full_date
from .roles import RoleReading

# A date of an injection further off than this is a slip of the pen.
EARLIEST, LATEST = date(1900, 1, 1), date(2100, 12, 31)
# A day of a dose given that lies as near ahead as this in its own year may as well be the next one's.
_SOON = timedelta(days=62)
_MOST_OF_A_YEAR = timedelta(days=300)


def which_year(words: str, days: list[date]) -> Question:
    """The question whether a date without its year is the one of ``days`` to come, the second, or the one that was."""
    past, ahead = map(full_date, days)
    text = f'"{words}" can be read in two ways. Is it {ahead}, still to come? Or was it {past}?'
    return Question("date", text, (ahead, past))


def find_date(year: int, month: int, day: int) -> date | None:
    """The date, where there is such a day and an injection may have been on it."""
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if EARLIEST <= found <= LATEST else None


def are_a_year_apart(days: Sequence[date]) -> bool:
    """Whether two days are those of one name in two years, the earlier one first: 26 July, the first Monday of May."""
    return len(days) == 2 and days[1] - days[0] > _MOST_OF_A_YEAR


def full_year(text: str, today: date) -> int:
    """The year that two or four digits say."""
    return int(text) if len(text) == 4 else today.year // 100 * 100 + int(text)


def nearest(day: int, month: int, role: RoleReading, today: date) -> date | None:
    """The year of a date that was said without one: the past one where something was given, else the nearer one."""
    return nearest_of(_years_around(day, month, today), role, today)


def in_years(day: int, month: int, year: int | None, role: RoleReading, today: date) -> list[date]:
    """The days that a date means: the one of its year, or without one those of `possible_of`; none where there is no
    such day."""
    if year is None:
        return possible_of(_years_around(day, month, today), role, today)
    found = find_date(year, month, day)
    return [found] if found else []


def _years_around(day: int, month: int, today: date) -> list[date]:
    return [d for y in years_around(today) if (d := find_date(y, month, day))]


def years_around(today: date) -> range:
    """The years in which a date without one is looked for; a leap day needs four to either side."""
    return range(today.year - 4, today.year + 5)


def possible_of(days: Iterable[date], role: RoleReading, today: date) -> list[date]:
    """The one of several days that `nearest_of` finds; of the last dose that was given, the one to come as well
    where that is close: who says on the 20th of July "last one 26 July" hardly means last year's, and counted from that
    a plan would be late by a year."""
    found = list(days)
    nearest_one = nearest_of(found, role, today)
    if nearest_one is None:
        return []
    ahead = min((d for d in found if d > today), default=None)
    given = role.role == "last" and nearest_one < today
    return [nearest_one, ahead] if given and ahead and ahead - today <= _SOON else [nearest_one]


def has_just_been(past: date | None, ahead: date | None, role: RoleReading, today: date) -> bool:
    """Whether a day that was booked or due is the one just behind today, the next of its kind being far off: "booked
    for Friday the 4th" on the Monday after it."""
    if past is None or role.role != "next" or not role.explicit or today - past > _SOON:
        return False
    return ahead is None or ahead - today > _SOON


def nearest_of(days: Iterable[date], role: RoleReading, today: date) -> date | None:
    """The one of several days that the role and the tense point to: "was" and "had" the last that was, "next" and "due"
    the first to come, else the nearer one. One that was booked or due just now was so then, and not in a year."""
    found = list(days)
    past = max((d for d in found if d <= today), default=None)
    ahead = min((d for d in found if d > today), default=None)
    if past is None and role.role == "last":
        return None
    if past is None or ahead is None:
        return past or ahead
    if role.role == "last":
        return past
    if role.role == "next" and not role.past_due:
        return past if today - past <= (_SOON if role.explicit else timedelta(0)) else ahead
    if role.past and not (role.early or role.past_due):
        return past
    return past if today - past <= ahead - today else ahead
