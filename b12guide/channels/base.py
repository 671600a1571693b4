"""What every channel does with a message: look for warning signs itself, let Rasa answer in time, never stay silent."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import CollectingOutputChannel, InputChannel, UserMessage
from rasa.core.lock_store import LockError
from sanic import Sanic

from b12guide import metrics
from b12guide.channels.compose import DELETED, EMPTY, STANDS, Message, compose
from b12guide.channels.leaving import leaving
from b12guide.channels.pace import Pace
from b12guide.channels.plan_links import with_plan_links
from b12guide.logs import TURNS
from b12guide.person import Person
from b12guide.rasa.database_thread import DatabaseAwayError
from b12guide.rasa.lock_store import QuickLockStore
from b12guide.rasa.parser import VERDICT
from b12guide.rasa.tracker_store import ConversationStore, store_of
from b12guide.rasa.understood import understand
from b12guide.safety import Triage
from b12guide.shared import cards, content, forget_texts, triage
from b12guide.understanding import Verdict
from b12guide.understanding.plain_text import MAX_CHARACTERS, readable

logger, turns = logging.getLogger(__name__), logging.getLogger(TURNS)
Handler = Callable[[UserMessage], Awaitable[Any]]
# Seconds that Rasa has for a turn. A person with a warning sign does not wait for a slow database: the card is to be
# there within a second, also where the machine is so busy that it comes late to look at the clock.
EMERGENCY_LIMIT, LIMIT = 0.6, 20.0
# The first of them where turns already wait for their place: Rasa would come late, and so does the look at the clock.
BUSY_LIMIT = 0.3
# Turns that Rasa works on side by side. More of them would make each slower, and a warning sign wait for all of them.
TURNS_AT_ONCE = 4


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

    # How fast a conversation may go; None where the other side is trusted, or paces itself.
    pace: Pace | None = None

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
        finish in time goes on behind the answer that was sent in its place. The same `message_id` again gets what was
        answered to it before, from whichever process.
        """
        began = time.monotonic()
        messages = await self._converse(app, on_new_message, sender, text, person, message_id)
        seconds = time.monotonic() - began
        metrics.turn(self.name(), seconds, messages)
        custom = next((m["custom"] for m in messages if "custom" in m), EMPTY)
        fields = {"channel": self.name(), "kind": custom["kind"], "care": custom["level"], "ms": round(seconds * 1000)}
        turns.info("turn", extra={"fields": fields})
        return messages

    async def _converse(
        self, app: Sanic, on_new_message: Handler, sender: str, text: str, person: Person, message_id: str | None
    ) -> list[Message]:
        found = _signs(text)
        calls_for_help = found.level in ("emergency", "urgent")
        if self.pace is not None and not self.pace.allows(sender) and not calls_for_help:
            metrics.CHANNEL_ERRORS.labels(self.name(), "too fast").inc()
            return _reply("too_fast", person)
        output = TurnOutput()
        message = UserMessage(
            readable(rasa_part(text, found)),
            output,
            sender,
            input_channel=self.name(),
            message_id=message_id,
            metadata=person.to_metadata(),
        )
        limit = LIMIT
        if found.level == "emergency":
            limit = BUSY_LIMIT if _places(app).locked() else EMERGENCY_LIMIT
        turn = _in_order(app, on_new_message, message, again=message_id is not None, at_once=calls_for_help)
        task = asyncio.ensure_future(turn)
        if not await leaving(app).finished(task, limit):
            metrics.WITHOUT_RASA.labels("late").inc()
            logger.error(
                "A turn took longer than it may (%.1f s, less while the server stops); Rasa is not heard.", limit
            )
            task.add_done_callback(_swallow)
        else:
            _swallow(task)
        messages = with_plan_links(compose(list(output.said), _verdict(message, found), person), sender)
        if any(message.get("custom", {}).get(DELETED) for message in messages):
            return await self._delete(app, sender, messages)
        return messages

    async def _delete(self, app: Sanic, sender: str, messages: list[Message]) -> list[Message]:
        """Delete what is kept of the person, once the turn that asked for it is over and nothing can write it back."""
        agent: Agent = app.ctx.agent
        store = store_of(agent)
        try:
            async with agent.lock_store.lock(sender):
                await store.delete(sender)
            forget_texts()
        except (DatabaseAwayError, LockError):
            return _not_deleted(messages)
        metrics.DELETED.labels("asked").inc()
        if store.begun(sender) is not None:
            next(message["custom"] for message in messages if "custom" in message)[STANDS] = True
        return messages


