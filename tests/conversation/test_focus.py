"""What leans on the thing that was spoken of, and what stands by itself."""

from __future__ import annotations

import pytest

from b12guide.conversation.focus import leans


@pytest.mark.parametrize(
    "text",
    [
        "what do they check after you start",
        "what do they give you in hospital",
        "do they monitor people for years at all",
    ],
)
def test_they_who_treat_are_nothing_that_was_spoken_of(text: str) -> None:
    """ "What do they check?" asks of the clinic, not of the dose that was asked about before it."""
    assert not leans(text, "dose")


@pytest.mark.parametrize("text", ["are they any good for older people", "do they work as fast for everybody"])
def test_they_are_the_tablets_that_were_spoken_of(text: str) -> None:
    """ "Are they any good?" asks of the thing in focus."""
    assert leans(text, "tablets")
