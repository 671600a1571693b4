"""`make capacity`: how many messages a second 1, 2 and 3 servers answer, and how fast they are at 50 a second.

    .venv/bin/python -m cluster.capacity [--seconds 30]

Writes docs/capacity.md. Nothing else may run on the machine meanwhile.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import os
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.measure import percentile
from bench.report import machine, today
from bench.server import end_servers_when_told
from cluster.bots import Bot
from cluster.front import proxy
from cluster.people import Conversation, People
from cluster.programs import ClusterError, ensure
from cluster.services import ROOT, Service, Services

REPORT = ROOT / "docs" / "capacity.md"
GOAL_RATE, GOAL_MS = 50.0, 50.0
RATES = (25.0, GOAL_RATE, 75.0)
CROWD = 48
TURNS_OF_A_CONVERSATION = 12
# What the needs are computed from: people, how many write in the busiest hour of a month, messages of one of them.
BUSY_SHARE, MESSAGES_EACH = 0.01, 10
PLACES = (("a clinic", 2_000), ("a region", 200_000), ("a country", 2_000_000))
# Of what a server carries, as much is planned for: the rest is for a server that is replaced, and for peaks.
PLANNED_SHARE = 0.5


@dataclass(frozen=True)
class Load:
    """What was measured under one load.

    `rate` messages a second were answered; times in milliseconds; `cores` is the processor time of all servers a
    second, `writers` that of the people who write, `rest` that of all else; `memory` is that of one server in MB.
    """

    servers: int
    rate: float
    p50: float
    p95: float
    p99: float
    cores: float
    writers: float
    rest: float
    memory: float
    failed: int


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


def run(seconds: float, folder: Path) -> tuple[list[Load], list[Load], float]:
    """Throughput of 1, 2 and 3 servers; times of 2 servers at fixed rates; bytes of Postgres for one message."""
    services = Services(folder)
    texts = [line.strip() for line in (ROOT / "bench" / "messages.txt").read_text().splitlines() if line.strip()]
    most: list[Load] = []
    at: list[Load] = []
    try:
        services.start()
        # Pace is for people; what is measured here is the machine.
        env = services.environment
        bots: list[Bot] = []
        try:
            for number in (1, 2, 3):
                bots.append(Bot(number, folder, env))
                bots[-1].start()
                front, address = proxy(folder, [bot.port for bot in bots])
                front.start()
                rest = [front, services.postgres, services.redis, services.rabbit]
                try:
                    print(f"  {number} server(s), as many messages as go ...", flush=True)
                    most.append(asyncio.run(measure(address, bots, rest, texts, None, seconds)))
                    for rate in RATES if number == 2 else ():
                        print(f"  2 servers at {rate:.0f} messages a second ...", flush=True)
                        at.append(asyncio.run(measure(address, bots, rest, texts, rate, seconds)))
                finally:
                    front.stop()
            [[size]] = services.sql("SELECT pg_total_relation_size('conversation_events')")
            messages = 'SELECT count(*) FROM conversation_events WHERE data LIKE \'%"event": "user"%\''
            [[count]] = services.sql(messages)
        finally:
            for bot in bots:
                bot.stop()
    finally:
        services.stop()
    return most, at, int(str(size)) / int(str(count))


def report(most: Sequence[Load], at: Sequence[Load], bytes_each: float) -> str:
    """The page with the figures and what they mean."""
    goal = at[RATES.index(GOAL_RATE)]
    met = "met" if goal.p95 < GOAL_MS and goal.rate > GOAL_RATE * 0.98 else "**missed**"
    # Processor time of a server for one message: what does not change with how many cores share the work.
    cost = min(load.cores / load.rate for load in at)
    one_core = 1 / cost
    gigabytes = PLACES[1][1] * MESSAGES_EACH * bytes_each / 1e9
    needs = "\n".join(_need(name, people, one_core) for name, people in PLACES)
    return f"""# Capacity

