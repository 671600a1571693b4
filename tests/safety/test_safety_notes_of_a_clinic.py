"""A note that a clinic wrote, or that goes to one, is no farewell; one that somebody leaves is."""

from __future__ import annotations

import pytest

from b12guide.shared import triage


@pytest.mark.parametrize(
    "text",
    [
        "the nurse wrote a note about my iron",
        "my gp has written me a letter about the level",
        "I wrote a letter to my doctor",
    ],
)
def test_the_note_of_a_clinic_is_no_sign(text: str) -> None:
    """It is about what stands in it."""
    assert triage(text).level in ("none", "routine")


@pytest.mark.parametrize(
    "text", ["I wrote a note for my family, goodbye", "I've written the letters to my kids, it ends tonight"]
)
def test_a_farewell_is_one(text: str) -> None:
    """It stays an emergency."""
    assert triage(text).level == "emergency"
