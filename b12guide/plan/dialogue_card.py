"""Which lines about a plan its card says too: for channels that show the plan's dates as a card of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TypedDict

from .dialogue_wording import Wording

# What was read of the plan, in the words of its read-back.
READ = ("what", "one_part", "one_part_last", "one_part_first", "part_last", "part_ended", "part", "then_part_unknown")
# What the dates, their marks and the heading of the card say.
SHOWN = (
    "read_back", "next_is", "next_is_window", "after_that", "kept", "kept_window", "weekend", "weekend_that", "weekends",
)  # fmt: skip
QUESTION = "is_it_right"
_BULLET = "• "


class Card(TypedDict):
    """Lines of a text that a card stands for: what was read, what its dates show, and the question about it."""

    read: list[str]
    shown: list[str]
    ask: str | None


def card_of(lines: Sequence[str], assumptions: Iterable[str], words: Wording) -> Card:
    """The lines that the card of the same plan says too; every other line has to be shown beside it.

    Args:
        lines: what is said.
        assumptions: what was taken for granted, which the card holds folded.
    """
    read, shown = _pattern(words, READ), _pattern(words, SHOWN)
    assumed, question = set(assumptions), words(QUESTION)
    kept = [line for line in lines if line not in assumed and not shown.fullmatch(line) and line != question]
    taken = [line for line in kept if line.startswith(_BULLET) or read.fullmatch(line)]
    return {
        "read": taken,
        "shown": [line for line in lines if line in assumed or shown.fullmatch(line)],
        "ask": question if question in lines else None,
    }


@lru_cache(maxsize=8)
def _pattern(words: Wording, names: tuple[str, ...]) -> re.Pattern[str]:
    """Whatever one of the templates can say."""
    filled = (words(name, **{field: "\0" for field in words.fields(name)}) for name in names)
    return re.compile("|".join(re.escape(text).replace("\0", ".+").replace(r"\x00", ".+") for text in filled))
