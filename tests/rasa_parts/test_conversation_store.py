"""The conversation store: every event once, a bounded tail, and nothing left of what is deleted."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa
from rasa.core.brokers.broker import EventBroker
from rasa.shared.core.events import ActionExecuted, SlotSet, UserUttered

from b12guide.rasa.conversation_tables import Stored
from b12guide.rasa.database_thread import DatabaseAwayError
from b12guide.rasa.tracker_store import ConversationStore
from tests.rasa_parts.store_talk import DOMAIN, close, run, say, stored, texts, turn


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
    # Memory holds a tail and half of one more before the tail is read anew, and then the turn itself.
    assert max(lengths) <= 30 + 15 + 3
    again = run(open_store(tail_events=30).retrieve("ann"))
    assert again.get_slot("memory") == {"plan": "12 weekly"}
    assert again.get_slot("awaiting") == "plan"
    assert texts(again)[-1] == "turn 199"
    assert stored(store) == [f"turn {n}" for n in range(200)]


def test_what_memory_has_is_not_read_again(store: ConversationStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """While nobody else writes a conversation, its events are read from the database no second time."""
    run(say(store, "ann", "one"))
    read, found = store.tables.read, []

    def noted(*of: Any) -> Stored:
        found.append(read(*of))
        return found[-1]

    monkeypatch.setattr(store.tables, "read", noted)
    run(say(store, "ann", "two"))
    assert texts(run(store.retrieve("ann"))) == ["one", "two"]
    assert [stored.rows for stored in found] == [[], []]
    # Whoever has it may have changed it, so it is read where it was not written since.
    assert texts(run(store.retrieve("ann"))) == ["one", "two"]
    assert len(found[-1].rows) == 6


def test_what_a_turn_left_unwritten_is_not_met_again(store: ConversationStore) -> None:
    """A turn that ended before it was written leaves the conversation as it is stored."""

    async def broken() -> None:
        tracker = await store.retrieve("ann")
        assert tracker is not None
        for event in turn("lost"):
            tracker.update(event, DOMAIN)

    run(say(store, "ann", "hello"))
    run(broken())
    assert texts(run(store.retrieve("ann"))) == ["hello"]


def test_the_full_tracker_is_whole(open_store: Callable[..., ConversationStore]) -> None:
    """Where the whole conversation is asked for, its first event comes too."""
    store = open_store(tail_events=6)
    for n in range(10):
        run(say(store, "ann", f"turn {n}"))
    assert texts(run(store.retrieve("ann"))) == ["turn 8", "turn 9"]
    assert texts(run(store.retrieve_full_tracker("ann"))) == [f"turn {n}" for n in range(10)]


async def read_whole(store: ConversationStore, sender: str) -> list[str | None]:
    """What somebody said, from the pages of the whole conversation."""
    pages = (await store.whole(sender)).pages
    return [event.text async for page in pages for event in page if isinstance(event, UserUttered)]


def test_a_whole_conversation_comes_in_pages(store: ConversationStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each event comes once, whatever falls on the edge of a page; what is said meanwhile is left out."""
    monkeypatch.setattr("b12guide.rasa.whole_conversation.PAGE_EVENTS", 4)
    for n in range(5):
        run(say(store, "ann", f"turn {n}"))

    async def read() -> list[str | None]:
        pages = (await store.whole("ann")).pages
        first = await pages.__anext__()
        await say(store, "ann", "meanwhile")
        rest = [event async for page in pages for event in page]
        return [event.text for event in [*first, *rest] if isinstance(event, UserUttered)]

    assert run(read())[:5] == [f"turn {n}" for n in range(5)]
    assert run(read_whole(store, "ann")) == [*(f"turn {n}" for n in range(5)), "meanwhile"]
    assert run(read_whole(store, "nobody")) == []


def test_reading_a_whole_conversation_holds_nobody_up(
    store: ConversationStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While a page of it hangs, or fails, everybody else's conversation is read and written as ever."""
    run(say(store, "ann", "one"))
    release, page = threading.Event(), store.tables.page

    def hang(*of: Any) -> Stored:
        release.wait()
        return page(*of)

    async def both() -> list[str | None]:
        monkeypatch.setattr(store.tables, "page", hang)
        reading = [asyncio.ensure_future(read_whole(store, "ann")) for _ in range(8)]
        await asyncio.sleep(0)
        await say(store, "bob", "hello")
        assert not any(one.done() for one in reading)
        release.set()
        return (await asyncio.gather(*reading))[0]

    def fail(*_: Any) -> Stored:
        raise sa.exc.OperationalError("no", {}, Exception("too slow"))

    assert run(both()) == ["one"]
    monkeypatch.setattr(store.tables, "page", fail)
    with pytest.raises(DatabaseAwayError):
        run(read_whole(store, "ann"))
    assert not store.thread.resting
    assert stored(store, "bob") == ["hello"]


def test_an_event_saved_twice_is_stored_once(store: ConversationStore) -> None:
    """Saving the same tracker again adds nothing."""

    async def twice() -> None:
        tracker = await say(store, "ann", "hello")
        await store.save(tracker)
        await store.save(tracker)

    run(twice())
    assert stored(store) == ["hello"]


def test_memory_is_bounded(open_store: Callable[..., ConversationStore], monkeypatch: pytest.MonkeyPatch) -> None:
    """The conversations talked in last are the ones that are remembered."""
    store = open_store(remembered=2, held_over=2)
    close(store, monkeypatch)
    for sender in ("ann", "bob", "cid"):
        run(say(store, sender, "hello"))
    assert [texts(run(store.retrieve(sender))) for sender in ("ann", "bob", "cid")] == [[], ["hello"], ["hello"]]


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


def test_an_event_of_a_kind_that_is_gone_is_left_out(
    store: ConversationStore, open_store: Callable[..., ConversationStore]
) -> None:
    """What a version of long ago stored, and this one does not know, stops no conversation."""
    run(say(store, "ann", "hello"))
    with store.engine.begin() as connection:
        connection.execute(sa.text('UPDATE conversation_events SET data = \'{"event": "gone"}\' WHERE seq = 1'))
    again = run(open_store().retrieve("ann"))
    assert texts(again) == ["hello"]
    assert [type(event) for event in again.events] == [UserUttered, ActionExecuted]
