"""Where conversations are kept: SQLite by default, Postgres by one setting (`endpoints.yml`).

Rasa's own SQL store blocks the event loop, freezes with a hung database, reads a conversation from its first event at
every message, and silently drops a turn whose read failed. This one works in a thread under a limit, goes on from
memory while the database is away, reads a bounded tail, and writes each event once, whatever is retried.
"""

from __future__ import annotations

import json
import logging
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import sqlalchemy as sa
from rasa.core.agent import Agent
from rasa.core.brokers.broker import EventBroker
from rasa.core.lock_store import LockStore
from rasa.core.tracker_store import SerializedTrackerAsText, TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker

from b12guide import metrics
from b12guide.database.engine import CONNECTIONS
from b12guide.database.schema import PATIENCE
from b12guide.rasa.after_deletion import AfterDeletion
from b12guide.rasa.conversation_tables import ConversationTables, GoneError, Stored
from b12guide.rasa.database_thread import DatabaseAwayError, DatabaseThread
from b12guide.rasa.stored_events import Answered, answer_to, mark_stored, stored_upto, tracker_of
from b12guide.rasa.tracker import Tracker
from b12guide.rasa.whole_conversation import Reader, Whole
from b12guide.settings import database

logger = logging.getLogger(__name__)
STREAMED = "_streamed_upto"
# A conversation in memory grows to so many tails before its tail is read anew.
MOST_TAILS = 1.5


