"""Signs of the last hours in the words of home, and what only sounds like them."""

from __future__ import annotations

import pytest

from b12guide.shared import triage
from b12guide.understanding.verdict import LEVELS


@pytest.mark.parametrize(
    "text",
    [
        "ma lips are swelt up since the nurse jagged me",
        "cannae swallow ma own spit",
        "me grandad's lost the plot since breakfast, on about trams in the loft",
        "just chundered a bucket, it's all bright red",
        "we clashed heads in the match and he was jerking on the grass",
        "fell off the ladder, bashed his head, then fitted",
        "dad's cheek slid down on one side an hour back, right again now",
        "had my jab, walked to the gate and the next thing a neighbour was kneeling over me",
        "my privates have gone as if the dentist had been there",
        "in my chair doing nothing I'm panting",
        "the jab site is infected and the skin of my legs looks like marble",
    ],
)
def test_is_an_emergency(text: str) -> None:
    """Each is an emergency."""
    assert triage(text).level == "emergency"


@pytest.mark.parametrize(
    "text",
    [
        "had my injection at the clinic and then did the home one that same evening, forgot",
        "nine kilos gone since autumn with no effort at all",
        "there are small soldiers in my kitchen most evenings, I know they're not there",
    ],
)
def test_is_urgent_at_least(text: str) -> None:
    """Each is urgent at least."""
    assert LEVELS.index(triage(text).level) >= LEVELS.index("urgent")


@pytest.mark.parametrize(
    "text",
    [
        "I lost the plot of this film, right as rain otherwise",
        "lost my mind with joy this morning",
        "lost two stone since spring on slimming world",
        "the next thing she was leaning over me to find the vein",
        "the mask slid down on one side",
        "clashed heads with my boss over the rota",
        "I know they're not real vitamins",
        "the bathroom marble looks like skin",
    ],
)
def test_is_no_sign(text: str) -> None:
    """Nothing of the kind is told."""
    assert triage(text).level in ("none", "routine")
