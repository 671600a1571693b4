"""What is asked of the page that was just shown."""

from __future__ import annotations

import pytest

from b12guide.diary.page_words import asks_who_gets


@pytest.mark.parametrize(
    "text",
    [
        "does she get this?",
        "Will my nurse see it",
        "ok, do you send that to the clinic?",
        "has the doctor got it now",
        "can you forward it to my gp",
    ],
)
def test_whether_it_reaches_somebody(text: str) -> None:
    """By itself, or sent from here."""
    assert asks_who_gets(text)


@pytest.mark.parametrize(
    "text",
    [
        "will it get better?",
        "can you send me a reminder",
        "do you see why I am tired",
        "did they get my blood results",
        "is it safe",
    ],
)
def test_what_asks_something_else(text: str) -> None:
    """Of the illness, of a reminder, of results."""
    assert not asks_who_gets(text)
