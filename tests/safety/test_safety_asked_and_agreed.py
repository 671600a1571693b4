"""A word that is only asked about leaves a sign that is there, and only a clinician who is for it ends a hold."""

from __future__ import annotations

import pytest

from b12guide.safety import LEVELS, Detector
from b12guide.shared import replies


@pytest.mark.parametrize(
    "text",
    [
        "doctor said it was not the injections that caused my rash",
        "she said it's not the b12, it is fine",
        "the gp says it is not an allergy to the jabs",
        "they said it was not anything to do with the injections",
        "Dr Shah is not happy for me to carry on",
        "if Dr Shah is happy for me to carry on I will",
        "is the doctor happy for me to carry on?",
        "my sister is happy for me to carry on",
        "the consultant would be happy for me to go on if the test is clear",
        "the nurse is happy for me to have them but the doctor said stop",
    ],
)
def test_what_it_was_not_is_no_leave_to_go_on(text: str) -> None:
    """The cause that a clinician names says nothing of the next injection."""
    assert not replies().clinic_agreed(text)


@pytest.mark.parametrize(
    "text",
    [
        "saw Dr Shah, she says it was not the B12 and she is happy for me to carry on",
        "the consultant is fine for me to have them again",
        "my gp says it was not the jab, he's okay for me to go on with them",
    ],
)
def test_a_clinician_who_is_for_it_has_agreed(text: str) -> None:
    """Whatever they said it was not."""
    assert replies().clinic_agreed(text)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("I think she is having anaphylaxis, I am asking what the signs are", "emergency"),
        ("he has sepsis, what are the signs, there was a poster", "emergency"),
        ("this is anaphylaxis, there was a leaflet on anaphylaxis", "emergency"),
        ("my heart is racing now, I am asking before I start", "urgent"),
        ("my heart keeps skipping beats, asking ahead of the jab", "urgent"),
    ],
)
def test_what_is_there_is_heard_beside_a_question_about_the_word(detector: Detector, text: str, level: str) -> None:
    """Asking what its signs are takes nothing from somebody who has it."""
    assert LEVELS.index(detector.triage(text).level) >= LEVELS.index(level)


@pytest.mark.parametrize(
    "text",
    [
        "we bought two of everything since prices went up",
        "I keep two of everything in the box all the time",
        "pack two of everything for today",
        "we had a first aid talk on anaphylaxis, what are its signs",
        "do people get a racing heart from it, only asking ahead",
    ],
)
def test_what_is_bought_or_asked_ahead_is_none(detector: Detector, text: str) -> None:
    """Two of a thing, a talk, and what may come."""
    assert detector.triage(text).level in ("none", "routine")
