"""Two gaps that were told of one plan, "the letter says every 3 months, the nurse says 12 weeks": the day of each and
the days between them are said, none is picked, and the clinic says which it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..reading.reader import ANY_DAY, read
from ..reading.two_authors import told_by_two
from .message import NUMBERS, Said, number_of
from .move import Move, place_of
from .move_answers import AGAIN, answer
from .move_words import asks
from .outcome import Who
from .state import State

_UNITS = {"d": "day", "wk": "week", "mo": "month", "a": "year"}
# What asks of the two, and picks none.
_ASKS = re.compile(
    r"\b(?:both|side by side|compare|comparison|difference|differ|apart|between (?:them|the two)|the two"
    r"|how (?:many|much|long)|what (?:date|day)|which (?:one )?(?:is|comes|would|falls|date|day|of)|whose|who is right"
    r"|who'?s right|before the other|arithmetic|sums?|calculat\w+|work (?:it|them|both) out)\b",
    re.I,
)
# Who says which of them it is.
_PICKS = re.compile(
    r"\b(?:confirm\w*|agree[sd]?|settled|decided|right|correct|go(?:ing)? with|it is|it's|its|mine is|says?|said|told"
    r"|wants?|goes by|stick(?:ing)? (?:to|with)|turns out)\b",
    re.I,
)
_LENGTH = re.compile(
    rf"(?P<not>\b(?:not|isn'?t|wasn'?t|never|no longer|instead of|rather than) (?:(?:the|every|at|on|a) ){{0,2}})?"
    rf"\b(?P<n>\d{{1,3}}|an?|{'|'.join(NUMBERS)})[ -]?(?P<u>day|week|month|year)(?:s|ly)?\b"
    r"(?! (?:ago|late|early|from|after))",
    re.I,
)


def lengths(state: State, options: Sequence[str]) -> str:
    """The two gaps that are offered, as `OtherGapIf.same_gap` takes them; "" where anything else is, or the last dose
    is not known."""
    if len(options) != 2 or state.anchor is None or state.anchor.kind != "last" or not told_by_two(state.said):
        return ""
    found = [read(option, today=ANY_DAY).phases for option in options]
    plain = [one[0] for one in found if len(one) == 1 and not one[0].bounded and one[0].period_max is None]
    if len(plain) != 2 or any(phase.frequency != 1 or phase.days_of_week or phase.days_of_month for phase in plain):
        return ""
    return "|".join(f"{phase.period}/{_UNITS[phase.unit]}" for phase in plain)


def asks_of_both(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """Which of two gaps it is, as somebody says who knows; what is asked of them has their days once more."""
    if state.about != "interval" or not lengths(state, state.options):
        return ()
    if (picked := _picked(said, state)) is not None:
        return (answer(state, picked, said),)
    if not _ASKS.search(said.text):
        return ()
    return (Move("answer", AGAIN, rest=place_of(said, len(said.words))),)


def _picked(said: Said, state: State) -> str | None:
    """The one of the two that a message names and does not deny, beside a word of who said so."""
    if asks(said) or not _PICKS.search(said.text):
        return None
    named = {_of(match) for match in _LENGTH.finditer(said.text.replace("’", "'")) if not match["not"]}
    offered = dict(zip(lengths(state, state.options).split("|"), state.options, strict=True))
    return offered.get(named.pop()) if len(named) == 1 else None


def _of(match: re.Match[str]) -> str:
    return f"{number_of(match['n'])}/{match['u'].lower()}"
