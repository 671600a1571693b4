"""Labelled messages in conversations: each is answered by what it was understood as."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from b12guide.understanding.verdict import Verdict
from tests.conftest import Bot
from tests.safety_pipeline.labelled import EVERY, SETS, texts


@pytest.mark.parametrize("name", sorted(path.stem for path in SETS.glob("*.jsonl")))
def test_a_message_is_answered_as_it_was_understood(bot: Bot, verdict: Callable[[str], Verdict], name: str) -> None:
    """Of each set every twelfth message that is read (`labelled.texts`), as the first of a conversation, has an answer
    of its own level, or is asked about where it only sounds urgent."""
    sample = texts(name)[::EVERY]
    turns = {text: bot.say(f"{name}: {text}", text) for text in sample}
    asked = {text for text in sample if verdict(text).asks_first}
    assert {text for text in asked if turns[text].custom["kind"] != "ask"} == set()
    levels = {text: turns[text].custom["level"] for text in sample}
    assert levels == {text: "none" if text in asked else verdict(text).level for text in sample}
