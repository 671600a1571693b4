"""Trouble with hands and walking over weeks is advice today; what no longer works is an emergency."""

from __future__ import annotations

import pytest

from tests.safety_pipeline.conftest import Level


@pytest.mark.parametrize(
    "text",
    [
        "I am a plasterer and keep dropping the trowel, the missus says I walk like I had a skinful. "
        "Wasn't like that at new year",
        "for a month now I'm clumsy, knocking cups over and my husband says I sway like a sailor",
        "I drop my keys all the time, stagger like a drunk and my hands feel gloved. It was not so at Christmas",
    ],
)
def test_over_weeks_is_urgent(level: Level, text: str) -> None:
    """However loud it sounds, no ambulance."""
    assert level(text) == "urgent"


@pytest.mark.parametrize(
    "text",
    [
        "clumsy and dropping things since Christmas and today I cannot stand up",
        "walking like a drunk for weeks and now I can't pee",
        "numb feet for a month, since this morning it is up to my waist and my legs give way",
    ],
)
def test_what_no_longer_works_is_an_emergency(level: Level, text: str) -> None:
    """Being old takes nothing from that."""
    assert level(text) == "emergency"
