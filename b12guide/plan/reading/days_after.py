"""A day that is told by another one: "my niece married on the 7th, and I had it two days after". The day that was meant
stands in the place of those words, and blanks in that of the other day, so that every word stays where it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from .day_words import DAY_NUMBER, MONTHS, NTH, WEEKDAY_WORDS

_DAY = (
    rf"(?:(?:on |was |is )?(?:the )?(?:(?:{WEEKDAY_WORDS})\b,? (?:the )?)?"
    rf"(?:{DAY_NUMBER}(?: of)? (?:{MONTHS})\b|(?:{MONTHS})\b\.? (?:the )?{DAY_NUMBER}(?!\d)|the {NTH}\b))"
)
_NUMBERS = {
    "a": 1, "one": 1, "the": 1, "two": 2, "couple": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
_SPAN = (
    rf"(?P<n>{'|'.join(_NUMBERS)}|\d{{1,2}})(?: of)? (?P<unit>days?|weeks?)"
    r" (?P<way>after|later|afterwards|before|earlier|beforehand)(?: (?:that|then|it))?"
)
_DOSE = r"(?:b-?12|injections?|jabs?|jags?|shots?|needles?|doses?|it|mine|one)"
# "I had my B12 two days after", "it was the day before that".
_HAD = re.compile(
    rf"\b(?:(?:had|got|was given|were given|gave me|getting|having) (?:my |the |a |her |his )?(?:last )?{_DOSE}"
    rf"(?: \w+)?|it was|twas)"
    rf" (?P<span>(?:on )?{_SPAN})\b(?! (?:every|each))",
    re.I,
)
_FIND_DAY = re.compile(_DAY, re.I)
# Of the other day, nothing says that something was injected.
_OF_DOSE = re.compile(
    r"\b(?:b-?12|injection\w*|inject\w*|jab\w*|jag\w*|shots?|needles?|doses?|last (?:one|was)|next|due|book\w*)\b", re.I
)
# "Two days after the wedding, the 9th of November": the day itself is told as well.
_SAID_TWICE = re.compile(
    rf"^\W*(?P<span>{_SPAN}(?:(?: (?!on\b|the {NTH})[\w']+){{1,4}}?\W{{1,3}}|\s?[^\w\s]\W{{0,2}}))"
    rf"(?:so |that'?s |i\.?e\.? )?{_DAY}",
    re.I,
)
_DENIED = re.compile(r"\b(?:wasn'?t|isn'?t|not)\b", re.I)
# So many characters lie at most between the words of a day and the day itself.
_BEHIND = 5
_STOP = re.compile(r"[.;!?\n]")


def with_days_after(text: str, read_day: Callable[[str], date | None]) -> str:
    """`text` with the day that it tells by another one, of the same length; as it is where it tells of none.

    `read_day`: the past day that the words of one name, None where that is not certain.
    """
    if (twice := _SAID_TWICE.search(text)) is not None:
        return _blank(text, *twice.span("span"))
    had = [*_HAD.finditer(text)]
    if len(had) != 1:
        return text
    start, end = had[0].span("span")
    if _DENIED.search(text):
        # "It wasn't the 10th, it was the day before": what was told is put right.
        return text
    others = [day for day in _FIND_DAY.finditer(text) if day.end() <= start or day.start() >= end]
    if len(others) != 1 or _OF_DOSE.search(_clause_before(text, others[0].start(), had[0].end())):
        return text
    if 0 <= others[0].start() - end <= _BEHIND:
        # "The day after, Wednesday 31 March": the day itself is told as well.
        return text
    other = read_day(others[0][0].strip())
    if other is None:
        return text
    n = had[0]["n"].lower()
    days = (_NUMBERS.get(n) or int(n)) * (7 if had[0]["unit"].lower().startswith("week") else 1)
    meant = other + timedelta(days if had[0]["way"].lower() in ("after", "later", "afterwards") else -days)
    # With its year: a day that is still to come is never that of a year before.
    words = f"{meant.day} {meant:%b} {meant.year}"
    if len(words) > end - start:
        return text
    found = _blank(text, *others[0].span())
    return found[:start] + words.ljust(end - start) + found[end:]


def _clause_before(text: str, place: int, had: int) -> str:
    """What is told of the other day: the words of its sentence, behind those of the dose where they stand first."""
    starts = [match.end() for match in _STOP.finditer(text[:place])]
    return text[max([0, *starts, *([had] if had <= place else [])]) : place]


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]
