"""One lane a person: messages are answered one after the other, in the order in which they came."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

logger = logging.getLogger(__name__)
# Seconds that an emergency waits for what came before it. A turn takes far less, unless something is broken.
OVERTAKE = 0.15
# Seconds between looks whether another process is done with an earlier message, and how long it is waited for.
LOOK, LONGEST = 0.05, 60.0


class Lanes:
    """Runs work in the background."""

    def __init__(self) -> None:
        self._lanes: dict[str, set[asyncio.Task[None]]] = {}

    def add(
        self,
        lane: str,
        work: Callable[[], Awaitable[None]],
        *,
        overtakes: bool = False,
        blocked: Callable[[], Awaitable[bool]] | None = None,
    ) -> None:
        """Do `work` once all that was added to `lane` before is done.

        Args:
            overtakes: an emergency, which does not wait longer than `OVERTAKE`.
            blocked: whether something that is not in this process still has to be done before.
        """
        before = set(self._lanes.get(lane, ()))
        task = asyncio.create_task(self._run(work, before, overtakes, blocked))
        self._lanes.setdefault(lane, set()).add(task)
        task.add_done_callback(lambda done: self._left(lane, done))

    async def idle(self) -> None:
        """Wait until all work is done."""
        while tasks := [task for lane in self._lanes.values() for task in lane]:
            await asyncio.wait(tasks)
            await asyncio.sleep(0)

    async def stop(self, patience: float) -> None:
        """Wait `patience` seconds at most, then break off what is left."""
        tasks = [task for lane in self._lanes.values() for task in lane]
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=patience)
            for task in late:
                task.cancel()

    async def _run(
        self,
        work: Callable[[], Awaitable[None]],
        before: set[asyncio.Task[None]],
        overtakes: bool,
        blocked: Callable[[], Awaitable[bool]] | None,
    ) -> None:
        if before:
            await asyncio.wait(before, timeout=OVERTAKE if overtakes else None)
        waited = 0.0
        while blocked and waited < (OVERTAKE if overtakes else LONGEST) and await blocked():
            await asyncio.sleep(LOOK)
            waited += LOOK
        await work()

    def _left(self, lane: str, task: asyncio.Task[Any]) -> None:
        tasks = self._lanes.get(lane, set())
        tasks.discard(task)
        if not tasks:
            self._lanes.pop(lane, None)
        # The message of an error can quote what somebody wrote.
        if not task.cancelled() and task.exception() is not None:
            logger.error("Work on a message failed: %s", type(task.exception()).__name__)
