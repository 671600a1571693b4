"""Harmless words beside a sign lower nothing, and beside harmless talk raise nothing."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count, product

import pytest

from b12guide.understanding.verdict import Verdict

RANK = {"none": 0, "routine": 1, "urgent": 2, "emergency": 3}
TURN = count()
# Signs in words that the rules know and in words that only likeness hears, some of several sentences.
SIGNS = [
    "my breath comes in tiny gulps and it scares me",
    "I keep having to stop talking to get my breath, even sat down",
    "there is a belt round my chest and it won't let go",
    "words come out as mush since this morning",
    "my legs folded under me twice today, I cannot get up the step",
    "nothing between my legs, I could not tell I was peeing",
    "I can't see a way on. The pills are on the table.",
    "My heart went mad on the stairs. Then I was on the floor.",
    "big red welts all over and I itch like crazy",
    "my feet are numb, and it is further up than last week",
    "half of what I look at is smeared",
    "the place where the needle went is hot, hard and weeping",
    "poo like tar for two days",
    "one calf is fat and sore",
]
VOICES: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "no capitals, no apostrophes": lambda text: text.lower().replace("'", ""),
    "shouted": str.upper,
    "no full stop": lambda text: text.rstrip("."),
}
SURROUNDINGS = [
    "Good morning. {x}",
    "hiya, {x}",
    "Hope you are well. {x}",
    "Sorry to trouble you with this. {x}",
    "{x} Many thanks.",
    "{x} thank you so much for reading",
    "{x}, could it be the B12?",
    "{x}, is this normal?",
    "{x} what should I do?",
    "{x} Please advise.",
    "I get mine every eight weeks. {x}",
    "{x}. My jabs are every three months and the next is in May.",
    "I'm a retired teacher of 62. {x}",
    "The surgery has been very kind. {x}",
    "{x}. The surgery has been very kind. I live in Leeds with my husband.",
    "Hello there. I have been having B12 for years at the surgery. {x} Thanks for your help",
    "{x}. Also, can I fly with ampoules?",
]
HARMLESS = [
    "when is my next injection",
    "can I drink wine with it",
    "what food has B12 in it",
    "I prefer the thigh to the arm",
    "my nurse retired last week",
    "how should I store the ampoules",
    "does the jab sting",
    "I read a book in the waiting room",
]
ODD = [
    "can't. get. my. breath.",
    "my, throat, is, closing",
    "i. want. to. die. Cheers",
    "chest... hurts... bad... please reply",
]


@pytest.fixture
def level(verdict: Callable[[str], Verdict]) -> Callable[[str], str]:
    """The level of a text by itself; a question before a card counts as none."""

    def of(text: str) -> str:
        found = verdict(text)
        return found.level if found.warns or found.level == "routine" else "none"

    return of


@pytest.mark.parametrize("sign", SIGNS)
def test_harmless_words_lower_no_sign(level: Callable[[str], str], sign: str) -> None:
    """A sign keeps its level in each voice with whatever harmless words stand around it."""
    lowered = []
    for place, (name, voice) in enumerate(VOICES.items()):
        said = voice(sign)
        alone = RANK[level(said)]
        # Each surrounding with the sign as it is, each fourth with every other voice.
        for way in SURROUNDINGS if not place else SURROUNDINGS[place::4]:
            text = way.format(x=said)
            if RANK[level(text)] < alone:
                lowered.append((name, text))
    assert not lowered


@pytest.mark.parametrize(("talk", "way"), product(HARMLESS, SURROUNDINGS[::2]))
def test_harmless_words_raise_nothing(level: Callable[[str], str], talk: str, way: str) -> None:
    """What raises nothing by itself raises nothing beside a greeting, thanks or a schedule."""
    assert RANK[level(way.format(x=talk))] < RANK["urgent"]


@pytest.mark.parametrize("text", ODD)
def test_odd_punctuation_hides_nothing(level: Callable[[str], str], text: str) -> None:
    """Stops between the words of an emergency leave it one."""
    assert level(text) == "emergency"


def test_what_speaks_of_the_sign_is_never_left_out(level: Callable[[str], str]) -> None:
    """A sentence that says that the sign is over, denied or somebody's long ago still counts."""
    for text in (
        "My gran had a stroke. That was in 1990. Thanks for asking.",
        "Do I have chest pain? No. Thanks in advance.",
    ):
        assert RANK[level(text)] < RANK["emergency"]
