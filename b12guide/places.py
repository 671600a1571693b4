"""Places for work that is done a few at a time, shared out fairly among those who wait."""

from __future__ import annotations

import asyncio
import contextlib
from collections import OrderedDict, deque
from collections.abc import AsyncGenerator

Lanes = OrderedDict[str, "deque[asyncio.Future[None]]"]


class BusyError(Exception):
    """As many of this lane wait already as may."""


class Places:
    """`at_once` places. Of those who wait, each lane has its turn, whoever has how many in it."""

    def __init__(self, at_once: int, waiting_each: int) -> None:
        """`waiting_each`: how many of a lane may wait."""
        self._free, self._each = at_once, waiting_each
        self._first: Lanes = OrderedDict()
        self._others: Lanes = OrderedDict()

    @property
    def taken(self) -> bool:
        """Whether whoever comes now has to wait."""
        return self._free == 0

    @contextlib.asynccontextmanager
    async def of(self, lane: str, *, first: bool = False) -> AsyncGenerator[None, None]:
        """Hold a place, for which those who are `first` wait in front of all others.

        Raises: BusyError
        """
        await self._take(lane, self._first if first else self._others)
        try:
            yield
        finally:
            self._give_back()

    async def _take(self, lane: str, lanes: Lanes) -> None:
        if self._free:
            self._free -= 1
            return
        waiting = lanes.setdefault(lane, deque())
        if len(waiting) >= self._each:
            raise BusyError
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        waiting.append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self._give_back()
            elif turn in lanes.get(lane, ()):
                lanes[lane].remove(turn)
                if not lanes[lane]:
                    del lanes[lane]
            raise

    def _give_back(self) -> None:
        for lanes in (self._first, self._others):
            while lanes:
                lane, waiting = lanes.popitem(last=False)
                turn = waiting.popleft()
                if waiting:
                    lanes[lane] = waiting
                if not turn.done():
                    turn.set_result(None)
                    return
        self._free += 1
