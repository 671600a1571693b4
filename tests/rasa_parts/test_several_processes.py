"""Several processes on one database: every turn once, in order, and nothing that was deleted comes back."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from b12guide.rasa.database_thread import DatabaseAwayError
from b12guide.rasa.lock_store import QuickLockStore
from b12guide.rasa.tracker_store import ConversationStore

DOMAIN = Domain.from_dict(
    {
        "intents": ["greet"],
        "slots": {"memory": {"type": "any", "influence_conversation": False, "mappings": [{"type": "custom"}]}},
    }
)
GENEROUS = 20.0


def run(awaitable: Coroutine[Any, Any, Any]) -> Any:
    return asyncio.run(asyncio.wait_for(awaitable, GENEROUS))


class Process:
    """One process: a store of its own on the test's database, whose access to it can be taken away."""

    def __init__(self, path: Path) -> None:
        self.now = 1000.0
        self.store = ConversationStore(DOMAIN, f"sqlite:///{path}", timeout_seconds=GENEROUS, clock=lambda: self.now)
        self._working = (self.store.tables.read, self.store.tables.write)

    def cut_off(self) -> None:
        """The database does not answer this process."""

        def fail(*_: Any) -> Any:
            raise sa.exc.OperationalError("no", {}, Exception("away"))

        self.store.tables.read = self.store.tables.write = fail

    def reconnect(self) -> None:
        """It answers again, and this process tries again."""
        self.store.tables.read, self.store.tables.write = self._working
        self.now += 6

    async def begin(self, sender: str, text: str, at: float, message_id: str, slot: Any = None) -> DialogueStateTracker:
        """A turn up to the moment before it is saved."""
        tracker = await self.store.retrieve(sender) or DialogueStateTracker(sender, DOMAIN.slots)
        events = [
            UserUttered(text, {"name": "greet", "confidence": 1.0}, message_id=message_id, timestamp=at),
            BotUttered(f"re {text}", timestamp=at + 0.1),
            *([SlotSet("memory", slot, timestamp=at + 0.2)] if slot is not None else []),
            ActionExecuted("action_listen", timestamp=at + 0.3),
        ]
        for event in events:
            tracker.update(event, DOMAIN)
        return tracker

    def say(self, sender: str, text: str, at: float, message_id: str = "", slot: Any = None) -> None:
        """One turn."""

        async def turn() -> None:
            await self.store.save(await self.begin(sender, text, at, message_id or text, slot))

        run(turn())

    def stored(self, sender: str = "ann") -> list[str]:
        """What was said and answered, as it is on disk."""
        with self.store.engine.connect() as connection:
            rows = connection.execute(
                sa.text("SELECT data FROM conversation_events WHERE sender_id = :s ORDER BY seq"), {"s": sender}
            )
            events = [json.loads(row.data) for row in rows]
        return [event["text"] for event in events if event["event"] in ("user", "bot")]

    def slot(self, sender: str = "ann") -> Any:
        """The slot as a process that starts now sees it."""
        tracker = run(self.store.retrieve(sender))
        return tracker.get_slot("memory") if tracker else None


@pytest.fixture
def start(tmp_path: Path) -> Callable[[], Process]:
    """Starts processes on the one database of the test."""
    return lambda: Process(tmp_path / "conversations.db")


def test_a_turn_held_over_joins_those_of_the_other_process(start: Callable[[], Process]) -> None:
    """What one process could not write is written beside what the other wrote meanwhile, in the order of time."""
    first, second = start(), start()
    first.say("ann", "one", 10)
    first.cut_off()
    first.say("ann", "two", 20)
    second.say("ann", "three", 30)
    first.reconnect()
    run(first.store.flush(QuickLockStore()))
    assert first.stored() == ["one", "re one", "two", "re two", "three", "re three"]


def test_the_slots_of_the_later_turn_stay(start: Callable[[], Process]) -> None:
    """A turn that is written late does not undo what a later one has set."""
    first, second, third = start(), start(), start()
    first.say("ann", "one", 10, slot="one")
    first.cut_off()
    first.say("ann", "two", 20, slot="two")
    second.say("ann", "three", 30, slot="three")
    first.reconnect()
    run(first.store.flush(QuickLockStore()))
    assert third.slot() == "three"


def test_two_turns_at_once_are_both_kept_whole(start: Callable[[], Process]) -> None:
    """Without a common lock, each turn stays together: its answer stands behind its own message."""
    first, second = start(), start()
    first.say("ann", "before", 1)
    one, two = run(first.begin("ann", "one", 10, "1")), run(second.begin("ann", "two", 10.05, "2"))
    run(first.store.save(one))
    run(second.store.save(two))
    assert first.stored() == ["before", "re before", "one", "re one", "two", "re two"]


