"""Requests to providers: each tried until it was taken, and never again after that."""

from __future__ import annotations

import asyncio
import json
import logging
import random
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime
from typing import Any, Protocol

import aiohttp

logger = logging.getLogger(__name__)
# Seconds: of one request; between tries at first, and at most where the provider says nothing; of all tries together.
PATIENCE, FIRST_WAIT, LONGEST_WAIT, MOST_SECONDS = 10.0, 0.5, 30.0, 900.0
# Seconds that a connection stays open for the next request.
IDLE = 5.0
# What of a provider's error may be logged: its code. Messages of errors quote phone numbers.
_CODE = re.compile(r"[a-z_]{1,60}|\d{1,6}")


@dataclass(frozen=True)
class Call:
    """One request of an answer, without the provider's address and without secrets, as it is kept until it is out.

    Attributes:
        path: behind the provider's address.
        json: the body, where it is JSON.
        form: the body, where it is a form.
        file: a text file that goes with the form: `field`, `name`, `type`, `text`.
        headers: of this request alone, where the provider takes a key under which it counts once.
    """

    path: str
    json: dict[str, Any] | None = None
    form: dict[str, str] | None = None
    file: dict[str, str] | None = None
    headers: dict[str, str] | None = None

    def to_data(self) -> dict[str, Any]:
        """As JSON."""
        return asdict(self)

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> Call:
        """From what `to_data` gave."""
        return cls(**data)


@dataclass(frozen=True)
class Verdict:
    """What a provider's answer means.

    Attributes:
        taken: the provider has it.
        again: whether to try again, where it is not taken.
        wait: seconds that the provider asks to wait, None where it does not say.
        code: its error code.
    """

    taken: bool
    again: bool = False
    wait: float | None = None
    code: str = ""


class Provider(Protocol):
    """What the post has to know of a channel."""

    def address(self, path: str) -> str:
        """The whole address, which may hold a secret."""

    def authorization(self) -> Mapping[str, str]:
        """Headers that show who asks."""

    def verdict(self, status: int, headers: Mapping[str, str], body: Any) -> Verdict:
        """What an answer means; `body` is its JSON, None where it has none."""


class NotDeliveredError(RuntimeError):
    """The provider did not take a request, and more tries are of no use. The message holds no text of a person."""


class Post:
    """Sends requests, with a growing wait where the provider is busy or away."""

    def __init__(
        self,
        *,
        sleep: Callable[[float], Awaitable[Any]] = asyncio.sleep,
        chance: Callable[[], float] = random.random,
        patience: float = PATIENCE,
    ) -> None:
        """`sleep` waits; `chance` gives numbers from 0 to 1; `patience` are the seconds that one request has."""
        self._sleep, self._chance, self._patience = sleep, chance, patience
        self._session: aiohttp.ClientSession | None = None

    async def send(self, provider: Provider, call: Call, *, twice_is_better: bool = False) -> None:
        """Send one request until the provider has taken it.

        Where a connection breaks after the request left, nobody knows whether it was taken: then it counts as taken,
        or, with `twice_is_better` (an emergency), as not taken.

        Raises:
            NotDeliveredError: it was refused for good, or the tries took too long.
        """
        waited, tries = 0.0, 0
        while True:
            verdict = await self._try(provider, call, twice_is_better)
            if verdict.taken:
                return
            wait = min(LONGEST_WAIT, FIRST_WAIT * 2**tries) * (0.5 + self._chance() / 2)
            wait, tries = max(wait, verdict.wait or 0.0), tries + 1
            if not verdict.again or waited + wait > MOST_SECONDS:
                raise NotDeliveredError(verdict.code or "no answer")
            await self._sleep(wait)
            waited += wait

    async def once(self, provider: Provider, call: Call, *, twice_counts_once: bool = False) -> Verdict:
        """Send one request once, and say what came of it.

        Where a connection breaks after the request left, it counts as taken; with `twice_counts_once` (the provider
        takes a key for that) as not taken, and to be sent again.
        """
        return await self._try(provider, call, twice_counts_once)

    async def close(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def _try(self, provider: Provider, call: Call, twice_is_better: bool) -> Verdict:
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(
                timeout=aiohttp.ClientTimeout(total=self._patience, sock_connect=self._patience / 2),
                # A provider closes idle connections; a request on one of those would be lost without a word.
                connector=aiohttp.TCPConnector(keepalive_timeout=IDLE),
                cookie_jar=aiohttp.DummyCookieJar(),
            )
        try:
            # A redirect would carry secrets and texts to an address that nobody set.
            async with self._session.post(
                provider.address(call.path),
                headers={**provider.authorization(), **(call.headers or {})},
                allow_redirects=False,
                **_body(call),
            ) as answer:
                return provider.verdict(answer.status, answer.headers, await _json(answer))
        except (aiohttp.ClientConnectorError, aiohttp.ServerTimeoutError) as error:  # it never left
            return Verdict(False, again=True, code=type(error).__name__)
        except (aiohttp.ClientError, asyncio.TimeoutError, OSError) as error:
            logger.error("A provider did not say whether it took a message: %s", type(error).__name__)
            return Verdict(not twice_is_better, again=True, code=type(error).__name__)


def usual_verdict(status: int, headers: Mapping[str, str], code: object = "") -> Verdict:
    """What HTTP says: 2xx is taken, 429 and 5xx are worth another try, anything else is not."""
    if 200 <= status < 300:
        return Verdict(True)
    shown = str(code)
    told = f"{status} {shown}" if _CODE.fullmatch(shown) else str(status)
    return Verdict(False, again=status == 429 or status >= 500, wait=retry_after(headers), code=told)


def retry_after(headers: Mapping[str, str], now: datetime | None = None) -> float | None:
    """Seconds of the header Retry-After, which holds seconds or a date; None where there is none that makes sense."""
    given = headers.get("Retry-After", "").strip()
    if re.fullmatch(r"\d{1,6}(\.\d{1,6})?", given):
        return float(given)
    try:
        until = parsedate_to_datetime(given)
    except (ValueError, TypeError, IndexError):
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=timezone.utc)
    return max(0.0, (until - (now or datetime.now(timezone.utc))).total_seconds())


def _body(call: Call) -> dict[str, Any]:
    if call.json is not None:
        return {"json": call.json}
    if call.file is None:
        return {"data": call.form or {}}
    form = aiohttp.FormData(call.form or {})
    file = call.file
    form.add_field(file["field"], file["text"].encode(), filename=file["name"], content_type=file["type"])
    return {"data": form}


async def _json(answer: aiohttp.ClientResponse) -> Any:
    """The answer's JSON. The status is known already, so an answer that breaks off is an answer all the same."""
    try:
        return json.loads(await answer.read())
    except (ValueError, aiohttp.ClientError, asyncio.TimeoutError, OSError):
        return None
