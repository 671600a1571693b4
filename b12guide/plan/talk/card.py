"""Which lines about a plan its card says too: for channels that show the plan's dates as a card of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TypedDict

from .templates import Wording

# A plan of one part, in the words of its read-back.
READ = ("one_part", "one_part_last", "one_part_first")
# What the dates, their marks and the heading of the card say.
SHOWN = (
    "next_is",
    "next_is_window",
    "next_is_today",
    "today",
    "after_that",
    "kept",
    "kept_window",
    "weekend",
    "weekend_that",
    "weekends",
)
READ_BACK, QUESTION = "read_back", "is_it_right"
_BULLET = "• "
# A date or a list of dates: never a second sentence.
_DATES = r"[^.?!]+"


class Card(TypedDict):
    """Lines of a text that a card stands for: what was read, what its dates show, and the question about it."""

    read: list[str]
    shown: list[str]
    ask: str | None


def card_of(lines: Sequence[str], parts: Sequence[str], assumptions: Iterable[str], words: Wording) -> Card:
    """The lines that the card of the same plan says too; every other line has to be shown beside it.

    Args:
        lines: what is said.
        parts: the parts of the plan from the present one on, as they are read back: what was read where no line
            says it.
        assumptions: what was taken for granted, which the card holds folded.
    """
    whole = words(READ_BACK) in lines
    shown = {line for line in lines if _said(line, SHOWN, parts[0], words)} | ({words(READ_BACK)} if whole else set())
    assumed, question = set(assumptions), words(QUESTION)
    read = [line for line in lines if _said(line, READ, parts[0], words) or (whole and line.startswith(_BULLET))]
    return {
        "read": read or [words("one_part", words=part) for part in parts],
        "shown": [line for line in lines if line in assumed | shown],
        "ask": question if question in lines else None,
    }


def _said(line: str, names: Iterable[str], part: str, words: Wording) -> bool:
    """Whether one of the templates says exactly this, of this part and any dates."""
    for name in names:
        gaps = {field: part if field == "words" else "\0" for field in words.fields(name)}
        pattern = _DATES.join(re.escape(text) for text in words(name, **gaps).split("\0"))
        if re.fullmatch(pattern, line):
            return True
    return False