def test_two_first_turns_at_once_are_both_kept(start: Callable[[], Process]) -> None:
    """A conversation that two processes begin is one conversation."""
    first, second = start(), start()
    one, two = run(first.begin("ann", "one", 10, "1")), run(second.begin("ann", "two", 20, "2"))
    run(second.store.save(two))
    run(first.store.save(one))
    assert first.stored() == ["one", "re one", "two", "re two"]


def test_a_message_that_two_processes_answered_is_kept_once(start: Callable[[], Process]) -> None:
    """The same message id, answered twice because nothing could be asked of the other, stands there once."""
    first, second = start(), start()
    first.say("ann", "before", 1)
    first.cut_off()
    first.say("ann", "one", 10, "id")
    second.say("ann", "one", 11, "id")
    first.reconnect()
    first.say("ann", "two", 20)
    assert first.stored() == ["before", "re before", "one", "re one", "two", "re two"]


def test_a_message_answered_elsewhere_is_kept_once_where_it_could_not_be_read(start: Callable[[], Process]) -> None:
    """Who meets somebody as new, since the database gave no answer, goes on behind what is stored, and writes nothing
    of a message that stands there."""
    first, second = start(), start()
    first.say("ann", "before", 1)
    first.say("ann", "one", 10, "id", slot="first")
    second.cut_off()
    again = run(second.begin("ann", "one", 11, "id", slot="second"))
    second.reconnect()
    run(second.store.save(again))
    assert first.stored() == ["before", "re before", "one", "re one"]
    assert first.slot() == "first"
    second.say("ann", "two", 20)
    assert first.stored() == ["before", "re before", "one", "re one", "two", "re two"]


def test_a_turn_that_is_given_up_keeps_its_lock_until_its_write_is_over(start: Callable[[], Process]) -> None:
    """The message is sent to another server meanwhile: it finds the turn, or nothing of it."""
    process = start()
    write, begun, may_end = process.store.tables.write, threading.Event(), threading.Event()

    def slow(*arguments: Any) -> Any:
        begun.set()
        may_end.wait(GENEROUS)
        return write(*arguments)

    process.store.tables.write = slow  # type: ignore[method-assign]

    async def given_up() -> list[str]:
        locks = QuickLockStore()

        async def turn() -> None:
            async with locks.lock("ann"):
                await process.store.save(await process.begin("ann", "one", 10, "id"))

        task = asyncio.ensure_future(turn())
        await asyncio.to_thread(begun.wait, GENEROUS)
        task.cancel()
        await asyncio.sleep(0)
        asyncio.get_running_loop().call_later(0.05, may_end.set)
        async with locks.lock("ann"):
            return process.stored()

    assert run(given_up()) == ["one", "re one"]


