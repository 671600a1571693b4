"""The widget's own path: signed conversations, safe retries, the transcript after a reload, export, deletion."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Iterable
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import InputChannel
from rasa.core.lock_store import LockError
from rasa.shared.core.events import BotUttered, Event, UserUttered
from sanic import Blueprint, Request, response
from sanic.response import HTTPResponse

from b12guide.channels.base import Handler, SafeChannel
from b12guide.channels.compose import Message, compose
from b12guide.channels.pace import Pace
from b12guide.channels.parts import with_parts
from b12guide.channels.plan_links import with_plan_links
from b12guide.channels.rest import body_of
from b12guide.channels.signing import Signer, load_secret
from b12guide.person import Person
from b12guide.rasa.database_thread import DatabaseAwayError
from b12guide.rasa.private_conversations import PRIVATE_PREFIX, KeepingStore, is_private
from b12guide.rasa.tracker_store import ConversationStore, store_of
from b12guide.settings import DATA
from b12guide.shared import forget_texts, triage

LONGEST_ID = 100
REMEMBERED_TURNS = 1000


class WebChannel(SafeChannel):
    """`/chat/session`, `message`, `history`, `export` and `forget`, for the widget on any page.

    Every call names its conversation in the body, never in the address: addresses end up in the logs of proxies.
    """

    def __init__(self, signer: Signer) -> None:
        self._signer = signer
        self.pace = Pace()
        self._turns: OrderedDict[tuple[str, str], asyncio.Future[list[Message]]] = OrderedDict()

    @classmethod
    def name(cls) -> str:
        return "web"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> InputChannel:
        return cls(Signer(load_secret(DATA)))

    def url_prefix(self) -> str:
        """At `/chat` of the server's root."""
        return "/chat"

    def blueprint(self, on_new_message: Handler) -> Blueprint:
        """The five routes."""
        routes = Blueprint("b12guide_web", __name__)

        @routes.post("/session")
        async def session(request: Request) -> HTTPResponse:
            prefix = PRIVATE_PREFIX if body_of(request).get("private") is True else ""
            return response.json({"conversation": self._signer.issue(prefix)})

        @routes.post("/message")
        async def message(request: Request) -> HTTPResponse:
            body = body_of(request)
            name = self._signer.verify(body.get("conversation"))
            if name is None:
                return _unknown()
            message_id, text = body.get("id"), body.get("text")
            if not isinstance(message_id, str) or not 0 < len(message_id) <= LONGEST_ID or not isinstance(text, str):
                return response.json({"error": 'Send "id" (at most 100 characters) and "text".'}, status=400)
            person = Person.from_metadata(body.get("metadata"), channel=self.name())
            return response.json(
                {"messages": await self._once(request, on_new_message, name, message_id, text, person)}
            )

        @routes.post("/history")
        async def history(request: Request) -> HTTPResponse:
            name = self._signer.verify(body_of(request).get("conversation"))
            if name is None:
                return _unknown()
            if body_of(request).get("all") is True:
                try:
                    tracker = await _store(request).retrieve_full_tracker(name)
                except DatabaseAwayError:
                    return _later()
                return response.json({"messages": _lines(_group(tracker.events) if tracker else [], name)})
            turns, earlier = await _turns(request, name)
            return response.json({"messages": _lines(turns, name), **({"earlier": True} if earlier else {})})

        @routes.post("/export")
        async def export(request: Request) -> HTTPResponse:
            name = self._signer.verify(body_of(request).get("conversation"))
            if name is None:
                return _unknown()
            try:
                return response.json(await _kept(request, name))
            except DatabaseAwayError:
                return _later()

        @routes.post("/forget")
        async def forget(request: Request) -> HTTPResponse:
            name = self._signer.verify(body_of(request).get("conversation"))
            if name is None:
                return _unknown()
            try:
                store = _store(request)
                async with request.app.ctx.agent.lock_store.lock(name):
                    await store.delete(name)
            except (DatabaseAwayError, LockError):
                return _later()
            forget_texts()
            self._drop_turns({name})
            return response.json({"deleted": True})

        return routes

    async def _once(
        self, request: Request, on_new_message: Handler, name: str, message_id: str, text: str, person: Person
    ) -> list[Message]:
        """The answer to a message; the same id again gets the same answer, also while the first is on its way and
        after a restart."""
        key = (name, message_id)
        if key not in self._turns:
            self._turns[key] = asyncio.ensure_future(
                self._answer(request, on_new_message, name, message_id, text, person)
            )
            while len(self._turns) > REMEMBERED_TURNS:
                self._turns.popitem(last=False)
        return await asyncio.shield(self._turns[key])

    async def _answer(
        self, request: Request, on_new_message: Handler, name: str, message_id: str, text: str, person: Person
    ) -> list[Message]:
        messages = await self.converse(request.app, on_new_message, name, text, person, message_id=message_id)
        if any(message.get("custom", {}).get("deleted") for message in messages):
            self._drop_turns({name})
        if is_private(name):
            self._drop_forgotten(request)
        return with_parts(messages)

    def _drop_turns(self, names: set[str]) -> None:
        self._turns = OrderedDict((key, turn) for key, turn in self._turns.items() if key[0] not in names)

    def _drop_forgotten(self, request: Request) -> None:
        """The answers of private conversations go when the conversations go."""
        store = store_of(request.app.ctx.agent)
        if isinstance(store, KeepingStore):
            held = set(store.private_names())
            # A turn that is still on its way is not in the store yet.
            gone = {name for (name, _), turn in self._turns.items() if is_private(name) and turn.done()} - held
            self._drop_turns(gone)


