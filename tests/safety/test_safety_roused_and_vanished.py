"""Somebody who sinks back, half a view that vanished, doses of others and of animals, what is no longer read."""

from __future__ import annotations

import pytest

from b12guide.shared import triage
from b12guide.understanding.verdict import LEVELS


@pytest.mark.parametrize(
    "text",
    [
        "we can rouse Mrs Bell for a moment then she's off again, she was chatting at lunch",
        "he opens his eyes and then drifts under again",
        "I'm bolt upright in the chair fighting to get any air in",
        "the left half of the telly vanished on me at noon",
        "sat in the van wheezing since my jab",
        "thinking of checking out early, for good",
        "my ticker is playing jazz with an ache in the chest",
        "just threw up a bowl of red, and I had no beetroot",
        "what she brought up looked like wet earth",
        "potassium, they said 2.2 on the phone",
        "I see fresh razor cuts on both his arms",
        "cannot finish a sentence without stopping to gasp for air, and I am only sitting",
        "the part I sit on the saddle with is dead",
        "lost a fight with the cupboard door this morning and been sick twice since",
        "the man I care for has stopped knowing his own street since noon",
        "Is a headache in the leaflet? Mine hit like a sledgehammer this morning and is still there",
    ],
)
def test_is_an_emergency(text: str) -> None:
    """Each is an emergency."""
    assert triage(text).level == "emergency"


@pytest.mark.parametrize(
    "text",
    [
        "they called Mr Adeyemi, I went in, and got his injection",
        "the vial I used was from the dog's box at the vet's",
        "I miscounted and did two in one go last night",
        "I gave myself the monthly one at noon and my wife had already given it yesterday",
        "both I and the carer gave dad his jab today, neither knew of the other",
        "she sniffs laughing gas and her hands feel as if she wore gloves",
        "he does whippets and says he has pins and needles in his toes",
        "nos every weekend, fingers full of static",
        "size 18 to size 12 in five months, eating the same",
        "a red streak running from where the needle went in, no fever",
        "she can't make out number plates any more, this month",
        "I'm yellow as a banana and my skin is still so today",
        "down five weeks now, no joy in anything, teary, not suicidal",
    ],
)
def test_is_urgent_at_least(text: str) -> None:
    """Each is urgent at least."""
    assert LEVELS.index(triage(text).level) >= LEVELS.index("urgent")


@pytest.mark.parametrize(
    "text",
    [
        "they called me, I went in and got my injection",
        "the vial I injected was cold",
        "does the vet give cats b12",
        "my wife has already done it for you",
        "the nurse has already given me the leaflet",
        "I woke for a second then gone again, lovely sleep",
        "half of the screen is an advert",
        "the old van coughs and wheezes all the way to my b12",
        "drowning in courgettes here, send help or recipes",
        "we only pretended to collapse in the play",
        "the hall is yellow as custard",
        "the number plate is dirty and I can't read it",
        "the lights are low two weeks now",
    ],
)
def test_is_no_sign(text: str) -> None:
    """Nothing of the kind is told."""
    assert triage(text).level in ("none", "routine")
