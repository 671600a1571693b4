"""What a stranger says to a server of ours, bounded in count and in time: each of it stopped or read others once."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import random
import sqlite3
import string
import time
from collections.abc import Awaitable, Callable, Generator, Sequence
from pathlib import Path

from cluster.attack_page import PROXY, card_problem
from cluster.doors import METADATA, Stranger, timed
from cluster.people import EMERGENCIES
from cluster.programs import ClusterError
from cluster.services import LOOPBACK

STRANGER = "127.0.0.66"
# What an attack got ready: addresses, ids of conversations. It passes between processes.
Ready = Sequence[str]
# Characters of a message of which every reader hears an excerpt; and of one that each reads whole, the large one too.
LONG, WHOLE = 4_000, 400
DAILY = "every day, first one on 1 January 1990"
# Copies of the stranger's own turns that stand for a conversation of many hours.
COPIES, LONG_TURNS = 200, 20
REST = "/webhooks/rest/webhook"
# Messages after which a conversation goes too fast (docs/deploy.md, "Limits").
TOO_FAST = 61
# Seconds to get ready in.
PREPARING = 20.0
_LETTERS = bytes(ord(string.ascii_lowercase[number % 26]) for number in range(256))
NESTED = 300


def conversations(count: int) -> Callable[[Stranger], Awaitable[Ready]]:
    """Have so many conversations ready; fewer where the server gives no more of them in time."""

    async def prepare(stranger: Stranger) -> Ready:
        until, found = time.monotonic() + PREPARING, list[str]()
        while len(found) < count and time.monotonic() < until:
            given = await asyncio.gather(stranger.begin(), return_exceptions=True)
            found += [one for one in given if isinstance(one, str)]
            await asyncio.sleep(0 if found else 0.5)
        return found

    return prepare


def unknown_words(chance: random.Random, length: int, characters: int) -> str:
    """Words of so many letters that nobody knows."""
    letters = chance.randbytes(characters).translate(_LETTERS).decode()
    return " ".join(letters[place : place + length] for place in range(0, characters, length + 1))[:characters]


async def short_words(stranger: Stranger, ready: Ready, _: float) -> None:
    """25 messages of 4 kB, which cost the square of their words; no text comes twice."""
    chance = random.Random(" ".join(ready))
    texts = [" ".join(chance.choices(("eow", "qod"), k=LONG // 4)) for _ in ready]
    await asyncio.gather(*(stranger.tell(who, 1, text) for who, text in zip(ready, texts, strict=True)))


async def long_words(stranger: Stranger, ready: Ready, _: float) -> None:
    """20 messages of 250 kB of random words of 24 letters."""
    chance = random.Random(" ".join(ready))
    texts = [unknown_words(chance, 24, 250_000) for _ in ready]
    await asyncio.gather(*(stranger.tell(who, 1, text) for who, text in zip(ready, texts, strict=True)))


async def own_plan(stranger: Stranger) -> Ready:
    """A plan that began decades ago, with the address of its calendar file."""
    await stranger.begin()
    await stranger.say(DAILY)
    # All were had, and that is what the clinic said.
    await stranger.say("yes")
    messages = await stranger.say("yes")
    links = [link["url"] for message in messages for link in message.get("custom", {}).get("links") or ()]
    return [link for link in links if link.endswith(".ics")]


async def calendars(stranger: Stranger, ready: Ready, _: float) -> None:
    """40 requests at once for that file."""
    await asyncio.gather(*(stranger.attempt(address) for address in ready for _ in range(40)))


def alarms(length: int) -> Callable[[Stranger, Ready, float], Awaitable[None]]:
    """Send ten messages of so many characters a second that look like a call for help."""

    async def strike(stranger: Stranger, ready: Ready, seconds: float) -> None:
        began, under_way = time.monotonic(), []
        for number in range(int(seconds * 10)):
            await asyncio.sleep(max(0.0, began + number / 10 - time.monotonic()))
            words = f"{EMERGENCIES[number % len(EMERGENCIES)]} and also "
            text = f"{ready[0][:6]} {number} {words * (1 + length // len(words))}"[:length]
            under_way.append(asyncio.create_task(stranger.tell(ready[number % len(ready)], number, text)))
        await asyncio.gather(*under_way)

    return strike


async def hasty_conversation(stranger: Stranger) -> Ready:
    """A conversation that has gone faster than anybody may, so that its messages cost nothing but their reading; and
    one that has not."""
    hasty = await stranger.begin()
    for number in range(TOO_FAST):
        await stranger.tell(hasty, -number, "hello")
    return [hasty, await stranger.begin()]


async def tokens(stranger: Stranger, ready: Ready, seconds: float) -> None:
    """Words that nobody knows, most of them very long, over one connection, in messages of every size."""
    chance, until = random.Random(ready[0]), time.monotonic() + seconds
    sizes = itertools.cycle((LONG, *[250_000] * 10, 15_000, *[100_000] * 2))
    for number, size in enumerate(sizes):
        if time.monotonic() > until:
            return
        text = unknown_words(chance, chance.choice((500, 3_000, 15_000)), size)
        await stranger.tell(ready[0 if size > 16_000 else 1], number, text)


async def long_conversation(stranger: Stranger) -> Ready:
    """A conversation as it is after hours of writing: some turns that were said, copied behind themselves."""
    await stranger.begin()
    for _ in range(LONG_TURNS):
        await stranger.say("how soon will the injections make me less tired")
    name = stranger.conversation.split(".")[0]
    # Turns are stored behind their answers, after whatever else the database has to do.
    while stored_turns(stranger.door.database, name) < LONG_TURNS:
        await asyncio.sleep(0.1)
    copy_turns(stranger.door.database, name)
    return [stranger.conversation]


def stored_turns(path: Path, name: str) -> int:
    """How many messages of a conversation are in the database."""
    with _database(path) as database:
        data = database.execute("SELECT data FROM conversation_events WHERE sender_id = ?", [name])
        return sum(json.loads(event)["event"] == "user" for (event,) in data)


@contextlib.contextmanager
def _database(path: Path) -> Generator[sqlite3.Connection, None, None]:
    try:
        with contextlib.closing(sqlite3.connect(path, timeout=20)) as database, database:
            yield database
    except sqlite3.Error as error:
        raise ClusterError(f"The turns of a conversation could not be copied: {error}.") from error


def copy_turns(path: Path, name: str) -> None:
    """Copy all events of a conversation behind themselves, `COPIES` times."""
    with _database(path) as database:
        columns = [row[1] for row in database.execute("PRAGMA table_info(conversation_events)")]
        [[after]] = database.execute("SELECT max(seq) + 1 FROM conversation_events WHERE sender_id = ?", [name])
        copied = ", ".join("seq + :by" if column == "seq" else column for column in columns)
        statement = (
            f"INSERT INTO conversation_events ({', '.join(columns)}) "
            f"SELECT {copied} FROM conversation_events WHERE sender_id = :who AND seq < :after"
        )
        for copy in range(1, COPIES + 1):
            database.execute(statement, {"by": copy * after, "who": name, "after": after})


async def exports(stranger: Stranger, ready: Ready, seconds: float) -> None:
    """One's own conversation of many hours, asked for six times at once, again and again."""
    until = time.monotonic() + seconds

    async def again() -> None:
        while time.monotonic() < until:
            await stranger.attempt("/chat/export", {"conversation": ready[0]})
            await asyncio.sleep(0.05)

    await asyncio.gather(*(again() for _ in range(6)))


