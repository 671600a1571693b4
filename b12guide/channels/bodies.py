"""Bodies of requests that people and programs send: read whole, within what may be held, or refused and not read on."""

from __future__ import annotations

from sanic import Request
from sanic.exceptions import PayloadTooLarge, RequestTimeout, ServiceUnavailable

from b12guide.channels.room import ROOM, LateError, NoRoomError, TooLargeError

# Of a body; deliveries of providers have limits of their own (`ProviderInterface.most_bytes`).
MOST_BYTES = 128 * 1024


class BoundedRequest(Request):
    """A request whose body shares the room of all large ones; streams are read by their own routes."""

    body: bytes

    async def receive_body(self) -> None:
        """Read the body before the route is asked.

        Raises:
            PayloadTooLarge, RequestTimeout, ServiceUnavailable: it is not read, and the connection ends.
        """
        if self.body:
            return
        try:
            self.body = await ROOM.whole(self, MOST_BYTES, self.app.ctx.addresses.caller(self).lane)
        except TooLargeError as error:
            self._read_no_more()
            raise PayloadTooLarge("Too large") from error
        except LateError as error:
            self._read_no_more()
            raise RequestTimeout("Too slow") from error
        except NoRoomError as error:
            self._read_no_more()
            raise ServiceUnavailable("No room") from error

    def _read_no_more(self) -> None:
        """The framework would read to the end, however slowly that comes, before it closes the connection, and then
        keep what had come for some seconds more."""
        self.stream.request_body, self.stream.request_max_size = True, -1
        if self.transport is not None:
            self.transport.pause_reading()
        self.stream.recv_buffer.clear()
