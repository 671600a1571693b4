"""Bodies that never end: what they take, and what whoever sends them is told."""

from __future__ import annotations

import asyncio
import gc
from typing import Any

import pytest
from sanic.server.protocols.http_protocol import HttpProtocol

from b12guide.channels import bodies
from b12guide.channels.bodies import MOST_BYTES
from b12guide.channels.room import EACH, ROOM, SMALL, Room
from tests.channels.conftest import Site

LARGE = MOST_BYTES - 1000


async def begun(site: Site, *framing: str, sent: bytes = b"", address: str = "") -> tuple[Any, Any]:
    """A connection with the head of a message and so much of its body."""
    reader, writer = await asyncio.open_connection("127.0.0.1", int(site.url.rsplit(":", 1)[1]))
    forwarded = [f"X-Forwarded-For: {address}"] if address else []
    lines = ["POST /chat/message HTTP/1.1", "Host: x", "Content-Type: application/json", *framing, *forwarded]
    writer.write("\r\n".join([*lines, "", ""]).encode() + sent)
    await writer.drain()
    return reader, writer


async def answered(reader: Any, writer: Any) -> tuple[int, str]:
    """The status and all that follows until the server closes the connection."""
    told = (await asyncio.wait_for(reader.read(), 20)).decode()
    writer.close()
    return int(told.split()[1]), told


def test_half_sent_bodies_of_one_address_take_no_more_than_its_share(site: Site) -> None:
    """100 large messages whose ends never come hold a part of the room; whoever is refused reads whom to call and is
    closed; a large message of another address is read."""

    async def attack() -> tuple[list[tuple[int, str]], int, int]:
        half = [await begun(site, f"Content-Length: {LARGE}", address="192.0.2.1") for _ in range(100)]
        reading = [asyncio.ensure_future(answered(*one)) for one in half]
        while sum(task.done() for task in reading) < 100 - EACH // (LARGE - SMALL):
            await asyncio.sleep(0.01)
        held = ROOM.held
        refused = [task.result() for task in reading if task.done()]
        whole = b"x" * LARGE
        other = await begun(site, f"Content-Length: {LARGE}", "Connection: close", sent=whole, address="192.0.2.2")
        status, _ = await answered(*other)
        for task, (_, writer) in zip(reading, half, strict=True):
            task.cancel()
            writer.close()
        await asyncio.gather(*reading, return_exceptions=True)
        while ROOM.held:
            await asyncio.sleep(0.01)
        return refused, held, status

    refused, held, status = site.bot.run(attack())
    assert 0 < held <= EACH
    assert {one for one, _ in refused} == {503}
    assert all("your local emergency number" in told for _, told in refused)
    assert status == 401


@pytest.mark.parametrize(
    "framing",
    [[f"Content-Length: {LARGE}"], ["Content-Length: 30"], ["Transfer-Encoding: chunked"]],
    ids=["large", "small", "chunks"],
)
def test_a_body_that_does_not_arrive_is_not_waited_for(
    site: Site, monkeypatch: pytest.MonkeyPatch, framing: list[str]
) -> None:
    """After its time the answer says whom to call, and the connection ends; byte by byte is no arrival."""
    monkeypatch.setattr(bodies, "ROOM", Room(seconds=0.05))

    async def slowly() -> tuple[int, str]:
        reader, writer = await begun(site, *framing, sent=b"1\r\nx\r\n")
        return await answered(reader, writer)

    status, told = site.bot.run(slowly())
    assert status == 408
    assert "your local emergency number" in told


def test_chunks_beyond_the_limit_are_not_read(site: Site) -> None:
    """A body that tells no length is refused where it has become too long, though it never ends."""
    chunk = b"8000\r\n" + b"x" * 0x8000 + b"\r\n"

    async def send() -> tuple[int, str]:
        sent = chunk * (MOST_BYTES // 0x8000 + 1)
        return await answered(*await begun(site, "Transfer-Encoding: chunked", sent=sent))

    status, told = site.bot.run(send())
    assert status == 413
    assert "call" in told


def test_what_came_of_a_refused_body_is_not_kept(site: Site) -> None:
    """The connection stays for some seconds after the refusal and holds nothing: thousands of them cost little."""

    async def held() -> tuple[int, int, int]:
        connections = [one for one in gc.get_objects() if isinstance(one, HttpProtocol)]
        sent = b"x" * 30_000
        status, _ = await answered(*await begun(site, f"Content-Length: {2 * MOST_BYTES}", sent=sent))
        new = [one for one in gc.get_objects() if isinstance(one, HttpProtocol) and one not in connections]
        return status, len(new), sum(len(one.recv_buffer) for one in new)

    assert site.bot.run(held()) == (413, 1, 0)
