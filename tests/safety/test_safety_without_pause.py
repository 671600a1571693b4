"""Bleeding that makes no pause, water that will not come, a mind that went at noon; years as they are dictated."""

from __future__ import annotations

import pytest

from b12guide.safety import Detector


@pytest.mark.parametrize(
    "text",
    [
        "the gum has bled without stopping for two hours, I take apixaban",
        "nosebleed without a break since four, pressed all that time, on rivaroxaban",
        "she has not produced a dribble of urine since lunch yesterday",
        "haven't managed a trickle of pee since last night however hard I try",
        "the part of me that meets a bicycle saddle is asleep",
        "my undercarriage feels numbed since Friday, front and back",
        "I have no idea which town I am in, came on out of the blue",
        "granny knew us all at breakfast, at noon she put her keys in the microwave",
        "grandpa has thought since two that it is the war, sharp as a razor until then",
        "sore head, the worst I have had, it struck the second I coughed",
    ],
)
def test_is_an_emergency(detector: Detector, text: str) -> None:
    """Each is an emergency."""
    assert detector.triage(text).level == "emergency"


@pytest.mark.parametrize(
    "text",
    [
        "people say my face is a bit lemony and my gums have no colour",
        "my heart has done funny thumps since the third injection",
        "it turns out that Monday's injection was my husband's testosterone vial, I feel well",
        "the baby used to sit and babble, at eight months he hardly bothers now",
        "my belt needs two more holes, I am not dieting",
    ],
)
def test_is_urgent(detector: Detector, text: str) -> None:
    """Each is urgent."""
    assert detector.triage(text).level == "urgent"


@pytest.mark.parametrize(
    "text",
    [
        "I talked without a pause for two hours about my garden",
        "I have no idea what day the clinic is open",
        "the coat is lemony and goes with my scarf",
        "does the needle go in the thigh, next door says that hers does",
        "my uncle had sepsis in twenty nineteen and is fit as anything",
        "gran had a stroke in '87 and lived to ninety",
        "black stool four years ago, they looked, it was the iron, all is clear since then",
        "my husband's injection went well, he had a bun after it",
    ],
)
def test_is_nothing(detector: Detector, text: str) -> None:
    """Words of the same sound that tell of no sign."""
    assert detector.triage(text).level == "none"
