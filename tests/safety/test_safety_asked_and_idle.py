"""Letters that changed places, doses given twice, what comes back in each gap; and what only sounds like a sign."""

from __future__ import annotations

import pytest

from b12guide.safety._rules import load_rules
from b12guide.shared import CONTENT, triage
from b12guide.understanding.verdict import LEVELS

FOLDER = CONTENT / "safety"


@pytest.mark.parametrize(
    "text",
    [
        "next door is out on the street in his pyjamas off to catch the bus to work, he was sharp yesterday at lunch",
        "her pulse is all over the place, 140, and she cannot stand up without nearly going over",
        "can't get a whole sentence out without stopping to gasp",
        "his lips look dusky to me",
        "Emergency! this is no joke",
        "no drama queen here but I cannot breathe",
        "I threw up. It was a bowl of something bright red",
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
        "dad keeps forgetting my name since last week",
        "mum keeps forgetting the date and where she lives",
        "I was told I have atrial fibrillation after my first loading dose",
        "I can't for the life of me button my coat this week",
        "no drama queen, but the used needle went into my thumb",
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
        "my son fell in the nettles last summer",
        "they gave me tablets but I was not prescribed b12",
        "a bowl of bright red strawberries, has it b12?",
        "I slept spark out on the sofa yesterday after my jab",
        "he took the bins out in his pyjamas",
        "I am sure the council will follow up",
        "two appointments in two days, what a muddle",
        "she gave me another leaflet, it was on her list",
        "I can't find the button for the calendar",
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
    assert not load_rules(FOLDER).vocabulary.corrects(word)


@pytest.mark.parametrize("word", ["nubm", "pian", "rahs"])
def test_a_short_word_may_be_a_slip(word: str) -> None:
    """Two letters of a sign's word have changed places."""
    assert load_rules(FOLDER).vocabulary.corrects(word)


def test_words_with_letters_in_wrong_places_are_read_together() -> None:
    """One alone may be another word; two are read as what they are with their letters back."""
    vocabulary = load_rules(FOLDER).vocabulary
    assert vocabulary.read("gadren roasd").codes == vocabulary.read("garden roads").codes
    assert vocabulary.read("garden roasd").codes != vocabulary.read("garden roads").codes
