"""A channel behind a real server, with its provider's fake on the other side and a stand-in for Rasa behind it."""

from __future__ import annotations

import asyncio
import io
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from types import SimpleNamespace
from typing import Any, ClassVar

import aiohttp
from rasa.core.channels.channel import UserMessage, register
from yarl import URL

from b12guide.channels.inbox import Inbox
from b12guide.channels.incoming import Names
from b12guide.channels.post import Post
from b12guide.channels.provider import ProviderChannel
from b12guide.channels.server import ServerSetup
from b12guide.channels.turns import TurnOutput
from tests.loopback import Loopback
from tests.providers.fake_server import Fake, Said

# (channel, what) of everything that the terminal shows at the end.
COUNTED: Counter[tuple[str, str]] = Counter()


@dataclass(frozen=True)
class Delivery:
    """A request of a provider's, or of somebody who would like to be one."""

    body: bytes
    headers: dict[str, str | list[str]] = field(default_factory=dict)
    query: str = ""

    def but(self, **changes: Any) -> Delivery:
        """The same with other parts."""
        return replace(self, **changes)

    def with_header(self, name: str, value: str | list[str] | None) -> Delivery:
        """The same with one header changed, doubled (a list) or left out (None)."""
        kept = {key: known for key, known in self.headers.items() if key.lower() != name.lower()}
        return self.but(headers=kept if value is None else {**kept, name: value})


class StandIn:
    """In Rasa's place: remembers what it heard and says what it is told to say."""

    def __init__(self) -> None:
        self.heard: list[UserMessage] = []
        self.says: Callable[[str], list[dict[str, Any]]] = lambda text: [{"text": f"You said: {text}"}]
        self.before: Callable[[UserMessage], Awaitable[Any]] | None = None
        self.processor, self.action_endpoint, self.tracker_store, self.lock_store = None, None, None, None

    @staticmethod
    def is_ready() -> bool:
        return True

    async def handle_message(self, message: UserMessage) -> None:
        """As Rasa's agent has it."""
        self.heard.append(message)
        if self.before is not None:
            await self.before(message)
        assert isinstance(message.output_channel, TurnOutput)
        for said in self.says(message.text):
            await message.output_channel.send_response(message.sender_id, said)

    @property
    def texts(self) -> list[str]:
        return [message.text for message in self.heard]


class Provider(ABC):
    """Base of the kinds: a provider as it delivers (`tests/providers/kinds.py`)."""

    name: str
    signature: str
    settings: dict[str, str]
    channel: type[ProviderChannel]
    fake: Fake
    # Two people, as the provider names them.
    people: tuple[str, str]
    # What the channel is given beside its settings.
    parts: ClassVar[dict[str, Any]] = {}

    @abstractmethod
    def said(self, text: str, *, message_id: str = "1", person: int = 0) -> Any:
        """What is delivered for a text, before it is packed."""

    @abstractmethod
    def pack(self, *events: Any) -> Delivery:
        """One signed delivery with these events."""

    def text(self, text: str, *, message_id: str = "1", person: int = 0) -> Delivery:
        """A text that somebody wrote."""
        return self.pack(self.said(text, message_id=message_id, person=person))

    @abstractmethod
    def pressed(self, said: Said, number: int, message_id: str = "9") -> Delivery:
        """A press of a button."""

    @abstractmethod
    def media(self) -> dict[str, Delivery]:
        """Messages without words."""

    @abstractmethod
    def captioned(self, text: str) -> Delivery:
        """A picture with words."""

    @abstractmethod
    def silent(self) -> dict[str, Delivery]:
        """Deliveries that get no answer."""

    def edited(self, text: str) -> Delivery | None:
        """A new form of an older message; None where the provider has none."""
        return None

    @abstractmethod
    def forgeries(self) -> dict[str, Delivery]:
        """Requests that are not the provider's."""

    @abstractmethod
    def documented(self) -> dict[str, tuple[dict[str, str], Delivery, dict[str, Any]]]:
        """Vectors of the documentation: settings, delivery, and parts of the channel."""


class Harness:
    """Everything that a test of a channel needs."""

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        kind: Provider,
        inbox: Inbox,
        names: Names,
        *,
        agent: Any = None,
        settings: dict[str, str] | None = None,
        parts: dict[str, Any] | None = None,
    ) -> None:
        self.loop, self.kind, self.inbox = loop, kind, inbox
        self.rasa: Any = agent or StandIn()
        self.fake, self.slept = kind.fake, list[float]()
        self.run(self.fake.start())
        given = {**kind.settings, "api": self.fake.url, **(settings or {})}
        self.channel = kind.channel(
            given,
            inbox=inbox,
            post=Post(sleep=self._sleep, chance=lambda: 0.0, patience=5.0),
            names=names,
            **{**kind.parts, **(parts or {})},
        )
        self.server = Loopback(self.rasa)
        self.app, self.url = self.server.app, self.server.url
        register([ServerSetup(), self.channel], self.app, route="/webhooks/")
        # The server around the channel installs the actions in a real agent; there is none here.
        self.run(self.server.start(after_start=False))

    async def _sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))

    def close(self) -> None:
        """Stop everything."""

        async def stop() -> None:
            await self.server.stop()
            await self.channel.stop(patience=0.1)
            await self.fake.stop()

        self.run(stop())
        self.inbox.close()

    def run(self, awaitable: Awaitable[Any]) -> Any:
        """Run something in the loop of the server."""
        return self.loop.run_until_complete(awaitable)

    async def post(self, delivery: Delivery, *, method: str = "POST") -> tuple[int, bytes]:
        """Deliver, as a coroutine; the status and the body of the answer."""
        headers = [
            (name, value)
            for name, values in delivery.headers.items()
            for value in (values if isinstance(values, list) else [values])
        ]
        query = f"?{delivery.query}" if delivery.query else ""
        url = URL(f"{self.url}/webhooks/{self.channel.name()}/webhook{query}", encoded=True)
        patience, body = aiohttp.ClientTimeout(20), io.BytesIO(delivery.body)
        async with (
            aiohttp.ClientSession(timeout=patience) as client,
            client.request(method, url, data=body, headers=headers) as answer,
        ):
            return answer.status, await answer.read()

    def deliver(self, delivery: Delivery) -> int:
        """Deliver and wait until what came of it is answered; the status."""
        status, _ = self.run(self.post(delivery))
        self.run(self.channel.idle())
        return int(status)

    def hold(self, only: str = "") -> asyncio.Event:
        """Let the stand-in for Rasa answer messages with `only` in them once the event is set, and not before."""
        release = asyncio.Event()

        async def wait(message: UserMessage) -> None:
            if only in message.text:
                await release.wait()

        self.rasa.before = wait
        return release

    def write(self, text: str, *, message_id: str = "1", person: int = 0) -> list[Said]:
        """Somebody writes; what came back."""
        before = len(self.fake.said)
        assert self.deliver(self.kind.text(text, message_id=message_id, person=person)) == 200
        return self.fake.said[before:]

    @property
    def answers(self) -> list[str]:
        """Texts that the provider took."""
        return [said.text for said in self.fake.said]

    def count(self, what: str, number: int = 1) -> None:
        """Count for the end of the run."""
        COUNTED[self.kind.name, what] += number


def namespace(**parts: Any) -> SimpleNamespace:
    """An app of a test that calls a channel without a server."""
    return SimpleNamespace(ctx=SimpleNamespace(**parts))
