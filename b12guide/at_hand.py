"""What was read of a text, at hand while its turn lasts: several parts of a turn ask the same of the same words.

What is kept has a bound in characters, not in texts alone: of long ones, few are kept.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, update_wrapper
from typing import Any, Generic, TypeVar

Read = TypeVar("Read")
# Every function of this process that keeps texts.
_ALL: list[AtHand[Any]] = []
# Characters from which a text is long, and how many such are kept.
LONG, LONG_KEPT = 1_000, 8


class AtHand(Generic[Read]):
    """A function of a text that remembers what it gave for the latest texts, until it is told to forget."""

    def __init__(self, read: Callable[..., Read], most: int, as_one: Callable[[str], str] | None = None) -> None:
        """`most`: how many short texts are kept; `as_one`: what of a text is read, the same for texts that are one."""
        self._as_one = as_one
        self._short, self._long = lru_cache(most)(read), lru_cache(LONG_KEPT)(read)
        update_wrapper(self, read)
        _ALL.append(self)

    def __call__(self, text: str, **others: Any) -> Read:
        text = self._as_one(text) if self._as_one else text
        return (self._long if len(text) > LONG else self._short)(text, **others)

    def held(self) -> int:
        """How many texts are kept."""
        return sum(kept.cache_info().currsize for kept in (self._short, self._long))

    def hits(self) -> int:
        """How often what was asked was at hand."""
        return sum(kept.cache_info().hits for kept in (self._short, self._long))

    def forget(self) -> None:
        """Let go of every text."""
        self._short.cache_clear()
        self._long.cache_clear()


def at_hand(most: int, as_one: Callable[[str], str] | None = None) -> Callable[[Callable[..., Read]], AtHand[Read]]:
    """The same function, `AtHand` for its latest texts."""
    return lambda read: AtHand(read, most, as_one)


def forget_all() -> None:
    """Let go of every text that any such function keeps."""
    for kept in _ALL:
        kept.forget()
