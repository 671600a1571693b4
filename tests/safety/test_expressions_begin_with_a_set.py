"""An expression begins with the set of all codes that it may begin with, and matches what its ways match."""

from __future__ import annotations

import re

import pytest

from b12guide.safety._patterns import PatternCompiler, WordList
from b12guide.safety._words import Vocabulary

LISTS = {
    "filler": WordList.parse(["my the"]),
    "article": WordList.parse(["the"]),
    "but": WordList.parse(["but"]),
    "faint": WordList.parse(["faint passed/blacked_out passed_clean_out passed"]),
    "chest": WordList.parse(["chest rib_cage"]),
}
WORDS = {word for one in LISTS.values() for word in one.all_words()} | {"today", "and"}
VOCABULARY = Vocabulary(sorted(WORDS), medical=(), spelling={}, ordinary=())
COMPILER = PatternCompiler(VOCABULARY, fillers=LISTS["filler"], articles=LISTS["article"], breaks=LISTS["but"])


@pytest.mark.parametrize(
    ("pattern", "text", "words"),
    [
        ("[faint]", "and passed out today", "passed out"),
        ("[faint]", "and blacked the out today", "blacked the out"),
        ("[faint]", "passed clean out", "passed clean out"),
        ("[faint]", "today passed chest", "passed"),
        ("[faint]", "blacked today", None),
        ("[faint] ~2 [chest]", "passed out and my rib cage", "passed out and my rib cage"),
        ("[faint] ~2 [chest]", "passed out but rib cage", None),
        ("[faint] & [chest]", "rib cage today faint", "rib cage today faint"),
        ("[faint] & [chest]", "passed today chest", "passed today chest"),
        ("today? [faint]", "today passed out", "today passed out"),
        ("^ [faint]", "and passed out. blacked out today", "blacked out"),
        ("^ today? [faint] $", "today faint", "today faint"),
    ],
)
def test_the_words_that_match(pattern: str, text: str, words: str | None) -> None:
    """Phrases before single words, either side first, gaps that run over no "but", the start and end of a sentence."""
    reading = VOCABULARY.read(text)
    match = COMPILER.compile(pattern, LISTS).regex.search(reading.codes)
    assert (match and reading.phrase(*match.span())) == words


@pytest.mark.parametrize("pattern", ["[faint]", "[faint] ~2 [chest]", "[chest] & [faint]", "[faint/chest] today"])
def test_it_begins_with_the_set_of_all_first_words(pattern: str) -> None:
    """The search then passes over other words without trying the rest; a way that begins with none would hide it."""
    body = COMPILER.compile(pattern, LISTS).body
    first = body[: body.index("]") + 1]
    assert all(re.fullmatch(first, VOCABULARY.code(word)) for word in ("faint", "passed", "blacked"))
