"""An answer in few words, for who wants it so: its first sentence, and what to do."""

from __future__ import annotations

import re

# Sentences that say what to do: no wish for few words takes them away.
ACTION = re.compile(
    r"\b(?:call|tell|ask|get|go|stop|talk|do not|helps?|never|must|needs?|today|nobody|no one|advice|none in"
    r"|not have it|date stays|only (?:with|if|when|where))\b|\{(?:emergency|urgent)\}"
    r"|^(?:lie|take|keep|drink|eat|use|put|rest|have|wait|sit|press|show|say|bring|stay|leave|look|try|throw)\b",
    re.I,
)


def in_few_words(text: str) -> str:
    """The first sentence of an answer, and those that say what to do."""
    first, *rest = re.split(r"(?<=[.!?])\s+", text.strip())
    return " ".join([first, *filter(ACTION.search, rest)])


# A reason behind what holds.
_REASON = re.compile(r"(?<=\w{2})[:;] [^.]*(?=\.)|, because [^.]*(?=\.)")


def straight(text: str) -> str:
    """An answer that was given before, shorter: its first sentence without the reason, and what to do."""
    first, *rest = re.split(r"(?<=[.!?])\s+", in_few_words(text))
    return " ".join([first if ACTION.search(first) else _REASON.sub("", first), *rest])
