"""Animals, plants, cars, classes, old days and figures of speech are no sign; real signs in their words are."""

from __future__ import annotations

import pytest

from b12guide.safety import Detector

OTHER_MEANINGS = [
    "the lorry was spluttering and wheezing up the brae, late for my jab",
    "our collie was stung by a wasp, swollen face, vet sorted him. when is my next jab",
    "my ewes have a bloated belly and are off their legs, is b12 good for lambs",
    "my geraniums are limp and drooping on one side, does b12 feed them",
    "our first aid class did choking and seizures yesterday, good fun. is the jab on Friday",
    "my dissertation is on overdose in the Victorian novel",
    "I'm rehearsing the part of a nurse who collapses",
    "our book group is reading a thing about suicide, cheery stuff",
    "they gave me a handout about throats closing and fainting",
    "on hold so long with the menu options I've lost the will to live",
    "ending it all with that gym contract, thirty a month",
    "I cut myself a big slice of cake for my birthday",
    "going to end it all with my broadband provider",
    "itching to start the garden again",
    "lump in my throat when the choir sang at the wedding",
    "my knees went to jelly when she proposed on the beach",
    "a deep depression moving in from the Atlantic, will the clinic be open",
    "we blacked out the windows for the baby",
    "three hives in the orchard and honey to sell",
    "my brother reckons I'm going to pass out at the sight of it",
    "my friend had a fit about the price of the parking",
    "my lip is numb from the dentist",
    "nausea 0, pain 0, fatigue 0",
    "had anaphylaxis to peanuts aged seven, I'm 40 now",
    "I want to know about breathlessness in anaemia, I've none myself",
    "what does sepsis look like, so I can train our volunteers",
    "crouched on my foot, it went numb, stamped and it was fine in a minute",
    "gran's been forgetful for years, no change, the memory clinic follows her",
]
STILL_EMERGENCIES = [
    "sat in the waiting room and I've lost the will to live, I want to die",
    "I'm going to end it all with my insulin",
    "cutting myself a little deeper each time",
    "itching all over and my lips are swollen",
    "lump in my throat when I swallow and it's getting tighter after my injection",
    "my legs turned to jelly and I can't stand",
    "deep depression and I don't want to live",
    "hives all over after two bees stung me and I can't breathe",
    "two hives on my arm after the injection, throat tight",
    "my face is numb and drooping, I was at the dentist last month",
    "headache 0 to 100 in a second",
    "in first aid class I collapsed and now my speech is slurred",
    "my wife was wheezing in the car and choking",
    "I'm weak and pale and drooping on one side",
    "my mother at book club collapsed and isn't answering",
    "I read the leaflet about anaphylaxis and my tongue is swelling",
    "my son aged nine has come out in hives and can't breathe",
    "dad had a stroke years ago and now his face is drooping again",
    "I have none of it myself but my husband has crushing chest pain",
    "my horse kicked my head and I've been vomiting",
    "the dog swallowed a bee then it stung me and my throat is closing",
    "my spaniel bit me, now I've a high temperature and shaking all over, red hot hand",
    "in my thesis meeting I collapsed and I'm confused",
    "breathless for years, consultant happy, no change, now my chest is tight",
]
STILL_URGENT = [
    "I blacked out at the window this morning",
    "I keep bees and came out in hives on my arms after the jab",
    "numbness has not budged and is spreading up my legs",
    "mum has been muddled for years, no change, the clinic sees her, but today she is much worse",
    "sat on my foot and it went dead and it's still dead an hour later",
    "knelt on my leg, it went dead, fine after a minute, but my other leg is weak since Monday",
    "numbness 0 in my hands but my feet are numb and getting worse",
]


@pytest.mark.parametrize("text", OTHER_MEANINGS)
def test_what_is_meant_otherwise_is_no_sign(detector: Detector, text: str) -> None:
    assert detector.triage(text).level not in ("emergency", "urgent")


@pytest.mark.parametrize("text", STILL_EMERGENCIES)
def test_an_emergency_in_the_same_words_stands(detector: Detector, text: str) -> None:
    assert detector.triage(text).level == "emergency"


@pytest.mark.parametrize("text", STILL_URGENT)
def test_an_urgent_sign_in_the_same_words_stands(detector: Detector, text: str) -> None:
    assert detector.triage(text).level == "urgent"
