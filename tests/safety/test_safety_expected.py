"""What is known to be harmless, and a sign that is denied or said back to us: none is raised, no true one is lost."""

from __future__ import annotations

import pytest

from b12guide.safety import Detector
from b12guide.understanding.quoted import without_denials
from b12guide.understanding.sign_model import Alarm
from b12guide.understanding.verdict import Likeness, Thresholds, decide, judge

EXPECTED = [
    "my wee is pink this morning after yesterday's jab",
    "pinkish urine after the b12 shot, ok?",
    "reddish pee a few hours after my injection",
    "foot fell asleep on the loo, fine again in a minute",
    "his leg went to sleep crossing his knees, back after two minutes",
    "still so tired after 4 weeks of jabs, is that usual?",
    "she is still tired three weeks in",
    "my nan has been like that for years",
    "my hand was numb from lying on it, fine again in a minute",
    "his arm goes dead when he sleeps on it and wakes up in a minute or two",
    "slept on my arm, it went numb, right again after a couple of minutes",
    "leg was dead after kneeling at church, came back within a minute",
    "walked all round the park today!! first time in a year",
    "guess what, I danced at the wedding yesterday! haven't done that in two years",
    "climbed the stairs without stopping today, so proud",
    "bleeding typical, rang at eight and the line was engaged till noon",
    "by week ten I go flat like old lemonade and then comes the next jab",
]
# Of each of the above, with something that takes the harmlessness from it.
NOT_EXPECTED = [
    "pink pee since the injection and a fever",
    "pink pee after my jab with clots",
    "red pee after the shot and it hurts",
    "pink pee a week after my last jab",
    "my leg went to sleep and it has not come back",
    "my hand goes to sleep every day, comes back after minutes",
    "her arm went dead and her face drooped, came back in five minutes",
    "still tired and now breathless",
    "still tired and my chest hurts",
    "been like that a year and getting worse",
    "lay on the sofa and my arm went numb, fine after five minutes",
    "my hand was numb from lying on it, fine again in a minute, and it drops cups",
    "arm went dead sleeping on it and has not come back",
    "walked to the shop today and had to stop three times, first time in a year",
    "walked to church today for the first time in months, came home grey as ash",
    "i walked all the way to the bridge today, first time in a year",
    "bleeding typical, and my gums are bleeding badly",
    "flat like old lemonade and my chest hurts",
]
DENIED = [
    "it came on slowly, in both eyes, not sudden",
    "not suddenly, both eyes, over weeks",
    "gradually, in both eyes, it wasn't sudden",
    "its slow, the eyes, no sudden",
]
NOT_DENIED = [
    "no sudden pain, but I cannot see from my right eye",
    "slowly a curtain came over my eye",
    "not sudden but my left eye has gone black",
    "gradual in both eyes, and now half of it is missing",
    "not sudden, but my eyes are much worse today",
]
SAID_BACK = [
    "what do you mean chest pain",
    "what do you mean by collapse?",
    "and what do you mean about chest pain, food sticks",
    "why did you mention chest pain?",
    "I never said I had chest pain",
    "I never said he had palpitations",
]
EMERGENCIES = [
    "no chest pain but I can't breathe",
    "not sudden but I can't see at all now",
    "no no not an emergency they said, but I have chest pain",
    "what do you mean chest pain is nothing, I have it now",
    "what do you mean chest pain yes I have it",
    "what do you mean I'm not having a stroke, my face droops",
    "what do you mean, my chest pain is getting worse",
    "why is nobody answering, I have chest pain",
    "who do I call, chest pain",
    "I never told my doctor I had chest pain",
    "I never said I had chest pain before, now I do have chest pain",
    "my sight went at noon. It is gone",
    "her vision went yesterday",
    "no sudden pain, but I cannot see from my right eye",
    "slowly a curtain came over my eye",
    "not sudden but my left eye has gone black",
    "pink pee since my injection and my face is swelling",
    "still so tired I want to die",
    "still tired and my chest hurts",
    "she has been like that for years but today she can't speak",
    "her arm went dead and her face drooped, came back in five minutes",
]
SURE, LOUD = Alarm(0.95, 0.95, 0.0), Alarm(0.7, 0.8, 0.0)


def level(detector: Detector, text: str, heard: Alarm) -> str | None:
    """The level of a text that likeness has heard as an alarm."""
    seen = detector.triage(text)
    return decide(seen, [Likeness.of(heard, seen, seen, text, text)], Thresholds())[0]


