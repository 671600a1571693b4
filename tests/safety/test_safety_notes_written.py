"""A note of the diary that was written wrong is no farewell, and a farewell is; what confuses may be a thing."""

from __future__ import annotations

import pytest

from b12guide.safety import Detector
from b12guide.shared import replies

NOTES = [
    "I wrote the note wrong",
    "oh no I've written that note down wrong, it was 4 not 2",
    "wrote the wrong note, sorry",
    "I wrote that note twice by mistake",
    "I wrote a note for the doctor about my tiredness",
]
FAREWELLS = [
    "I have written the note",
    "I wrote a note to my family and goodbye",
    "I've left the note on the kitchen table",
    "I wrote a note wrong to my kids",
    "I wrote the note wrong, I don't want to live",
]
MEANT = [
    "not that kind of confused, I'm fine",
    "not confused in that way",
    "I only meant I was confused about the emails",
]
NOT_MEANT = [
    "not that kind of confused but my wife says I get lost",
    "not that sort of confused, worse",
    "I am confused",
]


@pytest.mark.parametrize("text", NOTES)
def test_a_note_of_the_diary_is_no_farewell(detector: Detector, text: str) -> None:
    """It was written wrong, twice or for the clinic."""
    assert detector.triage(text).level == "none"


@pytest.mark.parametrize("text", FAREWELLS)
def test_a_farewell_is_heard(detector: Detector, text: str) -> None:
    """Whatever else is said of the note."""
    assert detector.triage(text).level == "emergency"


@pytest.mark.parametrize("text", MEANT)
def test_what_was_meant_is_no_sign(text: str) -> None:
    """A thing confused, not the mind."""
    assert replies().meant_otherwise(text) is not None


@pytest.mark.parametrize("text", NOT_MEANT)
def test_what_is_there_after_all_stays(text: str) -> None:
    """What others see, or what is worse, ends no warning."""
    assert replies().meant_otherwise(text) is None


@pytest.mark.parametrize(
    ("text", "told"), [("I got advice", True), ("I got no advice", False), ("I got advice from my sister", False)]
)
def test_advice_in_few_words(text: str, told: bool) -> None:
    """From whom it is not said, or it is from nobody who knows."""
    assert replies().clinician_advised(text) is told
