"""Sight that has been poor for years, or is why print shall be large, is no change of sight; a change always is."""

from __future__ import annotations

import itertools

import pytest

from b12guide.shared import triage

CHANGES = (
    "my vision is blurred",
    "I see double",
    "my eyesight is getting worse",
    "my sight has got bad",
    "my eye hurts when I move it",
    "I have flashes in one eye",
    "everything is blurry",
    "my sight has been going",
    "my eyesight is failing",
    "there are floaters in my eye",
)
CALMING = (
    "my sight has been poor for many years, nothing new, my eye doctor knows",
    "print it large please, my eyesight is bad",
    "it has been like that for ten years",
    "my eyes have always been bad",
    "large print as my sight is poor, for decades",
)


@pytest.mark.parametrize(
    "text",
    [
        "Could you do it in big letters, my sight is poor",
        "I need large print because my eyesight is bad",
        "my sight is poor so please print it larger",
        "my eyesight has been poor for over thirty years and the eye clinic knows",
        "I have always had poor sight",
        "My sight has been bad since childhood. When is my next one?",
        "all the dates in large print please as my sight is so poor",
    ],
)
def test_poor_sight_that_is_no_change(text: str) -> None:
    """A state that is known, or the reason for large print, is no sign by the rules."""
    assert triage(text).level not in ("urgent", "emergency")


@pytest.mark.parametrize(
    "text",
    [
        "my sight is poor",
        "my eyesight is bad today",
        "my sight has been poor for a few weeks",
        "my sight has suddenly become poor, print it large please",
        "print it large, my sight is poor since yesterday",
        "my sight has been poor for years but it is worse now",
        "my eyesight has been bad for years and lately it is bad in the middle too",
    ],
)
def test_poor_sight_that_may_be_new(text: str) -> None:
    """Told without how long, or with a word of change, it counts as before."""
    assert triage(text).level in ("urgent", "emergency")


@pytest.mark.parametrize(("change", "calm", "first"), itertools.product(CHANGES, CALMING, (True, False)))
def test_no_such_words_lower_a_change_of_sight(change: str, calm: str, first: bool) -> None:
    """Whatever stands beside it, in either order."""
    text = f"{change}. {calm}" if first else f"{calm}. But {change}"
    assert triage(text).level in ("urgent", "emergency")
