"""The REST path for other servers and for tests: Rasa's own address and form (`product.md`)."""

from __future__ import annotations

from typing import Any

from rasa.core.channels.channel import InputChannel
from sanic import Blueprint, Request, response
from sanic.exceptions import SanicException
from sanic.response import HTTPResponse

from b12guide.channels.addresses import Addresses
from b12guide.channels.base import SafeChannel
from b12guide.channels.deliveries import one_header, same
from b12guide.channels.this_machine import from_this_machine, is_json
from b12guide.channels.turns import Handler
from b12guide.person import Person
from b12guide.settings import rest_token

LONGEST_SENDER = 200


class RestChannel(SafeChannel):
    """`POST /webhooks/rest/webhook`: open to programs on this machine, behind a bearer token for anybody else."""

    def __init__(self, token: str | None = None) -> None:
        self._token, self._addresses = token, Addresses.read()

    @classmethod
    def name(cls) -> str:
        return "rest"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> InputChannel:
        """The token comes from the environment, so that none is ever in a file of the project."""
        return cls(rest_token())

    def blueprint(self, on_new_message: Handler) -> Blueprint:
        """Rasa's routes: `/` tells that the channel is there, `/webhook` takes a message."""
        routes = Blueprint("b12guide_rest", __name__)

        @routes.get("/")
        async def health(request: Request) -> HTTPResponse:
            return response.json({"status": "ok"})

        @routes.post("/webhook")
        async def receive(request: Request) -> HTTPResponse:
            if not self._allowed(request):
                return response.json({"error": "A bearer token is needed: see README.md."}, status=401)
            if self._token is None and not is_json(request):
                return response.json({"error": "Send the header Content-Type: application/json."}, status=415)
            body = body_of(request)
            sender = body.get("sender")
            if not isinstance(sender, str) or not 0 < len(sender.strip()) <= LONGEST_SENDER or not sender.isprintable():
                problem = 'Send a JSON object with "sender" (text of at most 200 characters) and "message".'
                return response.json({"error": problem}, status=400)
            message = body.get("message")
            person = Person.from_metadata(body.get("metadata"), channel=self.name())
            # Other servers speak for many people: each of them waits by himself, and their texts cost together.
            caller = self._addresses.caller(request).of_many(sender)
            text = message if isinstance(message, str) else ""
            messages = await self.converse(request.app, on_new_message, sender, text, person, caller=caller)
            return response.json([{"recipient_id": sender, **turn} for turn in messages])

        return routes

    def _allowed(self, request: Request) -> bool:
        if self._token is None:
            return from_this_machine(request)
        scheme, _, token = (one_header(request, "authorization") or "").partition(" ")
        return scheme.lower() == "bearer" and same(self._token, token.strip())


def body_of(request: Request) -> dict[str, Any]:
    """The body's JSON object; an empty one where there is none."""
    try:
        body = request.json
    except SanicException:  # malformed JSON
        return {}
    return body if isinstance(body, dict) else {}
