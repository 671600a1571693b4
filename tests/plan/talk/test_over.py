"""An injection that is told as over was had; one that is asked about, or a whole course, was not."""

from __future__ import annotations

import pytest

from b12guide.plan.talk.over import had_told


@pytest.mark.parametrize(
    ("text", "had"),
    [
        ("today second injection is over", "today had my second injection"),
        ("my jab is done, feeling fine", "had my jab, feeling fine"),
        ("hello sir. third injection completed today", "hello sir. had my third injection today"),
        ("the b12 is finished now", "had my b12 now"),
    ],
)
def test_what_is_over_was_had(text: str, had: str) -> None:
    """With the number that it is said to be."""
    assert had_told(text) == had


@pytest.mark.parametrize(
    "text",
    [
        "is my injection over",
        "once the injection is done I go home",
        "injection done today?",
        "all my injections are over",
        "my last loading injection is over",
        "the injection is over the shoulder",
    ],
)
def test_what_is_asked_or_of_a_course_stays(text: str) -> None:
    """A question, a condition, a whole course and another sense of the word."""
    assert had_told(text) == text
