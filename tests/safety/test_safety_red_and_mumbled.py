"""A bowl of red, words mumbled beside an infection, half of what is seen, a phoned potassium, an old allergy."""

from __future__ import annotations

import pytest

from b12guide.shared import triage
from b12guide.understanding.verdict import LEVELS


@pytest.mark.parametrize(
    "text",
    [
        "dad's leg is infected and tonight he's babbling nonsense",
        "she's muttering nonsense and shivering",
        "she is feverish since the jab and mumbling gibberish at the cat",
        "the loo is full of scarlet, fourth time today",
        "the bucket was full of red and I feel swimmy",
        "the bit of me that sits on the saddle, left and right of it, is dead since noon",
        "I'm going round the kitchen on hands and knees since my legs gave in",
        "my legs are poor since Sunday, I get about on all fours",
        "the upper half of what he sees has vanished",
        "the right side of her vision went black at tea",
        "Is potassium in bananas? The surgery rang about mine, it's 2.2",
        "I was struck by a pain inside my skull at noon",
        "a pain in my head, the like of which I have never known",
        "grandad is not knowing which town he is in, only since noon, quite normal before",
        "mum does not know her own kitchen, since lunch today",
        "his grin is lopsided and he says chair when he means door",
        "I keeled over at the bus stop and gashed my chin",
        "my undercarriage feels like a dentist's jab",
        "tingling in my feet on Monday, and now it has reached my belly",
        "I took three days' worth of my pills in one go and I'm drowsy",
        "hives since the jab an hour ago, and she is grey and cold and light-headed",
    ],
)
def test_is_an_emergency(text: str) -> None:
    """Each is an emergency."""
    assert triage(text).level == "emergency"


@pytest.mark.parametrize(
    "text",
    [
        "b12 gave my sister a nasty reaction in May, she is booked again",
        "hydroxocobalamin gave me a severe allergy two years ago",
        "came out in hives after the jab back in June and never mentioned it",
        "the room spun as soon as the needle was in",
        "the pins and needles used to be only in my feet, now they have spread past the knees",
        "flat for a month, I enjoy nothing",
        "been low for weeks now and can't enjoy a single song",
        "he does whippets and has stopped feeling the tips of his toes",
        "off nos since May and still tingly fingers",
        "we lost track and gave mum hers twice",
        "the lab says my potassium is below normal",
        "the telly is getting blurrier each week",
        "I had a rash following my first jab that was never looked at by a doctor",
        "without trying I dropped nearly two stone",
        "picked the wrong vial and injected it, it was the cat's",
        "supposed to have it monthly, and got three last week",
        "stinking liquid from the jab site",
        "galaxy gas daily, and it's static in my feet",
    ],
)
def test_is_urgent_at_least(text: str) -> None:
    """Each is urgent at least."""
    assert LEVELS.index(triage(text).level) >= LEVELS.index("urgent")


@pytest.mark.parametrize(
    "text",
    [
        "the teacher was mumbling nonsense about b12 and I have cold feet about asking",
        "the loo is full of red paper again after the party",
        "the bucket was full of red paint, twice",
        "the toilet was full of red petals",
        "I get about on hands and knees weeding all spring, strong legs",
        "on hands and knees looking for an earring, my legs ached from laughing",
        "we lost count of the sheep twice",
        "Bananas hold potassium. The clinic rang, it is shut on Monday",
        "the top half of the page is a photo",
        "the head gave me a big reaction at school when I sang",
        "I am on pins and needles till the letter comes",
        "a droll talk, conversing with a machine",
        "Emergency! We need a cake recipe",
        "The doctor ran through chest pain, racing heart, fits. None of it.",
        "can't enjoy a single film with him talking",
        "the pins and needles in my sewing box are in order",
        "my electric bike is a joy",
        "an overdose of telly at Christmas",
        "the crops are drowning in rain here",
        "my uncle's paralysis from polio never stopped him",
        "her hair has reached her waist",
    ],
)
def test_sounds_alike_and_is_none(text: str) -> None:
    """No sign is seen in words that sound like one."""
    assert triage(text).level == "none"


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("The nurse went through chest pain and fits. I said none of the fits, but my chest hurts now.", "emergency"),
        ("I'm on pins and needles about it, and my feet have gone numb", "urgent"),
        ("my phone is old, it keeps blacking out, and I blacked out at lunch", "urgent"),
        ("my wind pipe is choking", "emergency"),
        ("the sink was choking and so was my nan", "emergency"),
        ("the cake is black as tar and so is my poo", "urgent"),
        ("my little one, garden drowned toddler, help", "emergency"),
        ("I took a tablet and now it keeps blacking out, my vision", "emergency"),
        ("the tap was choking and now my husband is choking", "emergency"),
        ("Emergency! The cake, he is choking on the cake", "emergency"),
        ("it's like walking on pins and needles, both feet", "urgent"),
        ("burnt my hand badly on the toast, the skin is white", "emergency"),
    ],
)
def test_what_sounds_so_hides_no_sign_beside_it(text: str, level: str) -> None:
    """A figure of speech takes nothing from a sign of somebody's."""
    assert LEVELS.index(triage(text).level) >= LEVELS.index(level)
