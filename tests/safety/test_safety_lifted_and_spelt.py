"""Words that only stand beside a sign lower nothing: lifted out of bed, written in the book, as usual; and words of a
sign said of a puzzle, a name, kitchens, a diet or a film are none."""

from __future__ import annotations

import pytest

from b12guide.safety import Detector

SIGNS = [
    ("emergency", "her legs packed up overnight and she had to be lifted out of the bath"),
    ("emergency", "we helped him out of the car and he cannot stand on his legs since this morning"),
    ("emergency", "where do I write in the care book that his lips and tongue are swelling"),
    ("emergency", "my son says he wants to be dead at breakfast every day"),
    ("emergency", "does low b12 make people say they want to be dead? mine said it last night"),
    ("emergency", "something went off like a bomb behind her eyes"),
    ("urgent", "numb patch on my shin since the injection, it has not gone"),
    ("urgent", "a strip of my calf has been numb since Monday. I can walk and work as usual"),
    ("urgent", "her brain is mush this fortnight, she keeps mislaying things and forgot the way home"),
    ("urgent", "my boot would hardly zip over my right calf, the left was fine, and it is sore"),
    ("urgent", "the locum gave dad his b12 on the 2nd and the nurse did it again on the 3rd, nobody had noted it"),
    ("urgent", "I was given her B12 and am not even prescribed it"),
    ("emergency", "dad is so weak that it took three of us to lift him since yesterday"),
    ("emergency", "after the injection it took two people to lift me, my legs are so weak"),
    ("emergency", "her legs went so fast after the jab took three of us to lift her"),
    ("urgent", "every time I get my injection my hands shake for hours"),
    ("emergency", "shaking so badly when they took the needle out"),
    ("urgent", "the jab spot is red and hot and it spreads"),
    ("emergency", "choking on a piece of meat, cannot talk"),
    ("urgent", "my hands feel weak and wobbly"),
    ("emergency", "he has been fitting for five minutes in the kitchen"),
    ("emergency", "he is fitting in the kitchen"),
    ("emergency", "she is fitting on the bathroom floor"),
    ("urgent", "fell off the chair and my legs are weak"),
    ("urgent", "cannot hold the door handle, my hand is weak"),
    ("urgent", "at choir I got breathless on the steps"),
    ("urgent", "I have no words for how dizzy I am today"),
    ("urgent", "thinking of going away for good and low for days, nothing matters"),
    ("urgent", "passed out at the wedding on Saturday after one glass of champagne"),
    ("urgent", "breathless when I sing in the choir since last week"),
    ("urgent", "I have hives all over since the penicillin yesterday"),
    ("urgent", "my hands go numb and stay numb since Friday"),
    ("urgent", "I have a severe allergic rash after my B12 injection"),
]
NONE = [
    "her jab took three of us and a lot of tears, what can the nurse do differently",
    "when I pull the needle out there is a tiny drop of red, is the dose lost",
    "the fog lifted after my third jab, lovely",
    "choking on a crossword here, what is the long name of b12",
    "cannot swallow any more excuses from reception",
    "they printed my mum's name wrong on the card",
    "he has been fitting carpets all day, can he come after six",
    "thinking of going vegan in spring, what about b12",
    "I'll pass it on to my sister",
    "we have one word for dizzy and tipsy in my language",
    "my hands shook beforehand, just nerves, and then it was done",
    "our choir sounded breathless, it was the tempo. can I move my reminder",
]


@pytest.mark.parametrize(("level", "text"), SIGNS)
def test_a_sign_keeps_its_level(detector: Detector, level: str, text: str) -> None:
    """What is beside it explains nothing away."""
    assert detector.triage(text).level == level


@pytest.mark.parametrize("text", NONE)
def test_words_that_only_sound_so(detector: Detector, text: str) -> None:
    """Nobody is ill in it."""
    assert detector.triage(text).level in ("none", "routine")
