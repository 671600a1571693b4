"""Cutting a message into its sentences, for scoring each by itself."""

from __future__ import annotations

import re

_END = re.compile(r"(?<=[.!?;])\s+|\n+")
# A story longer than this is scored by its first and last sentences: the start says who, the end asks.
MOST_SENTENCES = 12


def sentences(text: str) -> list[str]:
    """The sentences of `text`, at most `MOST_SENTENCES`; fragments of fewer than 3 letters join their neighbour."""
    found: list[str] = []
    for piece in _END.split(text):
        piece = piece.strip()
        if not piece:
            continue
        if found and sum(c.isalpha() for c in piece) < 3:
            found[-1] = f"{found[-1]} {piece}"
        else:
            found.append(piece)
    if len(found) > MOST_SENTENCES:
        half = MOST_SENTENCES // 2
        found = found[:half] + found[-half:]
    return found
