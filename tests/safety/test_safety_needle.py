"""A needle in the wrong person or place is advice today; where an injection goes is only asked."""

from __future__ import annotations

import pytest

from b12guide.safety import Detector


@pytest.mark.parametrize(
    "text", ["the old needle went in my finger", "dirty needle in his hand", "needle stuck in my thumb"]
)
def test_a_needle_that_hurt_somebody_has_its_card(detector: Detector, text: str) -> None:
    """Row B11."""
    found = detector.triage(text)
    assert (found.level, "needle" in found.cards) == ("urgent", True)


@pytest.mark.parametrize("text", ["does the needle go in the arm or the leg", "is it one needle in each arm"])
def test_where_an_injection_goes_is_no_alarm(detector: Detector, text: str) -> None:
    """Arm and leg are where it belongs."""
    assert detector.triage(text).level in ("none", "routine")


@pytest.mark.parametrize(
    "text",
    [
        "each time I go near the syringe my hand shakes and I give up",
        "my hands shake so badly when I hold the needle that I cannot do it",
    ],
)
def test_a_hand_that_shakes_at_the_needle_is_no_sign(detector: Detector, text: str) -> None:
    """Who shakes at the thought of the needle is nervous."""
    assert detector.triage(text).level == "none"


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("my hands have been shaking since yesterday, each time I pick up the needle too", "urgent"),
        ("my hand shakes and goes numb when I hold the needle", "urgent"),
        ("shaking badly and burning up since I picked up the needle", "emergency"),
    ],
)
def test_a_hand_that_shakes_for_more_keeps_its_level(detector: Detector, text: str, level: str) -> None:
    """Shaking that is new, or has company, is no nervousness."""
    assert detector.triage(text).level == level
