"""What is left in the files of the store: of what was deleted nothing, for others to read nothing."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa
from rasa.shared.core.events import SlotSet

from b12guide.rasa.database_thread import DatabaseAwayError
from b12guide.rasa.lock_store import QuickLockStore
from b12guide.rasa.tracker_store import ConversationStore
from tests.rasa_parts.store_talk import DOMAIN, GENEROUS, Clock, close, run, say, stored, turn


def test_a_conversation_deleted_while_it_is_read_is_not_taken_for_whole(
    store: ConversationStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever reads it is told that the rest is missing."""
    monkeypatch.setattr("b12guide.rasa.whole_conversation.PAGE_EVENTS", 4)
    for n in range(5):
        run(say(store, "ann", f"turn {n}"))

    async def read() -> None:
        pages = (await store.whole("ann")).pages
        await pages.__anext__()
        await store.delete("ann")
        async for _ in pages:
            pass

    with pytest.raises(DatabaseAwayError):
        run(read())


def test_the_journal_is_moved_into_the_file_between_turns(
    open_store: Callable[..., ConversationStore], tmp_path: Path
) -> None:
    """What was written is in the journal first; once it is settled, the file alone has it."""
    store = open_store()
    path = Path(store.engine.url.database or "")

    def in_the_file() -> list[str]:
        copy = tmp_path / "copy.db"
        shutil.copyfile(path, copy)
        with contextlib.closing(sqlite3.connect(copy)) as connection:
            return [name for (name,) in connection.execute("SELECT sender_id FROM conversation_slots")]

    store.tables.settle()
    run(say(store, "ann", "hello"))
    assert in_the_file() == []
    store.tables.settle()
    assert in_the_file() == ["ann"]


def test_deleting_leaves_nothing(store: ConversationStore) -> None:
    """After deleting, neither the disk nor memory knows the conversation; others stay."""
    run(say(store, "ann", "hello", SlotSet("memory", {"plan": 1})))
    run(say(store, "bob", "hi"))
    run(store.delete("ann"))
    assert run(store.retrieve("ann")) is None
    assert (stored(store, "ann"), stored(store, "bob")) == ([], ["hi"])
    assert run(store.keys()) == ["bob"]


def test_a_deletion_that_fails_keeps_what_is_not_written(
    store: ConversationStore, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Turns that wait for the database are written once it is back, as if nobody had asked for them to be deleted."""
    run(say(store, "ann", "one"))

    async def ask() -> None:
        reopen = close(store, monkeypatch)
        await say(store, "ann", "two")
        with contextlib.suppress(DatabaseAwayError):
            await store.delete("ann")
        reopen()
        clock.now += 60
        await store.flush(QuickLockStore())

    run(ask())
    assert stored(store) == ["one", "two"]


def bytes_of(store: ConversationStore) -> bytes:
    """All that the database's files hold."""
    path = Path(store.engine.url.database or "")
    return b"".join(one.read_bytes() for one in path.parent.glob(f"{path.name}*"))


def test_no_word_of_what_was_deleted_is_left_in_the_files(store: ConversationStore) -> None:
    """Neither the file nor its journal holds it once it is deleted."""
    run(say(store, "ann", "a quince"))
    store.tables.settle()
    run(say(store, "ann", "two quinces"))
    assert b"quince" in bytes_of(store)
    run(store.delete("ann"))
    assert b"quince" not in bytes_of(store)


def test_a_journal_that_somebody_reads_is_emptied_later(store: ConversationStore) -> None:
    """A reader at the moment of the deletion keeps the old pages for itself until it is done, and nobody longer."""
    run(say(store, "ann", "a quince"))
    reader = sqlite3.connect(store.engine.url.database or "")
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM conversation_events").fetchone()
    run(store.delete("ann"))
    assert b"quince" in bytes_of(store)
    reader.close()
    store.tables.settle()
    assert b"quince" not in bytes_of(store)


def test_the_files_are_the_owners_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, open_store: Callable[..., ConversationStore]
) -> None:
    """Database, journal and its index can be read by nobody else, however they were made; nor can the data folder."""
    path = tmp_path / "conversations.db"
    path.touch(mode=0o644)
    tmp_path.chmod(0o755)
    monkeypatch.setattr("b12guide.database.engine.DATA", tmp_path)
    store = open_store()
    run(say(store, "ann", "hello"))
    assert {one.name: one.stat().st_mode & 0o777 for one in tmp_path.iterdir()} == {
        "conversations.db": 0o600,
        "conversations.db-wal": 0o600,
        "conversations.db-shm": 0o600,
    }
    assert tmp_path.stat().st_mode & 0o777 == 0o700


def test_a_folder_that_is_made_is_the_owners_alone(tmp_path: Path) -> None:
    """Wherever the database is put; a folder that was there is left as it is."""
    path = tmp_path / "new" / "conversations.db"
    before = tmp_path.stat().st_mode
    store = ConversationStore(DOMAIN, f"sqlite:///{path}", timeout_seconds=GENEROUS)
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert tmp_path.stat().st_mode == before
    store.tables.close()


def test_deleting_under_the_lock_waits_for_the_message_on_its_way(store: ConversationStore) -> None:
    """A message that is being answered cannot write the conversation back after it was deleted."""

    async def race() -> None:
        locks = QuickLockStore()
        started, finish = asyncio.Event(), asyncio.Event()

        async def slow_turn() -> None:
            async with locks.lock("ann"):
                tracker = await store.retrieve("ann")
                assert tracker is not None
                started.set()
                await finish.wait()
                for event in turn("on its way"):
                    tracker.update(event, DOMAIN)
                await store.save(tracker)

        async def delete() -> None:
            async with locks.lock("ann"):
                await store.delete("ann")

        await say(store, "ann", "hello")
        talking = asyncio.ensure_future(slow_turn())
        await started.wait()
        deleting = asyncio.ensure_future(delete())
        finish.set()
        await asyncio.gather(talking, deleting)

    run(race())
    assert stored(store) == []
    assert run(store.retrieve("ann")) is None


def test_old_conversations_are_deleted(store: ConversationStore) -> None:
    """What nobody came back to is deleted; what is newer stays."""
    for sender in ("ann", "bob", "cid"):
        run(say(store, sender, "hello"))
    with store.engine.begin() as connection:
        connection.execute(sa.text("UPDATE conversation_slots SET updated = 100 WHERE sender_id IN ('ann', 'bob')"))
    assert run(store.delete_older_than(101, QuickLockStore())) == 2
    assert run(store.keys()) == ["cid"]
    assert (stored(store, "ann"), stored(store, "cid")) == ([], ["hello"])
