"""Words that often lower a sign hide nothing where the sign is meant: each way of lowering beside an emergency."""

from __future__ import annotations

import pytest

from b12guide.safety import Detector

LEVELS = ["none", "routine", "urgent", "emergency"]
EMERGENCIES = [
    # What we said is asked about, what is there is told beside it.
    "why do you say wait, I have chest pain",
    "why did you say my chest pain is ok",
    "what do you mean chest pain can wait",
    "why are you telling me my chest pain is nothing",
    # What was told before a comma is over, what stands behind it is not.
    "history of asthma, can't breathe",
    "survived cancer, can't breathe",
    "had covid 3 years ago, chest pain and sweating",
    "pernicious anaemia 2019, chest pain",
    "appendix out 2011, fits all night and won't wake",
    # A time of the day is no age, and what came before somebody left was today.
    "at 9 my face dropped on one side",
    "chest pain came at 4 and it is crushing",
    "my throat swelled before the nurse had left the room",
    "he collapsed before she had finished the injection",
    "once i had my jab my throat swelled up",
    "previously healthy, collapsed after the jab",
    # What stopped is the inhaler; what settled has moved on; what is gone is the sight.
    "can't breathe, the inhaler stopped working",
    "the chest pain has settled in my jaw",
    "chest is tight, only anxiety they say, but it won't go",
    "she helped me up, my legs gave way",
    "half my sight went for ten minutes",
    "I lost my sight. It has come back, it is gone now",
    # A negation of something else.
    "no energy chest pain",
    "no sleep chest tight",
    "not had any sleep chest pain all night",
    "not had chest pain this bad in years",
    "it is not indigestion it is crushing chest pain",
    "not my usual headache, it hit me like a hammer",
    # What can be tried now is no fear of tomorrow.
    "if I put weight on my legs they give way",
    "you can't imagine the pain in my chest",
    "I'm scared of dying my chest is so tight",
    "I don't want to end up killing myself tonight",
    "do I need an ambulance for chest pain that won't go",
    # Figures of speech in the mouth of somebody who means them.
    "mum is suddenly confused about what a fork is for",
    "her lips look blue in this light",
    "my throat has shut up",
    "gasping for air after coffee",
    "fog so thick I can't see out of my left eye",
    "could it kill me if I take all of them",
    "I overdosed on b12 and paracetamol",
    "I want to die from all this pain",
    "I dream of killing myself",
    "I'm dying of this chest pain",
    "this is a nightmare, I can't breathe",
    "power went off and my eye went dark too",
    "send emergency services please",
    # The heart of somebody who feels no pain in the chest.
    "pressure behind my shirt buttons",
    "both elbows and my jaw ache, sweating and sick",
    "I don't remember driving home",
    "his breathing has stopped",
    "he said goodbye and took the pills",
]
URGENT = [
    "the injection left me confused",
    "mum is a bit confused since lunch",
    "nearly collapsed when I got up this morning",
    "almost fainted when I got out of bed",
    "my heart races and I see stars",
    "if she gets up she faints",
    "my feet tingle, it's constant now",
    "the tingling hasn't changed since it started on Monday",
    "some years on my feet went numb",
    "breastfed baby and I am deficient",
]
HARMLESS = [
    "why do you say I could get chest pain",
    "why did you say chest pain",
    "what do you mean my tongue could swell",
    "dad had a stroke ten years ago, left with a limp, is B12 all right for him?",
    "I don't want to end up in a wheelchair",
    "what should I do if I get a rash after the injection?",
    "we had no blood in the stool, no weight loss, good appetite",
    "the double vision I had on another drug is gone",
    "the line on the test is fainter",
    "fainter lol",
    "her grandfather lost his sight to anaemia",
    "this tune makes me want to die, so cringe",
    "the buzzing in my toes went from constant to now and then",
]


@pytest.mark.parametrize("text", EMERGENCIES)
def test_an_emergency_that_is_meant_stays_one(detector: Detector, text: str) -> None:
    """No word that lowers other signs lowers one that it does not speak of."""
    assert detector.triage(text).level == "emergency"


@pytest.mark.parametrize("text", URGENT)
def test_an_urgent_sign_that_is_meant_stays_one(detector: Detector, text: str) -> None:
    """Nor does it lower what needs advice today."""
    assert LEVELS.index(detector.triage(text).level) >= LEVELS.index("urgent")


@pytest.mark.parametrize("text", HARMLESS)
def test_what_is_over_or_a_figure_stays_lowered(detector: Detector, text: str) -> None:
    """What was told in passing raises no alarm because of it."""
    assert detector.triage(text).level in ("none", "routine")
