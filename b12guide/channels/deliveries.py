"""Reading what is delivered: nothing in it is taken for granted, whoever signed it."""

from __future__ import annotations

import hmac
import json
from collections.abc import Iterator
from typing import Any

from sanic import Request


class UnreadableError(ValueError):
    """What was delivered is none of the provider's documented forms."""


def one_header(request: Request, name: str) -> str | None:
    """A header that is there exactly once; None else, so that nobody can send a second one for another reader."""
    values = request.headers.getall(name, [])
    return values[0] if len(values) == 1 else None


def json_of(body: bytes) -> dict[str, Any]:
    """The JSON object of a delivery.

    Raises: UnreadableError: it is none.
    """
    try:
        found = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise UnreadableError from error
    if not isinstance(found, dict):
        raise UnreadableError
    return found


def same(expected: str, given: str) -> bool:
    """Whether two texts are the same, in a time that does not tell how far they are."""
    return hmac.compare_digest(expected.encode(), given.encode("utf-8", "surrogatepass"))


def objects(of: Any, *names: str) -> Iterator[dict[str, Any]]:
    """The objects in the list at the end of a path of names; nothing where the path is not there."""
    for name in names:
        of = of.get(name) if isinstance(of, dict) else None
    yield from (item for item in of if isinstance(item, dict)) if isinstance(of, list) else ()


def text_at(of: Any, *names: str) -> str:
    """The text at the end of a path of names; empty where there is none."""
    for name in names:
        of = of.get(name) if isinstance(of, dict) else None
    return of if isinstance(of, str) else ""
