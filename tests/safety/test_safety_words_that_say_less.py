"""Words that only sound as if it were over, treated or harmless take nothing from a sign; harmless talk in the words of
a sign raises nothing; and company, a job or a tablet of long ago is no help that came."""

from __future__ import annotations

import pytest

from b12guide.safety import LEVELS, Detector
from b12guide.shared import help_is_here

THERE = [
    ("my feet are numb, is that why I have the injections?", "urgent"),
    ("I have had tingling in my feet since Christmas", "urgent"),
    ("blood is soaking through the cotton wool and will not stop", "emergency"),
    ("my feet feel like cotton wool on the floor", "urgent"),
    ("had a blackout, cut my head on the sink", "urgent"),
    ("no power in my arms and a blackout this morning", "urgent"),
    ("I think I am losing my mind because I keep forgetting where I live", "urgent"),
    ("cost aside I think I am having a heart attack", "emergency"),
    ("I have been down for weeks since my injection, crying all day", "urgent"),
    ("she fainted more than once today at school", "urgent"),
    ("I have a clot in my leg and want to be treated", "urgent"),
    ("the scan found a clot in my lung, it needs to be treated", "emergency"),
    ("my pee is fine but the injection spot is red, hot and spreading", "urgent"),
]
HARMLESS = [
    "I heard someone had one there today",
    "physio says my leg is fine but stop carrying weight",
    "I spend my days wiping somebody else's bottom at the care home",
    "my wife asked me what I was doing in the kitchen",
    "sounds like porridge has b12",
    "I have asked the same question three times in this chat",
    "the nurse asked me the same question twice in the call",
    "toast and jam for breakfast, then the pill went down my throat fine",
]
NO_HELP = [
    "they've put me on warfarin, is that a problem",
    "I'm home alone on warfarin",
    "it was a clot in 2010 and they put me on warfarin",
    "they kept me awake all night",
    "they kept me waiting for two days",
    "they sent me home, I'm on the bus",
    "my kids are here, they took care of me",
]


@pytest.mark.parametrize(("text", "level"), THERE)
def test_a_sign_keeps_its_level(detector: Detector, text: str, level: str) -> None:
    """A question why, a plaster, a wish to be treated or a word that means something else lowers nothing."""
    assert LEVELS.index(detector.triage(text).level) >= LEVELS.index(level)


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_talk_raises_nothing(detector: Detector, text: str) -> None:
    """Work, a kitchen, breakfast and a question that was put before are no signs."""
    assert detector.triage(text).level in ("none", "routine")


@pytest.mark.parametrize("text", NO_HELP)
def test_no_help_has_come(text: str) -> None:
    """An emergency stands: a tablet, a boss, a pain at night or the family dealt with nothing."""
    assert not help_is_here(text)
