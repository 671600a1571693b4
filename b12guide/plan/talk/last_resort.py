"""A message that nothing else took, beside a plan whose dates are known: a month, a day or a weekday is named, so it is
about that. "What does September look like", "could they do the Friday", "does Friday still stand"."""

from __future__ import annotations

import re
from datetime import date
from itertools import takewhile

from ..model import MONTH_NAMES, WEEKDAYS
from ..reading.day_words import MONTH_PLACES, MONTHS
from ..reading.reader import read
from .asked_days import days_asked
from .coming_day import coming_day, shown_day
from .message import Said, is_date_word
from .move_words import ASKED_DAYS, FILLERS, LAST_RESORT, LAST_RESORT_CUES, MENDING, PREAMBLE, WORDS, asks
from .outcome import Who
from .state import CONFIRM, State

# A longer message tells a story, and more words that are not known say that it is about something else.
_LONGEST, _MOST_UNKNOWN = 20, 1
_STANDS = re.compile(
    r"\b(?:still|stands?|holds?|the same|go ahead|going ahead|count(?:s|ed)?|falls?|land|on the what|what day)\b", re.I
)
_FROM_NOW = re.compile(r"\b(?:between |from )?(?:now|today) (?:and|to|till?|until|through|thru|up to)\b", re.I)
# What belongs to a time beside words of dates.
_OF_TIME = frozenset(
    [
        "the",
        "end",
        "of",
        "start",
        "beginning",
        "middle",
        "mid",
        "next",
        "this",
        "year",
        "christmas",
        "xmas",
        "easter",
        "new",
        "years",
    ]
)
_UNTIL = re.compile(rf"\b(?:up to|until|till?|through|thru|before|by) (?:the )?(?:end of )?(?=(?:{MONTHS})\b)", re.I)
# Of an injection, or of whoever gives it: not a day of anything else.
_OF_INJECTION = re.compile(
    r"\b(?:jabs?|injections?|shots?|needles?|doses?|b12|jags?|nurses?|clinics?|surgery|doctors?|gps?|practice|reception\w*"
    r"|pharmac\w+|appointments?|appts?|mine|slots?)\b",
    re.I,
)
_MAY_I = re.compile(r" may (?=(?:i|we|it|they|she|he|be|not) )")
_PAST = re.compile(r"\b(?:had|was given|gave|yesterday|ago|last|missed|forgot)\b", re.I)


def day_named(said: Said, state: State, who: Who) -> str | None:
    """What the month or the day of such a message asks, in words that the plan takes; None where it names none, or has
    other words."""
    if not state.ready(who.today) or state.about not in (None, CONFIRM) or len(said.words) > _LONGEST:
        return None
    if _PAST.search(said.text) or read(said.text, today=who.today).phases:
        return None
    if (until := _up_to(said)) is not None:
        return f"all dates up to {until}"
    words = {word.text for word in said.words}
    found = _asked_of_day(said, state, who) if words & LAST_RESORT_CUES else None
    return found or _day_told(said, state, who)


def _asked_of_day(said: Said, state: State, who: Who) -> str | None:
    light = FILLERS | PREAMBLE | MENDING | ASKED_DAYS | WORDS["question"] | LAST_RESORT | LAST_RESORT_CUES
    unknown = [word for word in said.left([], light) if not is_date_word(word.removesuffix("s"))]
    if len(unknown) > _MOST_UNKNOWN:
        return None
    days = coming_day(said.text, today=who.today, shown=shown_day(state, who.today)).days
    if days and _STANDS.search(said.text):
        return f"is one on {_written(days[0])}?"
    if days or sum(word.text[:3] in WEEKDAYS and is_date_word(word.text) for word in said.words) > 1:
        return "can it be moved?"
    months = days_asked(f"in {_month(said)}", state, who.today).months if _month(said) else ()
    if not months:
        return None
    until = "up to the end of" if _UNTIL.search(said.text) else "in"
    return f"all dates {until} {MONTH_NAMES[months[0].month - 1]} {months[0].year}"


def _day_told(said: Said, state: State, who: Who) -> str | None:
    """A day to come that a message tells of an injection, in whatever words: it is held against the plan's own."""
    if asks(said) or _OF_INJECTION.search(said.text) is None:
        return None
    shown = shown_day(state, who.today)
    days = coming_day(said.text, today=who.today, shown=shown).days
    if len(days) != 1:
        return None
    return "when is my next one" if days[0] == shown else f"it is on {_written(days[0])}, i am certain"


def _up_to(said: Said) -> str | None:
    """The day or the time up to which a message asks for dates from now on: "anything between now and Christmas"."""
    found = _FROM_NOW.search(said.text)
    if found is None:
        return None
    rest = Said.of(said.text[found.end() :])
    kept = list(takewhile(lambda word: is_date_word(word.text) or word.text in _OF_TIME, rest.words))
    return " ".join(word.text for word in kept) or None


def _written(day: date) -> str:
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def _month(said: Said) -> str | None:
    """The one month that is named, in full, short or as "november's"."""
    # "May I" asks for leave.
    words = _MAY_I.sub(" ", said.canon).split()
    named = {MONTH_NAMES[place - 1] for word in words if word != "mar" and (place := _place(word))}
    return named.pop() if len(named) == 1 else None


def _place(word: str) -> int | None:
    return MONTH_PLACES.get(word) or MONTH_PLACES.get(word.removesuffix("s"))
