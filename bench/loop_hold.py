"""How long the reading of a text keeps the event loop from everybody else, as the server reads it.

A turn goes through a channel, with the model, the actions and a database, while something else in the same loop wants
its turn every millisecond. What it waits is counted in processor time of the process: what other programs on the
machine take is not.
"""

from __future__ import annotations

import asyncio
import gc
import logging
import time
from collections.abc import Coroutine
from pathlib import Path
from types import SimpleNamespace
from typing import Any, TypeVar

import structlog
from rasa.core.agent import Agent

from b12guide.channels.rest import RestChannel
from b12guide.person import Person
from b12guide.rasa.inprocess import install
from b12guide.rasa.lock_store import QuickLockStore
from b12guide.rasa.tracker_store import ConversationStore
from b12guide.serve import quiet
from b12guide.shared import forget_texts

# Milliseconds that no reading may hold the loop.
MOST_HELD = 20.0
T = TypeVar("T")


async def longest_hold(work: Coroutine[Any, Any, T]) -> tuple[T, float]:
    """What `work` returns, and the most processor time, in milliseconds, for which the loop did nothing else."""
    longest = 0.0

    async def watch() -> None:
        nonlocal longest
        while True:
            before = time.process_time()
            await asyncio.sleep(0.001)
            longest = max(longest, time.process_time() - before)

    watching = asyncio.ensure_future(watch())
    await asyncio.sleep(0)
    try:
        found = await work
        # What was done last is seen where the watch has its turn again.
        await asyncio.sleep(0.002)
    finally:
        watching.cancel()
    return found, longest * 1000


class Server:
    """The channel that programs use, without a network."""

    def __init__(self, model: Path, database: Path) -> None:
        """`database` is made where it is missing."""
        # As `serve.py` does: what Rasa writes at the level "debug" takes a good part of a turn.
        quiet()
        structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
        logging.getLogger().setLevel(logging.CRITICAL)
        store = ConversationStore(host=f"sqlite:///{database}")
        self.agent = Agent.load(str(model), tracker_store=store, lock_store=QuickLockStore())
        install(self.agent)
        self._channel, self._person = RestChannel(), Person.from_metadata({"country": "GB"})
        self._loop, self._count = asyncio.new_event_loop(), 0
        for text in ("hello", "every 12 weeks", "my chest hurts"):
            self.held_by(text)
        gc.collect()
        gc.freeze()

    def held_by(self, text: str, times: int = 1) -> float:
        """Milliseconds that the loop was held at once while `text` was answered for the first time: the least of
        several, since others share the machine."""
        return min(self._once(text) for _ in range(times))

    def _once(self, text: str) -> float:
        forget_texts()
        self._count += 1
        app: Any = SimpleNamespace(ctx=SimpleNamespace(agent=self.agent))
        turn = self._channel.converse(app, self.agent.handle_message, f"bench {self._count}", text, self._person)
        _, held = self._loop.run_until_complete(longest_hold(turn))
        return held
