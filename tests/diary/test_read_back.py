"""What is asked to be read back of what was told, and of which days."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.diary.read_back import asks_picture, in_month, reads_back, since


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
        ("what is written down so far", ""),
        ("what have you noted down", ""),
        ("could i look back at how i've been getting on over the months", ""),
        ("can I see how things have gone lately", ""),
        ("how was my mood in may", "how was my mood in may"),
        ("how has my sleep been over the last few weeks", "how has my sleep been over the last few weeks"),
        ("what did i write about the bus", "the bus"),
        ("show me what i noted in june", "show me what i noted in june"),
        ("do you have a chart of how it went", ""),
        ("draw me a picture of my tiredness", "tiredness"),
        ("group my notes by symptom", "by symptom"),
        ("could you list what i wrote under each symptom", "by symptom"),
        ("how was my mood meant to change", None),
        ("can i see how it is given", None),
        ("show me a picture of my plan", None),
        ("what have you got down for me", None),
        ("how has my dose been decided", None),
        ("what did i tell you about my plan", None),
        ("what did my doctor say about my feet", None),
        ("what did you say about my feet", None),
        ("what have they said so far", None),
    ],
)
def test_what_is_read_back(text: str, words: str | None) -> None:
    """With what it is about or of when; not what others said, nor the plan."""
    assert reads_back(text) == words


def test_a_picture_or_a_pattern() -> None:
    """Of what is not said; not of the plan."""
    assert asks_picture("can I see a graph")
    assert asks_picture("do you see a pattern? is it getting better")
    assert not asks_picture("is there a picture of where it goes in")
    assert not asks_picture("show me a picture of my dates")


def test_of_a_month() -> None:
    """The latest one that has begun."""
    assert in_month("how was it in may", date(2026, 3, 5)) == (date(2025, 5, 1), date(2025, 5, 31))
    assert in_month("my mood in February", date(2026, 3, 5)) == (date(2026, 2, 1), date(2026, 2, 28))
    assert in_month("may I see my notes", date(2026, 3, 5)) is None


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
