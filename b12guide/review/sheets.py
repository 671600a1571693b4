"""A sheet: all texts that are signed together, and the one form in which they are kept, compared and hashed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, Literal

Kind = Literal["topic", "card", "language", "page"]
# 64 bits: nobody finds another text with the same hash by accident, and it can be copied from paper.
HASH_DIGITS: Final = 16
HASH_PREFIX: Final = "sha256:"
_INDENT: Final = "  "
# What the names of passages begin with whose lines are patterns.
PATTERNS: Final = "patterns"


@dataclass(frozen=True)
class Passage:
    """A text that is signed. `countries` are those where it is said so; none: everywhere. `section` is the heading that
    it is shown under, `heading` what is over it where its name says little, `part` whether it belongs to the heading
    before it; `shown` is what is read in place of a text that is in the words of a program, `note` what is shown beside
    it. These are not signed.

    A country is its ISO 3166 code, `EU` for the members of the European Union that have no numbers of their own,
    `other` for every other one, `unknown` where it is not known.
    """

    name: str
    text: str
    countries: tuple[str, ...] = ()
    section: str = ""
    note: str = ""
    heading: str = ""
    part: bool = False
    shown: str = ""

    @property
    def key(self) -> str:
        """The name with the countries, by which a passage is found again in what was signed."""
        return f"{self.name} [{', '.join(self.countries)}]" if self.countries else self.name


@dataclass(frozen=True)
class Sheet:
    """What one signature is about.

    Attributes:
        name: the topic, the card or the language, as its signature's file is called.
        kind: what it is.
        title: what a clinician reads over it.
        passages: the texts that are signed, in the order in which they are read.
        notes: what is shown beside them and not signed, by heading.
        language: the code of the language of its texts.
    """

    name: str
    kind: Kind
    title: str
    passages: tuple[Passage, ...]
    notes: tuple[tuple[str, tuple[str, ...]], ...] = ()
    language: str = "en"

    @cached_property
    def kept(self) -> str:
        """The texts in the form that is signed: a line with the key of each, its text indented under it."""
        parts = [Passage("sheet", f"{self.kind} {self.name}"), *self.passages]
        return "\n".join(f"{part.key}\n{_indented(part.text)}\n" for part in parts)

    @property
    def hash(self) -> str:
        """The hash of the form that is signed: the first 64 bits of its SHA-256."""
        return hash_of(self.kept)


def hash_of(kept: str) -> str:
    """The hash of texts in the form of `Sheet.kept`."""
    return HASH_PREFIX + hashlib.sha256(kept.encode()).hexdigest()[:HASH_DIGITS]


def passages_in(kept: str) -> dict[str, str]:
    """The texts by their keys, from the form of `Sheet.kept`; what has another form is left out."""
    found: dict[str, list[str]] = {}
    key = ""
    for line in kept.splitlines():
        if line.startswith(_INDENT):
            found.setdefault(key, []).append(line.removeprefix(_INDENT))
        elif line:
            key = line
    return {key: "\n".join(lines) for key, lines in found.items() if key and key != "sheet"}


def by_country(name: str, said: Callable[[str | None], str], countries: Sequence[str]) -> Iterator[Passage]:
    """What is said under one name in each country, once for all in which it is the same; nothing where it is empty.

    Args: said: the text where the person's country is this one, or None where it is not known.
    """
    groups: dict[str, list[str]] = {}
    for country in countries:
        groups.setdefault(said(None if country == "unknown" else country), []).append(country)
    for text, where in groups.items():
        if text:
            yield Passage(name, text, () if len(groups) == 1 else tuple(where))


def in_section(section: str, passages: Iterable[Passage]) -> Iterator[Passage]:
    """The passages under a heading."""
    return (replace(passage, section=section) for passage in passages)


def _indented(text: str) -> str:
    return "\n".join(_INDENT + line for line in text.splitlines())
