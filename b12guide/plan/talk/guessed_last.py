"""A day of the last injection that is only guessed, where that day is asked for: "just say October, when would I be
due?". What follows from it is said, and nothing of it is kept: the day is asked for as before."""

from __future__ import annotations

import calendar
import re
from dataclasses import replace
from datetime import date, timedelta

from ..dates.planner import next_doses
from ..model import MONTH_NAMES, Anchor, full_date
from ..reading.day_words import DAY_NUMBER, MONTH_PLACES, MONTHS
from ..reading.reader import read, read_date
from .move import Move
from .outcome import Outcome, Who
from .state import State
from .templates import Wording

GUESSED = "guessed_last"
_LONGEST = 200
_CUE = re.compile(
    r"\b(?:guess(?:ing)?|suppos(?:e|ing)|assum(?:e|ing)|pretend|imagine|let'?s (?:just )?(?:say|go with|call it|assume)"
    r"|lets (?:just )?(?:say|go with|call it|assume)|(?:just|like|cant you|can'?t you|could you|you could)"
    r" (?:just )?(?:say|put|pick|take|go with|use|assume)|(?:what )?if (?:it|that|the last|my last|i)\b"
    r"|estimate|rough(?:ly)?"
    r" (?:say|guess)|say(?= (?:it|that|the last|my last|i|mid|early|late|the (?:start|end|middle))\b)|ballpark)\b",
    re.I,
)
# "I guess it was the 5th" doubts a day that is told.
_TELLS = re.compile(
    r"\b(?:i|we)(?:'?d| would)? (?:guess|suppose|assume|imagine)\b|\b(?:my|best|a|only a) guess\b"
    # "If I remember right, it was the 12th" and "put 12 November, I checked the card" tell it.
    r"|\bif (?:i|we) (?:remember|recall|am (?:right|correct)|have (?:it|that) right)\b"
    r"|\bif i'?m (?:right|correct|not mistaken)\b"
    r"|\b(?:checked|looked|found|it'?s on|written on|on) (?:it |at |up |in |on )?(?:my |the )?"
    r"(?:card|letter|diary|calendar|app|records?)\b"
    # What was done else on it, or is felt.
    r"|\bif\b[^.;!?\n]{0,40}\b(?:cancell?ed|called off|moved|missed|skipp?ed|feel\w*|felt|ill|sick"
    r"|away|book\w*|stop\w*)\b"
    r"|\b(?:clinic|nurse|surgery|doctor|gp|they|card|letter|text|record\w*) (?:\w+ ){0,3}?(?:says?|said"
    r"|reckons?|has it|confirmed)\b",
    re.I,
)
_WHEN = (
    rf"(?:(?:{DAY_NUMBER}(?:st|nd|rd|th)?(?: of)? (?P<m1>{MONTHS})\b)"
    rf"|(?:(?P<m2>{MONTHS})\b\.? (?:the )?{DAY_NUMBER}(?!\w)))"
)
_DAY = re.compile(rf"(?:the )?{_WHEN}(?:,? 20\d\d)?|\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?", re.I)
# "Just put 12 November": the day that is to be written down, and nothing is supposed of it.
_PUTS = re.compile(
    rf"\W*(?:(?:ok|okay|so|please|pls|then|well|can you|could you|you can)\W+){{0,3}}(?:just )?put(?: down| in|"
    rf" it (?:down )?as| it on)? (?:the )?{_WHEN.replace('P<m1>', 'P<p1>').replace('P<m2>', 'P<p2>')}(?:,? 20\d\d)?"
    r"(?: (?:please|pls|then|thanks))?\W*$",
    re.I,
)
_MONTH = re.compile(
    rf"\b(?:(?P<part>mid(?:dle)?|early|start|beginning|late|end)(?:[ -]of"
    rf"|[ -])?\s?)?(?P<m>{MONTHS})\b(?:,? (?P<y>20\d\d))?",
    re.I,
)
# Which days of a month its beginning, its middle and its end are.
_PARTS = {"mid": (11, 20), "middle": (11, 20), "early": (1, 10), "start": (1, 10), "beginning": (1, 10),
          "late": (21, 31), "end": (21, 31)}  # fmt: skip


