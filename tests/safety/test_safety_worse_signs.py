"""Words that make more of an urgent sign beside them, and the same words where they are nothing."""

from __future__ import annotations

import pytest

from b12guide.shared import triage


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("her chest whistles when she breathes and hives are coming up after the shot", "A1"),
        ("a whistling noise as I breathe out since my injection, and lumps on my neck", "A1"),
        ("the injection spot has gone manky, dad is confused and feels cold and blotchy", "A10"),
        ("palpitations and a heaviness inside my breast", "A3"),
        ("my daughter went from dancing to a wheelchair in four days and her hands are weak", "A7"),
    ],
)
def test_it_is_an_emergency(text: str, sign: str) -> None:
    """Breath that whistles, a skin gone cold and blotchy, weight on the breast, a walk lost in days."""
    found = triage(text)
    assert (found.level, sign in {one.id for one in found.signs}) == ("emergency", True)


@pytest.mark.parametrize(
    "text",
    [
        "can I whistle while I wait for the jab",
        "I have patchy skin and cold feet",
        "is a breast lump a reason not to have it",
        "he went from walking to a frame over ten years",
        "that manky old kettle",
    ],
)
def test_it_is_none(text: str) -> None:
    """The same words of other things."""
    assert triage(text).level != "emergency"


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("I don't remember telling you that", "none"),
        ("can't recall saying that", "none"),
        ("I don't remember saying that to anyone, I lose whole days", "urgent"),
        ("nan cannot remember telling me her own name", "emergency"),
    ],
)
def test_what_was_not_said_here_is_no_lost_memory(text: str, level: str) -> None:
    """Who does not remember telling this finds a mistake, and has lost no memory."""
    assert triage(text).level == level
