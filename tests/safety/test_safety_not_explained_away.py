"""Flashcards explain no sign away, and a pet on an arm only where it was back in minutes: what speaks against it."""

from __future__ import annotations

import pytest

from b12guide.safety import Detector

FLASHCARDS = [
    "making flashcards on strokes and now my face is drooping",
    "was making flashcards about bones when my speech went slurred",
    "making flashcards for my exam, my arm suddenly won't lift",
    "she was making flashcards for school then slumped over, face drooping",
    "wrote flashcards about B12. my chest is crushing",
    "revising flashcards on Latin, now I can't see out of one eye",
    "making flashcards for class but mum's face has dropped",
    "making flashcards for biology and I can't breathe",
    "I made flashcards about first aid, my husband has just collapsed",
    "making flashcards on history, help my throat is closing",
    "my son was making flashcards for a test and his mouth went crooked just now",
    "making flashcards of verbs, still can't move my arm",
    "learning flashcards for nursing and I've got crushing chest pain",
    "not making flashcards, my face really is drooping",
    "making flashcards on stroke. I think I am having one, face drooping",
    "writing flashcards for work, suddenly I'm blind in one eye",
    "made flashcards on sepsis, and dad is mottled and confused",
    "making flashcards about anaphylaxis because my tongue is swelling",
    "revise flashcards for maths, gran won't wake up now",
    "making flashcards on seizures while my daughter is having a seizure",
]
PETS = [
    "the dog lay on my arm and it's still dead",
    "arm went dead under the dog and won't lift now",
    "arm dead under the cat, fine again after a minute, but now it's dead again",
    "dog slept on my arm, back in a minute but my speech is slurred",
    "arm numb under the dog, came back in minutes, face drooping",
    "my arm is dead, the dog is nowhere near",
    "arm has been dead for an hour since the dog lay on it",
    "slept on arm under the dog, it went dead, not back after ten minutes",
    "cat on my arm, it went limp and my mouth is crooked",
    "arm went dead under the dog and my hand is weak now",
    "arm dead under dog, ok in a minute, then my leg gave way",
    "my arm is dead since I woke, no dog on it",
    "arm went dead, the dog had not been on it, it won't lift",
    "arm asleep under the dog, normal in 5 minutes but it keeps happening and it is weak",
    "my arm went dead under the cat, fine in a minute, and now I can't speak",
    "arm suddenly dead, dog licking it",
    "arm dead under dog, never came back",
    "the dog lay on my arm, fine in a minute, chest pain though",
    "arm dead under the dog, it is still numb and weak two hours on",
    "arm dead under the cat, came back, then suddenly couldn't lift it",
]


@pytest.mark.parametrize("text", FLASHCARDS)
def test_flashcards_hide_no_emergency(detector: Detector, text: str) -> None:
    """What happens to somebody beside the cards is there."""
    assert detector.triage(text).level == "emergency"


@pytest.mark.parametrize("text", PETS)
def test_a_pet_on_the_arm_hides_no_sign(detector: Detector, text: str) -> None:
    """An arm that is not back in minutes, or anything beside it, keeps its card."""
    assert detector.triage(text).level in ("urgent", "emergency")


@pytest.mark.parametrize(
    "text",
    [
        "my arm fell asleep under the dog, fine again in a minute",
        "arm went dead under the cat, back to normal in 2 minutes",
    ],
)
def test_the_pet_itself_brings_none(detector: Detector, text: str) -> None:
    """An arm that was back in a minute is no sign."""
    assert detector.triage(text).level in ("none", "routine")
