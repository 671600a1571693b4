"""A question, a story or a date of something else, with nothing but a comma or "and" between, takes nothing from a sign
beside it; a question about a sign stays one."""

from __future__ import annotations

import pytest

from b12guide.safety import Detector

QUESTIONS = [
    "does Medicaid pay for the needle or just the visit",
    "what size of syringe for the thigh",
    "is 260 a low result",
    "are you a real doctor",
    "how deep does it go",
    "which arm is best",
    "can you make the letters bigger",
    "why is it only monthly when my friend has it weekly",
    "is one milligram the same as a thousand micrograms",
]
BEHIND = [
    "watched a hospital drama last night and they gave somebody B12",
    "the telly in the waiting room is frozen on one channel",
    "do I have to fast before the B12 test",
    "would it be rude of me to ask for tablets instead",
    "my neighbour passed his driving test",
    "the ampoule has an expiry date of 11/2026",
]
SIGNS = [
    ("emergency", "sudden loss of sight in one eye for ten minutes"),
    ("emergency", "tight band round my chest and dripping with sweat"),
    ("emergency", "left side of her mouth won't move"),
    ("urgent", "sudden hearing loss in one ear"),
    ("urgent", "calf cramps every night since the first jab"),
]
GENERAL = [
    "does it cause dizziness, chest pain or a rash",
    "difference between heartburn and angina please",
    "does metformin lower b12 and cause numb feet",
    "is 40 degrees and confusion dangerous",
    "what should I watch for, swelling, hives, trouble breathing?",
    "if mum got confused after her jab, would that be an emergency",
    "a man collapsed at the fair, it was in the newspaper",
    "difference between seizure and faint pls, for my first aid course",
    "the receptionist mentioned a form but couldn't think of the name",
]


@pytest.mark.parametrize(("level", "sign"), SIGNS)
@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_about_something_else_before_a_sign(
    detector: Detector, level: str, sign: str, question: str
) -> None:
    """Who asks and then tells, with a comma between, is told what the sign alone calls for."""
    assert detector.triage(f"{question}, {sign}").level == level


@pytest.mark.parametrize(("level", "sign"), SIGNS)
@pytest.mark.parametrize("other", BEHIND)
def test_a_story_a_question_or_a_date_behind_a_sign(detector: Detector, level: str, sign: str, other: str) -> None:
    """What is told or asked behind the sign, of something else, is not said of it."""
    assert detector.triage(f"{sign}, {other}").level == level


@pytest.mark.parametrize("text", GENERAL)
def test_a_question_or_a_story_of_a_sign_stays_one(detector: Detector, text: str) -> None:
    """What asks about signs, or tells of somebody whom nobody knows, warns nobody."""
    assert detector.triage(text).level in ("none", "routine")
