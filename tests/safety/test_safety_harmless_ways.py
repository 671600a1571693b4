"""Words of a sign in a harmless way of asking raise no alarm; the same words of somebody who is ill keep theirs."""

from __future__ import annotations

import pytest

from b12guide.safety import Detector

HARMLESS = [
    "can I sit behind the wheel today with tingly hands",
    "is driving all right, I get pins and needles behind the steering wheel",
    "I have a sore throat, can I go for my injection tomorrow",
    "is it fine to have my jab with a sore throat",
    "the spot went purple round the needle mark",
    "it has turned blue where the injection went in",
    "how can I stop myself passing out at needles",
    "any tips on how to avoid fainting during injections",
    "where would I look out the date of my next injection",
    "the surgery rang, I was told low",
    "my appointments are muddled",
    "I have got my dates mixed up",
    "I had a weight loss procedure, do I need tablets for ever",
    "lost two stone slimming, is my dose still right",
    "I lost 8 kg on purpose last year",
    "is that done as a blood or a urine test",
    "they don't answer the phone",
    "I want a refund for the kettle and he isn't answering",
    "they're not answering",
    "it was the 3rd or the 4th of May, I can't remember which",
    "either Monday or Tuesday, she cannot remember which one",
    "I can't remember which day it was, the 9th or the 10th",
    "he has been put down for a course of jabs",
    "I was put down for loading injections last week",
    "there are so many kinds that my head is spinning",
    "three brands on offer, which options are there, my head is spinning",
    "after my bypass I lost 40 kg and stopped my vitamins",
    "the nearest nurse is 60 kms from us",
    "I go white as soon as I sit down, at the sight of the needle",
    "my dentist offered laughing gas for the root canal on Friday and I have low B12",
]
MEANT = {
    "I can't remember which day it is today": "urgent",
    "she cannot remember which house is hers": "urgent",
    "my behind has gone numb and I am at the wheel": "emergency",
    "numb behind since this morning, tingling too": "emergency",
    "I've had a sore throat since my injection an hour ago": "emergency",
    "my throat is sore and tight after my jab, should I have the next jab": "emergency",
    "just had my injection, throat feels sore, can I have the next injection": "emergency",
    "he has gone purple": "emergency",
    "she went blue": "emergency",
    "her lips have gone blue where the tube was": "emergency",
    "I fainted at the injection and hit my head": "emergency",
    "how do I stop fainting, I fainted twice": "urgent",
    "the nurse used an out of date ampoule and injected it": "urgent",
    "I have been feeling low for weeks": "urgent",
    "he told me he feels low": "urgent",
    "mum is muddled, she mixes up names": "urgent",
    "I lost 8 kilos and not on purpose": "urgent",
    "one word at a time is all I can manage": "emergency",
    "there is a weight on my chest and I am behind with everything": "emergency",
    "he lost the use of his legs while dieting": "emergency",
    "I lost my sight, I had been on a diet": "emergency",
    "she lost consciousness, she took the tablets on purpose": "urgent",
    "they're not responding and their breathing is odd": "emergency",
    "they don't respond to me": "emergency",
    "they don't answer me when I shake them": "emergency",
    "how can I stop passing out from the blood I am losing": "urgent",
    "the doses were muddled, I had ten times too much": "urgent",
    "lost a stone without dieting": "urgent",
    "losing weight for no reason": "urgent",
    "there is blood in my urine": "urgent",
    "he makes me feel so put down": "urgent",
    "my head is spinning since I had the injection, what kinds are there": "urgent",
    "so many brands and I feel faint": "urgent",
    "had a bypass and lost 9 kg this month": "urgent",
    "I want to kms": "emergency",
    "I am 19 kms tonight": "emergency",
    "the dentist plans to use gas, but I do balloons and have low B12": "urgent",
    "the dentist wants to use laughing gas and my feet are numb since Monday": "urgent",
    "I had laughing gas every weekend and my B12 is low": "urgent",
    "I went grey and my throat is tight after the needle": "emergency",
}
LEVELS = ["none", "routine", "urgent", "emergency"]
# Numbness that is told of stays what it is: only the place was never meant.
STILL_NERVES = 2


@pytest.mark.parametrize("text", HARMLESS[:STILL_NERVES])
def test_a_place_to_sit_is_no_part_of_the_body(detector: Detector, text: str) -> None:
    """ "Behind the wheel" is not numb between the legs; the tingling itself is for today at most."""
    assert detector.triage(text).level != "emergency"


@pytest.mark.parametrize("text", HARMLESS[STILL_NERVES:])
def test_a_harmless_way_to_ask_is_no_alarm(detector: Detector, text: str) -> None:
    """Nobody has the sign whose words it borrows."""
    assert detector.triage(text).level in ("none", "routine")


@pytest.mark.parametrize("text", MEANT)
def test_the_same_words_keep_their_level_where_they_are_meant(detector: Detector, text: str) -> None:
    """What takes back the harmless way takes back no sign."""
    assert LEVELS.index(detector.triage(text).level) >= LEVELS.index(MEANT[text])
