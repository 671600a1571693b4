"""A weekday that is told where one of several days was asked for, or behind one that was read back: "no, it was a
Tuesday, I'm positive", "the 13th was a Wednesday. Ok, Wednesday". Where it leaves two of the days, these are asked
once; no day is counted from it in silence that nobody named."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from ..model import WEEKDAYS, full_date
from ..reading.dates import which_date
from ..reading.day_words import MONTHS, NTH_END, WEEKDAY_WORDS
from ..reading.reader import read_date
from .message import Said
from .move import Move, place_of
from .move_answers import AGAIN
from .move_words import FILLERS, MENDING, PREAMBLE, asks
from .outcome import Who
from .state import CHANGE, CONFIRM, State

# The answer that leaves these days, with slashes.
AMONG = "among"
_WEEKDAY = re.compile(
    rf"(?P<not>\bnot (?:on )?(?:the |a )?)?\b(?P<w>{WEEKDAY_WORDS})\b(?!['’]s|,? (?:the )?\d| (?:week|before|after)\b)",
    re.I,
)
_COUNTED = re.compile(
    rf"\b(?:next|last|this|every|each|coming|past|(?:first|second|third|fourth)) (?:{WEEKDAY_WORDS})\b"
    rf"|\b(?:{MONTHS})\b|/",
    re.I,
)
_LAST = re.compile(
    r"\W*(?:(?:no+|nope|oh|ah|well|sorry|it was|that was|actually|on|i had it|yes|yeah|just)\W{1,4}){0,4}"
    rf"(?P<day>last (?:{WEEKDAY_WORDS}))\W*",
    re.I,
)
_NUMBER = re.compile(rf"\bthe (?P<d>\d{{1,2}})(?:{NTH_END})?\b", re.I)
_ANY_NUMBER = re.compile(r"\d")
# How sure one is of it, and where it was looked up.
_BESIDE = frozenset(
    re.findall(
        r"\S+",
        """
    positive sure certain definitely defo def absolutely swear hundred percent know remember checked calendar diary
    because cos that'll it'll lol haha wow silly me fairly pretty quite dead yep nope no nah oh ah as think certainly
    always even though deffo
    """,
    )
)
_LEFT_OPEN = re.compile(r"\b(?:maybe|perhaps|think|either|or|not sure|might|could|if)\b", re.I)


def weekday_of_options(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """The weekday of one of the days that were offered, or the number with its weekday that puts them right."""
    options = _days(state.options, who)
    if state.about not in ("date", "anchor") or len(options) < 2 or asks(said):
        return ()
    if (last := _LAST.fullmatch(said.text)) is not None:
        # "Last Monday" is counted from today, and is no last one of those that were offered.
        day = read_date(last["day"], today=who.today, role="last").date
        return (Move("answer", state.about, full_date(day), rest=place_of(said, len(said.words))),) if day else ()
    if _COUNTED.search(said.text):
        return ()
    named = _named(said)
    if named is None:
        return ()
    rest, about = place_of(said, len(said.words)), state.about
    told = _numbered(said.text, named, [*options, *_days(state.offered, who)], who.today)
    if told is not None:
        return (Move("answer", about, full_date(told), rest=rest),)
    if _ANY_NUMBER.search(said.text) or _LEFT_OPEN.search(said.text):
        return ()
    fits = [day for day in options if day.weekday() == named]
    # What was offered before these is not forgotten.
    fits = fits or [day for day in _days(state.offered, who) if day.weekday() == named]
    if len(fits) == 1:
        return (Move("answer", about, full_date(fits[0]), rest=rest),)
    if not fits:
        return (Move("answer", AGAIN, rest=rest),)
    return (Move("answer", AMONG, "/".join(day.isoformat() for day in fits), rest=rest),)


def number_of_weekday(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """Behind a day that was read back: the number and the weekday that belong together, and the weekday agreed to."""
    anchor = state.anchor
    if anchor is None or anchor.kind != "last" or state.about not in (CONFIRM, CHANGE) or asks(said):
        return ()
    if _COUNTED.search(said.text) or len(_WEEKDAY.findall(said.text)) < 2 or (named := _named(said)) is None:
        return ()
    day = _numbered(said.text, named, [anchor.date], who.today)
    if day is None or day == anchor.date:
        return ()
    return (Move("fact", "date", f"last one was on {full_date(day)}", rest=place_of(said, len(said.words))),)


def among(state: State, value: str) -> str:
    """Keep the days that are left as the options of the open question, and return what is asked of them."""
    days = [date.fromisoformat(day) for day in value.split("/")]
    asked = which_date(f"a {days[0]:%A}", days)
    before = state.options
    state.open = [replace(each, text=asked.text, options=asked.options) if each.about == "date" else each
                  for each in state.open]  # fmt: skip
    state.options, state.offered = asked.options, before
    return asked.text


def _days(options: tuple[str, ...], who: Who) -> list[date]:
    """The days that were offered; [] where anything else was."""
    days = [read_date(option, today=who.today).date for option in options]
    told = [day for day, option in zip(days, options, strict=True) if day is not None and full_date(day) == option]
    return told if len(told) == len(options) else []


def _named(said: Said) -> int | None:
    """The one weekday that a message names and, beside a number, nothing else of weight; None where it names another or
    denies it."""
    found = list(_WEEKDAY.finditer(said.text))
    names = {WEEKDAYS.index(match["w"][:3].lower()) for match in found}
    left = [word for word in said.left([], FILLERS | PREAMBLE | MENDING | _BESIDE) if not word[:1].isdigit()]
    other = [word for word in left if not any(match["w"].lower() == word for match in found)]
    if len(names) != 1 or any(match["not"] for match in found) or other:
        return None
    return names.pop()


def _numbered(text: str, weekday: int, near: list[date], today: date) -> date | None:
    """The day of the number that a text names in the months of other days, where it is of that weekday."""
    numbers = {int(match["d"]) for match in _NUMBER.finditer(text)}
    if len(numbers) != 1:
        return None
    number = numbers.pop()
    months = {day.replace(day=1) for day in near}
    found = [day for month in months if (day := month + timedelta(number - 1)).month == month.month]
    fits = [day for day in found if day.weekday() == weekday and day <= today]
    return fits[0] if len(fits) == 1 else None
