"""Phrases of other languages as patterns of words, and where they stand in a text.

A pattern is words in a row: `a/b` one of them, `a*` any word that begins so, `a?` a word that may be missing, `~` up to
three words in between (`~1`: one). In Chinese, which has no spaces, words stand without one and a gap is of characters,
up to six. Accents, capitals, doubled letters, apostrophes and "ae" for "ä" make no difference, and neither does one
slip in a word of 6 letters or more.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import OSA

from ._when_needed import WhenNeeded

LATIN, ARABIC, DEVANAGARI, DENSE = "Latin", "Arabic", "Devanagari", "Han"
_RANGES = ((ARABIC, 0x0600, 0x06FF), (ARABIC, 0x0750, 0x077F), (DEVANAGARI, 0x0900, 0x097F), (DENSE, 0x3400, 0x9FFF))
_LETTERS = {
    one: re.compile(
        "[" + "".join(f"{chr(first)}-{chr(last)}" for script, first, last in _RANGES if script == one) + "]"
    )
    for one, _, _ in _RANGES
}
_APOSTROPHES = dict.fromkeys(map(ord, "'\u2018\u2019\u201b\u02bc`\u00b4\u2032"))
# Letters that are typed for one another, or whose mark is left out: final and Persian forms in Arabic, ł, ı, ø.
_ALIKE = str.maketrans(
    {"ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ہ": "ه", "ھ": "ه", "ۃ": "ه", "ؤ": "و", "ئ": "ي", "ے": "ي"}
    | {"ں": "ن", "ـ": None, "ł": "l", "ı": "i", "ø": "o", "đ": "d"}
)
# Of Devanagari only the dots and nasal marks are left out by people; its vowels are marks too.
_DROPPED = frozenset("\u093c\u0901\u0902\u0903")
_UMLAUTS = (("ae", "a"), ("oe", "o"), ("ue", "u"))
_DOUBLES = re.compile(r"([a-z])\1+")
_TOKEN = re.compile(
    r"(?P<word>[^\W\d_](?:[^\W_]|[\u0900-\u0963\u064b-\u065f\u0300-\u036f\u200c\u200d\u0640'\u2018\u2019\u201b\u02bc`\u00b4\u2032])*)"
    r"|[.!?;\n\u2026\u3002\uff01\uff1f\u061f\u06d4\u0964]"
)
# The same tokens where every letter is plain: most texts are ASCII.
_PLAIN_TOKEN = re.compile(r"[a-z][a-z0-9]*|[.!?;\n]")
_HAN = re.compile(r"[\u3400-\u9fff0-9]+")
_STOP, _LEAST_LATIN, _SHORTEST_FAULT = ".", 3, 6
_SLOT = re.compile(r"(?P<words>[^~?*\s][^~?\s]*)(?P<optional>\?)?$|~(?P<gap>[1-9])?$")

# Letters that a pattern has at least.
_LEAST_LETTERS = {LATIN: 6, DENSE: 2}

Span = tuple[int, int]


class PhraseError(ValueError):
    """A pattern that cannot be read; the message says what to change."""


@dataclass(frozen=True)
class Phrase(WhenNeeded):
    """A pattern. `anchors`: words (or beginnings, with a final "*") of which the text must hold one."""

    script: str
    anchors: tuple[str, ...]
    words: tuple[str, ...]


def script_of(text: str) -> str:
    """The script of the first letters of `text`: that of the first letter that is not Latin, else Latin."""
    for c in text:
        if ord(c) > 0x5FF:
            for script, first, last in _RANGES:
                if first <= ord(c) <= last:
                    return script
    return LATIN


def plain_word(word: str) -> str:
    """A word, or a text in ASCII, as it is compared: without accents, capitals, apostrophes and doubled letters."""
    if not word.isascii():
        folded = unicodedata.normalize("NFKD", word.translate(_ALIKE).casefold().translate(_APOSTROPHES))
        word = "".join(c for c in folded if _kept(c)).translate(_ALIKE)
    else:
        word = _without_apostrophes(word)
    for two, one in _UMLAUTS:
        word = word.replace(two, one)
    return _DOUBLES.sub(r"\1", word)


def _without_apostrophes(text: str) -> str:
    """A text in ASCII, in small letters."""
    return text.lower().replace("'", "").replace("`", "")


def _kept(c: str) -> bool:
    if "\u0900" <= c <= "\u097f":
        return c not in _DROPPED
    return unicodedata.category(c) not in ("Mn", "Cf")


def words_in(text: str) -> list[str]:
    """The words of `text` as they are compared."""
    return [word for word in _compared(text) if word != _STOP]


def _compared(text: str) -> list[str]:
    """The words of `text` as they are compared and the ends of its sentences."""
    if text.isascii():
        return [_STOP if one in "!?;\n" else one for one in _PLAIN_TOKEN.findall(plain_word(text))]
    return [word for word, _ in _tokens(text)]


def _tokens(text: str) -> list[tuple[str, Span]]:
    """The words of `text` as they are compared and the ends of its sentences, and where in it they stand."""
    known: dict[str, str] = {}
    found: list[tuple[str, Span]] = []
    for match in _TOKEN.finditer(text):
        written = match["word"]
        word = (known.get(written) or known.setdefault(written, plain_word(written))) if written else _STOP
        if word:
            found.append((word, match.span()))
    return found


def compiled(source: str, joined: Sequence[str] = (), least: int | None = None) -> Phrase:
    """The pattern `source`.

    Args:
        joined: what may be written together with the word after it.
        least: letters that its words have together; None: as many as its script needs to be sure.

    Raises: PhraseError where it cannot be read, or where one common word would be enough.
    """
    script = script_of(source)
    dense = script == DENSE
    before = f"(?:{'|'.join(sorted((plain_word(one) for one in joined), key=len, reverse=True))})?" if joined else ""
    before = before if script == ARABIC else ""
    parts: list[str] = []
    slots: list[list[str]] = []
    for piece in source.split():
        match = _SLOT.match(piece)
        if match is None:
            raise PhraseError(f"'{piece}' cannot be read: words, a/b, a*, a?, ~ and ~2 are what there is.")
        if match["words"] is None:
            most = int(match["gap"] or (6 if dense else 3))
            parts.append(f"[^.]{{0,{most}}}?" if dense else f"(?:[^ .]+ ){{0,{most}}}?")
            continue
        words = [_word(one, dense=dense) for one in match["words"].split("/")]
        either = "|".join(re.escape(one.rstrip("*")) + ("[^ .]*" if one.endswith("*") else "") for one in words)
        one = f"(?:{either})" if dense else f"{before}(?:{either}) "
        parts.append(f"(?:{one})?" if match["optional"] else one)
        if not match["optional"]:
            slots.append(words)
    if sum(max(len(word) for word in slot) for slot in slots) < (least or _LEAST_LETTERS.get(script, 4)):
        raise PhraseError("this is too little to be sure; add words.")
    anchor = max(slots, key=lambda slot: min(len(word) for word in slot))
    everything = tuple(word for slot in slots for word in slot if not word.endswith("*"))
    return Phrase(("" if dense else "(?<= )") + "".join(parts), script, tuple(anchor), everything)


def _word(source: str, *, dense: bool) -> str:
    word, star = (source[:-1], "*") if source.endswith("*") else (source, "")
    # A digit that stands for a letter ("7" in Arabic) is no part of a word at its beginning.
    shown = word if dense else plain_word(word).lstrip("0123456789")
    if not shown or not shown.replace("\u200c", "").strip() or "*" in shown or (star and len(shown) < _LEAST_LATIN):
        raise PhraseError(f"'{source}' cannot be read: a word, or its first {_LEAST_LATIN} letters or more and a star.")
    return shown + star


@dataclass
class Phrases:
    """Phrases with a name each, and the index by which a text is asked for few of them."""

    _named: list[tuple[tuple[str, str], Phrase]] = field(default_factory=list)
    _whole: dict[str, list[int]] = field(default_factory=dict)
    _begin: dict[str, list[int]] = field(default_factory=dict)
    _scripts: dict[str, list[int]] = field(default_factory=dict)
    _known: set[str] = field(default_factory=set)
    _shortened: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _heads: set[str] = field(default_factory=set)
    # Words of the language that is written here: none is read as a slip of a word of another.
    _own: frozenset[str] = frozenset()
    # Its words and signs as they are written, each with what it is read as; and those that no phrase is looked for by.
    _forms: dict[str, str] = field(default_factory=lambda: dict.fromkeys(".!?;\n", _STOP))
    _idle: frozenset[str] = frozenset()

    def __iter__(self) -> Iterator[Phrase]:
        return (phrase for _, phrase in self._named)

    def add(self, name: tuple[str, str], phrase: Phrase) -> None:
        """Add a phrase under a name."""
        place = len(self._named)
        self._named.append((name, phrase))
        if phrase.script != LATIN:
            self._scripts.setdefault(phrase.script, []).append(place)
            return
        for anchor in phrase.anchors:
            index = self._begin if anchor.endswith("*") else self._whole
            index.setdefault(anchor.rstrip("*"), []).append(place)
            if anchor.endswith("*"):
                self._heads.add(anchor[:_LEAST_LATIN])
        for word in phrase.words:
            if word not in self._known:
                self._known.add(word)
                for form in _deletions(word) if len(word) >= _SHORTEST_FAULT else ():
                    self._shortened[form] = (*self._shortened.get(form, ()), word)

    def leave(self, words: Iterable[str]) -> None:
        """Words that are never read as a slip of a phrase's, beside those that a phrase holds itself."""
        written = {_without_apostrophes(word) for word in words}
        self._own = frozenset(map(plain_word, written)) - self._known
        self._forms = dict.fromkeys(".!?;\n", _STOP) | {word: self._meant(plain_word(word)) for word in written}
        self._idle = frozenset(word for word, meant in self._forms.items() if not self._begins(meant))

    def _begins(self, word: str) -> bool:
        """Whether a phrase may be looked for by a `word` as it is meant."""
        return word in self._whole or word[:_LEAST_LATIN] in self._heads

    def found(self, text: str) -> list[tuple[tuple[str, str], Span]]:
        """The names of the phrases in `text`, each once, and where in it they stand, in the order they were added."""
        written, meant = self._read(text)
        places = sorted(self._possible(set(meant.values()), text))
        if not places:
            return []
        joined = " " + "".join([f"{meant.get(word) or self._forms[word]} " for word in written])
        dense = [(m.group(), m.span()) for m in _HAN.finditer(text)] if DENSE in self._in(text) else []
        characters = ".".join(part for part, _ in dense)
        found: dict[tuple[str, str], Span] = {}
        spans: list[Span] = []
        for place in places:
            name, phrase = self._named[place]
            searched = characters if phrase.script == DENSE else joined
            # Looking for letters takes a hundredth of the time that an expression does.
            if name in found or not any(anchor.rstrip("*") in searched for anchor in phrase.anchors):
                continue
            if phrase.script == DENSE:
                match = phrase.regex.search(characters)
                if match:
                    found[name] = _dense_span(dense, *match.span())
            elif match := phrase.regex.search(joined):
                first = joined.count(" ", 0, match.start()) - 1
                last = joined.count(" ", 0, match.end()) - 2
                spans = spans or [span for _, span in _tokens(text)]
                found[name] = (spans[first][0], spans[last][1])
        return list(found.items())

    def _read(self, text: str) -> tuple[list[str], dict[str, str]]:
        """The words of `text` and the ends of its sentences, and what each is meant as; without those that are `_idle`,
        which most texts have nothing beside."""
        if text.isascii():
            written, forms = _PLAIN_TOKEN.findall(_without_apostrophes(text)), self._forms
            others = set(written) - self._idle
            return written, {word: forms.get(word) or self._meant(plain_word(word)) for word in others}
        written = _compared(text)
        return written, {word: self._meant(word) for word in set(written)}

    def _possible(self, words: set[str], text: str) -> set[int]:
        places = {place for word in self._whole.keys() & words for place in self._whole[word]}
        heads = self._heads
        for word in [word for word in words if word[:_LEAST_LATIN] in heads]:
            for beginning in self._beginnings(word):
                places.update(self._begin[beginning])
        for script in self._in(text):
            places.update(self._scripts[script])
        return places

    def _beginnings(self, word: str) -> list[str]:
        return [word[:end] for end in range(_LEAST_LATIN, min(len(word), 24) + 1) if word[:end] in self._begin]

    def _in(self, text: str) -> list[str]:
        if text.isascii():
            return []
        return [script for script in self._scripts if _LETTERS[script].search(text)]

    def _meant(self, word: str) -> str:
        """A long `word`, or the one word of a phrase that it is a slip away from, its first letter kept."""
        if not _SHORTEST_FAULT <= len(word) <= 24 or word in self._own or word in self._known or not word.isascii():
            return word
        if word[:_LEAST_LATIN] in self._heads and self._beginnings(word):
            return word
        forms = _deletions(word)
        forms.add(word)
        possible = {known for form in forms & self._shortened.keys() for known in self._shortened[form]}
        possible |= forms & self._known
        near = [known for known in possible if known[0] == word[0] and OSA.distance(word, known, score_cutoff=1) <= 1]
        return min(near) if near else word


def _deletions(word: str) -> set[str]:
    return {word[:i] + word[i + 1 :] for i in range(len(word))}


def _dense_span(parts: Sequence[tuple[str, Span]], start: int, end: int) -> Span:
    """From places in the joined parts to places in the text that they are of."""
    found: list[int] = []
    for place in (start, end - 1):
        before = 0
        for part, (begin, _) in parts:
            if place < before + len(part) + 1:
                found.append(begin + min(place - before, len(part) - 1))
                break
            before += len(part) + 1
    return found[0], found[-1] + 1
