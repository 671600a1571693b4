"""A date that belongs to an injection, its end, a test or another statement says nothing of when a sign was there."""

from __future__ import annotations

from itertools import product

import pytest

from b12guide.safety import Detector

SIGNS = [
    "my feet tingle", "both legs are getting weaker", "I can't feel my toes", "so breathless on the stairs",
    "her eyesight is getting weaker", "I keep losing my balance", "numb hands", "crushing chest pain",
]  # fmt: skip
TAILS = [
    ", last jab in May", ", had my last injection in March", ". last B12 shot was 7 months ago",
    ", my injections were stopped in June",
    ", the doctor stopped my jabs in April", " since the clinic stopped my injections",
    ", they last gave me B12 in February",
    ", my b12 was 120 in May", ", finished my jabs in August", " since I stopped B12",
]  # fmt: skip
BESIDE = [
    "diagnosed in March", "booked for bloods in June", "had covid in May", "the GP last saw me in June",
    "ran out in July",
    "next one in May", "jab 2 weeks ago", "missed it last month", "loading finished last month", "had a bypass in 2010",
    "first injection 3 weeks ago", "cancelled in April", "fell off a bike in 2018", "moved house in May",
]  # fmt: skip
NOW = [
    "my throat is swelling", "crushing chest pain", "I want to die", "so breathless on the stairs", "blurred vision",
    "my face is drooping on one side",
]  # fmt: skip
# What stands beside a sign and lowers nothing, however it is joined.
HARMLESS = [
    "before my next dose", "I stopped drinking", "it eased for a while", "slightly better now", "I used to dance",
    "don't panic", "I never smoked", "no fever",
]  # fmt: skip
OVER = [
    "I am so weak before each injection",
    "back in 2019, chest pain and sweating, it was panic",
    "my legs were weak, had a fall in May",
    "chest pain, back in 2015",
    "I had numb feet after my last jab in May",
    "my hands were numb after my last injection 3 months ago, it went",
    "got hives after the jab in March",
    "I was dizzy at my last jab in June",
    "had chest pain in 2019, my b12 was fine",
    "numb feet back in 2015, last jab went well",
    "had pins and needles before my jabs started in May, all gone",
    "the tingling stopped when I started b12",
    "the tingling in her feet went as soon as she began the loading jabs",
    "the numbness went since I stopped drinking",
    "my hands tingled but it stopped after the jabs",
]


@pytest.mark.parametrize(("sign", "tail"), list(product(SIGNS, TAILS)))
def test_a_sign_stays_beside_the_date_of_an_injection(detector: Detector, sign: str, tail: str) -> None:
    """When the last one was, when they were stopped or what a test showed takes no sign into the past."""
    order = ["none", "routine", "urgent", "emergency"]
    alone, together = detector.triage(sign).level, detector.triage(sign + tail).level
    assert order.index(alone) >= order.index("urgent")
    assert order.index(together) >= order.index(alone), together


@pytest.mark.parametrize(("sign", "other"), list(product(NOW, BESIDE)))
def test_a_sign_of_now_stays_beside_what_was_then(detector: Detector, sign: str, other: str) -> None:
    """What is told in the present, before or behind another statement with an old date, is there now."""
    alone = detector.triage(sign).level
    assert alone in ("urgent", "emergency")
    assert [detector.triage(text).level for text in (f"{sign}, {other}", f"{other}, {sign}")] == [alone, alone]


@pytest.mark.parametrize(
    ("sign", "other"), list(product(["my throat is swelling", "my face is drooping on one side"], BESIDE))
)
def test_the_present_tense_needs_no_comma(detector: Detector, sign: str, other: str) -> None:
    """A sign whose own verb is in the present is there, also where nobody sets a comma."""
    assert [detector.triage(text).level for text in (f"{sign} {other}", f"{sign} and {other}")] == ["emergency"] * 2


@pytest.mark.parametrize(("sign", "other"), list(product(NOW, HARMLESS)))
def test_harmless_words_lower_nothing(detector: Detector, sign: str, other: str) -> None:
    """A habit, a while in which it was easier, a day to come: the sign keeps its level."""
    alone = detector.triage(sign).level
    assert [detector.triage(text).level for text in (f"{sign}, {other}", f"{sign}. {other}.")] == [alone, alone]


@pytest.mark.parametrize("text", OVER)
def test_what_is_over_is_over(detector: Detector, text: str) -> None:
    """A sign that went, or that is told of an injection of long ago, is no alarm."""
    assert detector.triage(text).level in ("none", "routine")
