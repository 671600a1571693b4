"""Somebody who was well hours ago and does not know their own people now."""

from __future__ import annotations

import pytest

from b12guide.safety import Detector

SUDDEN = [
    "she did the sudoku this morning, at two she thought I was her sister",
    "Dad drove us to church at ten and by dinner he believed I was his brother",
    "mum was right as rain at breakfast and now thinks I'm her mother",
    "my husband was chatting normally an hour ago. He thinks I am his aunt.",
    "gran sharp as a tack this morning, just now she took me for her mother",
    "nan was fine at lunch. called me by her dead sisters name ever since",
    "he was himself yesterday, this evening he doesnt know his own son",
    "my wife taught her class this morning and cant recognise our daughter",
    "fine last night, this morning mam asked what I was doing in her house",
    "Played bridge till four. At six she insisted I was the home help.",
    "hubby was good as gold at teatime, now he says there is a stranger in the bed and its me",
    "mother did the crossword at breakfast, two hours on she thought i was my aunt",
    "grandad was laughing with us at noon, an hour later he had no idea who I was",
    "dad ok at lunch, now he dont know me",
    "Grandma was perfectly well this morning and swears I am her cousin Ada",
    "at breakfast mum was fine, now she thinks I'm the district nurse",
    "My father did his accounts at noon. Now he doesn't know my mother.",
    "was normal at dinnertime, my mum, and now thinks im her dad",
    "she was sharp this mornign, now she thougt I was her sistr",
    "he cooked lunch for us all and an hour later did not recognise his wife",
    "aunty was bright and chatty earlier, then she took me for her husband",
]
NOT_SUDDEN = [
    "my mum has dementia and was fine at breakfast, now she thinks I'm her sister",
    "grandad has alzheimers, did his crossword this morning and took me for his brother",
    "mum did the crossword this morning, on the phone she thought I was my sister",
    "she was fine at lunch, thought I was her mother in the old photo",
    "he was fine this morning, rang and thought I was my brother on the phone",
    "the nurse thought I was my sister this morning, same surname",
    "gran was fine this morning and she loved my new hair",
    "the receptionist thought I was my mother at lunch, we sound alike",
    "he finished the crossword this morning, he is my mother's brother",
    "my sister thinks I am her best friend",
    "my son thinks I'm his taxi",
]
NOBODY_ILL = [
    "the GP at my new practice doesn't know me",
    "my gp doesnt know me from adam",
    "the locum didn't know me or my notes",
    "our new doctor does not really know us yet",
    "the receptionist never recognises me",
    "consultant hardly knows me, two visits in a year",
    "my husband doesn't recognise me with this perm",
    "my wife did not recognise me without my beard",
    "mum didn't recognise me with my hair dyed blue",
    "dad did not know me in my new glasses",
    "since my new fringe my husband doesn't recognise me",
    "the dog hardly knows me with this hat",
    "my baby nephew doesn't know me yet",
    "our newborn doesn't recognise us yet",
    "the app does not recognise me when I log in",
]
# What looks like the above stands beside what is there.
STILL_THERE = [
    "my GP doesn't know me, and now dad doesn't know me either, he was fine at lunch",
    "the locum didn't know me. Mum doesn't know who I am since noon",
    "my wife is a nurse and she doesn't know me since this morning",
    "my dad, a retired doctor, does not know me today",
    "mum doesn't recognise me even with my glasses on",
    "gran was fine this morning, doesn't recognise me with my new haircut and thinks it is the war",
    "my wife didn't recognise me with my new beard, nor our son, she is suddenly confused",
    "dad didn't recognise me in my new coat, nor did he know what day it is",
    "he doesn't recognise me since my haircut, and his speech is slurred",
    "mum has new glasses and does not know who I am",
    "she thought I was her sister on the phone, fine at breakfast, and now she doesn't know me at the door",
    "doctor says wait, but my husband doesn't know me any more",
    "the receptionist doesn't know me and neither does my mum since an hour ago, she can't say her own name",
    "baby nephew doesn't know me yet but his gran, fine at lunch, thinks I'm her mother",
    "our baby does not know us and won't wake",
    "the nurse said mum doesn't recognise her own husband",
    "nurse rang, dad does not recognise me or my brother",
    "dementia runs in the family but mum was fine at noon and can't say her own name",
]
LEVELS = ["none", "routine", "urgent", "emergency"]


@pytest.mark.parametrize("text", SUDDEN)
def test_who_was_well_and_does_not_know_their_own_people(detector: Detector, text: str) -> None:
    """A relative who takes one for another hours after being well is an emergency, in whoever's words."""
    found = detector.triage(text)
    assert (found.level, found.cards[:1]) == ("emergency", ["confusion_seizure"])


@pytest.mark.parametrize("text", NOT_SUDDEN + NOBODY_ILL)
def test_who_is_taken_for_another_by_chance(detector: Detector, text: str) -> None:
    """Known dementia, a telephone, a photograph, a new haircut, a baby, a doctor who is new: no emergency."""
    assert detector.triage(text).level != "emergency"


@pytest.mark.parametrize("text", STILL_THERE)
def test_a_haircut_explains_nothing_else(detector: Detector, text: str) -> None:
    """A haircut, a telephone or a strange doctor beside somebody who knows nobody lowers nothing."""
    assert detector.triage(text).level == "emergency"