def guessed_last(text: str, state: State, who: Who) -> Move | None:
    """The guessed day, or the first and the last day of the time that is guessed, with a slash."""
    plain = text.replace("’", "'")
    if state.about not in ("anchor", "date") or state.anchor is not None or state.open or not state.phases:
        return None
    if state.paused or len(plain) > _LONGEST or _CUE.search(plain) is None or _TELLS.search(plain):
        return None
    if len(state.phases) > 1 or state.phases[0].bounded or read(plain, today=who.today, country=who.country).phases:
        return None
    span = _time(plain, who)
    if _PUTS.match(plain):
        if span is None or span[0] != span[1] or span[1] > who.today:
            return None
        return Move("answer", state.about, f"last one was on {full_date(span[0])}", rest=(0, len(text)))
    if span is None or span[1] > who.today or not _counts(state, span):
        return None
    return Move("request", GUESSED, "/".join(day.isoformat() for day in span), rest=(0, len(text)))


def _time(plain: str, who: Who) -> tuple[date, date] | None:
    cue = _CUE.search(plain)
    tail = plain[cue.start() :] if cue is not None else plain
    day = _DAY.search(tail) or _DAY.search(plain)
    if day is not None:
        told = read_date(day[0], today=who.today, country=who.country, role="last").date
        return (told, told) if told is not None else None
    month = _MONTH.search(tail) or _MONTH.search(plain)
    if month is None or (month["m"].lower() in ("may", "march") and month["part"] is None and month["m"][0].islower() \
            and not re.search(rf"\b(?:in|like|say|was|of|about|around) {month['m']}\b", plain, re.I)):  # fmt: skip
        return None
    place = MONTH_PLACES[month["m"].lower()]
    year = int(month["y"]) if month["y"] else who.today.year - (place > who.today.month)
    last = calendar.monthrange(year, place)[1]
    first, end = _PARTS.get((month["part"] or "").lower(), (1, last))
    until = min(date(year, place, min(end, last)), who.today)
    start = date(year, place, first)
    return (start, until) if start <= until else None


def _counts(state: State, span: tuple[date, date]) -> bool:
    return all(_next(state, day) is not None for day in span)


def _next(state: State, last: date) -> tuple[date, date] | None:
    """The first and the last day of the dose behind a guessed one."""
    supposed = replace(state, anchor=Anchor("last", last), open=[])
    if not supposed.countable(last):
        return None
    dose = next(iter(next_doses(state.phases, Anchor("last", last), today=last + timedelta(1), count=1)), None)
    return (dose.earliest, dose.latest) if dose is not None else None


def guess_answered(state: State, value: str, who: Who, words: Wording) -> Outcome:
    """What follows from the guess, that it is kept nowhere, and the day asked for once more."""
    first, last = (date.fromisoformat(day) for day in value.split("/"))
    begin, end = _next(state, first), _next(state, last)
    lines: list[str] = []
    if begin is not None and end is not None:
        supposed = full_date(first) if first == last else _month_words(first, last)
        name = "guess_day" if begin[0] == end[1] else "guess_span"
        lines.append(words(name, day=supposed, date=full_date(begin[0]), end=full_date(end[1])))
        lines += [words("guess_past")] if begin[0] <= who.today else []
    lines.append(words("guess_only"))
    question = state.asked or words("ask_anchor")
    state.missed = 0
    return Outcome(state.to_json(), ("\n".join([*lines, question]),), state.options, kind="ask")


def _month_words(first: date, last: date) -> str:
    whole = first.day == 1 and (last + timedelta(1)).day == 1
    month = f"{MONTH_NAMES[first.month - 1]} {first.year}"
    return f"in {month}" if whole else f"from {first.day} to {last.day} {month}"
