"""The conversation store while the database is away, hangs or is held by another program: no turn is lost."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from rasa.shared.core.events import SlotSet

from b12guide.rasa.database_thread import DatabaseAwayError
from b12guide.rasa.lock_store import QuickLockStore
from b12guide.rasa.tracker_store import ConversationStore
from tests.rasa_parts.store_talk import DOMAIN, GENEROUS, Clock, close, run, say, stored, texts


def test_a_turn_whose_write_failed_is_written_at_the_next(
    store: ConversationStore, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was said while the database was away is remembered, and stored once it is back."""
    run(say(store, "ann", "before"))
    reopen = close(store, monkeypatch)
    run(say(store, "ann", "while away", SlotSet("memory", {"plan": 2})))
    assert texts(run(store.retrieve("ann"))) == ["before", "while away"]
    assert run(store.retrieve("ann")).get_slot("memory") == {"plan": 2}
    reopen()
    clock.now += 6
    run(say(store, "ann", "after"))
    assert stored(store) == ["before", "while away", "after"]


def test_a_conversation_begun_while_the_database_was_away_goes_on_after_what_is_stored(
    store: ConversationStore,
    open_store: Callable[..., ConversationStore],
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """After a restart with the database away, neither the old turns nor the new ones are lost, nor the slots."""
    run(say(store, "ann", "long ago", SlotSet("memory", {"plan": 1})))
    restarted = open_store()
    reopen = close(restarted, monkeypatch)
    run(say(restarted, "ann", "while away"))
    reopen()
    clock.now += 6
    run(say(restarted, "ann", "after"))
    assert stored(restarted) == ["long ago", "while away", "after"]
    assert run(open_store().retrieve("ann")).get_slot("memory") == {"plan": 1}


def test_a_database_that_was_away_at_the_start_is_brought_up_later(tmp_path: Path, clock: Clock) -> None:
    """Its tables are made once it is there, and what waited is written."""
    folder = tmp_path / "disk"
    folder.write_text("not mounted yet")
    store = ConversationStore(DOMAIN, f"sqlite:///{folder / 'c.db'}", timeout_seconds=GENEROUS, clock=clock)
    run(say(store, "ann", "hello"))
    clock.now += 60
    with pytest.raises(DatabaseAwayError):
        run(store.bring_up())
    folder.unlink()
    folder.mkdir()
    clock.now += 60

    async def look() -> None:
        await store.bring_up()
        await store.flush(QuickLockStore())

    run(look())
    assert stored(store) == ["hello"]


def test_a_database_that_failed_is_left_alone_for_a_while(
    store: ConversationStore, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a failure nobody waits for the database until the time is over; then it is asked again."""
    reopen = close(store, monkeypatch)
    asked: list[str] = []
    run(say(store, "ann", "hello"))
    reopen()
    read = store.tables.read
    monkeypatch.setattr(store.tables, "read", lambda *of: asked.append(of[0]) or read(*of))
    clock.now += 1.9
    assert run(store.retrieve("bob")) is None
    with pytest.raises(DatabaseAwayError):
        run(store.retrieve_full_tracker("bob"))
    assert asked == []
    clock.now += 0.2
    assert run(store.retrieve("bob")) is None
    assert asked == ["bob"]


def test_a_database_that_hangs_is_not_waited_for(
    open_store: Callable[..., ConversationStore], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A read or write that never ends costs the turn its limit, no more, and the turn is remembered."""
    store = open_store(timeout_seconds=0.05)
    release = threading.Event()
    monkeypatch.setattr(store.tables, "read", lambda *_: release.wait())
    monkeypatch.setattr(store.tables, "write", lambda *_: release.wait())
    try:
        run(say(store, "ann", "hello"))
        assert texts(run(store.retrieve("ann"))) == ["hello"]
    finally:
        release.set()


def test_a_slow_database_is_waited_for_longer_where_memory_knows_nothing(
    open_store: Callable[..., ConversationStore], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody who is not in memory is not met as new because a read was slow; for somebody who is, memory answers."""
    run(say(open_store(), "ann", "before"))
    patience, waited = 2 * GENEROUS, []
    store = open_store(timeout_seconds=patience)
    wait_for = asyncio.wait_for
    monkeypatch.setattr(asyncio, "wait_for", lambda work, seconds: waited.append(seconds) or wait_for(work, seconds))
    for _ in range(2):
        assert texts(run(store.retrieve("ann"))) == ["before"]
    assert [seconds for seconds in waited if seconds != GENEROUS] == [4 * patience, patience]


def test_a_locked_database_is_not_waited_for(
    open_store: Callable[..., ConversationStore], tmp_path: Path, clock: Clock
) -> None:
    """While another program holds the file, turns are remembered; when it lets go, they are stored."""
    store = open_store(timeout_seconds=0.25)
    run(say(store, "ann", "before"))
    store.tables.close()
    other = sqlite3.connect(tmp_path / "conversations.db", isolation_level=None)
    other.execute("PRAGMA locking_mode=EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    other.execute("UPDATE conversation_slots SET updated = updated")
    run(say(store, "ann", "while locked"))
    assert texts(run(store.retrieve("ann")))[-1] == "while locked"
    other.execute("ROLLBACK")
    other.close()
    clock.now += 6
    run(say(store, "ann", "after"))
    assert stored(store) == ["before", "while locked", "after"]


def test_a_database_that_cannot_be_opened_stops_nobody(caplog: pytest.LogCaptureFixture) -> None:
    """With a path where no database can be, the server starts and turns are remembered."""
    store = ConversationStore(DOMAIN, "sqlite:////dev/null/nothing.db")
    run(say(store, "ann", "hello"))
    assert texts(run(store.retrieve("ann"))) == ["hello"]
    assert "hello" not in caplog.text


def test_deleting_without_a_database_says_so(store: ConversationStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is told that their data are gone while they are still on disk."""
    run(say(store, "ann", "hello"))

    def fail(*_: Any) -> Any:
        raise sa.exc.OperationalError("no", {}, Exception("away"))

    monkeypatch.setattr(store.engine, "begin", fail)
    with pytest.raises(DatabaseAwayError):
        run(store.delete("ann"))
    assert stored(store) == ["hello"]