async def private_chats(stranger: Stranger, ready: Ready, _: float) -> None:
    """257 private chats as fast as they go: one more than are kept."""
    places = asyncio.Semaphore(40)

    async def one(number: int) -> None:
        async with places:
            try:
                answer = await stranger.call("/chat/session", {"private": True})
                await stranger.tell(answer["conversation"], number, "hello")
            except Exception as error:  # of any kind, as in `Stranger.attempt`
                stranger.failed(error)

    await asyncio.gather(*(one(number) for number in range(257)))


# Of the REST path without a token: what a page on the machine, or a stranger through a proxy on it, can add.
JSON = ("Content-Type", "application/json")
EVERYWHERE: Sequence[Sequence[tuple[str, str]]] = (
    (JSON, ("X-Forwarded-For", "")),
    (JSON, ("X-Forwarded-For", ""), ("X-Forwarded-For", LOOPBACK)),
    (JSON, ("X-Forwarded-For", LOOPBACK)),
    (JSON, ("Forwarded", "")),
    (JSON, ("Forwarded", f"for={LOOPBACK}")),
    (JSON, ("Host", "clinic.example")),
    (JSON, ("Host", f"{LOOPBACK}.clinic.example")),
    (JSON, ("Host", ""), ("X-Forwarded-For", "")),
    (("Content-Type", "text/plain"),),
    (("Content-Type", "text/plain"), ("X-Forwarded-For", "")),
    (("Content-Type", "application/x-www-form-urlencoded"),),
    (("Content-Type", "application/json, text/plain"),),
)
# Through the proxy nobody may be let in without a token at all.
THROUGH_PROXY = ((JSON,), (JSON, ("Host", "localhost")))
# Somebody who writes from another program on the machine, and whose plan the stranger is after.
REST_PERSON, ASK_PLAN = "ward 7, bed 3", "when is my next one?"


async def open_rest(stranger: Stranger, _: Ready, __: float) -> None:
    """The plan of another sender of the REST path, asked for without a token."""
    body = json.dumps({"sender": REST_PERSON, "message": ASK_PLAN, "metadata": METADATA}).encode()
    for headers in (*EVERYWHERE, *(THROUGH_PROXY if stranger.door.name == PROXY else ())):
        await stranger.attempt(REST, body, headers)


async def nested(stranger: Stranger, ready: Ready, _: float) -> None:
    """Calls for help with something after them that readers go into deeper and deeper; the stranger is in need."""
    tails = ["'x" * NESTED, "\u2019x" * NESTED, "'s" * NESTED, "'x" * (LONG // 3), '"x' * NESTED, "(x" * NESTED]

    async def call_for_help(text: str) -> str | None:
        return card_problem(await stranger.say(text), None)

    for number, tail in enumerate(tails):
        stranger.conversation = ready[number % len(ready)]
        stranger.cards.append(await timed(call_for_help(f"{EMERGENCIES[number % len(EMERGENCIES)]} x{tail}")))
