"""Words of an emergency in other languages: which there are, whether a text has them, and what is answered in them.

What a phrase is: docs/content.md. A phrase counts wherever it stands: no context, such as a question or a "not", lowers
it, since a text that is hardly understood is taken at its worst.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from ._files import DataFile
from ._phrases import DENSE, LATIN, Phrase, PhraseError, Phrases, compiled, script_of, words_in

# The rows of the triage table that the phrases of a language are of.
ROWS: Mapping[str, str] = {
    "breathing": "A2",
    "chest": "A3",
    "swelling": "A1",
    "fainting": "A5",
    "not_waking": "A5",
    "seizure": "A9",
    "stroke": "A4",
    "bladder": "A6",
    "legs": "A7",
    "bleeding": "A14",
    "overdose": "A16",
    "suicide": "A11",
    "hives": "A1",
}
CRISIS = "suicide"
CARD_PREFIX, CRISIS_SUFFIX, LATIN_SUFFIX = "language_", "_crisis", "_latin"
OTHER = "other"
# Characters in which the language of a text shows.
_LOOKED_AT = 600
_TEXT = {"type": "string", "minLength": 1}
_TEXTS = {"type": "array", "minItems": 1, "items": _TEXT}
_LINES = ("emergency", "crisis", "still", "english_only")
_LINES_SCHEMA = {
    "type": "object", "required": list(_LINES), "additionalProperties": False,
    "properties": {name: {**_TEXT, "pattern": r"\{number\}"} for name in _LINES},
}  # fmt: skip
_LANGUAGE_SCHEMA: dict[str, Any] = {
    "type": "object", "additionalProperties": False,
    "required": ["name", "script", "lines", "common", "help_is_here", "not_help_yet", "phrases"],
    "properties": {
        "name": _TEXT, "script": {"enum": ["Latin", "Arabic", "Devanagari", "Han"]},
        "lines": _LINES_SCHEMA, "latin_lines": _LINES_SCHEMA, "common": _TEXT, "never": _TEXT, "joined": _TEXTS,
        "help_is_here": _TEXTS, "not_help_yet": _TEXTS,
        "phrases": {"type": "object", "required": list(ROWS), "additionalProperties": False,
                    "properties": {kind: {**_TEXTS, "minItems": 4} for kind in ROWS}},
    },
}  # fmt: skip
_ENGLISH_SCHEMA: dict[str, Any] = {
    "type": "object", "required": ["name", "common", "shared", "elsewhere"], "additionalProperties": False,
    "properties": {"name": _TEXT, "common": _TEXT, "shared": _TEXT, "elsewhere": _TEXT},
}  # fmt: skip


@dataclass(frozen=True)
class Foreign:
    """Words of an emergency: in which `language` (its code), of which row of the triage table, and the writer's own
    `words`; `card`: the id of the card that answers them."""

    language: str
    row: str
    words: str
    card: str


@dataclass(frozen=True)
class Language:
    """A language that words of an emergency are known in.

    `lines`: what is answered, by name; `latin_lines`: the same for who writes it in Latin letters, empty where those
    are its own or where all who write it read its own; `common`: small words that tell it from others;
    `never`: letters that others of its script have and it has not.
    """

    code: str
    name: str
    script: str
    lines: Mapping[str, str]
    latin_lines: Mapping[str, str]
    common: frozenset[str]
    never: frozenset[str]


class Languages:
    """The languages of `content/languages`. It keeps no text and never raises on any."""

    def __init__(
        self,
        known: Sequence[Language],
        english: frozenset[str],
        elsewhere: frozenset[str],
        phrases: Phrases,
        here: Phrases,
        yet: Phrases,
    ) -> None:
        """Args: english: small words of English. elsewhere: of languages that have no file, and in no known one."""
        self.known = {language.code: language for language in known}
        self.english, self.elsewhere = english, elsewhere
        self._phrases, self._here, self._yet = phrases, here, yet
        self._lines: dict[str, tuple[Mapping[str, str], str]] = {}
        for language in known:
            for lines, suffix in ((language.lines, ""), (language.latin_lines, LATIN_SUFFIX)):
                if lines:
                    name = f"{CARD_PREFIX}{language.code}{suffix}"
                    self._lines |= {name: (lines, "emergency"), name + CRISIS_SUFFIX: (lines, "crisis")}

    def leave(self, words: Iterable[str]) -> None:
        """Words of English, which are never read as a slip of a word of another language."""
        self._phrases.leave(words)

    @property
    def all_phrases(self) -> list[Phrase]:
        """Those of all languages."""
        return [*self._phrases, *self._here, *self._yet]

    def emergency_in(self, text: str) -> Foreign | None:
        """The words of an emergency in `text`: of the language that says most of them."""
        found = self._phrases.found(text)
        if not found:
            return None
        # Related languages share phrases: the small words around them tell which it is.
        words = set(words_in(text[:_LOOKED_AT]))
        said = {code: len(words & self.known[code].common) for (code, _), _ in found}
        for (code, _), _ in found:
            said[code] += 1
        code = max(said, key=lambda one: said[one])
        (_, kind), (start, end) = next(one for one in found if one[0][0] == code)
        crisis = any(one == (code, CRISIS) for one, _ in found)
        card = self._card_of(code, text[start:end]) + (CRISIS_SUFFIX if crisis else "")
        return Foreign(code, ROWS[CRISIS if crisis else kind], text[start:end], card)

    def says_help_is_here(self, text: str) -> bool:
        """Whether a text says in one of the languages that help is there; in doubt it does not."""
        part = text[:4000]
        return bool(self._here.found(part)) and not self._yet.found(part)

    def cards(self) -> list[str]:
        """The ids of the cards of all languages."""
        return list(self._lines)

    def answers(self, cards: Iterable[str]) -> bool:
        """Whether one of `cards` is in another language."""
        return any(card in self._lines for card in cards)

    def is_crisis(self, card: str) -> bool:
        """Whether a card of a language answers a wish to die."""
        return card in self._lines and self._lines[card][1] == "crisis"

    def card(self, name: str, number: str) -> str | None:
        """The text of a card with the `number` to call; None where no language has a card of this name."""
        lines, line = self._lines.get(name, (None, ""))
        return lines[line].format(number=number) if lines else None

    def still(self, name: str, number: str) -> str | None:
        """What is said while the emergency of a card stands, in its language; None where no language has the card."""
        lines, _ = self._lines.get(name, (None, ""))
        return lines["still"].format(number=number) if lines else None

    def english_only(self, code: str, text: str, number: str) -> str | None:
        """That only English is understood, in the language and the letters of `text`; None for a `code` not known."""
        found = self._lines.get(self._card_of(code, text))
        return found[0]["english_only"].format(number=number) if found else None

    def _card_of(self, code: str, text: str) -> str:
        name = f"{CARD_PREFIX}{code}"
        latin = name + LATIN_SUFFIX
        return latin if latin in self._lines and script_of(text) == LATIN else name


@lru_cache(maxsize=1)
def load_languages(folder: Path) -> Languages:
    """The languages of `folder` (`content/languages`): `en.yml` with the small words of English, and a file for each.

    Raises: SafetyDataError naming the file, the line and the entry at fault.
    """
    own = DataFile(folder / "en.yml").check(_ENGLISH_SCHEMA)
    shared = frozenset(words_in(own["shared"]))
    english = frozenset(words_in(own["common"])) - shared
    known: list[Language] = []
    phrases, here, yet = Phrases(), Phrases(), Phrases()
    for path in sorted(folder.glob("*.yml")):
        if path.stem == "en":
            continue
        file = DataFile(path)
        data = file.check(_LANGUAGE_SCHEMA)
        code, joined = path.stem, data.get("joined", ())
        for kind, sources in data["phrases"].items():
            _add(phrases, file, ("phrases", kind), sources, (code, kind), joined)
        _add(here, file, ("help_is_here",), data["help_is_here"], (code, "help_is_here"), joined)
        _add(yet, file, ("not_help_yet",), data["not_help_yet"], (code, "not_help_yet"), joined, least=1)
        for name in ("lines", "latin_lines"):
            for line, text in data.get(name, {}).items():
                _check_places(file, (name, line), text)
        common = data["common"].split() if data["script"] == DENSE else words_in(data["common"])
        lines, latin = data["lines"], data.get("latin_lines", {})
        small, never = frozenset(common) - english - shared, frozenset(data.get("never", ""))
        known.append(Language(code, data["name"], data["script"], lines, latin, small, never))
    elsewhere = frozenset(words_in(own["elsewhere"])) - english - shared
    elsewhere = elsewhere.difference(*(one.common for one in known))
    return Languages(known, english, elsewhere, phrases, here, yet)


def _add(
    to: Phrases,
    file: DataFile,
    place: tuple[str, ...],
    sources: Sequence[str],
    name: tuple[str, str],
    joined: Iterable[str],
    least: int | None = None,
) -> None:
    for index, source in enumerate(sources):
        to.add(name, _compiled(source, file, (*place, index), tuple(joined), least))


def _compiled(
    source: str, file: DataFile, place: tuple[str | int, ...], joined: tuple[str, ...], least: int | None
) -> Phrase:
    try:
        return compiled(source, joined, least)
    except PhraseError as fault:
        raise file.fault(place, str(fault)) from None


def _check_places(file: DataFile, place: tuple[str, ...], text: str) -> None:
    try:
        text.format(number="")
    except (KeyError, IndexError, ValueError):
        raise file.fault(place, "only {number} may be filled in.") from None
