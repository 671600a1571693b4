"""What was swallowed that is no drink, doses given once more, what was once and was never looked at, lows of weeks."""

from __future__ import annotations

import pytest

from b12guide.shared import triage
from b12guide.understanding.verdict import LEVELS


@pytest.mark.parametrize(
    "text",
    [
        "I swigged drain cleaner",
        "took a gulp of white spirit by mistake, throat is on fire",
        "drank from the wrong bottle, it was weedkiller",
        "had a mouthful of descaler thinking it was water",
        "took a swig of what I thought was lemonade and it was turps",
        "my uncle sipped oven cleaner out of a mug",
        "she got hold of a battery and swallowed it",
        "took a swig of lemonade from the shed, it tasted like turps and it was turps",
        "swallowed a week's worth of metformin in one go",
        "I had my whole week of heart pills all at once this morning",
        "lab says k is 2.2",
        "the flesh I sit on has gone like wood, both sides",
        "there is a rifle upstairs and it looks kinder every night",
        "had my jab half an hour ago and my windpipe is shrinking",
        "This morning though, a clamp pressed my chest in the shower, gone now",
    ],
)
def test_is_an_emergency(text: str) -> None:
    """Each is an emergency."""
    assert triage(text).level == "emergency"


@pytest.mark.parametrize(
    "text",
    [
        "the GP's nurse jabbed me Tuesday, then a second nurse gave it all over again on Friday",
        "I drew up two ampoules when the box said one and it all went in",
        "2 shots Monday, I'd forgotten the first",
        "my grandson, 3, got into my B12 tablets and he is playing happily",
        "my last jab gave me welts for two days, gone now",
        "a few drops of blood in the loo this morning, it stopped by itself",
        "the jab site is leaking yellow gunk, otherwise I feel grand",
        "been under a black cloud for weeks, no thoughts of harming myself",
        "flat as a pancake for weeks and nothing gives me pleasure, not suicidal",
        "these weeks I lose the thread of every conversation, it is not like me",
        "phone in the fridge twice this week and I no longer follow the plot of the soap",
        "he is convinced the neighbours are filming him, started last week, never was suspicious",
        "balloons every friday for a year, soles feel dull, no wobble",
        "I'm 20 weeks along and wiped out, my bloods said B12 is low",
        "I collapsed in March",
        "I collapsed at work in spring and nobody has looked into it",
        "my throat swelled up in May",
        "I took an overdose in January and nobody knows",
        "I took an overdose in January and never told my doctor",
        "my throat swelled up in May, I never saw a doctor",
        "my throat swelled in May and nobody checked it",
        "I collapsed last month, it was my heart racing",
        "I fainted last month while she was in hospital",
        "2 shots Monday, I forgot to log the first so I did it again",
    ],
)
def test_is_urgent_at_least(text: str) -> None:
    """Each is urgent at least."""
    assert LEVELS.index(triage(text).level) >= LEVELS.index("urgent")


@pytest.mark.parametrize(
    "text",
    [
        "my coffee this morning tasted like white spirit",
        "he drinks coffee as strong as paint stripper",
        "I take all my tablets at once in the morning",
        "the doctor said start all over again with the loading doses",
        "nurse said two jabs a week for three weeks",
        "the chair I sit on is wooden",
        "make sure they are following the plan for him",
        "the girl at the desk said my tablets are gone from stock",
        "there was blood in the tube this morning when they took it",
        "my dad collapsed in April and they found he was anaemic",
        "my husband collapsed in March, the hospital kept him a week",
        "I took an overdose in 2009",
        "my throat swelled up in May, the doctor gave me antibiotics",
        "our roof collapsed in March",
    ],
)
def test_is_no_sign(text: str) -> None:
    """Nothing of the kind is told."""
    assert triage(text).level in ("none", "routine")
