"""What every channel of a phone or message company does with what is delivered, whatever the company."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache, partial
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import InputChannel
from sanic import Blueprint, Request, Sanic, response
from sanic.response import HTTPResponse

from b12guide import metrics
from b12guide.channels.addresses import Addresses
from b12guide.channels.base import accepted, signs_in
from b12guide.channels.compose import EMPTY, Message
from b12guide.channels.deliveries import UnreadableError
from b12guide.channels.inbox import Inbox
from b12guide.channels.inbox_tables import Taken
from b12guide.channels.incoming import Incoming, Names, Reply
from b12guide.channels.lanes import Lanes
from b12guide.channels.leaving import LeavingError, leaving
from b12guide.channels.post import Call, NotDeliveredError, Post, Verdict
from b12guide.channels.provider_interface import ProviderInterface
from b12guide.channels.reminder_desk import Desk, Reach
from b12guide.channels.reminder_loop import ReminderLoop
from b12guide.channels.reminder_rows import Words
from b12guide.channels.room import ROOM, LateError, NoRoomError, Room, TooLargeError
from b12guide.channels.signing import load_secret
from b12guide.channels.turns import Handler
from b12guide.database.reminder_tables import Address
from b12guide.person import Person
from b12guide.rasa.decided import EMERGENCY_PREFIX, standing_emergency
from b12guide.rasa.tracker_store import store_of
from b12guide.settings import DATA, database
from b12guide.shared import cards

logger = logging.getLogger(__name__)
# Seconds: between looks for messages that a stopped process left, and between deletions of old keys.
LOOK_SECONDS, TIDY_SECONDS = 5.0, 3600.0
# A message that three processes did not survive is answered with the static card, so that it stops no fourth one.
MOST_TRIES = 3


class ProviderChannel(ProviderInterface):
    """Base of the channels of providers. Off, and without a route, where its settings are absent.

    A delivery is looked at (`claims`), checked (`genuine`), read (`read`), kept (`Inbox`) and acknowledged; what
    follows happens behind the acknowledgement, one message of a person after the other.
    """

    def __init__(
        self,
        settings: Mapping[str, str] | None,
        *,
        inbox: Inbox | None = None,
        post: Post | None = None,
        names: Names | None = None,
        room: Room = ROOM,
    ) -> None:
        """`settings` as `ProviderNeeds.read` gives them; the others by default are those of the process."""
        self.settings = settings or {}
        self.on = settings is not None
        self.room, self._addresses = room, Addresses.read()
        if self.on:
            self.inbox, self.post = inbox or shared_inbox(), post or Post()
            self.names, self.lanes = names or shared_names(), Lanes()
        self._watch: asyncio.Task[None] | None = None
        self._reminders: ReminderLoop | None = None

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> InputChannel:
        """The settings come from the environment or from files, so that no secret is ever in a file of the project.

        Raises: SettingError: they are half there, or cannot be right.
        """
        return cls(cls.needs.read())

    def blueprint(self, on_new_message: Handler) -> Blueprint:
        """The address for deliveries, and the work behind it; nothing at all where the channel is off."""
        routes = Blueprint(f"b12guide_{self.name()}", __name__)
        if not self.on:
            return routes

        # As a stream, so that a batch may be longer than other requests: Meta's are up to 3 MB.
        @routes.post("/webhook", stream=True)
        async def deliver(request: Request) -> HTTPResponse:
            if not self.claims(request):
                return self._refused("signature", 403)
            try:
                body = await self.room.whole(request, self.most_bytes, self._addresses.caller(request).lane)
            except TooLargeError:
                return self._refused("too_large", 413)
            except LateError:
                return self._refused("late", 408)
            except NoRoomError:
                return self._refused("no_room", 503)
            if not self.genuine(request, body):
                return self._refused("signature", 403)
            try:
                messages = self.read(request, body)
            except UnreadableError:
                return self._refused("unreadable", 400)
            await self.accept(request.app, on_new_message, messages)
            return self.acknowledgement(request)

        self.more_routes(routes)

        @routes.listener("after_server_start")
        async def start(app: Sanic, _: Any) -> None:
            self._watch = asyncio.create_task(self._watch_over(app, on_new_message))
            desk: Desk | None = getattr(app.ctx, "reminder_desk", None)
            if desk is not None and self.reminds():
                self._reminders = ReminderLoop(desk, self.name(), self)
                self._reminders.start(app)

        @routes.listener("before_server_stop")
        async def stop(app: Sanic, _: Any) -> None:
            await self.stop(leaving(app).begin())

        return routes

    async def accept(self, app: Sanic, on_new_message: Handler, messages: list[Incoming]) -> None:
        """Take messages that are new, and answer them behind this call."""
        named = [
            Taken(m, self.names.message(self.name(), m.message_id), self.names.conversation(self.name(), m.address))
            for m in messages
        ]
        await self._begin(app, on_new_message, await self.inbox.take(self.name(), named))

    async def recover(self, app: Sanic, on_new_message: Handler) -> None:
        """Answer what a process that is gone had taken."""
        await self._begin(app, on_new_message, await self.inbox.abandoned(self.name()))

    async def idle(self) -> None:
        """Wait until every message that was taken is answered."""
        await self.lanes.idle()

    async def stop(self, patience: float = 5.0) -> None:
        """End the work: what is not answered after `patience` seconds is answered by the next process."""
        if self._reminders is not None:
            await self._reminders.stop()
        if self._watch is not None:
            self._watch.cancel()
        await self.lanes.stop(patience)
        await self.post.close()

    @property
    def takes_key(self) -> bool:
        """Whether a request that is sent twice counts once."""
        return self.key_header is not None

    async def remind(self, words: Words, to: Address, key: str) -> Verdict:
        """Send a reminder once.

        Raises:
            CannotWriteError: the provider's rules do not let it go out.
        """
        call = self.reminder(words, to, time.time())
        if self.key_header is not None:
            call = replace(call, headers={self.key_header: key})
        return await self.post.once(self, call, twice_counts_once=self.takes_key)

    async def _begin(self, app: Sanic, on_new_message: Handler, messages: list[Taken]) -> None:
        emergencies = await asyncio.gather(*map(is_emergency, messages))
        for taken, emergency in zip(messages, emergencies, strict=True):
            self.lanes.add(
                taken.conversation,
                partial(self._handle, app, on_new_message, taken),
                overtakes=emergency,
                blocked=partial(self.inbox.ahead, taken) if taken.behind else None,
            )

    async def _handle(self, app: Sanic, on_new_message: Handler, taken: Taken) -> None:
        """Answer one message: from the message to an answer that is kept, then out with it, request by request."""
        if taken.answer is None:
            try:
                emergency, calls = await self._answer(app, on_new_message, taken)
            except LeavingError:
                return  # the next process answers it
            await self.inbox.answered(
                self.name(), taken, {"emergency": emergency, "calls": [call.to_data() for call in calls]}
            )
        answer = taken.answer or {}
        try:
            for place, data in list(enumerate(answer["calls"]))[taken.sent :]:
                await self.post.send(self, Call.from_data(data), twice_is_better=answer["emergency"])
                if place + 1 < len(answer["calls"]):
                    await self.inbox.sent(self.name(), taken, place + 1)
        except NotDeliveredError as error:
            metrics.CHANNEL_ERRORS.labels(self.name(), "not_delivered").inc()
            if answer["emergency"] and taken.after_stop:
                metrics.AFTER_STOP.labels(self.name(), "held_back").inc()
            logger.error("An answer could not be delivered (%s): %s", self.name(), error)
        await self.inbox.done(self.name(), taken)

    async def _answer(self, app: Sanic, on_new_message: Handler, taken: Taken) -> tuple[bool, list[Call]]:
        """Whether the answer is an emergency's, and the requests that make it up; none where silence is right."""
        incoming = taken.incoming
        try:
            calls = await self.own_words(taken)
            if calls is not None or (incoming.edited and not await is_emergency(taken)):
                return False, calls or []
            messages = await self._turn(app, on_new_message, taken)
            reply = await self.prepare(app, Reply.of(messages), taken)
            return reply.emergency, self.render(reply, taken)
        except LeavingError:
            raise
        except Exception as error:
            logger.error("An answer could not be made (%s): %s", self.name(), type(error).__name__)
            card = cards().static_card(self.person(incoming).country)
            return await is_emergency(taken), self.render(Reply([card.text], emergency=True), taken)

    async def _turn(self, app: Sanic, on_new_message: Handler, taken: Taken) -> list[Message]:
        incoming, person = taken.incoming, self.person(taken.incoming)
        if taken.tries > MOST_TRIES:
            logger.error("A message was begun too often (%s); it gets the static card.", self.name())
            return [{"text": cards().static_card(person.country).text, "custom": EMPTY}]
        if not incoming.text.strip():
            return await self._only_text(app, taken, person)
        reach = Reach(self.name(), incoming.address) if self.reminds() else None
        messages = await self.converse(
            app, on_new_message, taken.conversation, incoming.text, person, message_id=taken.key, reach=reach
        )
        custom: dict[str, Any] = next((m["custom"] for m in messages if "custom" in m), {})
        if custom.get("deleted"):
            await self.forget(taken.conversation)
        if incoming.media and custom.get("level") != "emergency":
            messages = [*messages, {"text": self.words("only_text", person)[0]}]
        return messages

    async def _only_text(self, app: Sanic, taken: Taken, person: Person) -> list[Message]:
        """The answer to a picture, a voice or a place; an emergency stands through it."""
        agent: Agent | None = getattr(app.ctx, "agent", None)
        tracker = await store_of(agent).retrieve(taken.conversation) if agent and agent.tracker_store else None
        standing = standing_emergency(tracker) if tracker else None
        if standing:
            about = standing.removeprefix(EMERGENCY_PREFIX)
            level = {"kind": "emergency", "level": "emergency"}
            return [{"text": cards().still_card(about, country=person.country).text, "custom": {**EMPTY, **level}}]
        name = "only_text" if taken.incoming.media else "old_button"
        return [{"text": self.words(name, person)[0], "custom": EMPTY}]

    def _refused(self, reason: str, status: int) -> HTTPResponse:
        metrics.CHANNEL_ERRORS.labels(self.name(), reason).inc()
        return response.json({"error": "This delivery was not understood."}, status=status)

    async def _watch_over(self, app: Sanic, on_new_message: Handler) -> None:
        since_tidied = TIDY_SECONDS
        while True:
            try:
                await self.inbox.keep_alive()
                await self.recover(app, on_new_message)
                if since_tidied >= TIDY_SECONDS:
                    await self.inbox.forget_old()
                    since_tidied = 0.0
            except Exception as error:
                logger.error("Looking after messages failed (%s): %s", self.name(), type(error).__name__)
            await asyncio.sleep(LOOK_SECONDS)
            since_tidied += LOOK_SECONDS


@lru_cache(maxsize=1)
def shared_inbox() -> Inbox:
    """The inbox of all channels of this process, in the conversation database."""
    return Inbox(database())


@lru_cache(maxsize=1)
def shared_names() -> Names:
    """Names under this server's secret."""
    return Names(load_secret(DATA))


async def is_emergency(taken: Taken) -> bool:
    """Whether the rules see an emergency in a message."""
    found = await signs_in(accepted(taken.incoming.text), taken.conversation)
    return found is not None and found.level == "emergency"
