"""Legs that lose all power, a blade on the skin, tablets over a day, who is taken for others."""

from __future__ import annotations

import pytest

from b12guide.shared import triage
from b12guide.understanding.verdict import LEVELS


@pytest.mark.parametrize(
    "text",
    [
        "would two weeks' worth of my sertraline finish me off",
        "do all these tablets finish somebody off, or would I only be sick? I have them here",
        "hardly any feeling around the vagina and the inside of both thighs since Sunday",
        "she has new razor cuts on her arms and says it makes her feel something",
        "fresh blade marks on my son's thigh, he did them himself",
        "I nicked my arm with a razor a couple of times, it calms me",
        "the spot where I injected is still running after an hour of pressing and half a roll of tissue",
        "had about 24 paracetamol over the day, I miscounted, and I feel sick",
        "since lunch my wife has been calling me by her dead brother's name and thinks we are in Spain",
        "since noon he believes that we are in Egypt, at breakfast he was himself",
        "they taught us seizure first aid and now my son is having one",
        "I learnt choking first aid and now he is choking",
        "he had chocolate and has collapsed in a heap",
        "she ate ice cream and collapsed in a heap on the floor",
    ],
)
def test_is_an_emergency(text: str) -> None:
    """Each is an emergency."""
    assert triage(text).level == "emergency"


@pytest.mark.parametrize(
    "text",
    [
        "as low as low can be for two weeks, I cry at the adverts, no thought of harming myself",
        "butterflies round my heart since I started the jabs on Monday, no pain",
        "my granson got in my b12 pills, he is 2",
        "not me its the baby, he ate them",
        "one calf is tight and 3 cm bigger than the other, no bother otherwise",
    ],
)
def test_is_urgent(text: str) -> None:
    """Each is urgent at least."""
    assert LEVELS.index(triage(text).level) >= LEVELS.index("urgent")


@pytest.mark.parametrize(
    "text",
    [
        "the dishwasher had a fit and flooded the hall",
        "these tablets do me in every morning",
        "nobody gave me a wrong dose",
        "the metformin tablets finish me off, I sleep all afternoon",
        "he believes they are in France since this morning, on the ferry",
        "my son thinks that they are in school today",
        "he thinks we are in Spain today, the sun is so hot here",
        "I called the doctor 'dad' and wished the ground would swallow me",
        "it is so hot that my ice cream has collapsed into a puddle",
        "one more flight of stairs would finish me off, ha, I need a lift",
        "nicked my leg shaving twice this week, it does not bleed",
        "fresh marks on the table from my son's toy razor",
        "the tap is still running after an hour, the plumber is here",
        "he believes that we are in for snow",
        "butterflies in my tummy before the jab",
        "had about two paracetamol over the day for my back",
    ],
)
def test_is_none(text: str) -> None:
    """Words that look alike and tell of no sign."""
    assert triage(text).level in ("none", "routine")
