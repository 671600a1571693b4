"""Words of a sign that are said of dates: one falls on a day, a trip to the clinic, a wrong date."""

from __future__ import annotations

import pytest

from b12guide.shared import triage


@pytest.mark.parametrize(
    "text",
    [
        "next one falls on what day",
        "I'm on a cruise when that one falls",
        "which morning am I getting stuck with the needle next",
        "when do I get topped up again",
        "how many doses am I down and how many up",
        "dreading the weekly trips in, when do the monthly ones begin",
        "I gave you the wrong date before, it was the 20th",
        "wait I got it muddled the last one was the Monday",
        "wont be here then",
        "how quick does it wear off, is the yellow skin only in severe cases",
        "does everyone with it get confused or is it only if you leave it",
        "the tingling in my hands is going off nicely",
        "tummy rumbling since lunch",
        "my gran had that, she was always as white as a sheet",
        "numbness in both feet. It has receded from the calf to the toes, slowly. How long does that go on?",
    ],
)
def test_it_is_none(text: str) -> None:
    """No sign is there."""
    assert triage(text).level in ("none", "routine")


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("I keep falling, one falls after another", "urgent"),
        ("she trips in the hall every day now", "urgent"),
        ("nurse gave me the wrong dose", "urgent"),
        ("he got muddled, did not know us", "emergency"),
        ("won't be here tomorrow, bye everyone", "emergency"),
        ("I am down and hopeless", "urgent"),
        ("she is as white as a sheet", "urgent"),
        ("numbness in both feet since monday. It has gone up from the toes to the calf", "urgent"),
        ("had a jab at the clinic monday then the nurse gave me another tuesday, nobody checked", "urgent"),
    ],
)
def test_it_is_one(text: str, level: str) -> None:
    """The same words of somebody who falls, is muddled, or was given something wrong."""
    assert triage(text).level == level
