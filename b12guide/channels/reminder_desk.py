"""What is done about reminders: planned after each turn that changed something of them, and sent when they are due.

Every moment of a reminder is decided by the conversation as it is then: a plan on hold, an answer or "no more
reminders" ends those that are queued, whatever was planned before.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
import uuid
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, Protocol, TypeVar

import sqlalchemy as sa

from b12guide import metrics
from b12guide.channels.lanes import Lanes
from b12guide.channels.post import Verdict
from b12guide.channels.reminder_rows import (
    CODE,
    Words,
    code_words,
    due_of,
    dues_of,
    follow_up,
    too_late,
    utc,
    wanted,
    words_of,
)
from b12guide.conversation import State
from b12guide.conversation.reminder_wishes import reminders_of
from b12guide.database.reminder_tables import Address, ReminderTables, Row
from b12guide.diary.reminders import SECOND_AFTER
from b12guide.rasa.database_thread import DatabaseAwayError, DatabaseThread
from b12guide.reminder_rules import ReminderRules
from b12guide.shared import reminder_rules

logger = logging.getLogger(__name__)
T = TypeVar("T")
THREADS = 2
# Reminders that one look takes, and that go out side by side.
AT_ONCE, SIDE_BY_SIDE = 40, 8
# Seconds until one that was not taken is tried again, at first and at most; after so many tries it is given up.
FIRST_WAIT, LONGEST_WAIT, MOST_TRIES = 60.0, 3600.0, 30
# Seconds that one read or write may take; how often it is tried to plan what could not be planned, once a look.
PATIENCE, MOST_PLANS = 2.0, 60


class CannotWriteError(RuntimeError):
    """A channel may not write to somebody now; the message says why, in a word for the figures."""


class Way(Protocol):
    """A channel, as reminders need it."""

    # Whether it takes a key under which the same request counts once, whatever is sent again.
    takes_key: bool

    async def remind(self, words: Words, to: Address, key: str) -> Verdict:
        """Send it once.

        Raises:
            CannotWriteError: it may not be sent.
        """


@dataclass(frozen=True)
class Reach:
    """How somebody can be written to: the channel's name, and their address there."""

    channel: str
    address: str


