"""The thing that a conversation is about ("tablets", "metformin"), and whether a message leans on it."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import yaml

from b12guide.content.ways import same_words
from b12guide.shared import content

# A question that leans names nothing by itself: so many words at most, or more of them with a word that points back.
SHORT, LONGEST = 4, 12
# "And my children?" asks of them what was just asked.
_ELLIPSIS = re.compile(r"^(?:and|or|what about|how about|and what about)\b(?: \w+){1,3}$")
# "What do they check?" asks of those who treat, and of nothing that was said.
_STAFF = r"(?! (?:check|test|measure|monitor|give|tell|ask|inject|send|say|decide|prescribe|look (?:at|for))\b)"
_POINTS_BACK = re.compile(
    rf"\b(?:it|its|that|thats|this|they{_STAFF}|them|these|those|one|ones|he|she|her|him|so|either|instead)\b", re.I
)
# Words that by themselves ask nothing of anything: "what is this?" leans on nothing that was said.
_SAYS_NOTHING = frozenset(
    {
        "a",
        "an",
        "the",
        "and",
        "or",
        "but",
        "so",
        "ok",
        "okay",
        "is",
        "are",
        "was",
        "am",
        "be",
        "it",
        "its",
        "this",
        "that",
        "these",
        "those",
        "they",
        "them",
        "he",
        "she",
        "what",
        "whats",
        "which",
        "who",
        "i",
        "you",
        "we",
        "me",
        "my",
        "your",
        "do",
        "does",
        "did",
        "of",
        "to",
        "in",
        "on",
        "for",
        "with",
    }
)
# Words with which more is asked for, and nothing else: "what else?", "is that all there is?".
_MORE = frozenset(
    {"else", "more", "anything", "something", "all", "any", "other", "there", "then", "to", "know", "about"}
)
_WORD = re.compile(r"[a-z]{2,}")
# Things whose questions are those of the injections themselves: there the answer of a whole topic is no other subject.
INJECTIONS = frozenset(
    {"injections", "injection", "treatment", "dose", "plan", "gap", "treatment_length", "loading", "maintenance", "b12"}
)
# Who names one of these speaks of the injections, whatever was spoken of before.
OF_INJECTIONS = INJECTIONS - {"b12"}
# Things that are taken, as B12 is: the dose, length or harm of one is never answered with that of the injections.
TAKEN = frozenset(
    {"tablets", "multivitamin", "spray", "patches", "under_tongue", "drinks", "metformin", "omeprazole", "the_pill"}
    | {"antibiotics", "medicines", "methotrexate", "colchicine", "folic_acid", "iron", "nitrous_oxide", "blood_thinner"}
)
# Those that are another medicine than B12.
OTHER_MEDICINES = TAKEN - {"tablets", "multivitamin", "spray", "patches", "under_tongue", "drinks", "medicines"}
# What is asked of a thing is none by itself: "what dose?" leans.
ASKED_OF = frozenset(
    {
        "dose",
        "cost",
        "pain",
        "cause",
        "plan",
        "treatment",
        "level",
        "result",
        "range",
        "gap",
        "kind",
        "evidence",
        "symptoms",
    }
)
WORDS = Path(__file__).with_name("thing_words.yml")


def named_in(text: str) -> list[str]:
    """The things named in `text`, in the order of their words; "meat's" names what "meat" does."""
    of = _things()
    named = (of.get(word) or of.get(word.removesuffix("s")) for word in same_words(text).split())
    return list(dict.fromkeys(thing for thing in named if thing is not None))


def leans(text: str, thing: str) -> bool:
    """Whether `text` names no other thing than `thing`, and is so short, or points back, that it may be about it."""
    words = same_words(text)
    if not says_something(text) or len(words.split()) > LONGEST or set(named_in(text)) - {thing}:
        return False
    return len(words.split()) <= SHORT or points_back(text)


def says_something(text: str) -> bool:
    """Whether `text` has a word that asks or says something."""
    return any(word not in _SAYS_NOTHING for word in _WORD.findall(same_words(text)))


def asks_for_more(text: str) -> bool:
    """Whether `text` only asks for more of what was said, and has no question of its own."""
    return all(word in _SAYS_NOTHING | _MORE for word in _WORD.findall(same_words(text)))


def points_back(text: str) -> bool:
    """Whether `text` has a word that stands for what was said before it."""
    return _POINTS_BACK.search(text) is not None


def is_ellipsis(text: str) -> bool:
    """Whether `text` only names something of which the last question is asked too: "and my children?"."""
    return _ELLIPSIS.match(same_words(text)) is not None


def focus_of(topic: str, text: str) -> str | None:
    """What an answer on a whole topic is about: the thing that `text` names, else the one that most questions of the
    topic are about, or None."""
    about = [question.about for question in content().topic(topic).questions]
    named = named_in(text)
    most = max(about, key=about.count, default=None)
    likely = most if most is not None and 2 * about.count(most) > len(about) else None
    return next((thing for thing in named if thing in about), named[0] if named else likely)


@lru_cache(maxsize=1)
def _things() -> dict[str, str]:
    """The words that name a thing, each with the thing."""
    things = {question.about for question in content().questions.values()} - ASKED_OF
    more: dict[str, list[str]] = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    named = {word: thing for thing in sorted(things) for word in (thing, f"{thing}s", thing.removesuffix("s"))}
    return named | {word: thing for thing, words in more.items() if thing in things for word in words}
