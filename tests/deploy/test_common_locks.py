"""The lock that several processes share: held by one, given back, and done without where it does not answer."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import LockNotOwnedError

from b12guide.rasa.lock_store import HOLD_SECONDS, QuickLockStore

GENEROUS = 20.0


class Redis:
    """As much of Redis as a lock needs, for several stores at once."""

    def __init__(self) -> None:
        self.held: dict[str, object] = {}
        self.asked: list[str] = []
        self.away = self.expires = False

    def lock(self, name: str, **options: Any) -> Lock:
        assert options["timeout"] == HOLD_SECONDS
        return Lock(self, name)


class Lock:
    """One request for a lock."""

    def __init__(self, redis: Redis, name: str) -> None:
        self.redis, self.name = redis, name

    async def acquire(self) -> bool:
        self.redis.asked.append(self.name)
        if self.redis.away:
            raise RedisConnectionError
        while self.name in self.redis.held:
            await asyncio.sleep(0)
        self.redis.held[self.name] = self
        return True

    async def release(self) -> None:
        if self.redis.away:
            raise RedisConnectionError
        if self.redis.expires:
            raise LockNotOwnedError
        assert self.redis.held.pop(self.name) is self


@pytest.fixture
def redis() -> Redis:
    return Redis()


@pytest.fixture
def open_locks(redis: Redis, monkeypatch: pytest.MonkeyPatch) -> Callable[..., QuickLockStore]:
    """Locks of one process after another, on the one Redis of the test."""
    monkeypatch.setattr("b12guide.rasa.lock_store._connect", lambda url: redis)
    return lambda **options: QuickLockStore(redis_url="redis://test", **options)


def run(awaitable: Any) -> Any:
    return asyncio.run(asyncio.wait_for(awaitable, GENEROUS))


def test_two_processes_take_turns(open_locks: Callable[..., QuickLockStore]) -> None:
    """While one process is at a conversation, the other waits."""
    done: list[str] = []

    async def turn(locks: QuickLockStore, name: str) -> None:
        async with locks.lock("ann"):
            done.append(f"{name} begins")
            for _ in range(5):
                await asyncio.sleep(0)
            done.append(f"{name} ends")

    async def both() -> None:
        await asyncio.gather(turn(open_locks(), "one"), turn(open_locks(), "two"))

    run(both())
    assert done == ["one begins", "one ends", "two begins", "two ends"]


def test_no_name_of_a_conversation_is_in_redis(open_locks: Callable[..., QuickLockStore], redis: Redis) -> None:
    """What Redis sees of a phone number is a digest."""

    async def turn() -> None:
        async with open_locks().lock("+447700900123"):
            assert len(redis.held) == 1

    run(turn())
    assert "7700" not in "".join(redis.asked)
    assert redis.held == {}


def test_whoever_holds_a_lock_may_ask_for_it_again(open_locks: Callable[..., QuickLockStore], redis: Redis) -> None:
    """The channel holds it around Rasa, which asks once more; that is one lock."""

    async def turn() -> None:
        locks = open_locks()
        async with locks.lock("ann"), locks.lock("ann"):
            assert len(redis.held) == 1

    run(turn())
    assert len(redis.asked) == 1


def test_a_task_that_outlives_the_lock_has_to_ask(open_locks: Callable[..., QuickLockStore]) -> None:
    """Work that was begun under a lock and goes on behind it waits like everybody else."""
    done: list[str] = []

    async def behind(locks: QuickLockStore, go: asyncio.Event) -> None:
        await go.wait()
        async with locks.lock("ann"):
            done.append("behind")

    async def talk() -> None:
        locks, go = open_locks(), asyncio.Event()
        async with locks.lock("ann"):
            task = asyncio.create_task(behind(locks, go))
        async with locks.lock("ann"):
            go.set()
            for _ in range(5):
                await asyncio.sleep(0)
            done.append("second")
        await task

    run(talk())
    assert done == ["second", "behind"]


def test_without_redis_turns_go_on(
    open_locks: Callable[..., QuickLockStore], redis: Redis, caplog: pytest.LogCaptureFixture
) -> None:
    """A Redis that is away costs no turn, is left alone for 5 seconds, and is used again after them."""
    now = [0.0]

    async def turn(locks: QuickLockStore) -> None:
        async with locks.lock("ann"):
            pass

    async def talk() -> None:
        locks = open_locks(clock=lambda: now[0])
        redis.away = True
        await turn(locks)
        await turn(locks)
        assert len(redis.asked) == 1
        redis.away, now[0] = False, 5.1
        await turn(locks)
        assert len(redis.asked) == 2

    run(talk())
    assert "ConnectionError" in caplog.text


@pytest.mark.parametrize("fault", ["away", "expires"])
def test_a_lock_that_cannot_be_given_back_costs_no_turn(
    open_locks: Callable[..., QuickLockStore], redis: Redis, fault: str
) -> None:
    """Redis that goes, or a lock that ran out, in the middle of a turn: the turn is whole."""
    done: list[str] = []

    async def turn() -> None:
        async with open_locks().lock("ann"):
            setattr(redis, fault, True)
            done.append("whole")

    run(turn())
    assert done == ["whole"]


def test_a_turn_that_fails_gives_the_lock_back(open_locks: Callable[..., QuickLockStore], redis: Redis) -> None:
    """An error in a turn holds up no other process."""

    async def turn() -> None:
        with pytest.raises(ZeroDivisionError):
            async with open_locks().lock("ann"):
                raise ZeroDivisionError

    run(turn())
    assert redis.held == {}
