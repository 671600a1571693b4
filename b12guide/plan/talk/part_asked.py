"""A question about one part of a plan by how often its injections are: "first weekly one?", "when do the daily ones
stop". It asks when that part begins or ends, and puts nothing in the place of any part."""

from __future__ import annotations

import re

from ..wording import phase_words
from .message import Said, is_date_word, number
from .move import Move, place_of
from .move_words import FILLERS, PREAMBLE, asks
from .outcome import Who
from .part_named import part_as_often
from .state import CHANGE, CONFIRM, LAST_GIVEN, PAST, State

# "Every other day" as so many days.
_EVERY_OTHER = re.compile(r"\b(?:(?:every|each) (?:other|second)|alternate) (days?|weeks?|months?)\b", re.I)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ENDS = _words(
    "last final end ends ending ended finish finishes finishing finished stop stops stopping over done "
    "until till up complete completes"
)
_LAST = _words("last final over done")
_BEGINS = _words("first start starts starting begin begins beginning kick kicks commence when whens")
_PART = _words(
    "daily dailies day days weekly weeklies week weeks fortnightly fortnightlies fortnight monthly "
    "monthlies month months quarterly quarterlies yearly year years every each other alternate second "
    "apart bit part stage lot set run stretch phase"
)
_BESIDE = _words(
    "when whens what whats which date day is are does do will would it they and so the on from in off come comes go "
    "goes fall falls due exactly again then finally actually around about"
)
# Who says one of these tells of a part, and asks of none.
_TELLS = _words(
    "is was are were its thats be had not no starts begins from for then every each on ends stops "
    "finishes until till over done up"
)
# The end of all of it is that of its last part.
_ALL = _words("whole entire everything altogether all")
_ALL_BESIDE = _words(
    "course plan treatment thing things injections jabs shots of the my this that them it lot programme"
)
_MOST_BARE = 6
_OPEN = (None, CONFIRM, CHANGE, PAST, LAST_GIVEN)


def part_asked(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """When a part begins or ends that is named by how often its injections are, and nothing else of weight."""
    if len(state.phases) < 2 or state.about not in _OPEN:
        return ()
    words = [word.text for word in said.words]
    ends, begins = _ENDS & {*words}, _BEGINS & {*words}
    if not (ends or begins) or not (asks(said) or _is_bare(words)):
        return ()
    if ends and begins - {"when", "whens"}:
        # Of two parts, each has its own question.
        return ()
    if _ALL & {*words} and ends and not _LAST & {*words} and state.phases[-1].bounded:
        left = said.left([], FILLERS | PREAMBLE | _BESIDE | _ENDS | _BEGINS | _ALL | _ALL_BESIDE)
        often = phase_words(state.phases[-1])
        return () if left else (Move("request", "phase_end", often, rest=place_of(said, len(said.words))),)
    named = _EVERY_OTHER.sub(r"2 \1", said.text)
    if part_as_often(named, state.phases) is None:
        return ()
    light = FILLERS | PREAMBLE | _PART | _BESIDE | _ENDS | _BEGINS
    left = [word for word in said.left([], light) if number(word) is None]
    if left or any(is_date_word(word) and word not in light and number(word) is None for word in words):
        return ()
    name = "phase_end" if ends else "phase_start"
    return (Move("request", name, named, rest=place_of(said, len(said.words))),)


def _is_bare(words: list[str]) -> bool:
    """Whether a part is only named with its end, as in "and first monthly": whoever tells of one says that it is so."""
    asked = words[:-1] if words[-1:] == ["on"] else words
    return not _TELLS & {*asked} and len(words) <= _MOST_BARE
