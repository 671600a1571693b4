"""The attacks, and the process of the stranger that runs them, so that its work delays nobody who is timed."""

from __future__ import annotations

import asyncio
import contextlib
import resource
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass

import aiohttp

from cluster.assaults import (
    LONG,
    PREPARING,
    STRANGER,
    WHOLE,
    Ready,
    alarms,
    calendars,
    conversations,
    exports,
    hasty_conversation,
    long_conversation,
    long_words,
    nested,
    open_rest,
    own_plan,
    private_chats,
    short_words,
    tokens,
)
from cluster.attack_page import DIRECT, PROXY, Loot
from cluster.doors import Door, RefusedError, Stranger
from cluster.held_connections import half_open, slow_bodies, unsigned_webhooks

BOTH = (PROXY, DIRECT)
# Files, and so connections, that the stranger's process may have open.
MOST_FILES = 16_384


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


ATTACKS = (
    Attack("short-words", "25 messages of 4 kB of `eow` and `qod`", short_words, 8, 6, prepare=conversations(25)),
    Attack(
        "long-words", "20 messages of 250 kB of random 24-letter words", long_words, 8, 6, prepare=conversations(20)
    ),
    Attack("calendar", "40 requests for a plan that began in 1990", calendars, 8, 6, prepare=own_plan),
    Attack("alarms", "ten alarms of 4 kB a second", alarms(LONG), 10, 6, prepare=conversations(10)),
    Attack("whole", "ten alarms of 400 characters a second", alarms(WHOLE), 10, 6, prepare=conversations(10)),
    Attack(
        "tokens",
        "unknown words over one connection",
        tokens,
        30,
        10,
        (DIRECT,),
        prepare=hasty_conversation,
        connections=1,
    ),
    Attack("half-open", "4,200 half-open connections to the plain port", half_open, 10, 8, (PROXY,)),
    Attack("webhooks", "125 unsigned webhooks of 4 MB", unsigned_webhooks, 6, 6),
    Attack("export", "a long export, six at once", exports, 8, 6, prepare=long_conversation),
    Attack("private", "257 private chats", private_chats, 6, 6),
    Attack("rest", "REST without a token, in disguise", open_rest, 5, 4),
    Attack("nested", "a call for help with 300 nested quotes", nested, 5, 4, prepare=conversations(6)),
    Attack("slow", "1,000 large messages whose ends come byte by byte", slow_bodies, 10, 8),
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
        with contextlib.suppress(RefusedError, OSError, asyncio.TimeoutError, aiohttp.ClientError, KeyError):
            return await asyncio.wait_for(attack.prepare(stranger), PREPARING + 10)
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
