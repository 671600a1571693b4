"""The look for reminders that are due on one channel, again and again while a server runs."""

from __future__ import annotations

import asyncio
import contextlib
import logging

from rasa.core.agent import Agent
from rasa.core.lock_store import LockError
from sanic import Sanic

from b12guide.channels.reminder_desk import AT_ONCE, Desk, Way
from b12guide.conversation import State
from b12guide.rasa.decided import state_of
from b12guide.rasa.tracker_store import ConversationStore, store_of

logger = logging.getLogger(__name__)
# Seconds between two looks, which is within the minute that was wanted, and between two looks for what is over.
LOOK_SECONDS, TIDY_SECONDS = 5.0, 900.0


def desk_of(app: Sanic) -> Desk | None:
    """A desk on the database of the server's conversations; None where there is none."""
    agent: Agent | None = getattr(app.ctx, "agent", None)
    store = store_of(agent) if agent is not None and agent.tracker_store is not None else None
    if not isinstance(store, ConversationStore):
        return None
    return Desk(store.engine.url.render_as_string(hide_password=False))


class ReminderLoop:
    """Looks every few seconds, and at once again where more is due than one look takes."""

    def __init__(self, desk: Desk, channel: str, way: Way, *, pause: float = LOOK_SECONDS) -> None:
        """`channel`: the name under which the reminders are kept; `pause` is between two looks (seconds)."""
        self._desk, self._channel, self._way, self._pause = desk, channel, way, pause
        self._task: asyncio.Task[None] | None = None

    def start(self, app: Sanic) -> None:
        """Begin, in the loop of the server."""
        self._task = asyncio.get_running_loop().create_task(self._run(app))

    async def stop(self) -> None:
        """End; what was begun is looked at by the next process."""
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task

    async def look(self, app: Sanic) -> int:
        """One look; returns how many reminders were looked at, none where there is no conversation to be asked."""
        agent: Agent | None = getattr(app.ctx, "agent", None)
        if agent is None or agent.tracker_store is None:
            return 0

        async def state(conversation: str) -> State | None:
            tracker = await store_of(agent).current(conversation)
            return state_of(tracker) if tracker is not None else None

        return await self._desk.look(self._channel, self._way, state, agent.lock_store.lock)

    async def _run(self, app: Sanic) -> None:
        since_tidied = TIDY_SECONDS
        while True:
            found = 0
            try:
                found = await self.look(app)
                if since_tidied >= TIDY_SECONDS:
                    await self._desk.tidy(self._channel)
                    since_tidied = 0.0
            except LockError:
                found = 0
            except Exception as error:
                logger.error("Looking for reminders failed (%s): %s", self._channel, type(error).__name__)
            if found < AT_ONCE:
                await asyncio.sleep(self._pause)
                since_tidied += self._pause
