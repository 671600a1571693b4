"""How much of what strangers send may be held at once, before anybody knows who they are.

A delivery is signed over its whole body, so the body has to be here before the signature can be checked. What fits in
`SMALL` is always read: every message of a person does, and the proxy passes such a body on whole. What is larger shares
`MOST`, so that many large bodies take no more memory than a few, and no small one waits for them.
"""

from __future__ import annotations

import asyncio

from sanic import Request

from b12guide.channels.deliveries import one_header

SMALL = 64 * 1024
MOST = 8 * 1024 * 1024
# Seconds for a body to arrive; a provider needs far less, and whoever takes longer gives its room back.
SLOWEST_BODY = 10.0


class TooLargeError(ValueError):
    """A body is longer than its channel ever sends."""


class NoRoomError(RuntimeError):
    """As much as may be held is held: the provider delivers again later."""


class LateError(RuntimeError):
    """A body did not arrive in time."""


class Room:
    """The bytes of large bodies in flight, all channels of a process together."""

    def __init__(self, most: int = MOST, small: int = SMALL, seconds: float = SLOWEST_BODY) -> None:
        """`most` bytes are held beyond the first `small` of each body, which has so many `seconds` to arrive."""
        self._most, self._small, self._seconds, self.held = most, small, seconds, 0

    async def whole(self, request: Request, most: int) -> bytes:
        """All bytes of a request's body.

        Raises:
            TooLargeError: it has, or says that it has, more than `most`; in that case nothing of it is read.
            NoRoomError: others hold too much.
            LateError: it took too long.
        """
        length = one_header(request, "content-length")
        if length is not None and int(length) > most:
            raise TooLargeError
        mine = 0
        body = bytearray()

        async def read() -> None:
            nonlocal mine
            while (part := await request.stream.read()) is not None:
                if len(body) + len(part) > most:
                    raise TooLargeError
                over = max(0, len(body) + len(part) - self._small)
                if self.held - mine + over > self._most:
                    raise NoRoomError
                self.held += over - mine
                mine = over
                body.extend(part)

        try:
            await asyncio.wait_for(read(), self._seconds)
        except asyncio.TimeoutError as error:
            raise LateError from error
        finally:
            self.held -= mine
        return bytes(body)
