"""Where what blocks on a database runs: in threads, under a limit, and for a while not at all after a failure."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import sqlalchemy as sa

logger = logging.getLogger(__name__)
T = TypeVar("T")


class DatabaseAwayError(RuntimeError):
    """The database did not answer in time, or is being left alone after it did not."""


class DatabaseThread:
    """Runs functions on one database; while that is away, nobody waits for it."""

    def __init__(
        self,
        what: str,
        threads: int,
        *,
        retry_seconds: float,
        clock: Callable[[], float],
        told: Callable[[bool], None] = lambda works: None,
    ) -> None:
        """
        Args:
            what: the database's name in the log.
            threads: how many functions run side by side.
            retry_seconds: how long a database that failed is left alone, by `clock`.
            told: is told after each function whether the database works.
        """
        self.retry_seconds = retry_seconds
        self._what, self._clock, self._told = what, clock, told
        self._closed_until = 0.0
        self._pool = ThreadPoolExecutor(max_workers=threads, thread_name_prefix=what)
        # Waiting for a thread is not the database's fault, so that time does not count against it.
        self._free = asyncio.Semaphore(threads)

    @property
    def resting(self) -> bool:
        """Whether the database failed a moment ago, and is left alone."""
        return self._clock() < self._closed_until

    async def run(self, work: Callable[[], T], seconds: float) -> T:
        """What `work` returns, if it does so within `seconds`.

        Whoever is cancelled meanwhile ends when the work has ended, or after as long: it goes on in its thread, and no
        lock under which it was begun may be given back before.

        Raises:
            DatabaseAwayError: it took longer, or the database failed, now or a moment ago.
        """
        async with self._free:
            if self.resting:
                raise DatabaseAwayError("The database failed a moment ago.")
            future = asyncio.get_running_loop().run_in_executor(self._pool, work)
            try:
                result = await asyncio.wait_for(asyncio.shield(future), seconds)
            except asyncio.CancelledError:
                await asyncio.wait({future}, timeout=seconds)
                raise
            except (asyncio.TimeoutError, sa.exc.SQLAlchemyError) as error:
                self._closed_until = self._clock() + self.retry_seconds
                self._told(False)
                logger.error("The database of the %s failed: %s", self._what, type(error).__name__)
                raise DatabaseAwayError(type(error).__name__) from error
        self._told(True)
        return result

    def close(self) -> None:
        """Let the threads end; what runs in them is not waited for."""
        self._pool.shutdown(wait=False)
