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

from bench.report import section_of, with_section
from bench.server import end_servers_when_told
from cluster.attack_page import SECTION
from cluster.bots import Bot
from cluster.databases import tested
from cluster.deletion import delete
from cluster.front import proxy
from cluster.history import check
from cluster.outcome import CALL_EVERY, Outcome, Window, report
from cluster.people import People
from cluster.phones import PhoneCompany
from cluster.programs import ClusterError, ensure
from cluster.reminders import SECTION as REMINDERS
from cluster.services import ROOT, Services

CONVERSATIONS = 200
# Seconds between an answer and the next message of the same person: 200 people send about 25 messages a second, which
# leaves two cores room for a server that loads its model meanwhile.
PAUSE = (6.0, 10.0)
# Seconds until a new server has met its people, each of whom wrote again: one that has met nobody, and a database that
# hangs at that moment, would be two faults at once.
MEETING = PAUSE[1] + 4
LONGEST_FLUSH = 60.0
# Messages of a phone company that both servers get at the same moment, and what is in them.
DELIVERED, DELIVERED_TEXT = 200, "how long does it take until I feel better?"
REPORT = ROOT / "docs" / "faults.md"


@dataclass(frozen=True)
class Fault:
    """Something that goes wrong, and what puts it right after so many seconds."""

    name: str
    begin: Callable[[], None]
    end: Callable[[], None]
    seconds: float
    # Seconds after its end, with all servers ready, until everything is as before: they leave a part that failed alone
    # for 2 to 5.
    settles: float = 6.0


def faults(bots: Sequence[Bot], services: Services) -> list[Fault]:
    """Everything that goes wrong, one after the other."""
    listed = [Fault("a server is killed (SIGKILL)", bots[0].kill, lambda: bots[0].start(wait=False), 2, MEETING)]
    for service, name in ((services.postgres, "Postgres"), (services.redis, "Redis"), (services.rabbit, "RabbitMQ")):
        listed += [
            Fault(f"{name} hangs (SIGSTOP)", service.hang, service.go_on, 8),
            Fault(f"{name} is killed (SIGKILL)", service.kill, lambda started=service: started.start(wait=False), 8),
        ]
    second = bots[1]
    return [
        *listed,
        Fault(
            "the other server is stopped and started anew", second.stop, lambda: second.start(wait=False), 1, MEETING
        ),
    ]


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
        while not all(await asyncio.gather(*(loop.run_in_executor(None, bot.is_ready) for bot in bots))):
            await asyncio.sleep(0.5)
        await asyncio.sleep(fault.settles)
        windows.append(Window(fault.name, began, time.monotonic()))


async def everything_written(bots: Sequence[Bot]) -> None:
    """Wait until no conversation waits for the database: it is written within seconds of the database's return."""
    loop, deadline = asyncio.get_running_loop(), time.monotonic() + LONGEST_FLUSH
    while time.monotonic() < deadline:
        await asyncio.sleep(1)
        if not any(await asyncio.gather(*(loop.run_in_executor(None, bot.held_over) for bot in bots))):
            return


async def run(messages: int, conversations: int, seed: int, services: Services, folder: Path) -> Outcome:
    """Start the servers, let people talk through all faults, and compare what they saw with what is kept."""
    company = PhoneCompany()
    env = {**services.environment, **company.environment}
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
        async with company, People(address, texts, seed) as people:
            delivered = await company.deliver([bot.port for bot in bots], DELIVERED, DELIVERED_TEXT)
            over = asyncio.Event()
            calls = asyncio.create_task(people.call_for_help(CALL_EVERY, over))
            trouble = asyncio.create_task(break_things(faults(bots, services), bots, windows))
            each = -(-messages // conversations)
            await asyncio.gather(*(people.talk(number, each, PAUSE) for number in range(conversations)))
            await trouble
            over.set()
            await calls
            await everything_written(bots)
            found = await check(people, services)
            deleted = await delete(people, services, bots[1], env, folder)
            return Outcome(people, found, windows, delivered, deleted)
    finally:
        for service in (front, *bots):
            service.stop()


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
                if not tested(services):
                    return 1
                print(f"{options.messages:,} messages through faults (about 8 minutes) ...", flush=True)
                began = time.monotonic()
                outcome = asyncio.run(run(options.messages, options.conversations, options.seed, services, folder))
                text = report(outcome, time.monotonic() - began)
                logs = _own_lines(folder)
            finally:
                services.stop()
    except ClusterError as error:
        print(f"cluster: {error}", file=sys.stderr)
        return 2
    # What `make attacks` and the run of the reminders wrote there stays.
    page = options.report.read_text(encoding="utf-8") if options.report.exists() else ""
    for name in (REMINDERS, SECTION):
        kept = section_of(page, name)
        text = with_section(text, name, kept) if kept else text
    options.report.write_text(text, encoding="utf-8")
    print(text)
    return _verdict(outcome, logs)


def _own_lines(folder: Path) -> str:
    """What the servers logged, to read where the check fails."""
    return "\n".join(f"--- {log.name}\n{log.read_text(errors='replace')[-3000:]}" for log in folder.glob("bot*.log"))


def _verdict(outcome: Outcome, logs: str) -> int:
    if outcome.passed:
        sent = outcome.found.sent
        print(f"Passed: {sent:,} messages, 0 lost, 0 doubled, every warning sign answered within a second.")
        return 0
    # First, so that the reasons are what a log of the last lines shows.
    print(logs, file=sys.stderr)
    for name in ("lost", "doubled", "disordered", "other", "wrong_level"):
        for line in getattr(outcome.found, name)[:10]:
            print(f"{name}: {line}", file=sys.stderr)
    for one in outcome.late[:10]:
        print(f"late: {one.text!r} after {one.wait:.2f} s, {one.tries} tries", file=sys.stderr)
    if not outcome.delivered.passed:
        print(f"delivered: {outcome.delivered}", file=sys.stderr)
    for way in outcome.deleted:
        if not way.passed:
            print(f"deleted: {way}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
