"""A level that is low is no mood, and heavy shopping no heavy arm; our own questions raise no card for them."""

from __future__ import annotations

import pytest

from b12guide.shared import triage


@pytest.mark.parametrize(
    "text",
    [
        "Is there a quiz to see if I am low?",
        "I am low from metformin. Do I need injections?",
        "how do I tell whether he is low",
        "Can I lift heavy things with that arm?",
        "may I carry heavy shopping after it",
    ],
)
def test_a_low_level_is_no_mood(text: str) -> None:
    """Nothing is told of a mood or a limb."""
    assert triage(text).level in ("none", "routine")


@pytest.mark.parametrize(
    "text",
    ["I am so low since the jabs were delayed", "I am low and cannot get out of bed for days",
     "my arm is heavy and weak since yesterday", "I can't lift my arm, it is heavy"],
)  # fmt: skip
def test_a_low_mood_and_a_weak_arm_are_signs(text: str) -> None:
    """They keep their card."""
    assert triage(text).level in ("urgent", "emergency")
