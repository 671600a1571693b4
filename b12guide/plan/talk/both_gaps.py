"""Two gaps that were told of one plan, "the letter says every 3 months, the nurse says 12 weeks": the day of each and
the days between them are said, none is picked, and the clinic says which it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..reading.reader import ANY_DAY, read
from ..reading.two_authors import said_by, told_by_two
from .message import NUMBERS, Said, is_date_word, number_of
from .move import Move, place_of
from .move_answers import AGAIN, answer
from .move_words import asks
from .outcome import Who
from .state import State

_UNITS = {"d": "day", "wk": "week", "mo": "month", "a": "year"}
# What asks of the two, and picks none.
_ASKS = re.compile(
    r"\b(?:both|side by side|compare|comparison|difference|differ|apart|between (?:them|the two)|the two"
    r"|how (?:many|much|long)|what (?:date|day)|which (?:one )?(?:is|comes|would|falls|date|day|of|do|should|shall)"
    r"|each (?:one |of them )?(?:give|way|be|come)"
    r"|one way|what (?:do|should|shall|am) i|two different|different things|whose|who is right"
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


def waits_for_last(state: State) -> bool:
    """Whether two say how often, and the last dose is not known: the date by each can be said once it is."""
    asked = next(iter(state.open), None)
    two = asked is not None and asked.about == "interval" and len(asked.options) == 2
    return two and state.anchor is None and state.booking is None and told_by_two(state.said)


def asks_of_both(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """Which of two gaps it is, as somebody says who knows; what is asked of them has their days once more."""
    if state.about == "anchor" and state.anchor is None and waits_for_last(state):
        # Before the last one is known, no date can be given.
        alone = _ASKS.search(said.text) is not None and not any(is_date_word(word.text) for word in said.words)
        return (Move("answer", AGAIN, rest=place_of(said, len(said.words))),) if alone else ()
    if state.about != "interval" or not lengths(state, state.options):
        return ()
    if (picked := _picked(said, state)) is not None:
        return (answer(state, picked, said),)
    if not _ASKS.search(said.text):
        return ()
    return (Move("answer", AGAIN, rest=place_of(said, len(said.words))),)


def _picked(said: Said, state: State) -> str | None:
    """The one of the two that a message names and does not deny, beside a word of who said so."""
    if asks(said):
        return None
    offered = dict(zip(lengths(state, state.options).split("|"), state.options, strict=True))
    if (by_author := _by_author(said, state)) is not None:
        return offered.get(by_author)
    if (bare := _bare(said, [*offered])) is not None:
        return offered[bare]
    if not _PICKS.search(said.text):
        return None
    named = {_of(match) for match in _LENGTH.finditer(said.text.replace("’", "'")) if not match["not"]}
    return offered.get(named.pop()) if len(named) == 1 else None


def _by_author(said: Said, state: State) -> str | None:
    """The length of the one who is said to be right: "I rang them, the letter is right"."""
    plain, lengths_of = said.text.replace("’", "'"), said_by(state.said)
    right: set[str] = set()
    for name, length in lengths_of.items():
        found = re.search(rf"\b{re.escape(name)}\b(?P<behind>[^.;!?\n]{{0,40}})", plain, re.I)
        if found is None:
            continue
        if _WRONG.search(found["behind"]):
            right |= {other for other in lengths_of.values() if other != length}
        elif _RIGHT.search(found["behind"]) or _FOLLOW.search(plain[: found.start()]):
            right.add(length)
    if len(right) != 1:
        return None
    count, unit = right.pop().split()
    return f"{number_of(count)}/{unit}"


_RIGHT = re.compile(
    r"^(?:'s| is| was| had it| has it| got it| had| were)?(?: the)?(?: \w+)? ?\b(?:right|correct|true|good)\b", re.I
)
_WRONG = re.compile(
    r"\b(?:wrong|mistaken|mistake|incorrect|mixed up|mix-?up|out of date|old one)\b"
    r"|\b(?:not|isn'?t|wasn'?t) (?:right|correct)\b",
    re.I,
)
_FOLLOW = re.compile(
    r"\b(?:go(?:ing)? with|go(?:ing)? by|stick(?:ing)? (?:to|with)|follow|keep to|same as|agree with|as on|it'?s)"
    r" (?:the|what the|my) $",
    re.I,
)
_NUMBER = re.compile(
    rf"(?P<not>\b(?:not|isn'?t|never) (?:the |every )?)?\b(?P<n>\d{{1,2}}|{'|'.join(NUMBERS)})\b(?! ?(?:of|am|pm|:))",
    re.I,
)


def _bare(said: Said, offered: Sequence[str]) -> str | None:
    """The one of the two that is named by its number, where nothing but the two is: "it's 8, not 12 at all"."""
    plain = said.text.replace("’", "'")
    by_number = {one.split("/")[0]: one for one in offered}
    numbers = [(str(number_of(match["n"])), match["not"]) for match in _NUMBER.finditer(plain)]
    if len(by_number) != len(offered) or not numbers or any(number not in by_number for number, _ in numbers):
        return None
    said_so = [number for number, denied in numbers if not denied]
    left = set(said_so) or set(by_number) - {number for number, _ in numbers}
    if len(left) != 1 or not (_PICKS.search(plain) or any(denied for _, denied in numbers)):
        return None
    return by_number[left.pop()]


def _of(match: re.Match[str]) -> str:
    return f"{number_of(match['n'])}/{match['u'].lower()}"
