"""A row of words in an expression is read in one way: one that is read in two ways takes twice as long for each word
of it, and forty such words stop a server. What expressions mean is taken apart; nothing is timed."""

from __future__ import annotations

import sre_constants
import sre_parse
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from tests.bounds.test_readers_are_linear import EXPRESSIONS

MOST_WAYS = 4_000


def said(parsed: Any) -> list[str]:
    """Every way in which an expression comes to one of its texts; what has no end of texts is a sign of its own."""
    ways = [""]
    for kind, value in parsed:
        if kind in (sre_constants.AT, sre_constants.ASSERT, sre_constants.ASSERT_NOT):
            continue
        ways = [before + part for before in ways for part in _parts(kind, value)]
        assert len(ways) <= MOST_WAYS, "more ways than can be looked through"
    return ways


def _parts(kind: Any, value: Any) -> list[str]:
    if kind == sre_constants.LITERAL:
        return [chr(value)]
    if kind == sre_constants.IN and all(one == sre_constants.LITERAL for one, _ in value):
        return [chr(letter) for _, letter in value]
    if kind == sre_constants.SUBPATTERN:
        return said(value[3])
    if kind == sre_constants.BRANCH:
        return [way for branch in value[1] for way in said(branch)]
    if kind in (sre_constants.MAX_REPEAT, sre_constants.MIN_REPEAT):
        least, most, body = value
        once = said(body) if most == 1 else [f"<{list(body)}>"]
        return [*([""] if least == 0 else []), *once]
    return [f"<{kind} {value}>"]


def rows(parsed: Any) -> Iterator[Any]:
    """What an expression repeats more than three times."""
    for kind, value in parsed:
        if kind in (sre_constants.MAX_REPEAT, sre_constants.MIN_REPEAT):
            if value[1] > 3:
                yield value[2]
            yield from rows(value[2])
        elif kind == sre_constants.SUBPATTERN:
            yield from rows(value[3])
        elif kind == sre_constants.BRANCH:
            for branch in value[1]:
                yield from rows(branch)
        elif kind in (sre_constants.ASSERT, sre_constants.ASSERT_NOT):
            yield from rows(value[1])


def read_in_two_ways(body: Any) -> set[str]:
    """What a row repeats that it comes to in two ways, as one of its parts or as two of them."""
    ways = said(body)
    found = {way for way, count in Counter(ways).items() if count > 1}
    parts = set(ways)
    return found | {
        way for way in parts if not way or any(way[:cut] in parts and way[cut:] in parts for cut in range(1, len(way)))
    }


@pytest.mark.parametrize("name", EXPRESSIONS)
def test_a_row_of_words_is_read_in_one_way(name: str) -> None:
    """No word, and no two words together, stand twice in what an expression repeats."""
    one = EXPRESSIONS[name]
    assert [
        read_in_two_ways(body) for body in rows(sre_parse.parse(one.pattern, one.flags)) if read_in_two_ways(body)
    ] == []


@pytest.mark.parametrize(
    ("row", "twice"),
    [
        (r"(?:on|first|first){0,9}x", {"first"}),
        (r"(?:all |the |all the ){4,9}", {"all the "}),
        (r"(?:jabs?|'?s| shot){0,9}", {"jabs"}),
        (r"(?:it|its? ){0,9}", set()),
    ],
)
def test_what_is_read_in_two_ways_is_seen(row: str, twice: set[str]) -> None:
    """The check itself sees a word that stands there twice, and one that is made of two others."""
    assert [read_in_two_ways(body) for body in rows(sre_parse.parse(row))] == [twice]
