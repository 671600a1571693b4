"""A conversation from its first event to its last, however long it is, a page at a time."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from functools import partial
from typing import Any, NamedTuple

from rasa.shared.core.events import Event

from b12guide.rasa.conversation_tables import ConversationTables, Stored
from b12guide.rasa.database_thread import DatabaseAwayError, DatabaseThread
from b12guide.rasa.stored_events import events_of

# Events that are read at once, and the longest that this may take.
PAGE_EVENTS, PAGE_SECONDS = 400, 10.0


class Whole(NamedTuple):
    """All of a conversation: its slots as they are now, and its events, oldest first, page by page."""

    slots: dict[str, Any]
    pages: AsyncIterator[list[Event]]


class Reader:
    """Reads in a thread of its own: no turn waits for it, and that it is slow says nothing about the database."""

    def __init__(self, tables: ConversationTables, clock: Callable[[], float]) -> None:
        self._tables = tables
        self._thread = DatabaseThread("conversations that are read whole", 1, retry_seconds=0.0, clock=clock)

    async def whole(self, conversation_id: str) -> Whole:
        """All that is stored of a conversation.

        Raises:
            DatabaseAwayError: it cannot be read, now or at a later page.
        """
        first = await self._page(conversation_id, 0)
        return Whole(json.loads(first.slots or "{}"), self._pages(conversation_id, first))

    async def _pages(self, conversation_id: str, page: Stored) -> AsyncIterator[list[Event]]:
        # What is said meanwhile is not part of it.
        read, last = 0, page.last
        while page.rows:
            read += len(page.rows)
            yield events_of(page.rows)
            if read >= last:
                return
            page = await self._page(conversation_id, read)
        if read < last:
            raise DatabaseAwayError("The conversation was deleted meanwhile.")

    async def _page(self, conversation_id: str, first: int) -> Stored:
        return await self._thread.run(partial(self._tables.page, conversation_id, first, PAGE_EVENTS), PAGE_SECONDS)
