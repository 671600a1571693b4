"""A message cut where something is asked of the diary: what is kept of it, and what is left to others."""

from __future__ import annotations

import pytest

from b12guide.diary.pieces import notes_in, pieces


def _apart(words: str) -> bool:
    return "jab" in words or "every" in words or "carry on" in words


def _cut(text: str) -> list[tuple[str, str | None]]:
    """Each piece with what it asks: the name of the wish, "reminders", or None."""
    return [
        (piece.found.words if piece.found is not None else piece.text,
         piece.found.what if piece.found is not None else "reminders" if piece.reminders else None)
        for piece in pieces(text, _apart)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("yes and jot down that my sleep was broken", [("yes", None), ("my sleep was broken", "note")]),
        ("yes note that I slept well", [("yes", None), ("I slept well", "note")]),
        ("yes and remind me the day before", [("yes", None), ("remind me the day before", "reminders")]),
        (
            "the surgery said to carry on. now show me my notes",
            [("the surgery said to carry on.", None), ("", "list")],
        ),
        ("rough night again. note it. when is my next one?",
         [("rough night again.", "note"), ("when is my next one?", None)]),
        (
            "woke up twice so make a note of it please, also how long until it works?",
            [("woke up twice", "note"), ("also how long until it works?", None)],
        ),
        ("note: slept badly. ate little. how long does it take?",
         [("slept badly. ate little.", "note"), ("how long does it take?", None)]),
        ("had my jab, arm's a bit achy, stick that in my notes",
         [("had my jab, arm's a bit achy", None), ("had my jab, arm's a bit achy", "note")]),
        ("write down that I napped and read me my notes", [("I napped", "note"), ("", "list")]),
        ("ok thanks, delete the last note", [("", "delete_notes")]),
        ("note: slept badly. they said to carry on", [("slept badly.", "note"), ("they said to carry on", None)]),
    ],
)  # fmt: skip
def test_each_thing_is_a_piece_of_its_own(text: str, cut: list[tuple[str, str | None]]) -> None:
    """In the order said; politeness alone is none."""
    assert _cut(text) == cut


@pytest.mark.parametrize(
    "text",
    [
        "when is my next one and how long does it take",
        "every 8 weeks, last 3 may, put it in my calendar",
        "pop it in the diary for me would you",
        "thanks",
        "write down that I slept badly",
        "had my jab today, put that in my diary",
        "",
    ],
)
def test_one_thing_is_left_as_it_is(text: str) -> None:
    """So is a plan for a calendar, and a dose that tells nothing of how it went."""
    assert pieces(text, _apart) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I'm a bit confused over names, note it", ["I'm a bit confused over names"]),
        ("note: hives. when is my next one?", ["hives."]),
        ("my throat is closing", []),
    ],
)
def test_the_note_in_a_message_with_a_sign(text: str, words: list[str]) -> None:
    """What is kept beside its card."""
    assert [note.words for note in notes_in(text)] == words
