"""Any text at all: an answer, never an error, and one that does not depend on what came before."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from b12guide.safety import Cards, Detector
from tests.thorough import examples

LEVELS = {"none", "routine", "urgent", "emergency"}
SETTINGS = settings(max_examples=examples(150), deadline=None)
WORDS = st.lists(
    st.sampled_from(
        [
            "no",
            "not",
            "my",
            "chest",
            "pain",
            "if",
            "i",
            "had",
            "a",
            "stroke",
            "in",
            "2015",
            ",",
            ".",
            "?",
            "but",
            "can't",
            "breathe",
            "is",
            "numb",
            "legs",
            "gone",
            "what",
        ]
    ),
    max_size=40,
).map(" ".join)


@SETTINGS
@given(st.one_of(st.text(max_size=400), WORDS))
@example("❶ my throat is closing, ⑳ times, ² and ១")
def test_any_text_is_answered(detector: Detector, text: str) -> None:
    """Any text gets a level and signs whose words stand in it, and prints as JSON."""
    triage = detector.triage(text)
    assert triage.level in LEVELS
    assert json.loads(json.dumps(triage.to_json())) == triage.to_json()
    assert (triage.level == "none") is (not any(sign.status == "present" for sign in triage.signs))


@SETTINGS
@given(st.text(max_size=200))
def test_an_emergency_after_any_text_is_found(detector: Detector, text: str) -> None:
    """Whatever a person wrote before it, an emergency in a sentence of its own is found."""
    assert detector.triage(f"{text}\n. My throat is closing up and I can't breathe").level == "emergency"


@SETTINGS
@given(st.text(max_size=200), st.text(max_size=200))
def test_the_detector_remembers_nothing(detector: Detector, first: str, second: str) -> None:
    """A message is read alike before and after another one."""
    before = detector.triage(first)
    detector.triage(second)
    assert detector.triage(first) == before


@SETTINGS
@given(st.one_of(st.none(), st.text(max_size=5)))
def test_any_country_gets_a_number(cards: Cards, country: str | None) -> None:
    """Whatever stands for the country, the card names a number to call, or says where there is none to name."""
    card = cards.emergency_card("general", country=country)
    assert ("your local emergency number" if card.calls else "your local ambulance number") in card.text


def test_long_texts_are_read_to_their_end(detector: Detector) -> None:
    """An emergency at the end of 100 kB is found."""
    for filler in ("a" * 100_000, "no chest pain, " * 7_000, "?" * 100_000, "chest " * 16_000):
        assert detector.triage(filler + "\n. i can't breathe").level == "emergency"


@pytest.mark.parametrize("text", ["n't", "N'T", "could n't breathe", "i'ts", "'t", "a'b'c"])
def test_torn_contractions_are_read(detector: Detector, text: str) -> None:
    """A contraction that was torn apart by a phone keyboard is text like any other."""
    assert detector.triage(f"{text} and chest pain").level == "emergency"
