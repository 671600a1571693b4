"""One of the servers of `cluster.reminders`: desk and SMS channel of the product, on a clock that runs faster.

It is started from a process that has all of it loaded, so that 200 of them can die within minutes.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from b12guide.channels.post import Post
from b12guide.channels.reminder_desk import AT_ONCE, Desk
from b12guide.channels.twilio import TwilioSmsChannel
from b12guide.conversation import State
from b12guide.rasa.conversation_tables import SLOTS
from b12guide.reminder_rules import ReminderRules

CHANNEL, ACCOUNT = "sms", "AC" + "0123456789abcdef" * 2
# Seconds of the machine: for which a reminder is held, and between two looks.
LEASE, PAUSE = 3.0, 0.2


@dataclass(frozen=True)
class FastClock:
    """Seconds since 1970, from `base` on when the machine's monotonic clock showed `began`, `speed` times as fast."""

    base: float
    began: float
    speed: float

    def now(self) -> float:
        """The moment."""
        return self.base + (time.monotonic() - self.began) * self.speed


def ready() -> None:
    """Nothing: that it ran says that the process from which servers start has all of it loaded."""


def serve(database: str, provider: str, clock: FastClock) -> None:
    """Look for reminders that are due and send them, until killed."""
    asyncio.run(_serve(database, provider, clock))


async def _serve(database: str, provider: str, clock: FastClock) -> None:
    desk = Desk(database, rules=ReminderRules(), lease_seconds=LEASE * clock.speed, patience=10.0, clock=clock.now)
    settings = {
        "account": ACCOUNT,
        "token": "t",
        "sender": "+441632960000",
        "public": "https://x.example",
        "api": provider,
    }
    channel = TwilioSmsChannel(settings, inbox=_Nothing(), post=Post(), names=_Nothing())

    async def state(conversation: str) -> State | None:
        return await asyncio.get_running_loop().run_in_executor(None, state_of, desk.tables.engine, conversation)

    while True:
        if await desk.look(CHANNEL, channel, state, _lock) < AT_ONCE:
            await asyncio.sleep(PAUSE)


def state_of(engine: Any, conversation: str) -> State | None:
    """A conversation as it is stored."""
    with engine.connect() as connection:
        data = connection.execute(sa.select(SLOTS.c.data).where(SLOTS.c.sender_id == conversation)).scalar()
    return State.from_json(json.loads(data)["memory"]) if data is not None else None


@contextlib.asynccontextmanager
async def _lock(conversation: str) -> AsyncIterator[None]:
    """No turn is talked here that could change a conversation meanwhile."""
    yield


class _Nothing:
    """In the place of what a channel has for messages that come, of which there are none here."""
