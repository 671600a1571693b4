"""A day that was told or shown, named again in figures or by the one beside it: "24/12" behind Christmas Eve, "not this
Monday, the one before"; and which order of day and month is meant."""

from __future__ import annotations

import re
from datetime import timedelta

from ..model import MONTH_NAMES, WEEKDAYS, full_date
from ..reading.day_words import MONTH_PLACES, MONTHS
from ..reading.reader import read_date
from .message import Said
from .move import Move, place_of
from .move_words import FILLERS, MENDING, PREAMBLE, asks
from .outcome import Who
from .put_right import WEEK_BEFORE
from .state import CHANGE, CONFIRM, State

_FIGURES = re.compile(
    r"\W*(?:(?:yes|yep|so|that'?s|it was|i mean|meaning|on|the) ){0,3}(?P<a>\d{1,2})[/.-](?P<b>\d{1,2})"
    r"(?:[/.-](?:20)?\d\d)?\W*",
    re.I,
)
_DAY_FIRST = re.compile(
    r"\b(?:british|english|uk|irish|scottish|european|australian|aussie|kiwi|indian|our|proper|dd ?/ ?mm)\b"
    r"|\bday (?:first|then month|before)\b",
    re.I,
)
_MONTH_FIRST = re.compile(r"\b(?:american|us|usa|u\.s\.|states|mm ?/ ?dd)\b|\bmonth (?:first|then day|before)\b", re.I)
_NUMERIC = re.compile(r'^"\D{0,20}(?P<a>\d{1,2})[/.-]\d{1,2}\b')


def figures_again(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """The day that the plan counts from, in figures: no other gap, and no other day."""
    found = _FIGURES.fullmatch(said.text)
    if found is None or state.anchor is None or not state.ready(who.today):
        return ()
    if state.about not in (None, CONFIRM, CHANGE) or asks(said):
        return ()
    day = state.anchor.date
    if (day.day, day.month) not in ((int(found["a"]), int(found["b"])), (int(found["b"]), int(found["a"]))):
        return ()
    return (Move("fact", "date", full_date(day), True, place_of(said, len(said.words))),)


def week_before(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """The same day a week before the one that was taken for the last."""
    anchor, found = state.anchor, WEEK_BEFORE.search(said.text)
    if found is None or anchor is None or anchor.kind != "last" or asks(said):
        return ()
    if state.about not in (CONFIRM, CHANGE) or anchor.date > who.today:
        return ()
    if any(w and WEEKDAYS[anchor.date.weekday()] != w[:3].lower() for w in (found["w"], found["w2"])):
        return ()
    if found["near"] and anchor.date != who.today - timedelta(days=found["near"].lower() == "yesterday"):
        return ()
    day = anchor.date - timedelta(days=7)
    return (Move("fact", "date", full_date(day), True, place_of(said, len(said.words))),)


def month_meant(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """Another month for the day that was asked back: "omg, feb sorry", of "22 April"."""
    if state.about != "date" or len(state.options) < 2 or asks(said):
        return ()
    numbers = {option.split()[1] for option in state.options}
    months = [place for word in said.words if (place := MONTH_PLACES.get(word.text)) is not None]
    light = FILLERS | PREAMBLE | MENDING | {"omg", "no", "wrong", "not", "typo", "oops", "x", "xx"}
    if len(numbers) != 1 or len(months) != 1 or any(word.text[0].isdigit() for word in said.words):
        return ()
    if [word for word in said.left([], light) if word not in MONTH_PLACES]:
        return ()
    words = f"{numbers.pop()} {MONTH_NAMES[months[0] - 1]}"
    found = read_date(words, today=who.today, country=who.country, role="last").date
    return (Move("answer", "date", full_date(found), rest=place_of(said, len(said.words))),) if found else ()


_MONTH_NOT = re.compile(
    rf"^\W*(?:(?:no|sorry|oops|oh|i meant?|it was|its|it's|that'?s|actually|wait|in)\W+){{0,6}}"
    rf"(?P<right>{MONTHS})[,.]? (?:and )?not (?:in )?(?P<wrong>{MONTHS})"
    rf"(?:\W+(?:sorry|my mistake|oops|my bad|please|thanks|typo)){{0,3}}\W*$",
    re.I,
)


def month_not(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """The month of the last one put right: "june not july, sorry"."""
    found, anchor = _MONTH_NOT.match(said.text), state.anchor
    if found is None or anchor is None or anchor.kind != "last":
        return ()
    right, wrong = (MONTH_PLACES[found[name].lower()] for name in ("right", "wrong"))
    if anchor.date.month != wrong or right == wrong:
        return ()
    meant = read_date(f"{anchor.date.day} {MONTH_NAMES[right - 1]}", today=who.today, country=who.country, role="last")
    return (Move("fact", "date", full_date(meant.date), True, place_of(said, len(said.words))),) if meant.date else ()


def order_meant(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """Which of two days figures meant, by how a country writes them."""
    asked = _NUMERIC.match(state.open[0].text) if state.about == "date" and state.open else None
    first, month = _DAY_FIRST.search(said.text), _MONTH_FIRST.search(said.text)
    if asked is None or len(state.options) != 2 or (first is None) == (month is None):
        return ()
    wanted = [option for option in state.options if (option.split()[1] == str(int(asked["a"]))) == (first is not None)]
    if len(wanted) != 1:
        return ()
    return (Move("answer", "date", wanted[0], rest=place_of(said, len(said.words))),)