class ConversationStore(TrackerStore, SerializedTrackerAsText):
    """Keeps every event of a conversation once, and reads back its last `tail_events`."""

    def __init__(
        self,
        domain: Domain | None = None,
        host: str | None = None,
        event_broker: EventBroker | None = None,
        *,
        timeout_seconds: float = 0.25,
        write_seconds: float | None = None,
        retry_seconds: float = 2.0,
        tail_events: int = 160,
        remembered: int = 512,
        held_over: int = 5000,
        clock: Callable[[], float] = time.monotonic,
        **kwargs: Any,
    ) -> None:
        """Open the database, creating its tables and, for SQLite, its folder.

        Args:
            host: the database's address in SQLAlchemy's form (`url` in `endpoints.yml`); `settings.database()` if None.
            timeout_seconds: longest that one read may take before the turn goes on without it.
            write_seconds: the same of a write, by default 10 times as long: what memory alone holds dies with the
                process. A warning sign does not wait for it (`channels/base.py`).
            retry_seconds: how long a database that failed is left alone.
            tail_events: how many events of a conversation are read back; slots are always whole.
            remembered: conversations held in memory, for the time that the database is away.
            held_over: conversations with turns that are not written yet; the oldest gives way to a newer one.
        """
        self.tables = ConversationTables(host or database())
        self.timeout_seconds = timeout_seconds
        self.write_seconds = write_seconds or 10 * timeout_seconds
        self.tail_events, self.remembered, self.held_over = tail_events, remembered, held_over
        self._clock = clock
        self.thread = DatabaseThread(
            "conversations",
            CONNECTIONS,
            retry_seconds=retry_seconds,
            clock=clock,
            told=lambda works: (metrics.worked if works else metrics.failed)("database"),
        )
        self._reader = Reader(self.tables, clock)
        self._recent: OrderedDict[str, tuple[float, DialogueStateTracker]] = OrderedDict()
        # Conversations whose last turn is not written yet.
        self._waiting: OrderedDict[str, DialogueStateTracker] = OrderedDict()
        # Read a moment ago under the conversation's lock, for the turn that holds it.
        self._fresh: dict[str, DialogueStateTracker | None] = {}
        # Conversations that are in memory as they are stored, while no turn has them, each with what tells that it is
        # still so (`ConversationTables.read`).
        self._as_stored: dict[str, tuple[tuple[int, float], DialogueStateTracker]] = {}
        # Conversations that the database was asked about and does not have.
        self._new: set[str] = set()
        self._after = AfterDeletion(clock)
        try:
            self.tables.create()
        except sa.exc.SQLAlchemyError as error:
            # The server starts all the same: warning signs are answered without a database.
            logger.error("The conversation database cannot be opened: %s", type(error).__name__)
        super().__init__(domain, event_broker, **kwargs)

    def init_tracker(self, sender_id: str) -> DialogueStateTracker:
        """The conversation of somebody who never wrote."""
        return Tracker(sender_id, self.domain.slots, self.max_event_history)

    @property
    def engine(self) -> sa.engine.Engine:
        """The database, for those who look at it from outside."""
        return self.tables.engine

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The conversation's tail with all its slots, or None if there is none.

        What memory holds and the database does not yet (a write that failed) wins; while the database is away, memory
        answers alone. A slow database is waited for longer where memory knows nothing: the person would be met as new.
        """
        if sender_id in self._waiting:
            return self._waiting[sender_id]
        if sender_id in self._fresh:
            return self._fresh.pop(sender_id)
        patience = self.timeout_seconds * (1 if sender_id in self._recent else 4)
        # Whoever gets it writes it before anybody else does.
        known, held = self._as_stored.pop(sender_id, (None, None))
        if held is not None and len(held.events) > MOST_TAILS * self.tail_events:
            known = None
        read = partial(self.tables.read, sender_id, self.tail_events, known)
        try:
            found = await self.thread.run(read, patience)
        except DatabaseAwayError:
            return self._recent[sender_id][1] if sender_id in self._recent else self.begun(sender_id)
        if found.known:
            return held
        if not found.rows:
            self._new.add(sender_id)
            return self.begun(sender_id)
        return self._tracker(sender_id, found)

    def at_hand(self, sender_id: str) -> DialogueStateTracker | None:
        """The conversation as the last turn of this process left it, where memory has it."""
        return self._recent[sender_id][1] if sender_id in self._recent else None

    async def current(self, sender_id: str) -> DialogueStateTracker | None:
        """The conversation as it is stored, with what this process has not written yet; never an older one from memory.
        Call it under the conversation's lock.

        Raises:
            DatabaseAwayError: it cannot be read.
        """
        if sender_id in self._waiting:
            return self._waiting[sender_id]
        found = await self.thread.run(partial(self.tables.read, sender_id, self.tail_events), self.write_seconds)
        if not found.rows or self.domain is None:
            return None
        return tracker_of(sender_id, found.rows, found.slots, found.last, self.domain)

    async def said_before(self, sender_id: str, message_id: str | None, text: str) -> Answered | None:
        """What was answered to this message, if it is stored already: the same id with another text is another message.
        Call it under the conversation's lock.

        The turn that follows under the same lock does not read the conversation again; `forget_fresh` ends that.
        """
        if sender_id in self._waiting:
            await self._store(self._waiting[sender_id])
        tracker = await self.retrieve(sender_id)
        before = answer_to(message_id, text, tracker) if tracker and message_id else None
        if before is None:
            self._fresh[sender_id] = tracker
        return before

    async def read_ahead(self, sender_id: str) -> DialogueStateTracker | None:
        """Read the conversation for the turn that is about to begin under the same lock; `forget_fresh` ends that."""
        if sender_id not in self._fresh:
            self._fresh[sender_id] = await self.retrieve(sender_id)
        return self._fresh[sender_id]

    def forget_fresh(self, sender_id: str) -> None:
        """The lock under which the conversation was read is given back."""
        self._fresh.pop(sender_id, None)

    async def retrieve_full_tracker(self, conversation_id: str) -> DialogueStateTracker | None:
        """The whole conversation, from its first event.

        Raises:
            DatabaseAwayError: it cannot be read, or its last turn is not written yet.
        """
        whole = await self.whole(conversation_id)
        events = [event async for page in whole.pages for event in page]
        if not events or self.domain is None:
            return None
        return Tracker.from_events(conversation_id, events, self.domain.slots, domain=self.domain)

    async def whole(self, conversation_id: str) -> Whole:
        """All that is stored of a conversation, a page at a time.

        Raises:
            DatabaseAwayError: it cannot be read, now or at a later page, or its last turn is not written yet.
        """
        if conversation_id in self._waiting or self.thread.resting:
            raise DatabaseAwayError("The conversation waits for the database.")
        return await self._reader.whole(conversation_id)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Write the events that are not yet stored; if that fails, they are kept and written as soon as it works."""
        self._remember(tracker)
        await self.stream_events(tracker)
        if await self._store(tracker):
            return
        self._waiting[tracker.sender_id] = tracker
        self._waiting.move_to_end(tracker.sender_id)
        if len(self._waiting) > self.held_over:
            self._waiting.popitem(last=False)
            logger.error("More conversations are waiting for the database than can be held: turns of one are lost.")
        metrics.HELD_OVER.set(len(self._waiting))

    @property
    def waits(self) -> bool:
        """Whether there are turns that are not written yet."""
        return bool(self._waiting)

    async def flush(self, locks: LockStore) -> None:
        """Write what waits for the database, each conversation between two of its turns."""
        for sender_id in list(self._waiting):
            async with locks.lock(sender_id):
                tracker = self._waiting.get(sender_id)
                if tracker is not None and not await self._store(tracker):
                    return

    def trim(self, seconds: float) -> None:
        """Forget the conversations in memory that are stored and were quiet for so long."""
        while self._recent and next(iter(self._recent.values()))[0] < self._clock() - seconds:
            self._as_stored.pop(self._recent.popitem(last=False)[0], None)
        self._new.clear()
        self._after.trim()

    async def _store(self, tracker: DialogueStateTracker) -> bool:
        """Write what is new; False where the database is away. What was deleted meanwhile stays deleted."""
        sender_id = tracker.sender_id
        slots = {name: slot.value for name, slot in tracker.slots.items() if slot.value is not None}
        try:
            place, look_back = stored_upto(tracker), 0
            if place is None:
                slots, last = await self._begin(tracker, slots)
                # Its messages may stand there already: nobody could look.
                place, look_back = (last, 0), min(last, self.tail_events)
            seq, index = place
            new, written = list(tracker.events)[index:], None
            if new:
                write = partial(self.tables.write, sender_id, seq, new, json.dumps(slots), look_back)
                written = await self.thread.run(write, self.write_seconds)
        except DatabaseAwayError:
            return False
        except GoneError:
            self._forget(sender_id)
        else:
            mark_stored(tracker, seq + len(new), index + len(new))
            if written is not None and sender_id in self._recent:
                self._as_stored[sender_id] = ((seq + len(new), written), tracker)
        self._waiting.pop(sender_id, None)
        metrics.HELD_OVER.set(len(self._waiting))
        return True

    async def stream_events(self, tracker: DialogueStateTracker) -> None:
        """Publish each event once, where there is a broker; one that fails costs its copy, never the turn."""
        if self.event_broker is None:
            return
        new = list(tracker.events)[getattr(tracker, STREAMED, 0) :]
        setattr(tracker, STREAMED, len(tracker.events))
        try:
            await self._stream_new_events(self.event_broker, new, tracker.sender_id)
        except Exception as error:
            logger.error("The event broker failed: %s", type(error).__name__)

    async def _begin(self, tracker: DialogueStateTracker, slots: dict[str, Any]) -> tuple[dict[str, Any], int]:
        """The slots to write, and the place of a tracker's first event. One that was begun while the database could not
        be read goes on after what is stored there, and takes over the stored slots that it has not set itself."""
        if tracker.sender_id in self._new:
            self._new.discard(tracker.sender_id)
            return slots, 0
        stored = await self.thread.run(partial(self.tables.read, tracker.sender_id, 1), self.timeout_seconds)
        if not stored.rows:
            return slots, stored.last
        older = {name: value for name, value in json.loads(stored.slots or "{}").items() if name not in slots}
        for name, value in older.items():
            if name in tracker.slots:
                tracker.slots[name].value = value
        return {**older, **slots}, stored.last

    async def keys(self) -> Iterable[str]:
        """Ids of all conversations."""
        return await self.thread.run(self.tables.names, self.timeout_seconds)

    async def delete(self, sender_id: str) -> None:
        """Delete all that is kept of a conversation. Call it under the conversation's lock.

        That an emergency stands, or the plan is on hold, is remembered for a while (`after_deletion.py`).

        Raises:
            DatabaseAwayError: nothing was deleted, on disk or in memory; say so and try again.
        """
        tracker = await self.retrieve(sender_id)
        await self.thread.run(lambda: self.tables.delete(sender_id), self.write_seconds)
        self._forget(sender_id)
        self._after.keep(sender_id, tracker)

    async def bring_up(self) -> None:
        """Bring a database that was away at the start to this version's tables.

        Raises:
            DatabaseAwayError: it is still away.
        """
        if not self.tables.ready:
            await self.thread.run(self.tables.create, PATIENCE)

    async def looked_after(self, now: float) -> None:
        """Note that the database is looked after `now` (seconds since 1970).

        Raises:
            ClockLeapError: that is so long after the last time that nothing may be deleted for its age.
            DatabaseAwayError: the database cannot be asked.
        """
        await self.thread.run(partial(self.tables.looked_after, now), self.write_seconds)

    async def delete_older_than(self, timestamp: float, locks: LockStore, most: int | None = None) -> int:
        """Delete `most` (all if None) of the conversations whose last turn was before `timestamp` (seconds since 1970);
        returns how many.

        Raises:
            DatabaseAwayError: the database went away before all of them were deleted.
        """
        deleted = 0
        for sender_id in await self.thread.run(partial(self.tables.names, timestamp, most), self.timeout_seconds):
            async with locks.lock(sender_id):
                if await self.thread.run(partial(self.tables.delete, sender_id, timestamp), self.write_seconds):
                    self._forget(sender_id)
                    deleted += 1
        if deleted:
            await self.thread.run(self.tables.empty_journal, self.write_seconds)
        return deleted

    def begun(self, sender_id: str) -> DialogueStateTracker | None:
        """What the next conversation of somebody begins with who deleted the last one a moment ago, or None."""
        tracker = self._after.begin(sender_id, self.domain)
        if tracker is not None:
            setattr(tracker, STREAMED, len(tracker.events))
        return tracker

    def _forget(self, sender_id: str) -> None:
        for kept in (self._recent, self._waiting, self._fresh, self._as_stored):
            kept.pop(sender_id, None)
        self._new.discard(sender_id)

    def _tracker(self, sender_id: str, stored: Stored) -> DialogueStateTracker | None:
        if not stored.rows or self.domain is None:
            return None
        tracker = tracker_of(sender_id, stored.rows, stored.slots, stored.last, self.domain)
        setattr(tracker, STREAMED, len(tracker.events))
        self._remember(tracker)
        return tracker

    def _remember(self, tracker: DialogueStateTracker) -> None:
        self._recent[tracker.sender_id] = (self._clock(), tracker)
        self._recent.move_to_end(tracker.sender_id)
        while len(self._recent) > self.remembered:
            self._as_stored.pop(self._recent.popitem(last=False)[0], None)


def store_of(agent: Agent) -> ConversationStore:
    """The store behind the safety net that Rasa puts around every tracker store."""
    return getattr(agent.tracker_store, "_tracker_store", agent.tracker_store)
