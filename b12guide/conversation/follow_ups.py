"""Short questions about what was just answered: "how long?", "how many?", "who do I ask?", "what do I say to them?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import yaml

from b12guide.content import Question
from b12guide.content.ways import same_words
from b12guide.conversation.focus import named_in
from b12guide.shared import content

WORDS_FILE = Path(__file__).with_name("follow_ups.yml")
TIME, NUMBER, GAP, WORKS, WHO, WORDS = "time", "number", "gap", "works", "who", "words"
NORMAL, IF_NOT, TELL, INSTEAD = "normal", "if_not", "tell", "instead"
ASPECTS = (NORMAL, IF_NOT, TELL, INSTEAD, WORDS, WHO, TIME, NUMBER, GAP, WORKS)
# What the answer itself says, or says that nobody knows.
OF_ITSELF = frozenset({NORMAL, IF_NOT, TELL, INSTEAD})
# So many words may stand around the question in its own part of a message.
MOST_AROUND = 12
_PART = re.compile(r"[.!?;:,\n]+")


def aspect_in(text: str, thing: str | None) -> str | None:
    """What a message wants to know of what was just answered, if that is all that it asks; None for other messages.

    Args:
        thing: what was spoken of (`Question.about`), which the message may name.
    """
    found = None
    for part in filter(None, (same_words(part) for part in _PART.split(text))):
        aspect = _aspect_of(part, thing)
        aspect = None if aspect == GAP and not text.rstrip().endswith("?") else aspect
        found = aspect or found
        if aspect is None and set(named_in(part)) - {thing}:
            return None
    return found


def asks_aspect(question: Question, aspect: str) -> bool:
    """Whether a way to ask `question` wants to know this too."""
    pattern = _data()[0][aspect]
    return any(pattern.search(same_words(way)) for way in (question.question, *question.ask, *question.leaning))


def about_thing(thing: str, aspect: str, nearest: Sequence[str]) -> list[Question]:
    """The questions about `thing` that say something of an aspect: those for which it is a way to lean, then those of
    `nearest`."""
    every = content().questions
    of = [one for one in every.values() if one.about == thing and asks_aspect(one, aspect)]
    pattern = _data()[0][aspect]
    leaned = [one for one in of if any(pattern.search(same_words(way)) for way in one.leaning)]
    near = [every[one] for one in nearest if one in every and every[one] in of]
    return list(dict.fromkeys([*(one for one in near if one in leaned), *leaned, *near, *of]))


def _aspect_of(part: str, thing: str | None) -> str | None:
    patterns, beside, people = _data()
    for aspect in ASPECTS:
        found = patterns[aspect].search(part)
        if found is None:
            continue
        around = (part[: found.start()] + " " + part[found.end() :]).split()
        known = beside | people if aspect in (WORDS, WHO, TELL) else beside
        plain = [word for word in around if not {word, word.removesuffix("s")} & known]
        if len(around) <= MOST_AROUND and all(named_in(word) == [thing] for word in plain):
            return aspect
    return None


@lru_cache(maxsize=1)
def _data() -> tuple[dict[str, re.Pattern[str]], frozenset[str], frozenset[str]]:
    data = yaml.safe_load(WORDS_FILE.read_text(encoding="utf-8"))
    patterns = {aspect: re.compile(rf"\b(?:{'|'.join(data[aspect])})\b") for aspect in ASPECTS}
    return patterns, frozenset(data["beside"].split()), frozenset(data["people"].split())
