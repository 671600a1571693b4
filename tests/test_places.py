"""Places that people share: each sender in turn, calls for help in front, and no more waiting than can be."""

from __future__ import annotations

import asyncio

import pytest

from b12guide.places import BusyError, Places


def order_of(places: Places, waiting: list[tuple[str, str, bool]], *, cancelled: tuple[str, ...] = ()) -> list[str]:
    """The names of those who wait, in the order in which they are let in.

    Args:
        waiting: name, lane, and whether it is in front of others, in the order in which they come; the one place is
            taken until all of them wait.
        cancelled: names of those who leave before their turn.
    """
    done: list[str] = []

    async def work(name: str, lane: str, first: bool) -> None:
        async with places.of(lane, first=first):
            done.append(name)

    async def run() -> None:
        async with places.of("somebody"):
            tasks = {one[0]: asyncio.ensure_future(work(*one)) for one in waiting}
            await asyncio.sleep(0)
            for name in cancelled:
                tasks[name].cancel()
            await asyncio.sleep(0)
            assert done == []
        await asyncio.gather(*tasks.values(), return_exceptions=True)

    asyncio.run(run())
    assert not places.taken
    return done


def test_each_lane_has_its_turn() -> None:
    """Whoever comes after somebody with many waits for one of them."""
    many = [(f"a{n}", "ann", False) for n in range(4)]
    assert order_of(Places(1, 10), [*many, ("b0", "bob", False), ("b1", "bob", False)]) == [
        "a0", "b0", "a1", "b1", "a2", "a3",
    ]  # fmt: skip


def test_who_is_first_waits_for_no_other() -> None:
    """Among those who are first each lane has its turn too."""
    waiting = [("a0", "ann", False), ("a1", "ann", True), ("a2", "ann", True), ("b0", "bob", True)]
    assert order_of(Places(1, 10), waiting) == ["a1", "b0", "a2", "a0"]


def test_who_leaves_takes_no_place() -> None:
    """A turn that is cancelled while it waits holds up nobody."""
    waiting = [("a0", "ann", False), ("b0", "bob", False), ("c0", "cid", False)]
    assert order_of(Places(1, 10), waiting, cancelled=("a0", "b0")) == ["c0"]


def test_who_leaves_as_the_place_comes_gives_it_on() -> None:
    """A place that was given to somebody who is cancelled at that moment goes to the next."""
    places, done = Places(1, 10), []

    async def work(name: str) -> None:
        async with places.of(name):
            done.append(name)

    async def run() -> None:
        async with places.of("somebody"):
            tasks = [asyncio.ensure_future(work(name)) for name in ("ann", "bob")]
            await asyncio.sleep(0)
        tasks[0].cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    asyncio.run(run())
    assert (done, places.taken) == (["bob"], False)


def test_so_many_of_a_lane_may_wait() -> None:
    """One more is told at once; other lanes are not."""
    places = Places(1, 1)

    async def wait(lane: str) -> str:
        async with places.of(lane):
            return lane

    async def run() -> list[object]:
        async with places.of("somebody"):
            tasks = [asyncio.ensure_future(wait(lane)) for lane in ("ann", "ann", "bob")]
            await asyncio.sleep(0)
        return list(await asyncio.gather(*tasks, return_exceptions=True))

    first, second, third = asyncio.run(run())
    assert (first, type(second), third) == ("ann", BusyError, "bob")


@pytest.mark.parametrize("at_once", [1, 3])
def test_so_many_are_in_at_once(at_once: int) -> None:
    """However many come, and never fewer than may."""
    places, inside, most = Places(at_once, 100), 0, 0

    async def work(lane: str) -> None:
        nonlocal inside, most
        async with places.of(lane):
            inside += 1
            most = max(most, inside)
            await asyncio.sleep(0)
            inside -= 1

    async def run() -> None:
        await asyncio.gather(*(work(f"lane {n % 3}") for n in range(12)))

    asyncio.run(run())
    assert (most, inside, places.taken) == (at_once, 0, False)
