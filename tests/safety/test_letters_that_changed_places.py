"""Two letters that changed places hide no word of a sign, and make none of another word."""

from __future__ import annotations

import pytest

from b12guide.safety import Detector, Triage

LOST = "since the accident I have lost control of my bladder"


def swapped(word: str) -> list[str]:
    """A word with each two neighbouring letters, behind the first, in the place of each other."""
    return [
        f"{word[:at]}{word[at + 1]}{word[at]}{word[at + 2 :]}"
        for at in range(1, len(word) - 1)
        if word[at] != word[at + 1]
    ]


def rows(found: Triage) -> list[tuple[str, str]]:
    return [(sign.id, sign.status) for sign in found.signs]


@pytest.mark.parametrize("word", ["control", "bladder", "accident"])
def test_one_slip_in_a_long_word_changes_nothing(detector: Detector, word: str) -> None:
    """Each slip in each longer word is read as that word: level and signs are those of the text without it."""
    plain = detector.triage(LOST)
    found = {slip: detector.triage(LOST.replace(word, slip)) for slip in swapped(word)}
    assert plain.level == "emergency"
    assert {slip: (one.level, rows(one)) for slip, one in found.items()} == dict.fromkeys(
        found, (plain.level, rows(plain))
    )


@pytest.mark.parametrize(
    "text",
    [
        "a sacred place for me",
        "I had a craving for barley soup",
        "the theater is two kilometers off",
        "ruination, that is what the parking costs",
        "Denise untied the parcel",
    ],
)
def test_another_word_stays_itself(detector: Detector, text: str) -> None:
    """What is a word by itself is not read as one of the lists."""
    assert detector.spelt(text) == text
    assert detector.triage(text).level == "none"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("I lost consciosuness twice", "I lost consciousness twice"),
        ("He lost cnotrol of his Bladdder, twice.", "He lost control of his bladder, twice."),
        ("my armsnumb and cold", "my arms numb and cold"),
        ("Nothing wrong here, thank you.", "Nothing wrong here, thank you."),
        ("", ""),
    ],
)
def test_misspelt_words_are_written_as_they_were_meant(detector: Detector, text: str, meant: str) -> None:
    """The other words, their capitals and the signs between them stay."""
    assert detector.spelt(text) == meant
