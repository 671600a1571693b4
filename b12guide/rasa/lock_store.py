"""One message at a time in a conversation, in one process and, where `B12GUIDE_REDIS` is set, between several."""

from __future__ import annotations

import hashlib
import itertools
import logging
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from contextvars import ContextVar

from rasa.core.lock import TicketLock
from rasa.core.lock_store import LOCK_LIFETIME, InMemoryLockStore
from rasa.utils.endpoints import EndpointConfig
from redis.asyncio import Redis
from redis.asyncio.lock import Lock
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import LockError as RedisLockError
from redis.exceptions import RedisError

from b12guide import metrics, settings

logger = logging.getLogger(__name__)
LOOK_SECONDS = 0.02
# How long Redis keeps the lock of a process that was killed. A turn takes milliseconds; one that takes longer than this
# goes on, and the store keeps both turns apart (`conversation_tables.py`).
HOLD_SECONDS = 5.0
# After this a turn goes on without the common lock: a late answer helps nobody.
WAIT_SECONDS = 10.0
ANSWER_SECONDS, RETRY_SECONDS = 0.2, 5.0
_HELD: ContextVar[frozenset[tuple[int, str]]] = ContextVar("_HELD", default=frozenset())


class QuickLockStore(InMemoryLockStore):
    """Rasa's in-memory locks, looked at every `LOOK_SECONDS`, and a lock in Redis around them where there is one.

    Rasa's own Redis locks block the event loop, are read and written in two steps, hold a conversation for a minute
    after their process was killed, and answer nobody while Redis is away. Here a turn goes on without Redis: the proxy
    sends a person to the same process while it lives, and the store keeps turns apart that were written side by side.
    """

    def __init__(
        self,
        endpoint_config: EndpointConfig | None = None,
        *,
        redis_url: str | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`endpoint_config` is what Rasa hands over; the address of Redis is `redis_url`, else the setting."""
        super().__init__()
        self._clock, self._closed_until = clock, 0.0
        url = redis_url or settings.redis()
        self._redis = _connect(url) if url else None
        # The numbers of the locks that are held, and their conversations.
        self._inside: set[tuple[int, str]] = set()
        self._numbers = itertools.count()

    @asynccontextmanager
    async def lock(
        self, conversation_id: str, lock_lifetime: float = LOCK_LIFETIME, wait_time_in_seconds: float = LOOK_SECONDS
    ) -> AsyncGenerator[TicketLock, None]:
        """Hold the conversation's lock; waits for those who asked before. Whoever holds it may ask for it again."""
        if any(mark[1] == conversation_id for mark in _HELD.get() & self._inside):
            yield TicketLock(conversation_id)
            return
        async with (
            super().lock(conversation_id, lock_lifetime, wait_time_in_seconds) as held,
            self._shared(conversation_id),
        ):
            # A task that outlives the lock must not take itself for its holder, so the store keeps the list.
            mark = (next(self._numbers), conversation_id)
            self._inside.add(mark)
            before = _HELD.set(_HELD.get() | {mark})
            try:
                yield held
            finally:
                _HELD.reset(before)
                self._inside.discard(mark)

    @asynccontextmanager
    async def _shared(self, conversation_id: str) -> AsyncGenerator[None, None]:
        """Hold the lock that other processes see, or go on without it where Redis does not answer."""
        lock = await self._acquire(conversation_id)
        try:
            yield
        finally:
            if lock is not None:
                try:
                    await lock.release()
                except RedisLockError:  # it took longer than `HOLD_SECONDS`
                    logger.warning("A turn took longer than its lock was held.")
                except (RedisError, OSError) as error:
                    self._failed(error)

    async def _acquire(self, conversation_id: str) -> Lock | None:
        if self._redis is None or self._clock() < self._closed_until:
            return None
        # No name of a conversation leaves the process.
        name = f"b12guide:turn:{hashlib.sha256(conversation_id.encode()).hexdigest()}"
        lock = self._redis.lock(name, timeout=HOLD_SECONDS, sleep=LOOK_SECONDS, blocking_timeout=WAIT_SECONDS)
        try:
            acquired = await lock.acquire()
        except (RedisError, OSError) as error:
            self._failed(error)
            return None
        metrics.worked("locks")
        if not acquired:
            logger.error("A conversation was held by another process for %.0f seconds.", WAIT_SECONDS)
        return lock if acquired else None

    def _failed(self, error: Exception) -> None:
        self._closed_until = self._clock() + RETRY_SECONDS
        metrics.failed("locks")
        logger.error("The common locks failed: %s", type(error).__name__)


def _connect(url: str) -> Redis:
    return Redis.from_url(
        url,
        socket_timeout=ANSWER_SECONDS,
        socket_connect_timeout=ANSWER_SECONDS,
        # Connections that a restart of Redis has cut are replaced without anybody noticing.
        retry=Retry(NoBackoff(), 1, supported_errors=(RedisConnectionError,)),
    )
