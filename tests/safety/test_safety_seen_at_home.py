"""Emergencies as they look from beside somebody, and what sounds like them."""

from __future__ import annotations

import pytest

from b12guide.safety import Detector

THERE = [
    ("A14", "dad's varicose vein burst, he has soaked dressing after dressing"),
    ("A14", "my ileostomy pouch filled with blood, changed it, filling again"),
    ("A2", "I pant like I ran a race and I'm only sitting in my chair"),
    ("A2", "she is breathing like a sprinter though she just lies in bed"),
    ("A7", "her legs lose strength every day, now I have to carry her to the toilet"),
    ("A8", "gran asks who switched the lamp off and it is broad daylight"),
    ("A11", "I get the rifle out at night and think of turning it on myself"),
    ("A11", "would the full box of dad's tablets be enough for somebody of my weight"),
    ("A11", "the river seems inviting these days"),
    ("A13", "never have I had a pain in the head like it, it came in a second"),
    ("A5", "the radio said a footballer collapsed, and my husband just collapsed too"),
    ("A1", "had the injection at 9.20, came out in welts at 9.40 and I vomited"),
    ("A1", "itchy palms minutes after the jab and I'm sure something awful is coming"),
]
URGENT = [
    ("B6", "her eyesight gets weaker by the week since she stopped B12"),
    ("B6", "my eyes are growing weaker"),
    ("B8", "the baby stood and said dada and has quit doing either"),
    ("B8", "our little one used to clap and roll, she cannot any longer"),
    ("B8", "my toddler forgot how to wave"),
    ("B7", "I am down, for weeks now"),
]
NOT_THERE = [
    "am I down for a reminder next time",
    "she is still down as due every 8 weeks",
    "my baby used to wake at six, now at seven",
    "the train looks inviting but I'd rather fly to Spain",
    "I have to carry her bag upstairs",
    "my headache came on in the afternoon after screens",
    "we turned the lights off at daytime to save money",
    "I changed the dressing after my injection, all fine",
    "the canal looks inviting, we may rent a boat",
    "who switched the light off in the waiting room",
    "the news said a cyclist collapsed at the finish, wild",
    "the doctor says I am low on B12 and I start the injections in May",
    "she is low in iron too",
    "something good is coming, my last loading one is on Friday",
]


@pytest.mark.parametrize(("sign", "text"), THERE)
def test_what_is_seen_at_home_is_an_emergency(detector: Detector, sign: str, text: str) -> None:
    """Cloth soaked again and again, who runs lying down, a light that went out by day, a means in the hand."""
    found = detector.triage(text)
    assert (found.level, sign in {one.id for one in found.signs}) == ("emergency", True)


@pytest.mark.parametrize(("sign", "text"), URGENT)
def test_what_is_slowly_lost_is_urgent(detector: Detector, sign: str, text: str) -> None:
    """Sight that gets weaker, a child who could more than now, a mood that is down for weeks."""
    found = detector.triage(text)
    assert (found.level, sign in {one.id for one in found.signs}) == ("urgent", True)


@pytest.mark.parametrize("text", NOT_THERE)
def test_what_only_sounds_like_it_is_none(detector: Detector, text: str) -> None:
    """An outing, a bag, a lamp and a plain dressing."""
    assert detector.triage(text).level in ("none", "routine")


@pytest.mark.parametrize(
    "text", ["I am low", "he is low in b12 and I am low too, since Easter", "been feeling low for weeks"]
)
def test_a_low_mood_is_one(detector: Detector, text: str) -> None:
    """What is low is not B12 alone."""
    assert "B7" in {one.id for one in detector.triage(text).signs if one.status == "present"}
