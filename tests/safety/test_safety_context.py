"""Direction: the same sign negated, over, feared, asked about, joked about; and what must never lower it."""

from __future__ import annotations

import pytest

from b12guide.safety import Detector

NOUNS = ["chest pain", "trouble breathing", "a seizure", "heavy bleeding", "double vision", "numb hands"]
LOWERED = {
    "negated": ["I have no {x}", "I don't have any {x}", "there is no fever or {x}", "I never get {x}"],
    "question": ["is {x} a side effect?", "can b12 cause {x}", "What are the signs of {x}?", "how common is {x}"],
    "hypothetical": ["what if I get {x}", "if I have {x} who do I call", "it lowers the risk of {x}"],
    "past": ["I had {x} in 2015", "years ago I had {x}", "I used to get {x}", "my {n} stopped months ago"],
}
PRESENT = {
    "I can't breathe": "A2",
    "no, chest pain since this morning": "A3",
    "no fever no rash just chest pain": "A3",
    "not sure if this is chest pain": "A3",
    "my husband says I had a seizure": "A9",
    "no chest pain but my throat is tight": "A1",
    "do i need my epipen, lips tingling and swelling": "A1",
    "achy arm and tight chest, is it the b12": "A3",
    "is my chest pain a side effect?": "A3",
    "why does my chest hurt": "A3",
    "I don't know why I have chest pain": "A3",
    "I had covid 3 years ago and now I have chest pain": "A3",
    "my chest hurts and I had surgery in 2015": "A3",
    "chest pain was gone but it is back": "A3",
    "face numb and arm weak came and went, its fine now": "A4",
    "I had a stroke": "A4",
    "she fainted and it is better now but she is not responding": "A5",
}
ABSENT = [
    "my mum had a stroke last year",
    "chest pain is gone since tuesday",
    "I had anaphylaxis to penicillin in 2010",
    "My mum died of a stroke",
    "the pain was killing me",
    "dying to know",
    "I'm dead tired",
    "i could kill for a nap",
    "shot took my breath away",
    "I'm suffocating in paperwork",
    "stroke of luck",
    "heart of the matter",
    "What if I faint?",
    "I do not have trouble breathing",
    "What are the symptoms of anaphylaxis?",
    "how common is allergic reaction?",
    "does b12 help with numbness?",
]


@pytest.mark.parametrize("status", LOWERED)
@pytest.mark.parametrize("noun", NOUNS)
def test_context_lowers_a_sign(detector: Detector, noun: str, status: str) -> None:
    """A sign that is negated, asked about, feared or long over is no emergency, and says why."""
    for frame in LOWERED[status]:
        text = frame.format(x=noun, n=noun.removeprefix("a "))
        triage = detector.triage(text)
        assert triage.level in ("none", "routine"), text
        assert status in {sign.status for sign in triage.signs}, text


@pytest.mark.parametrize(("text", "sign"), PRESENT.items())
def test_doubtful_context_leaves_an_emergency(detector: Detector, text: str, sign: str) -> None:
    """Words that only look like a negation, a question or a past lower nothing."""
    triage = detector.triage(text)
    assert (triage.level, sign in {found.id for found in triage.signs if found.status == "present"}) == (
        "emergency",
        True,
    )


@pytest.mark.parametrize("text", ABSENT)
def test_lookalikes_of_the_triage_table(detector: Detector, text: str) -> None:
    """The look-alikes of the triage table are neither an emergency nor urgent."""
    assert detector.triage(text).level in ("none", "routine")


@pytest.mark.parametrize(
    ("text", "sign", "level"),
    [
        ("numb bum from sitting", "A6", "routine"),
        ("numb bum and can't pee", "A6", "emergency"),
        ("my calf is swollen", "B9", "urgent"),
        ("my calf is swollen and I am breathless", "A2", "emergency"),
        ("palpitations", "B3", "urgent"),
        ("palpitations and feel faint", "A12", "emergency"),
        ("hives", "B1", "urgent"),
        ("hives and a tight chest", "A1", "emergency"),
        ("headache", "C3", "routine"),
        ("headache, rash and stiff neck", "A13", "emergency"),
        ("I hit my head and keep vomiting", "A15", "emergency"),
        ("tingling for years, same as ever", "C6", "routine"),
        ("pins and needles getting worse", "B2", "urgent"),
        ("I fainted", "B4", "urgent"),
        ("I fainted right after the injection", "A5", "emergency"),
        ("I reacted to b12 before", "B1", "urgent"),
        ("food gets stuck", "B10", "urgent"),
    ],
)
def test_pairs_and_qualifiers_move_the_level(detector: Detector, text: str, sign: str, level: str) -> None:
    """Two signs together raise the level; a known, steady or positional one does not."""
    triage = detector.triage(text)
    assert triage.level == level
    assert (sign in {found.id for found in triage.signs if found.status == "present"}) is (
        level != "routine" or sign.startswith("C")
    )


def test_old_stroke_sign_never_checked_is_urgent(detector: Detector) -> None:
    """A stroke sign of last month that nobody looked at needs advice today."""
    assert detector.triage("my face drooped for an hour 3 weeks ago").level == "urgent"


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("my throat is closing", "self"),
        ("my husband says I had a seizure", "self"),
        ("my mum has chest pain", "other"),
        ("he passed out and wont wake up", "other"),
        ("my baby is floppy and wont wake", "child"),
        ("my 4 year old can't breathe", "child"),
    ],
)
def test_person(detector: Detector, text: str, person: str) -> None:
    """The card speaks to the right person."""
    assert detector.triage(text).person == person


@pytest.mark.parametrize(
    ("text", "card"),
    [
        ("my throat is closing", "anaphylaxis"),
        ("face drooping", "stroke"),
        ("i want to die", "crisis_thoughts"),
        ("i've taken all my tablets", "crisis_done"),
        ("my friend wants to kill herself", "crisis_other"),
        ("she drank bleach", "poisoning"),
        ("my baby is floppy and wont wake", "child"),
        ("vomiting blood", "bleeding"),
        ("tingling in my feet is worse", "nerves"),
    ],
)
def test_first_card(detector: Detector, text: str, card: str) -> None:
    """The most urgent wording comes first."""
    assert detector.triage(text).cards[0] == card
