"""The day on which a plan begins, told anew: "sorry, it starts on 3 June", "my first one is the 3rd now"."""

from __future__ import annotations

import re
from datetime import date

from ..model import full_date
from ..reading.reader import read, read_date
from .facts import without_denied
from .message import SENTENCE, Said
from .move import Move, place_of
from .move_words import asks
from .outcome import Who
from .state import CHANGE, CONFIRM, PAST, State
from .what_if import names_condition

_STARTS = re.compile(
    r"\b(?:(?:i|it|we|she|he|they|that|mine|hers|course|loading|plan|them)(?:'?ll|'?m| will| am| is| are| was| only"
    r"| actually| now| really| then| just| does(?:n'?t)?| do(?:n'?t)?){0,3}"
    r" (?:to )?(?:start(?:s|ed|ing)?|begin(?:s|ning)?|began)|^\W*(?:(?:no|sorry|oops|actually|and|but|now|nope|wait"
    r")\W+){0,4}(?:start(?:s|ed|ing)?|begin(?:s|ning)?)|start(?:ing)? (?:day|date)"
    r"|(?:the |my |her |his )?(?:very )?(?:first|1st) (?:one|jab|jag|shot|injection|dose|needle)?)\b",
    re.I,
)
_OF_A_PART = re.compile(
    r"\b(?:daily|weekly|fortnightly|monthly|maintenance|every|after|second part|next part|then|tablets?|work|school"
    r"|holiday|job|first thing|at first|first of all)\b",
    re.I,
)
_UNTIL = re.compile(r"\b(?:until|till?)\b", re.I)
_OPEN = (None, CONFIRM, CHANGE, PAST)


def start_right(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """Another first day, of a plan that is counted from its first one."""
    anchor = state.anchor
    if anchor is None or anchor.kind != "first" or state.about not in _OPEN or state.booked is not None:
        return ()
    if not state.countable(who.today) or any(part.behind for part in state.phases) or names_condition(said.text):
        return ()
    found: tuple[Move, ...] = ()
    for sentence in SENTENCE.finditer(said.text):
        words = without_denied(Said.of(_UNTIL.sub("on", sentence[0].replace("’", "'")))).text
        starts = _STARTS.search(words)
        if starts is None or _OF_A_PART.search(words) or asks(Said.of(sentence[0])) or "?" in sentence[0]:
            continue
        if read(words, today=who.today, country=who.country).phases:
            return ()
        day = _day(words, anchor.date, who)
        if day is None or found:
            return ()
        value = f"first one {full_date(day).split(' ', 1)[1]}"
        # The day that was shown, said once more, is a yes to it and no news.
        found = () if day == anchor.date else (Move("fact", "date", value, rest=place_of(said, len(said.words))),)
    return found


def _day(words: str, known: date, who: Who) -> date | None:
    """The day that a sentence names; one without its month in the month of the day that is known."""
    reading = read_date(words, today=who.today, country=who.country, role="first")
    if reading.date is not None:
        return reading.date
    options = reading.question.options if reading.question is not None else ()
    same = re.search(r"\b(\d{1,2})(?:st|nd|rd|th)\b", words)
    try:
        day = known.replace(day=int(same[1])) if same else None
    except ValueError:
        return None
    return day if day is not None and full_date(day) in options else None
