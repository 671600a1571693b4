"""Where conversations are kept: SQLite by default, Postgres by one setting (`endpoints.yml`).

Rasa's own SQL store blocks the event loop, freezes with a hung database, reads a conversation from its first event at
every message, and silently drops a turn whose read failed. This one works in a thread under a limit, goes on from
memory while the database is away, reads a bounded tail, and writes each event once, whatever is retried.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import sqlalchemy as sa
from rasa.core.agent import Agent
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import SerializedTrackerAsText, TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.pool import QueuePool

from b12guide.settings import database

logger = logging.getLogger(__name__)
T = TypeVar("T")

METADATA = sa.MetaData()
EVENTS = sa.Table(
    "conversation_events",
    METADATA,
    sa.Column("sender_id", sa.String(255), primary_key=True),
    # The place of the event in its conversation: writing the same event again changes nothing.
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("timestamp", sa.Float),
    sa.Column("data", sa.Text, nullable=False),
)
SLOTS = sa.Table(
    "conversation_slots",
    METADATA,
    sa.Column("sender_id", sa.String(255), primary_key=True),
    sa.Column("updated", sa.Float, index=True),
    sa.Column("data", sa.Text, nullable=False),
)
MARK, STREAMED = "_stored_upto", "_streamed_upto"


class StoreUnavailableError(RuntimeError):
    """The database did not answer in time, or is being left alone after it did not."""


class ConversationStore(TrackerStore, SerializedTrackerAsText):
    """Keeps every event of a conversation once, and reads back its last `tail_events`."""

    def __init__(
        self,
        domain: Domain | None = None,
        host: str | None = None,
        event_broker: EventBroker | None = None,
        *,
        timeout_seconds: float = 0.25,
        retry_seconds: float = 5.0,
        tail_events: int = 160,
        remembered: int = 512,
        clock: Callable[[], float] = time.monotonic,
        **kwargs: Any,
    ) -> None:
        """Open the database, creating its tables and, for SQLite, its folder.

        Args:
            host: the database's address in SQLAlchemy's form (`url` in `endpoints.yml`); `settings.database()` if None.
            timeout_seconds: longest that one read or write may take before the turn goes on without it.
            retry_seconds: how long a database that failed is left alone.
            tail_events: how many events of a conversation are read back; slots are always whole.
            remembered: conversations held in memory, for the time that the database is away.
        """
        self.engine = _engine(host or database())
        self.timeout_seconds, self.retry_seconds = timeout_seconds, retry_seconds
        self.tail_events, self.remembered = tail_events, remembered
        self._clock = clock
        self._closed_until = 0.0
        self._pool = ThreadPoolExecutor(max_workers=4, thread_name_prefix="conversations")
        self._recent: OrderedDict[str, DialogueStateTracker] = OrderedDict()
        # Conversations that the database was asked about and does not have.
        self._new: set[str] = set()
        try:
            METADATA.create_all(self.engine)
        except sa.exc.SQLAlchemyError as error:
            # The server starts all the same: warning signs are answered without a database.
            logger.error("The conversation database cannot be opened: %s", type(error).__name__)
        super().__init__(domain, event_broker, **kwargs)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The conversation's tail with all its slots, or None if there is none.

        What memory holds and the database does not yet (a write that failed) wins; while the database is away, memory
        answers alone.
        """
        known = self._recent.get(sender_id)
        if known is not None and _unsaved(known):
            return known
        try:
            rows, slots, last = await self._run(lambda: self._read(sender_id, self.tail_events))
        except StoreUnavailableError:
            return known
        if not rows:
            self._new.add(sender_id)
        return self._tracker(sender_id, rows, slots, last)

    async def retrieve_full_tracker(self, conversation_id: str) -> DialogueStateTracker | None:
        """The whole conversation, from its first event."""
        rows, slots, last = await self._run(lambda: self._read(conversation_id, None))
        return self._tracker(conversation_id, rows, slots, last)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Write the events that are not yet stored; if that fails, they are kept and written at the next turn."""
        self._remember(tracker)
        await self.stream_events(tracker)
        slots = {name: slot.value for name, slot in tracker.slots.items() if slot.value is not None}
        try:
            if _mark(tracker) is None:
                slots = await self._begin(tracker, slots)
            seq, index = _mark(tracker) or (0, 0)
            new = list(tracker.events)[index:]
            await self._run(lambda: self._write(tracker.sender_id, seq, new, json.dumps(slots)))
        except StoreUnavailableError:
            return
        setattr(tracker, MARK, (seq + len(new), index + len(new)))

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

    async def _begin(self, tracker: DialogueStateTracker, slots: dict[str, Any]) -> dict[str, Any]:
        """Find the place of a tracker's first event. One that was begun while the database could not be read goes on
        after what is stored there, and takes over the stored slots that it has not set itself."""
        if tracker.sender_id in self._new:
            self._new.discard(tracker.sender_id)
            setattr(tracker, MARK, (0, 0))
            return slots
        rows, stored, last = await self._run(lambda: self._read(tracker.sender_id, 1))
        setattr(tracker, MARK, (last, 0))
        if not rows:
            return slots
        older = {name: value for name, value in json.loads(stored or "{}").items() if name not in slots}
        for name, value in older.items():
            if name in tracker.slots:
                tracker.slots[name].value = value
        return {**older, **slots}

    async def keys(self) -> Iterable[str]:
        """Ids of all conversations."""
        return await self._run(lambda: self._query(sa.select(SLOTS.c.sender_id)))

    async def delete(self, sender_id: str) -> None:
        """Delete all that is kept of a conversation. Call it under the conversation's lock.

        Raises:
            StoreUnavailableError: nothing was deleted on disk; say so and try again.
        """
        self._recent.pop(sender_id, None)
        self._new.discard(sender_id)

        def work() -> None:
            with self.engine.begin() as connection:
                for table in (EVENTS, SLOTS):
                    connection.execute(sa.delete(table).where(table.c.sender_id == sender_id))

        await self._run(work)

    async def delete_older_than(self, timestamp: float) -> int:
        """Delete conversations whose last turn was before `timestamp` (seconds since 1970); returns how many."""
        old = await self._run(lambda: self._query(sa.select(SLOTS.c.sender_id).where(SLOTS.c.updated < timestamp)))
        for sender_id in old:
            await self.delete(sender_id)
        return len(old)

    async def _run(self, work: Callable[[], T]) -> T:
        if self._clock() < self._closed_until:
            raise StoreUnavailableError("The conversation database failed a moment ago.")
        future = asyncio.get_running_loop().run_in_executor(self._pool, work)
        try:
            return await asyncio.wait_for(future, self.timeout_seconds)
        except (asyncio.TimeoutError, sa.exc.SQLAlchemyError) as error:
            self._closed_until = self._clock() + self.retry_seconds
            logger.error("The conversation database failed: %s", type(error).__name__)
            raise StoreUnavailableError(type(error).__name__) from error

    def _query(self, statement: Any) -> list[str]:
        with self.engine.connect() as connection:
            return [row[0] for row in connection.execute(statement)]

    def _read(self, sender_id: str, limit: int | None) -> tuple[list[str], str | None, int]:
        tail = sa.select(EVENTS.c.seq, EVENTS.c.data).where(EVENTS.c.sender_id == sender_id)
        tail = tail.order_by(EVENTS.c.seq.desc())
        with self.engine.connect() as connection:
            rows = connection.execute(tail if limit is None else tail.limit(limit)).all()
            slots = connection.execute(sa.select(SLOTS.c.data).where(SLOTS.c.sender_id == sender_id)).scalar()
        return [row.data for row in reversed(rows)], slots, rows[0].seq + 1 if rows else 0

    def _tracker(self, sender_id: str, rows: list[str], slots: str | None, last: int) -> DialogueStateTracker | None:
        if not rows or self.domain is None:
            return None
        events: list[Event] = []
        if last > len(rows):  # the beginning was left out, and with it what set the slots
            events = [SlotSet(name, value) for name, value in json.loads(slots or "{}").items()]
        tail = [Event.from_parameters(json.loads(row)) for row in rows]
        events += [event for event in tail if event is not None]
        tracker = DialogueStateTracker.from_events(sender_id, events, self.domain.slots, domain=self.domain)
        setattr(tracker, MARK, (last, len(tracker.events)))
        setattr(tracker, STREAMED, len(tracker.events))
        self._remember(tracker)
        return tracker

    def _write(self, sender_id: str, seq: int, events: list[Event], slots: str) -> None:
        now = time.time()
        rows = [
            {
                "sender_id": sender_id,
                "seq": seq + place,
                "timestamp": event.timestamp,
                "data": json.dumps(event.as_dict()),
            }
            for place, event in enumerate(events)
        ]
        insert = postgresql.insert if self.engine.dialect.name == "postgresql" else sqlite.insert
        with self.engine.begin() as connection:
            if rows:
                connection.execute(insert(EVENTS).on_conflict_do_nothing(), rows)
            value = {"data": slots, "updated": now}
            statement = insert(SLOTS).values(sender_id=sender_id, **value)
            connection.execute(statement.on_conflict_do_update(index_elements=["sender_id"], set_=value))

    def _remember(self, tracker: DialogueStateTracker) -> None:
        self._recent[tracker.sender_id] = tracker
        self._recent.move_to_end(tracker.sender_id)
        while len(self._recent) > self.remembered:
            self._recent.popitem(last=False)


def store_of(agent: Agent) -> ConversationStore:
    """The store behind the safety net that Rasa puts around every tracker store."""
    return getattr(agent.tracker_store, "_tracker_store", agent.tracker_store)


def _mark(tracker: DialogueStateTracker) -> tuple[int, int] | None:
    """(place in the conversation of the next event to store, its index in `tracker.events`); None if unknown yet."""
    return getattr(tracker, MARK, None)


def _unsaved(tracker: DialogueStateTracker) -> bool:
    mark = _mark(tracker)
    return mark is None or len(tracker.events) > mark[1]


def _engine(url: str) -> sa.engine.Engine:
    """An engine whose connections fail rather than wait: the turn must go on."""
    parsed = sa.engine.make_url(url)
    if parsed.get_backend_name() != "sqlite":
        arguments = {"connect_timeout": 2, "options": "-c statement_timeout=2000"}
        return sa.create_engine(parsed, pool_size=4, pool_pre_ping=True, connect_args=arguments)
    if parsed.database and parsed.database != ":memory:":
        with contextlib.suppress(OSError):  # the connection says what is wrong, and the server starts all the same
            Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    engine = sa.create_engine(
        parsed, poolclass=QueuePool, pool_size=4, connect_args={"check_same_thread": False, "timeout": 0.2}
    )

    @sa.event.listens_for(engine, "connect")
    def tune(connection: Any, _: Any) -> None:
        # One fsync a checkpoint, not one a message: a crash of the machine may lose the last turns, never the file.
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")

    return engine
