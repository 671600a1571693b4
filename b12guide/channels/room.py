"""How much of what strangers send may be held at once, before anybody knows who they are.

What fits in `SMALL` is always read: every message of a person does, and the proxy passes such a body on whole. What is
larger shares `MOST`, of which one address has `EACH` at most, so that many large bodies take no more memory than a few,
and no small one waits for them. A delivery is signed over its whole body, so it has to be here before the signature
can be checked.
"""

from __future__ import annotations

import asyncio
from collections import Counter

from sanic import Request

from b12guide.channels.deliveries import one_header

SMALL = 64 * 1024
MOST = 8 * 1024 * 1024
# A batch of Meta's is up to 3 MB.
EACH = MOST // 2
# Seconds for a body to arrive; whoever takes longer gives its room back.
SLOWEST_BODY = 10.0


class TooLargeError(ValueError):
    """A body is longer than its channel ever sends."""


class NoRoomError(RuntimeError):
    """As much as may be held is held: the sender sends again later."""


class LateError(RuntimeError):
    """A body did not arrive in time."""


class Room:
    """The bytes of large bodies in flight, all channels of a process together."""

    def __init__(
        self, most: int = MOST, small: int = SMALL, seconds: float = SLOWEST_BODY, each: int | None = None
    ) -> None:
        """`most` bytes are held beyond the first `small` of each body, which has so many `seconds` to arrive; `each`
        of them at most for one address, `EACH` of `MOST` by default."""
        self._most, self._small, self._seconds = most, small, seconds
        self._each = most * EACH // MOST if each is None else each
        self._by_address: Counter[str] = Counter()

    @property
    def held(self) -> int:
        """Bytes that are taken."""
        return self._by_address.total()

    async def whole(self, request: Request, most: int, address: str) -> bytes:
        """All bytes of a request's body.

        Raises:
            TooLargeError: it has, or says that it has, more than `most`; in that case nothing of it is read.
            NoRoomError: others hold too much, or others of the same address; where it tells its length, nothing of it
                is read.
            LateError: it took too long.
        """
        length = int(one_header(request, "content-length") or 0)
        mine = 0
        body = bytearray()

        def take(size: int) -> None:
            nonlocal mine
            if size > most:
                raise TooLargeError
            more = max(0, size - self._small) - mine
            if more <= 0:
                return
            if self._by_address[address] + more > self._each or self.held + more > self._most:
                raise NoRoomError
            self._by_address[address] += more
            mine += more

        async def read() -> None:
            while (part := await request.stream.read()) is not None:
                take(len(body) + len(part))
                body.extend(part)

        try:
            take(length)
            await asyncio.wait_for(read(), self._seconds)
        except asyncio.TimeoutError as error:
            raise LateError from error
        finally:
            self._by_address[address] -= mine
            if not self._by_address[address]:
                del self._by_address[address]
        return bytes(body)


# Of all channels of the process together.
ROOM = Room()