Written by `make capacity` on {today()}, {machine()}. Servers, proxy, Postgres,
Redis, RabbitMQ and the people who write share its {os.cpu_count()} cores, so a machine of its own for each part carries
more. Conversations have up to {TURNS_OF_A_CONVERSATION} messages, from `bench/messages.txt`, over the page's own path:
signed, locked, written to Postgres, told to RabbitMQ.

## As many messages as go

| servers | messages a second | p50 | p95 | cores: servers | people who write | all else | memory of one |
|---|---|---|---|---|---|---|---|
{chr(10).join(_most(load) for load in most)}

{CROWD} people write as soon as they have their answer. A server works on one core; more servers than cores answer no
more.

## At a fixed rate, with two servers

| sent a second | answered | p50 | p95 | p99 | cores: servers | people who write | all else | failed |
|---|---|---|---|---|---|---|---|---|
{chr(10).join(_at(rate, load) for rate, load in zip(RATES, at, strict=True))}

The goal is p95 below {GOAL_MS:.0f} ms at {GOAL_RATE:.0f} messages a second on two cores: {met} ({goal.p95:.0f} ms).

## What that means

One message costs a server {cost * 1000:.1f} ms of processor time, so one core answers {one_core:.0f} a second. Half of
that is planned for. In the busiest hour of a month 1 in {1 / BUSY_SHARE:.0f} people who have injections is assumed to
write {MESSAGES_EACH} messages.

| for | people who have injections | messages a second, busiest hour | servers | machine |
|---|---|---|---|---|
{needs}

Two servers are the least where no pause may be, whatever the figures say. Postgres grows by about
{bytes_each / 1000:.0f} kB a message, until conversations are deleted: {PLACES[1][1]:,} people who write {MESSAGES_EACH}
messages a year are {gigabytes:.0f} GB. These needs are computed, not tried: beyond one machine, measure before you
promise.
"""


def _most(load: Load) -> str:
    return (
        f"| {load.servers} | {load.rate:.0f} | {load.p50:.0f} ms | {load.p95:.0f} ms | {load.cores:.2f} | "
        f"{load.writers:.2f} | {load.rest:.2f} | {load.memory:.0f} MB |"
    )


def _at(rate: float, load: Load) -> str:
    return (
        f"| {rate:.0f} | {load.rate:.1f} | {load.p50:.1f} ms | {load.p95:.1f} ms | {load.p99:.1f} ms | "
        f"{load.cores:.2f} | {load.writers:.2f} | {load.rest:.2f} | {load.failed} |"
    )


def _need(name: str, people: int, one_core: float) -> str:
    rate = people * BUSY_SHARE * MESSAGES_EACH / 3600
    servers = max(1, -(-rate // (one_core * PLANNED_SHARE)))
    machine_of = (
        "one machine of 2 cores and 2 GB, SQLite"
        if people <= PLACES[0][1]
        else "one machine of 4 cores and 8 GB, `docker-compose.yml`"
        if people <= PLACES[1][1]
        else "three machines of 4 cores: servers on two, Postgres on the third with a standby"
    )
    least = f"{servers:.0f}" if people <= PLACES[0][1] else f"{max(2, servers):.0f}"
    return f"| {name} | {people:,} | {rate:.2f} | {least} | {machine_of} |"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and write the page. Returns the exit status: 0, or 2 where there is no cluster."""
    parser = argparse.ArgumentParser(prog="cluster.capacity", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seconds", type=float, default=30.0, help="of each measurement")
    options = parser.parse_args(arguments)
    end_servers_when_told()
    try:
        ensure()
        with tempfile.TemporaryDirectory(prefix="b12guide-cluster-") as name:
            folder = Path(name)
            folder.chmod(0o755)
            text = report(*run(options.seconds, folder))
    except ClusterError as error:
        print(f"cluster: {error}", file=sys.stderr)
        return 2
    REPORT.write_text(text, encoding="utf-8")
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
