"""Hands and walking that got worse over weeks are told apart from what is fast."""

from __future__ import annotations

import pytest

from b12guide.understanding.slow_nerves import slow_nerves


@pytest.mark.parametrize(
    "text",
    [
        "I keep dropping my keys and I walk like a sailor, it wasn't like this in spring",
        "clumsy for a month, my feet feel like wool",
        "my balance has been going bit by bit",
        "tripping over nothing these last few weeks",
        "hands numb since Christmas and I fumble with buttons",
    ],
)
def test_trouble_over_weeks_is_slow(text: str) -> None:
    """The time is told in weeks, and nothing else is told."""
    assert slow_nerves(text)


@pytest.mark.parametrize(
    "text",
    [
        "clumsy since Christmas and now I cannot walk",
        "numb for weeks and suddenly worse",
        "tripping for months, weak on one side",
        "numb feet these last weeks and I can't pee",
        "my balance is gone since yesterday",
        "numb since march and it climbs up to my knees",
        "walking badly",
        "chest pain for weeks when I walk",
    ],
)
def test_what_is_fast_or_something_else_is_not(text: str) -> None:
    """What no longer works, what climbs, and what belongs to another row stays what it is."""
    assert not slow_nerves(text)
