"""A server on a free port of the loopback, in the loop of a test."""

from __future__ import annotations

import itertools
import socket
from typing import Any

from sanic import Sanic

_NUMBERS = itertools.count()
# Sanic rewrites its own classes when an app starts; with this it can do so for a second app of the process.
Sanic.test_mode = True


class Loopback:
    """An app with `agent` in Rasa's place, and the server around it."""

    def __init__(self, agent: Any) -> None:
        self.app = Sanic(f"b12guide_test_{next(_NUMBERS)}", configure_logging=False)
        self.app.ctx.agent = agent
        self._listener = socket.socket()
        self._listener.bind(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    async def start(self, *, after_start: bool = True) -> None:
        """Listen. What an app does after its start asks for a real agent; without one, leave it out."""
        self._server = await self.app.create_server(sock=self._listener, return_asyncio_server=True)
        await self._server.startup()
        await self._server.before_start()
        if after_start:
            await self._server.after_start()

    async def stop(self) -> None:
        """Stop listening, and close what is open."""
        self._server.close()
        for connection in self._server.connections:
            connection.close()
