"""Refuses requests whose length cannot be known: the framework would wait for them for ever, or fail.

Sanic 21.12 takes a negative `Content-Length` for a body that never ends, in a loop that nothing else gets out of: one
packet would stop the server for everybody. The signal comes after the headers are read and before the body is.
"""

from __future__ import annotations

from sanic import Blueprint, Request
from sanic.exceptions import InvalidUsage

EVENT = "http.lifecycle.request"
LONGEST_LENGTH = 15


def install(routes: Blueprint) -> None:
    """Check every request of the server."""

    async def check(request: Request) -> None:
        lengths = request.headers.getall("content-length", [])
        encodings = request.headers.getall("transfer-encoding", [])
        if not lengths and not encodings:
            return
        if (lengths and encodings) or encodings not in ([], ["chunked"]) or len(set(lengths)) > 1:
            raise InvalidUsage("Bad Request")
        if lengths and not (lengths[0].isascii() and lengths[0].isdigit() and len(lengths[0]) <= LONGEST_LENGTH):
            raise InvalidUsage("Bad Request")

    routes.add_signal(check, EVENT)
