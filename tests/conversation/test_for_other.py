"""A conversation about somebody else stays about them until the writer speaks of their own treatment."""

from __future__ import annotations

import pytest

from b12guide.conversation import State


def heard(*texts: str) -> State:
    """What is known after these messages."""
    state = State()
    for text in texts:
        state.heard_of(text)
    return state


@pytest.mark.parametrize(
    "texts",
    [
        ("it is for my dad",),
        ("I am asking for my wife, not me",),
        ("my nan has b12 injections", "will it help her"),
        ("asking about my sister", "would a few more do any good"),
        ("mum needs b12 injections and has alzheimer's", "how will we see if it works"),
    ],
)
def test_it_is_about_somebody_else(texts: tuple[str, ...]) -> None:
    """Once somebody is named as the one who is treated, what follows is about them."""
    assert heard(*texts).for_other


@pytest.mark.parametrize(
    "texts",
    [
        ("does it hurt",),
        ("it is for my dad", "and when do i get mine"),
        ("my nan has b12 injections", "should i have tablets myself"),
        ("my wife says it hurts",),
        ("it is for my dad", "ok, now my own injections: do they hurt"),
    ],
)
def test_it_is_about_the_writer(texts: tuple[str, ...]) -> None:
    """Who speaks of their own is answered as the patient, and who is only spoken of is none."""
    assert not heard(*texts).for_other


def test_it_is_kept_between_turns() -> None:
    """What is written down of a conversation says it too."""
    assert State.from_json(heard("it is for my dad").to_json()).for_other
