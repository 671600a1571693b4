"""What the providers' fakes share: a server that keeps what was said, and refuses what its documentation forbids."""

from __future__ import annotations

import asyncio
import json
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web


@dataclass
class Said:
    """A message that a provider took."""

    to: str
    text: str
    buttons: list[str] = field(default_factory=list)
    # What each button brings back when it is pressed.
    payloads: list[str] = field(default_factory=list)
    file: tuple[str, str, str] | None = None
    raw: Any = None


@dataclass
class Answer:
    """What the provider says in place of its usual answer; `taken` if it keeps the message all the same."""

    status: int
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)
    taken: bool = False
    breaks: bool = False


class RefusedError(Exception):
    """A request against the documentation."""


class Fake(ABC):
    """Base: an HTTP server that keeps what was said, and can be told to be busy or broken."""

    def __init__(self) -> None:
        self.said: list[Said] = []
        self.refused: list[str] = []
        self.script: list[Answer] = []
        self.requests = 0
        self.hold: asyncio.Event | None = None
        self.url = ""
        self._runner: web.AppRunner | None = None

    async def start(self) -> None:
        """Listen on a free port of the loopback."""
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", self._answer)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"http://127.0.0.1:{site._server.sockets[0].getsockname()[1]}"

    async def stop(self) -> None:
        """Stop listening."""
        if self._runner:
            await self._runner.cleanup()

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        self.requests += 1
        if self.hold is not None:
            await self.hold.wait()
        if self.script:
            told = self.script.pop(0)
            if told.taken:
                self.said.append(await self._read(request))
            if told.breaks:
                assert request.transport is not None
                request.transport.abort()
            return web.json_response(told.body, status=told.status, headers=told.headers)
        try:
            said = await self._read(request)
        except RefusedError as error:
            self.refused.append(str(error))
            return web.json_response(self.error(str(error)), status=self.error_status)
        if said.text or said.file:
            self.said.append(said)
        return web.json_response(self.success(said), status=self.success_status)

    error_status, success_status = 400, 200

    @abstractmethod
    async def _read(self, request: web.Request) -> Said:
        """What was said with a request. Raises: RefusedError: the documentation does not allow it."""

    @abstractmethod
    def success(self, said: Said) -> Any:
        """The body of the answer to a message that was taken."""

    @abstractmethod
    def error(self, reason: str) -> Any:
        """The body of the answer to one that was refused."""

    def busy(self, seconds: int) -> Answer:
        """The provider's "too many requests"."""
        return Answer(429, self.error("too many requests"), {"Retry-After": str(seconds)})


def need(condition: object, reason: str) -> None:
    """Refuse unless `condition`."""
    if not condition:
        raise RefusedError(reason)


def within(text: Any, most: int, what: str, length: Callable[[str], int] = len) -> None:
    """Refuse unless `text` is text of 1 to `most`."""
    need(isinstance(text, str) and 0 < length(text) <= most, f"{what}: not 1 to {most} long")


def as_json(of: Any) -> bytes:
    """JSON as Meta signs it: everything beyond ASCII escaped, in lower case."""
    return json.dumps(of).encode()
