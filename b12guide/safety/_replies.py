"""What people write after an emergency or a reaction: help is here, it was long ago, or the clinic agreed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from ._files import DataFile
from ._patterns import ASK, Lists
from ._rules import TEXTS_SCHEMA, compiler_of, load_lists, load_spelling, named_words
from ._words import Vocabulary

_KINDS = ("help_is_here", "not_help_yet", "clinic_agreed", "not_agreed", "was_long_ago", "not_long_ago", "not_sure",
          "they_are_here")  # fmt: skip
# What is said, and the words that speak against it.
_SAID = {"help_is_here": "not_help_yet", "clinic_agreed": "not_agreed", "was_long_ago": "not_long_ago"}


class Replies:
    """Reads a reply; in doubt the answer is no, so that the emergency card or the pause stays."""

    def __init__(self, vocabulary: Vocabulary, found: dict[str, list[re.Pattern[str]]]) -> None:
        self._vocabulary = vocabulary
        self._found = found

    def said(self, text: str) -> frozenset[str]:
        """What the person says, by the name of the question below that it answers; read once for all of them."""
        codes = self._vocabulary.read(text[:4000]).codes
        return frozenset(wanted for wanted, unwanted in _SAID.items() if self._says(codes, wanted, unwanted))

    def help_is_here(self, text: str) -> bool:
        """Whether the person says that help is there or that a professional told them otherwise."""
        return "help_is_here" in self.said(text)

    def not_help_yet(self, text: str) -> bool:
        """Whether it is company, a call or something else that is not help: then nothing else makes it help."""
        codes = self._vocabulary.read(text[:4000]).codes
        return any(pattern.search(codes) for pattern in self._found["not_help_yet"])

    def they_are_here(self, text: str) -> bool:
        """Whether it says that "they" have come: in an emergency they are the help that was called."""
        return self._says(self._vocabulary.read(text[:4000]).codes, "they_are_here", "not_help_yet")

    def clinic_agreed(self, text: str) -> bool:
        """Whether the person says that the clinic agreed to go on with the injections."""
        return "clinic_agreed" in self.said(text)

    def not_sure(self, text: str) -> bool:
        """Whether the person does not know the answer to a question of yes or no."""
        codes = self._vocabulary.read(text[:4000]).codes
        return any(pattern.search(codes) for pattern in self._found["not_sure"])

    def forget(self) -> None:
        """Let go of the words of messages that are kept to correct them once."""
        self._vocabulary.forget()

    def was_long_ago(self, text: str) -> bool:
        """Whether the person corrects what they said: it was years ago, and is not there now."""
        return "was_long_ago" in self.said(text)

    def _says(self, codes: str, wanted: str, unwanted: str) -> bool:
        if ASK in codes or any(pattern.search(codes) for pattern in self._found[unwanted]):
            return False
        return any(pattern.search(codes) for pattern in self._found[wanted])


def vocabulary_of(
    sources: Iterable[tuple[str, tuple[str | int, ...]]], folder: Path, file: DataFile
) -> tuple[Vocabulary, Lists]:
    """The words that the patterns `sources` of a `file` need, each with its place there; and the word lists."""
    lists, _ = load_lists(folder)
    words: set[str] = set()
    for source, place in sources:
        words |= named_words(source, lists, file, place)
    for name in ("filler", "article", "breaks"):
        words |= lists[name].all_words()
    spelling = load_spelling(folder)
    return Vocabulary(words, medical=words - lists["filler"].all_words(), spelling=spelling, ordinary=()), lists


def load_replies(folder: Path) -> Replies:
    """The reply patterns of `folder` (`content/safety`).

    Raises: SafetyDataError naming the file, the line and the entry at fault.
    """
    file = DataFile(folder / "replies.yml")
    data = file.check({
        "type": "object", "required": list(_KINDS), "additionalProperties": False,
        "properties": dict.fromkeys(_KINDS, TEXTS_SCHEMA),
    })  # fmt: skip
    sources = [(source, (kind, index)) for kind in _KINDS for index, source in enumerate(data[kind])]
    vocabulary, lists = vocabulary_of(sources, folder, file)
    compiler = compiler_of(vocabulary, lists)
    found = {kind: [compiler.compile(one, lists, captured=False).regex for one in data[kind]] for kind in _KINDS}
    return Replies(vocabulary, found)