async def _in_order(app: Sanic, on_new_message: Handler, message: UserMessage, *, again: bool, at_once: bool) -> None:
    """Let Rasa answer, one message of a conversation after the other, and each message id once.

    Args:
        again: the message may have come before, so what is stored is looked at first.
        at_once: it does not wait until fewer turns are worked on.
    """
    agent: Agent | None = getattr(app.ctx, "agent", None)
    locks = agent.lock_store if agent is not None else None
    if agent is None or not isinstance(locks, QuickLockStore):
        await on_new_message(message)
        return
    async with locks.lock(message.sender_id):
        store = store_of(agent)
        before = None
        if again and isinstance(store, ConversationStore):
            before = await store.said_before(message.sender_id, message.message_id)
        try:
            if before is not None and isinstance(message.output_channel, TurnOutput):
                message.parse_data = before.message.parse_data
                message.output_channel.said.extend(before.said)
            else:
                async with contextlib.nullcontext() if at_once else _places(app):
                    await understand(agent, message)
                    await on_new_message(message)
        finally:
            if isinstance(store, ConversationStore):
                store.forget_fresh(message.sender_id)


def _places(app: Sanic) -> asyncio.Semaphore:
    places: asyncio.Semaphore | None = getattr(app.ctx, "places", None)
    if places is None:
        places = app.ctx.places = asyncio.Semaphore(TURNS_AT_ONCE)
    return places


def _reply(name: str, person: Person | None = None, *, kind: str = "fallback") -> list[Message]:
    """A reply of `content/` as a whole turn."""
    number = cards().emergency_number(person.country if person else None)
    reply = content().reply(name, emergency=number)
    return [{"text": "\n".join(reply.bubbles), "custom": {**EMPTY, "kind": kind}}]


def _not_deleted(messages: list[Message]) -> list[Message]:
    """The turn that said it was deleted, with the truth in its place; the line of an emergency stays above it."""
    failed = _reply("forget_failed", kind="menu")
    custom = messages[0].get("custom", {})
    if custom.get("level") != "emergency":
        return failed
    action = messages[0]["text"].split("\n\n")[0]
    return [{"text": f"{action}\n\n{failed[0]['text']}", "custom": {**custom, DELETED: False}}]


def _signs(text: str) -> Triage:
    """What the detector sees; nothing where it fails, so that Rasa still answers."""
    try:
        return triage(text)
    except Exception as error:
        logger.error("The rule detector failed: %s", type(error).__name__)
        return Triage("none", [], "self", [])


def _verdict(message: UserMessage, found: Triage) -> Verdict:
    """The verdict on the whole of a message: that on what was understood of it, or of the rules where they saw more in
    what was too long for that, or where nothing was understood in time."""
    understood = Verdict.from_json((message.parse_data or {}).get(VERDICT))
    by_rules = Verdict.of_rules(found)
    if understood is None:
        return by_rules
    return understood if len(message.text or "") < MAX_CHARACTERS else max(understood, by_rules, key=Verdict.rank)


def rasa_part(text: str, found: Triage) -> str:
    """What Rasa reads of a long message: from a little before the sign that was found, so that it knows of it too."""
    signs = [sign.text for sign in found.signs if sign.status == "present"]
    if len(text) <= MAX_CHARACTERS or not signs:
        return text
    return text[max(0, text.find(signs[0].split(",")[0]) - MAX_CHARACTERS // 2) :]


def _swallow(task: asyncio.Future[Any]) -> None:
    """Log what went wrong in a turn by its type alone: messages of errors can hold what people wrote."""
    if not task.cancelled() and task.exception() is not None:
        metrics.WITHOUT_RASA.labels("failed").inc()
        logger.error("A turn failed: %s", type(task.exception()).__name__)