class _Turn:
    """A stored message of the person with the answer as it was shown."""

    def __init__(self, event: UserUttered) -> None:
        self.text, self.timestamp, self.message_id = event.text, event.timestamp, event.message_id
        self.metadata = event.metadata
        self.said: list[dict[str, Any]] = []

    @property
    def messages(self) -> list[Message]:
        return compose(self.said, triage(self.text or ""), Person.from_stored(self.metadata))


async def _turns(request: Request, name: str) -> tuple[list[_Turn], bool]:
    """The latest turns that are kept of a conversation, oldest first, none while the store is away; and whether there
    may be earlier ones."""
    agent = getattr(request.app.ctx, "agent", None)
    if agent is None or agent.tracker_store is None:
        return [], False
    tracker = await agent.tracker_store.retrieve(name)
    if tracker is None:
        return [], False
    store = store_of(agent)
    cut = isinstance(store, ConversationStore) and not is_private(name) and len(tracker.events) >= store.tail_events
    return _group(tracker.events), cut


def _store(request: Request) -> ConversationStore:
    """The store, where there is one.

    Raises:
        DatabaseAwayError: the server runs without a model, and so without its store.
    """
    agent: Agent | None = getattr(request.app.ctx, "agent", None)
    store = store_of(agent) if agent is not None else None
    if not isinstance(store, ConversationStore):
        raise DatabaseAwayError("no store")
    return store


def _shown(messages: list[Message], name: str) -> list[Message]:
    """The messages of a turn as the widget draws them."""
    return with_parts(with_plan_links(messages, name))


def _lines(turns: list[_Turn], name: str) -> list[dict[str, Any]]:
    """The turns as the messages that were shown, the person's with the id that the browser gave it."""
    lines: list[dict[str, Any]] = []
    for turn in turns:
        lines.append({"from": "user", "text": turn.text or "", "time": turn.timestamp, "id": turn.message_id})
        lines += [{"from": "bot", "time": turn.timestamp, **m} for m in _shown(turn.messages, name)]
    return lines


async def _kept(request: Request, name: str) -> dict[str, Any]:
    """All that this server keeps of a conversation: every message and answer, and what was remembered of the plan.

    Raises:
        DatabaseAwayError: the store is away; an export that leaves something out would be a lie.
    """
    tracker = await _store(request).retrieve_full_tracker(name)
    if tracker is None:
        return {"messages": [], "remembered": {}, "country_zone_and_day": []}
    turns = _group(tracker.events)
    remembered = {key: slot.value for key, slot in tracker.slots.items() if slot.value is not None}
    known = [turn.metadata for turn in turns if turn.metadata]
    return {"messages": _lines(turns, name), "remembered": remembered, "country_zone_and_day": known}


def _group(events: Iterable[Event]) -> list[_Turn]:
    turns: list[_Turn] = []
    for event in events:
        if isinstance(event, UserUttered):
            turns.append(_Turn(event))
        elif isinstance(event, BotUttered) and turns:
            turns[-1].said.append(event.message())
    return turns


def _unknown() -> HTTPResponse:
    return response.json({"error": "This conversation is not known here: start a new one."}, status=401)


def _later() -> HTTPResponse:
    return response.json({"error": "What is kept cannot be reached now: try again in a minute."}, status=503)
