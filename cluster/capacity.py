"""`make capacity`: how many messages a second 1, 2 and 3 servers answer, and how fast they are at 50 a second.

    .venv/bin/python -m cluster.capacity [--seconds 30]

Writes docs/capacity.md. Nothing else may run on the machine meanwhile.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import itertools
import os
import random
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.measure import percentile
from bench.server import end_servers_when_told
from cluster.bots import Bot
from cluster.capacity_page import CROWD, RATES, RATES_IN_MEMORY, TURNS_OF_A_CONVERSATION, Figures, Load, page
from cluster.front import proxy
from cluster.people import Conversation, People
from cluster.programs import ClusterError, ensure
from cluster.services import ROOT, Service, Services

REPORT = ROOT / "docs" / "capacity.md"
# A folder without a disk.
MEMORY = Path("/dev/shm")


async def steady(people: People, rate: float, seconds: float) -> list[float]:
    """Send `rate` messages a second, whether or not earlier ones are answered; returns the seconds of each."""
    # All are begun before: to wait for a new one meanwhile would hold up messages, and then send them all at once.
    at_once, messages = max(CROWD, int(rate * 2)), int(rate * seconds)
    rounds = -(-messages // (at_once * TURNS_OF_A_CONVERSATION))
    conversations = [await people.begin() for _ in range(at_once * rounds)]
    texts, times, under_way = itertools.cycle(people.texts), list[float](), set[asyncio.Task[None]]()

    async def one(conversation: Conversation, text: str) -> None:
        times.append((await people.say(conversation, text)).seconds)

    began = time.monotonic()
    for number in range(messages):
        place = number // (at_once * TURNS_OF_A_CONVERSATION) * at_once + number % at_once
        await asyncio.sleep(max(0.0, began + number / rate - time.monotonic()))
        task = asyncio.create_task(one(conversations[place], next(texts)))
        under_way.add(task)
        task.add_done_callback(under_way.discard)
    await asyncio.gather(*under_way)
    return times


async def flat_out(people: People, seconds: float) -> list[float]:
    """As many messages as are answered, from `CROWD` people who write as soon as they have their answer."""
    times: list[float] = []
    until = time.monotonic() + seconds

    async def one(number: int) -> None:
        chance = random.Random(number)
        conversation = await people.begin()
        while time.monotonic() < until:
            if len(conversation.said) >= TURNS_OF_A_CONVERSATION:
                conversation = await people.begin()
            times.append((await people.say(conversation, chance.choice(people.texts))).seconds)

    await asyncio.gather(*(one(number) for number in range(CROWD)))
    return times


def processor(services: Sequence[Service]) -> float:
    """Seconds that they have used."""
    return sum(service.seconds_of_processor() for service in services)


async def measure(
    address: str, bots: Sequence[Bot], rest: Sequence[Service], texts: Sequence[str], rate: float | None, seconds: float
) -> Load:
    """Measure a load of `rate` messages a second, or as many as go where it is None."""
    async with People(address, texts, 1) as people:
        await flat_out(people, 3)
        people.failures.clear()
        before, began = (processor(bots), time.process_time(), processor(rest)), time.monotonic()
        times = await (flat_out(people, seconds) if rate is None else steady(people, rate, seconds))
        took = time.monotonic() - began
        after = processor(bots), time.process_time(), processor(rest)
        used, writers, others = ((now - then) / took for now, then in zip(after, before, strict=True))
        p50, p95, p99 = (percentile(times, share) * 1000 for share in (0.5, 0.95, 0.99))
        memory = max(bot.memory_mb() for bot in bots)
        failed = sum(people.failures.values())
        return Load(len(bots), len(times) / took, p50, p95, p99, used, writers, others, memory, failed)


class Cluster:
    """Everything that a measurement needs, with its data in `folder`."""

    def __init__(self, folder: Path, seconds: float) -> None:
        self.folder, self._seconds = folder, seconds
        self.services = Services(folder)
        self._texts = [
            line.strip() for line in (ROOT / "bench" / "messages.txt").read_text().splitlines() if line.strip()
        ]
        self._bots: list[Bot] = []

    def __enter__(self) -> Cluster:
        self.services.start()
        return self

    def __exit__(self, *_: object) -> None:
        for service in self._bots:
            service.stop()
        self.services.stop()

    def servers(self, count: int) -> None:
        """Start as many as are missing."""
        more = [Bot(number, self.folder, self.services.environment) for number in range(len(self._bots) + 1, count + 1)]
        self._bots += more
        for bot in more:
            bot.start(wait=False)
        for bot in more:
            bot.wait()

    def measure(self, rates: Sequence[float | None]) -> list[Load]:
        """One after the other: so many messages a second, or as many as go where it is None."""
        front, address = proxy(self.folder, [bot.port for bot in self._bots])
        front.start()
        rest = [front, self.services.postgres, self.services.redis, self.services.rabbit]
        found = []
        try:
            for rate in rates:
                what = "as many messages as go" if rate is None else f"{rate:.0f} messages a second"
                print(f"  {len(self._bots)} server(s), {what} ...", flush=True)
                found.append(asyncio.run(measure(address, self._bots, rest, self._texts, rate, self._seconds)))
        finally:
            front.stop()
        return found

    def bytes_of_a_message(self) -> float:
        """By which Postgres grew for one message."""
        [[size]] = self.services.sql("SELECT pg_total_relation_size('conversation_events')")
        messages = 'SELECT count(*) FROM conversation_events WHERE data LIKE \'%"event": "user"%\''
        [[count]] = self.services.sql(messages)
        return int(str(size)) / int(str(count))


class Syncs:
    """How long the disk takes to write 8 kB for good, 20 times a second while something else is measured."""

    def __init__(self, folder: Path) -> None:
        self._path, self._over = folder / "sync", threading.Event()
        self.seconds: list[float] = []
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> Syncs:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _run(self) -> None:
        with self._path.open("wb", buffering=0) as file:
            while not self._over.wait(0.05):
                file.seek(0)
                file.write(bytes(8192))
                began = time.monotonic()
                os.fdatasync(file.fileno())
                self.seconds.append(time.monotonic() - began)


def run(seconds: float) -> Figures:
    """Throughput of 1, 2 and 3 servers; times of 2 servers at fixed rates, on disk and without one."""
    with folder_in(None) as folder, Cluster(folder, seconds) as cluster:
        cluster.servers(1)
        most = cluster.measure([None])
        cluster.servers(2)
        most += cluster.measure([None])
        with Syncs(folder) as syncs:
            at = cluster.measure(RATES)
        cluster.servers(3)
        most += cluster.measure([None])
        bytes_each = cluster.bytes_of_a_message()
    in_memory: list[Load] = []
    if MEMORY.is_dir():
        with folder_in(MEMORY) as folder, Cluster(folder, seconds) as cluster:
            cluster.servers(2)
            in_memory = cluster.measure(RATES_IN_MEMORY)
    return Figures(most, at, in_memory, bytes_each, syncs.seconds)


@contextlib.contextmanager
def folder_in(parent: Path | None) -> Iterator[Path]:
    """A temporary folder that other users may enter."""
    with tempfile.TemporaryDirectory(prefix="b12guide-cluster-", dir=parent) as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and write the page. Returns the exit status: 0, or 2 where there is no cluster."""
    parser = argparse.ArgumentParser(prog="cluster.capacity", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seconds", type=float, default=30.0, help="of each measurement")
    options = parser.parse_args(arguments)
    end_servers_when_told()
    try:
        ensure()
        text = page(run(options.seconds))
    except ClusterError as error:
        print(f"cluster: {error}", file=sys.stderr)
        return 2
    REPORT.write_text(text, encoding="utf-8")
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
