"""Days of the month told as had, each by its number alone: "I had the 1st and the 15th"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ..model import WEEKDAYS
from ..reading.day_words import MONTHS, NTH_END, WEEKDAY_WORDS
from .denied_dates import latest_day

# A name is looked for ahead, so that a row of days is read in few ways.
_WEEKDAY = rf"(?:(?=(?:{WEEKDAY_WORDS})\b)[a-z]{{3,9}},? )?"
_DAY = rf"(?:on )?{_WEEKDAY}(?:the )?\d{{1,2}}{NTH_END}\b"
_ROW = re.compile(
    # "They've given me the 11th and the 14th" are days to come.
    r"\b(?:had|got|done|took|did|(?:gave|given) (?:me |him |her |us )?(?=it|them|one|jabs?|shots?|inj|needles?))"
    r"(?: ?(?:it|them|one|ones|mine|both|jabs?|shots?|injections?|needles?)){0,2} "
    rf"(?P<days>{_DAY}(?:(?:,? (?:and|then|plus|also)|,| &)"
    rf" (?:(?:had|got|one|another|again|then) ){{0,3}}{_DAY}){{1,6}})"
    # The 1st and the 2nd jab are no days, and days of a month that is named are read with it.
    rf"(?=\s*(?:$|[,.;!?)–—-]|\b(?:and|but|so|then|only|this month|last month)\b))(?! (?:of )?(?:{MONTHS})\b)",
    re.I,
)
_NUMBER = re.compile(rf"(?:(?P<w>{WEEKDAY_WORDS})\b,? (?:the )?)?(?P<d>\d{{1,2}}){NTH_END}", re.I)
# Up to here a number may as well be that of a dose: "had the 1st and 2nd, four to go".
_LONGEST_COURSE = 12


@dataclass(frozen=True)
class Row:
    """The days, the earliest first, and where their words stand."""

    days: tuple[date, ...]
    start: int
    end: int


def row_of_numbers(text: str, today: date, *, beside: tuple[date, ...] = ()) -> Row | None:
    """Two days or more by their numbers, where these leave no doubt of the month: each is the latest of its number, and
    they stand in their order. `beside`: days of the same message that were not had."""
    match = _ROW.search(text)
    if match is None:
        return None
    found = [*_NUMBER.finditer(match["days"])]
    numbers = [int(one["d"]) for one in found]
    if max([*numbers, *(day.day for day in beside)]) <= _LONGEST_COURSE:
        return None
    days = [day for number in numbers if (day := latest_day(number, today)) is not None]
    if len(days) != len(numbers) or days != sorted(set(days)):
        return None
    named = [(one["w"] or "")[:3].lower() for one in found]
    if any(name and WEEKDAYS[day.weekday()] != name for name, day in zip(named, days, strict=True)):
        return None
    return Row(tuple(days), match.start("days"), match.end("days"))
