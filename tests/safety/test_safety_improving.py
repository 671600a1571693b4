"""What is told as getting better is no alarm, wherever in the sign it is said; what gets worse beside it is one."""

from __future__ import annotations

import pytest

from b12guide.shared import triage


@pytest.mark.parametrize(
    "text",
    [
        "the tingling is improving since treatment started, how long will the rest take",
        "my fingers used to go numb at night, hardly at all these days",
        "numbness in my feet is less but not gone yet, is that how it goes",
        "the burning in my soles is settling, how much longer",
        "pins and needles in my hands are milder these weeks",
        "his walking is a wee bit steadier this month",
        "my balance feels firmer than it was",
        "her legs are surer on the stairs",
        "the numbness in my toes is nearly gone since I started, does it take long",
        "the numbness in my hands is almost gone since the first jab",
        "numbness in both feet is practically gone since spring",
        "the numbness in my thumb is far less since august",
    ],
)
def test_getting_better_is_no_alarm(text: str) -> None:
    """Said between the words of the sign, or behind it."""
    assert triage(text).level in ("none", "routine")


@pytest.mark.parametrize(
    "text",
    [
        "the numbness is easing in my toes but creeping up my legs",
        "my feet used to tingle and now i cannot feel them",
        "the tingling is less in my hands but it started in my feet",
        "numbness is weaker but my legs are weak",
        "walking is steadier but my balance is worse",
        "his balance is surer, now his hands are numb",
        "the numbness in my fingers is nearly gone since I started, but my feet are worse",
        "my toes are nearly all gone numb since the jab",
    ],
)
def test_what_gets_worse_beside_it_is_one(text: str) -> None:
    """Part of it goes, and another part comes."""
    assert triage(text).level == "urgent"


@pytest.mark.parametrize(
    ("text", "calm"),
    [
        ("can i learn to do her injections here, it would spare us the trips", True),
        ("a little bruise where the nurse stuck the needle in", True),
        ("she trips over her own feet since last week", False),
        ("i stuck myself with the old needle", False),
    ],
)
def test_trips_to_the_clinic_and_the_place_of_the_needle(text: str, calm: bool) -> None:
    """They are neither a stumble nor a wound."""
    assert (triage(text).level in ("none", "routine")) == calm
