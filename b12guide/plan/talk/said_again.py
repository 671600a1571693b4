"""The day of the last dose, said once more of a plan that was read back: "the 29th for sure". It stands as it is; a
doubt about it is gone."""

from __future__ import annotations

import re

from ..model import WEEKDAYS, full_date
from ..reading.day_words import MONTH_PLACES
from ..reading.feasts import feasts_in
from ..reading.reader import read, read_date
from .message import Said, is_date_word
from .move import Move, place_of
from .move_words import COURTESY, FILLERS, MENDING, PREAMBLE, UNSURE, asks
from .outcome import Who
from .past import is_sure
from .state import CONFIRM, State

_SURE_WORDS = """definitely definately definite defo def certain certainly sure positive absolutely 100 text texts
message email letter note notes centre center medical health record records dead confirm confirms confirmed written
diary reminder slip receipt before after it last latest yesterday had given day dated"""
_SURE = frozenset(_SURE_WORDS.split())
_MEANING = frozenset(("as", "in", "ie", "i", "e", "being", "meaning", "so", "aka"))
_THE_LAST = frozenset(("last", "the", "my", "one", "it", "was", "thats", "that", "yes", "jab", "shot", "injection"))
_LONE_DAY = re.compile(r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)\b", re.I)
_DENIES = frozenset(("not", "isnt", "wasnt", "no", "never", "wrong", "instead", "change", "next"))


def said_again(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """The day that the plan counts from, told once more by itself."""
    anchor = state.anchor
    if state.about != CONFIRM or anchor is None or anchor.kind != "last" or asks(said) or not is_sure(said.text):
        return ()
    words = {word.text for word in said.words}
    if words & _DENIES or UNSURE.within(said) or read(said.text, today=who.today, country=who.country).phases:
        return ()
    if "last" in words and words <= _THE_LAST:
        # What that day was, told after it was taken for the last one.
        return (
            Move("fact", "date", f"last one was on {full_date(anchor.date)}", rest=place_of(said, len(said.words))),
        )
    # "Halloween, as in the 31st": the day by its name as well.
    feasts = feasts_in(said.text, today=who.today, country=who.country)
    named = {word.text for feast in feasts for word in Said.of(feast.name).words}
    light = FILLERS | PREAMBLE | MENDING | COURTESY | _SURE | _MEANING | named
    if [word for word in said.left([], light) if not is_date_word(word)]:
        return ()
    lone = [int(match["day"]) for match in _LONE_DAY.finditer(said.text)]
    day = read_date(said.text, today=who.today, country=who.country).date
    # "The 29th" is that of the month that was shown.
    bare = lone == [anchor.date.day] and not any(word in MONTH_PLACES for word in words)
    same = day == anchor.date or (bare and (day is None or day.day == anchor.date.day))
    weekdays = {word.text[:3] for word in said.words if word.text[:3] in WEEKDAYS and is_date_word(word.text)}
    if not same or weekdays - {WEEKDAYS[anchor.date.weekday()]}:
        return ()
    return (Move("fact", "date", f"last one was on {full_date(anchor.date)}", rest=place_of(said, len(said.words))),)