def test_a_write_that_was_given_up_and_succeeded_is_not_doubled(
    start: Callable[[], Process], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A database that answers too late has the turn; writing it again changes nothing."""
    process = start()
    process.say("ann", "one", 10)
    write = process.store.tables.write

    def late(*arguments: Any) -> None:
        write(*arguments)
        raise sa.exc.OperationalError("no", {}, Exception("too late"))

    with monkeypatch.context() as patch:
        patch.setattr(process.store.tables, "write", late)
        process.say("ann", "two", 20)
    process.reconnect()
    run(process.store.flush(QuickLockStore()))
    process.say("ann", "three", 30)
    assert process.stored() == ["one", "re one", "two", "re two", "three", "re three"]


@pytest.mark.parametrize("held_over", [False, True])
def test_what_was_deleted_elsewhere_does_not_come_back(start: Callable[[], Process], held_over: bool) -> None:
    """A turn on its way, or held over, belongs to what another process deleted: nothing of it is written."""
    first, second = start(), start()
    first.say("ann", "one", 10, slot="plan")
    tracker = run(first.begin("ann", "two", 20, "2"))
    if held_over:
        first.cut_off()
        run(first.store.save(tracker))
        first.reconnect()
    run(second.store.delete("ann"))
    run(first.store.flush(QuickLockStore()) if held_over else first.store.save(tracker))
    assert second.stored() == []
    assert second.slot() is None
    first.say("ann", "new", 30)
    assert second.stored() == ["new", "re new"]


def test_an_answered_message_is_found_with_its_answer(start: Callable[[], Process]) -> None:
    """Another process finds what was answered to a message id, and that alone."""
    first, second = start(), start()
    first.say("ann", "one", 10, "1")
    first.say("ann", "two", 20, "2")
    assert [said["text"] for said in run(second.store.said_before("ann", "1", "one")).said] == ["re one"]
    assert run(second.store.said_before("ann", "1", "three")) is None
    assert run(second.store.said_before("ann", "3", "one")) is None
    assert run(second.store.said_before("bob", "1", "one")) is None


def test_turns_of_both_processes_are_known_to_both(start: Callable[[], Process]) -> None:
    """However a conversation goes between two processes, each turn goes on from the one before it."""
    first, second = start(), start()
    for number, process in enumerate((first, second, first, first, second, second, first)):
        process.say("ann", f"{number}", 10.0 * number, slot=number)
        tracker = run(process.store.retrieve("ann"))
        assert [event.text for event in tracker.events if isinstance(event, UserUttered)] == list(
            map(str, range(number + 1))
        )
        assert tracker.get_slot("memory") == number
    assert first.stored() == [text for number in range(7) for text in (f"{number}", f"re {number}")]


def test_who_wrote_beside_another_reads_what_came_of_it(start: Callable[[], Process]) -> None:
    """After two turns side by side each process goes on from both, whoever wrote later."""
    first, second = start(), start()
    first.say("ann", "one", 10)

    async def side_by_side() -> None:
        two, three = await first.begin("ann", "two", 20, "2"), await second.begin("ann", "three", 30, "3")
        await second.store.save(three)
        await first.store.save(two)

    run(side_by_side())
    for process in (first, second):
        tracker = run(process.store.retrieve("ann"))
        said = [event.text for event in tracker.events if isinstance(event, UserUttered)]
        assert said == ["one", "two", "three"]


def test_a_conversation_that_began_anew_elsewhere_is_not_taken_for_the_old_one(start: Callable[[], Process]) -> None:
    """What another process deleted is not met again, though as much has been said since."""
    first, second = start(), start()
    first.say("ann", "old", 10, slot="old")
    run(second.store.delete("ann"))
    second.say("ann", "new", 20, slot="new")
    tracker = run(first.store.retrieve("ann"))
    assert [event.text for event in tracker.events if isinstance(event, UserUttered)] == ["new"]
    assert tracker.get_slot("memory") == "new"


def test_a_connection_that_was_cut_off_is_replaced_at_once(
    start: Callable[[], Process], monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a restart of the database nobody waits: what fails on a dead connection is done again on a new one."""
    process = start()
    process.say("ann", "one", 10)
    connect, cuts = process.store.tables._reader.connect, [True]

    def cut_off() -> Any:
        if cuts:
            raise sa.exc.OperationalError("no", {}, Exception("cut off"), connection_invalidated=cuts.pop())
        return connect()

    monkeypatch.setattr(process.store.tables._reader, "connect", cut_off)
    assert run(process.store.said_before("ann", "one", "one")) is not None
    cuts.append(False)
    with pytest.raises(DatabaseAwayError):
        run(process.store.retrieve_full_tracker("ann"))


def test_a_turn_reads_its_conversation_once(start: Callable[[], Process], monkeypatch: pytest.MonkeyPatch) -> None:
    """After the look for an answered message the turn needs no second read; a later turn reads anew."""
    process = start()
    process.say("ann", "one", 10)
    reads: list[str] = []
    read = process.store.tables.read
    monkeypatch.setattr(process.store.tables, "read", lambda *of: reads.append(of[0]) or read(*of))
    run(process.store.said_before("ann", "2", "two"))
    assert run(process.store.retrieve("ann")) is not None
    assert reads == ["ann"]
    run(process.store.said_before("ann", "2", "two"))
    process.store.forget_fresh("ann")
    run(process.store.retrieve("ann"))
    assert reads == ["ann"] * 3


def test_quiet_conversations_leave_memory(start: Callable[[], Process]) -> None:
    """What is stored is not kept in memory for long, so that what another process deletes is gone here too."""
    process = start()
    process.say("ann", "one", 10)
    process.now += 901
    process.say("bob", "two", 20)
    process.store.trim(900)
    process.cut_off()
    assert run(process.store.retrieve("ann")) is None
    assert run(process.store.retrieve("bob")) is not None


def test_a_conversation_that_goes_on_is_not_old(start: Callable[[], Process]) -> None:
    """Whoever writes between the look for old conversations and their deletion keeps theirs."""
    process = start()
    process.say("ann", "one", 10)
    assert process.store.tables.delete("ann", before=0.0) is False
    assert process.stored() == ["one", "re one"]
