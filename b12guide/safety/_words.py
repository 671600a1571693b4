"""From a message to known words: spelling, text-speak, run-together words and typing faults."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

# The ends of sentences follow each other, so that what no gap runs over is one range more than the words of it.
STOP, ASK, COMMA, UNKNOWN = ".", "/", ",", "x"

_APOSTROPHES = "\u2018\u2019\u201b\u02bc`\u00b4\u2032\uff07"
_QUOTES = str.maketrans(dict.fromkeys(_APOSTROPHES, "'"))
_STOPS, _COMMAS, _LAUGHS = ".\u2026!;\n", ",:()[]\u2013\u2014-", "\U0001f602\U0001f923\U0001f639"
# A word has one or two apostrophes at most ("shouldn't've"); where more stand between letters they part words.
_TOKEN = re.compile(
    r"b ?-?12\b|\d+(?:[.,]\d+)?|[^\W\d_]+(?:'[^\W\d_]+){0,2}(?!'?[^\W\d_])|[^\W\d_]+"
    r"|[?!]+|[.\u2026]+|[;\n,:()\[\]\u2013\u2014-]|[" + _LAUGHS + "]"
)
# The same of a text in ASCII and small letters, in two thirds of the time.
_PLAIN_TOKEN = re.compile(
    r"b ?-?12\b|[0-9]+(?:[.,][0-9]+)?|[a-z]+(?:'[a-z]+){0,2}(?!'?[a-z])|[a-z]+|[?!]+|[.]+|[;\n,:()\[\]-]"
)
# Two signs stand for a whole sentence each, and a message of them would be eighteen times its length.
_SENTENCES_IN_A_SIGN = str.maketrans(dict.fromkeys("\ufdfa\ufdfb", " "))
# "Dr. Patel" ends no sentence.
_TITLE = re.compile(r"\b(dr|mr|mrs|ms)\.(?= )", re.I)
# "6 a.m. today" is one sentence, "at 6 a.m. My chest" are two.
_CLOCK = re.compile(r"\b([apAP])\.[mM]\b(?:\.(?=\s+[a-z0-9]))?")
# "I'd the jab yesterday", where others say "I had".
_HAD = re.compile(r"\b(i|he|she|we|they)'d (?=(?:the|a|an|my|his|her|our|their|mine|it|one|two|three|no)\b)", re.I)
# "In twenty twenty two", "since nineteen ninety": a year, as it is dictated.
_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_YEAR_IN_WORDS = re.compile(
    rf"\b(in|since|of|from|until|till|by|before|after|around|about|during) (nineteen|twenty)[ -]"
    rf"(?:({'|'.join(_TEENS)})|({'|'.join(_TENS)})(?:[ -]({'|'.join(_ONES)}))?)\b",
    re.I,
)
# "In '09".
_SHORT_YEAR = re.compile(r"\b(in|since|of|from|until|till|by|before|after|around|about|during) '([0-9]{2})\b", re.I)
# Two figures up to this are of this century.
_NEWEST_YEAR = 30
_REPEATS = re.compile(r"(.)\1{2,}")
_DOUBLES = re.compile(r"(.)\1+")
_CLITICS = {"m": "am", "d": "would", "ve": "have", "ll": "will", "re": "are"}
_WITH_IS = frozenset(
    ["it", "he", "she", "that", "there", "what", "who", "how", "where", "here", "everything", "something"]
)
# Each known word has a character, of a block of 20,992 that no message needs (the codes never meet its text).
_FIRST_CODE = 0x4E00
_MOST_WORDS = 20_000
_LONGEST_WORD = 24
_SHORTEST_FAULT = 6
# So many different words of a message have letters that changed places before a short word is read so that no list of
# signs names; a longer one that a swap makes a word is hardly ever another word ("cnotrol"; `ordinary_words.txt`).
_LEAST_SWAPPED, _LONG_SWAPPED = 2, 6
# What strangers write costs time and memory up to here only: different unknown words of one message in which typing
# faults are looked for, and those of all messages whose reading is at hand.
MOST_CORRECTED, _MOST_KEPT = 400, 2_000


def _of_century(two: int) -> int:
    return two + (2000 if two <= _NEWEST_YEAR else 1900)


def _year(match: re.Match[str]) -> str:
    _, century, teen, ten, one = (part and part.lower() for part in match.groups())
    rest = _TEENS.index(teen) + 10 if teen else (_TENS.index(ten) + 2) * 10 + (_ONES.index(one) + 1 if one else 0)
    return f"{match[1]} {19 if century == 'nineteen' else 20}{rest:02}"


def clean(text: str) -> str:
    """`text` in one form: compatibility forms folded, accents and invisible characters dropped, straight quotes."""
    if text.isascii():
        return text.replace("`", "'")
    folded = unicodedata.normalize("NFKD", text.translate(_QUOTES).translate(_SENTENCES_IN_A_SIGN))
    dropped = [c for c in set(folded) if unicodedata.category(c) in ("Mn", "Cf", "Cc") and c not in "\n\t"]
    return folded.translate(_QUOTES | dict.fromkeys(map(ord, dropped)))


@dataclass(frozen=True)
class Reading:
    """A message as a string with one character for each word, and for each the match by which it stands in `text`."""

    text: str
    codes: str
    words: list[re.Match[str]]
    # The places in `codes` of words that may be read as another than they are written as (`Vocabulary.corrects`).
    mended: tuple[int, ...]

    def phrase(self, start: int, end: int) -> str:
        """The writer's own words from position `start` up to `end` of the codes."""
        return self.text[self.words[start].start() : self.words[end - 1].end()]

    def spelt(self, words_of: Callable[[str], str]) -> str:
        """The text with each word that is read as another in the way that one is written. Args: words_of: of the codes
        of a word, how it is written."""
        if not self.mended:
            return self.text
        found, left, last = list[str](), 0, None
        for place in self.mended:
            match = self.words[place]
            if match is last:
                continue
            codes = "".join(code for code, one in zip(self.codes, self.words, strict=True) if one is match)
            found += [self.text[left : match.start()], words_of(codes)]
            left, last = match.end(), match
        return "".join([*found, self.text[left:]])

    def is_mended(self, start: int, end: int) -> bool:
        """Whether one of the words from position `start` up to `end` may be read as another than it is written as."""
        return any(start <= place < end for place in self.mended)


