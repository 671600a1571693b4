"""The chat page's own path: signed conversations, safe retries, and the transcript back after a reload."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Iterable
from typing import Any

from rasa.core.channels.channel import InputChannel
from rasa.shared.core.events import BotUttered, Event, UserUttered
from sanic import Blueprint, Request, response
from sanic.response import HTTPResponse

from b12guide.channels.base import Handler, SafeChannel
from b12guide.channels.compose import Message, compose
from b12guide.channels.plan_links import with_plan_links
from b12guide.channels.rest import body_of
from b12guide.channels.signing import Signer, load_secret
from b12guide.person import Person
from b12guide.settings import DATA
from b12guide.shared import triage

LONGEST_ID = 100
REMEMBERED_TURNS = 1000


class WebChannel(SafeChannel):
    """`/chat/session`, `/chat/message` and `/chat/history`, for the page at `/`."""

    def __init__(self, signer: Signer) -> None:
        self._signer = signer
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
        """The three routes."""
        routes = Blueprint("b12guide_web", __name__)

        @routes.post("/session")
        async def session(request: Request) -> HTTPResponse:
            return response.json({"conversation": self._signer.issue()})

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

        @routes.get("/history")
        async def history(request: Request) -> HTTPResponse:
            name = self._signer.verify(request.args.get("conversation"))
            if name is None:
                return _unknown()
            lines: list[dict[str, Any]] = []
            for turn in await _turns(request, name):
                lines.append({"from": "user", "text": turn.text or "", "time": turn.timestamp, "id": turn.message_id})
                lines += [{"from": "bot", "time": turn.timestamp, **m} for m in with_plan_links(turn.messages, name)]
            return response.json({"messages": lines})

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
        for turn in await _turns(request, name):
            if turn.message_id == message_id:
                return with_plan_links(turn.messages, name)
        messages = await self.converse(request.app, on_new_message, name, text, person, message_id=message_id)
        if any(message.get("custom", {}).get("deleted") for message in messages):
            self._turns = OrderedDict((key, turn) for key, turn in self._turns.items() if key[0] != name)
        return messages


class _Turn:
    """A stored message of the person with the answer as it was shown."""

    def __init__(self, event: UserUttered) -> None:
        self.text, self.timestamp, self.message_id = event.text, event.timestamp, event.message_id
        self._metadata = event.metadata
        self.said: list[dict[str, Any]] = []

    @property
    def messages(self) -> list[Message]:
        return compose(self.said, triage(self.text or ""), Person.from_stored(self._metadata))


async def _turns(request: Request, name: str) -> list[_Turn]:
    """The turns that are kept of a conversation, oldest first; none while the store is away."""
    agent = getattr(request.app.ctx, "agent", None)
    if agent is None or agent.tracker_store is None:
        return []
    tracker = await agent.tracker_store.retrieve(name)
    return _group(tracker.applied_events()) if tracker else []


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
