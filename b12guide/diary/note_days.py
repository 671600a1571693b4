"""The day of a note: the one that it begins with, several of them in one message, and one that is put right."""

from __future__ import annotations

import re
from dataclasses import dataclass

from b12guide.plan.reading.day_words import FULL_WEEKDAYS, MONTHS, NTH_END

_WEEKDAY = rf"(?:{FULL_WEEKDAYS}|mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)"
_NTH = rf"\d{{1,2}}(?:{NTH_END})?"
DAY = (
    rf"(?:(?:last |this )?{_WEEKDAY}(?:,? (?:the )?(?:{_NTH}(?: (?:of )?(?:{MONTHS}))?"
    rf"|(?:{MONTHS}) {_NTH})(?! ?(?:/|out of\b)))?"
    rf"|(?:the )?{_NTH} (?:of )?(?:{MONTHS})|(?:{MONTHS}) {_NTH}|the \d{{1,2}}(?:{NTH_END})"
    rf"|\d{{1,2}}/(?!10\b(?!/))\d{{1,2}}(?:/\d{{2,4}})?"
    r"|yesterday|today)(?:,? 20\d\d)?"
)
_BEGINS = re.compile(
    rf"^\W*(?:(?:for|on|of|from) )?(?P<day>{DAY})\b(?P<apart>\s{{0,2}}[:,;.–-]\s{{0,2}})?(?P<rest>.*)$", re.I | re.S
)
# Where a note of another day may begin.
_NEXT = re.compile(
    rf"(?<=[.;!])\s{{1,4}}|\s{{0,4}}\n\s{{0,4}}|\s{{0,4}}[,;]\s{{0,4}}(?:and |then )?(?={DAY}\b)|\s(?:and"
    rf"|then) (?={DAY}\b)",
    re.I,
)
_LETTERS = re.compile(r"[a-z]{2}", re.I)

_LEAD = r"^\W*(?:(?:no|nope|sorry|oops|oh|wait|actually|and|but|so|ok|okay|hang on|please|can you|could you)\W+){0,5}"
_NOTE = (
    r"(?:(?:my|the|that|this|your) )?(?:(?:diary )?(?:note|entry|line|bit|one) (?:about|on|with|saying"
    r"|that says) (?P<about>[\w' ]{2,40}?)"
    r"|(?:(?P<named>[\w' ]{2,40}?)(?:'s)? )?(?:diary )?(?P<noun>note|entry|line|one))"
)
_IS = (
    r"(?: ?'s|,? (?:was|is|were|should be|should have been|must be|must have been|happened|belongs|goes"
    r"|is meant to be|needs to be))"
    r"(?: (?:really|actually|from|for|on|to|under|of|about)){0,4}"
)
_NOT = rf"(?:,? ?(?:and |so )?(?:not|instead of|rather than) (?:on |for )?(?P<not_day>{DAY}))?"
_END = r"(?:[ ,]+(?:please|pls|instead|really|actually|though|sorry|thanks)){0,3}\W*$"
_PUTS_RIGHT = (
    re.compile(rf"{_LEAD}{_NOTE}{_IS} (?P<day>{DAY}){_NOT}{_END}", re.I),
    re.compile(
        rf"{_LEAD}(?:move|change|put|shift|switch|set|make) (?:the (?:date|day) (?:of|on|for) )?{_NOTE}"
        rf" (?:to|under|onto|for|on) (?P<day>{DAY}){_NOT}{_END}",
        re.I,
    ),
    # "Make the stairs one Saturday".
    re.compile(rf"{_LEAD}(?:make|put|call) {_NOTE} (?:be |as |down as )?(?P<day>{DAY}){_NOT}{_END}", re.I),
)
# "It wasn't Monday I slept badly, it was Tuesday", "I slept badly on Tuesday, not Monday, can you change it".
_ANY_NOT = r"(?:was ?n'?t|was not|is ?n'?t|is not)"
_CHANGE_IT = (
    r"(?:[,.;]? (?:and |so |please |could you |can you |would you |pls ){0,3}(?:change|move|correct|fix|put"
    r"|alter|set) (?:it|that|this)"
    r"(?: (?:right|over|please|for me)){0,2})?"
)
_OF_WHAT = (
    re.compile(
        rf"{_LEAD}(?:it|that) {_ANY_NOT} (?:on )?(?P<not_day>{DAY}) (?:that |when )?(?P<about>(?:i|my|she|he"
        rf"|her|his|mum|dad)\b[^.?!;]{{2,60}}?),?"
        rf" (?:but |and )?(?:it|that)(?:'s| was"
        rf"| is) (?:on )?(?P<day>{DAY})\b(?:[,.;] [^?!]{{1,60}}?)?{_CHANGE_IT}{_END}",
        re.I,
    ),
    re.compile(
        rf"{_LEAD}(?P<about>(?:i|my|she|he|her|his|mum|dad)\b[^.?!;]{{2,60}}?) (?:on )?(?P<day>{DAY})(?:,| and"
        rf"|,? so) not (?:on )?(?P<not_day>{DAY})"
        rf"(?:[,.;] [^?!]{{1,60}}?)?{_CHANGE_IT}{_END}",
        re.I,
    ),
)
# A dose that is told of again.
_DOSE = re.compile(r"\b(?:injections?|jabs?|jags?|shots?|needles?|doses?|b-?12|had it|had one|had mine|due)\b", re.I)
_ORDINALS = ("first", "second", "third", "fourth", "fifth")
_LATEST = frozenset({"", "last", "latest", "most recent", "newest"})


