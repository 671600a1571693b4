"""Signs told in passing that want advice today: the wrong drug, a rest on the stairs, a flat mood."""

from __future__ import annotations

import pytest

from b12guide.safety import Detector


def at_level(detector: Detector, text: str, level: str, row: str) -> bool:
    """Whether a message comes out at `level` with the sign `row`."""
    triage = detector.triage(text)
    return triage.level == level and row in {sign.id for sign in triage.signs if sign.status == "present"}


WRONG_PRODUCT = [
    "turns out it was heparin in the syringe I gave myself, not my B12",
    "I've just noticed the box says insulin and I already injected it thinking it was b12",
    "the pharmacy gave my mum the wrong vial and she'd used it before we read the label",
    "they called Mrs Brown and I went in, so I've had Mrs Brown's injection",
    "nurse mixed me up with another patient and gave me her injection",
    "got the flu jab instead of my b12 by mistake",
    "hubby injected himself with my clexane, not his B12",
    "I was given somebody else's ampoule this morning",
]
TWICE = [
    "had my loading dose Tuesday and it slipped my mind so I had another Thursday",
    "it wasn't written down so the other nurse did it again the next day",
    "dad forgot he'd injected on Sunday and injected himself again last night",
    "nobody told the locum I'd had mine and she gave me a second one",
]
GUNK = [
    "is a bit of yellow goo normal? there's loads, at the injection site",
    "green gunk coming out of the hole from my jab",
]
PREGNANT_AND_NEW = [
    "I'm pregnant and my fingers tingle, they weren't like that last week",
    "expecting twins, pins and needles in both feet that weren't there before Christmas",
]
EFFORT = [
    "I have to stop halfway up the stairs to get my breath, in July I could run up",
    "resting three times on the way to the shops to catch my breath, never used to",
    "grandad has to pause on the landing to get his puff back",
    "out of breath just brushing my teeth",
    "dressing leaves her panting these days",
    "everyone at work says I look like death",
    "mum's face is like chalk lately",
    "no colour in her cheeks, gums white too",
]
COLOURS = [
    "stool was claret red this morning, only a spot",
    "it was dark red when I went to the loo",
    "my motions have been black since Friday",
    "passed red water twice, last jab in June",
    "my wee is red when I go, not had an injection for two months",
    "pink water in the pan every time I go, no pain, last b12 was a month ago",
]
SPONGE = [
    "the pavement feels squashy underfoot lately",
    "it's like walking on a mattress the last ten days",
    "lino feels like sponge when I walk to the kitchen",
]
FEEBLE = [
    "week two of loading, can't lift the kettle and I've not been to the loo for four days",
    "weak as a kitten since starting the jabs and constipated",
    "started B12 on Monday, arms like string and blocked up",
]
GAS = [
    "can B12 fix tingly toes? I do balloons most weekends",
    "my son inhales nangs every night, would vitamin B12 cure his numb hands?",
    "on the whippets daily at uni, will the injections help with pins and needles",
]
FLAT = [
    "he's not been himself for weeks, stares at the wall all day",
    "nothing excites me any more, been flat since August",
    "lost all interest in everything, don't care about the grandkids",
    "my wife says I'm not the man she married, weeks now",
    "everything feels grey these days and I've no joy in anything",
    "my brain has turned to porridge this week",
    "keep blanking on colleagues' names this week, it's new",
    "mind like a sieve since Monday, forgot my own postcode",
]
AGAIN = [
    "the last hydroxocobalamin made my eyes puff up, they want to give me it again Tuesday",
    "came out in welts with this brand in spring and the chemist has sent the same one",
    "B12 gave mum hives two years ago, now she's booked to have it again",
]
HARMLESS = [
    "the box in my kitchen is insulin for the dog, my b12 is in the fridge",
    "I had the flu jab on Monday, can I have b12 on Tuesday?",
    "is the flu jab given instead of b12?",
    "the chemist gave me a different brand of hydroxocobalamin, is it the same?",
    "Mr Brown at reception gave me the date of my next injection",
    "I forgot my injection on Monday, can I have it Wednesday?",
    "forgot to book again",
    "I've had it Monday and Wednesday as planned, loading doses",
    "is pus a sign of infection?",
    "there is some tea left",
    "stopped twice on the way to the clinic to buy bread",
    "look like a ghost for halloween with this makeup",
    "she looked like death when the needle came out, needles always do that to her",
    "black trousers when I went to work",
    "my wee is red after the injection yesterday",
    "the ground in our garden is spongy after all this rain",
    "new mattress, I sleep like a log",
    "constipated again, nothing to do with B12, always been like that",
    "is constipation common with b12?",
    "can laughing gas cause numb feet?",
    "she is not the same nurse as last time",
    "not the same person each time gives me the jab",
    "I sat and stared at the clock in your waiting room",
    "soup for lunch, head clear as a bell",
    "I forgot the name of the nurse I saw last week",
    "flat tyre so I'll be late for my jab",
    "this brand never gave me a rash, can I have the same one again?",
    "the injection gave me hope, book me in again",
    "I gave up carrying my shopping and use the trolley",
    "my jar of vitamins is hard to open because of the child lock",
    "had to ring twice to get through",
    "last July I could not get an appointment",
    "last year I could not walk, now I run",
]


