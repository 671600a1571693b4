"""Letters that changed places, doses given twice, what comes back in each gap; and what only sounds like a sign."""

from __future__ import annotations

import pytest

from b12guide.shared import triage
from b12guide.understanding.verdict import LEVELS


@pytest.mark.parametrize(
    "text",
    [
        "next door is out on the street in his pyjamas off to catch the bus to work, he was sharp yesterday at lunch",
        "her pulse is all over the place, 140, and she cannot stand up without nearly going over",
        "can't get a whole sentence out without stopping to gasp",
        "his lips look dusky to me",
    ],
)
def test_is_an_emergency(text: str) -> None:
    """Each is an emergency."""
    assert triage(text).level == "emergency"


@pytest.mark.parametrize(
    "text",
    [
        "did mine on Friday then found I had already done one on Thursday, so that's two in two days",
        "the carer administered my injection to my brother by mistake",
        "in error I gave Mr Shah's injection, he was never prescribed it",
        "never used to drop my keys, now it's all the time and my hands are numb",
        "my thigh has patches as if I had rolled in nettles since the jab",
        "my eyes have been going a bit blurry this week",
        "she is convinced the neighbours are watching her",
        "what is in the pan is the colour of tar",
        "my feet are nubm since last week",
        "waek legs for three days and pins and needles",
    ],
)
def test_is_urgent_at_least(text: str) -> None:
    """Each needs advice today."""
    assert LEVELS.index(triage(text).level) >= LEVELS.index("urgent")


@pytest.mark.parametrize(
    "text",
    [
        "my son is a big baby about needles, screamed blue murder",
        "she is a drama queen, said the needle stabbed her to death",
        "I'm dying for my next jab, I run out of steam by week 9",
        "the price made my eyes bleed",
        "no tingling, balance fine, bladder fine",
        "my B12 is 1900. can you overdose on it, should I stop?",
        "I'm fine for 9 weeks after my jab, then the pins and needles creep back in",
        "numb toes for some months, which the doctor says is due to my B12. do I tell the DVLA?",
        "gran's memory has been getting worse for two years and the memory clinic found her B12 low. will it help?",
        "my b12 was low when I was pregnant, she is 8 months now and I have the jabs. does it go in the milk?",
        "I fainted when I had a jab at school, how do I not do that this time?",
        "feel worse after my third injection, a headache and wiped out. am I reacting to it?",
        "wots the signs of a bad allergic reaction?",
    ],
)
def test_needs_no_card(text: str) -> None:
    """No rule raises a card for it."""
    assert triage(text).level in ("none", "routine")


@pytest.mark.parametrize(
    "text",
    [
        "my throat is closing, am I reacting to it?",
        "came out in hives after the jab, am I reacting to it?",
        "I have a box of codeine here. can you overdose on it, I want to",
        "I'm fine for 9 weeks after my jab, then the pins and needles creep up my legs, further each time",
        "numb toes for some months, and now it is climbing",
        "gran is under the memory clinic and since yesterday she is confused and does not know the house",
        "I am 20 weeks pregnant and my b12 is low, it was low in my last pregnancy too",
        "I fainted at school once, and again today after the jab",
        "pots and pans keep dropping from my hand, it has gone numb this week",
    ],
)
def test_stays_a_sign(text: str) -> None:
    """Like words beside a sign lower nothing."""
    assert LEVELS.index(triage(text).level) >= LEVELS.index("urgent")


@pytest.mark.parametrize("word", ["pots", "fats", "lion", "blot", "pani", "gary", "fete"])
def test_a_real_word_is_no_slip(word: str) -> None:
    """A short word that is one is read as itself."""
    assert not triage(f"i like {word} and my arm").misspelt
