"""A plan that was read back and is put right in a sentence of other words: "the slip in my purse says 11 weeks"."""

from __future__ import annotations

import re

from ..dates.schedule import dose_count
from ..reading.reader import read
from .message import Said, number
from .move_words import asks
from .outcome import Who
from .state import CONFIRM, State

_NUMBER = r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_OFTEN = (
    rf"(?:(?:every |each |once (?:a |every )?)?(?:{_NUMBER}[ -])?(?:days?|weeks?|wks?|months?|mths?|fortnights?)"
    rf"|(?:{_NUMBER}[ -])?(?:weekly|monthly)|fortnightly|quarterly|daily|every other (?:day|week|month))"
)
# What says how often it is after all: a card, a nurse, or "it is", "it must be".
_SAYS = re.compile(
    rf"\b(?:says?|said|reads?|states?|shows?|told me|wrote|written|it'?s|its|it is|it was|it has to be"
    rf"|(?:should|must|ought to|meant to|supposed to) be) (?:really |actually |only |just |now |that it'?s )?"
    rf"(?P<what>{_OFTEN})\b(?! (?:ago|late|early|old|since|of|for|before|after|away|time|left|to go|from|until|till))",
    re.I,
)
_WAS_RIGHT = re.compile(
    rf"\b(?P<what>{_OFTEN}) (?:was|is|were) (?:the )?(?:right|correct|it|what (?:it|they)|fine)\b", re.I
)
# "5 to start with, not 6".
_COUNT = re.compile(
    rf"\b(?P<right>{_NUMBER})\b(?P<between>[^.;?!\d]{{0,30}}?),? (?:not|instead of|rather than) "
    rf"(?P<wrong>{_NUMBER})\b(?![/-]|th\b)",
    re.I,
)
# Any word of how often or how many: who says one has not agreed to what was read back.
_SCHEDULE = re.compile(rf"\b(?:{_OFTEN}|{_NUMBER}[ -](?:jabs?|injections?|shots?|doses?))\b", re.I)


def said_otherwise(said: Said, state: State, who: Who, *, alone: bool) -> str | None:
    """How often, or how many of a part, it is after all, in words that are read by themselves; None where a message
    says neither, or several, while a plan waits for a yes.

    alone: nothing else was read in the message. What "was right" before counts beside anything.
    """
    if state.about != CONFIRM or asks(said):
        return None
    text = said.text.replace("\u2019", "'")
    counted = [(number(m["right"].lower()), number(m["wrong"].lower())) for m in _COUNT.finditer(text)]
    if alone and len(counted) == 1 and counted[0][1] in _counts(state) and counted[0][0] not in (None, *_counts(state)):
        return f"{counted[0][0]} not {counted[0][1]}"
    if len(state.phases) != 1:
        return None
    right = _WAS_RIGHT.search(text)
    named = [right] if right else list(_SAYS.finditer(text)) if alone else []
    if len(named) != 1 or len(read(named[0]["what"], today=who.today).phases) > 1:
        return None
    what = named[0]["what"]
    return what if re.match(r"every|each|once|\w+ly\b", what, re.I) else f"every {what}"


def names_schedule(text: str) -> bool:
    """Whether a text says how often, or how many: a yes to what was read back before it may not mean that any more."""
    return _SCHEDULE.search(text) is not None


def _counts(state: State) -> list[int]:
    return [count for phase in state.phases if (count := dose_count(phase)) is not None]