class Vocabulary:
    """Every word that a list or a pattern names, each with its own character."""

    def __init__(
        self, words: Iterable[str], *, medical: Iterable[str], spelling: Mapping[str, str], ordinary: Iterable[str]
    ) -> None:
        """Args: words: all known words, in the order of their codes. medical: those that a typing fault is read as.
        spelling: what people write mapped to the words meant. ordinary: real words that are never read as a misspelt
        medical word."""
        others = {"not", "is", *_CLITICS.values()} | {word for meant in spelling.values() for word in meant.split()}
        known = dict.fromkeys([*words, *sorted(others)])
        self._codes = {word: chr(_FIRST_CODE + index) for index, word in enumerate(known)}
        if len(self._codes) > _MOST_WORDS:
            raise ValueError(f"The word lists hold more than {_MOST_WORDS:,} words; drop some.")
        self._written = {code: word for word, code in self._codes.items()}
        self._spelling = {
            written: "".join(self._codes[word] for word in meant.split()) for written, meant in spelling.items()
        }
        self._numbers_of: dict[str, list[str]] = {}
        for word, code in self._codes.items():
            if word[0].isdecimal():
                self._numbers_of.setdefault(_number_class(word), []).append(code)
        self._medical = {word for word in medical if len(word) >= 4}
        self._ordinary = frozenset(ordinary)
        self._near = _by_beginning(sorted(word for word in self._medical if len(word) >= 5))
        # "Nubm", "rahs": in a short word two letters may have changed places, and no other slip is looked for.
        self._swapped = _by_swap(sorted(word for word in self._medical if len(word) == 4))
        # What is said most often goes the shortest way.
        self._at_once = {
            word: said
            for word in (*self._codes, *self._spelling, "?", *_STOPS, *_COMMAS)
            if (said := self._as_written(word))
        }
        self._respelt = frozenset(word for word in self._spelling if len(word) >= _SHORTEST_FAULT and word.isalpha())
        # Of words that no list names; no longer than `_LONGEST_WORD`, so that what is kept has a bound.
        self._faulty = lru_cache(_MOST_KEPT)(self._put_together)
        self._swapped_back = lru_cache(_MOST_KEPT)(self._letters_back)

    @property
    def words(self) -> list[str]:
        """Every known word, as it is written."""
        return [*self._codes, *self._spelling]

    def forget(self) -> None:
        """Let go of every word that people wrote."""
        self._faulty.cache_clear()
        self._swapped_back.cache_clear()

    def spelt(self, text: str) -> str:
        """`text` as it is where no word of it may be read as another than it is written as, else with those words."""
        reading = self.read(text)
        return reading.spelt(lambda codes: " ".join(self._written[code] for code in codes)) if reading.mended else text

    def code(self, word: str) -> str:
        """The character of a known word. Raises: KeyError when no list and no pattern names it."""
        return self._codes[word]

    def read(self, text: str) -> Reading:
        """Read `text`. Time grows with its length only: of more than `MOST_CORRECTED` different unknown words, the
        later ones stay unknown."""
        tidy = clean(text)
        lowered = tidy.lower()
        # Looking for the letters takes a tenth of the time that the expressions do.
        if "r. " in lowered or "s. " in lowered or ".m" in lowered:
            tidy = _CLOCK.sub(r"\1m", _TITLE.sub(r"\1 ", tidy))
            lowered = tidy.lower()
        if "'d " in lowered:
            tidy = _HAD.sub(r"\1 had ", tidy)
            lowered = tidy.lower()
        if "'" in lowered and _SHORT_YEAR.search(lowered):
            tidy = _SHORT_YEAR.sub(lambda match: f"{match[1]} {_of_century(int(match[2]))}", tidy)
            lowered = tidy.lower()
        if "nineteen" in lowered or "twenty" in lowered:
            tidy = _YEAR_IN_WORDS.sub(_year, tidy)
            lowered = tidy.lower()
        tokens = _PLAIN_TOKEN if lowered.isascii() else _TOKEN
        matches = list(tokens.finditer(lowered))
        words = [match[0] for match in matches]
        at_once = self._at_once
        others: dict[str, str] = {}
        doubtful = set(self._respelt.intersection(words))
        left = MOST_CORRECTED
        for word in words:
            if word in at_once or word in others:
                continue
            said = self._as_written(word)
            if said is None:
                said = self._mended(word, faults=left > 0)
                if word.isalpha() and (said != UNKNOWN or not left):
                    doubtful.add(word)
                left -= left > 0
            others[word] = said
        unknown = [word for word, said in others.items() if said == UNKNOWN]
        if len(unknown) >= _LEAST_SWAPPED or any(len(word) >= _LONG_SWAPPED for word in unknown):
            swapped = {word: said for word in unknown if (said := self._swapped_back(word))}
            if len(swapped) < _LEAST_SWAPPED:
                swapped = {word: said for word, said in swapped.items() if len(word) >= _LONG_SWAPPED}
            others |= swapped
            doubtful.update(swapped)
        said_by = [at_once.get(word) or others[word] for word in words]
        places = [match for match, said in zip(matches, said_by, strict=True) for _ in said]
        mended = tuple(at for at, match in enumerate(places) if match[0] in doubtful) if doubtful else ()
        return Reading(tidy, "".join(said_by), places, mended)

    def _letters_back(self, word: str) -> str | None:
        """The one known word that an unknown `word` is where two letters beside each other change places: "plcae". A
        short one alone in a message may be a word that no list names."""
        if not 3 <= len(word) <= _LONGEST_WORD or word in self._ordinary:
            return None
        swaps = (f"{word[:at]}{word[at + 1]}{word[at]}{word[at + 2 :]}" for at in range(len(word) - 1))
        found = {said for swap in swaps if swap != word and (said := self._known(swap))}
        return found.pop() if len(found) == 1 else None

    def _codes_of(self, token: str, *, faults: bool = True) -> str:
        return self._as_written(token) or self._mended(token, faults=faults)

    def _mended(self, word: str, *, faults: bool) -> str:
        """A word that no list names: put together of two, and with `faults`, stretched or with a typing fault."""
        if faults and len(word) <= _LONGEST_WORD:
            return self._faulty(word)
        return self._contraction(word, faults=faults) if "'" in word else UNKNOWN

    def _put_together(self, word: str) -> str:
        return self._contraction(word, faults=True) if "'" in word else self._meant(word)

    def _as_written(self, token: str) -> str | None:
        """The codes of a sign, a number or a known word; None for any other word."""
        if token.isalpha():
            return self._known(token)
        first = token[0]
        if first == "?" or (first == "!" and "?" in token):
            return ASK
        if first in _STOPS:
            return STOP
        if first in _COMMAS:
            return COMMA
        if first in _LAUGHS:
            return self._codes.get("lol", UNKNOWN)
        if first == "b" and token.endswith("12"):
            return self._codes.get("b12", UNKNOWN)
        if first.isdecimal():
            return self._number(token)
        return self._known(token)

    def corrects(self, text: str) -> bool:
        """Whether a word of `text` is read as another, because of a typing fault (text-speak is none: "cant", "u")."""
        words = [match.group() for match in _TOKEN.finditer(text.lower()) if match.group().isalpha()]
        return any(
            len(word) >= _SHORTEST_FAULT and self._spelling[word] != self._codes[word]
            if word in self._spelling
            else word not in self._codes and self._codes_of(word) != UNKNOWN
            for word in words
        )

    def codes_of_class(self, word: str) -> list[str]:
        """The code of `word`, and for a class of numbers ("NUMBER") also those of the numbers that lists name."""
        return [self._codes[word], *self._numbers_of.get(word, ())]

    def _number(self, token: str) -> str:
        return self._codes.get(token) or self._codes.get(_number_class(token), UNKNOWN)

    def _meant(self, word: str) -> str:
        direct = None
        for form in dict.fromkeys((_REPEATS.sub(r"\1\1", word), _DOUBLES.sub(r"\1", word))):
            if form != word and _REPEATS.search(word):
                direct = direct or self._known(form) or self._corrected(form)
        if direct is None and word not in self._ordinary:
            direct = self._corrected(word) or self._split(word)
        return direct or UNKNOWN

    def _contraction(self, word: str, *, faults: bool) -> str:
        base, _, ending = word.rpartition("'")
        if ending == "t" and base.endswith("n"):
            verb = self._codes_of(base[:-1], faults=faults) if len(base) > 1 else ""
            return verb + self._codes["not"]
        second = "is" if ending == "s" and base in _WITH_IS else _CLITICS.get(ending)
        return self._codes_of(base, faults=faults) + (self._codes[second] if second else "")

    def _known(self, word: str) -> str | None:
        return self._spelling.get(word) or self._codes.get(word)

    def _corrected(self, word: str) -> str | None:
        """The medical word that `word` is one slip away from (two from 9 letters on), first letter kept.

        A wrong letter in a short word is left alone: it makes another real word too often (cheat, chest).
        """
        if len(word) == 4 and word in self._swapped:
            return self._codes[self._swapped[word]]
        reach = _reach(word)
        best: tuple[int, str] | None = None
        near = self._near.get((word[0], len(word)), ()) if len(word) >= 5 else ()
        for candidate, distance, _ in process.extract(word, near, scorer=OSA.distance, score_cutoff=reach, limit=None):
            swapped = len(candidate) == len(word) and sorted(candidate) != sorted(word)
            if distance <= _reach(candidate) and not (swapped and len(word) < 7):
                best = min(best, (distance, candidate)) if best else (distance, candidate)
        return self._codes[best[1]] if best else None

    def _split(self, word: str) -> str | None:
        """Two known words written as one, at least one of them medical ("chestpain", "icantbreathe")."""
        if word[0] == "i" and len(word) > 8:
            rest = self._split(word[1:])
            if rest:
                return self._codes["i"] + rest
        for cut in range(3, len(word) - 2):
            left, right = word[:cut], word[cut:]
            if left in self._medical or right in self._medical:
                first, second = self._known(left), self._known(right)
                if first and second:
                    return first + second
        return None


