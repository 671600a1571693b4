"""The widget's own path: signed conversations, safe retries, the transcript after a reload, export, deletion."""

from __future__ import annotations

import asyncio
import hashlib
from collections import OrderedDict
from collections.abc import AsyncIterator
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import InputChannel
from rasa.core.lock_store import LockError
from rasa.shared.core.trackers import DialogueStateTracker
from sanic import Blueprint, Request, response
from sanic.response import HTTPResponse

from b12guide.channels.addresses import EXPORT, HISTORY, Addresses, Caller
from b12guide.channels.base import SafeChannel
from b12guide.channels.beside import beside, busy, off_the_loop
from b12guide.channels.compose import DELETED, STANDS, Message, compose, was_read
from b12guide.channels.pace import Pace
from b12guide.channels.parts import with_parts
from b12guide.channels.plan_files import revoke_links
from b12guide.channels.rest import body_of
from b12guide.channels.signing import Signer, load_secret
from b12guide.channels.transcript import lines, written_out
from b12guide.channels.turns import Handler
from b12guide.person import Person
from b12guide.places import BusyError
from b12guide.rasa.database_thread import DatabaseAwayError
from b12guide.rasa.decided import standing_emergency, still_response
from b12guide.rasa.private_conversations import KeepingStore, is_private, private_prefix
from b12guide.rasa.stored_events import Answered, answers_in
from b12guide.rasa.tracker_store import ConversationStore, store_of
from b12guide.settings import DATA
from b12guide.shared import cards, content, forget_texts
from b12guide.understanding import Verdict

LONGEST_ID = 100
# Of an export: characters that go out at once, and seconds that a browser has to take them.
PIECE_CHARACTERS, TAKE_SECONDS = 32_768, 20.0
REMEMBERED_TURNS = 1000


class WebChannel(SafeChannel):
    """`/chat/session`, `message`, `history`, `export`, `revoke` and `forget`, for the widget on any page.

    Every call names its conversation in the body, never in the address: addresses end up in the logs of proxies.
    """

    def __init__(self, signer: Signer) -> None:
        self._signer = signer
        self.pace, self._addresses = Pace(), Addresses.read()
        # Conversations that are being exported.
        self._exported: set[str] = set()
        # By conversation, message id and text.
        self._turns: OrderedDict[tuple[str, str, bytes], asyncio.Future[list[Message]]] = OrderedDict()

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
        """The six routes."""
        routes = Blueprint("b12guide_web", __name__)

        @routes.post("/session")
        async def session(request: Request) -> HTTPResponse:
            prefix = ""
            if body_of(request).get("private") is True:
                prefix = private_prefix(self._signer.tag(self._addresses.caller(request).lane))
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
            try:
                async with beside(request.app, self._addresses.caller(request), HISTORY):
                    if body_of(request).get("all") is True:
                        tracker = await _store(request).retrieve_full_tracker(name)
                        turns, earlier = answers_in(tracker.events) if tracker else [], False
                    else:
                        turns, earlier = await _turns(request, name)
                    shown = await off_the_loop(lambda: _shown(turns, name))
                    return response.json({"messages": shown, **({"earlier": True} if earlier else {})})
            except BusyError:
                return busy()
            except DatabaseAwayError:
                return _later()

        @routes.post("/export")
        async def export(request: Request) -> HTTPResponse | None:
            name = self._signer.verify(body_of(request).get("conversation"))
            if name is None:
                return _unknown()
            if name in self._exported:
                return response.json({"error": "This is being written out already: wait until it is."}, status=409)
            self._exported.add(name)
            try:
                async with beside(request.app, self._addresses.caller(request), EXPORT):
                    whole = await _store(request).whole(name)
                    await _send_all(request, written_out(name, whole))
            except BusyError:
                return busy()
            except DatabaseAwayError:
                return _later()
            finally:
                self._exported.discard(name)
            return None

        @routes.post("/revoke")
        async def revoke(request: Request) -> HTTPResponse:
            name = self._signer.verify(body_of(request).get("conversation"))
            if name is None:
                return _unknown()
            try:
                async with request.app.ctx.agent.lock_store.lock(name):
                    await revoke_links(_store(request), name)
            except (DatabaseAwayError, LockError):
                return _later()
            return response.json({"revoked": True})

        @routes.post("/forget")
        async def forget(request: Request) -> HTTPResponse:
            name = self._signer.verify(body_of(request).get("conversation"))
            if name is None:
                return _unknown()
            try:
                store = _store(request)
                async with request.app.ctx.agent.lock_store.lock(name):
                    turns, _ = await _turns(request, name)
                    await store.delete(name)
            except (DatabaseAwayError, LockError):
                return _later()
            forget_texts()
            self._drop_turns({name})
            return response.json({"deleted": True, **_still(store.begun(name), turns)})

        return routes

    async def _once(
        self, request: Request, on_new_message: Handler, name: str, message_id: str, text: str, person: Person
    ) -> list[Message]:
        """The answer to a message; the same id with the same text again gets the same answer, also while the first is
        on its way and after a restart."""
        key = (name, message_id, hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest())
        if key not in self._turns:
            caller = self._addresses.caller(request)
            self._turns[key] = asyncio.ensure_future(
                self._answer(request, on_new_message, name, message_id, text, person, caller)
            )
            self._turns[key].add_done_callback(lambda turn: self._read_anew(key, turn))
            while len(self._turns) > REMEMBERED_TURNS:
                self._turns.popitem(last=False)
        return await asyncio.shield(self._turns[key])

    async def _answer(
        self,
        request: Request,
        on_new_message: Handler,
        name: str,
        message_id: str,
        text: str,
        person: Person,
        caller: Caller,
    ) -> list[Message]:
        messages = await self.converse(
            request.app, on_new_message, name, text, person, message_id=message_id, caller=caller
        )
        if any(message.get("custom", {}).get("deleted") for message in messages):
            self._drop_turns({name})
        if is_private(name):
            self._drop_forgotten(request)
        return with_parts(messages)

    def _read_anew(self, key: tuple[str, str, bytes], turn: asyncio.Future[list[Message]]) -> None:
        """What was not read is read when it comes again, and not told again that it was not."""
        failed = turn.cancelled() or turn.exception() is not None
        if failed or not all(was_read(message.get("custom", {})) for message in turn.result()):
            self._turns.pop(key, None)

    def _drop_turns(self, names: set[str]) -> None:
        self._turns = OrderedDict((key, turn) for key, turn in self._turns.items() if key[0] not in names)

    def _drop_forgotten(self, request: Request) -> None:
        """The answers of private conversations go when the conversations go."""
        store = store_of(request.app.ctx.agent)
        if isinstance(store, KeepingStore):
            held = set(store.private_names())
            # A turn that is still on its way is not in the store yet.
            gone = {name for (name, *_), turn in self._turns.items() if is_private(name) and turn.done()} - held
            self._drop_turns(gone)


