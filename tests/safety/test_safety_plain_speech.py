"""Signs in a dialect or in everyday images, and the same words where nobody has a sign."""

from __future__ import annotations

import pytest

from b12guide.safety import Detector

EMERGENCIES = [
    "she canny breathe richt, canny get a word oot",
    "ah've been boakin blood since tea",
    "canny stand, ma legs willnae haud me the day",
    "convulsing on the kitchen floor, never had that before",
    "his legs went from heavy to useless since this morning",
    "sat too long on the wall, bum numb and I cannot pass water",
    "laughed so much I cried and now my chest is crushing",
    "my arm went dead in the car",
    "brought up coffee grounds, not a good sign",
    "I cannot walk to the clinic, my legs gave way",
    "I was suicidal at breakfast and I tell everyone I am fine",
    "thunderclap headache, a storm in my head",
    "my mouth is drooping, the dentist says to ring you",
    "lump in my throat at the wedding, tongue swelling",
]
URGENT = [
    "gran is getting more muddled day by day",
    "greetin every day for weeks, canny cope",
    "the numbness used to be toes, now it is knees",
    "toes tied in knots since the loading jabs",
    "the whites of his eyes have gone like weak tea",
    "left calf like a tree trunk, roastin and tender",
    "took two ampoules, not one",
    "clinic jabbed me and I had already done one myself at home",
    "it is weeping through the dressing and stinks",
    "greens look muddy in one eye this week",
    "red raised patches since the jab, otherwise she is right as rain",
    "the red injection site is hot and spreading",
    "streetlights with rings around them since Tuesday",
    "my hay fever is bad and now my face is puffy with hives",
]
CALM = [
    "we laughed till we could not breathe",
    "giggled so hard I nearly peed myself",
    "my heart was pounding at the penalty shoot-out",
    "is anaphylaxis rare with these?",
    "what are the signs of a stroke? I would like to know before I start",
    "bum went numb, sat too long on the bleachers",
    "a lump in my throat right through the anthem",
    "is the liquid red because of the vitamin",
    "hay fever again, so itchy eyes",
    "choked at the price of a taxi",
    "the character collapses in chapter 2 of the play I am writing",
    "the curtain came down on our season",
    "my whites look washed out after the wash",
    "a wobbly chair at the surgery",
    "cannot walk to the clinic, it is too far",
    "fainted donating blood once, years ago",
    "my mood was on the floor before treatment, now I am fine",
]


@pytest.mark.parametrize("text", EMERGENCIES)
def test_an_emergency_in_plain_speech_is_one(detector: Detector, text: str) -> None:
    """Scots, an image, or laughter beside it take nothing from it."""
    assert detector.triage(text).level == "emergency"


@pytest.mark.parametrize("text", URGENT)
def test_an_urgent_sign_in_plain_speech_is_seen(detector: Detector, text: str) -> None:
    """It wants advice today at least."""
    assert detector.triage(text).level in ("urgent", "emergency")


@pytest.mark.parametrize("text", CALM)
def test_what_only_sounds_so_is_no_alarm(detector: Detector, text: str) -> None:
    """A saying, a thing, a story, a general question or what is long over: nobody is told to call."""
    assert detector.triage(text).level in ("none", "routine")


def test_signs_that_are_better_together_are_over(detector: Detector) -> None:
    """What is said of both at the end of the sentence holds for the first one too."""
    text = "my memory was dreadful and I puffed on the stairs before the jabs, both far better now"
    assert detector.triage(text).level in ("none", "routine")
    assert detector.triage("my memory is dreadful and I puff on the stairs").level == "urgent"
