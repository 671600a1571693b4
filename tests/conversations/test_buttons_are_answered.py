"""The words of our own buttons get the answer to their question, where they are offered and beside other words."""

from __future__ import annotations

import pytest

from b12guide.shared import content
from tests.conftest import Bot
from tests.thorough import THOROUGH

TOPICS = sorted({question.topic for question in content().questions.values()})
# Of each topic the first of its questions, if not every one.
SOME = 100 if THOROUGH else 3


# What tells of a sign by itself gets its card, as from anybody.
WARNS = ("urgent", "emergency")


@pytest.mark.parametrize("topic", TOPICS)
def test_each_button_gets_its_answer(bot: Bot, topic: str) -> None:
    """A question of a topic that was asked about is pressed, and is answered."""
    missed = []
    for place, question in enumerate(content().topic(topic).questions[:SOME]):
        talk = f"button {topic} {place}"
        bot.say(talk, content().topic(topic).question, country="GB")
        turn = bot.say(talk, question.question, country="GB")
        if turn.custom["level"] not in WARNS and turn.custom.get("questions") != [question.path]:
            missed.append((question.question, turn.custom.get("questions"), turn.text[:90]))
    assert not missed


@pytest.mark.parametrize("topic", TOPICS)
def test_a_button_is_answered_first_beside_another_question(bot: Bot, topic: str) -> None:
    """The words of a button with a question behind them: that of the button is answered, and first."""
    missed = []
    for place, question in enumerate(content().topic(topic).questions[:SOME]):
        said = f"Thanks. {question.question} And what does it cost?"
        turn = bot.say(f"beside {topic} {place}", said, country="GB")
        if turn.custom["level"] not in WARNS and turn.custom.get("questions", [])[:1] != [question.path]:
            missed.append((said, turn.custom.get("questions"), turn.text[:90]))
    assert not missed
