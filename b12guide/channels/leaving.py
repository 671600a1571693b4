"""The end of a server: what it is at work on is answered, or refused with where help is, before it goes."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Any

from sanic import Sanic
from sanic.exceptions import ServiceUnavailable

# Seconds that turns still have once the server is told to stop. Almost all take a tenth of one.
SECONDS = 2.0
LOOK = 0.02


class LeavingError(ServiceUnavailable):
    """The server goes, and this message was not answered: whoever sends it again reaches one that stays. Whoever does
    not reads where help is (status 503)."""


class Leaving:
    """Whether the server was told to stop, and what is still at work."""

    def __init__(self, seconds: float = SECONDS, clock: Callable[[], float] = time.monotonic) -> None:
        """`seconds` pass by `clock` from the order to stop until no turn is waited for any more."""
        self._seconds, self._clock = seconds, clock
        self._told = asyncio.Event()
        self._ends = 0.0
        self.at_work = 0

    @property
    def told(self) -> bool:
        """Whether the server was told to stop."""
        return self._told.is_set()

    def begin(self) -> float:
        """The server is told to stop, now or before; returns the seconds that are left."""
        if not self._told.is_set():
            self._ends = self._clock() + self._seconds
            self._told.set()
        return max(0.0, self._ends - self._clock())

    async def finished(self, turn: asyncio.Future[Any], limit: float) -> bool:
        """Whether a turn ends within `limit` seconds and, once the server is told to stop, within what is left."""
        self.at_work += 1
        told = asyncio.ensure_future(self._told.wait())
        try:
            await asyncio.wait({turn, told}, timeout=limit, return_when=asyncio.FIRST_COMPLETED)
            if not turn.done() and self._told.is_set():
                await asyncio.wait({turn}, timeout=min(limit, self.begin()))
            ended = turn.done()
            if not ended and self._told.is_set():
                turn.cancel()  # answered without it; it would be torn apart with the process
            return ended
        finally:
            told.cancel()
            self.at_work -= 1

    async def empty(self) -> None:
        """Wait until nothing is at work, or no time is left."""
        while self.at_work and self.begin() > 0:
            await asyncio.sleep(LOOK)


def leaving(app: Sanic) -> Leaving:
    """That of a server."""
    found: Leaving | None = getattr(app.ctx, "leaving", None)
    if found is None:
        found = app.ctx.leaving = Leaving()
    return found
