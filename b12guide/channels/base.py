"""What every channel does with a message: look for warning signs itself, let Rasa answer in time, never stay silent."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import CollectingOutputChannel, InputChannel, UserMessage
from rasa.core.lock_store import LockError
from sanic import Sanic

from b12guide.channels.compose import EMPTY, Message, compose
from b12guide.channels.plan_links import with_plan_links
from b12guide.person import Person
from b12guide.rasa.slash_guard import MAX_CHARACTERS, readable
from b12guide.rasa.tracker_store import StoreUnavailableError, store_of
from b12guide.safety import Triage
from b12guide.shared import content, forget_texts, triage

logger = logging.getLogger(__name__)
Handler = Callable[[UserMessage], Awaitable[Any]]
# Seconds that Rasa has for a turn. A person with a warning sign does not wait for a slow database.
EMERGENCY_LIMIT, LIMIT = 0.8, 20.0


class TurnOutput(CollectingOutputChannel):
    """Collects what Rasa says in one turn, as it says it, with the name of the response."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[dict[str, Any]] = []

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        """Keep the message; rendering is `compose`'s business."""
        self.said.append(message)


class SafeChannel(InputChannel):
    """Base of all channels."""

    async def converse(
        self,
        app: Sanic,
        on_new_message: Handler,
        sender: str,
        text: str,
        person: Person,
        *,
        message_id: str | None = None,
    ) -> list[Message]:
        """One turn: the messages to send for `text`, never none.

        The detector reads the whole text; Rasa gets what `_part` and `readable` leave of it. A turn that Rasa does not
        finish in time goes on behind the answer that was sent in its place.
        """
        found = _signs(text)
        output = TurnOutput()
        message = UserMessage(
            readable(_part(text, found)),
            output,
            sender,
            input_channel=self.name(),
            message_id=message_id,
            metadata=person.to_metadata(),
        )
        limit = EMERGENCY_LIMIT if found.level == "emergency" else LIMIT
        task = asyncio.ensure_future(on_new_message(message))
        done, _ = await asyncio.wait({task}, timeout=limit)
        if not done:
            logger.error("A turn took longer than %.1f s; it was answered without Rasa.", limit)
            task.add_done_callback(_swallow)
        else:
            _swallow(task)
        messages = with_plan_links(compose(list(output.said), found, person), sender)
        if any(message.get("custom", {}).get("deleted") for message in messages):
            return await self._delete(app, sender, messages)
        return messages

    async def _delete(self, app: Sanic, sender: str, messages: list[Message]) -> list[Message]:
        """Delete what is kept of the person, once the turn that asked for it is over and nothing can write it back."""
        agent: Agent = app.ctx.agent
        try:
            async with agent.lock_store.lock(sender):
                await store_of(agent).delete(sender)
            forget_texts()
        except (StoreUnavailableError, LockError):
            reply = content().reply("forget_failed")
            return [{"text": "\n".join(reply.bubbles), "custom": {**EMPTY, "kind": "menu"}}]
        return messages


def _signs(text: str) -> Triage:
    """What the detector sees; nothing where it fails, so that Rasa still answers."""
    try:
        return triage(text)
    except Exception as error:
        logger.error("The rule detector failed: %s", type(error).__name__)
        return Triage("none", [], "self", [])


def _part(text: str, found: Triage) -> str:
    """What Rasa reads of a long message: from a little before the sign that was found, so that it knows of it too."""
    signs = [sign.text for sign in found.signs if sign.status == "present"]
    if len(text) <= MAX_CHARACTERS or not signs:
        return text
    return text[max(0, text.find(signs[0].split(",")[0]) - MAX_CHARACTERS // 2) :]


def _swallow(task: asyncio.Future[Any]) -> None:
    """Log what went wrong in a turn by its type alone: messages of errors can hold what people wrote."""
    if not task.cancelled() and task.exception() is not None:
        logger.error("A turn failed: %s", type(task.exception()).__name__)
