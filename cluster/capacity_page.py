"""The page that tells what the cluster carries."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass

from bench.measure import percentile
from bench.report import machine, today

GOAL_RATE, GOAL_MS = 50.0, 50.0
RATES = (25.0, GOAL_RATE, 75.0)
RATES_IN_MEMORY = (25.0, GOAL_RATE)
CROWD = 48
TURNS_OF_A_CONVERSATION = 12
# What the needs are computed from: people, how many write in the busiest hour of a month, messages of one of them.
BUSY_SHARE, MESSAGES_EACH = 0.01, 10
PLACES = (("a clinic", 2_000), ("a region", 200_000), ("a country", 2_000_000))
# Of what a server carries, as much is planned for: the rest is for a server that is replaced, and for peaks.
PLANNED_SHARE = 0.5
HEAD = """| sent a second | answered | p50 | p95 | p99 | cores: servers | people who write | all else | failed |
|---|---|---|---|---|---|---|---|---|"""


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


@dataclass(frozen=True)
class Figures:
    """All that was measured.

    Attributes:
        most: 1, 2 and 3 servers with as many messages as go.
        at: 2 servers at `RATES`.
        in_memory: the same at `RATES_IN_MEMORY` with all data in memory; empty where there is no such folder.
        bytes_each: by which Postgres grows for one message.
        syncs: seconds that the disk took to write 8 kB for good, again and again beside `at`.
    """

    most: Sequence[Load]
    at: Sequence[Load]
    in_memory: Sequence[Load]
    bytes_each: float
    syncs: Sequence[float]


def page(figures: Figures) -> str:
    """The page with the figures and what they mean."""
    at, bytes_each = figures.at, figures.bytes_each
    reached = _met(at[RATES.index(GOAL_RATE)])
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
{chr(10).join(_most(load) for load in figures.most)}

{CROWD} people write as soon as they have their answer. A server works on one core; more servers than cores answer no
more.

## At a fixed rate, with two servers

{HEAD}
{chr(10).join(_at(rate, load) for rate, load in zip(RATES, at, strict=True))}

The goal is p95 below {GOAL_MS:.0f} ms at {GOAL_RATE:.0f} messages a second on two cores: {reached}. {_disk(figures)}

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


def _met(load: Load) -> str:
    met = load.p95 < GOAL_MS and load.rate > GOAL_RATE * 0.98
    return f"{'met' if met else '**missed**'} ({load.p95:.0f} ms)"


def _disk(figures: Figures) -> str:
    p50, p95, most = (percentile(figures.syncs, share) * 1000 for share in (0.5, 0.95, 1.0))
    told = (
        f"An answer\ngoes out when its turn is written for good. This machine's disk took {p50:.1f} ms to write 8 kB "
        f"for good (p50; p95 {p95:.0f} ms,\nat most {most:.0f} ms)"
    )
    if not figures.in_memory:
        return told + "."
    rows = "\n".join(_at(rate, load) for rate, load in zip(RATES_IN_MEMORY, figures.in_memory, strict=True))
    reached = _met(figures.in_memory[RATES_IN_MEMORY.index(GOAL_RATE)])
    return f"""{told}, and what stalls there is in these times. The same with the data of Postgres and
RabbitMQ in memory, which shows what the programs take; the goal is {reached}:

{HEAD}
{rows}"""
