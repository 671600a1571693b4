"""What a stranger does to a server of ours, each bounded in count and in time, against the loopback alone.

Each attack stopped or read others once. They run in a process of their own, so that sending does not delay the people
who are timed beside it.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import random
import resource
import sqlite3
import string
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass

from cluster.attack_page import DIRECT, PROXY, Loot, card_problem
from cluster.doors import METADATA, Door, RefusedError, Stranger, timed
from cluster.people import EMERGENCIES
from cluster.services import LOOPBACK

STRANGER = "127.0.0.66"
BOTH = (PROXY, DIRECT)
# What an attack got ready: addresses, ids of conversations. It passes between processes.
Ready = Sequence[str]
LONG = 4_000
DAILY = "every day, first one on 1 January 1990"
# Copies of the stranger's own turns that stand for a conversation of many hours.
COPIES, LONG_TURNS = 200, 20
WEBHOOK_BYTES = 4 * 1024 * 1024 - 1024
WEBHOOK, REST = "/webhooks/whatsapp/webhook", "/webhooks/rest/webhook"
MOST_FILES = 16_384
_LETTERS = bytes(ord(string.ascii_lowercase[number % 26]) for number in range(256))
NESTED = 300


async def nothing(_: Stranger) -> Ready:
    """Get nothing ready."""
    return ()


@dataclass(frozen=True)
class Attack:
    """Something a stranger does.

    Attributes:
        key: for the command line.
        name: for the table.
        strike: does it, with what `prepare` got ready before the others came.
        seconds: over which the others come; `strike` ends by itself a little later at most.
        short: the same in the short form.
        doors: how the stranger comes; the short form takes the first.
        connections: of the stranger at once, 0 for any number.
    """

    key: str
    name: str
    strike: Callable[[Stranger, Ready, float], Awaitable[None]]
    seconds: float
    short: float
    doors: Sequence[str] = BOTH
    prepare: Callable[[Stranger], Awaitable[Ready]] = nothing
    connections: int = 0


def conversations(count: int, *, private: bool = False) -> Callable[[Stranger], Awaitable[Ready]]:
    """Have so many conversations ready."""

    async def prepare(stranger: Stranger) -> Ready:
        return [await stranger.begin(private=private) for _ in range(count)]

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
    messages = await stranger.say("yes")
    links = [link["url"] for message in messages for link in message.get("custom", {}).get("links") or ()]
    return [link for link in links if link.endswith(".ics")]


async def calendars(stranger: Stranger, ready: Ready, _: float) -> None:
    """40 requests at once for that file."""
    await asyncio.gather(*(stranger.attempt(address) for address in ready for _ in range(40)))


async def alarms(stranger: Stranger, ready: Ready, seconds: float) -> None:
    """Ten messages of 4 kB a second that look like a call for help."""
    began, under_way = time.monotonic(), []
    for number in range(int(seconds * 10)):
        await asyncio.sleep(max(0.0, began + number / 10 - time.monotonic()))
        words = f"{EMERGENCIES[number % len(EMERGENCIES)]} and also "
        text = f"{ready[0][:6]} {number} {words * (LONG // len(words))}"[:LONG]
        under_way.append(asyncio.create_task(stranger.tell(ready[number % len(ready)], number, text)))
    await asyncio.gather(*under_way)


async def tokens(stranger: Stranger, ready: Ready, seconds: float) -> None:
    """Words that nobody knows, most of them very long, over one connection, in messages of every size."""
    chance, until = random.Random(ready[0]), time.monotonic() + seconds
    for number, size in enumerate(itertools.cycle((240_000, 100_000, 15_000, LONG))):
        if time.monotonic() > until:
            return
        await stranger.tell(ready[0], number, unknown_words(chance, chance.choice((500, 3_000, 15_000)), size))


async def half_open(stranger: Stranger, _: Ready, seconds: float) -> None:
    """4,200 connections to the plain port of the proxy, each with half a request."""
    began = b"GET / HTTP/1.1\r\nHost: chat.example\r\n"
    await _hold(stranger, [(began, b"")] * 4_200, seconds, plain=True)


async def unsigned_webhooks(stranger: Stranger, _: Ready, seconds: float) -> None:
    """125 deliveries of 4 MB that no phone company signed, each held back before its last bytes."""
    body = b'{"object": "' + b"x" * (WEBHOOK_BYTES - 12)
    head = _head(WEBHOOK, [("Content-Type", "application/json"), ("Content-Length", str(WEBHOOK_BYTES))])
    await _hold(stranger, [(head + body[:-10], body[-10:])] * 125, seconds)


async def slow_bodies(stranger: Stranger, _: Ready, seconds: float) -> None:
    """600 messages that arrive byte by byte."""
    head = _head("/chat/message", [("Content-Type", "application/json"), ("Content-Length", "4000")])
    await _hold(stranger, [(head, b'{"text": "hello, how long does it take')] * 600, seconds, slowly=True)


async def long_conversation(stranger: Stranger) -> Ready:
    """A conversation as it is after hours of writing: some turns that were said, copied behind themselves."""
    await stranger.begin()
    for _ in range(LONG_TURNS):
        await stranger.say("how soon will the injections make me less tired")
    name = stranger.conversation.split(".")[0]
    with contextlib.closing(sqlite3.connect(stranger.door.database, timeout=20)) as database, database:
        columns = [row[1] for row in database.execute("PRAGMA table_info(conversation_events)")]
        [[after]] = database.execute("SELECT max(seq) + 1 FROM conversation_events WHERE sender_id = ?", [name])
        copied = ", ".join("seq + :by" if column == "seq" else column for column in columns)
        statement = (
            f"INSERT INTO conversation_events ({', '.join(columns)}) "
            f"SELECT {copied} FROM conversation_events WHERE sender_id = :who AND seq < :after"
        )
        for copy in range(1, COPIES + 1):
            database.execute(statement, {"by": copy * after, "who": name, "after": after})
    return [stranger.conversation]


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
        stranger.conversation = ready[number]
        stranger.cards.append(await timed(call_for_help(f"{EMERGENCIES[number % len(EMERGENCIES)]} x{tail}")))


ATTACKS = (
    Attack("short-words", "25 messages of 4 kB of `eow` and `qod`", short_words, 8, 6, prepare=conversations(25)),
    Attack(
        "long-words", "20 messages of 250 kB of random 24-letter words", long_words, 8, 6, prepare=conversations(20)
    ),
    Attack("calendar", "40 requests for a plan that began in 1990", calendars, 8, 6, prepare=own_plan),
    Attack("alarms", "ten alarms of 4 kB a second", alarms, 10, 6, prepare=conversations(10)),
    Attack(
        "tokens",
        "unknown words over one connection",
        tokens,
        30,
        10,
        (DIRECT,),
        prepare=conversations(1),
        connections=1,
    ),
    Attack("half-open", "4,200 half-open connections to the plain port", half_open, 10, 8, (PROXY,)),
    Attack("webhooks", "125 unsigned webhooks of 4 MB", unsigned_webhooks, 6, 6),
    Attack("export", "a long export, six at once", exports, 8, 6, prepare=long_conversation),
    Attack("private", "257 private chats", private_chats, 6, 6),
    Attack("rest", "REST without a token, in disguise", open_rest, 5, 4),
    Attack("nested", "a call for help with 300 nested quotes", nested, 5, 4, prepare=conversations(6)),
    Attack("slow", "600 messages that come byte by byte", slow_bodies, 10, 8),
)


def prepare(key: str, door: Door, marks: Mapping[str, str]) -> Ready:
    """Get ready for an attack, in the process of the stranger."""
    return asyncio.run(_prepare(_attack(key), door, marks))


def strike(key: str, door: Door, marks: Mapping[str, str], ready: Ready, seconds: float, longest: float) -> Loot:
    """Attack for so many seconds, `longest` at most, in the process of the stranger."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(most, MOST_FILES), most))
    return asyncio.run(_strike(_attack(key), door, marks, ready, seconds, longest))


