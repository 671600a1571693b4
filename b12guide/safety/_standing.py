"""What people write after an urgent card, while the warning stands: can it wait, nobody answers, is it a good sign."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path
from typing import Any

from ._card_files import check_places
from ._files import DataFile
from ._replies import vocabulary_of
from ._rules import TEXTS_SCHEMA, compiler_of
from ._words import Vocabulary

_TEXT = {"type": "string", "minLength": 1}
# What is said to somebody who goes on about it: never the same words twice running.
WORDINGS: dict[str, Any] = {"type": "array", "minItems": 2, "uniqueItems": True, "items": _TEXT}
SENTENCES = ("reminder", "next_day", "advised", "lowered", "about", "alarms")
SCHEMA: dict[str, Any] = {
    "type": "object", "required": ["checked", "again", *SENTENCES, "kinds"], "additionalProperties": False,
    "properties": {
        "checked": {"type": ["string", "null"]}, "again": WORDINGS, **dict.fromkeys(SENTENCES, _TEXT),
        "kinds": {"type": "object", "minProperties": 1, "additionalProperties": {
            "type": "object", "required": ["words", "says"], "additionalProperties": False,
            "properties": {"words": TEXTS_SCHEMA, "says": WORDINGS, "only_after": TEXTS_SCHEMA}}},
    },
}  # fmt: skip
# Nobody argues with a warning at length.
_LONGEST = 300
# Characters of their words that are said back.
_LONGEST_HEARD = 120


class Standing:
    """Reads what is said back to an urgent warning. `sentences` are those of `standing.yml`, by name; `again`: wordings
    of the action."""

    def __init__(self, vocabulary: Vocabulary, kinds: dict[str, list[re.Pattern[str]]], data: dict[str, Any]) -> None:
        self._vocabulary, self._kinds, self._data = vocabulary, kinds, data
        self.sentences: dict[str, str] = {name: data[name] for name in SENTENCES}
        self.again: list[str] = data["again"]

    def kind(self, text: str, cards: Collection[str]) -> str | None:
        """How a text speaks of the warning whose `cards` were given; None where it does not."""
        if len(text) > _LONGEST:
            return None
        codes = self._vocabulary.read(text).codes
        for name, patterns in self._kinds.items():
            only_after = self._data["kinds"][name].get("only_after")
            if (only_after is None or set(only_after) & set(cards)) and any(one.search(codes) for one in patterns):
                return name
        return None

    def about(self, words: Collection[str]) -> str:
        """What was heard, in the person's own words; nothing where none are known."""
        heard = " ".join(", ".join(words).split())
        return self.sentences["about"].format(words=heard[:_LONGEST_HEARD].strip(" .,")) if heard else ""

    def kinds(self) -> tuple[str, ...]:
        """The names of the ways to speak of a warning, in the order in which they are tried."""
        return tuple(self._kinds)

    def says(self, kind: str | None) -> list[str]:
        """The wordings of what fits, before the action; none where no kind is known."""
        return list(self._data["kinds"][kind]["says"]) if kind in self._kinds else []

    def forget(self) -> None:
        """Let go of the words of messages that are kept to correct them once."""
        self._vocabulary.forget()


def load_standing(folder: Path) -> Standing:
    """What is said back to a warning, from `standing.yml` in `folder` (`content/safety`).

    Raises: SafetyDataError naming the file, the line and the entry at fault.
    """
    file = DataFile(folder / "standing.yml")
    data = file.check(SCHEMA)
    sources = [
        (source, ("kinds", kind, "words", index))
        for kind, entry in data["kinds"].items()
        for index, source in enumerate(entry["words"])
    ]
    vocabulary, lists = vocabulary_of(sources, folder, file)
    compiler = compiler_of(vocabulary, lists)
    kinds = {
        kind: [compiler.compile(source, lists, captured=False).regex for source in entry["words"]]
        for kind, entry in data["kinds"].items()
    }
    for name in SENTENCES:
        check_places(file, (name,), data[name].replace("{words}", ""))
    for index, text in enumerate(data["again"]):
        check_places(file, ("again", index), text)
    for kind, entry in data["kinds"].items():
        for index, text in enumerate(entry["says"]):
            check_places(file, ("kinds", kind, "says", index), text)
    return Standing(vocabulary, kinds, data)
