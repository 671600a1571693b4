"""What people write after an urgent card, while the warning stands: can it wait, nobody answers, is it a good sign."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
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
SENTENCES = (
    "reminder", "beside_other", "beside_other_coming",
    "reminder_emergency", "reminder_child", "next_day", "help_asked", "help_asked_crisis", "advised",
    "advised_reaction", "with_them", "with_them_reaction", "with_poison_line", "lowered", "lowered_known", "not_meant",
    "not_meant_thing", "about", "alarms",
    "crisis_beside", "whom_to_call",
)  # fmt: skip
# The action in several wordings: after an urgent card, and where somebody knows of it and will look at it; in an
# emergency behind a sentence that fits, and what is said to any other question there.
ACTIONS = ("again", "known", "then", "another")
# What is said after an urgent card, and in an emergency.
_URGENT, _EMERGENCY = "says", "emergency"
SCHEMA: dict[str, Any] = {
    "type": "object", "required": ["checked", *ACTIONS, *SENTENCES, "kinds"], "additionalProperties": False,
    "properties": {
        "checked": {"type": ["string", "null"]}, **dict.fromkeys(ACTIONS, WORDINGS), **dict.fromkeys(SENTENCES, _TEXT),
        "kinds": {"type": "object", "minProperties": 1, "additionalProperties": {
            "type": "object", "required": ["words"], "additionalProperties": False,
            "anyOf": [{"required": [_URGENT]}, {"required": [_EMERGENCY]}],
            "properties": {"words": TEXTS_SCHEMA, _URGENT: WORDINGS, _EMERGENCY: WORDINGS, "only_after": TEXTS_SCHEMA,
                           "beside": {"type": "boolean"}, "whole": {"type": "boolean"}, "instead_of": _TEXT}}},
    },
}  # fmt: skip
# Nobody argues with a warning at length.
_LONGEST = 300
# Characters of their words that are said back, to the end of a piece or at least of a word.
_LONGEST_HEARD, _SHORTEST_HEARD = 120, 12
_PIECE_ENDS = re.compile(r"[.;!?,](?=\s)|\s(?=(?:but|and|because|so|though)\s)", re.I)
# "Today: tingling": of what a note is.
_LABEL = re.compile(r"^(?:today|tonight|note|diary|update|this (?:morning|week))\s?[:,]\s*", re.I)


class Standing:
    """Reads what is said back to a warning. `sentences` are those of `standing.yml`, by name; `again`, `known`,
    `then` and `another`: wordings of the action, and of what is said to any other question in an emergency.

    `emergency`: whether a text is read in one, else after an urgent card.
    """

    def __init__(self, vocabulary: Vocabulary, kinds: dict[str, list[re.Pattern[str]]], data: dict[str, Any]) -> None:
        self._vocabulary, self._kinds, self._data = vocabulary, kinds, data
        self.sentences: dict[str, str] = {name: data[name] for name in SENTENCES}
        self.again: list[str] = data["again"]
        self.known: list[str] = data["known"]
        self.then: list[str] = data["then"]
        self.another: list[str] = data["another"]

    def kinds_of(
        self, text: str, cards: Collection[str], *, emergency: bool = False, but: Collection[str] = ()
    ) -> list[str]:
        """How a text speaks of the warning whose `cards` were given: the first kind that fits, and the first other one
        that may stand beside it; [] where it does not. `but`: kinds that are not heard."""
        if len(text) > _LONGEST:
            return []
        codes = self._vocabulary.read(text).codes
        tried = self._heard_after(cards, _EMERGENCY if emergency else _URGENT)
        found = [name for name in tried if name not in but and any(one.search(codes) for one in self._kinds[name])]
        replaced = {self._data["kinds"][name].get("instead_of") for name in found}
        fit = (name for name in found if name not in replaced)
        first = next(fit, None)
        beside = next((name for name in fit if self._data["kinds"][name].get("beside")), None)
        return [name for name in (first, beside) if name is not None]

    def kind(self, text: str, cards: Collection[str]) -> str | None:
        """The first of the kinds after an urgent card."""
        return next(iter(self.kinds_of(text, cards)), None)

    def about(self, words: Collection[str]) -> str:
        """What was heard, in the person's own words; nothing where none are known."""
        heard = _few(_LABEL.sub("", " ".join(", ".join(words).split())))
        return self.sentences["about"].format(words=heard) if heard else ""

    def kinds(self) -> tuple[str, ...]:
        """The names of the ways to speak of a warning, in the order in which they are tried."""
        return tuple(self._kinds)

    def says(self, kind: str | None, *, emergency: bool = False) -> list[str]:
        """The wordings of what fits, before the action; none where no kind is known."""
        level = _EMERGENCY if emergency else _URGENT
        return list(self._data["kinds"][kind].get(level, ())) if kind in self._kinds else []

    def whole(self, kind: str) -> bool:
        """Whether what is said to it in an emergency has the action in it."""
        return bool(self._data["kinds"].get(kind, {}).get("whole"))

    def _heard_after(self, cards: Collection[str], level: str) -> Iterator[str]:
        for name, entry in self._data["kinds"].items():
            if level in entry and ("only_after" not in entry or set(entry["only_after"]) & set(cards)):
                yield name

    def forget(self) -> None:
        """Let go of the words of messages that are kept to correct them once."""
        self._vocabulary.forget()


def _few(words: str) -> str:
    """Words that are short enough to be said back: a longer text up to the end of a piece of it, or of a word."""
    # What a courtesy was taken out of leaves its full stop.
    words = re.sub(r"(?:[.,;] ?){2,}", ". ", words).strip(" .,")
    if len(words) <= _LONGEST_HEARD:
        return words
    ends = [one.start() for one in _PIECE_ENDS.finditer(words[: _LONGEST_HEARD + 1]) if one.start() >= _SHORTEST_HEARD]
    cut = words[: ends[-1]] if ends else words[:_LONGEST_HEARD].rpartition(" ")[0] or words[:_LONGEST_HEARD]
    return cut.strip(" .,;")


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
    for name in ACTIONS:
        for index, text in enumerate(data[name]):
            check_places(file, (name, index), text)
    for kind, entry in data["kinds"].items():
        for level in (_URGENT, _EMERGENCY):
            for index, text in enumerate(entry.get(level, ())):
                check_places(file, ("kinds", kind, level, index), text)
    return Standing(vocabulary, kinds, data)
