"""The conversation store: every event once, a bounded tail, and nothing lost while the database is away."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import threading
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from rasa.core.brokers.broker import EventBroker
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from b12guide.rasa.lock_store import QuickLockStore
from b12guide.rasa.tracker_store import ConversationStore, StoreUnavailableError

DOMAIN = Domain.from_dict(
    {
        "intents": ["greet"],
        "slots": {
            "memory": {"type": "any", "influence_conversation": False, "mappings": [{"type": "custom"}]},
            "awaiting": {"type": "text", "influence_conversation": False, "mappings": [{"type": "custom"}]},
        },
    }
)
GENEROUS = 20.0


def run(awaitable: Coroutine[Any, Any, Any]) -> Any:
    return asyncio.run(asyncio.wait_for(awaitable, GENEROUS))


class Clock:
    """A clock that stands until it is set."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def open_store(tmp_path: Path, clock: Clock) -> Callable[..., ConversationStore]:
    """Opens stores on the one database of the test, as a restart or a second process would."""

    def make(**options: Any) -> ConversationStore:
        options.setdefault("timeout_seconds", GENEROUS)
        return ConversationStore(DOMAIN, f"sqlite:///{tmp_path / 'conversations.db'}", clock=clock, **options)

    return make


@pytest.fixture
def store(open_store: Callable[..., ConversationStore]) -> ConversationStore:
    return open_store()


def turn(text: str, *more: Event) -> list[Event]:
    return [
        UserUttered(text, {"name": "greet", "confidence": 1.0}),
        *more,
        BotUttered(f"re {text}"),
        ActionExecuted("action_listen"),
    ]


async def say(store: ConversationStore, sender: str, text: str, *more: Event) -> DialogueStateTracker:
    """One turn, as Rasa does it: the tracker is fetched or made, goes on, and is saved."""
    tracker = await store.retrieve(sender) or DialogueStateTracker(sender, DOMAIN.slots)
    for event in turn(text, *more):
        tracker.update(event, DOMAIN)
    await store.save(tracker)
    return tracker


def texts(tracker: DialogueStateTracker | None) -> list[str | None]:
    return [event.text for event in tracker.events if isinstance(event, UserUttered)] if tracker else []


def stored(store: ConversationStore, sender: str = "ann") -> list[str]:
    """What the person said, as it is on disk."""
    with store.engine.connect() as connection:
        rows = connection.execute(sa.text("SELECT sender_id, data FROM conversation_events ORDER BY sender_id, seq"))
        events = [json.loads(row.data) for row in rows if row.sender_id == sender]
    return [event["text"] for event in events if event["event"] == "user"]


