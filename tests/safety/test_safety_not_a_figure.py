"""A sign beside a word that figures of speech, things and stories use too is a sign."""

from __future__ import annotations

import pytest

from b12guide.shared import triage


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("my arm went dead right after the jab", "urgent"),
        ("my worry is my chest pain since this morning", "emergency"),
        ("my worry is that my face is drooping on one side", "emergency"),
        ("sat by the fan gasping for air", "emergency"),
        ("in town I got paralysed down one side", "emergency"),
        ("seeing double since the wedding", "emergency"),
        ("I have been seeing double and cannot look after my twins", "emergency"),
        ("the man who collapsed is still out, no one here", "emergency"),
        ("he was fine till went blind in one eye", "emergency"),
        ("he had a stroke last month, now he talks nonsense", "emergency"),
        ("she had a fit in the spring, tablets since, and another one now", "emergency"),
        ("he's been poisoned at the play group", "emergency"),
        ("getting off his scooter he wheezes and cannot breathe", "emergency"),
        ("please watch, my dad has no pulse", "emergency"),
        ("red spot where the pen was is hot and swollen", "urgent"),
        ("my watch says 190 and I am about to pass out lying flat", "emergency"),
        ("he went blue in the face trying to breathe", "emergency"),
    ],
)
def test_the_sign_keeps_its_level(text: str, level: str) -> None:
    """Whatever thing, story or old date stands near it."""
    assert triage(text).level == level


@pytest.mark.parametrize(
    "text",
    [
        "he's dead set on doing his own jabs",
        "gasping for a brew",
        "the printer is bleeding ink everywhere",
        "traffic in Leeds was paralysed this morning",
        "my laptop is overheating, fan is gasping",
        "he has been stabbed and drowned in the same television serial",
        "a red spot on my sleeve, it was ketchup",
        "my uncle had a stroke last year, now he walks well",
    ],
)
def test_a_figure_of_speech_is_none(text: str) -> None:
    """Of a thing, a story, or what is over."""
    assert triage(text).level == "none"
