"""With the conversation database locked, gone, damaged or silent, conversations go on and the card leaves."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest
from rasa.core.tracker_store import FailSafeTrackerStore

from b12guide.rasa.tracker_store import ConversationStore
from tests.channels.broken_bot import EMERGENCY, QUESTION, Say, assert_emergency
from tests.conftest import Bot

pytestmark = pytest.mark.usefixtures("real_limits")


def use_store(bot: Bot, monkeypatch: pytest.MonkeyPatch, store: ConversationStore) -> ConversationStore:
    """Let the bot keep its conversations in `store`, as Rasa would put it in."""
    store.domain = bot.agent.domain
    safe = FailSafeTrackerStore(store)
    monkeypatch.setattr(bot.agent, "tracker_store", safe)
    monkeypatch.setattr(bot.agent.processor, "tracker_store", safe)
    return store


def assert_talks(say: Say) -> None:
    """A conversation about a plan goes on over several turns, and an emergency ends it."""
    assert say("when is my next injection?").custom["kind"] == "ask"
    assert "Monday 4 May 2026" in say("every 12 weeks, last one 9 february 2026").text
    assert say(QUESTION).custom["topics"] == ["time_to_feel_better"]
    assert_emergency(say(EMERGENCY))
    assert say("ok thanks").custom["level"] == "emergency"


def test_a_locked_database_stops_no_conversation(
    bot: Bot, say: Say, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """While another program holds the file, answers come, the conversation goes on, and the card leaves."""
    store = use_store(bot, monkeypatch, ConversationStore(host=f"sqlite:///{tmp_path / 'c.db'}"))
    store.engine.dispose()
    other = sqlite3.connect(tmp_path / "c.db", isolation_level=None)
    other.execute("PRAGMA locking_mode=EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    other.execute("INSERT INTO conversation_slots VALUES ('x', 1, '{}')")
    try:
        assert_talks(say)
    finally:
        other.close()


def test_a_database_that_is_gone_stops_no_conversation(bot: Bot, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without any database the conversation goes on from memory, and the card leaves."""
    use_store(bot, monkeypatch, ConversationStore(host="sqlite:////dev/null/nothing.db"))
    assert_talks(say)


def test_a_damaged_database_stops_no_conversation(
    bot: Bot, say: Say, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """With a file that is no database the conversation goes on from memory, and the card leaves."""
    (tmp_path / "c.db").write_bytes(b"this is not a database, whatever it is called" * 100)
    use_store(bot, monkeypatch, ConversationStore(host=f"sqlite:///{tmp_path / 'c.db'}"))
    assert_talks(say)


def test_a_database_that_hangs_stops_no_conversation(
    bot: Bot, say: Say, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """With a database that never answers the conversation goes on from memory, and the card leaves."""
    store = use_store(bot, monkeypatch, ConversationStore(host=f"sqlite:///{tmp_path / 'c.db'}"))
    release = threading.Event()
    monkeypatch.setattr(store.tables, "read", lambda *_: release.wait())
    monkeypatch.setattr(store.tables, "write", lambda *_: release.wait())
    try:
        assert_talks(say)
    finally:
        release.set()


def test_data_that_cannot_be_deleted_are_not_called_deleted(
    bot: Bot, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the database is away, the person is told that deleting has to wait."""
    use_store(bot, monkeypatch, ConversationStore(host="sqlite:////dev/null/nothing.db"))
    say("forget me")
    turn = say("yes")
    assert "deleted" not in turn.custom
    assert "not" in turn.text


def test_an_unreadable_row_stops_no_conversation(
    bot: Bot, say: Say, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """A conversation whose stored events cannot be read still gets its cards and answers."""
    use_store(bot, monkeypatch, ConversationStore(host=f"sqlite:///{tmp_path / 'c.db'}"))
    say(QUESTION)
    with sqlite3.connect(tmp_path / "c.db") as connection:
        connection.execute("UPDATE conversation_events SET data = '{broken'")
    connection.close()
    assert say(QUESTION).messages[0]["text"]
    assert_emergency(say(EMERGENCY))