def in_company(uses: Mapping[frozenset[str], int]) -> list[str]:
    """The words of sets, so that those of the sets that expressions hold most often stand side by side.

    A set whose codes follow each other is one range; one that is spread over the codes takes 300 bytes and more in each
    expression that holds it, and was twelve megabytes of a server.
    """
    ranked = sorted(uses, key=lambda one: (-uses[one], sorted(one)))
    member_of: dict[str, list[int]] = {}
    for rank, words in enumerate(ranked):
        for word in words:
            member_of.setdefault(word, []).append(rank)
    return sorted(member_of, key=lambda word: (member_of[word], word))


def _number_class(token: str) -> str:
    value = float(token.replace(",", "."))
    if len(token) == 4 and 1900 <= value < 2100:
        return "YEAR"
    if 38 <= value < 43:
        return "FEVER"
    if 130 <= value < 300:
        # A pulse of 130 is fast, a blood pressure only from 180 on very high.
        return "FAST" if value < 180 else "SEVERE"
    return "HIGH" if value >= 300 else "NUMBER"


def _reach(word: str) -> int:
    return 2 if len(word) >= 9 else 1


def _by_swap(words: Iterable[str]) -> dict[str, str]:
    """What one of `words` is where two letters behind its first changed places, and which word it was; none of those
    that two of them give."""
    found: dict[str, set[str]] = {}
    for word in words:
        for at in range(1, len(word) - 1):
            swapped = f"{word[:at]}{word[at + 1]}{word[at]}{word[at + 2 :]}"
            if swapped != word:
                found.setdefault(swapped, set()).add(word)
    return {swapped: min(meant) for swapped, meant in found.items() if len(meant) == 1}


def _by_beginning(words: Iterable[str]) -> dict[tuple[str, int], list[str]]:
    """The words that a word of a first letter and a length may have been meant as."""
    found: dict[tuple[str, int], list[str]] = {}
    for word in words:
        for length in range(len(word) - _reach(word), len(word) + _reach(word) + 1):
            found.setdefault((word[0], length), []).append(word)
    return found
