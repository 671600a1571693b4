"""A message as words with their places, and phrases that are looked for in it: what is left shows what is not read yet.

Phrases are data (`moves.yml`). In a phrase words stand apart by blanks; `a/b` is one of several, `a_b` two words in the
place of one, `word?` may be left out, `~3` is up to three words whatever they are, `@n` a number, `@nth` one from
the third on, `@day` and `@month` their names, `$name` one of a named set.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ..reading.day_words import FULL_WEEKDAYS, MONTHS, NTH_END, WEEKDAY_WORDS

# The thumb and its like are answers too, whatever their colour.
_WORD = re.compile("[^\\W_]+(?:['’`´][^\\W_]+)*|[\U0001f44d\U0001f44e\U0001f44c\u2705\u2714\U0001f64f\U0001f642]|\\?")
_APOSTROPHES = re.compile("['’`´]")
# A sentence of a message, with the marks that end it.
SENTENCE = re.compile(r"[^.;!?\n]+[.;!?\n]*")
NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "couple": 2,
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10,
}  # fmt: skip
_NUMBER = rf"(?:\d{{1,4}}|{'|'.join(NUMBERS)})"
_DAY = rf"(?:(?:{FULL_WEEKDAYS})s?|{WEEKDAY_WORDS})"
_MONTH = rf"(?:{MONTHS})"
_NTH = rf"(?:\d{{1,2}}{NTH_END}|{'|'.join(word for word in ORDINALS if word not in ('first', 'second'))})"
_CLASSES = {"@nth": _NTH, "@n": _NUMBER, "@day": _DAY, "@month": _MONTH}
_DATE_WORD = re.compile(rf"\d{{1,4}}{NTH_END}?|{_DAY}|{_MONTH}|{'|'.join(ORDINALS)}")


def number_of(word: str) -> int:
    """The number that a figure or a word of `NUMBERS` says; "a" is one."""
    return 1 if word.lower() in ("a", "an") else NUMBERS.get(word.lower()) or int(word)


class Word(NamedTuple):
    """`text` in lower case without apostrophes; `start` and `end` are places in the message."""

    text: str
    start: int
    end: int


class Phrases:
    """Phrases of one meaning, looked for together."""

    def __init__(self, phrases: Iterable[str], sets: Mapping[str, str]) -> None:
        longest_first = sorted(phrases, key=lambda phrase: -len(phrase.split()))
        self._pattern = re.compile("(?<= )(?:" + "|".join(_compiled(p, sets) for p in longest_first) + ")")

    def at(self, said: Said, place: int) -> int | None:
        """The place after the phrase that begins at the word `place`; None where none does."""
        if place >= len(said.words):
            return None
        match = self._pattern.match(said.canon, said.starts[place])
        return said.word_at(match.end()) if match else None

    def spans(self, said: Said) -> list[tuple[int, int]]:
        """From which word to which (not included) a phrase stands, from left to right."""
        return [(said.word_at(m.start()), said.word_at(m.end())) for m in self._pattern.finditer(said.canon)]

    def within(self, said: Said) -> bool:
        """Whether one of them is in the message."""
        return self._pattern.search(said.canon) is not None


class Said:
    """The words of a message, or of a part of it."""

    def __init__(self, words: Sequence[Word], text: str) -> None:
        self.words, self.text = tuple(words), text
        self.canon = " " + "".join(f"{word.text} " for word in self.words)
        self.starts: list[int] = []
        place = 1
        for word in self.words:
            self.starts.append(place)
            place += len(word.text) + 1

    @classmethod
    def of(cls, text: str) -> Said:
        """All words of `text`."""
        found = [(match[0].lower(), *match.span()) for match in _WORD.finditer(text)]
        return cls([Word(w if w.isalpha() else _APOSTROPHES.sub("", w), start, end) for w, start, end in found], text)

    def word_at(self, place: int) -> int:
        """The number of the word at a place of `canon`; the number of words at its end."""
        return bisect_right(self.starts, place) - 1 if place < len(self.canon) else len(self.words)

    def part(self, start: int, end: int | None = None) -> Said:
        """The words from one place to another, as a message of their own."""
        words = self.words[start:end]
        if not words:
            return Said((), "")
        first, last = words[0].start, words[-1].end
        return Said([Word(w.text, w.start - first, w.end - first) for w in words], self.text[first:last])

    def left(self, spans: Iterable[tuple[int, int]], fillers: frozenset[str]) -> list[str]:
        """The words that no span covers and that weigh something."""
        covered = {place for start, end in spans for place in range(start, end)}
        return [w.text for place, w in enumerate(self.words) if place not in covered and w.text not in fillers]

    def without(self, spans: Iterable[tuple[int, int]]) -> str:
        """The message with the words of `spans` taken out of it."""
        out, place = [], 0
        for start, end in sorted(spans):
            if start < end:
                out.append(self.text[place : self.words[start].start])
                place = self.words[end - 1].end
        return re.sub(r"\s+", " ", " ".join([*out, self.text[place:]])).strip(" ,;:")

    def numbers(self) -> list[int]:
        """The numbers in it, as figures or words; years and the days of dates too."""
        found = (number(word.text) for word in self.words)
        return [n for n in found if n is not None]


def number(word: str) -> int | None:
    """The number that a word is; None where it is none."""
    if word.isascii() and word.isdigit() and len(word) <= 4:
        return int(word)
    return NUMBERS.get(word)


def ordinal(word: str) -> int | None:
    """The place that "second" or "2nd" names; None where it names none."""
    match = re.fullmatch(rf"(\d{{1,2}}){NTH_END}", word)
    return int(match[1]) if match else ORDINALS.get(word)


def is_date_word(word: str) -> bool:
    """Whether a word can be a part of a date."""
    return _DATE_WORD.fullmatch(word) is not None


def _compiled(phrase: str, sets: Mapping[str, str]) -> str:
    return "".join(_element(element, sets) for element in phrase.split())


def _element(element: str, sets: Mapping[str, str]) -> str:
    if element.startswith("~"):
        return rf"(?:\S+ ){{0,{int(element[1:])}}}?"
    optional = element.endswith("?") and element != "?"
    element = element.removesuffix("?") if optional else element
    ways = "|".join(_way(way, sets) for way in element.split("/"))
    return f"(?:(?:{ways}) )" + ("?" if optional else "")


def _way(way: str, sets: Mapping[str, str]) -> str:
    if way.startswith("$"):
        return "|".join(_way(each, sets) for each in sets[way[1:]].split())
    return _CLASSES.get(way) or re.escape(way).replace("_", " ")
