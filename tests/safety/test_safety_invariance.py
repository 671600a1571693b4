"""CheckList-style invariance: what must not change the level of a sign."""

from __future__ import annotations

import pytest

from b12guide.safety import Detector

SIGNS = {
    "A1": "my throat is closing up",
    "A2": "i cannot breathe",
    "A3": "my chest hurts",
    "A4": "my face is drooping",
    "A5": "she collapsed",
    "A6": "i lost control of my bladder",
    "A7": "i cannot stand up",
    "A8": "i lost my sight this morning",
    "A9": "he is suddenly confused",
    "A10": "this could be sepsis",
    "A11": "i want to kill myself",
    "A12": "my heart is racing and i feel faint",
    "A13": "this is the worst headache of my life",
    "A14": "i am vomiting blood",
    "A15": "i hit my head and keep vomiting",
    "A16": "he took an overdose",
}
FRAMES = [
    "{x}",
    "Hello, sorry to bother you. {x}. Thank you very much",
    "when is my next injection? {x}",
    "{x}. what are the side effects of b12?",
    "please help, {x}!!!",
    "{x} since yesterday",
    "every 12 weeks, last one 9 feb. {x}",
    "{x}, is that normal?",
    "no fever but {x}",
    "my doctor says it is nothing but {x}",
    "I had covid in 2021. {x}",
    "\u201c{x}\u201d",
    "\u200b{x}\u200b",
]
TYPOS = {
    "anaphalaxis": "A1",
    "my thraot is swolen": "A1",
    "i cant brethe": "A2",
    "icantbreathe": "A2",
    "cheast pain": "A3",
    "chestpain": "A3",
    "chessst painnnn": "A3",
    "stroek symptoms?": "A4",
    "unconcious": "A5",
    "bowel incontinance": "A6",
    "legs paralized": "A7",
    "lost my vison": "A8",
    "she had a siezure": "A9",
    "septisemia": "A10",
    "suicidle": "A11",
    "palpatations and dizzy": "A12",
    "worst headake ever": "A13",
    "vomitted blood": "A14",
    "overdosd on tablets": "A11",
    "".join(chr(ord(letter) + 0xFEE0) for letter in "chestpain"): "A3",
    "I can\u2019t breathe": "A2",
    "i carnt breath": "A2",
    "CHEST PAIN": "A3",
}


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("sign", SIGNS)
def test_surroundings_do_not_hide_a_sign(detector: Detector, sign: str, frame: str) -> None:
    """Politeness, a question before or after, quotes and other statements leave the emergency."""
    triage = detector.triage(frame.format(x=SIGNS[sign]))
    assert triage.level == "emergency"
    assert sign in {found.id for found in triage.signs if found.status == "present"}


@pytest.mark.parametrize(
    "change", [str.upper, str.title, lambda text: text.replace(" ", "  "), lambda text: text + "…"]
)
@pytest.mark.parametrize("sign", SIGNS)
def test_case_and_spacing_do_not_matter(detector: Detector, sign: str, change: object) -> None:
    """Case, double spaces and dots change nothing."""
    assert callable(change)
    assert detector.triage(change(SIGNS[sign])).level == "emergency"


@pytest.mark.parametrize(("text", "sign"), TYPOS.items())
def test_typing_faults(detector: Detector, text: str, sign: str) -> None:
    """Typing faults, run-together words, repeated letters and full-width letters are read."""
    assert sign in {found.id for found in detector.triage(text).signs if found.status == "present"}


@pytest.mark.parametrize("text", ["how do i cheat at chess", "the beach was lovely", "saying hello", "table tennis"])
def test_ordinary_words_are_not_read_as_signs(detector: Detector, text: str) -> None:
    """A real word close to a sign word stays itself."""
    assert detector.triage(text).level == "none"


@pytest.mark.parametrize(
    ("first", "third"),
    [
        ("my chest hurts", "my dad's chest hurts"),
        ("i passed out and hit my head", "she passed out and hit her head"),
        ("i can't speak properly", "my wife can't speak properly"),
        ("i want to die", "my son wants to die"),
    ],
)
def test_another_person_is_as_urgent(detector: Detector, first: str, third: str) -> None:
    """The first and the third person have the same level."""
    assert detector.triage(first).level == detector.triage(third).level == "emergency"
