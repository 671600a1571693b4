"""What every channel does with a message: look for warning signs itself, let Rasa answer in time, never stay silent."""

from __future__ import annotations

import asyncio
import logging
import time
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import InputChannel, UserMessage
from rasa.core.lock_store import LockError
from sanic import Sanic

from b12guide import metrics
from b12guide.channels.addresses import AT_WORK, Caller, limits_of, reading_cost
from b12guide.channels.compose import DELETED, EMPTY, STANDS, Message, compose, unread_notice
from b12guide.channels.leaving import LeavingError, leaving
from b12guide.channels.pace import Pace
from b12guide.channels.plan_links import with_plan_links
from b12guide.channels.reminder_desk import Desk, Reach
from b12guide.channels.turns import Handler, Turn, TurnOutput, in_order
from b12guide.lengths import ACCEPTED, OF_THE_END, SHORT
from b12guide.logs import TURNS
from b12guide.person import Person
from b12guide.places import BusyError
from b12guide.plain_text import MAX_CHARACTERS, few_blanks, readable
from b12guide.rasa.database_thread import DatabaseAwayError
from b12guide.rasa.decided import VERDICT, keeps_diary, state_of
from b12guide.rasa.private_conversations import is_private
from b12guide.rasa.tracker_store import ConversationStore, store_of
from b12guide.readers import readers
from b12guide.safety import Triage
from b12guide.shared import cards, content, forget_texts, triage
from b12guide.understanding import Verdict
from b12guide.understanding.acts import EXCERPT
from b12guide.unread import LATE, TOO_FAST, TOO_LONG, UNREAD

logger, turns = logging.getLogger(__name__), logging.getLogger(TURNS)
# Seconds that Rasa has for a turn. A person with a warning sign does not wait for a slow database: the card is to be
# there within a second, also where the machine is so busy that it comes late to look at the clock.
EMERGENCY_LIMIT, LIMIT = 0.6, 20.0
# The first of them where turns already wait for their place: Rasa would come late, and so does the look at the clock.
BUSY_LIMIT = 0.3
# What of it there is for understanding a message: after that the rules' word is taken, so that the turn is kept.
SHARE_OF_READING = 0.5


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
        reach: Reach | None = None,
    ) -> list[Message]:
        """One turn: the messages to send for `text`, never none.

        The detector reads all of the text that is accepted; Rasa gets what `rasa_part` and `readable` leave. A turn
        that Rasa does not finish in time goes on behind the answer that was sent in its place. The same `message_id`
        with the same text gets what was answered to it before, from whichever process. `caller` is whose turn it is
        where people wait, and who pays for long texts; the conversation itself where it is not given. `reach`: how the
        person can be written to later, None where not at all.

        Raises: LeavingError: the server is told to stop, and has no time left for what is no call for help.
        """
        began = time.monotonic()
        caller = caller or Caller(lane=sender)
        messages = await self._converse(app, on_new_message, sender, text, person, message_id, caller)
        self._plan_reminders(app, sender, person, reach)
        seconds = time.monotonic() - began
        metrics.turn(self.name(), seconds, messages)
        custom = next((m["custom"] for m in messages if "custom" in m), EMPTY)
        fields = {"channel": self.name(), "kind": custom["kind"], "care": custom["level"], "ms": round(seconds * 1000)}
        turns.info("turn", extra={"fields": fields})
        return messages

    def _plan_reminders(self, app: Sanic, sender: str, person: Person, reach: Reach | None) -> None:
        """Let the desk know of a turn that may have changed something of reminders; it works behind the answer."""
        desk: Desk | None = getattr(app.ctx, "reminder_desk", None)
        agent: Agent | None = getattr(app.ctx, "agent", None)
        store = store_of(agent) if desk is not None and agent is not None else None
        tracker = store.at_hand(sender) if isinstance(store, ConversationStore) and not is_private(sender) else None
        if desk is not None and tracker is not None and keeps_diary(tracker):
            desk.after_turn(sender, state_of(tracker), reach, person.zone)

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
        # Blanks say nothing, and cost what they are read by.
        text = few_blanks(text)
        given, limits = accepted(text), limits_of(app)
        with limits.at_work(caller) as at_work:
            # What costs little comes first: whether this is too much is known before anything is read.
            in_pace = self.pace is None or self.pace.allows(sender)
            allowed = in_pace and at_work <= AT_WORK and limits.pays(caller, reading_cost(given))
            found = await signs_in(given, caller.lane, first=allowed)
            if found is None:
                return self._unread(LATE, person)
            if not allowed and found.level not in ("emergency", "urgent"):
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
            turn = Turn(message, caller.lane, found, again=message_id is not None)
            return await self._answer_in_time(app, on_new_message, turn, found, person)

    async def _answer_in_time(
        self, app: Sanic, on_new_message: Handler, turn: Turn, found: Triage, person: Person
    ) -> list[Message]:
        message, sender, limit = turn.message, turn.message.sender_id, LIMIT
        if found.level == "emergency":
            limit = BUSY_LIMIT if turn.waits(app) else EMERGENCY_LIMIT
            # Whoever answers a call for help may be gone a moment later: that it was heard is kept by then.
            asyncio.get_running_loop().call_later(limit * SHARE_OF_READING, turn.hurry)
        task = asyncio.ensure_future(in_order(app, on_new_message, turn))
        ended = await leaving(app).finished(task, limit)
        unread = message.metadata.get(UNREAD)
        if not ended:
            unread = unread or LATE
            metrics.WITHOUT_RASA.labels("late").inc()
            logger.error(
                "A turn took longer than it may (%.1f s, less while the server stops); Rasa is not heard.", limit
            )
            if turn.calls_for_help:
                turn.keep_to_rules()
            elif not turn.begun:
                # The answer asks for the message once more; this one is not to be answered unseen.
                task.cancel()
            task.add_done_callback(_swallow)
            if leaving(app).told and not turn.calls_for_help:
                raise LeavingError("The server stops: send it again.")
        elif isinstance(task.exception(), BusyError):
            unread = unread or LATE
            metrics.WITHOUT_RASA.labels("busy").inc()
        else:
            _swallow(task)
        verdict = _verdict(message, found, cut=unread == TOO_LONG)
        if (message.parse_data or {}).get(EXCERPT):
            unread = unread or TOO_LONG
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
    return max(understood, by_rules, key=Verdict.rank) if cut else understood


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
