"""`make test-cluster`: two servers behind the proxy while one is killed and each part beside them hangs and dies.

    .venv/bin/python -m cluster.faults [--messages 10000] [--seed 1]

Writes docs/faults.md. Ends with status 1 where a message was lost, doubled or moved, or a warning sign waited.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.measure import percentile
from bench.report import machine, today
from bench.server import end_servers_when_told
from cluster.bots import Bot
from cluster.history import Check, check
from cluster.people import EMERGENCIES, STILL, People, Said
from cluster.programs import ClusterError, ensure
from cluster.services import ROOT, Services, proxy

CONVERSATIONS = 200
# Seconds between an answer and the next message of the same person: 200 people send about 25 messages a second, which
# leaves two cores room for a server that loads its model meanwhile.
PAUSE = (6.0, 10.0)
CALL_EVERY = 0.5
LONGEST_WAIT, LONGEST_FLUSH = 1.0, 60.0
REPORT = ROOT / "docs" / "faults.md"


@dataclass(frozen=True)
class Fault:
    """Something that goes wrong, and what puts it right after so many seconds."""

    name: str
    begin: Callable[[], None]
    end: Callable[[], None]
    seconds: float


def faults(bots: Sequence[Bot], services: Services) -> list[Fault]:
    """Everything that goes wrong, one after the other."""
    listed = [Fault("a server is killed (SIGKILL)", bots[0].kill, lambda: bots[0].start(wait=False), 2)]
    for service, name in ((services.postgres, "Postgres"), (services.redis, "Redis"), (services.rabbit, "RabbitMQ")):
        listed += [
            Fault(f"{name} hangs (SIGSTOP)", service.hang, service.go_on, 8),
            Fault(f"{name} is killed (SIGKILL)", service.kill, lambda started=service: started.start(wait=False), 8),
        ]
    second = bots[1]
    return [
        *listed,
        Fault("the other server is stopped and started anew", second.stop, lambda: second.start(wait=False), 1),
    ]


@dataclass
class Window:
    """From when to when something was wrong, in seconds of the monotonic clock."""

    name: str
    began: float
    ended: float


async def break_things(listed: Sequence[Fault], bots: Sequence[Bot], windows: list[Window]) -> None:
    """Let each fault happen, with time between them for everything to be well again."""
    loop = asyncio.get_running_loop()
    await asyncio.sleep(8)
    for fault in listed:
        began = time.monotonic()
        print(f"  {fault.name} ...", flush=True)
        await loop.run_in_executor(None, fault.begin)
        await asyncio.sleep(fault.seconds)
        await loop.run_in_executor(None, fault.end)
        # The servers leave a part alone for 5 seconds after it failed, and a new server loads its model.
        await asyncio.sleep(6)
        while not all(await asyncio.gather(*(loop.run_in_executor(None, bot.is_ready) for bot in bots))):
            await asyncio.sleep(0.5)
        windows.append(Window(fault.name, began, time.monotonic()))


async def everything_written(bots: Sequence[Bot]) -> None:
    """Wait until no conversation waits for the database: it is written within seconds of the database's return."""
    loop, deadline = asyncio.get_running_loop(), time.monotonic() + LONGEST_FLUSH
    while time.monotonic() < deadline:
        await asyncio.sleep(1)
        if not any(await asyncio.gather(*(loop.run_in_executor(None, bot.held_over) for bot in bots))):
            return


