"""Emergencies that are told by what lies ready, what is hoped for, and what was felt and seen, not by their names."""

from __future__ import annotations

import pytest

from b12guide.safety import Detector

MEANS_READY = [
    "bought a length of rope on Saturday and nobody will miss me",
    "the rifle is on my lap and I'm sorry",
    "razor blades lined up by the bath, what's the point any more",
    "hosepipe taped to the exhaust, goodbye",
]
HOPED_FOR = [
    "I keep praying a bus knocks me down",
    "hoping the Lord carries me off in the night",
    "wish my heart would just stop in my sleep",
    "I wouldn't mind if a truck flattened me",
    "how many zopiclone before it's curtains",
    "how much insulin until lights out, I've five pens",
]
HEADACHES = [
    "the headache flattened me at the sink, it landed full blast",
    "headache went from nothing to ten in a snap while ironing",
    "orgasm then sudden splitting headache",
]
EYES_OUT = ["my left eye has conked out this morning, it's black", "sight in the right eye gave up at lunchtime"]
KIN_LOST = [
    "da doesnae ken ony o us the night, grand at his tea",
    "mam's off with the fairies since this morning, sudden like",
    "grandad knows nobody and was reading the paper an hour ago",
    "my wife just stares through me, she was chatting at breakfast",
]
BREATH_LEGS_HEART = [
    "no breath for talking so I'm texting",
    "both my legs without force since morning, yesterday I walked normal",
    "my heart's birling and I nearly went down in the street",
    "like a bird fluttering behind my ribs and I've to lie flat on the carpet",
    "passed out on the rowing machine, no warning",
    "he fainted playing football this morning",
    "tumbled off the stepladder onto the back of my head, they say my arms were jerking after",
]
BURNT_MOUTHS = [
    "my grandson bit a dishwasher tablet and is drooling",
    "little lad had a mouthful of drain unblocker",
    "the wee one got at the drain cleaner, her lips are blistered",
]
CALM = [
    "got the rope out of the garage to tow my brother's car",
    "bought a rope for the swing, nobody answers at the surgery",
    "the shotgun is in the cabinet, does licence renewal ask about B12",
    "hosed the car in the garage, the hose is leaking",
    "I wish a bus would take me to the clinic",
    "hoping something takes the sting out of it",
    "how many tablets before my appointment",
    "dropped by with a headache on Monday, fine now",
    "headache came on slowly after sex, mild",
    "my phone conked out this morning",
    "the nurse doesn't know me, can she give the jab",
    "the baby's away with the fairies, sleeping",
    "no energy in my legs for years, steady",
    "no power since last night, the whole street is dark",
    "I've butterflies in my stomach before the jab",
    "oven cleaner on my hands, can I inject after washing",
    "grandson is coming, where do I keep bleach and needles",
]


@pytest.mark.parametrize(
    "text", [*MEANS_READY, *HOPED_FOR, *HEADACHES, *EYES_OUT, *KIN_LOST, *BREATH_LEGS_HEART, *BURNT_MOUTHS]
)
def test_what_is_told_without_its_name_is_an_emergency(detector: Detector, text: str) -> None:
    assert detector.triage(text).level == "emergency"


@pytest.mark.parametrize("text", CALM)
def test_the_same_words_of_daily_life_are_none(detector: Detector, text: str) -> None:
    assert detector.triage(text).level not in ("emergency", "urgent")
