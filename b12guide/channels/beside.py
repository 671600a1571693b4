"""Work beside the turns: transcripts, exports, files of plans. A few at a time, off the loop, each address in turn."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncGenerator, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from sanic import Sanic, response
from sanic.response import HTTPResponse

from b12guide.channels.addresses import AT_WORK, Caller, limits_of
from b12guide.places import BusyError, Places

T = TypeVar("T")
AT_ONCE, WAITING_EACH = 2, 50
# One thread: beside a second one, the loop would get a third of the interpreter.
_POOL = ThreadPoolExecutor(max_workers=1, thread_name_prefix="beside")


@contextlib.asynccontextmanager
async def beside(app: Sanic, caller: Caller, cost: float) -> AsyncGenerator[None, None]:
    """Hold a place for work that costs so many units (`addresses.py`).

    Raises: BusyError: it is too much for this address, or too many wait.
    """
    limits = limits_of(app)
    with limits.at_work(caller) as at_work:
        if at_work > AT_WORK or not limits.pays(caller, cost):
            raise BusyError
        async with _places(app).of(caller.lane):
            yield


async def off_the_loop(work: Callable[[], T]) -> T:
    """What `work` returns, in the thread for such work."""
    return await asyncio.get_running_loop().run_in_executor(_POOL, work)


def busy() -> HTTPResponse:
    """What a program or a browser gets that asks for too much."""
    error = "That is more than this server does at once: try again in a minute."
    return response.json({"error": error}, status=429, headers={"Retry-After": "60", "Cache-Control": "no-store"})


def _places(app: Sanic) -> Places:
    places: Places | None = getattr(app.ctx, "places_beside", None)
    if places is None:
        places = app.ctx.places_beside = Places(AT_ONCE, WAITING_EACH)
    return places
