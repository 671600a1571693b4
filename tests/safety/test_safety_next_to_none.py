"""Next to none of a sign, less of it, a date forgotten or somebody missed is no alarm; the danger in like words is."""

from __future__ import annotations

import pytest

from b12guide.shared import triage

CALM = [
    "cycled to the shops and was barely out of puff",
    "up four flights and scarcely breathless, I am delighted",
    "hardly dizzy at all this fortnight",
    "I keep forgetting mine so can you text me the evening before",
    "always forgetting my own jab, so please send me an alert",
    "my fingers are still numb though not as much as last month",
    "the tingling in my toes is still there but milder than it was",
    "pins and needles in both feet, only fainter than in January",
    "on Tuesday I was dizzy a little bit, please write it down",
    "the dizzy is finish, the nurse has seen me",
    "the dizziness has finished now",
]
SIGNS = [
    ("I can hardly breathe sitting here", "emergency"),
    ("barely breathing and his lips are blue", "emergency"),
    ("I was hardly out of breath yesterday, today I can't get my breath lying down", "emergency"),
    ("she keeps forgetting me and her own name", "urgent"),
    ("I keep forgetting words, much worse lately, so remind me please", "urgent"),
    ("my toes are numb though not as much as last month, and it is creeping up my legs", "urgent"),
    ("tingling still there but milder than it was, and now my hands are numb too", "urgent"),
    ("dizzy a little bit and then I fainted", "urgent"),
    ("dizzy, bit by bit worse every day", "urgent"),
    ("I miss my dad, I have all his pills here and I could take them", "emergency"),
]
HARMLESS = [
    "still worn out after the six loading ones and my arm is a bit sore, is that usual",
    "rather tired and my tongue has been sore since Monday",
    "my tongue is red and smooth",
    "I miss my mum, she always came to the nurse with me",
]
MORE = [
    "still worn out and my left arm is sore",
    "still tired, my arm is sore and I feel sick",
    "my tongue is sore and has got big",
    "my tongue is sore and I can't swallow",
    "my tongue is sore since I bit it when I passed out",
    "I miss my mum and nothing matters without her",
    "I miss my husband, there is no point any more",
]


@pytest.mark.parametrize("text", CALM)
def test_next_to_none_of_it(text: str) -> None:
    """Nobody is sent for advice today over what is hardly there, or less than it was."""
    assert triage(text).level in ("none", "routine")


@pytest.mark.parametrize(("text", "level"), SIGNS)
def test_the_sign_in_like_words(text: str, level: str) -> None:
    """Who can hardly breathe is no less ill for the word, and what grows elsewhere is not less."""
    assert triage(text).level == level


@pytest.mark.parametrize("text", HARMLESS)
def test_known_as_harmless(text: str) -> None:
    """A reader that finds it like a sign has to be surer."""
    assert triage(text).expected


@pytest.mark.parametrize("text", MORE)
def test_more_is_told_beside_it(text: str) -> None:
    """What stands beside it takes that from it."""
    assert not triage(text).expected
