"""A word to a dog is no wish for a note; "get it down" is one."""

from __future__ import annotations

import pytest

from b12guide.diary import reading


@pytest.mark.parametrize("text", ["get DOWN Rusty", "get down Pepper!", "get down, you daft dog"])
def test_a_word_to_a_dog_is_no_note(text: str) -> None:
    """Nothing is kept of it."""
    found = reading.asked_of_diary(text)
    assert found is None or found.what != reading.NOTE


@pytest.mark.parametrize(
    "text", ["get this down: my feet tingle", "put down that I slept badly", "jot down: tired all day"]
)
def test_a_wish_for_a_note_is_one(text: str) -> None:
    """It is kept as before."""
    found = reading.asked_of_diary(text)
    assert found is not None
    assert found.what == reading.NOTE
