"""The small language in which clinicians write what people say.

    [chest] & [pain]          words of both lists, either first, up to 4 words between (&7: up to 7)
    [cannot] ~2 [breathe]     in this order, up to 2 words between (~ alone: up to 4)
    worst ~2 headache         plain words stand for themselves, a/b for either
    very? [sick]              a question mark: may be missing
    ^ goodbye $               ^ and $: start and end of a sentence
    [arm/leg]                 words of either list

Small filler words ("my", "the", "really") may always stand between two parts. No match runs over the end of a sentence.
A word list may hold phrases, joined by underscores: passed/blacked_out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from sys import intern
from typing import NamedTuple

from ._when_needed import WhenNeeded
from ._words import ASK, COMMA, STOP, Vocabulary

DEFAULT_GAP = 4
_PART = re.compile(r"\[([a-z0-9_]+(?:/[a-z0-9_]+)*)\](\?)?|([A-Za-z0-9_]+(?:/[A-Za-z0-9_]+)*)(\?)?")
_GAP = re.compile(r"([~&])(\d+)?")
_END = re.escape(STOP) + re.escape(ASK)


class PatternError(ValueError):
    """A pattern that cannot be read; the message says which part and why."""


@dataclass(frozen=True)
class WordList:
    """Single words and phrases (each a sequence of alternatives) that mean the same."""

    words: frozenset[str]
    phrases: tuple[tuple[tuple[str, ...], ...], ...]

    @classmethod
    def parse(cls, entries: Iterable[str]) -> WordList:
        """Build from entries such as `faint fainted passed/blacked_out`."""
        words: set[str] = set()
        phrases: list[tuple[tuple[str, ...], ...]] = []
        for entry in " ".join(entries).split():
            parts = tuple(tuple(part.split("/")) for part in entry.split("_"))
            if len(parts) == 1:
                words.update(parts[0])
            else:
                phrases.append(parts)
        return cls(frozenset(words), tuple(phrases))

    def sets(self) -> Iterator[frozenset[str]]:
        """The words of which one stands at one place: the single ones, and each part of each phrase."""
        yield self.words
        for phrase in self.phrases:
            yield from map(frozenset, phrase)

    def all_words(self) -> set[str]:
        """Every single word that the list is made of."""
        return set().union(*self.sets())

    def needed_words(self) -> set[str]:
        """The words of which at least one must be there for the list to match."""
        return set(self.words) | {word for phrase in self.phrases for word in phrase[-1]}


Lists = Mapping[str, WordList]


@dataclass(frozen=True)
class Part:
    """One element of a pattern: a gap, a sentence edge, or words."""

    kind: str
    words: WordList | None = None
    gap: int = 0
    optional: bool = False


@dataclass(frozen=True)
class Pattern(WhenNeeded):
    """A pattern ready to be searched for in the codes of a message; its groups are the gaps.

    `needs`: the codes of each list of which a word must be there; patterns with the same list share its text.
    """

    source: str
    needs: tuple[str, ...]


def parse(source: str, lists: Lists) -> tuple[list[list[Part]], int]:
    """The sides of a pattern (two when it holds `&`) and the gap between them.

    Raises: PatternError naming the part that cannot be read.
    """
    sides: list[list[Part]] = [[]]
    between = DEFAULT_GAP
    for item in source.split():
        gap = _GAP.fullmatch(item)
        if gap:
            size = int(gap[2]) if gap[2] else DEFAULT_GAP
            if size > 12:
                raise PatternError(f"'{item}': a gap holds at most 12 words.")
            if gap[1] == "&":
                sides.append([])
                between = size
            else:
                sides[-1].append(Part("gap", gap=size))
        elif item in "^$":
            sides[-1].append(Part(item))
        else:
            sides[-1].append(_words_part(item, lists))
    if len(sides) > 2:
        raise PatternError("only one & in a pattern.")
    for side in sides:
        if not any(part.kind == "words" and not part.optional for part in side):
            raise PatternError("each side of a pattern needs a word or a [list] that is not optional.")
        if side[0].kind == "gap" or side[-1].kind == "gap":
            raise PatternError("a gap stands between two parts.")
    return sides, between


def _words_part(item: str, lists: Lists) -> Part:
    match = _PART.fullmatch(item)
    if not match:
        raise PatternError(f"'{item}' cannot be read. Write a word, a/b, [list], ~, &, ^ or $.")
    if match[1]:
        names = match[1].split("/")
        missing = [name for name in names if name not in lists]
        if missing:
            raise PatternError(f"there is no word list [{missing[0]}].")
        chosen = [lists[name] for name in names]
        words = WordList(
            frozenset().union(*(one.words for one in chosen)), tuple(p for one in chosen for p in one.phrases)
        )
        return Part("words", words, optional=bool(match[2]))
    return Part("words", WordList.parse([match[3]]), optional=bool(match[4]))


def sets_of(sides: Sequence[Sequence[Part]]) -> Iterator[frozenset[str]]:
    """The sets of words that a parsed pattern is made of, each as often as it stands there."""
    for side in sides:
        for part in side:
            if part.words:
                yield from part.words.sets()


class _Headed(NamedTuple):
    """An expression: one of the codes `first`, then the `rest`; nothing but the rest where `first` is empty."""

    first: frozenset[str]
    rest: str

    @property
    def whole(self) -> str:
        return (_one_of(self.first) if self.first else "") + self.rest


class PatternCompiler:
    """Turns parsed patterns into regular expressions over the codes of one vocabulary."""

    def __init__(self, vocabulary: Vocabulary, *, fillers: WordList, articles: WordList, breaks: WordList) -> None:
        """Args: fillers: words that may stand anywhere. articles: those that may stand inside a phrase.
        breaks: words that no gap runs over ("but")."""
        code = vocabulary.code
        self._members: Callable[[str], list[str]] = vocabulary.codes_of_class
        self._filler = "[" + _in_runs(code(word) for word in fillers.words) + "]{0,3}"
        self._article = "[" + _in_runs(code(word) for word in articles.words) + "]?"
        self._stop = _END + _in_runs(code(word) for word in breaks.words)

    def compile(self, source: str, lists: Lists, *, captured: bool = True) -> Pattern:
        """Raises: PatternError when the pattern cannot be read."""
        sides, between = parse(source, lists)
        heads = [self._side(side, captured) for side in sides]
        if len(heads) == 2:
            gap = self._gap(between, captured)
            ways = [_Headed(one.first, f"{one.rest}{gap}{other.whole}") for one, other in (heads, heads[::-1])]
            heads = [self._either(ways)]
        body = heads[0].whole
        needs = [
            intern("".join(sorted(self._codes_of(part.words.needed_words()))))
            for side in sides
            for part in side
            if part.words and not part.optional
        ]
        return Pattern(body, source, tuple(needs))

    def _gap(self, size: int, captured: bool) -> str:
        return f"([^{self._stop}]{{0,{size}}}?)" if captured else f"[^{self._stop}]{{0,{size}}}?"

    def _side(self, side: Sequence[Part], captured: bool) -> _Headed:
        head = _Headed(frozenset(), "")
        text = ""
        joined = True
        for part in side:
            if part.kind == "gap":
                text += self._gap(part.gap, captured)
                joined = True
            elif part.kind == "^":
                text += rf"(?:^|(?<=[{_END}]))"
                joined = True
            elif part.kind == "$":
                text += rf"(?=[{_END}]|$)"
            elif part.words and part is side[0] and not part.optional:
                head = self._choice(part.words)
                joined = False
            else:
                words = self._choice(part.words).whole if part.words else ""
                between = "" if joined else self._filler
                text += f"(?:{between}{words})?" if part.optional else between + words
                joined = joined and part.optional
        return _Headed(head.first, head.rest + text)

    def _choice(self, words: WordList) -> _Headed:
        """Any of `words`, the phrases first."""
        phrases = [
            _Headed(self._codes_of(phrase[0]), "".join(self._article + self._set(part) for part in phrase[1:]))
            for phrase in words.phrases
        ]
        # Together, so that a single word is not looked for as the beginning of each.
        ways = [self._either(phrases)] if phrases else []
        if words.words:
            ways.append(_Headed(self._codes_of(words.words), ""))
        return self._either(ways)

    def _either(self, ways: Sequence[_Headed]) -> _Headed:
        """The first of `ways` that matches. Where each begins with a code of a set, so does the whole: the search for
        the place where one of them begins is what an expression takes most of its time for, and for a set it is fast.
        """
        if len(ways) == 1:
            return ways[0]
        if not all(way.first for way in ways):
            return _Headed(frozenset(), f"(?:{'|'.join(way.whole for way in ways)})")
        first = frozenset().union(*(way.first for way in ways))
        rests = [way.rest if way.first == first else f"(?<={_one_of(way.first)}){way.rest}" for way in ways]
        return _Headed(first, f"(?:{'|'.join(rests)})")

    def _codes_of(self, words: Iterable[str]) -> frozenset[str]:
        return frozenset(code for word in words for code in self._members(word))

    def _set(self, words: Iterable[str]) -> str:
        return _one_of(self._codes_of(words))


def _one_of(codes: frozenset[str]) -> str:
    return min(codes) if len(codes) == 1 else "[" + _in_runs(codes) + "]"


def _in_runs(codes: Iterable[str]) -> str:
    """`codes` as they stand between brackets, those that follow each other as a range."""
    runs: list[list[str]] = []
    for code in sorted(codes):
        if runs and ord(code) == ord(runs[-1][-1]) + 1:
            runs[-1].append(code)
        else:
            runs.append([code])
    return "".join(f"{run[0]}-{run[-1]}" if len(run) > 2 else "".join(run) for run in runs)


__all__ = [
    "ASK",
    "COMMA",
    "STOP",
    "Pattern",
    "PatternCompiler",
    "PatternError",
    "WordList",
    "parse",
    "sets_of",
]


def leftmost(cues: Sequence[tuple[re.Pattern[str], int, int]], codes: str) -> list[tuple[int, int]]:
    """What one expression with `cues` as its alternatives would match, each looked for between two places of `codes`:
    leftmost first, of those the first named."""
    if len(cues) == 1:
        cue, first, last = cues[0]
        return [match.span() for match in cue.finditer(codes, first, last)]
    found = [(order, cue.search(codes, first, last)) for order, (cue, first, last) in enumerate(cues)]
    ahead = [(match.start(), order, match.end()) for order, match in found if match]
    if not ahead:
        return []
    heapify(ahead)
    spans: list[tuple[int, int]] = []
    passed = 0
    while ahead:
        start, order, end = heappop(ahead)
        if start >= passed:
            spans.append((start, end))
            passed = end
        cue, _, last = cues[order]
        match = cue.search(codes, passed, last)
        if match:
            heappush(ahead, (match.start(), order, match.end()))
    return spans
