"""The last part of a plan has no end after all: "not for 2 weeks, it just carries on", "after those it is ongoing"."""

from __future__ import annotations

import re
from dataclasses import replace

from ..reading.reader import read
from ..wording import phase_words
from .message import Said
from .move_words import asks
from .outcome import Who
from .state import CHANGE, CONFIRM, State

_ONE = r"(?:it|that|this|they|those|these|the (?:last|long) (?:bit|part|one|ones))"
_GOES_ON = re.compile(
    rf"\b{_ONE} (?:just |then |only )?(?:carr(?:y|ies)|goes|go|keeps?) (?:on|going)\b(?! about)"
    r"|\b(?:and|then) (?:just |it just |they just )?(?:carr(?:y|ies)|goes|keeps) (?:on|going)\b(?! about)"
    rf"|\b{_ONE}(?:'s|'re| is| are)? (?:ongoing|indefinite|open[- ]ended|for (?:life|good|ever))\b"
    r"|(?:^\W*|, )ongoing\b"
    rf"|\b{_ONE} (?:does|do)(?: not|n'?t) (?:stop|end|finish)\b|\b{_ONE} never (?:stops?|ends?|finish(?:es)?)\b"
    r"|\b(?:nobody|no ?one|they never) said (?:it|they) (?:stops?|ends?)\b"
    r"|\bthere(?:'s| is) no (?:end|stop)(?: date)?\b",
    re.I,
)
_NOT_FOR = re.compile(r"\b(?:it'?s |that'?s |is )?not (?:just |only )?for (?:\d+|a|two|three|four|six) \w+", re.I)
# What somebody has, or the chat, may go on too.
_ELSE = re.compile(
    r"\b(?:tingl\w+|numb\w*|pain\w*|tired\w*|symptoms?|remind\w+|if|until|till|stop(?:ped)? (?:them|it))\b", re.I
)


def goes_on(text: str, state: State, who: Who) -> str | None:
    """The plan as words, its last part without an end; None where that is not what is said."""
    if not state.phases or not state.phases[-1].bounded or state.about not in (None, CONFIRM, CHANGE):
        return None
    plain = text.replace("’", "'")
    if _GOES_ON.search(plain) is None or asks(Said.of(plain)) or _ELSE.search(plain):
        return None
    last = state.phases[-1]
    told = read(_NOT_FOR.sub(" ", plain), today=who.today, country=who.country)
    if told.dates or any(phase.rhythm != last.rhythm for phase in told.phases):
        return None
    endless = replace(last, duration=None, duration_unit=None, count=None, until=None)
    return ", then ".join(phase_words(phase) for phase in (*state.phases[:-1], endless))
