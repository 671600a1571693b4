"""The time after an injection raises what is mild elsewhere, and lowers nothing."""

from __future__ import annotations

from itertools import product

import pytest

from b12guide.safety import Detector
from b12guide.shared import triage

AFTER = [
    "Just had my b12. {x}",
    "{x}, ten minutes after my injection",
    "I had my jab an hour ago. {x}",
    "I'm in the car park after my shot and {x}",
    "The nurse gave me my injection at lunch and now {x}",
    "Straight after the needle {x}",
    "I injected myself today. {x}",
    "{x} since my jab this morning",
]
# Mild or urgent elsewhere, the start of an allergy here.
REACTION = [
    "my lips are tingling",
    "my tongue feels thick",
    "my voice has gone hoarse",
    "I can't swallow properly",
    "I feel hot and faint",
    "I am itchy all over and dizzy",
    "I have hives and belly cramps",
    "I am covered in a rash and my heart is racing",
    "my throat feels tight",
    "I'm wheezing",
]
# Its level elsewhere: the same or more in those hours.
ANYWHERE = {
    "my calf is swollen and hot": "urgent",
    "my vision is blurry": "urgent",
    "my legs feel weak": "urgent",
    "I have palpitations": "urgent",
    "I feel like ending my life": "emergency",
    "my chest hurts": "emergency",
    "my face droops on one side": "emergency",
    "I cannot pee": "emergency",
}
LEVELS = ["none", "routine", "urgent", "emergency"]


@pytest.mark.parametrize(("context", "sign"), product(AFTER, REACTION))
def test_what_may_be_an_allergy_is_one(detector: Detector, context: str, sign: str) -> None:
    """In the hours after an injection such a sign has the card of a severe reaction."""
    triage = detector.triage(context.format(x=sign))
    assert (triage.level, triage.cards[:1]) == ("emergency", ["anaphylaxis"])


@pytest.mark.parametrize(("context", "sign"), product(AFTER, ANYWHERE))
def test_no_sign_is_lowered(detector: Detector, context: str, sign: str) -> None:
    """A sign that is no allergy keeps its level, or has a higher one."""
    assert LEVELS.index(detector.triage(context.format(x=sign)).level) >= LEVELS.index(ANYWHERE[sign])


@pytest.mark.parametrize(
    ("text", "card"),
    [
        ("Gran put the kettle in the bath and asked me who I was", "confusion_seizure"),
        ("I pray I go to sleep and never wake up", "crisis_thoughts"),
        ("a whole box of tablets would end it", "crisis_thoughts"),
        ("I have given all my belongings away, I will not need them", "crisis_thoughts"),
        ("sometimes the river looks peaceful", "crisis_thoughts"),
    ],
)
def test_what_is_said_obliquely(detector: Detector, text: str, card: str) -> None:
    """Confusion that a relative tells of and a wish to die in other words are emergencies with their own card."""
    triage = detector.triage(text)
    assert (triage.level, triage.cards[:1]) == ("emergency", [card])


@pytest.mark.parametrize(
    "text",
    [
        "you are rather long winded",
        "I keep forgetting when they are due",
        "I can't remember the date of my last jab",
        "I forget to book it",
        "the surgery doesn't answer",
        "nobody answers the phone there",
        "can I give old things away, I don't need the sharps bin",
    ],
)
def test_what_only_has_such_words(detector: Detector, text: str) -> None:
    """A forgotten date, a phone that nobody answers and a long text are no signs."""
    assert detector.triage(text).level in ("none", "routine")


# How long ago it was, and what was done: none of them weeks ago.
AGO = [
    "10 min ago", "ten minutes back", "a quarter of an hour ago", "half an hour back", "a few minutes ago",
    "moments ago", "not ten minutes ago", "an hour ago", "just now", "thirty seconds ago",
]  # fmt: skip
DONE = [
    "had it", "had mine", "had my jab", "jab", "she did it", "they did mine", "got it done", "injected", "been jabbed",
    "nurse gave me mine", "it was done", "jabbed myself",
]  # fmt: skip
WEEKS_BACK = ["six weeks ago", "in March", "a month back", "years ago", "last week"]


def test_lips_that_tingle_minutes_after_it_are_an_emergency(detector: Detector) -> None:
    """However the minutes and the injection are said, before the sign or behind it."""
    signs = ["lips gone tingly and I'm a bit flushed", "my tongue feels numb"]
    told = [
        text
        for sign, ago, done in product(signs, AGO, DONE)
        for text in (f"{sign}, {done} {ago}", f"{done} {ago} and {sign}", f"{done} {ago}. {sign}")
    ]
    assert not [text for text in told if detector.triage(text).level != "emergency"]


def test_minutes_are_not_weeks(detector: Detector) -> None:
    """Weeks after an injection lips that tingle are no allergy."""
    for ago, done in product(WEEKS_BACK, ["had it", "had my jab", "been jabbed"]):
        assert detector.triage(f"my lips are tingling, {done} {ago}").level != "emergency"


def test_who_still_sits_there_does_not_ask_in_general() -> None:
    """ "Is it normal", asked a few minutes after it from the waiting room, is asked of one's own lips."""
    told = "is it normal that the lips tingle ten minutes after the jab? still sitting in the waiting room"
    assert triage(told).level == "emergency"
    assert (
        triage("is it normal that the arm is sore after the jab? still sitting in the waiting room").level
        != "emergency"
    )
