"""A heart in homely words, a death that would be easier, an old reaction to the injection, and what only sounds so."""

from __future__ import annotations

import pytest

from b12guide.safety import LEVELS, Detector


@pytest.mark.parametrize(
    "text",
    [
        # A12: a heart in homely words, and one who nearly goes down.
        "the old ticker is going nineteen to the dozen and I nearly keeled over by the sink",
        "me ticker's going like billy-o and I have gone all lightheaded",
        "pump in my chest going like a steam train and I thought I was going to keel over",
        "heart going ten to the dozen, feel like I might drop",
        "her heart is going like a drum roll and she's keeling over every time she stands",
        # A11: a way to die that would be easier than this.
        "lying down on the railway line would be simpler than another month of this",
        "stepping off the bridge seems kinder than going on like this",
        "I stand on the platform and think the tracks would be easier",
        "walking into the river would be less trouble than carrying on",
        "some days the cliff looks better than the next injection and the next",
        "driving into a wall would be easier than living like this",
        # A3: pain that grips behind the breastbone and wakes.
        "something gripping behind my breastbone woke me up at four",
        "woke in the night with a squeezing in the middle of my chest",
        "she was woken by a gripping pain behind the sternum",
        # A9: since this morning.
        "my father cannot tell me the year or who my brother is, since breakfast",
        "since this morning nan doesn't know what year we are in nor who I am",
        "mum woke up today and couldn't say what year it was or who her sister is",
    ],
)
def test_an_emergency_in_homely_words_is_heard(detector: Detector, text: str) -> None:
    """A heart that runs away, a way out that would be easier, a grip that wakes, a year that is gone today."""
    assert detector.triage(text).level == "emergency"


@pytest.mark.parametrize(
    "text",
    [
        # B1: any earlier reaction to the injection.
        "came up in bumps all over after my hydroxo in 2019 and they gave me piriton, next one is due friday",
        "ten years ago the b12 jab made me itch from head to foot so the doctor stopped it, now they want to restart",
        "I had hives with cyanocobalamin as a student, is hydroxocobalamin okay for me",
        "the shot two winters back broke me out in great hives and nobody was told, the next is on Friday",
        "years back they stopped my b12 needles because I was itching everywhere",
        "the first b12 needle gave me itchy lumps and an antihistamine sorted it, my second is on tuesday",
        "b12 injection ke baad khujli hui thi pichle saal, now doctor wants to give again",
        "last year after neurobion injection small small daane came on my body, can I take the next one",
        "cyano gave me itchy lumps everywhere in 2016, should I mention it before thursday",
        # B3: weaker all over than before the loading doses.
        "since the loading doses started I feel weaker all over than I did before them",
        "three loading jabs in and my whole body is weaker than before I began",
        # B5: smell, green or yellow on the dressing.
        "the plaster over where the needle went smells bad",
        "there's yellowy green stuff on the plaster from my jab",
        "a funny smell is coming off the dressing where I was injected",
        "took the plaster off and it had gone green underneath where the needle went in",
        # B8: a baby who has lost what it could do.
        "my baby has stopped rolling over and gone quiet",
        "he used to babble and now at nine months my son has gone silent",
        "my little one no longer babbles or sits, he is eight months",
        # B10: dark red or maroon.
        "the latrine was dark red after I went this morning",
        "my motions have been maroon since sunday",
        "when I go in the latrine it comes maroon colour",
        "poo is a dark reddish colour for two days",
        # B11: twice, forgotten.
        "I injected this morning and then again at teatime because I forgot I'd done it",
        "forgot I already did my b12 and did another one the same day",
        "took my b12 tablet twice today because it slipped my mind that I had taken it",
        "gave myself a second jab tonight, did not remember the first one at lunch",
        # B7: a memory that goes over weeks.
        "over the last few weeks I keep forgetting my pin number and what I did yesterday",
        "these past weeks I couldn't tell you what I did the day before",
        "for a month now my short term memory has been going",
        "I have forgotten my pin three times this fortnight and what I had for tea yesterday",
    ],
)
def test_an_urgent_sign_in_homely_words_is_heard(detector: Detector, text: str) -> None:
    """A reaction of long ago, a plaster that smells, a quiet baby, a maroon pan, two in a day, a pin that is gone."""
    assert LEVELS.index(detector.triage(text).level) >= LEVELS.index("urgent")


@pytest.mark.parametrize(
    "text",
    [
        # The same words without the sign.
        "the ticker tape parade was going like the clappers",
        "the nurse is going like the clappers through her list, lovely jab",
        "the train would be easier than the bus to the clinic",
        "the bridge would be quicker than the tunnel for getting to my jab",
        "the track by the river would be easier than the hill for my walk",
        "tablets would be easier than injections for me",
        "going by rail would be better than driving to the hospital",
        "the plaster smells of strawberries, my daughter chose it",
        "green plaster or blue plaster for my jab, which is kinder to skin",
        "the baby stopped rolling the ball and picked up the bricks",
        "my maroon cardigan is on for the jab",
        "I rang twice today because I forgot the opening times",
        "I forgot my pin for the app once, how do I reset it",
        # Nothing of the kind is told.
        "three weeks for a letter, bleeding typical of that surgery",
        "well that's bleeding typical, they cancelled again",
        "typical, bleeding typical, nobody picks up",
        "I overdosed on box sets over christmas, when is my next jab",
        "overdosing on chocolate and telly this weekend, next jab monday",
        "our work course taught cpr and bleeding, is b12 on it",
        "the training day covered choking, bleeding and cpr, I passed",
        "the price of private jabs is suicide for my wallet",
        "forty quid a go, financial suicide, do the nhs do it",
        "doctor checked me for clots and anaemia and I have neither",
        "they tested me for a stroke and a bleed and I have neither",
        "the tingling in my toes has been exactly the same for eight years and my doctor knows",
        "known tingling, same as it was eight years ago, doctor aware, when is my jab due",
        "tiny lump where the jab went, not red or hot",
        "a pea sized lump at the spot, not hot, not red, not sore",
        "we use nitrous at work to whip the cream, nobody breathes it in",
        "I handle nitrous oxide for work and nobody inhales it",
        "as a child I came out in hives with penicillin, is b12 fine",
        "allergic to penicillin since I was five, got hives, can I have the b12",
        "I feel flat like old coke, when does the jab kick in",
        "flat as last week's lemonade today, jab on monday",
        "which blood tests do they do before b12",
        "what blood tests will they do at the clinic",
    ],
)
def test_what_only_sounds_so_raises_nothing(detector: Detector, text: str) -> None:
    """Figures of speech, a course, a price, what a doctor ruled out, what is known, and the way to the clinic."""
    assert LEVELS.index(detector.triage(text).level) <= LEVELS.index("routine")


@pytest.mark.parametrize(
    "text",
    [
        "bleeding typical, and now my nose is bleeding and it will not stop after half an hour",
        "I overdosed on paracetamol while watching box sets",
        "the course taught cpr and bleeding but my brother is bleeding heavily now",
        "the price is suicide for my wallet and I want to kill myself",
        "doctor checked me for clots and I have neither but now my chest is crushing",
        "we use nitrous at work and I inhale it, my legs are numb",
        "hives from penicillin as a child and hives after the b12 yesterday",
        "same tingling for eight years but it has spread to my knees this week",
        "a tiny lump, not red, but now it is hot and weeping pus",
    ],
)
def test_what_stands_beside_a_figure_is_heard(detector: Detector, text: str) -> None:
    """No figure of speech takes what is told beside it."""
    assert LEVELS.index(detector.triage(text).level) >= LEVELS.index("urgent")
