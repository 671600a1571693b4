"""An injection too many by mistake is for advice today; one that was planned, or a rhythm of two, is none."""

from __future__ import annotations

import pytest

from b12guide.safety import Detector

BY_MISTAKE = [
    "the nurse gave me another one by mistake",
    "I injected twice today",
    "they gave me two jabs by accident on the same day",
    "had my b12 yesterday and again today by mistake",
    "I forgot I had already done it and injected again",
    "I did a second injection this morning, forgot I did one last night",
    "accidentally had two shots this week",
    "the nurse gave me two within the week by mistake",
    "I had two the same day",
    "the locum gave me a second jab, he did not know I had mine on Friday",
    "they gave her another one, she didn't realise",
    "by accident I had another injection this morning",
]
UNCLEAR = ["I had an extra one", "the nurse gave me an extra injection"]
MEANT_SO = [
    "I have a planned extra injection next week",
    "my doctor gave me an extra injection on purpose",
    "can I have an extra injection",
    "am I allowed an extra one when I am tired",
    "my GP ordered two injections a week",
    "I inject twice a week",
    "I've had two injections so far",
    "I had my b12 and the flu jab, both the same day",
    "I had another one today",
    "my loading doses are every other day, had another one today",
]


@pytest.mark.parametrize("text", [*BY_MISTAKE, *UNCLEAR])
def test_an_injection_too_many_has_the_card_of_a_dose(detector: Detector, text: str) -> None:
    """Row B11, with whom to ask about a dose; where it is unclear too."""
    found = detector.triage(text)
    assert (found.level, "dose" in found.cards) == ("urgent", True)


@pytest.mark.parametrize("text", MEANT_SO)
def test_what_was_meant_so_is_no_alarm(detector: Detector, text: str) -> None:
    """Planned, asked about, or how often it is."""
    assert detector.triage(text).level in ("none", "routine")
