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
from b12guide.channels.addresses import AT_WORK, Caller, limits_of, reading_cost
from b12guide.channels.compose import DELETED, EMPTY, STANDS, Message, compose, unread_notice
from b12guide.channels.leaving import leaving
from b12guide.channels.pace import Pace
from b12guide.channels.plan_links import with_plan_links
from b12guide.lengths import ACCEPTED, OF_THE_END, SHORT
from b12guide.logs import TURNS
from b12guide.person import Person
from b12guide.places import BusyError, Places
from b12guide.rasa.database_thread import DatabaseAwayError
from b12guide.rasa.decided import VERDICT
from b12guide.rasa.lock_store import QuickLockStore
from b12guide.rasa.tracker_store import ConversationStore, store_of
from b12guide.rasa.understood import understand
from b12guide.readers import readers
from b12guide.safety import Triage
from b12guide.shared import cards, content, forget_texts, triage
from b12guide.understanding import Verdict
from b12guide.understanding.plain_text import MAX_CHARACTERS, readable
from b12guide.unread import LATE, TOO_FAST, TOO_LONG, UNREAD

logger, turns = logging.getLogger(__name__), logging.getLogger(TURNS)
Handler = Callable[[UserMessage], Awaitable[Any]]
# Seconds that Rasa has for a turn. A person with a warning sign does not wait for a slow database: the card is to be
# there within a second, also where the machine is so busy that it comes late to look at the clock.
EMERGENCY_LIMIT, LIMIT = 0.6, 20.0
# The first of them where turns already wait for their place: Rasa would come late, and so does the look at the clock.
BUSY_LIMIT = 0.3
# Turns that Rasa works on side by side: more of them would make each slower, and a warning sign wait for all of them.
# Calls for help wait for each other alone; a long text, which takes a hundred times as long, for long ones alone.
TURNS_AT_ONCE, CALLS_AT_ONCE, LONG_AT_ONCE = 4, 2, 1
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
        caller: Caller | None = None,
    ) -> list[Message]:
        """One turn: the messages to send for `text`, never none.

        The detector reads all of the text that is accepted; Rasa gets what `rasa_part` and `readable` leave. A turn
        that Rasa does not finish in time goes on behind the answer that was sent in its place. The same `message_id`
        with the same text gets what was answered to it before, from whichever process. `caller` is whose turn it is
        where people wait, and who pays for long texts; the conversation itself where it is not given.
        """
        began = time.monotonic()
        caller = caller or Caller(lane=sender)
        messages = await self._converse(app, on_new_message, sender, text, person, message_id, caller)
        seconds = time.monotonic() - began
        metrics.turn(self.name(), seconds, messages)
        custom = next((m["custom"] for m in messages if "custom" in m), EMPTY)
        fields = {"channel": self.name(), "kind": custom["kind"], "care": custom["level"], "ms": round(seconds * 1000)}
        turns.info("turn", extra={"fields": fields})
        return messages

    async def _converse(
        self,
        app: Sanic,
        on_new_message: Handler,
        sender: str,
        text: str,
        person: Person,
        message_id: str | None,
        caller: Caller,
    ) -> list[Message]:
        given, limits = accepted(text), limits_of(app)
        with limits.at_work(caller) as at_work:
            # What costs little comes first: whether this is too much is known before anything is read.
            in_pace = self.pace is None or self.pace.allows(sender)
            allowed = in_pace and at_work <= AT_WORK and limits.pays(caller, reading_cost(given))
            found = await signs_in(given, caller.lane, first=allowed)
            if found is None:
                return self._unread(LATE, person)
            calls_for_help = found.level in ("emergency", "urgent")
            if not allowed and not calls_for_help:
                return self._unread(TOO_FAST, person)
            if at_work > 2 * AT_WORK:
                return compose([], Verdict.of_rules(found), person)
            # Of a sign in too much, so much that Rasa knows of it.
            part = readable(rasa_part(given, found, MAX_CHARACTERS if allowed else SHORT))
            message = UserMessage(
                part,
                TurnOutput(),
                sender,
                input_channel=self.name(),
                message_id=message_id,
                metadata={**person.to_metadata(), **({UNREAD: TOO_LONG} if len(text) > len(part) else {})},
            )
            turn = _Turn(message, caller.lane, calls_for_help, again=message_id is not None)
            return await self._answer_in_time(app, on_new_message, turn, found, person)

    async def _answer_in_time(
        self, app: Sanic, on_new_message: Handler, turn: _Turn, found: Triage, person: Person
    ) -> list[Message]:
        message, sender, limit = turn.message, turn.message.sender_id, LIMIT
        if found.level == "emergency":
            limit = BUSY_LIMIT if turn.waits(app) else EMERGENCY_LIMIT
        task = asyncio.ensure_future(_in_order(app, on_new_message, turn))
        ended = await leaving(app).finished(task, limit)
        unread = message.metadata.get(UNREAD)
        if not ended:
            unread = unread or LATE
            metrics.WITHOUT_RASA.labels("late").inc()
            logger.error(
                "A turn took longer than it may (%.1f s, less while the server stops); Rasa is not heard.", limit
            )
            if not turn.calls_for_help and not turn.begun:
                # The answer asks for the message once more; this one is not to be answered unseen.
                task.cancel()
            task.add_done_callback(_swallow)
        elif isinstance(task.exception(), BusyError):
            unread = unread or LATE
            metrics.WITHOUT_RASA.labels("busy").inc()
        else:
            _swallow(task)
        verdict = _verdict(message, found, cut=unread == TOO_LONG)
        messages = with_plan_links(compose(list(turn.output.said), verdict, person, unread=unread), sender)
        if any(message.get("custom", {}).get(DELETED) for message in messages):
            return await self._delete(app, sender, messages)
        return messages

    def _unread(self, why: str, person: Person) -> list[Message]:
        """What a message gets that was not read, or not by all that should have read it."""
        metrics.CHANNEL_ERRORS.labels(self.name(), why).inc()
        return [unread_notice(why, person)]

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


