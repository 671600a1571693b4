"""A joke about one's own name is no sign; a name that was forgotten is one."""

from __future__ import annotations

import pytest

from b12guide.safety import Detector


@pytest.mark.parametrize(
    "text",
    [
        "Right, I'll phone them on the 9th before I forget my own name",
        "I shall ring the surgery on Tuesday, before I forget my own name!",
        "I'll book it tomorrow before I forget my own name. thanks",
        "I will call in the morning before I forget my own head",
    ],
)
def test_what_is_done_before_one_forgets_ones_own_name_is_a_joke(detector: Detector, text: str) -> None:
    """Of one who is about to ring, and says no word more."""
    assert detector.triage(text).level == "none"


@pytest.mark.parametrize(
    "text",
    [
        "I forgot my own name this morning",
        "I forget my own name",
        "I keep forgetting my own name",
        "I rang them before I forgot my own name",
        "I'll ring before I forget my own name again",
        "I'll ring before I forget my own name, it happened twice today",
        "I forget my own name. I'll ring before I forget my own name",
        "I write it down before I forget my own name",
        "help me before I forget my own name completely",
        "I can't remember my own name, I'll ring before I forget my own name",
    ],
)
def test_a_name_that_was_forgotten_is_a_sign(detector: Detector, text: str) -> None:
    """Whatever is said beside it."""
    assert detector.triage(text).level in ("urgent", "emergency")