def close(store: ConversationStore, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Take the database away; returns what brings it back."""
    read, write = store.tables.read, store.tables.write

    def fail(*_: Any) -> Any:
        raise sa.exc.OperationalError("no", {}, Exception("away"))

    monkeypatch.setattr(store.tables, "read", fail)
    monkeypatch.setattr(store.tables, "write", fail)

    def reopen() -> None:
        monkeypatch.setattr(store.tables, "read", read)
        monkeypatch.setattr(store.tables, "write", write)

    return reopen


def test_an_unknown_conversation_is_none(store: ConversationStore) -> None:
    """Nobody's conversation is not an empty one."""
    assert run(store.retrieve("nobody")) is None


def test_what_was_saved_comes_back(store: ConversationStore, open_store: Callable[..., ConversationStore]) -> None:
    """After a restart the conversation has its messages and slots."""
    run(say(store, "ann", "hello", SlotSet("memory", {"plan": [1]})))
    again = run(open_store().retrieve("ann"))
    assert texts(again) == ["hello"]
    assert again.get_slot("memory") == {"plan": [1]}


def test_the_tail_is_bounded_while_the_slots_survive(
    open_store: Callable[..., ConversationStore],
) -> None:
    """Of 200 turns only the last events are read back, with the slots that the first turn set."""

    async def talk(store: ConversationStore) -> list[int]:
        await say(store, "ann", "turn 0", SlotSet("memory", {"plan": "12 weekly"}), SlotSet("awaiting", "plan"))
        return [len((await say(store, "ann", f"turn {n}")).events) for n in range(1, 200)]

    store = open_store(tail_events=30)
    lengths = run(talk(store))
    # The tail, the slots that stand for what was left out, and the turn itself.
    assert max(lengths) <= 30 + 2 + 3 + 3
    again = run(open_store(tail_events=30).retrieve("ann"))
    assert again.get_slot("memory") == {"plan": "12 weekly"}
    assert again.get_slot("awaiting") == "plan"
    assert texts(again)[-1] == "turn 199"
    assert stored(store) == [f"turn {n}" for n in range(200)]


def test_the_full_tracker_is_whole(open_store: Callable[..., ConversationStore]) -> None:
    """Where the whole conversation is asked for, its first event comes too."""
    store = open_store(tail_events=6)
    for n in range(10):
        run(say(store, "ann", f"turn {n}"))
    assert texts(run(store.retrieve("ann"))) == ["turn 8", "turn 9"]
    assert texts(run(store.retrieve_full_tracker("ann"))) == [f"turn {n}" for n in range(10)]


def test_an_event_saved_twice_is_stored_once(store: ConversationStore) -> None:
    """Saving the same tracker again adds nothing."""

    async def twice() -> None:
        tracker = await say(store, "ann", "hello")
        await store.save(tracker)
        await store.save(tracker)

    run(twice())
    assert stored(store) == ["hello"]


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
    with pytest.raises(StoreUnavailableError):
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
    store.engine.dispose()
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


def test_memory_is_bounded(open_store: Callable[..., ConversationStore], monkeypatch: pytest.MonkeyPatch) -> None:
    """The conversations talked in last are the ones that are remembered."""
    store = open_store(remembered=2, held_over=2)
    close(store, monkeypatch)
    for sender in ("ann", "bob", "cid"):
        run(say(store, sender, "hello"))
    assert [texts(run(store.retrieve(sender))) for sender in ("ann", "bob", "cid")] == [[], ["hello"], ["hello"]]


def test_deleting_leaves_nothing(store: ConversationStore) -> None:
    """After deleting, neither the disk nor memory knows the conversation; others stay."""
    run(say(store, "ann", "hello", SlotSet("memory", {"plan": 1})))
    run(say(store, "bob", "hi"))
    run(store.delete("ann"))
    assert run(store.retrieve("ann")) is None
    assert (stored(store, "ann"), stored(store, "bob")) == ([], ["hi"])
    assert run(store.keys()) == ["bob"]


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


def test_deleting_without_a_database_says_so(store: ConversationStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is told that their data are gone while they are still on disk."""
    run(say(store, "ann", "hello"))

    def fail(*_: Any) -> Any:
        raise sa.exc.OperationalError("no", {}, Exception("away"))

    monkeypatch.setattr(store.engine, "begin", fail)
    with pytest.raises(StoreUnavailableError):
        run(store.delete("ann"))
    assert stored(store) == ["hello"]


def test_old_conversations_are_deleted(store: ConversationStore) -> None:
    """What nobody came back to is deleted; what is newer stays."""
    for sender in ("ann", "bob", "cid"):
        run(say(store, sender, "hello"))
    with store.engine.begin() as connection:
        connection.execute(sa.text("UPDATE conversation_slots SET updated = 100 WHERE sender_id IN ('ann', 'bob')"))
    assert run(store.delete_older_than(101, QuickLockStore())) == 2
    assert run(store.keys()) == ["cid"]
    assert (stored(store, "ann"), stored(store, "cid")) == ([], ["hello"])


def test_two_servers_on_one_file_see_each_others_turns(open_store: Callable[..., ConversationStore]) -> None:
    """A conversation goes on in another process where the first left it, and every turn is stored in order."""
    first, second = open_store(), open_store()
    run(say(first, "ann", "one"))
    run(say(second, "ann", "two"))
    run(say(first, "ann", "three"))
    assert texts(run(second.retrieve("ann"))) == ["one", "two", "three"]
    assert stored(first) == ["one", "two", "three"]


class Broker(EventBroker):
    """Keeps what is published, or fails."""

    def __init__(self, fails: bool = False) -> None:
        self.fails, self.published = fails, list[dict[str, Any]]()

    @classmethod
    async def from_endpoint_config(cls, *_: Any, **__: Any) -> Broker:
        return cls()

    def publish(self, event: dict[str, Any]) -> None:
        if self.fails:
            raise ConnectionError("the broker is gone")
        self.published.append(event)


def test_each_event_is_published_once(open_store: Callable[..., ConversationStore]) -> None:
    """A broker gets the messages of a conversation in order, none of them twice, also after a restart."""
    broker = Broker()
    store = open_store(event_broker=broker)
    run(say(store, "ann", "one"))
    run(say(store, "ann", "two"))
    run(say(open_store(event_broker=broker), "ann", "three"))
    assert [event["text"] for event in broker.published if event["event"] == "user"] == ["one", "two", "three"]


def test_a_broker_that_is_gone_costs_no_turn(open_store: Callable[..., ConversationStore]) -> None:
    """A turn is stored although its events could not be published."""
    store = open_store(event_broker=Broker(fails=True))
    run(say(store, "ann", "hello"))
    assert stored(store) == ["hello"]