class _Turn:
    """A message on its way through Rasa."""

    def __init__(self, message: UserMessage, lane: str, calls_for_help: bool, *, again: bool) -> None:
        """`again`: the message may have come before, so what is stored is looked at first."""
        self.message, self.lane, self.calls_for_help, self.again = message, lane, calls_for_help, again
        self.output: TurnOutput = message.output_channel
        self.long = len(message.text or "") > SHORT
        self.begun = False

    def waits(self, app: Sanic) -> bool:
        """Whether there is a queue in front of what this turn needs."""
        places = _places(app)
        return places.ordinary.taken or self._kind(places).taken

    def place(self, app: Sanic) -> contextlib.AbstractAsyncContextManager[None]:
        """Among turns that take about as long."""
        return self._kind(_places(app)).of(self.lane, first=self.calls_for_help)

    def _kind(self, places: _AllPlaces) -> Places:
        return places.long if self.long else places.calls if self.calls_for_help else places.ordinary


class _AllPlaces:
    def __init__(self) -> None:
        self.ordinary, self.calls = Places(TURNS_AT_ONCE, WAITING_EACH), Places(CALLS_AT_ONCE, WAITING_EACH)
        self.long = Places(LONG_AT_ONCE, LONG_WAITING_EACH)


def _places(app: Sanic) -> _AllPlaces:
    places: _AllPlaces | None = getattr(app.ctx, "places", None)
    if places is None:
        places = app.ctx.places = _AllPlaces()
    return places


async def _in_order(app: Sanic, on_new_message: Handler, turn: _Turn) -> None:
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
                await understand(agent, message)
                await on_new_message(message)
        finally:
            if isinstance(store, ConversationStore):
                store.forget_fresh(message.sender_id)


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


def accepted(text: str) -> str:
    """What is taken of a text, at most `ACCEPTED` characters."""
    if len(text) <= ACCEPTED:
        return text
    return f"{text[: ACCEPTED - OF_THE_END - 1]}\n{text[-OF_THE_END:]}"


async def signs_in(text: str, lane: str, *, first: bool = True) -> Triage | None:
    """What the detector sees, in a text of any length that is accepted; None where it could not read it in time.

    No sign where it fails, so that Rasa still answers.
    """
    try:
        return await readers().signs(text, lane, first=first) if len(text) > SHORT else triage(text)
    except Exception as error:
        logger.error("The rule detector failed: %s", type(error).__name__)
        return Triage("none", [], "self", [])


def _verdict(message: UserMessage, found: Triage, *, cut: bool) -> Verdict:
    """The verdict on a message: that on what was understood of it, or of the rules where nothing was understood in
    time, or where they saw more in what was `cut`."""
    understood = Verdict.from_json((message.parse_data or {}).get(VERDICT))
    by_rules = Verdict.of_rules(found)
    if understood is None:
        return by_rules
    return max(by_rules, understood, key=Verdict.rank) if cut else understood


def rasa_part(text: str, found: Triage, most: int = MAX_CHARACTERS) -> str:
    """What Rasa reads of a long message, `most` characters: from a little before the sign that was found, so that it
    knows of it too."""
    signs = [sign.text for sign in found.signs if sign.status == "present"]
    begin = 0
    if len(text) > most and signs:
        begin = max(0, text.find(signs[0].split(",")[0]) - most // 2)
    return text[begin : begin + most]


def _swallow(task: asyncio.Future[Any]) -> None:
    """Log what went wrong in a turn by its type alone: messages of errors can hold what people wrote."""
    if not task.cancelled() and task.exception() is not None:
        metrics.WITHOUT_RASA.labels("failed").inc()
        logger.error("A turn failed: %s", type(task.exception()).__name__)
