"""What makes a word harmless takes nothing from a sign that stands beside it."""

from __future__ import annotations

import pytest

from b12guide.shared import replies, triage


@pytest.mark.parametrize(
    "text",
    [
        "I've been turned down again and I feel hopeless and empty for weeks",
        "been knocked down by all this, so low every day now",
        "I am hopeless on my own, nothing matters",
        "I'm hopeless at dates, and I have felt so low for weeks",
        "can I use the needle twice, I pricked myself with my friend's used one",
        "is it ok to reuse a needle, my flatmate used it before me",
    ],
)
def test_is_urgent(text: str) -> None:
    """A mood of weeks and a needle that somebody used are urgent, whatever is asked or turned down beside them."""
    assert triage(text).level == "urgent"


@pytest.mark.parametrize(
    "text",
    [
        "I am out of breath for words since the jab, I cannot finish a sentence",
        "out of puff for small walks and cannot talk in sentences",
        "he was at the pool and is choking on a chip, he cannot breathe",
        "my heart skipped a beat when I walked upstairs and I passed out",
    ],
)
def test_is_an_emergency(text: str) -> None:
    """Words that are harmless of a phrase or a film tell a sign where it is the body's own."""
    assert triage(text).level == "emergency"


@pytest.mark.parametrize(
    "text",
    [
        "I'm hopeless at dates, when is it again",
        "sorry I'm hopeless, it was 6 weeks, not 5",
        "the bus stop has been moved right down past the post office",
        "could you remind me, I will not remember",
        "can I use one needle twice if it's just me",
        "there are trips that I plan around them",
    ],
)
def test_is_none(text: str) -> None:
    """Somebody's own word for being forgetful, a stop that was moved, and what is only asked are no sign."""
    assert triage(text).level in ("none", "routine")


@pytest.mark.parametrize(
    ("text", "had"),
    [
        ("called them, they say keep march 29", True),
        ("rang them and they said it is fine", True),
        ("called them and they said no appointments till monday", False),
        ("phoned them, they say come in next month", False),
        ("rang them, they said wait for a call back", False),
    ],
)
def test_what_is_advice(text: str, had: bool) -> None:
    """That nobody has time yet is no advice on a sign, and ends no warning."""
    assert replies().clinician_advised(text) is had
