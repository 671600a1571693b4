"""The CDC Clear Communication Index, modified form for short and spoken material, as far as a program can score it.

The Index has 20 items; those on layout and pictures (3, 4, 8, 9 and 10) do not apply to a chat bubble, as the note on
the modified sheet says of material without display. What needs judgement is left to an editor and not scored.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import textstat

from b12guide.content import Content, Topic
from b12guide.content.prose import MAX_GRADE, grade_of, sentences_of, words_in

MAX_FIRST_WORDS: Final = 20
LONG_SYLLABLES: Final = 5
_ACTS: Final = (
    "add|ask|book|bring|call|check|count|do not|get|have|keep|lie|look|put|read|say|show|start|talk|tell|take|wash"
)
_CALL: Final = re.compile(rf"(?:^|[,:;] (?:and )?|\b(?:and|so|please) )(?:{_ACTS})\b", re.IGNORECASE)
_PASSIVE: Final = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?\w+(?:ed|wn|ken)\b", re.IGNORECASE)
# Adjectives by now: "tired" says how somebody feels, not what was done.
_NOT_PASSIVE: Final = re.compile(r"\b(?:tired|bruised|swollen|worried|confused|scared|limited|needed)\b", re.I)
# What marks a limit of what is known or holds; "can" and "some" alone would be found in every text.
_DOUBT: Final = re.compile(
    r"\b(?:may|not all|not always|not clear|not known|no one|none of|unsure|less sure|depends?|differs?|disagree"
    r"|not agree|found no|not been shown|not prove|were small)\b",
    re.IGNORECASE,
)
_WHOM: Final = re.compile(r"\b(?:clinic|doctor|nurse|pharmacist|midwife|prescriber|insurer|team|advice|number)\b", re.I)
_NUMBER: Final = re.compile(r"(?<![\w-])\d+(?:,\d{3})*(?:\.\d+)?(?![\w-])")
_HARD_NUMBER: Final = re.compile(r"\d\.\d|%|\bper ?cent\b|\d/\d", re.IGNORECASE)
_SUM: Final = re.compile(r"\b(?:multiply|divide|subtract|add up|per kg|a kilo)\b|[×÷]", re.IGNORECASE)
_URGENT: Final = re.compile(r"\bmedical advice today\b|\bcall [^.]*\bnow\b|\btell them today\b", re.IGNORECASE)
_CHANCE: Final = re.compile(r"\b\d+ (?:in|out of) (?:every )?\d[\d,]*\b|\d ?%", re.IGNORECASE)


@dataclass(frozen=True)
class Item:
    """One item of the Index: its number, what it asks, and how it is scored.

    `score` gives True or False, or None where the item does not apply; an item without it is for an editor.
    """

    number: int
    asks: str
    score: Callable[[Said], bool | None] | None = None
    applies: Callable[[Said], bool] = lambda said: True


@dataclass(frozen=True)
class Said:
    """An answer as people meet it: the short text and the contact, and what one tap more brings."""

    short: str
    contact: str
    why: str
    more: str
    uncounted: tuple[str, ...]

    @property
    def text(self) -> str:
        return f"{self.short}\n{self.contact}"

    @property
    def sentences(self) -> list[str]:
        return sentences_of(self.text)

    @property
    def calls(self) -> list[str]:
        """The sentences that tell people to do something."""
        return [sentence for sentence in self.sentences if _CALL.search(sentence)]

    @property
    def has_numbers(self) -> bool:
        """Whether it holds numbers other than telephone numbers."""
        return any(found not in ("999", "911", "112", "000", "111", "811") for found in _NUMBER.findall(self.text))


def said_of(content: Content, topic: Topic, uncounted: Iterable[str]) -> Said:
    """A topic's answer where nothing is known of the person."""
    beyond = [*topic.more, *([topic.disagreement.text] if topic.disagreement else [])]
    texts = (topic.short, topic.contact, topic.why, "\n".join(beyond))
    short, contact, why, more = (content.filled(text, None) for text in texts)
    return Said(short, contact, why, more, tuple(uncounted))


def _message_first(said: Said) -> bool:
    first = said.sentences[0]
    return not first.endswith("?") and words_in(first) <= MAX_FIRST_WORDS


def _active(said: Said) -> bool:
    spoken = [said.sentences[0], *said.calls]
    return not any(_PASSIVE.search(_NOT_PASSIVE.sub("", sentence)) for sentence in spoken)


def _plain_words(said: Said) -> bool:
    words = {word.strip(".,:;!?\"'()").lower() for word in said.text.split()} - set(said.uncounted)
    long = {word for word in words if textstat.textstat.syllable_count(word) >= LONG_SYLLABLES}
    return grade_of(said.text, said.uncounted) <= MAX_GRADE and not long


def _limits(said: Said) -> bool:
    return bool(_DOUBT.search(f"{said.short}\n{said.more}"))


def _doable(said: Said) -> bool:
    return any(_WHOM.search(call) for call in said.calls)


def _usable_numbers(said: Said) -> bool | None:
    return not _HARD_NUMBER.search(said.text) if said.has_numbers else None


def _no_sums(said: Said) -> bool | None:
    return not _SUM.search(said.text) if said.has_numbers else None


ITEMS: Final[Sequence[Item]] = (
    Item(1, "Is there one main message?"),
    Item(2, "Does it stand first?", _message_first),
    Item(5, "Is there a call to action?", lambda said: bool(said.calls)),
    Item(6, "Are message and call in the active voice?", _active),
    Item(7, "Are the words those of the reader?", _plain_words),
    Item(11, "Is it said what is known and what is not?", _limits),
    Item(12, "Is something recommended that people can do?", _doable),
    Item(13, "Is it said why that matters?", lambda said: bool(said.why.strip())),
    Item(14, "Is it said how, and with whom?", lambda said: bool(_WHOM.search(said.contact))),
    Item(15, "Are the numbers ones that people use?", _usable_numbers),
    Item(16, "Is it said what the numbers mean?", applies=lambda said: said.has_numbers),
    Item(17, "Does nobody have to do sums?", _no_sums),
    Item(18, "Is the risk named, with what to do?", lambda said: bool(_URGENT.search(said.text)) or None),
    Item(19, "Are risks and benefits of doing it both said?"),
    Item(20, "Is a chance in numbers also put in words?", applies=lambda said: bool(_CHANCE.search(said.text))),
)


@dataclass(frozen=True)
class Score:
    """What a program could score: the items that count, those missed, and those that wait for an editor."""

    counted: tuple[int, ...]
    missed: tuple[int, ...]
    for_editor: tuple[int, ...]

    @property
    def percent(self) -> int:
        """Points over items that apply, out of 100, as the Index counts."""
        return round(100 * (len(self.counted) - len(self.missed)) / len(self.counted))


def score(said: Said) -> Score:
    """Score one answer."""
    results = {item.number: item.score(said) for item in ITEMS if item.score}
    return Score(
        counted=tuple(number for number, result in results.items() if result is not None),
        missed=tuple(number for number, result in results.items() if result is False),
        for_editor=tuple(item.number for item in ITEMS if item.score is None and item.applies(said)),
    )
