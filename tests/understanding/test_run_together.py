"""Where a sentence begins in a message without stops."""

from __future__ import annotations

import pytest

from b12guide.understanding.run_together import with_stops


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            "do i need a prescription for b12 injections my lips have swollen up",
            ["do i need a prescription for b12 injections", "my lips have swollen up"],
        ),
        (
            "when was it that they changed the dose he cannot lift his arm since breakfast",
            ["when was it that they changed the dose", "he cannot lift his arm since breakfast"],
        ),
        (
            "can i have it earlier than today tongue feels thick and speech is funny",
            ["can i have it earlier than today", "tongue feels thick and speech is funny"],
        ),
        (
            "thanks for the date of my injection i've gone numb between my legs",
            ["thanks for the date of my injection", "i've gone numb between my legs"],
        ),
    ],
)
def test_who_begins_to_tell_begins_a_sentence(text: str, sentences: list[str]) -> None:
    """Behind a word that ends what was asked."""
    assert with_stops(text) == sentences


@pytest.mark.parametrize(
    "text",
    [
        "",
        "i had my jab today i am glad",
        "as a boy i had a rash from washing powder and that was all it was",
        "at the club i am called the queen of needles by everybody there",
        "what if after the injection my throat swells up like it did for her",
        "I jabbed my b12 today but yesterday I had one too by mistake",
        "can you tell me how many of the tablets I take would be too many",
        "is it true that the last time i had one it was too early",
        "do people think i can stop when i feel well for a whole year",
        "I was fine. Then the nurse came and my arm went red and hot all over.",
        "What do they do? I have had mine and my husband has had his as well",
    ],
)
def test_one_sentence_stays_one(text: str) -> None:
    """Nothing is cut in a short message, in one with stops, or behind what binds."""
    assert with_stops(text) == []


def test_nothing_is_lost() -> None:
    """The sentences are the words of the message, in their order."""
    text = "  is it weekly for the injections i feel sick today my hands are numb please  i can not walk or stand up  "
    assert " ".join(with_stops(text)).split() == text.split()
