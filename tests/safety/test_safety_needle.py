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
