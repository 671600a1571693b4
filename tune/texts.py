"""A text as somebody else might type it: no word of it means anything else."""

from __future__ import annotations

import random

BEFORE = (
    "hi ",
    "hello, ",
    "hi there ",
    "ok ",
    "so ",
    "just wondering, ",
    "quick question: ",
    "sorry ",
    "and ",
    "please ",
)
BEHIND = (" thanks", " please", " thank you", " x", " cheers", " thx", " then", "??", " anyone know", " ta")
# What share of the texts is changed in each of these ways.
BARE, GREETED, MISTYPED = 0.25, 0.1, 0.15
KEPT_SIGNS = " -:/'"


def changed(text: str) -> str:
    """`text` in small letters without signs, with a slip of the fingers, greeted or thanked for; mostly as it is."""
    if random.random() < BARE:
        text = "".join(sign for sign in text.lower() if sign.isalnum() or sign in KEPT_SIGNS) or text
    if random.random() < MISTYPED:
        text = mistyped(text)
    if random.random() < GREETED:
        text = random.choice(BEFORE) + text
    if random.random() < GREETED:
        text = text.rstrip("?. ") + random.choice(BEHIND)
    return text


def mistyped(text: str) -> str:
    """`text` with one letter left out, doubled, or changed with the next, within a word of five letters or more."""
    words = text.split(" ")
    long = [place for place, word in enumerate(words) if len(word) > 4 and word.isalpha()]
    if not long:
        return text
    place = random.choice(long)
    word, at = words[place], random.randrange(1, len(words[place]) - 2)
    words[place] = random.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )
    )
    return " ".join(words)


def swapped(text: str) -> str:
    """`text` with two letters changed within a word of five letters or more; every word stays where it is."""
    words = text.split(" ")
    long = [place for place, word in enumerate(words) if len(word) > 4 and word.isalpha()]
    if not long:
        return text
    place = random.choice(long)
    word = words[place]
    at = random.randrange(1, len(word) - 2)
    words[place] = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return " ".join(words)
