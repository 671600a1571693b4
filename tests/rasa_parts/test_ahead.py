"""What is known of a message before its turn: the same answers, and nothing of it left behind."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from rasa.core.channels.channel import UserMessage

from b12guide.rasa.ahead import ahead
from b12guide.understanding.encoder.encoder import Encoder
from b12guide.rasa.intent_classifier import LikenessClassifier
from b12guide.rasa.sentence_encoder import SentenceEncoder
from b12guide.rasa.tracker_store import store_of
from tests.conftest import PATIENCE, Bot

TEXTS = ["how long until i feel better?", "I had it on Monday. Is a sore arm normal?", "\U0001f489", "/restart", ""]


@pytest.mark.parametrize("text", TEXTS)
def test_the_same_is_understood(bot: Bot, text: str, request: pytest.FixtureRequest) -> None:
    """A message is understood as it is without anything done ahead, and afterwards no component holds its words."""
    processor, message = bot.agent.processor, UserMessage(text, sender_id=request.node.nodeid)
    assert processor is not None
    alone = bot.run(processor.parse_message(message))

    async def understood() -> dict[str, Any]:
        async with ahead(bot.agent, message):
            return await processor.parse_message(message)

    assert bot.run(understood()) == alone
    encoder = processor.graph_runner.component(SentenceEncoder)
    classifier = processor.graph_runner.component(LikenessClassifier)
    assert (encoder.heard, classifier.predicted) == ({}, {})


def test_the_turn_reads_what_was_read(
    bot: Bot, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """The database is read once for a turn, before it begins."""
    store, reads = store_of(bot.agent), []
    read = store.tables.read
    monkeypatch.setattr(store.tables, "read", lambda *args: reads.append(args) or read(*args))
    bot.say(request.node.nodeid, "hello")
    assert len(reads) == 1


def test_what_fails_ahead_is_done_again(
    bot: Bot, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """An encoder that fails once costs nothing but time."""
    encode, failures = Encoder.encode_with_parts, [RuntimeError("once")]

    def failing(*args: Any) -> Any:
        if failures:
            raise failures.pop()
        return encode(*args)

    monkeypatch.setattr(Encoder, "encode_with_parts", failing)
    reply = bot.say(request.node.nodeid, "how long until i feel better?")
    assert not failures
    assert reply.custom["topics"] == ["time_to_feel_better"]


@pytest.mark.parametrize("part", ["about", "subject", "help_is_here", "clinic_agreed", "triage"])
def test_what_only_saves_time_stops_no_turn(
    bot: Bot, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest, part: str
) -> None:
    """Where the rules fail ahead of a turn, the turn asks them itself."""

    def failing(text: str) -> Any:
        raise RecursionError

    monkeypatch.setattr(f"b12guide.rasa.ahead.{part}", failing)
    reply = bot.say(request.node.nodeid, "I had it on Monday. How long until i feel better?")
    assert reply.custom["topics"] == ["time_to_feel_better"]


def test_turns_that_are_cancelled_hold_up_no_other(bot: Bot) -> None:
    """Turns that end as soon as they have begun leave every thread free: the next message is understood."""
    processor = bot.agent.processor
    assert processor is not None

    async def understood(text: str) -> dict[str, Any]:
        async with ahead(bot.agent, UserMessage(text, sender_id=text)):
            return await processor.parse_message(UserMessage(text))

    async def talk() -> dict[str, Any]:
        for number in range(5):
            turn = asyncio.ensure_future(understood(f"how long until i feel better, {number}?"))
            await asyncio.sleep(0)
            turn.cancel()
            await asyncio.wait({turn})
        return await asyncio.wait_for(understood("how long until i feel better?"), PATIENCE)

    assert bot.run(talk())["entities"][0]["value"] == "time_to_feel_better"
