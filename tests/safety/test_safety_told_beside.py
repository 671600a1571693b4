"""Emergencies and urgent signs in the words of the home, told beside something else; and what sounds like them."""

from __future__ import annotations

import pytest

from b12guide.safety import Detector

EMERGENCIES = [
    ("A6", "between my legs it feels like coming from the dentist"),
    ("A6", "grandma keeps soiling herself without feeling it, is the next dose early?"),
    ("A14", "a pint of blood went down the toilet, should I skip my tablets"),
    ("A11", "the knife seems kinder than another winter of this"),
    ("A11", "I sat by the tracks all evening trying to build up the nerve"),
    ("A2", "no breath even lying flat, the ampoules are in the fridge"),
    ("A9", "he stirs only when I shake him and goes back off straight away"),
    ("A9", "since lunch gran put the handbag in the oven"),
    ("A5", "had my jab, and next thing I knew I was on the floor of the surgery"),
]
URGENT = [
    ("B2", "my left wrist dangles since last week"),
    ("B7", "my memory is getting so bad lately"),
    ("B8", "he is 9 months old and lost crawling"),
    ("B10", "down 9 kg and I wasn't dieting"),
    ("B10", "I wash bread down with tea or it sticks"),
    ("B11", "we only had one syringe left so we shared it"),
]
NOT_THERE = [
    "the dentist numbed me like always",
    "he blacked out the names on the letter",
    "which platform do I need for the clinic, the bridge or the tunnel",
    "a friend got sepsis abroad, nothing to do with me, what is the swab for",
    "I can't recall whether my last one was on the 4th or the 5th",
    "this clinic looks better than the one I had last year",
    "we share one car, so I need a morning date",
    "I put the ampoule in the fridge",
    "is the test pee or blood",
]


@pytest.mark.parametrize(("sign", "text"), EMERGENCIES)
def test_it_is_an_emergency(detector: Detector, sign: str, text: str) -> None:
    """What a careful reader would ring for stands beside a question about dates or doses."""
    found = detector.triage(text)
    assert (found.level, sign in {one.id for one in found.signs}) == ("emergency", True)


@pytest.mark.parametrize(("sign", "text"), URGENT)
def test_it_is_urgent(detector: Detector, sign: str, text: str) -> None:
    """A hand that hangs, a memory that goes, weight and food, a skill lost, a needle shared."""
    found = detector.triage(text)
    assert (found.level, sign in {one.id for one in found.signs}) == ("urgent", True)


@pytest.mark.parametrize("text", NOT_THERE)
def test_it_only_sounds_like_one(detector: Detector, text: str) -> None:
    """Ordinary things in the same words."""
    assert detector.triage(text).level in ("none", "routine")
