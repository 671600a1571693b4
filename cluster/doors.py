"""The two ways to a server, to itself and through the proxy, and people who come by one of them."""

from __future__ import annotations

import asyncio
import itertools
import secrets
import ssl
import time
from collections import Counter
from collections.abc import Awaitable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp

from b12guide.safety import load_cards
from b12guide.settings import CONTENT
from cluster.attack_page import Wait

METADATA = {"country": "GB", "timezone": "Europe/London"}
# Seconds after which somebody gives up.
PATIENCE = 20.0


@dataclass(frozen=True)
class Door:
    """A way to the server.

    Attributes:
        name: as the table tells it.
        address: what comes before a path.
        certificate: of the proxy; None without TLS.
        host, port: where that is.
        plain_port: where the proxy takes what is not encrypted; the same as `port` without one.
        database: the server's conversations.
    """

    name: str
    address: str
    host: str
    port: int
    plain_port: int
    certificate: Path | None
    database: Path

    def tls(self) -> ssl.SSLContext | None:
        """What trusts the proxy's certificate; None without TLS."""
        return ssl.create_default_context(cafile=str(self.certificate)) if self.certificate else None


class RefusedError(Exception):
    """The server answered with something else than what was asked for."""


def static_card() -> str:
    """The text of the card that the server has without Rasa."""
    return load_cards(CONTENT / "safety").static_card(METADATA["country"]).text


async def timed(work: Awaitable[str | None]) -> Wait:
    """How long something took; it returns what was wrong. What is refused, cut off or too late is wrong as well."""
    began = time.monotonic()
    try:
        problem = await work
    except (RefusedError, aiohttp.ClientError, OSError, asyncio.TimeoutError, ValueError) as error:
        problem = f"{type(error).__name__} {error}".strip()
    return Wait(time.monotonic() - began, problem)


class Person:
    """Somebody at an address of the loopback, with a browser of their own."""

    def __init__(self, door: Door, address: str, *, connections: int = 0) -> None:
        """`connections` at once at most; 0: any number."""
        self.door, self.address = door, address
        self._connections = connections
        self.conversation = ""
        # No message of somebody who takes a conversation up again has the id of an earlier one.
        self._ids = (f"{secrets.token_hex(4)}-{number}" for number in itertools.count())

    async def __aenter__(self) -> Any:
        tls = self.door.tls()
        connector = aiohttp.TCPConnector(
            limit=self._connections, local_addr=(self.address, 0), ssl=tls if tls is not None else False
        )
        self._client = aiohttp.ClientSession(connector=connector, timeout=aiohttp.ClientTimeout(PATIENCE))
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._client.close()

    async def begin(self, *, private: bool = False) -> str:
        """Open a conversation; returns its id.

        Raises:
            RefusedError: there was none to be had.
        """
        answer = await self.call("/chat/session", {"private": True} if private else {})
        self.conversation = str(answer["conversation"])
        return self.conversation

    def take_up(self, conversation: str) -> None:
        """Go on with a conversation that was opened before."""
        self.conversation = conversation

    async def say(self, text: str) -> list[dict[str, Any]]:
        """Send a message in the open conversation; returns the messages of the answer.

        Raises:
            RefusedError: there was none.
        """
        body = {"conversation": self.conversation, "id": next(self._ids), "text": text, "metadata": METADATA}
        messages: list[dict[str, Any]] = (await self.call("/chat/message", body))["messages"]
        return messages

    async def call(self, path: str, body: Mapping[str, Any]) -> Any:
        """The JSON that comes back.

        Raises:
            RefusedError: with another status than 200.
        """
        async with self._client.post(self.door.address + path, json=body) as answer:
            if answer.status != 200:
                raise RefusedError(str(answer.status))
            return await answer.json()


class Stranger(Person):
    """Whoever attacks: notes what comes back, and looks in it for what is somebody else's."""

    def __init__(self, door: Door, address: str, marks: Mapping[str, str], *, connections: int = 0) -> None:
        """`marks`: by person, words that only this person is to be shown."""
        super().__init__(door, address, connections=connections)
        self.got: Counter[str] = Counter()
        self.shown: list[str] = []
        # What came back where the stranger calls for help.
        self.cards: list[Wait] = []
        self._marks = marks

    async def call(self, path: str, body: Mapping[str, Any]) -> Any:
        """As `Person.call`, looked through. What is not answered with 200 is noted and raised."""
        async with self._client.post(self.door.address + path, json=body) as answer:
            found = await self._note(answer)
            if answer.status != 200:
                raise RefusedError(str(answer.status))
            return found

    async def attempt(
        self,
        path: str,
        body: Mapping[str, Any] | bytes | None = None,
        headers: Sequence[tuple[str, str]] = (),
    ) -> None:
        """Send something, with a GET where there is no body; whatever comes of it is noted, and nothing is raised."""
        asked = {"data" if isinstance(body, bytes) else "json": body} if body is not None else {}
        method = "GET" if body is None else "POST"
        try:
            async with self._client.request(
                method, self.door.address + path, headers=list(headers), allow_redirects=False, **asked
            ) as answer:
                await self._note(answer)
        except Exception as error:  # of any kind: a server that defends itself may cut off at any point
            self.failed(error)

    async def tell(self, conversation: str, number: int, text: str) -> None:
        """Send a message as one of the page's; as `attempt`."""
        body = {"conversation": conversation, "id": f"n{number}", "text": text, "metadata": METADATA}
        await self.attempt("/chat/message", body)

    def failed(self, error: BaseException) -> None:
        """Note a request that came to nothing."""
        self.got[type(error).__name__] += 1

    async def _note(self, answer: aiohttp.ClientResponse) -> Any:
        text = await answer.text()
        self.got[str(answer.status)] += 1
        self.shown += [name for name, words in self._marks.items() if words in text]
        return await answer.json() if answer.status == 200 and answer.content_type == "application/json" else None
