"""Messages of phone and message companies: each taken once, kept until it is answered, then forgotten but for its key.

A row is written before the provider is told that its message arrived. So a message outlives the process that took it:
another one, or the same after a restart, answers it. The key is unique in the database, so of two deliveries of a
message at the same moment, to whichever process, one is taken.
"""

from __future__ import annotations

import json
import logging
import time
import uuid
from collections import OrderedDict
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, TypeVar

import sqlalchemy as sa

from b12guide.channels.inbox_tables import InboxTables, Kept, Taken
from b12guide.rasa.database_thread import DatabaseAwayError, DatabaseThread

logger = logging.getLogger(__name__)
T = TypeVar("T")
THREADS = 4


class Inbox:
    """The messages of all channels in the conversation database. While that is away, memory alone holds them."""

    def __init__(
        self,
        url: str,
        *,
        lease_seconds: float = 15.0,
        timeout_seconds: float = 0.25,
        retry_seconds: float = 5.0,
        remembered: int = 10_000,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Open the database and create the tables.

        Args:
            url: the database's address in SQLAlchemy's form.
            lease_seconds: how long a message is left to a process that gives no sign of life.
            timeout_seconds: longest that one read or write may take; 3 times as long where a message is taken, since
                two processes that both believe the database to be away would both answer it.
            retry_seconds: how long a database that failed is left alone.
            remembered: keys and people held in memory.
            clock: seconds since 1970.
        """
        self.lease_seconds, self.timeout_seconds, self._take_seconds = (
            lease_seconds,
            timeout_seconds,
            3 * timeout_seconds,
        )
        # A file that another process writes to is not away.
        self.tables = InboxTables(url, uuid.uuid4().hex, lease_seconds, lock_seconds=self._take_seconds)
        self._remembered, self._clock = remembered, clock
        self._thread = DatabaseThread("channels", THREADS, retry_seconds=retry_seconds, clock=clock)
        # Keys of messages that came, each with whether it was this process that took it.
        self._seen: OrderedDict[str, bool] = OrderedDict()
        self._at_work: dict[str, Taken] = {}
        # Messages of which the database does not know all: it was away.
        self._untold: dict[str, tuple[str, str]] = {}
        self._people: OrderedDict[str, Kept] = OrderedDict()
        self._unkept: set[str] = set()
        try:
            self.tables.create()
        except sa.exc.SQLAlchemyError as error:
            logger.error("The database of the channels cannot be opened: %s", type(error).__name__)

    async def take(self, channel: str, messages: Iterable[Taken]) -> list[Taken]:
        """Those of `messages` that were never taken before, in order; each is now this process's.

        Where the database does not answer they are held in memory: whoever writes gets an answer all the same.
        """
        fresh: list[Taken] = []
        for message in messages:
            if message.key not in self._seen:
                self._see(message)
                fresh.append(message)
        if not fresh:
            return []
        now = self._clock()
        try:
            new = await self._thread.run(partial(self.tables.insert, channel, fresh, now), self._take_seconds)
        except DatabaseAwayError:
            self._untold.update({message.key: (channel, message.conversation) for message in fresh})
            return fresh
        for message in fresh:
            if message.key not in new:
                self._seen[message.key] = False
                self._at_work.pop(message.key, None)
            else:
                message.behind = new[message.key]
        return [message for message in fresh if message.key in new]

    async def answered(self, channel: str, taken: Taken, answer: dict[str, Any]) -> None:
        """Keep the answer with its message, so that a restart sends the same."""
        taken.answer = answer
        await self._change(channel, taken, answer=json.dumps(answer))

    async def sent(self, channel: str, taken: Taken, count: int) -> None:
        """`count` of the answer's requests are out."""
        taken.sent = count
        await self._change(channel, taken, sent=count)

    async def done(self, channel: str, taken: Taken) -> None:
        """The message is answered: of it and its answer, only the key stays."""
        await self._change(channel, taken, message=None, answer=None, owner=None, held_until=None)
        self._at_work.pop(taken.key, None)

    async def ahead(self, taken: Taken) -> bool:
        """Whether another process, alive, is still at an earlier message of the same person."""
        now = self._clock()
        try:
            return await self._run(lambda: self.tables.ahead(taken, now))
        except DatabaseAwayError:
            return False

    async def keep_alive(self) -> None:
        """Tell other processes that this one is still at its messages, and the database what it missed."""
        keys, untold, now = list(self._at_work), dict(self._untold), self._clock()
        try:
            await self._run(lambda: self.tables.renew(keys, untold, now))
        except DatabaseAwayError:
            return
        for key in untold.keys() - set(keys):
            self._untold.pop(key, None)
        for conversation in list(self._unkept):
            self._unkept.discard(conversation)
            await self.keep(conversation, self._people.get(conversation) or Kept())

    async def abandoned(self, channel: str) -> list[Taken]:
        """Messages whose process is gone, in order; each is now this process's."""
        now = self._clock()
        try:
            found = await self._run(lambda: self.tables.adopt(channel, now))
        except DatabaseAwayError:
            return []
        # What was taken here is at work or answered, whatever a database that was away says of it.
        adopted = [taken for taken in found if not self._seen.get(taken.key)]
        for taken in adopted:
            self._see(taken)
        return adopted

    async def kept(self, conversation: str) -> Kept:
        """What is kept of a person; from memory while the database is away."""
        if conversation in self._unkept:
            return self._people.get(conversation) or Kept()
        try:
            return await self._run(lambda: self.tables.kept(conversation)) or Kept()
        except DatabaseAwayError:
            return self._people.get(conversation) or Kept()

    async def keep(self, conversation: str, kept: Kept) -> None:
        """Keep this of a person; in memory until the database is back."""
        self._people[conversation] = kept
        while len(self._people) > self._remembered:
            self._people.popitem(last=False)
        now = self._clock()
        try:
            await self._run(lambda: self.tables.keep(conversation, kept, now))
        except DatabaseAwayError:
            self._unkept.add(conversation)

    async def forget_old(self) -> None:
        """Delete keys that no provider delivers again, and what "MORE" would give after a day."""
        now = self._clock()
        try:
            await self._run(lambda: self.tables.forget_old(now))
        except DatabaseAwayError:
            return

    def close(self) -> None:
        """Give back what the database's side holds."""
        self._thread.close()
        self.tables.engine.dispose()

    def _see(self, taken: Taken) -> None:
        self._seen[taken.key] = True
        self._at_work[taken.key] = taken
        while len(self._seen) > self._remembered:
            self._seen.popitem(last=False)

    async def _change(self, channel: str, taken: Taken, **values: Any) -> None:
        try:
            await self._run(lambda: self.tables.change(taken.key, **values))
        except DatabaseAwayError:
            self._untold[taken.key] = (channel, taken.conversation)

    async def _run(self, work: Callable[[], T]) -> T:
        return await self._thread.run(work, self.timeout_seconds)