def _attack(key: str) -> Attack:
    return next(attack for attack in ATTACKS if attack.key == key)


async def _prepare(attack: Attack, door: Door, marks: Mapping[str, str]) -> Ready:
    async with Stranger(door, STRANGER, marks) as stranger:
        # A server that takes longer, or gives nothing, is met by an attack without anything ready.
        with contextlib.suppress(RefusedError, OSError, asyncio.TimeoutError, KeyError):
            return await asyncio.wait_for(attack.prepare(stranger), 30)
        return ()


async def _strike(
    attack: Attack, door: Door, marks: Mapping[str, str], ready: Ready, seconds: float, longest: float
) -> Loot:
    if attack.prepare is not nothing and not ready:
        return Loot({})
    async with Stranger(door, STRANGER, marks, connections=attack.connections) as stranger:
        with contextlib.suppress(asyncio.TimeoutError):
            await asyncio.wait_for(attack.strike(stranger, ready, seconds), longest)
        return Loot(dict(stranger.got), sorted(set(stranger.shown)), stranger.cards)


def _head(path: str, headers: Sequence[tuple[str, str]]) -> bytes:
    lines = [f"POST {path} HTTP/1.1", "Host: chat.example", *(f"{name}: {value}" for name, value in headers)]
    return "\r\n".join([*lines, "", ""]).encode()


async def _hold(
    stranger: Stranger,
    sent: Sequence[tuple[bytes, bytes]],
    seconds: float,
    *,
    plain: bool = False,
    slowly: bool = False,
) -> None:
    """Open a connection for each of `sent`, send its first part, and its second when the time is over, or `slowly`
    byte by byte meanwhile; notes whether anything came back."""
    door, until = stranger.door, time.monotonic() + seconds
    port, tls = (door.plain_port, None) if plain else (door.port, door.tls())
    places = asyncio.Semaphore(200)

    async def one(first: bytes, last: bytes) -> None:
        try:
            async with places:
                opening = asyncio.open_connection(door.host, port, local_addr=(STRANGER, 0), ssl=tls)
                reader, writer = await asyncio.wait_for(opening, seconds)
        except Exception as error:  # of any kind, as in `Stranger.attempt`
            stranger.failed(error)
            return
        try:
            stranger.got[await asyncio.wait_for(_talk(reader, writer, first, last, until, slowly), seconds + 5)] += 1
        except Exception as error:
            stranger.failed(error)
        finally:
            writer.close()

    await asyncio.gather(*(one(first, last) for first, last in sent))


async def _talk(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, first: bytes, last: bytes, until: float, slowly: bool
) -> str:
    """The status that comes back, or "held" for none until the end."""
    answer = asyncio.create_task(reader.read(64))
    writer.write(first)
    rest = [last[place : place + 1] for place in range(len(last))] if slowly else []
    for byte in [*rest, b""]:
        left = until - time.monotonic()
        if left <= 0 or (await asyncio.wait({answer}, timeout=1.0 if byte else left))[0]:
            break
        writer.write(byte)
    if not slowly and not answer.done():
        writer.write(last)
        await asyncio.wait({answer}, timeout=2)
    if not answer.done():
        answer.cancel()
        return "held"
    return (answer.result().split(b" ")[1:2] or [b"closed"])[0].decode("ascii", "replace")
