"""Signs as callers tell them to somebody at a desk: sideways, ashamed, or as a story. And the harmless things that are
told in the same words."""

from __future__ import annotations

import pytest

from b12guide.safety import LEVELS, Detector
from b12guide.shared import replies

SIGNS = [
    ("came up scarlet after the jab, the room went far off and I was hanging on to the trolley", "emergency"),
    ("mam sounds drunk on the phone and she never touches alcohol", "emergency"),
    ("his words are all porridge", "emergency"),
    ("when I wipe it could be somebody else since Sunday", "emergency"),
    ("I feel nothing down below since the weekend, all of it gone", "emergency"),
    ("my husband asked me what I was doing in his house, he was doing sudoku this morning", "emergency"),
    ("opened my thigh again tonight, deeper", "emergency"),
    ("I cannot face another winter in this body", "emergency"),
    ("I keep thinking of putting air in the needle deliberately", "emergency"),
    ("potassium 2.8 and beats keep dropping, no power in the legs", "emergency"),
    ("never had a headache like this, it landed all in one go", "emergency"),
    ("mum keeps asking where dad is, he died in 2011, no dementia, she was fine yesterday", "emergency"),
    ("I keep figuring out how I would do it", "emergency"),
    ("the kids would be happier with me gone", "emergency"),
    ("I have to stop at every lamppost to get my breath", "urgent"),
    ("memory is shot this month", "urgent"),
    ("asked my son the same question five times in an hour", "urgent"),
    ("someone calls my name when the house is empty", "urgent"),
    ("ache in one calf and that ankle bone has disappeared since the flight", "urgent"),
    ("toast and steak lodge in my gullet", "urgent"),
    ("the baby was sucking on my spray bottle, about half of it gone", "urgent"),
]
HARMLESS = [
    "out like a light on the couch by ten",
    "a drop of blood and a cotton wool ball on it, then home",
    "the heart of the village is a nice place",
    "my husband sounds tired of my questions",
    "we had a blackout, a power cut all night, are the ampoules spoilt?",
    "we stop at every bench to look at the view",
]
BEFORE = [
    "the last jab brought me out in welts, do I take something before the next?",
    "the shot in spring gave me hives. Next one is due Friday.",
    "I came out in blotches after the first injection in May",
]


@pytest.mark.parametrize(("text", "level"), SIGNS)
def test_a_sign_told_sideways_has_its_level(detector: Detector, text: str, level: str) -> None:
    """Nobody at a desk says the name of a sign."""
    assert LEVELS.index(detector.triage(text).level) >= LEVELS.index(level)


@pytest.mark.parametrize("text", HARMLESS)
def test_what_is_harmless_in_such_words_is_none(detector: Detector, text: str) -> None:
    """Sleep, a plaster and a walk raise no alarm."""
    assert detector.triage(text).level in ("none", "routine")


@pytest.mark.parametrize("text", BEFORE)
def test_hives_from_an_earlier_injection_hold_the_next_one(text: str) -> None:
    """A reaction to the last one is told to the clinic before another."""
    assert replies().reacted_before(text)
