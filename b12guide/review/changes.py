"""What is different in texts since they were signed: word by word where little is, otherwise whole sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Final, Literal

from .patterns import in_words
from .sheets import PATTERNS, Sheet, passages_in

_WORDS: Final = re.compile(r"\s+|\S+")
# A sentence or a line with the gap behind it.
_SENTENCES: Final = re.compile(r"""\S(?:[^\n]*?(?:[.!?]["'”’)]?(?=\s)|[。！？।۔])|[^\n]*)\s*""")
_KEY: Final = re.compile(r"(.*?)(?: \[([^\]]*)\])?")
_NUMBERED: Final = re.compile(r"(.*?) \d+(: .*)?")
# Where a text is the same in every country.
_EVERYWHERE: Final = ""
# A sentence is shown word by word while no more of it than this is changed.
_MOST_CHANGED: Final = 1 / 3
# Two texts that have so much in common are one that was changed; others are so only by where they stand.
_ALIKE: Final = 0.5


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


@dataclass(frozen=True)
class _Entry:
    """A text of a list, or one alone: its name with its number, and where it is said; no countries: everywhere."""

    name: str
    codes: tuple[str, ...]
    text: str


def changes(sheet: Sheet, kept: str) -> list[Change]:
    """What changed from the texts that were `kept` to those of a sheet, in each country.

    The entries of a list are told by their texts: one that is gone does not make those behind it others.
    """
    before, now = _by_list(passages_in(kept)), _by_list(passages_in(sheet.kept))
    found: dict[tuple[Piece, ...], tuple[dict[str, list[str]], tuple[Piece, ...]]] = {}
    for name in dict.fromkeys([*now, *before]):
        old, new = before.get(name, []), now.get(name, [])
        for code in list(dict.fromkeys(code for one in [*new, *old] for code in one.codes)) or [_EVERYWHERE]:
            for was, now_is in _aligned(_said_in(old, code), _said_in(new, code)):
                entry = now_is or was
                found_here = tuple(pieces(*_as_read(was, now_is)))
                different = tuple(piece for piece in found_here if piece.kind != "same")
                if entry and different:
                    codes = found.setdefault(different, ({}, found_here))[0].setdefault(entry.name, [])
                    codes += [code] if any(one.codes for one in (was, now_is) if one) else []
    return [
        Change(tuple((name, tuple(codes)) for name, codes in places.items()), said) for places, said in found.values()
    ]


def _by_list(passages: Mapping[str, str]) -> dict[str, list[_Entry]]:
    found: dict[str, list[_Entry]] = {}
    for key, text in passages.items():
        parts = _KEY.fullmatch(key)
        name, codes = (parts[1], parts[2]) if parts else (key, None)
        of_list = _NUMBERED.sub(r"\1\2", name) if _NUMBERED.fullmatch(name) else name
        found.setdefault(of_list, []).append(_Entry(name, tuple(codes.split(", ")) if codes else (), text))
    return found


def _said_in(entries: Sequence[_Entry], code: str) -> list[_Entry]:
    """What is said in a country; of a name that has words of its own there, those alone."""
    own = {one.name for one in entries if code in one.codes}
    return [one for one in entries if code in one.codes or not (one.codes or one.name in own)]


def _aligned(old: Sequence[_Entry], new: Sequence[_Entry]) -> Iterator[tuple[_Entry | None, _Entry | None]]:
    """Which entry became which, in their order; None where one is gone or came."""
    texts = [one.text for one in old], [one.text for one in new]
    for was, now_is in _pairs(*texts):
        yield (None if was is None else old[was], None if now_is is None else new[now_is])


def _as_read(was: _Entry | None, now: _Entry | None) -> tuple[str, str]:
    """Two texts as they are compared: patterns in words, unless these are the same."""
    texts = (was.text if was else "", now.text if now else "")
    if any(one.name.startswith(PATTERNS) for one in (was, now) if one):
        before, after = ("\n".join(map(in_words, text.split("\n"))) for text in texts)
        return (before, after) if before != after else texts
    return texts


def pieces(before: str, now: str) -> Iterator[Piece]:
    """The sentences of two texts in the order of the second: which stayed, went and came. Of a sentence in which little
    changed, its words; of any other the whole old one and the whole new one."""
    run: list[Piece] = []
    for piece in _by_sentence(before, now):
        # Sentences in a row that all went, or all came, are one piece.
        if len(run) > 1 and piece.kind == run[-2].kind and run[-1].kind == "same" and not run[-1].text.strip():
            run[-2:] = [Piece(piece.kind, run[-2].text + run[-1].text + piece.text)]
        else:
            run.append(piece)
    yield from run


def _by_sentence(before: str, now: str) -> Iterator[Piece]:
    old, new = _SENTENCES.findall(before), _SENTENCES.findall(now)
    gap = ""
    same = ""
    for was_at, now_at in _pairs([one.strip() for one in old], [one.strip() for one in new]):
        was, now_is = ("" if was_at is None else old[was_at]), ("" if now_at is None else new[now_at])
        for piece in _sentence(was.rstrip(), now_is.rstrip()):
            if piece.kind == "same":
                same += gap + piece.text
            else:
                if same + gap:
                    yield Piece("same", same + gap)
                yield piece
                same = ""
            gap = ""
        gap = now_is[len(now_is.rstrip()) :] or was[len(was.rstrip()) :] or " "
    if same:
        yield Piece("same", same)


def _sentence(was: str, now: str) -> Iterator[Piece]:
    if was == now:
        yield Piece("same", now)
    elif was and now and _changed(was, now) <= _MOST_CHANGED:
        yield from _word_by_word(was, now)
    else:
        if was:
            yield Piece("gone", was)
        if was and now:
            yield Piece("same", " ")
        if now:
            yield Piece("new", now)


def _word_by_word(was: str, now: str) -> Iterator[Piece]:
    old, new = _WORDS.findall(was), _WORDS.findall(now)
    for _, from_old, to_old, from_new, to_new in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = "".join(old[from_old:to_old]), "".join(new[from_new:to_new])
        if gone == come:
            yield Piece("same", come)
            continue
        if gone:
            yield Piece("gone", gone)
        if come:
            yield Piece("new", come)


def _changed(was: str, now: str) -> float:
    """How much of a text is changed: the words that went or came, of those of the longer one."""
    old, new = was.split(), now.split()
    same = sum(block.size for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks())
    longer = max(len(old), len(new))
    return (longer - same) / longer if longer else 0.0


def _pairs(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int | None, int | None]]:
    """Which of two rows of texts go together, by their places, in order: those that are the same, then those most
    alike, then those that stand in the same place between them."""
    for kind, from_old, to_old, from_new, to_new in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        olds, news = range(from_old, to_old), range(from_new, to_new)
        yield from zip(olds, news, strict=True) if kind == "equal" else _most_alike(old, new, olds, news)


def _most_alike(
    old: Sequence[str], new: Sequence[str], olds: range, news: range
) -> Iterator[tuple[int | None, int | None]]:
    alike = ((1 - _changed(old[was], new[now]), -was, -now) for was in olds for now in news)
    best, was, now = max(alike, default=(0.0, 0, 0))
    if best < _ALIKE:
        yield from zip_longest(olds, news)
        return
    was, now = -was, -now
    yield from _most_alike(old, new, range(olds.start, was), range(news.start, now))
    yield was, now
    yield from _most_alike(old, new, range(was + 1, olds.stop), range(now + 1, news.stop))
