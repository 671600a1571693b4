"""A stranger who holds connections: many of them, with requests that are never whole, or not for long."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence

from cluster.assaults import STRANGER, Ready
from cluster.doors import Stranger

WEBHOOK, WEBHOOK_BYTES = "/webhooks/whatsapp/webhook", 4 * 1024 * 1024 - 1024
# Connections that are opened at the same moment.
AT_ONCE = 200


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
    """1,000 messages of 120 kB and 240 kB, all but the end of them at once, and the end byte by byte."""
    sent = []
    for size in (120_000, 240_000):
        head = _head("/chat/message", [("Content-Type", "application/json"), ("Content-Length", str(size))])
        sent.append((head + b'{"text": "' + b"x" * (size - 1000), b"x" * 100))
    await _hold(stranger, sent * 500, seconds, slowly=True)


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
    places = asyncio.Semaphore(AT_ONCE)

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
