"""Who does not mean to live, in few words; a vice across the ribs; a heart that raced just before a faint."""

from __future__ import annotations

import pytest

from b12guide.shared import triage


@pytest.mark.parametrize(
    "text",
    [
        "no point booking the next jab, I don't plan on being here for it",
        "cancel the spring one, I'm not planning to be around by then",
        "there is a clamp round my ribs and I feel sick",
        "I fainted at the till, my heart was racing just before",
    ],
)
def test_is_an_emergency(text: str) -> None:
    """Each is an emergency."""
    assert triage(text).level == "emergency"


@pytest.mark.parametrize(
    "text",
    [
        "I don't plan on being around for it, we are in Portugal that week",
        "I do not plan to be around for it, I am on a cruise. can I move it?",
        "my belt is tight round my ribs since I put on weight",
    ],
)
def test_is_none(text: str) -> None:
    """Who is elsewhere that day, and a belt, are no sign."""
    assert triage(text).level in (None, "none", "routine")
