"""What one cannot go on, a list and not living; what falls, a date and not a person; and what is long over."""

from __future__ import annotations

import pytest

from b12guide.safety import Detector

NO_CRISIS = [
    "why can't I go on monthly like her",
    "cant i go on them for good",
    "couldn't she go on 8 weekly",
    "can't I go on the tablets instead",
    "i can't go on the waiting list until june",
    "she can't go on the coach without her jab",
    "we cant go on holiday before the 12th",
]
CRISIS = [
    "i cant go on",
    "I can't go on like this",
    "why can't I go on",
    "can't i go on like this",
    "i cant go on anymore",
    "i can't go on them voices",
    "i can't go on every day is the same",
    "I can't go on holiday, I can't go on",
    "i can't go on monthly like this",
    "I can't go on weekly, it hurts too much to live",
    "i can't go on without her",
]
DATES_FALL = [
    "the december one falls on?",
    "which day does it fall on",
    "one falls on a sunday",
    "mine always falls on a bank holiday",
    "do they keep falling on fridays",
    "when will hers fall again",
    "the 12th falls on a saturday",
]
PEOPLE_FALL = [
    "she keeps falling on the way to the loo",
    "he keeps falling on mondays after his jab",
    "I fell on Sunday again",
    "I've had 3 falls this week",
    "I had two falls on sunday",
]
OVER = [
    "before they found out it was b12 I was worn out and winded, been fine for two years",
    "before they knew what it was I had pins and needles and kept falling, I've been right as rain for years",
    "before they found out it was b12 I was winded. been fine ever since. how long do I need them",
]
NOT_OVER = [
    "before they found out it was b12 I was winded and I still am",
    "before they found out it was b12 I was winded, been fine for two years, now breathless again",
    "I am winded today, been fine for two years",
]


@pytest.mark.parametrize("text", NO_CRISIS)
def test_going_on_a_list_is_no_crisis(detector: Detector, text: str) -> None:
    """A question order with an object, or a list, tablets or a journey behind it, is no wish to die."""
    assert detector.triage(text).level == "none"


@pytest.mark.parametrize("text", CRISIS)
def test_not_going_on_is_one(detector: Detector, text: str) -> None:
    """Without such an object, or with "like this", it stays one."""
    assert detector.triage(text).level == "emergency"


@pytest.mark.parametrize("text", DATES_FALL)
def test_a_date_falls_on_a_day(detector: Detector, text: str) -> None:
    """What falls on a day is a date."""
    assert detector.triage(text).level == "none"


@pytest.mark.parametrize("text", PEOPLE_FALL)
def test_a_person_falls(detector: Detector, text: str) -> None:
    """Who falls, on whatever day, has a sign of nerves."""
    assert detector.triage(text).level == "urgent"


@pytest.mark.parametrize("text", OVER)
def test_what_was_before_the_cause_was_known_is_over(detector: Detector, text: str) -> None:
    """Signs from before the diagnosis, and years of health since, are no alarm."""
    assert detector.triage(text).level in ("none", "routine")


@pytest.mark.parametrize("text", NOT_OVER)
def test_what_is_there_again_is_not(detector: Detector, text: str) -> None:
    """What is there still, or again, counts."""
    assert detector.triage(text).level in ("urgent", "emergency")