def _shown(turns: list[Answered], name: str) -> list[dict[str, Any]]:
    """The turns as the page draws them."""
    found: list[dict[str, Any]] = []
    for turn in turns:
        said, *answer = lines(turn, name)
        found += [said, *with_parts(answer)]
    return found


async def _turns(request: Request, name: str) -> tuple[list[Answered], bool]:
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
    return answers_in(tracker.events), cut


def _still(begun: DialogueStateTracker | None, turns: list[Answered]) -> dict[str, Any]:
    """What to say last to somebody who deleted everything in an emergency, or while the plan is on hold."""
    if begun is None:
        return {}
    standing = standing_emergency(begun)
    person = Person.from_stored(turns[-1].message.metadata if turns else None)
    reply = content().reply("forgotten", country=person.country, emergency=cards().emergency_number(person.country))
    said: list[dict[str, Any]] = [{"text": "\n".join(reply.bubbles), "custom": {DELETED: True}}]
    if standing is not None:
        said.insert(0, {"utter_action": still_response(standing)})
    return {STANDS: True, "messages": with_parts(compose(said, Verdict(), person))}


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


async def _send_all(request: Request, pieces: AsyncIterator[str]) -> None:
    """Answer with the pieces as they come, together in larger ones.

    Where not all can be had, or somebody takes too long to take it, the connection ends: a part is not taken for all.
    """
    answer = await request.respond(content_type="application/json")
    waiting: list[str] = []
    try:
        async for piece in pieces:
            waiting.append(piece)
            if sum(map(len, waiting)) >= PIECE_CHARACTERS:
                await asyncio.wait_for(answer.send("".join(waiting)), TAKE_SECONDS)
                waiting.clear()
        await asyncio.wait_for(answer.send("".join(waiting), end_stream=True), TAKE_SECONDS)
    except (DatabaseAwayError, asyncio.TimeoutError):
        request.transport.abort()


def _unknown() -> HTTPResponse:
    return response.json({"error": "This conversation is not known here: start a new one."}, status=401)


def _later() -> HTTPResponse:
    return response.json({"error": "What is kept cannot be reached now: try again in a minute."}, status=503)
