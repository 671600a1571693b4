"""People are called as the writer calls them."""

from __future__ import annotations

import pytest

from b12guide.conversation.names import said_back, said_by
from b12guide.conversation.state import State


@pytest.mark.parametrize(
    ("text", "person", "words"),
    [
        ("my mam has it every 8 weeks", "mum", "your mam"),
        ("asking for my nana, she has it monthly", "nan", "your nana"),
        ("its for my mom", "mum", "your mom"),
        ("grandpa has his every 12 weeks", "grandad", "your grandpa"),
        ("the missus has hers monthly", "wife", "your wife"),
        ("my sister Ann has it monthly", "sister Ann", "your sister Ann"),
    ],
)
def test_the_writers_own_word_is_said_back(text: str, person: str, words: str) -> None:
    """Whose plan it is stays the same: the word alone is theirs."""
    state = State()
    state.heard_of(text)
    assert state.other == person
    assert said_back(state.word_for(person)) == words
    assert said_by(state.word_for(person)) == words.replace("your", "My")


def test_the_word_said_last_counts_until_they_are_forgotten() -> None:
    """Mam, then mum; and nobody once their plan is dropped."""
    state = State()
    state.heard_of("my mam has it every 8 weeks")
    state.heard_of("when is it for mam")
    assert State.from_json(state.to_json()).word_for("mum") == "mam"
    state.drop("mum")
    assert state.word_for("mum") == "mum"
