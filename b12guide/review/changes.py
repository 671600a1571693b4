"""What is different in texts since they were signed, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, Literal

from .sheets import Sheet, passages_in

_WORDS: Final = re.compile(r"\s+|\S+")
_KEY: Final = re.compile(r"(.*?)(?: \[([^\]]*)\])?")
# Where a text is the same in every country.
_EVERYWHERE: Final = ""

ByCountry = dict[str, str]


@dataclass(frozen=True)
class Piece:
    """A run of words that stayed, went or came."""

    kind: Literal["same", "gone", "new"]
    text: str


@dataclass(frozen=True)
class Change:
    """Texts that are not as they were signed, all changed in the same way.

    `places`: the name of each and its countries, none where it is the same everywhere; `pieces`: the first of them.
    """

    places: tuple[tuple[str, tuple[str, ...]], ...]
    pieces: tuple[Piece, ...]


def changes(sheet: Sheet, kept: str) -> list[Change]:
    """What changed from the texts that were `kept` to those of a sheet, in each country."""
    before, now = _by_name(passages_in(kept)), _by_name(passages_in(sheet.kept))
    found: dict[tuple[Piece, ...], tuple[dict[str, list[str]], tuple[Piece, ...]]] = {}
    for name in dict.fromkeys([*now, *before]):
        old, new = before.get(name, {}), now.get(name, {})
        codes = dict.fromkeys([*new, *old])
        for code in [code for code in codes if code] or [_EVERYWHERE]:
            found_here = tuple(pieces(_said(old, code), _said(new, code)))
            different = tuple(piece for piece in found_here if piece.kind != "same")
            if different:
                found.setdefault(different, ({}, found_here))[0].setdefault(name, []).append(code)
    return [
        Change(tuple((name, tuple(filter(None, codes))) for name, codes in places.items()), said)
        for places, said in found.values()
    ]


def _by_name(passages: Mapping[str, str]) -> dict[str, ByCountry]:
    found: dict[str, ByCountry] = {}
    for key, text in passages.items():
        parts = _KEY.fullmatch(key)
        name, codes = (parts[1], parts[2]) if parts else (key, None)
        for code in codes.split(", ") if codes else [_EVERYWHERE]:
            found.setdefault(name, {})[code] = text
    return found


def _said(texts: ByCountry, code: str) -> str:
    return texts.get(code, texts.get(_EVERYWHERE, ""))


def pieces(before: str, now: str) -> Iterator[Piece]:
    """The words of two texts in the order of the second: which stayed, went and came."""
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