@pytest.mark.parametrize("text", WRONG_PRODUCT)
def test_the_wrong_drug_or_somebody_elses(detector: Detector, text: str) -> None:
    """What was injected was another drug, or meant for somebody else."""
    assert at_level(detector, text, "urgent", "B11")


@pytest.mark.parametrize("text", TWICE)
def test_a_dose_twice_that_was_forgotten(detector: Detector, text: str) -> None:
    """Whoever forgot the first dose, or did not know of it, gave a second."""
    assert at_level(detector, text, "urgent", "B11")


@pytest.mark.parametrize("text", GUNK)
def test_what_comes_out_at_the_spot(detector: Detector, text: str) -> None:
    """Yellow or green stuff at the needle's spot is an infection, by whatever name, and if it is asked about."""
    assert at_level(detector, text, "urgent", "B5")


@pytest.mark.parametrize("text", PREGNANT_AND_NEW)
def test_numbness_that_was_not_there_at_a_date(detector: Detector, text: str) -> None:
    """A date before which it was not so says that it is new."""
    assert at_level(detector, text, "urgent", "B2")


@pytest.mark.parametrize("text", EFFORT)
def test_effort_that_costs_breath_and_a_pale_face(detector: Detector, text: str) -> None:
    """A rest on the stairs, breath lost over little, a face like chalk."""
    assert at_level(detector, text, "urgent", "B4")


@pytest.mark.parametrize("text", COLOURS)
def test_stools_and_water_by_their_colour(detector: Detector, text: str) -> None:
    """Dark red or black with the going, and red water that no injection explains."""
    assert at_level(detector, text, "urgent", "B10")


@pytest.mark.parametrize("text", SPONGE)
def test_ground_like_sponge(detector: Detector, text: str) -> None:
    """Ground that feels soft is numbness of the feet."""
    assert at_level(detector, text, "urgent", "B2")


@pytest.mark.parametrize("text", FEEBLE)
def test_weakness_and_a_gut_that_stands_still(detector: Detector, text: str) -> None:
    """Early in treatment both together are of low potassium."""
    assert at_level(detector, text, "urgent", "B3")


@pytest.mark.parametrize("text", GAS)
def test_gas_with_numbness_that_is_asked_about(detector: Detector, text: str) -> None:
    """Numbness in a question is there, of somebody who uses the gas."""
    assert at_level(detector, text, "urgent", "B12")


@pytest.mark.parametrize("text", FLAT)
def test_flat_or_not_the_same_or_foggy(detector: Detector, text: str) -> None:
    """A mood gone flat, a changed person, a head like porridge."""
    assert at_level(detector, text, "urgent", "B7")


@pytest.mark.parametrize("text", AGAIN)
def test_an_earlier_reaction_to_what_is_given_again(detector: Detector, text: str) -> None:
    """The next injection waits for the clinic."""
    assert at_level(detector, text, "urgent", "B1")


@pytest.mark.parametrize("text", HARMLESS)
def test_their_harmless_neighbours(detector: Detector, text: str) -> None:
    """Another brand, a soft garden, soup for lunch: the words are the same, and there is no sign."""
    assert detector.triage(text).level in ("none", "routine")