@dataclass(frozen=True)
class Dated:
    """The words of a note, and those of its day; `day` is "" where it begins with none."""

    day: str
    words: str


@dataclass(frozen=True)
class PutRight:
    """Which note is of another day: the place in which it was told (from 0, -1 the last one), or `words` of it; the
    `day` that it is of, and the one that it is not of, where that is said."""

    place: int | None
    words: str
    day: str
    not_day: str = ""


def by_day(note: str) -> list[Dated]:
    """The notes of some words, each with its day: "15 May: tired. 17 May: better" are two. One begins with a day where
    something stands between, or where the next one does, too; else the day is left among its words."""
    parts = [part for part in _NEXT.split(note) if part and part.strip()]
    found: list[Dated] = []
    for part in parts:
        begins = _BEGINS.match(part)
        if begins is not None and _LETTERS.search(begins["rest"]):
            found.append(Dated(begins["day"], begins["rest"].strip()))
        elif begins is not None or not found:
            found = []
            break
        else:
            found[-1] = Dated(found[-1].day, f"{found[-1].words} {part.strip()}")
    if len(found) > 1:
        return [Dated(one.day, one.words.rstrip(" .,;")) for one in found]
    first = _BEGINS.match(note)
    unread = first is None or first["apart"] is None or not _LETTERS.search(first["rest"])
    if first is None or unread or _BEGINS.match(first["rest"]) is not None:
        return [Dated("", note)]
    return [Dated(first["day"], first["rest"].strip())]


def day_put_right(text: str) -> PutRight | None:
    """Which note is said to be of another day; None where none is.

    Args: text: with straight apostrophes.
    """
    for pattern in _OF_WHAT:
        found = pattern.match(text.strip())
        if found is not None and not _DOSE.search(found["about"]):
            return PutRight(None, found["about"].strip().lower(), found["day"], found["not_day"])
    for pattern in _PUTS_RIGHT:
        found = pattern.match(text.strip())
        if found is None:
            continue
        words = (found["about"] or found["named"] or "").strip().lower()
        if found["noun"] == "one" and not words:
            return None
        place = -1 if words in _LATEST else _ORDINALS.index(words) if words in _ORDINALS else None
        if place is not None and (found["noun"] or "").lower() == "one":
            # "The second one was Tuesday" may be a dose.
            return None
        return PutRight(place, words if place is None else "", found["day"], found["not_day"] or "")
    return None
