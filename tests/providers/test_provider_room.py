"""What a stranger may make the server hold before it knows who sent it: next to nothing."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from types import SimpleNamespace
from typing import Any

import pytest
from sanic.compat import Header

from b12guide.channels.room import LateError, NoRoomError, Room, TooLargeError
from tests.providers.harness import Delivery, Harness
from tests.providers.kinds import KINDS

NAMES = sorted(KINDS)


async def answered(harness: Harness, delivery: Delivery, *framing: str, body: bytes = b"") -> int:
    """The status that comes back on a head with `framing` and this much of its body, while the rest never comes."""
    port = int(harness.url.rsplit(":", 1)[1])
    lines = [f"POST /webhooks/{harness.channel.name()}/webhook HTTP/1.1", "Host: x", *framing]
    for name, values in delivery.headers.items():
        lines += [f"{name}: {value}" for value in (values if isinstance(values, list) else [values])]
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write("\r\n".join([*lines, "", ""]).encode() + body)
    head = await reader.readuntil(b"\r\n")
    writer.close()
    return int(head.split()[1])


@pytest.mark.parametrize("name", NAMES)
def test_without_a_signature_no_body_is_read(standing: dict[str, Harness], name: str) -> None:
    """The refusal is there before the first byte of the body, whether its length is told or it comes in chunks."""
    harness = standing[name]
    unsigned = harness.kind.text("hello").with_header(harness.kind.signature, None)
    for framing in ("Content-Length: 200000", "Content-Length: 900000000", "Transfer-Encoding: chunked"):
        assert harness.run(answered(harness, unsigned, framing)) == 403, framing


@pytest.mark.parametrize("name", NAMES)
def test_a_signature_that_cannot_be_one_is_none(standing: dict[str, Harness], name: str) -> None:
    """Too short, too long, twice, another algorithm's: refused before the body."""
    harness, kind = standing[name], KINDS[name]()
    seen = 0
    for what, forged in kind.forgeries().items():
        if what in (
            "no signature",
            "an empty one",
            "truncated",
            "half",
            "longer",
            "twice",
            "not ASCII",
            "SHA-1",
            "MD5",
        ):
            assert harness.run(answered(harness, forged, "Content-Length: 200000")) == 403, what
            seen += 1
    assert seen >= 7


@pytest.mark.parametrize("name", NAMES)
def test_a_body_that_says_it_is_too_long_is_not_read(standing: dict[str, Harness], name: str) -> None:
    """A good signature in front of it changes nothing: the length alone is enough."""
    harness = standing[name]
    signed, over = harness.kind.text("hello"), harness.channel.most_bytes + 1
    assert harness.run(answered(harness, signed, f"Content-Length: {over}")) == 413


@pytest.mark.parametrize("name", NAMES)
def test_chunks_are_counted(standing: dict[str, Harness], name: str) -> None:
    """A body in chunks, which tells no length, is refused where it has become too long, though it never ends."""
    harness = standing[name]
    signed, most = harness.kind.text("hello"), harness.channel.most_bytes
    chunk = b"10000\r\n" + b"x" * 65536 + b"\r\n"
    sent = b"\r\n" + chunk * (most // 65536 + 1)
    assert harness.run(answered(harness, signed, "Transfer-Encoding: chunked", body=sent[2:])) == 413


@pytest.mark.parametrize("name", NAMES)
def test_when_there_is_no_room_small_ones_are_still_taken(make: Callable[..., Harness], name: str) -> None:
    """While strangers hold all there is, a message of a person is answered; a large one is asked to come again."""
    room = Room(most=0)
    harness = make(name, parts={"room": room})
    assert harness.deliver(harness.kind.text("hello")) == 200
    assert len(harness.rasa.heard) == 1
    large = harness.kind.text("hello").but(body=b"x" * 70_000)
    assert harness.deliver(large) == 503
    assert room.held == 0


def request(*parts: bytes, length: int | None = None, ends: bool = True) -> Any:
    """A request whose body comes in these parts."""

    async def read() -> AsyncIterator[bytes]:
        for part in parts:
            yield part
        if not ends:
            await asyncio.Event().wait()

    stream = read()

    async def next_part() -> bytes | None:
        return await anext_or_none(stream)

    headers = Header({} if length is None else {"content-length": str(length)})
    return SimpleNamespace(headers=headers, stream=SimpleNamespace(read=next_part))


async def anext_or_none(stream: AsyncIterator[bytes]) -> bytes | None:
    """The next part, or None at the end."""
    async for part in stream:
        return part
    return None


def test_a_body_comes_together(loop: asyncio.AbstractEventLoop) -> None:
    """The parts in their order, and nothing is held afterwards."""
    room = Room(most=10, small=2, each=10)
    assert loop.run_until_complete(room.whole(request(b"abc", b"de", b"f"), 6, "somebody")) == b"abcdef"
    assert room.held == 0


def test_many_large_bodies_share_the_room(loop: asyncio.AbstractEventLoop) -> None:
    """125 bodies of 4 MB that are begun and never ended hold no more than all together may."""

    async def attack() -> tuple[list[Any], int]:
        room = Room(most=8_000_000, seconds=60)
        part = b"x" * 500_000
        begun = [
            asyncio.ensure_future(room.whole(request(*[part] * 7, ends=False), 4_000_000, f"{n}")) for n in range(125)
        ]
        while sum(not task.done() for task in begun) > 2:
            await asyncio.sleep(0)
        held = room.held
        for task in begun:
            task.cancel()
        found = await asyncio.gather(*begun, return_exceptions=True)
        return found, held if room.held == 0 else -1

    found, held = loop.run_until_complete(attack())
    assert 0 < held <= 8_000_000
    assert [type(each) for each in found].count(NoRoomError) == 123


def test_one_address_leaves_room_for_others(loop: asyncio.AbstractEventLoop) -> None:
    """Large bodies of one address that never end take half of the room; another's are read, and so are small ones of
    the same address."""

    async def attack() -> tuple[int, bytes, bytes]:
        room = Room(most=1_000, small=10, seconds=60)
        begun = [asyncio.ensure_future(room.whole(request(b"x", length=110, ends=False), 200, "a")) for _ in range(20)]
        while sum(task.done() for task in begun) < 15:
            await asyncio.sleep(0)
        held = room.held
        other = await room.whole(request(b"y" * 200), 200, "b")
        small = await room.whole(request(b"z" * 10), 200, "a")
        for task in begun:
            task.cancel()
        await asyncio.gather(*begun, return_exceptions=True)
        return held - room.held, other, small

    assert loop.run_until_complete(attack()) == (500, b"y" * 200, b"z" * 10)


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        (request(b"abc", length=7), TooLargeError),
        (request(b"abcd", b"efg"), TooLargeError),
        (request(b"abcdefgh"), TooLargeError),
        (request(b"ab", ends=False), LateError),
    ],
    ids=["a length", "parts", "one part", "never ends"],
)
def test_what_is_too_long_or_too_late_gives_its_room_back(
    loop: asyncio.AbstractEventLoop, asked: Any, error: type[Exception]
) -> None:
    """Whatever is refused holds nothing any more."""
    room = Room(most=10, small=2, seconds=0.01, each=10)
    with pytest.raises(error):
        loop.run_until_complete(room.whole(asked, 6, "somebody"))
    assert room.held == 0
