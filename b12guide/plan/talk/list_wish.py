"""A wish for the dates of a plan up to a day, or in a stretch of time: "a schedule to the end of June".

Such a time ends the list and never the plan, so its words are taken out before the plan itself is read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from b12guide.at_hand import at_hand

from ..reading.day_words import DAY_NUMBER, MONTHS
from ..reading.reader import read
from .message import Said, number
from .move_words import FILLERS, LIST_WISH, PREAMBLE
from .named_spans import span_named

Span = tuple[date, date]
_MONTH = rf"(?:{MONTHS})\b\.?"
_YEAR = r"(?:,? (?:in |of )?20\d\d\b(?! ?(?:mcg|mg|iu|ml)))"
_WEEKDAY = r"(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun)day,? (?:the )?)?"
_TIME = (
    rf"(?:(?:the )?(?:end|start|beginning|middle) of (?:the )?(?:{_MONTH}{_YEAR}?|20\d\d|(?:this |next )?year)"
    rf"|{_WEEKDAY}(?:the )?{DAY_NUMBER}(?: of)? {_MONTH}{_YEAR}?"
    rf"|{_MONTH} (?:the )?{DAY_NUMBER}(?!\d){_YEAR}?|\d{{1,2}}[/.]\d{{1,2}}[/.](?:20)?\d\d"
    rf"|(?:the )?(?:start of )?new year'?s?(?:'?s? (?:day|eve))?|(?:christmas|xmas)(?: (?:day|eve))?"
    rf"|{'|'.join(LIST_WISH['feasts'])}"
    rf"|(?:the |this |next |coming ){{0,3}}(?:spring|summer|autumn|fall|winter){_YEAR}?"
    rf"|(?:the |this |next ){{0,3}}(?:(?:first|second|third|fourth|last|1st|2nd|3rd|4th) quarter"
    rf"|q[1-4]|quarter){_YEAR}?"
    rf"|(?:the )?(?:whole |all |rest |remainder ){{0,3}}(?:of )?(?:the )?(?:20\d\d\b(?! ?m)|(?:this|next) year|year)"
    rf"|(?:the )?(?:next|coming) (?:\w+ (?:months|weeks|days)|fortnight)|(?:the month of )?{_MONTH}(?! \d){_YEAR}?)"
)
_TO = (
    r"(?:(?:right |(?:all )?the way |clear |clean )?(?:up |through |on )?(?:to|until|till|til)|until|till|til|to"
    r"|through|thru|by|before|for|in|over|during)"
)
# Nobody says more of these in a row: from each of a row without end all the rest would be read anew.
_GAP = rf"(?:,? (?:{'|'.join(sorted(LIST_WISH['between'], key=len, reverse=True))})){{0,6}}"
_WISH = re.compile(
    rf"(?<![\w-])(?:(?:{'|'.join(LIST_WISH['lead'])}),? ){{0,4}}(?:{'|'.join(LIST_WISH['what'])}){_GAP},? "
    rf"(?:{_TO} |(?=(?:this|next) (?:year|month|quarter|spring|summer|autumn|fall|winter)\b))"
    rf"(?P<time>{_TIME})(?![\w/-])(?!,? (?:is|are|was|were|every|each|weekly|monthly|then)\b)",
    re.I,
)

# "The next five dates"; so many are read back anyway, and so many are listed at most.
_SO_MANY = r"(?:\d{1,2}|four|five|six|seven|eight|nine|ten|twelve)"
_MANY = re.compile(
    r"(?P<course>\b(?:days?|weeks?|months?|daily|weekly|fortnightly|monthly),? (?:for|over) (?:the )?)?"
    rf"\bnext (?P<many>{_SO_MANY}) (?:b-?12 )?(?:dates?|ones|injections?|jabs?|shots?|doses?)\b"
    # "My dates, next six, please".
    rf"|\bdates?\W{{1,3}}(?:the |for the )?next (?P<ones>{_SO_MANY})(?=\W*$|[.,;:!?]| (?:please|pls|thanks|of them)\b)",
    re.I,
)
_READ_BACK, _MOST = 3, 12


@dataclass(frozen=True)
class Wish:
    """The first and the last day of the list, and from where to where in the message its words stand."""

    span: Span
    start: int
    end: int


def list_wish(text: str, *, today: date, country: str | None) -> Wish | None:
    """The list of dates that a message asks for with the time in which they are; None where it asks for none."""
    for match in _WISH.finditer(text):
        before = text[match.start() : match.start("time")].split()[-1]
        start = match.start("time") - len(before) - 1
        span = span_named(Said.of(text[start : match.end()]), today=today, country=country)
        if span is not None and span[1] >= today:
            return Wish(span, match.start(), match.end())
    return None


def is_alone(text: str, wish: Wish) -> bool:
    """Whether nothing of weight stands beside the wish."""
    rest = f"{text[: wish.start]} {text[wish.end :]}"
    light = FILLERS | PREAMBLE | frozenset(LIST_WISH["beside"].split())
    return not Said.of(rest).left([], light)


def many_wanted(text: str) -> int | None:
    """How many of the next dates a message that tells of a plan asks for, where those that are read back are fewer."""
    found = _MANY.search(text)
    # "Every 5 days for the next 6 doses" says how many they are, and wants no list.
    many = number((found["many"] or found["ones"]).lower()) if found and not found["course"] else None
    return many if many and _READ_BACK < many <= _MOST else None


@at_hand(64)
def without_list(text: str, *, today: date, country: str | None) -> tuple[str, Span | None]:
    """A message that tells of a plan without its wish for a list, each other word in its place, and the list's time."""
    wish = list_wish(text, today=today, country=country)
    if wish is None:
        return text, None
    rest = text[: wish.start] + " " * (wish.end - wish.start) + text[wish.end :]
    told = read(rest, today=today, country=country)
    return (rest, wish.span) if told.status != "not_a_plan" else (text, None)
