"""A message is understood before its turn: the same as Rasa's own way gives, once, off the event loop."""

from __future__ import annotations

import asyncio
import logging
import threading
from typing import Any

import pytest
from rasa.core.channels.channel import UserMessage

from b12guide.conversation import Decision
from b12guide.rasa.tracker_store import store_of
from b12guide.rasa.understood import understand, understander_of
from b12guide.understanding import Understander
from b12guide.understanding.encoder.encoder import Encoder
from tests.conftest import PATIENCE, Bot

TEXTS = [
    "how long until i feel better?",
    "I had it on Monday. Is a sore arm normal?",
    "my throat is closing up",
    "\U0001f489",
    "/restart",
    "",
]


@pytest.mark.parametrize("text", TEXTS)
def test_the_same_is_understood(bot: Bot, text: str, request: pytest.FixtureRequest) -> None:
    """A message comes with the parse that Rasa's own pipeline gives it, and with who takes it."""
    processor, message = bot.agent.processor, UserMessage(text, sender_id=request.node.nodeid)
    assert processor is not None
    alone = bot.run(processor.parse_message(message))
    understood = bot.run(understand(bot.agent, message))
    decided = Decision.from_json(understood.pop("decision"))
    assert decided is not None
    assert understood == alone
    assert decided.kind == alone["intent"]["name"]


def test_it_is_understood_once_and_off_the_loop(
    bot: Bot, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """A turn asks once, in a thread of its own, so that the loop is free for others."""
    asked: list[tuple[str, threading.Thread]] = []
    inner = Understander.understand

    def outer(self: Understander, text: str, *, whole: bool) -> Any:
        asked.append((text, threading.current_thread()))
        return inner(self, text, whole=whole)

    monkeypatch.setattr(Understander, "understand", outer)
    assert bot.say(request.node.nodeid, "how long until i feel better?").custom["topics"] == ["time_to_feel_better"]
    [(text, thread)] = asked
    assert text == "how long until i feel better?"
    assert thread is not threading.main_thread()


def test_the_turn_reads_what_was_read(
    bot: Bot, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """The database is read once for a turn, before it begins."""
    store, reads = store_of(bot.agent), []
    read = store.tables.read
    monkeypatch.setattr(store.tables, "read", lambda *args: reads.append(args) or read(*args))
    bot.say(request.node.nodeid, "hello")
    assert len(reads) == 1


def test_what_fails_at_first_is_done_again(
    bot: Bot, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> None:
    """An encoder that fails once costs nothing but time, and the log has no word of the message."""
    encode, failures = Encoder.encode_with_parts, [RuntimeError("until i feel")]

    def failing(*args: Any) -> Any:
        if failures:
            raise failures.pop()
        return encode(*args)

    monkeypatch.setattr(Encoder, "encode_with_parts", failing)
    with caplog.at_level(logging.ERROR):
        reply = bot.say(request.node.nodeid, "how long until i feel better?")
    assert not failures
    assert reply.custom["topics"] == ["time_to_feel_better"]
    assert "RuntimeError" in caplog.text
    assert "feel" not in caplog.text


def test_turns_that_are_cancelled_hold_up_no_other(bot: Bot) -> None:
    """Turns that end as soon as they have begun leave the next message its place."""

    async def talk() -> Any:
        for number in range(5):
            text = f"how long until i feel better, {number}?"
            turn = asyncio.ensure_future(understand(bot.agent, UserMessage(text, sender_id=text)))
            await asyncio.sleep(0)
            turn.cancel()
            await asyncio.wait({turn})
        last = UserMessage("how long until i feel better?", sender_id="last")
        return await asyncio.wait_for(understand(bot.agent, last), PATIENCE)

    assert bot.run(talk())["entities"][0]["value"] == "time_to_feel_better"


def test_a_sign_behind_a_slash_is_a_sign(bot: Bot) -> None:
    """What is written as a command is no request, and its warning signs count."""
    understander = understander_of(bot.agent)
    assert understander is not None
    found = understander.understand("/my throat is closing up")
    assert (found.act.kind, found.verdict.signs) == ("emergency", ("A1",))
    assert understander.understand("/how long until i feel better").act.kind == "not_understood"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("can I swim after a jab", 1),
        ("my throat is closing up", 0),
        ("every 12 weeks, the last one was on 5 January 2026", 0),
        ("/can I swim after a jab", 0),
    ],
)
def test_questions_are_told_apart_only_where_one_may_be_asked(
    bot: Bot, monkeypatch: pytest.MonkeyPatch, text: str, asked: int
) -> None:
    """A warning sign, a plan and a command never wait for a look among the questions, and nothing in them decides."""
    understander, heard = understander_of(bot.agent), []
    assert understander is not None
    find = understander._questions.find
    monkeypatch.setattr(
        understander._questions, "find", lambda *args, **more: heard.append(args) or find(*args, **more), raising=True
    )
    understander.understand(text)
    assert len(heard) == asked
