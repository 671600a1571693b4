"""What the process no longer needs goes back to the system."""

from __future__ import annotations

import ctypes

import pytest

from b12guide.memory import few_stores, hand_back


def test_a_library_without_the_call_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the C library is another one, nothing is done and nothing raises."""
    monkeypatch.setattr(ctypes, "CDLL", lambda _: object())
    hand_back()
    few_stores()


def test_the_library_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """All that can be given back is: no part of it is kept in store."""
    asked: list[int] = []
    library = type("Library", (), {"malloc_trim": staticmethod(asked.append)})
    monkeypatch.setattr(ctypes, "CDLL", lambda _: library)
    hand_back()
    assert asked == [0]


def test_threads_share_two_stores(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library is told how many stores of memory all threads have."""
    told: list[tuple[int, int]] = []
    library = type("Library", (), {"mallopt": staticmethod(lambda *setting: told.append(setting))})
    monkeypatch.setattr(ctypes, "CDLL", lambda _: library)
    few_stores()
    assert told == [(-8, 2)]
