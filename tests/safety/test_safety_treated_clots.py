"""A clot that is treated is history; one that may be there, or is not treated, is a sign."""

from __future__ import annotations

import pytest

from b12guide.safety import LEVELS, Detector

TREATED = [
    "It was a clot on the lung and the ward put me on apixaban. Is a jab in the arm all right?",
    "I had a DVT in spring, they started me on rivaroxaban",
    "there was a clot in my calf, now on edoxaban, does the nurse need to know",
    "had a pulmonary embolism two weeks ago, home on warfarin. when is my next one?",
    "I take Xarelto for that clot in my leg. Where do they inject?",
    "The blood clot has been treated",
]
NOT_TREATED = [
    ("I think there is a clot in my leg, I am on warfarin", "urgent"),
    ("I was put on apixaban for a DVT but I have not taken the apixaban for a week", "urgent"),
    ("They say it is a clot in the leg, it has not been treated yet", "urgent"),
    ("worried it is another clot in my calf, started on rivaroxaban in June", "urgent"),
    ("the clot in my lung is back, they had put me on warfarin", "emergency"),
    ("I was put on Eliquis for a DVT and now I cannot get my breath", "emergency"),
    ("started on warfarin for a blood clot and today I have chest pain", "emergency"),
    ("on Xarelto since my DVT, and the other calf is swollen and hot", "urgent"),
    ("a clot on my lung, nobody has given me anything", "emergency"),
    ("the scan shows a blood clot in the leg", "urgent"),
]


@pytest.mark.parametrize("text", TREATED)
def test_a_treated_clot_is_no_sign(detector: Detector, text: str) -> None:
    """Who was put on a blood thinner for it is in somebody's care, and asks something else."""
    assert detector.triage(text).level in ("none", "routine")


@pytest.mark.parametrize(("text", "level"), NOT_TREATED)
def test_a_clot_that_may_be_there_is_one(detector: Detector, text: str, level: str) -> None:
    """A doubt, a stop of the tablets, a second one or a sign beside it takes nothing from it."""
    assert LEVELS.index(detector.triage(text).level) >= LEVELS.index(level)
