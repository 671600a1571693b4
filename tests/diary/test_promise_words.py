"""Whether reminders can be relied on, who reads, how it is kept and deleted: asked in any usual words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from b12guide.diary.kept_words import asks_who_reads
from b12guide.diary.promise_words import asks_how_deleted, asks_how_kept, asks_promise, wants_nothing_sent

ASKED: dict[Callable[[str], bool], list[str]] = {
    asks_promise: [
        "are the texts reliable",
        "do your reminders ever fail?",
        "can i rely on you to remind me",
        "is it certain that my texts will arrive",
        "will you guarantee to text me every time",
        "what if a reminder doesn't come",
        "how reliable are the reminders",
    ],
    wants_nothing_sent: ["ok don't send me anything", "please don't text me at all then"],
    asks_how_deleted: [
        "how can i get rid of what i've written",
        "is there a way to wipe what I told you",
        "how do I remove things I said",
    ],
    asks_how_kept: [
        "how long does all this stay on there",
        "how long are you going to keep my diary for",
        "where can i see what you have on me",
        "what becomes of my notes when I no longer come here",
        "if I stop using you, what happens to my data",
    ],
    asks_who_reads: [
        "does a nurse read what I put",
        "is what i write seen by anyone",
        "will the clinic be able to see my notes",
        "who looks at this diary?",
        "is my diary checked by staff",
    ],
}
OTHERS = [
    "what happens if I stop",
    "how long do I have them for",
    "how long does it last",
    "how do I get rid of the pain",
    "can I delete my plan",
    "will my doctor see me",
    "can the nurse look at my arm",
    "does it always work",
    "is the injection reliable",
    "how long does it stay in the body",
    "how long will it be there",
    "what happens to the vial if it is open",
    "can the doctor check it",
    "do injections always work",
    "what happens to it when it is heated",
    "how long can you keep it",
    "how long does it last for",
]


@pytest.mark.parametrize(("asks", "text"), [(asks, text) for asks, texts in ASKED.items() for text in texts])
def test_it_is_asked(asks: Callable[[str], bool], text: str) -> None:
    """In words of several kinds, and as nothing else."""
    assert [one.__name__ for one in ASKED if one(text)] == [asks.__name__]


@pytest.mark.parametrize("text", OTHERS)
def test_something_else_is(text: str) -> None:
    """Treatment, a vial, an arm."""
    assert [one.__name__ for one in ASKED if one(text)] == []
