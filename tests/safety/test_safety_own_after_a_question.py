"""A general question, and behind it that one has the thing oneself: the sign is there, whatever it is."""

from __future__ import annotations

from itertools import product

import pytest

from b12guide.shared import triage

LEVELS = ("none", "routine", "urgent", "emergency")
# Ways to ask, ways to say behind it that it is one's own, and signs, of one grammatical shape each.
HAVE_ASKED = (
    "can low b12 give you {}",
    "is {} a symptom of low b12",
    "do the injections ever cause {}",
    "does a lack of b12 bring on {}",
)
HAVE_OWN = (
    "because I have it", "cos I've got it", "asking as I have that", "cos that's what I've got",
    "I ask because I've got this", "because I am getting it now", "cos I get that",
    "asking because that is what I have",
    "because it's happening to me", "cos I've had it since last night", "asking for myself",
)  # fmt: skip
HAVE = {
    "emergency": (
        "chest pain", "slurred speech", "double vision", "a droopy face", "trouble breathing", "a swollen throat",
        "suicidal thoughts", "incontinence", "sudden blindness", "numbness between the legs",
    ),
    "urgent": (
        "hives", "palpitations", "blurred vision", "black poo", "a swollen calf", "hallucinations", "numb feet",
        "leg cramps", "yellow skin", "pus at the injection site",
    ),
}  # fmt: skip
MAKES_ASKED = (
    "can low b12 make your {}",
    "does it make your {}",
    "would a shortage of b12 make your {}",
    "is it normal for the jab to make your {}",
)
MAKES_OWN = (
    "cos mine is", "because mine are", "asking because mine does", "as mine do", "since mine has",
    "because mine did last night", "cos mine just did",
)  # fmt: skip
MAKES = {
    "emergency": (
        "throat close up", "lips swell", "legs stop working", "face droop", "speech slur", "vision go", "chest tight",
        "legs give way", "tongue swell up",
    ),
    "urgent": (
        "hands go numb", "feet tingle", "heart race", "eyes go blurry", "balance go", "ankles swell", "skin go yellow",
        "memory go",
    ),
}  # fmt: skip
BE_ASKED = ("can low b12 make you {}", "does the injection make you {}", "do people get {} with low b12")
BE_OWN = (
    "cos I am", "because I am", "asking as I am", "since I'm like that", "I only ask because I am",
    "because that is me", "cos my mum is",
)  # fmt: skip
BE = {
    "emergency": ("unable to walk", "unable to breathe", "suicidal", "paralysed", "incontinent"),
    "urgent": ("confused", "itchy all over", "breathless", "unsteady on your feet"),
}
STOPS_ASKED = ("can low b12 stop you {}", "does the injection stop people {}")
STOPS_OWN = (
    "cos I can't", "because I cannot", "as I can't", "asking because I can't", "since I can't any more",
    "cos my dad can't",
)  # fmt: skip
STOPS = {
    "emergency": ("weeing", "peeing", "passing urine", "walking", "standing up", "breathing", "seeing"),
    "urgent": ("swallowing",),
}
DO_ASKED = ("can low b12 make you {}", "does it make people {}")
DO_OWN = ("because I do", "cos I do", "I ask because I do", "since I have", "cos I have been", "as I keep doing it")
DO = {
    "emergency": ("want to die", "feel suicidal", "wet yourself", "cough up blood", "vomit blood"),
    "urgent": ("faint", "see double", "hear voices", "trip over your feet", "drop things", "come out in hives"),
}
SHAPES = {
    "have": (HAVE_ASKED, HAVE_OWN, HAVE), "makes": (MAKES_ASKED, MAKES_OWN, MAKES), "be": (BE_ASKED, BE_OWN, BE),
    "stops": (STOPS_ASKED, STOPS_OWN, STOPS), "do": (DO_ASKED, DO_OWN, DO),
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_a_sign_that_is_asked_about_and_had_is_there(shape: str) -> None:
    """ "Can it stop you weeing, cos I can't": every sign, every way to ask, every way to say that it is one's own."""
    asked, own, signs = SHAPES[shape]
    missed = [
        text
        for level, names in signs.items()
        for name, way, tail, glue in product(names, asked, own, (", ", "? "))
        if LEVELS.index(triage(text := way.format(name) + glue + tail).level) < LEVELS.index(level)
    ]
    assert not missed


@pytest.mark.parametrize(
    "text",
    [
        "can low b12 give you chest pain? because I read it somewhere",
        "does the injection make you faint, asking for a school project",
        "is a swollen throat common? because I do yoga on Fridays",
        "can low b12 stop you weeing",
        "can low b12 stop you walking",
        "does the injection stop people breathing",
        "does low b12 make your vision go",
        "can low b12 make your balance go",
        "does it make you wet yourself",
        "does it make you trip over",
        "is it true it makes you faint",
        "can the surgery stop you seeing a doctor",
        "don't let it stop you walking the dog",
        "does a fear of needles stop people booking",
        "does a lack of b12 cause chest pain",
    ],
)
def test_a_general_question_stays_one(text: str) -> None:
    """Nobody in it has the sign."""
    assert triage(text).level in ("none", "routine")
