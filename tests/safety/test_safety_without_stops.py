"""People on a phone write without stops: a sign behind a question is a statement of its own, and a question about a
sign stays one."""

from __future__ import annotations

from itertools import product

import pytest

from b12guide.safety import LEVELS, Detector

QUESTIONS = [
    "do lentils have b12",
    "does the nurse do it on saturdays",
    "how much does a private jab cost in Leeds",
    "what time does the surgery open tomorrow",
    "can I have it at the same time as the flu jab",
    "which arm do they use for the injection",
    "how many are there in a course",
    "does it have to stay in the fridge",
]
SIGNS = [
    "my tongue is swelling",
    "crushing chest pain",
    "both legs are getting weaker",
    "sudden blurred vision",
    "hives all over",
    "my face is drooping",
    "I want to die",
    "cannot breathe",
]
ABOUT_A_SIGN = [
    "does low b12 give you blurred vision",
    "what does it mean if somebody gets chest pain",
    "can a shot cause hives all over",
    "do people get numb feet from it",
    "how do nurses tell a faint from a fit",
    "is b12 any good for dizziness",
    "are injections recommended for numb feet",
    "which is worse anaemia or chest pain",
    "does it cause tiredness, headaches, chest pain",
    "what are the side effects, chest pain?",
    "does it cause tiredness headaches blurred vision",
]


@pytest.mark.parametrize(("question", "sign"), list(product(QUESTIONS, SIGNS)))
def test_a_sign_behind_a_question_without_a_stop_is_there(detector: Detector, question: str, sign: str) -> None:
    """The level is that of the sign by itself."""
    assert LEVELS.index(detector.triage(f"{question} {sign}").level) >= LEVELS.index(detector.triage(sign).level)


@pytest.mark.parametrize(("question", "sign"), list(product([*QUESTIONS, "does b12 do this", "will it pass"], SIGNS)))
def test_so_it_is_behind_a_comma(detector: Detector, question: str, sign: str) -> None:
    """A comma in the place of a stop lowers nothing."""
    assert LEVELS.index(detector.triage(f"{question}, {sign}").level) >= LEVELS.index(detector.triage(sign).level)


@pytest.mark.parametrize("text", ABOUT_A_SIGN)
def test_a_question_about_a_sign_is_no_sign(detector: Detector, text: str) -> None:
    """Words such as "give" and "from" make it part of the question."""
    assert detector.triage(text).level in ("none", "routine")
