"""What is asked to be read back of what was told, and of which days."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.diary.read_back import reads_back, since


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("what have I told you so far", ""),
        ("what did I say about my feet", "my feet"),
        ("what have i put down on mood so far", "mood"),
        ("read me everything i wrote", ""),
        ("go through my notes with me", None),
        ("what do my notes say about sleep", "sleep"),
        ("is there anything about sleep in my notes", "sleep"),
        ("read me back the last week", "read me back the last week"),
        ("show me my notes from last week", "show me my notes from last week"),
        ("what did i tell you about my plan", None),
        ("what did my doctor say about my feet", None),
        ("what did you say about my feet", None),
        ("what have they said so far", None),
    ],
)
def test_what_is_read_back(text: str, words: str | None) -> None:
    """With what it is about or of when; not what others said, nor the plan."""
    assert reads_back(text) == words


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("the last week", date(2026, 2, 26)),
        ("my notes from the past 3 days", date(2026, 3, 2)),
        ("the last couple of weeks", date(2026, 2, 12)),
        ("this week", date(2026, 3, 2)),
        ("this month", date(2026, 3, 1)),
        ("today", date(2026, 3, 5)),
        ("the last note", None),
        ("about my feet", None),
    ],
)
def test_since_when(text: str, first: date | None) -> None:
    """Days up to today, which is a Thursday."""
    assert since(text, date(2026, 3, 5)) == first
