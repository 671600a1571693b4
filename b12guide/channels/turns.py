"""The way of one message through Rasa: its place among others, one after the other in its conversation, once."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from sanic import Sanic

from b12guide.lengths import SHORT
from b12guide.places import Places
from b12guide.rasa.lock_store import QuickLockStore
from b12guide.rasa.tracker_store import ConversationStore, store_of
from b12guide.rasa.understood import heard_by_rules, understand
from b12guide.safety import Triage

Handler = Callable[[UserMessage], Awaitable[Any]]
# Turns that Rasa works on side by side: more of them would make each slower, and a warning sign wait for all of them.
# Calls for help wait for each other alone; a long text, which takes a hundred times as long, for long ones alone.
TURNS_AT_ONCE, CALLS_AT_ONCE, LONG_AT_ONCE = 2, 2, 1
# How many turns of one sender may wait for a place.
WAITING_EACH, LONG_WAITING_EACH = 75, 4


class TurnOutput(CollectingOutputChannel):
    """Collects what Rasa says in one turn, as it says it, with the name of the response."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[dict[str, Any]] = []

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        """Keep the message; rendering is `compose`'s business."""
        self.said.append(message)


class Turn:
    """A message on its way through Rasa."""

    def __init__(self, message: UserMessage, lane: str, found: Triage, *, again: bool) -> None:
        """`found`: what the rules see in all of the text; `again`: the message may have come before, so what is stored
        is looked at first."""
        self.message, self.lane, self.again = message, lane, again
        self.calls_for_help = found.level in ("emergency", "urgent")
        self.output: TurnOutput = message.output_channel
        self.long = len(message.text or "") > SHORT
        self.begun = False
        self._found, self._hurry = found, asyncio.Event()

    def hurry(self) -> None:
        """The answer is due: what the rules see is all that is heard of the message, so that it is kept by then."""
        self._hurry.set()

    def keep_to_rules(self) -> None:
        """What the rules see is what the answer rests on: nothing that is understood later changes what is kept."""
        if self.message.parse_data is None:
            self.message.parse_data = heard_by_rules(self.message.text or "", self._found)

    async def understand(self, agent: Agent) -> None:
        """Hand Rasa what the message says."""
        hurried = asyncio.ensure_future(self._hurry.wait())
        reading = asyncio.ensure_future(understand(agent, self.message, first=self.calls_for_help))
        try:
            await asyncio.wait({hurried, reading}, return_when=asyncio.FIRST_COMPLETED)
            if not reading.done():
                self.keep_to_rules()
            elif self.message.parse_data is None:
                self.message.parse_data = reading.result()
        finally:
            hurried.cancel()
            reading.cancel()

    def waits(self, app: Sanic) -> bool:
        """Whether there is a queue in front of what this turn needs."""
        places = places_of(app)
        return places.ordinary.taken or self._kind(places).taken

    def place(self, app: Sanic) -> contextlib.AbstractAsyncContextManager[None]:
        """Among turns that take about as long."""
        return self._kind(places_of(app)).of(self.lane, first=self.calls_for_help)

    def _kind(self, places: AllPlaces) -> Places:
        return places.long if self.long else places.calls if self.calls_for_help else places.ordinary


class AllPlaces:
    """Those of a server."""

    def __init__(self) -> None:
        self.ordinary, self.calls = Places(TURNS_AT_ONCE, WAITING_EACH), Places(CALLS_AT_ONCE, WAITING_EACH)
        self.long = Places(LONG_AT_ONCE, LONG_WAITING_EACH)


def places_of(app: Sanic) -> AllPlaces:
    """Where turns wait for each other."""
    places: AllPlaces | None = getattr(app.ctx, "places", None)
    if places is None:
        places = app.ctx.places = AllPlaces()
    return places


async def in_order(app: Sanic, on_new_message: Handler, turn: Turn) -> None:
    """Let Rasa answer, one message of a conversation after the other, and each message id with its text once.

    Raises: BusyError: too many turns wait; Rasa knows nothing of this one.
    """
    agent: Agent | None = getattr(app.ctx, "agent", None)
    locks, message = agent.lock_store if agent is not None else None, turn.message
    if agent is None or not isinstance(locks, QuickLockStore):
        await on_new_message(message)
        return
    async with locks.lock(message.sender_id):
        store = store_of(agent)
        before = None
        if turn.again and isinstance(store, ConversationStore):
            before = await store.said_before(message.sender_id, message.message_id, message.text or "")
        try:
            if before is not None:
                message.parse_data = before.message.parse_data
                turn.output.said.extend(before.said)
                return
            async with turn.place(app):
                turn.begun = True
                await turn.understand(agent)
                await on_new_message(message)
        finally:
            if isinstance(store, ConversationStore):
                store.forget_fresh(message.sender_id)
