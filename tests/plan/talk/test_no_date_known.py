"""Where no date is known at all, the way round is said, and the same question is not asked again."""

from __future__ import annotations

import pytest

from tests.plan.talk.moves_chat import talk

ASKED = 'When did you have the last one? For example "5 January". If you have not started, tell me the first date.'


@pytest.mark.parametrize(
    "text",
    [
        "It was some time after the clocks changed. I couldn't tell you the day",
        "sorry, I don't know, I've lost my booklet",
        "I have no date without the letter. What shall I do?",
        "no idea, when the snow was here",
    ],
)
def test_the_way_round_and_no_same_question(text: str) -> None:
    """Who has the date is said; told again, it is said in other words."""
    chat = talk("every 9 weeks")
    first, again = "\n".join(chat.say(text, None)), "\n".join(chat.say("I told you, I have no date to give", None))
    assert first
    assert again
    assert ASKED not in first
    assert ASKED not in again
    assert first != again
    assert "Monday 16 March 2026" in "\n".join(chat.say("found it, it was 12 january", None))
