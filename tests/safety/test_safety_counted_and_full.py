"""A dose by its number, a blackout of the street, a box of another colour and a courteous goodbye are no signs; real
signs in the same words are."""

from __future__ import annotations

import pytest

from b12guide.safety import Detector

HARMLESS = [
    "number 3 was last night and number 4 is tonight",
    "jab number 5 done this morning",
    "numbers 2 and 3 were yesterday and today, number 4 next week",
    "can't stand our new receptionist, may I ring another surgery",
    "I cannot stand the chairs in that clinic",
    "the blackout has been 5 hours with load shedding, does it spoil the vials",
    "there's a song, double vision, playing while I wait for my appointment",
    "my brain is bursting with all these abbreviations",
    "the cap has gone purple on this batch, is it the same stuff",
    "roughly how many people collapse after one of these?",
    "about how often do folk pass out at the needle?",
    "thank you for the dates. Goodbye",
    "that's all. goodbye",
    "I'll let you get on. Goodbye",
    "That is all for now. Goodbye",
    "thank you so much. Goodbye",
    "I will ring the nurse. Goodbye",
    "she dropped the cotton wool",
    "was it 1mg or 5mg, I forgot",
    "I am not going to hurt myself",
    "last time my lip was swollen from the dentist",
    "usually how many patients faint after it?",
]
SIGNS = {
    "I've lost everything. Goodbye": "emergency",
    "Nothing feels right. Goodbye": "emergency",
    "it's all over. Goodbye": "emergency",
    "thanks for loving me. goodbye": "emergency",
    "my plan is every 12 weeks. Goodbye": "emergency",
    "the card fell and he went grey": "emergency",
    "my feet feel a bit like cotton wool": "urgent",
    "goodbye": "emergency",
    "thank you all for everything. goodbye": "emergency",
    "thanks, I took the pills. goodbye": "emergency",
    "I'm not going to hurt myself yet": "emergency",
    "can't promise that I'm not going to hurt myself": "emergency",
    "my left arm went number this morning": "emergency",
    "toes are getting number": "urgent",
    "can't stand, the nurse left ten minutes ago": "emergency",
    "had a blackout by the freezer": "urgent",
    "double vision since this morning, song or no song": "emergency",
    "my head is bursting, worst pain ever": "emergency",
    "the lamp is on and his lips have gone blue": "emergency",
    "about an hour ago she passed out after the injection": "emergency",
    "since tuesday she went from jogging to holding on to chairs to crawling": "emergency",
    "hit me like lightning at noon, worst I have ever had, in my head": "emergency",
    "mum believes the neighbours are listening through the sockets": "urgent",
    "last time my lips swelled for an hour": "urgent",
    "asking because last time my eyes were swollen for a while, it is due again tomorrow": "urgent",
    "my lips are swollen like last time": "emergency",
    "the wrong resident got the injection": "urgent",
    "injected it and then noticed it was the dog's ampoule": "urgent",
}


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_words_are_no_sign(detector: Detector, text: str) -> None:
    """Neither urgent nor an emergency."""
    assert detector.triage(text).level in ("none", "routine")


@pytest.mark.parametrize("text", SIGNS)
def test_signs_in_the_same_words_are(detector: Detector, text: str) -> None:
    """Each at its level."""
    assert detector.triage(text).level == SIGNS[text]
