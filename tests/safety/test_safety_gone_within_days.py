"""What went within days, twice, or in own words for the end; a match, a slide and a needle's size are none."""

from __future__ import annotations

import pytest

from b12guide.safety import Detector

SIGNS = [
    ("emergency", "mum went from a walking stick to a frame to being unable to get up, all since Wednesday"),
    ("emergency", "he has gone from a bit wobbly to not able to rise from the sofa in two days"),
    ("emergency", "my client asked how many of her tablets it would take to finish herself off"),
    ("emergency", "brother says he will finish himself off"),
    ("emergency", "dad had a fit at the till, it stopped, then he went into another before he came round"),
    ("emergency", "nan doesnt kno her own name all of a sudden"),
    ("urgent", "down 8 kg and she eats as before"),
    ("urgent", "slopes that were nothing in spring leave me puffed"),
    ("urgent", "heart is all over the shop when I lie down"),
    ("urgent", "b12 for numb toes from gas? had em 8 days"),
    ("emergency", "she smiled at us and only half of her face moved"),
    ("urgent", "stuck my finger on the one I had just pulled out of my client, straight through the glove"),
    ("urgent", "brain is broke this week, forgot my pin and my mates name"),
    ("emergency", "fainted and can't breathe, on the floor of the clinic"),
    ("emergency", "mum collapsed on the ground floor and won't wake up"),
    ("emergency", "after the race I cannot breathe"),
    ("emergency", "can't breathe for weeks on end"),
    ("emergency", "I fell and hit my head so now I am so confused"),
    ("emergency", "was in the city and collapsed"),
    ("emergency", "this is my last message, was nice knowing you all"),
    ("emergency", "put down the phone, this is my last message"),
    ("emergency", "collapsed at the dress rehearsal, can't breathe"),
    ("emergency", "fainted while waiting for the lecture, chest hurts"),
    ("urgent", "leg went numb in 2019 and still goes numb every day"),
    ("urgent", "numb fingers, same since the jab last week"),
    ("urgent", "feet are proper buzzing since last week"),
    ("urgent", "mum is muddled with numbers and this is new"),
    ("urgent", "the meeting was so long that I lost consciousness"),
    ("urgent", "the nurse noticed he suddenly cannot think of his name"),
    ("urgent", "dad had a blackout in the street an hour ago"),
    ("urgent", "I used the same needle for my insulin after my brother used it"),
    ("urgent", "my tortoise bit me and my hand is weak since"),
]
NONE = [
    "how thick is the needle for the muscle, my wife wants to know",
    "nobody in our house has ever had an allergic reaction, why do they ask",
    "the sat nav got totally confused and we were late for the jab",
    "my last message dropped, the signal is weak here, did you get it",
    "she wants facts on anaphylaxis for a slide",
    "the final went to penalties and I couldn't breathe till the last kick",
    "is a sore throat in the house any reason to put off my jab?",
    "the results and the letter differ, so now I'm confused",
    "my son's band is called Numb Fingers and they play on jab day",
    "my little tingle in the right foot is an old friend by now",
    "who gets anaphylaxis, like is it super rare",
    "I am quite breathless with envy at the new clinic",
    "the lift was broken so I was stuck on the ground floor while mum went up for her jab",
    "can you fit me into another slot next week",
    "could they fit my second jab in before I come back from Spain",
    "I nearly went over my budget",
    "blackout in our street last night, the electric was off six hours, are the ampoules fine",
    "my kids ask why the injection is red",
    "is it the same needle as the flu jab?",
    "he went through a checklist, any weakness, any trouble walking. It was no to every one of them",
]


@pytest.mark.parametrize(("level", "text"), SIGNS)
def test_it_is_heard_as_it_is_told(detector: Detector, level: str, text: str) -> None:
    """Each is the level that it calls for."""
    assert detector.triage(text).level == level


@pytest.mark.parametrize("text", NONE)
def test_it_only_sounds_so(detector: Detector, text: str) -> None:
    """Words of a sign, and nobody who has one."""
    assert detector.triage(text).level in ("none", "routine")
