"""Urgent signs that are told by what is noticed at the table, on the stairs and on the page, without their names."""

from __future__ import annotations

import pytest

from b12guide.safety import Detector

NOTICED = {
    "B1": [
        "the injection brought me out in weals in 2018, came up in welts all over; they've booked me again on Tuesday",
        "hydroxo years back, covered in hives; the surgery wants to start it again",
    ],
    "B10": [
        "wiped and it was like tar, smells awful, no iron",
        "it comes out dark red and sticky every morning",
        "jobbies like coal this week",
        "the pounds vanish and I eat normally",
        "thinner every month though I eat well",
        "chicken lodges in my gullet, weeks of it",
        "potato sticks half way down",
    ],
    "B11": [
        "pulled up 5 ml and injected, was supposed to be 1",
        "2 mg instead of 1 mg, is that bad, I've done it",
        "my lad stuck my needle in his sister",
        "kids were playing nurses with my syringe and one got pricked",
    ],
    "B2": [
        "the numb patch on my calf is now the whole leg",
        "numb spot has doubled over the summer",
        "the blankets hurt my feet",
        "she drops mugs more and more, since September",
        "fumbling with zips for weeks now",
    ],
    "B3": [
        "constipated and crampy since the first two jabs",
    ],
    "B4": [
        "grandad cannae reach the gate without a breather noo",
        "stopping for a pech on the brae, could fly up it at New Year",
        "rest halfway up the stairs these days, never used to",
        "I used to play a whole verse on the flute, now out of breath",
    ],
    "B5": [
        "red line from the jab towards my elbow, I feel ok",
    ],
    "B6": [
        "halos round the headlights since Sunday",
        "shower of specks in my right eye this week",
        "doorframes look bent and wavy lately",
        "blues seem duller than last month",
    ],
    "B7": [
        "forgot my PIN and left the gas on in the last few weeks",
    ],
    "B8": [
        "expecting twins and out of breath walking",
        "up the duff and dizzy",
    ],
}
CALM = [
    "I can't switch brand without stopping the tablets",
    "we can't get to the surgery without stopping for petrol",
    "the tap water comes out like tar",
    "lost the pounds on the keto diet, trousers falling off me, chuffed",
    "sheets hurt my back when I'm changing the bed",
    "rings round the lamps on the christmas tree",
    "can I draw up 2 ml instead of 1",
    "gp changed it to 1 mg instead of 5",
    "toy syringe, kids playing doctors",
    "my toddler is fumbling with buttons for weeks, learning",
    "I forgot my appointment last week",
    "forgot my pin this morning",
    "the colours on my t-shirt faded since last wash",
    "stop halfway to the surgery for petrol",
    "red ribbon on the gift from the nurse",
    "I used to sing whole hymns, now I've no time",
    "I have stitches that stick to my sheets",
    "dropping my daughter off for a month",
    "pie sticks to the pan",
    "new specks on the lens of my glasses",
]


@pytest.mark.parametrize(("row", "text"), [(row, text) for row, texts in NOTICED.items() for text in texts])
def test_what_is_noticed_is_urgent(detector: Detector, row: str, text: str) -> None:
    triage = detector.triage(text)
    assert (triage.level, row in {sign.id for sign in triage.signs if sign.status == "present"}) == ("urgent", True)


@pytest.mark.parametrize("text", CALM)
def test_the_same_words_of_other_matters_are_none(detector: Detector, text: str) -> None:
    assert detector.triage(text).level not in ("emergency", "urgent")
