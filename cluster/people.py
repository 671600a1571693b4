"""People who talk to the cluster: many at once, each message sent until it is answered, all of it noted."""

from __future__ import annotations

import asyncio
import itertools
import random
import time
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from b12guide.channels.compose import was_read

# Addresses of the loopback that people have.
HOMES = 200
# The page waits as long and tries again as often.
PATIENCE_SECONDS, PAUSE_SECONDS, LONGEST_SECONDS = 30.0, 0.2, 120.0
EMERGENCIES = (
    "my throat is closing up after the injection",
    "I have chest pain and my arm hurts",
    "I can't breathe properly since the jab",
    "my lips and tongue are swelling up",
)
STILL, HELP_IS_HERE = "ok thank you", "the paramedics are with me now"


@dataclass
class Said:
    """One message of a person and what came of it."""

    id: str
    text: str
    sent: float
    seconds: float = 0.0
    tries: int = 0
    answers: list[dict[str, Any]] = field(default_factory=list)
    # What the level of the answer has to be, where the message decides it.
    level: str | None = None
    # Seconds until the first answer with a card, also one that asks for the message again because not all was read.
    card: float | None = None

    @property
    def wait(self) -> float:
        """Seconds until its card was there; where none came, until it was answered."""
        return self.seconds if self.card is None else self.card

    @property
    def texts(self) -> list[str]:
        """The texts of the answer."""
        return [message["text"] for message in self.answers if message.get("text")]

    @property
    def answered_level(self) -> str | None:
        """The level of the answer."""
        customs = [message["custom"] for message in self.answers if "custom" in message]
        return customs[0]["level"] if len(customs) == 1 else None


@dataclass
class Conversation:
    """A conversation as its person saw it."""

    id: str
    said: list[Said] = field(default_factory=list)

    @property
    def name(self) -> str:
        """What it is called in the database: the id without its signature."""
        return self.id.split(".")[0]


def script(texts: Sequence[str], count: int, chance: random.Random) -> list[tuple[str, str | None]]:
    """`count` messages, an emergency with what follows it among them; each with the level that its answer must have."""
    lines: list[tuple[str, str | None]] = [(text, None) for text in itertools.islice(itertools.cycle(texts), count)]
    chance.shuffle(lines)
    if count >= 6:
        place = chance.randrange(1, count - 4)
        lines[place : place + 3] = [
            (chance.choice(EMERGENCIES), "emergency"),
            (STILL, "emergency"),
            (HELP_IS_HERE, None),
        ]
    return lines


class People:
    """All who talk, from many addresses: what one of them may cost is limited."""

    def __init__(self, address: str, texts: Sequence[str], seed: int) -> None:
        self.address, self.texts, self.seed = address, texts, seed
        self.conversations: list[Conversation] = []
        self.failures: dict[str, int] = {}

    async def __aenter__(self) -> People:
        patience = aiohttp.ClientTimeout(PATIENCE_SECONDS)
        homes = [(f"127.0.1.{number}", 0) for number in range(1, HOMES + 1)]
        connectors = [aiohttp.TCPConnector(limit=0, local_addr=home) for home in homes]
        self._clients = [aiohttp.ClientSession(connector=connector, timeout=patience) for connector in connectors]
        return self

    async def __aexit__(self, *_: Any) -> None:
        for client in self._clients:
            await client.close()

    async def talk(self, number: int, count: int, pause: tuple[float, float]) -> None:
        """One conversation of `count` messages, with `pause` seconds (least, most) between answer and next message."""
        chance = random.Random(self.seed * 1_000_003 + number)
        await asyncio.sleep(chance.uniform(0, pause[1]))
        conversation = await self.begin()
        for text, level in script(self.texts, count, chance):
            await self.say(conversation, text, level)
            await asyncio.sleep(chance.uniform(*pause))

    async def call_for_help(self, every: float, until: asyncio.Event) -> None:
        """Somebody new with a warning sign every so many seconds, whatever is going on."""
        chance = random.Random(self.seed)
        calls: set[asyncio.Task[None]] = set()
        while not until.is_set():
            calls.add(asyncio.create_task(self._one_call(chance.choice(EMERGENCIES))))
            await asyncio.sleep(every)
        await asyncio.gather(*calls)

    async def _one_call(self, text: str) -> None:
        await self.say(await self.begin(), text, "emergency")

    async def begin(self) -> Conversation:
        """A new conversation."""
        answer = await self._until_answered("/chat/session", {})
        self.conversations.append(Conversation(answer["conversation"]))
        return self.conversations[-1]

    async def say(self, conversation: Conversation, text: str, level: str | None = None) -> Said:
        """Send a message until it is answered, always under the same id; again too where the answer asks for that,
        since the message was not read in time."""
        said = Said(f"m{len(conversation.said)}", text, time.monotonic(), level=level)
        conversation.said.append(said)
        body = {
            "conversation": conversation.id,
            "id": said.id,
            "text": text,
            "metadata": {"country": "GB", "timezone": "Europe/London"},
        }
        answer = await self._until_answered("/chat/message", body, said)
        said.seconds = time.monotonic() - said.sent
        said.answers = answer["messages"]
        return said

    async def export(self, conversation: Conversation) -> list[dict[str, Any]]:
        """What the servers keep of the messages of a conversation."""
        answer = await self._until_answered("/chat/export", {"conversation": conversation.id})
        kept: list[dict[str, Any]] = answer["messages"]
        return kept

    async def forget(self, conversation: Conversation) -> None:
        """Have all of a conversation deleted."""
        await self._until_answered("/chat/forget", {"conversation": conversation.id})

    def _at_home(self, body: dict[str, Any]) -> aiohttp.ClientSession:
        """Whoever talks has an address, the same for all of a conversation."""
        return self._clients[zlib.crc32(str(body.get("conversation")).encode()) % HOMES]

    async def _until_answered(self, path: str, body: dict[str, Any], said: Said | None = None) -> Any:
        deadline = time.monotonic() + LONGEST_SECONDS
        while time.monotonic() < deadline:
            if said is not None:
                said.tries += 1
            try:
                async with self._at_home(body).post(self.address + path, json=body) as answer:
                    problem = str(answer.status)
                    if answer.status == 200:
                        found = await answer.json()
                        if said is not None and said.card is None and _has_card(found["messages"]):
                            said.card = time.monotonic() - said.sent
                        if said is None or _was_read(found["messages"]):
                            return found
                        problem = "not read in time"
            except (aiohttp.ClientError, asyncio.TimeoutError, OSError) as error:
                problem = type(error).__name__
            self.failures[problem] = self.failures.get(problem, 0) + 1
            await asyncio.sleep(PAUSE_SECONDS)
        return {"messages": [], "conversation": ""}


def _has_card(messages: Sequence[dict[str, Any]]) -> bool:
    return any(message.get("custom", {}).get("level") in ("emergency", "urgent") for message in messages)


def _was_read(messages: Sequence[dict[str, Any]]) -> bool:
    return all(was_read(message.get("custom", {})) for message in messages)
