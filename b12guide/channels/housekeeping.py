"""What a server does beside answering: write what a database missed, forget what is old, tell whether it is ready."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import Callable

import sqlalchemy as sa
from rasa.core.agent import Agent
from rasa.core.lock_store import LockError, LockStore
from sanic import Sanic

from b12guide import metrics
from b12guide.database.clock_mark import ClockLeapError
from b12guide.rasa.conversation_tables import SLOTS
from b12guide.rasa.database_thread import DatabaseAwayError
from b12guide.rasa.tracker_store import ConversationStore, store_of
from b12guide.shared import forget_texts

logger = logging.getLogger(__name__)
# Seconds between two looks for conversations that wait for the database, and between two deletions of old ones.
FLUSH_SECONDS, DELETE_SECONDS = 1.0, 3600.0
# Old conversations that one look deletes.
DELETED_AT_ONCE = 100
# How long a server that is stopped goes on trying to write what waits: longer than a database that failed is left
# alone, and shorter than the patience of Docker and systemd.
STOP_SECONDS = 8.0
# How long texts of stored conversations stay in memory.
MEMORY_SECONDS = 900.0
# How long a database has to show that it takes a write.
PROOF_SECONDS = 2.0


def model_ready(app: Sanic) -> bool:
    """Whether the model is loaded: without it, only the cards of the rule detector can be given."""
    agent: Agent | None = getattr(app.ctx, "agent", None)
    ready = agent is not None and agent.is_ready()
    metrics.MODEL_READY.set(int(ready))
    return ready


class Housekeeping:
    """The work of one server, from its start to its end."""

    def __init__(
        self,
        app: Sanic,
        *,
        days: int | None,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], float] = time.time,
        pause: float = FLUSH_SECONDS,
    ) -> None:
        """`clock` tells the time between two works, `now` how old a conversation is (seconds since 1970), `pause` is
        between two looks (seconds)."""
        self._app, self._days, self._clock, self._now, self._pause = app, days, clock, now, pause
        self._trimmed = clock()
        self._deleted: float | None = None
        # Conversations deleted for their age since the last pause between deletions.
        self._count = 0
        self._task: asyncio.Task[None] | None = None
        self.stopping = False
        self._proved = False

    def start(self) -> None:
        """Begin, in the loop of the server."""
        self._task = asyncio.get_running_loop().create_task(self._run())

    async def stop(self) -> None:
        """Write what waits, and end."""
        self.stopping = True
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
        began = self._clock()
        await self.look()
        while self._waits() and self._clock() - began < STOP_SECONDS:
            await asyncio.sleep(self._pause)
            await self.look()

    async def database_usable(self) -> bool:
        """Whether the database has taken a write since the start, now or before.

        One that can never be written (no right, no database, another program's file) is found. One that goes away later
        is not held against the server, which goes on without it.
        """
        store = self._store()
        if store is None or self._proved:
            return True
        try:
            proof = asyncio.get_running_loop().run_in_executor(None, _prove, store)
            await asyncio.wait_for(proof, PROOF_SECONDS)
        except (sa.exc.SQLAlchemyError, asyncio.TimeoutError) as error:
            logger.error("The conversation database cannot be used: %s", type(error).__name__)
            return False
        self._proved = True
        return True

    async def _run(self) -> None:
        while True:
            await asyncio.sleep(self._pause)
            await self.look()
            await self._settle()

    async def _settle(self) -> None:
        """Let the database put its journal in order; not in its own threads, where a slow disk would hold up turns."""
        store = self._store()
        try:
            if store is not None:
                await asyncio.get_running_loop().run_in_executor(None, store.tables.settle)
        except sa.exc.SQLAlchemyError as error:
            logger.error("The journal of the database was left as it is: %s", type(error).__name__)

    def _store(self) -> ConversationStore | None:
        agent: Agent | None = getattr(self._app.ctx, "agent", None)
        store = store_of(agent) if agent is not None else None
        return store if isinstance(store, ConversationStore) else None

    def _waits(self) -> bool:
        """Whether turns are in memory alone, which dies with the process."""
        store = self._store()
        return store is not None and store.waits

    async def look(self) -> None:
        """Do what is due; what fails is tried again at the next look."""
        try:
            await self._look()
        except (DatabaseAwayError, LockError):
            return
        except Exception as error:
            logger.error("Looking after conversations failed: %s", type(error).__name__)

    async def _look(self) -> None:
        due = self._clock() - self._trimmed >= MEMORY_SECONDS
        if due:
            self._trimmed = self._clock()
            forget_texts()
        if not model_ready(self._app):
            return
        agent: Agent = self._app.ctx.agent
        store = self._store()
        if store is None:
            return
        if due:
            store.trim(MEMORY_SECONDS)
        await store.bring_up()
        await store.flush(agent.lock_store)
        if self._days is None or (self._deleted is not None and self._clock() - self._deleted < DELETE_SECONDS):
            return
        await self._delete_old(store, agent.lock_store, self._days)

    async def _delete_old(self, store: ConversationStore, locks: LockStore, days: int) -> None:
        """Delete a batch of what is old; the next look goes on with it, so that turns are not held up for long."""
        try:
            await store.looked_after(self._now())
        except ClockLeapError as leap:
            self._deleted = self._clock()
            logger.error("%s", leap)
            return
        count = await store.delete_older_than(self._now() - days * 86_400, locks, DELETED_AT_ONCE)
        metrics.DELETED.labels("age").inc(count)
        self._count += count
        if count == DELETED_AT_ONCE:
            return
        self._deleted = self._clock()
        if self._count:
            logger.warning("Deleted by age: %d conversations without a turn for %d days.", self._count, days)
        self._count = 0


def _prove(store: ConversationStore) -> None:
    """Write nothing, as a write: with tables made where the database was away at the start.

    Raises:
        SQLAlchemyError: the database takes no write.
    """
    store.tables.create()
    with store.engine.begin() as connection:
        connection.execute(sa.update(SLOTS).where(sa.false()).values(updated=0.0))
