"""Doses told one by one by their place: "my first was on the 3rd, the second yesterday"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from ..model import MONTH_NAMES
from ..reading.reader import read_date

_PLACES = ("first", "second", "third", "fourth", "fifth", "sixth")
_DOSE = r"(?:one|jab|jag|shot|injection|dose|needle)"
_ONES = r"(?:of (?:them|those|these|my|the) ?)?(?:loading |starter )?"
# In figures a place is that of a dose only beside the word: "the 2nd" alone is a day.
_NTH = re.compile(
    rf"\b(?:(?:the|my|her|his|with|and) ){{0,2}}(?P<n>{'|'.join(_PLACES)}|(?:1st|2nd|3rd)(?= {_DOSE})"
    rf"|[4-6]th(?= {_DOSE})|(?:number|no\.?|dose|jab|shot|injection|needle) ?(?P<m>[1-6]|one|two|three|four|five|six))"
    rf"(?! (?:of )?(?:mon|tues|wednes|thurs|fri|satur|sun|week|month|day)(?:day)?s?\b)"
    rf"(?: {_ONES}{_DOSE}s?\b)?",
    re.I,
)
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
# What may stand between a place and its day, beside the day.
_HAD = re.compile(
    r"^[\s,:–—-]*(?:(?:was|were|had|given|got|done|came|been|i|she|he|they|it|me|her|him|on|that|one|just)\b[\s,:–—-]*){0,6}",
    re.I,
)
_ENDS = re.compile(r"[,;.!?\n]+(?=\s|$)|[\s,;.&]+(?:and|then|but|plus)?\s*$", re.I)
# What makes one of them a dose that was not had, or that is asked about.
_NOT_HAD = re.compile(
    r"\b(?:due|next|is|will|'ll|going|booked|should|supposed|meant|missed|skipped|didn'?t|never|not|no|or|if|cancell?ed"
    r"|moved|until|till|maybe|think|about|around|ish|tests?|bloods?|appointments?|tomorrow)\b",
    re.I,
)
_DAYS = re.compile(
    r"\b(?:yesterday|today|this morning|this afternoon|\d|january|february|march|april|may|june|july|august|september"
    r"|october|november|december|ago|monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|fortnight)",
    re.I,
)
_LONGEST = 300


@dataclass(frozen=True)
class InOrder:
    """The days, the earliest first; `rest`: the text, of the same length, with the last of them alone."""

    days: tuple[date, ...]
    rest: str


def had_in_order(text: str, today: date) -> InOrder | None:
    """The doses that a text names by their places, from the first on, each with its day; None where one of them has no
    certain day, or may not have been had."""
    if len(text) > _LONGEST:
        return None
    found = [*_NTH.finditer(text)]
    if len(found) < 2 or [_place(match) for match in found] != [*range(1, len(found) + 1)]:
        return None
    days: list[date] = []
    end = found[0].start()
    for match, behind in pairwise([*found, None]):
        assert match is not None
        piece = text[match.end() : behind.start() if behind is not None else len(text)]
        day, length = _day_in(piece, last=behind is None, today=today)
        if day is None:
            return None
        days.append(day)
        end = match.end() + length
    if days != sorted(set(days)) or days[-1] > today:
        return None
    start, last = found[0].start(), days[-1]
    year = f" {last.year}" if (today - last).days > 300 else ""
    words = f"last one {last.day} {MONTH_NAMES[last.month - 1][:3]}{year}"
    counted = f"{words}, had {len(days)} so far"
    words = counted if len(counted) <= end - start else words
    return InOrder(tuple(days), text[:start] + words.ljust(end - start) + text[end:])


def _place(match: re.Match[str]) -> int:
    words = (match["m"] or match["n"]).lower()
    if words in _PLACES:
        return _PLACES.index(words) + 1
    return _NUMBERS.get(words) or int(words[0])


def _day_in(piece: str, *, last: bool, today: date) -> tuple[date | None, int]:
    """The day of a dose, and how far its words reach; of the last one the clause that it stands in alone."""
    cuts = [match.start() for match in _ENDS.finditer(piece)] if last else [len(_ENDS.sub("", piece))]
    for cut in [*cuts, len(piece)]:
        told = piece[:cut]
        words = _HAD.sub("", told, count=1)
        if not _DAYS.search(words):
            continue
        if _NOT_HAD.search(told):
            return None, 0
        reading = read_date(words.strip(" ,;.&"), today=today, role="last")
        return (reading.date if reading.only else None), cut
    return None, 0