async def run(
    messages: int, conversations: int, seed: int, services: Services, folder: Path
) -> tuple[People, Check, list[Window]]:
    """Start the servers, let people talk through all faults, and compare what they saw with what is kept."""
    env = services.environment
    bots = [Bot(number, folder, env) for number in (1, 2)]
    front, address = proxy(folder, [bot.port for bot in bots])
    windows: list[Window] = []
    texts = [line.strip() for line in (ROOT / "bench" / "messages.txt").read_text().splitlines() if line.strip()]
    try:
        for bot in bots:
            bot.start(wait=False)
        for bot in bots:
            bot.wait()
        front.start()
        async with People(address, texts, seed) as people:
            over = asyncio.Event()
            calls = asyncio.create_task(people.call_for_help(CALL_EVERY, over))
            trouble = asyncio.create_task(break_things(faults(bots, services), bots, windows))
            each = -(-messages // conversations)
            await asyncio.gather(*(people.talk(number, each, PAUSE) for number in range(conversations)))
            await trouble
            over.set()
            await calls
            await everything_written(bots)
            return people, await check(people, services), windows
    finally:
        for service in (front, *bots):
            service.stop()


def report(people: People, found: Check, windows: Sequence[Window], seconds: float) -> str:
    """The page with the figures."""
    said = [one for conversation in people.conversations for one in conversation.said]
    signs = [one for one in said if one.text in EMERGENCIES]
    after = sum(one.text == STILL for one in said)
    rows = [_row(window, said) for window in windows]
    calm = [one for one in said if not any(w.began <= one.sent <= w.ended for w in windows)]
    tries = sum(one.tries > 1 for one in said)
    longest = max((one.seconds for one in signs), default=0.0)
    slowest = max((one.seconds for one in calm), default=0.0)
    return f"""# Faults

Written by `make test-cluster` on {today()}, {machine()}. Two servers behind the proxy
(`deploy/haproxy.cfg`), with Postgres, Redis and RabbitMQ, all on this machine together with the people who write:
{_at_once(people)} conversations at once, and every {CALL_EVERY} seconds somebody new with a warning sign. Each message
is sent until it is answered, always under the same id.

| | |
|---|---|
| messages sent | {found.sent:,} in {seconds:.0f} s |
| answered | {found.answered:,} |
| kept in the database | {found.kept:,} |
| **lost** | **{len(found.lost)}** |
| **doubled** | **{len(found.doubled)}** |
| conversations out of order | {len(found.disordered)} |
| answers kept otherwise than they were seen | {len(found.other)} |
| messages with a warning sign | {len(signs):,} |
| messages right after one, which are an emergency still | {after:,} |
| of both, without their card | {len(found.wrong_level)} |
| longest wait for the card of a warning sign | {longest:.2f} s |
| messages that the client sent more than once | {tries} ({_failures(people)}) |
| messages of which RabbitMQ was told | {found.events:,} of {found.sent:,}, {found.events_doubled} twice |

The history check reads every conversation back through the export that people have, and the rows of the database: each
message is there once, in the order in which it was sent, with the answer that its person saw.

| what went wrong | for | messages meanwhile | slowest answer | p95 | slowest card of a warning sign |
|---|---|---|---|---|---|
{chr(10).join(rows)}
| nothing | | {len(calm):,} | {slowest:.2f} s | {_p95(calm)} | {_slowest_sign(calm)} |

"For" is from the fault until every server is ready again. A server that is killed takes with it what it had not told
RabbitMQ, and what it held for a database that was away at the same time: two faults at once can cost turns, one does
not.
"""


def _at_once(people: People) -> int:
    return sum(len(conversation.said) > 1 for conversation in people.conversations)


def _row(window: Window, said: Sequence[Said]) -> str:
    inside = [one for one in said if window.began <= one.sent <= window.ended]
    slowest = max((one.seconds for one in inside), default=0.0)
    seconds = f"{window.ended - window.began:.0f} s"
    return (
        f"| {window.name} | {seconds} | {len(inside):,} | {slowest:.2f} s | {_p95(inside)} | {_slowest_sign(inside)} |"
    )


def _p95(said: Sequence[Said]) -> str:
    return f"{percentile([one.seconds for one in said], 0.95) * 1000:.0f} ms" if said else "-"


def _slowest_sign(said: Sequence[Said]) -> str:
    return f"{max((one.seconds for one in said if one.text in EMERGENCIES), default=0):.2f} s"


def _failures(people: People) -> str:
    return ", ".join(f"{count} x {name}" for name, count in sorted(people.failures.items())) or "none failed"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, write the page, say what is wrong. Returns the exit status: 0, 1 for a failed check, 2 for no cluster."""
    parser = argparse.ArgumentParser(prog="cluster.faults", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--messages", type=int, default=10_000, help="how many the conversations send together")
    parser.add_argument("--conversations", type=int, default=CONVERSATIONS, help="how many go on at once")
    parser.add_argument("--report", type=Path, default=REPORT, help="the page to write")
    parser.add_argument("--seed", type=int, default=1, help="chooses who says what, and when")
    options = parser.parse_args(arguments)
    end_servers_when_told()
    try:
        ensure()
        with tempfile.TemporaryDirectory(prefix="b12guide-cluster-") as name:
            folder = Path(name)
            folder.chmod(0o755)
            services = Services(folder)
            try:
                services.start()
                print(f"{options.messages:,} messages through faults (about 8 minutes) ...", flush=True)
                began = time.monotonic()
                people, found, windows = asyncio.run(
                    run(options.messages, options.conversations, options.seed, services, folder)
                )
                text = report(people, found, windows, time.monotonic() - began)
                logs = _own_lines(folder)
            finally:
                services.stop()
    except ClusterError as error:
        print(f"cluster: {error}", file=sys.stderr)
        return 2
    options.report.write_text(text, encoding="utf-8")
    print(text)
    return _verdict(people, found, logs)


def _own_lines(folder: Path) -> str:
    """What the servers logged, to read where the check fails."""
    return "\n".join(f"--- {log.name}\n{log.read_text(errors='replace')[-3000:]}" for log in folder.glob("bot*.log"))


def _verdict(people: People, found: Check, logs: str) -> int:
    signs = [one for conversation in people.conversations for one in conversation.said if one.text in EMERGENCIES]
    late = [f"{one.text!r} after {one.seconds:.2f} s" for one in signs if one.seconds > LONGEST_WAIT]
    if found.passed and not late:
        print(f"Passed: {found.sent:,} messages, 0 lost, 0 doubled, every warning sign answered within a second.")
        return 0
    for name in ("lost", "doubled", "disordered", "other", "wrong_level"):
        for line in getattr(found, name)[:10]:
            print(f"{name}: {line}", file=sys.stderr)
    for line in late[:10]:
        print(f"late: {line}", file=sys.stderr)
    print(logs, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
