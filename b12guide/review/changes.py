"""What is different in texts since they were signed, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, Literal

from .sheets import Sheet, passages_in

_WORDS: Final = re.compile(r"\s+|\S+")


@dataclass(frozen=True)
class Piece:
    """A run of words that stayed, went or came."""

    kind: Literal["same", "gone", "new"]
    text: str


@dataclass(frozen=True)
class Change:
    """A text that is not as it was signed: the keys of the passages that changed in the same way, and the first of them
    in pieces."""

    keys: tuple[str, ...]
    pieces: tuple[Piece, ...]


def changes(sheet: Sheet, kept: str) -> list[Change]:
    """What changed from the texts that were `kept` to those of a sheet; the same change in several countries is one."""
    before = passages_in(kept)
    now = passages_in(sheet.kept)
    found: dict[tuple[Piece, ...], tuple[list[str], tuple[Piece, ...]]] = {}
    for key in dict.fromkeys([*now, *before]):
        pieces = tuple(_pieces(before.get(key, ""), now.get(key, "")))
        different = tuple(piece for piece in pieces if piece.kind != "same")
        if different:
            found.setdefault(different, ([], pieces))[0].append(key)
    return [Change(tuple(keys), pieces) for keys, pieces in found.values()]


def _pieces(before: str, now: str) -> Iterator[Piece]:
    old, new = _WORDS.findall(before), _WORDS.findall(now)
    for _, from_old, to_old, from_new, to_new in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = "".join(old[from_old:to_old]), "".join(new[from_new:to_new])
        if gone == come:
            yield Piece("same", come)
            continue
        if gone:
            yield Piece("gone", gone)
        if come:
            yield Piece("new", come)
