"""The check of understanding ("teach-back"): its questions, and what a person's words choose among the answers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from rapidfuzz import fuzz

# Likeness (0 to 100) from which a text is an option with a slip of the finger.
_SAME: Final = 90
_WORD: Final = re.compile(r"[a-z0-9']+")
# Words that tell no answer from another.
_EMPTY: Final = frozenset(_WORD.findall("a an and for i i'd i'll if in is it it's my of or so that the to will would"))
NOT: Final = "not"
_NOT: Final = re.compile(r"\b(?:not|never|don't|dont|won't|wouldn't|shouldn't)\b")
_ASKS: Final = re.compile(r"^(?:what|how|why|when|which|who|where|can|could|do|does|is|are|should)\b")
_PLACE: Final = re.compile(
    r"(?:the |number |option |answer )*(1|2|3|a|b|c|first|second|third)(?: one| answer| option)?"
)
_PLACES: Final = {"1": 0, "a": 0, "first": 0, "2": 1, "b": 1, "second": 1, "3": 2, "c": 2, "third": 2}


@dataclass(frozen=True)
class Option:
    """One answer to choose, and the other words that mean it; some mean it only together ("as usual")."""

    text: str
    right: bool
    words: frozenset[str]
    phrases: tuple[str, ...] = ()

    def hits(self, plain: str) -> int:
        """How many words of plain text speak for this answer."""
        said = set(_WORD.findall(plain)) - _EMPTY - {NOT}
        together = [phrase for phrase in self.phrases if f" {phrase} " in f" {plain} "]
        return len(said & (self.words | set(_WORD.findall(_plain(self.text))))) + sum(len(p.split()) for p in together)


@dataclass(frozen=True)
class QuizQuestion:
    """A question, its answers, and what is explained after any of them; `topic` is what the explanation is about."""

    id: str
    topic: str
    ask: str
    options: tuple[Option, ...]
    explain: str
    sources: tuple[str, ...]

    def exactly(self, text: str) -> Option | None:
        """The option whose very words these are, give or take a slip of the finger, or whose place they name."""
        plain = _plain(text)
        place = _PLACE.fullmatch(plain)
        if place and _PLACES[place[1]] < len(self.options):
            return self.options[_PLACES[place[1]]]
        return next((o for o in self.options if fuzz.ratio(plain, _plain(o.text)) >= _SAME), None)

    def choice(self, text: str, *, least: int = 1) -> Option | None:
        """The option that an answer in words means; None for a question, or words that fit none or several.

        "Not" means the option that has it among its words, or of two options the other one; of three, none.

        Args:
            text: what the person wrote.
            least: how many words of an option it has to hold.
        """
        exact = self.exactly(text)
        plain = _plain(text)
        if exact is not None or _ASKS.search(plain) or "?" in text:
            return exact
        hits = [option.hits(plain) for option in self.options]
        best = max(hits)
        if best < least:
            return None
        unlike = [option for option in self.options if NOT in option.words]
        if _NOT.search(plain) and unlike:
            return unlike[0]
        if hits.count(best) > 1:
            return None
        option = self.options[hits.index(best)]
        if not _NOT.search(plain):
            return option
        others = [other for other in self.options if other is not option]
        return others[0] if len(others) == 1 else None


@dataclass(frozen=True)
class Quiz:
    """Three questions about one thing."""

    id: str
    button: str
    named: frozenset[str]
    questions: tuple[QuizQuestion, ...]


@dataclass(frozen=True)
class TeachBack:
    """Everything of teach_back.yml."""

    words: Mapping[str, str]
    quizzes: Mapping[str, Quiz]

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> TeachBack:
        """Read the data of a file that meets `teach_back.schema.json`."""
        return cls(data["words"], {name: _quiz(name, entry) for name, entry in data.items() if name != "words"})

    def question(self, quiz: str, place: int) -> QuizQuestion | None:
        """The question at a place of a quiz, or None: a stored place that the content no longer has is none."""
        found = self.quizzes.get(quiz)
        return found.questions[place] if found and place < len(found.questions) else None

    def named(self, text: str) -> Quiz | None:
        """The quiz that a request names: by its button, or by one of its words; None where it names none or several."""
        said = set(_WORD.findall(_plain(text)))
        found = [q for q in self.quizzes.values() if _plain(text) == _plain(q.button) or said & q.named]
        return found[0] if len(found) == 1 else None


def _plain(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").strip(" .!?,;:'\"").split())


def _quiz(name: str, entry: Mapping[str, Any]) -> Quiz:
    return Quiz(name, entry["button"], frozenset(entry["named"]), tuple(_question(item) for item in entry["questions"]))


def _question(item: Mapping[str, Any]) -> QuizQuestion:
    options = tuple(_option(entry) for entry in item["options"])
    return QuizQuestion(item["id"], item["topic"], item["ask"], options, item["explain"], tuple(item["sources"]))


def _option(entry: Mapping[str, Any]) -> Option:
    together = tuple(words for words in entry["words"] if " " in words)
    return Option(entry["text"], entry["right"], frozenset(entry["words"]) - set(together), together)