@pytest.mark.parametrize("text", EXPECTED)
def test_what_is_expected_is_no_alarm(detector: Detector, text: str) -> None:
    """Harmless things that sound like a sign: a reader has to be sure to raise them."""
    assert detector.triage(text).level in ("none", "routine")
    assert level(detector, text, LOUD) is None
    assert level(detector, text, SURE) == "emergency"


@pytest.mark.parametrize("text", NOT_EXPECTED)
def test_what_stands_beside_it_takes_the_harmlessness(detector: Detector, text: str) -> None:
    """Pain, fever, a later day, coming again or getting worse: it is a sign by the rules, or by likeness."""
    assert level(detector, text, LOUD) in ("urgent", "emergency")


@pytest.mark.parametrize("text", DENIED)
def test_a_change_of_sight_that_is_not_sudden_is_no_emergency(detector: Detector, text: str) -> None:
    """It is denied that it is sudden: likeness alone does not make it one."""
    assert level(detector, text, LOUD) == "urgent"
    assert level(detector, text, SURE) == "urgent"


@pytest.mark.parametrize("text", DENIED)
def test_a_denied_change_of_sight_hides_nothing_beside_it(detector: Detector, text: str) -> None:
    """What the rules do not know of the other words, a reader that is sure of it raises."""
    told = f"{text}, the left cheek sags oddly since breakfast, she mumbles strange syllables"
    assert level(detector, told, SURE) == "emergency"


@pytest.mark.parametrize(
    "text", [*DENIED, "it is not sudden and both eyes do it", "isn't sudden and it is in both eyes"]
)
def test_a_denial_is_not_quoted_as_the_sign(detector: Detector, text: str) -> None:
    """The card for the eyes is given, and no words that deny something stand on it."""
    seen = detector.triage(text)
    verdict = judge(seen, [Likeness.of(SURE, seen, seen, text, text)], [text], Thresholds())
    assert (verdict.level, verdict.cards, verdict.heard) == ("urgent", ("eyes",), ())


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("no chest pain, my legs feel like string", "my legs feel like string"),
        ("no no not an emergency, my legs feel like string", "my legs feel like string"),
        ("it's not an emergency, he went grey-ish and odd", "he went grey-ish and odd"),
        ("I am not dizzy, not breathless, the tongue feels furry", "the tongue feels furry"),
        ("not right since lunch, the tongue feels furry", "not right since lunch, the tongue feels furry"),
        ("no chest pain", "no chest pain"),
    ],
)
def test_what_is_quoted_leaves_out_what_is_denied(text: str, quoted: str) -> None:
    """The clauses that deny a sign or an emergency are left out of the words on the card."""
    assert without_denials(text) == quoted


@pytest.mark.parametrize("text", NOT_DENIED)
def test_sight_that_goes_is_not_denied(detector: Detector, text: str) -> None:
    """What else is told of the eyes counts as ever."""
    assert level(detector, text, LOUD) == "emergency"


@pytest.mark.parametrize("text", SAID_BACK)
def test_our_own_words_said_back_are_no_sign(detector: Detector, text: str) -> None:
    """Who asks what we meant by a sign does not have it."""
    assert detector.triage(text).level != "emergency"
    assert level(detector, text, LOUD) != "emergency"


@pytest.mark.parametrize("text", ["allergic to eggs, is b12 fine", "allergic to penicillin is b12 safe for me"])
def test_an_allergy_to_something_else_is_no_reaction(detector: Detector, text: str) -> None:
    """Who cannot have penicillin has not reacted to B12."""
    assert detector.triage(text).level == "none"
    assert detector.triage("I am allergic to the new b12").level == "urgent"
    assert detector.triage("allergic to my monthly injection").level == "urgent"


@pytest.mark.parametrize(
    "text",
    [
        "my meals keep sticking halfway down",
        "bread gets stuck in the gullet most days",
        "I dropped 6 kilos without trying",
        "she has shed 2 stone and is not dieting",
    ],
)
def test_what_sticks_and_what_is_lost_unmeant_is_named(detector: Detector, text: str) -> None:
    """Trouble with swallowing and loss of weight in other words get the card of the gut."""
    found = detector.triage(text)
    assert (found.level, found.cards[0]) == ("urgent", "gut")


@pytest.mark.parametrize("text", EMERGENCIES)
def test_a_true_sign_beside_a_denied_one_is_one(detector: Detector, text: str) -> None:
    """No denial, no question and nothing harmless silences what is there."""
    assert detector.triage(text).level == "emergency"
