"""A chat server in a process group of its own: started, asked over REST, weighed, ended."""

from __future__ import annotations

import contextlib
import http.client
import itertools
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

LOOPBACK = "127.0.0.1"


class BenchError(Exception):
    """Something that makes a measurement meaningless, in one sentence for the terminal."""


@dataclass(frozen=True)
class Server:
    """A server that has given its first answer.

    `name` as the table shows it, `base` its address, `group` its process group id, `ready_s` the seconds from the
    start of its command until its first answer.
    """

    name: str
    base: str
    group: int
    ready_s: float


@dataclass(frozen=True)
class Launch:
    """How to start a server: `command` makes the command line for a port; `log` takes both of its outputs."""

    name: str
    command: Callable[[int], Sequence[str]]
    folder: Path
    log: Path
    env: Mapping[str, str]


def end_servers_when_told() -> None:
    """Take SIGTERM as a reason to leave in order, so that no server outlives the program that started it."""
    signal.signal(signal.SIGTERM, lambda number, _frame: sys.exit(128 + number))


def ask(base: str, text: str, sender: str | None = None, timeout_s: float = 60) -> list[dict[str, object]]:
    """Send one message over a connection of its own and return the messages of the turn.

    Without `sender` the message opens a new conversation. Raises BenchError when the turn has no message: a server
    that says nothing is fast for the wrong reason.
    """
    body = json.dumps({"sender": sender or uuid.uuid4().hex, "message": text}).encode()
    request = urllib.request.Request(
        f"{base}/webhooks/rest/webhook", body, {"Content-Type": "application/json", "Connection": "close"}
    )
    with urllib.request.urlopen(request, timeout=timeout_s) as reply:
        messages: list[dict[str, object]] = json.load(reply)
    if not messages:
        raise BenchError(f"{base} gave no answer to {text!r}")
    return messages


@contextlib.contextmanager
def serving(launch: Launch, wait_s: float = 900) -> Iterator[Server]:
    """Start a server, yield it once it has answered, and end its whole process group.

    Raises BenchError when the command ends by itself or when there is no answer within `wait_s` seconds.
    """
    port = _free_port()
    base = f"http://{LOOPBACK}:{port}"
    launch.log.parent.mkdir(parents=True, exist_ok=True)
    with launch.log.open("w") as log:
        began = time.perf_counter()
        process = subprocess.Popen(
            launch.command(port),
            cwd=launch.folder,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            env={**os.environ, **launch.env},
            start_new_session=True,
        )
        try:
            _await_answer(launch, process, base, began + wait_s)
            yield Server(launch.name, base, process.pid, time.perf_counter() - began)
        finally:
            _end_group(process)
    errors = launch.log.read_text(encoding="utf-8", errors="replace").count(" ERROR ")
    if errors:
        print(f"{launch.name} logged {errors} errors, so its figures may mislead: see {launch.log}", file=sys.stderr)


def run_timed(label: str, command: Sequence[str], folder: Path, log: Path, env: Mapping[str, str]) -> float:
    """Run a command, say every minute that it still runs, and return the seconds it took.

    Its output goes to `log`. Raises BenchError, naming the log, when it fails.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    print(f"{label} ...", flush=True)
    began = time.perf_counter()
    with log.open("w") as out:
        process = subprocess.Popen(
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            env={**os.environ, **env},
        )
        for minute in itertools.count(1):
            try:
                status = process.wait(60)
                break
            except subprocess.TimeoutExpired:
                print(f"  {minute} min", flush=True)
    if status:
        raise BenchError(f"{command[0]} ended with status {status}; see {log}")
    return time.perf_counter() - began


def memory_mb(group: int) -> float:
    """Resident memory of every process in a group, in MB (2**20 bytes), as `ps` reports it."""
    listing = subprocess.run(["ps", "-eo", "pgid=,rss="], capture_output=True, text=True, check=True).stdout
    return group_rss_kb(listing, group) / 1024


def group_rss_kb(listing: str, group: int) -> int:
    """Sum the second column (kB) of the lines of a `pgid rss` listing whose first column is `group`."""
    pairs = (line.split() for line in listing.splitlines() if line.strip())
    return sum(int(rss) for pgid, rss in pairs if int(pgid) == group)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        port: int = probe.getsockname()[1]
        return port


def _await_answer(launch: Launch, process: subprocess.Popen[bytes], base: str, deadline: float) -> None:
    while time.perf_counter() < deadline:
        if process.poll() is not None:
            raise BenchError(f"{launch.name} ended with status {process.returncode}; see {launch.log}")
        # No answer yet takes many forms: connection refused, a reset half-way, a 5xx, an empty list.
        with contextlib.suppress(BenchError, OSError, http.client.HTTPException, json.JSONDecodeError):
            ask(base, "hello", timeout_s=20)
            return
        time.sleep(0.05)
    raise BenchError(f"{launch.name} gave no answer in time; see {launch.log}")


def _end_group(process: subprocess.Popen[bytes], patience_s: float = 20) -> None:
    for ending in (signal.SIGTERM, signal.SIGKILL):
        deadline = time.perf_counter() + patience_s
        try:
            os.killpg(process.pid, ending)
            while time.perf_counter() < deadline:
                process.poll()
                os.killpg(process.pid, 0)
                time.sleep(0.1)
        except ProcessLookupError:
            break
    process.wait()
