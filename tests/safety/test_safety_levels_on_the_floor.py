"""A level on the floor, drops for under the tongue, a nurse who gives up, a medicine for what is known."""

from __future__ import annotations

import pytest

from b12guide.safety import Detector

HARMLESS = [
    "they tested me and my iron was on the floor",
    "my b12 levels are on the floor again, what next",
    "ferritin was on the floor too",
    "I eat well and take nothing, so why am I low?",
    "why am i low",
    "are drops under the tongue any use",
    "is an under-the-tongue spray as good as a jab",
    "they gave me under the tongue tablets",
    "the nurse has given up twice because he pulls away",
    "I take bisoprolol for an irregular heartbeat, can I have the jab",
]
SIGNS = [
    ("my dad was on the floor when I came in", "emergency"),
    ("I woke and was on the floor, my b12 is low", "emergency"),
    ("her tongue drops to one side", "emergency"),
    ("my tongue is swelling under the drops", "emergency"),
    ("the nurse has given it twice by mistake", "urgent"),
    ("I've had an irregular heartbeat since the jab", "urgent"),
    ("why am I so low that I cannot go on", "emergency"),
]


@pytest.mark.parametrize("text", HARMLESS)
def test_borrowed_words_raise_no_alarm(detector: Detector, text: str) -> None:
    """What only borrows the words of a sign is none."""
    assert detector.triage(text).level in ("none", "routine"), text


@pytest.mark.parametrize(("text", "level"), SIGNS)
def test_signs_beside_borrowed_words_stay(detector: Detector, text: str, level: str) -> None:
    """The sign in like words keeps its level."""
    assert detector.triage(text).level == level
