"""A yes with "not" behind it is none."""

from __future__ import annotations

import pytest

from tests.plan.talk.moves_chat import shown


@pytest.mark.parametrize(
    "text",
    [
        "It is not",
        "they did not",
        "they are not",
        "it is not.",
        "no they did not",
        "yes they did not",
        "it is not what they said",
        "they did n't",
        "they do not",
        "right not",
    ],
)
def test_what_is_denied_confirms_nothing(text: str) -> None:
    """The plan is not kept."""
    chat = shown()
    chat.say(text)
    assert chat.kept is not None
    assert not chat.kept["confirmed"]


@pytest.mark.parametrize("text", ["it is", "they did", "they are", "yes it is", "it is, thanks", "yes. not bad"])
def test_a_yes_stays_one(text: str) -> None:
    """The plan is kept."""
    chat = shown()
    chat.say(text)
    assert chat.kept is not None
    assert chat.kept["confirmed"]


@pytest.mark.parametrize("text", ["It is not", "they did not", "they are not"])
def test_a_no_is_asked_what_is_different(text: str) -> None:
    """As any other no."""
    assert [name for name, *_ in shown().moves(text)] == ["no"]