class Desk:
    """The reminders of one server, in the conversation database."""

    def __init__(
        self,
        url: str,
        *,
        rules: ReminderRules | None = None,
        lease_seconds: float = 30.0,
        patience: float = PATIENCE,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Open the database.

        Args:
            url: its address in SQLAlchemy's form. rules: what the clinic sets; as the settings say by default.
            lease_seconds: how long a reminder is left to a process that gives no sign of life.
            patience: longest that one read or write may take (seconds). clock: seconds since 1970.
        """
        self.tables = ReminderTables(url, uuid.uuid4().hex, lease_seconds)
        self.rules = rules or reminder_rules()
        self._clock, self._patience = clock, patience
        self._thread = DatabaseThread("reminders", THREADS, retry_seconds=5.0, clock=clock)
        self._lanes = Lanes()
        # What could not be planned yet, with how often that was tried.
        self._unplanned: dict[str, Any] = {}
        try:
            self.tables.create()
        except sa.exc.SQLAlchemyError as error:
            logger.error("The database of the reminders cannot be opened: %s", type(error).__name__)

    def after_turn(self, conversation: str, state: State, reach: Reach | None, zone: str) -> None:
        """Plan anew, behind the answer, what a turn may have changed; nothing where nothing of reminders is kept.

        Args:
            state: the conversation after the turn. reach: None where nothing can be sent on the channel. zone: of the
                person, where they named none.
        """
        if any(value.get("reminders") for value in state.diaries.values()):
            self._lanes.add(conversation, partial(self.plan, conversation, state, reach, zone))

    async def plan(self, conversation: str, state: State, reach: Reach | None, zone: str) -> None:
        """Let the rows of a conversation be what its state wants."""
        now = self._clock()
        channel = reach.channel if reach else None
        found = wanted(conversation, state, self.rules, channel=channel, zone=zone, now=utc(now))
        address = Address(reach.channel, reach.address, now) if reach else None
        try:
            kept = await self._run(lambda: self.tables.plan(conversation, found.rows, found.keys, address, now))
        except DatabaseAwayError:
            kept = False
        # What could not be planned is tried again for a while: the conversation may be written a moment later, too.
        tries = self._unplanned.pop(conversation, (0,))[0] + 1
        if not kept and tries <= MOST_PLANS:
            self._unplanned[conversation] = (tries, state, reach, zone)
        elif not kept:
            metrics.REMINDERS.labels(channel or "email", "not_planned").inc()

    async def plan_left(self) -> None:
        """Plan what could not be planned before."""
        for conversation, (_, state, reach, zone) in list(self._unplanned.items()):
            await self.plan(conversation, state, reach, zone)

    async def look(self, channel: str, way: Way, states: Callable[[str], Awaitable[State | None]], lock: Any) -> int:
        """Send what is due on a channel; returns how many were looked at.

        Args:
            states: the conversation of a name as it is now; None where there is none any more.
            lock: the lock of a conversation, as an asynchronous context, so that no turn changes it meanwhile.
        """
        await self.plan_left()
        now = self._clock()
        try:
            rows = await self._run(lambda: self.tables.claim(channel, now, AT_ONCE))
        except DatabaseAwayError:
            return 0
        free = asyncio.Semaphore(SIDE_BY_SIDE)

        # Two of one conversation go out in the order in which they are due.
        by_conversation: dict[str, list[Row]] = {}
        for row in rows:
            by_conversation.setdefault(row.conversation, []).append(row)

        async def of_one(its: list[Row]) -> None:
            async with free:
                for row in its:
                    # Its lease ends, and it is looked at again.
                    with contextlib.suppress(DatabaseAwayError):
                        await self._send(row, way, states, lock)

        await asyncio.gather(*map(of_one, by_conversation.values()))
        return len(rows)

    async def tidy(self, channel: str) -> None:
        """Count what nobody answered, and delete what is long over."""
        now = self._clock()
        before = now - SECOND_AFTER.total_seconds()
        try:
            count = await self._run(lambda: self.tables.unanswered(channel, before, now))
            await self._run(lambda: self.tables.forget_old(now))
        except DatabaseAwayError:
            return
        if count:
            metrics.REMINDERS.labels(channel, "unanswered").inc(count)
            logger.warning("Reminders that nobody answered, nor the one more (%s): %d.", channel, count)

    async def idle(self) -> None:
        """Wait until all is planned that turns asked for."""
        await self._lanes.idle()

    async def stop(self, patience: float) -> None:
        """End; what is not planned after `patience` seconds is planned at the next turn."""
        await self._lanes.stop(patience)
        self.close()

    def close(self) -> None:
        """Give back what the database's side holds."""
        self._thread.close()
        self.tables.engine.dispose()

    async def _send(self, row: Row, way: Way, states: Callable[[str], Awaitable[State | None]], lock: Any) -> None:
        async with lock(row.conversation):
            ready = await self._ready(row, way, states)
        if ready is None:
            return
        words, to, more = ready
        try:
            verdict = await way.remind(words, to, row.key)
        except CannotWriteError as why:
            await self._over(row, str(why))
            return
        now = self._clock()
        if verdict.taken:
            await self._run(lambda: self.tables.sent(row, now, more))
            metrics.REMINDERS.labels(row.channel, "second" if row.second else "sent").inc()
        elif verdict.again and row.tries + 1 < MOST_TRIES:
            wait = max(min(LONGEST_WAIT, FIRST_WAIT * 2**row.tries), verdict.wait or 0.0)
            again = Row(**{**row.__dict__, "tries": row.tries + 1})
            await self._run(lambda: self.tables.later(again, now + wait))
        else:
            logger.error("A reminder could not be delivered (%s): %s", row.channel, verdict.code or "no answer")
            await self._over(row, "refused")

    async def _ready(
        self, row: Row, way: Way, states: Callable[[str], Awaitable[State | None]]
    ) -> tuple[Words, Address, Row | None] | None:
        """The words, the address and the row that follows, once it is committed that the reminder goes out; None where
        it does not. Call it under the conversation's lock."""
        now = utc(self._clock())
        state = await states(row.conversation)
        if row.begun and not way.takes_key:
            await self._may_have_gone(row, state, now)
            return None
        if state is None:
            await self._over(row, "gone")
            return None
        to = await self._address(row, state)
        if to is None:
            await self._over(row, "no_address")
            return None
        if row.data.get("name") == CODE:
            box = reminders_of(state, str(row.data["person"])).mailbox
            if box is None or box.confirmed or box.code != row.data["code"]:
                await self._over(row, "not_wanted")
                return None
            return (code_words(row), to, None) if await self._begin(row) else None
        due = due_of(row, state, self.rules, now)
        if due is None or too_late(due, str(row.data["zone"]), now):
            await self._over(row, "not_wanted")
            return None
        quiet = self.rules.quiet.after(now, str(row.data["zone"]))
        if quiet > now:
            await self._run(lambda: self.tables.later(row, quiet.timestamp()))
            return None
        words, more = words_of(row, due, state, now), self._more(row, due, state, now)
        if not await self._begin(row):
            return None
        with contextlib.suppress(DatabaseAwayError):
            await self._plan_on(row, state, now)
        return words, to, more

    async def _plan_on(self, row: Row, state: State, now: datetime) -> None:
        """Make the rows of later doses too: who reads reminders and never writes has no turn that does it."""
        address = await self._run(lambda: self.tables.address(row.conversation))
        channel, zone = address.channel if address else None, str(row.data["zone"])
        found = wanted(row.conversation, state, self.rules, channel=channel, zone=zone, now=now)
        found.keys.add(row.key)
        moment = self._clock()
        await self._run(lambda: self.tables.plan(row.conversation, found.rows, found.keys, None, moment))

    async def _begin(self, row: Row) -> bool:
        now = self._clock()
        return await self._run(lambda: self.tables.begin(row, now))

    async def _may_have_gone(self, row: Row, state: State | None, now: datetime) -> None:
        """A process died between committing it and noting that it went out, and the channel takes no key: it counts as
        gone out, and what follows where nobody answers is the way to know."""
        due = due_of(row, state, self.rules, now) if state is not None else None
        more = self._more(row, due, state, now) if due is not None and state is not None else None
        moment = self._clock()
        await self._run(lambda: self.tables.sent(row, moment, more))
        metrics.REMINDERS.labels(row.channel, "unsure").inc()

    def _more(self, row: Row, due: Any, state: State, now: datetime) -> Row | None:
        person, zone = str(row.data["person"]), str(row.data["zone"])
        others = [one for one in dues_of(state, person, self.rules, zone=zone, now=now) if one.way == due.way]
        return follow_up(row, due, self.rules, now, others)

    async def _address(self, row: Row, state: State) -> Address | None:
        if row.channel != "email":
            found = await self._run(lambda: self.tables.address(row.conversation))
            return found if found is not None and found.channel == row.channel else None
        box = reminders_of(state, str(row.data["person"])).mailbox
        return Address("email", box.address, 0.0) if box is not None else None

    async def _over(self, row: Row, why: str) -> None:
        now = self._clock()
        await self._run(lambda: self.tables.over(row, now))
        metrics.REMINDERS.labels(row.channel, why).inc()

    async def _run(self, work: Callable[[], T]) -> T:
        return await self._thread.run(work, self._patience)
