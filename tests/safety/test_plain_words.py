"""Words of a sign that are said of dates, and signs that are told in plain words."""

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
        "ok called, im down for monday the 13th",
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
        ("im down for days on end", "urgent"),
        ("she is as white as a sheet", "urgent"),
        ("numbness in both feet since monday. It has gone up from the toes to the calf", "urgent"),
        ("had a jab at the clinic monday then the nurse gave me another tuesday, nobody checked", "urgent"),
    ],
)
def test_it_is_one(text: str, level: str) -> None:
    """The same words of somebody who falls, is muddled, or was given something wrong."""
    assert triage(text).level == level


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Lips tingling. Just had it.", "emergency"),
        ("arm infected, skin has gone marbled", "emergency"),
        ("never had a head like this, it came on in an instant", "emergency"),
        ("sat in the shed with the shotgun most nights wondering who would miss me", "emergency"),
        ("I pray each night that the Lord takes me", "emergency"),
        ("how many pregabalin to finish off a person", "emergency"),
        ("clean forgot I had it at the clinic yesterday, that is two in two days", "urgent"),
        ("whoops, husband took my dose", "urgent"),
        ("like road tar in the pan since sunday", "urgent"),
        ("three mouthfuls and I'm full, for weeks now", "urgent"),
        ("it is weeping and it smells where the needle went", "urgent"),
        ("mother forgets everything, it is getting worse every week", "urgent"),
        ("the nurse rang, my jab was meant for another Mrs Smith", "urgent"),
        ("just had it, when is the next", "none"),
        ("how many doses to finish off the course", "none"),
        ("sat in the barn cleaning the shotgun for the season", "none"),
        ("we pray god takes care of us", "none"),
    ],
)
def test_signs_in_plain_words(text: str, level: str) -> None:
    """What people say of them with no word of an illness; the same words of something else are none."""
    assert triage(text).level == level
