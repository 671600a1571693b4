"""What is measured of a server, and how: the same steps for every server."""

from __future__ import annotations

import json
import statistics
import time
import uuid
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from bench.server import BenchError, Launch, Server, ask, memory_mb, serving

WARM_UP = 20
CLIENTS = 8
STARTS = 3
LOADS = 2
# How many messages in a row a server gets when two are timed: as in use, its own last message is still in the caches.
STRETCH = 50
EARLY_TURNS = slice(5, 45)
LATE_TURNS = slice(160, 200)


@dataclass(frozen=True)
class Figures:
    """A server's figures: milliseconds a message, messages a second at 8 clients, MB, seconds to the first answer.

    `mixed_p95_ms` is of messages between which the other server worked, so that it had the caches.
    """

    p50_ms: float
    p95_ms: float
    mixed_p95_ms: float
    per_second: float
    memory_mb: float
    start_s: float


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value that `share` (0 to 1) of the values lie at or below, without interpolation.

    Raises ValueError for an empty sequence or a share outside 0 to 1.
    """
    if not values:
        raise ValueError("a percentile needs at least one value")
    if not 0 <= share <= 1:
        raise ValueError(f"a share lies between 0 and 1, not {share}")
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def read_messages(path: Path) -> list[str]:
    """Read messages: one a line, or for `.jsonl` the `text` of one object a line; blank lines are left out.

    Raises BenchError, naming file and line, for a line of JSON that has no `text`, and for a file without messages.
    """
    if not path.is_file():
        raise BenchError(f"{path}: no such file; name one with --messages")
    lines = path.read_text(encoding="utf-8").splitlines()
    if path.suffix != ".jsonl":
        texts = [line.strip() for line in lines]
    else:
        texts = [_text_of(line, path, number) for number, line in enumerate(lines, 1) if line.strip()]
    texts = [text for text in texts if text]
    if not texts:
        raise BenchError(f"{path}: no messages in it")
    return texts


def compare(launches: Sequence[Launch], texts: Sequence[str], starts: int = STARTS) -> list[Figures]:
    """Measure servers side by side, so that all of them meet the same machine; one list entry a launch.

    Each is started `starts` times, in turn, and the median start counts; then all run together for `measure`.
    """
    ready: list[list[float]] = [[] for _ in launches]
    for _ in range(starts - 1):
        for launch, seconds in zip(launches, ready, strict=True):
            with serving(launch) as server:
                seconds.append(server.ready_s)
    with ExitStack() as running:
        servers = []
        for launch, seconds in zip(launches, ready, strict=True):
            servers.append(running.enter_context(serving(launch)))
            seconds.append(servers[-1].ready_s)
        measured = measure(servers, texts)
    return [
        replace(figures, start_s=statistics.median(seconds)) for figures, seconds in zip(measured, ready, strict=True)
    ]


def measure(servers: Sequence[Server], texts: Sequence[str]) -> list[Figures]:
    """Measure running servers in turn: latency one message at a time, then throughput one server at a time, twice.

    Memory is read last, with every message behind the server.
    """
    for server in servers:
        warm_up(server, texts)
    latencies = alternating_ms(servers, texts, STRETCH)
    mixed = alternating_ms(servers, texts, 1)
    loads_s = [[_load_s(server, texts) for server in servers] for _ in range(LOADS)]
    rates = [LOADS * len(texts) / sum(seconds) for seconds in zip(*loads_s, strict=True)]
    return [
        Figures(
            percentile(ms, 0.5),
            percentile(ms, 0.95),
            percentile(mixed_ms, 0.95),
            rate,
            memory_mb(server.group),
            server.ready_s,
        )
        for server, ms, mixed_ms, rate in zip(servers, latencies, mixed, rates, strict=True)
    ]


def warm_up(server: Server, texts: Sequence[str]) -> None:
    """Send the first messages untimed: a server's first turns load what the later ones reuse."""
    for text in texts[:WARM_UP]:
        ask(server.base, text)


def alternating_ms(servers: Sequence[Server], texts: Sequence[str], stretch: int) -> list[list[float]]:
    """Time every message at every server, one at a time, each in a new conversation.

    A server gets `stretch` messages in a row before another does; who goes first alternates.

    Returns milliseconds, one list a server in the order of `servers`.
    """
    taken: list[list[float]] = [[] for _ in servers]
    order = list(enumerate(servers))
    for first in range(0, len(texts), stretch):
        for index, server in order:
            taken[index] += [_timed_ms(server, text) for text in texts[first : first + stretch]]
        order.reverse()
    return taken


def late_turn_ratio(server: Server, texts: Sequence[str]) -> float:
    """How many times the turns before turn 200 of one conversation cost those around turn 20 (medians of 40)."""
    sender = uuid.uuid4().hex
    turns = [_timed_ms(server, texts[turn % len(texts)], sender) for turn in range(LATE_TURNS.stop)]
    return statistics.median(turns[LATE_TURNS]) / statistics.median(turns[EARLY_TURNS])


def _load_s(server: Server, texts: Sequence[str]) -> float:
    began = time.perf_counter()
    with ThreadPoolExecutor(CLIENTS) as pool:
        list(pool.map(partial(ask, server.base), texts))
    return time.perf_counter() - began


def _timed_ms(server: Server, text: str, sender: str | None = None) -> float:
    began = time.perf_counter()
    ask(server.base, text, sender)
    return (time.perf_counter() - began) * 1000


def _text_of(line: str, path: Path, number: int) -> str:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise BenchError(f"{path}:{number}: not JSON ({error.msg}); one object a line is read") from error
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise BenchError(f'{path}:{number}: an object with a "text" is expected')
    return str(row["text"]).strip()
