"""One message at a time in a conversation, without Rasa's pauses of a whole second between looks at the lock."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from rasa.core.lock import TicketLock
from rasa.core.lock_store import LOCK_LIFETIME, InMemoryLockStore
from rasa.utils.endpoints import EndpointConfig

LOOK_SECONDS = 0.02


class QuickLockStore(InMemoryLockStore):
    """Rasa's in-memory locks, looked at every `LOOK_SECONDS`."""

    def __init__(self, endpoint_config: EndpointConfig | None = None) -> None:
        """`endpoint_config` is what Rasa hands over; there is nothing to set."""
        super().__init__()

    @asynccontextmanager
    async def lock(
        self, conversation_id: str, lock_lifetime: float = LOCK_LIFETIME, wait_time_in_seconds: float = LOOK_SECONDS
    ) -> AsyncGenerator[TicketLock, None]:
        """Hold the conversation's lock; waits for those who asked before."""
        async with super().lock(conversation_id, lock_lifetime, wait_time_in_seconds) as held:
            yield held
