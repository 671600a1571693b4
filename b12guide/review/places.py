"""Where texts that are said in several countries differ: the places, each with the words of every text in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

# A word with the gap behind it; in writing without gaps, what stands up to a mark.
_WORDS: Final = re.compile(r"[^\s。，；：！？、]+[。，；：！？、]*\s*|\S\s*")
_LINES: Final = re.compile(r"[^\n]+\n*")
# A text of several lines that is shorter than this, in letters, is a list.
_LIST: Final = 200
# So many words have to be the same between two places; fewer are joining words, and belong to one place with both.
_FEWEST_BETWEEN: Final = 4


@dataclass(frozen=True)
class Part:
    """A part of all texts: with one text it is the same in each, otherwise a place with the words of each."""

    texts: tuple[str, ...]

    @property
    def is_place(self) -> bool:
        """Whether the texts differ here."""
        return len(self.texts) > 1


@dataclass(frozen=True)
class _Run:
    """Words that are the same in all texts: where they begin in each, and how many they are."""

    starts: tuple[int, ...]
    length: int

    def follows(self, starts: Sequence[int]) -> bool:
        return all(at + self.length == start for at, start in zip(self.starts, starts, strict=True))


def parts(texts: Sequence[str]) -> list[Part]:
    """Several texts cut at the same words: what all have, as the first has it, and the places where they differ.

    A list is cut at whole lines, any other text at words.
    """
    is_list = any("\n" in text for text in texts) and all(len(text) < _LIST for text in texts)
    words = [(_LINES if is_list else _WORDS).findall(text) for text in texts]
    found: list[Part] = []
    done = [0] * len(texts)
    ends = _Run(tuple(map(len, words)), 0)
    for run in [*_kept(words, 1 if is_list else _FEWEST_BETWEEN), ends]:
        place = tuple("".join(own[at:to]) for own, at, to in zip(words, done, run.starts, strict=True))
        if any(place):
            found.append(Part(place))
        if run.length:
            found.append(Part(("".join(words[0][run.starts[0] : run.starts[0] + run.length]),)))
        done = [at + run.length for at in run.starts]
    return found


def _kept(words: Sequence[Sequence[str]], fewest: int) -> Iterator[_Run]:
    """The runs of common words that places are cut at: long enough, or with nothing before or nothing behind them."""
    for run in _runs([[word.strip() for word in own] for own in words]):
        begins = not any(run.starts)
        closes = run.follows([len(own) for own in words])
        if run.length >= fewest or begins or closes:
            yield run


def _runs(words: Sequence[Sequence[str]]) -> Iterator[_Run]:
    matched = [_matches(words[0], own) for own in words[1:]]
    run: _Run | None = None
    for at in range(len(words[0])):
        if not all(at in one for one in matched):
            continue
        starts = (at, *(one[at] for one in matched))
        if run is not None and run.follows(starts):
            run = _Run(run.starts, run.length + 1)
            continue
        if run is not None:
            yield run
        run = _Run(starts, 1)
    if run is not None:
        yield run


def _matches(first: Sequence[str], other: Sequence[str]) -> Mapping[int, int]:
    blocks = SequenceMatcher(None, first, other, autojunk=False).get_matching_blocks()
    return {block.a + step: block.b + step for block in blocks for step in range(block.size)}
