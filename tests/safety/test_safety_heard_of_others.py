"""What stood in the paper, an allergy of a child long ago, a seat, and a date that is not remembered are no signs; the
same words of somebody here and now are."""

from __future__ import annotations

import pytest

from b12guide.safety import LEVELS, Detector

CALM = [
    "There was a piece on the wireless about families going septic after a bad batch. Is ours checked?",
    "I saw in the Gazette that a couple overdosed on iron tablets",
    "heard on the news that some woman had anaphylaxis at a spa, does that happen",
    "reaction to latex aged 9, it is on my file",
    "Allergic to wasps, anaphylaxis aged twelve, am sixty now",
    "my behind goes dead on the hard plastic hospital chairs and is right again when I am up",
    "Gran does not remember whether it is 6 weeks or 8 weeks",
    "I am down for a knee operation in June, is the jab before it or after?",
    "my wee is a bit on the pink side after the jab",
    "used the same arm twice, should I swap?",
    "dad cannot recall if he had his on Tuesday",
]
THERE = [
    ("my daughter fainted at school", "urgent"),
    ("she feels so down and hopeless since her operation", "urgent"),
    ("same arm twice and now the injection spot is hot, red and spreading", "urgent"),
    ("we saw it on the news and now my tongue is swelling", "emergency"),
    ("reaction to nuts, he is 9, his lips are swelling", "emergency"),
    ("my behind has been dead since Monday, chair or no chair", "emergency"),
    ("Gran does not remember my name since this morning", "emergency"),
    ("my brother's out cold", "emergency"),
    ("found her out cold on the landing", "emergency"),
    ("both legs have stopped holding me up since dinner", "emergency"),
    ("his legs went from shaky at noon to not carrying him by six", "emergency"),
]


@pytest.mark.parametrize("text", CALM)
def test_heard_of_or_long_ago_is_no_sign(detector: Detector, text: str) -> None:
    """It is of strangers, of then, of a seat or of a date."""
    assert detector.triage(text).level in ("none", "routine")


@pytest.mark.parametrize(("text", "level"), THERE)
def test_the_same_words_here_and_now_are_one(detector: Detector, text: str, level: str) -> None:
    """Nothing of what is harmless takes anything from them."""
    assert LEVELS.index(detector.triage(text).level) >= LEVELS.index(level)
