"""`make attacks`: a stranger attacks a server of ours, again and again, while others use it. How do they fare?

    .venv/bin/python -m cluster.attacks [--report docs/faults.md] [--short] [--only KEY ...]

Everything is on the loopback of this machine, bounded in count and time, and ends by itself; the server is one that is
started for it. Ends with status 1 where a warning sign of somebody else waited too long, or anything else was missed.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import itertools
import multiprocessing
import os
import sys
import tempfile
import time
import urllib.request
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

from bench.report import with_section
from bench.server import end_servers_when_told
from cluster.attack_list import ATTACKS, Attack, prepare, strike
from cluster.attack_page import DIRECT, PROXY, SECTION, Run, section
from cluster.bots import Bot
from cluster.bystanders import Calm, Others, ask_rest, calm, ward
from cluster.doors import Door
from cluster.front import front
from cluster.memory import MemoryWatch, waited
from cluster.phones import PhoneCompany
from cluster.programs import ClusterError, ensure
from cluster.services import LOOPBACK

# Seconds that an attack may take beyond its own, that a server has to be well again, and that all may take.
GRACE, RECOVERY, LONGEST = 15.0, 15.0, 900.0
# Seconds in which what is to be there still is asked for.
LOOKING = 40.0
# Well is a server that answers "hello" in so many seconds.
WELL = 1.0


class Target:
    """The server of ours that is attacked, with the proxy in front of it."""

    def __init__(self, folder: Path) -> None:
        # Its webhooks are open, as where phone companies deliver.
        self.bot = Bot(1, folder, PhoneCompany().environment)
        public = front("haproxy", folder, [self.bot.port])
        self.front = public.service
        self.address = f"http://{LOOPBACK}:{self.bot.port}"
        database = folder / "data" / "conversations.db"
        ways = (
            Door(DIRECT, self.address, LOOPBACK, self.bot.port, self.bot.port, None, database),
            Door(
                PROXY,
                f"https://{LOOPBACK}:{public.tls}",
                LOOPBACK,
                public.tls,
                public.plain,
                public.certificate,
                database,
            ),
        )
        self.doors = {door.name: door for door in ways}

    def start(self) -> None:
        """Start both, and wait until the proxy passes on what comes."""
        self.bot.start()
        self.front.start()
        self._let_in()

    def stop(self) -> None:
        """End both."""
        self.front.stop()
        self.bot.stop()

    def anew(self) -> None:
        """Another process for the next attack: this one is dead, or would let others pay for what was done to it."""
        self.bot.kill()
        self.bot.start()
        self._let_in()

    def _let_in(self) -> None:
        """Wait until the proxy has seen that the server is there.

        Raises:
            ClusterError: it does not.
        """
        door, deadline = self.doors[PROXY], time.monotonic() + RECOVERY
        while time.monotonic() < deadline:
            with contextlib.suppress(OSError), urllib.request.urlopen(f"{door.address}/health", context=door.tls()):
                return
            time.sleep(0.2)
        raise ClusterError("The proxy does not pass on what comes.")

    def lives(self) -> bool:
        """Whether its process is there."""
        return self.bot.process is not None and self.bot.process.poll() is None

    def recovers(self) -> bool:
        """Wait until it is as quick as before, for some seconds at most; returns whether it is."""
        deadline = time.monotonic() + RECOVERY
        while self.lives() and time.monotonic() < deadline:
            began = time.monotonic()
            try:
                ask_rest(self.address, "hello", "somebody else")
                if time.monotonic() - began < WELL:
                    return True
            except OSError:
                time.sleep(0.2)
        return False


class Siege:
    """All attacks on one target, one after the other."""

    def __init__(self, target: Target, pool: ProcessPoolExecutor, *, short: bool) -> None:
        self._target, self._pool, self._short = target, pool, short
        self._numbers = itertools.count(step=50)
        self.runs: list[Run] = []
        self.left_out: list[str] = []

    async def lay(self, attacks: Sequence[Attack]) -> None:
        """Run every attack through its doors, and a ward through each."""
        until, known = time.monotonic() + LONGEST, await self._calm()
        for name in (PROXY,) if self._short else (PROXY, DIRECT):
            await self._ward(self._target.doors[name], known)
        for attack in attacks:
            for name in attack.doors[:1] if self._short else attack.doors:
                if time.monotonic() > until:
                    self.left_out.append(f"{attack.name} ({name})")
                    continue
                run = await self._one(attack, self._target.doors[name], known)
                # The next attack is not to answer for this one.
                if "memory" in run.missed or not run.alive or run.lost:
                    await self._here(self._target.anew)
                if run.lost:
                    known = await self._calm()

    async def _calm(self) -> Calm:
        return await calm(self._target.doors[DIRECT], self._target.address)

    async def _ward(self, door: Door, known: Calm) -> None:
        before = waited(self._group)
        with MemoryWatch(self._group) as memory:
            cards, answers = await ward(door, known)
        run = Run("nobody: a ward of 50", door.name, None, cards, answers, memory.most)
        self._note(replace(run, waited=waited(self._group) - before, load=os.getloadavg()[0]))

    async def _one(self, attack: Attack, door: Door, known: Calm) -> Run:
        seconds = attack.short if self._short else attack.seconds
        ready = await self._aside(prepare, attack.key, door, known.marks)
        await self._here(self._target.recovers)
        async with Others(door, known, self._target.address, next(self._numbers)) as others:
            await others.come()
            before = waited(self._group)
            with MemoryWatch(self._group) as memory:
                striking = self._aside(strike, attack.key, door, known.marks, ready, seconds, seconds + GRACE)
                cards, answers = await others.meanwhile(seconds)
                loot = await striking
                alive = await self._here(self._target.recovers)
            waiting = waited(self._group) - before if self._target.lives() else 0.0
            lost = await self._lost(others)
        run = Run(
            attack.name,
            door.name,
            loot,
            [*cards, *loot.cards],
            answers,
            memory.most,
            lost,
            alive,
            waiting,
            os.getloadavg()[0],
        )
        self._note(run)
        return run

    async def _lost(self, others: Others) -> list[str]:
        if not self._target.lives():
            return ["what the process held in memory"]
        try:
            return await asyncio.wait_for(others.afterwards(), LOOKING)
        except asyncio.TimeoutError:
            return ["what could not be asked for in time"]

    @property
    def _group(self) -> int:
        assert self._target.bot.process is not None
        return self._target.bot.process.pid

    def _note(self, run: Run) -> None:
        self.runs.append(run)
        print(f"  {run.line}", flush=True)

    def _aside(self, work: Any, *arguments: Any) -> Any:
        return asyncio.get_running_loop().run_in_executor(self._pool, work, *arguments)

    async def _here(self, work: Any) -> Any:
        return await asyncio.get_running_loop().run_in_executor(None, work)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, write the section, say what is wrong. Returns the exit status: 0, 1 for what was missed, 2 for no server."""
    keys = [attack.key for attack in ATTACKS]
    parser = argparse.ArgumentParser(prog="cluster.attacks", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--report", type=Path, help="the page of which a section is written; none: it is only printed")
    parser.add_argument("--short", action="store_true", help="each attack once, for a shorter time")
    parser.add_argument("--only", nargs="+", choices=keys, default=keys, metavar="KEY", help=", ".join(keys))
    options = parser.parse_args(arguments)
    end_servers_when_told()
    began = time.monotonic()
    try:
        ensure(["haproxy"])
        siege, logs = _besiege([attack for attack in ATTACKS if attack.key in options.only], short=options.short)
    except ClusterError as error:
        print(f"cluster: {error}", file=sys.stderr)
        return 2
    text = section(siege.runs, siege.left_out, time.monotonic() - began)
    print(text)
    if options.report:
        page = options.report.read_text(encoding="utf-8") if options.report.exists() else "# Faults\n"
        options.report.write_text(with_section(page, SECTION, text), encoding="utf-8")
    return _verdict(siege, logs)


def _besiege(attacks: Sequence[Attack], *, short: bool) -> tuple[Siege, str]:
    with tempfile.TemporaryDirectory(prefix="b12guide-attacks-") as name:
        folder = Path(name)
        target = Target(folder)
        try:
            target.start()
            print(f"{len(attacks)} attacks (about {2 if short else 5} minutes) ...", flush=True)
            spawn = multiprocessing.get_context("spawn")
            # A stranger would work on another machine: here, everybody else's work comes first.
            with ProcessPoolExecutor(1, mp_context=spawn, initializer=os.nice, initargs=(10,)) as pool:
                siege = Siege(target, pool, short=short)
                asyncio.run(siege.lay(attacks))
            return siege, target.bot.log.read_text(errors="replace")[-3000:]
        finally:
            target.stop()


def _verdict(siege: Siege, logs: str) -> int:
    missed = [run for run in siege.runs if run.missed]
    if not missed and not siege.left_out:
        print(f"Passed: {len(siege.runs)} runs, every warning sign of others answered within a second.")
        return 0
    print(logs, file=sys.stderr)
    # Last, where whoever sees no more than the end of it looks.
    for run in missed:
        for problem in run.problems[:10]:
            print(f"{run.attack}, {run.door}: {problem}", file=sys.stderr)
        print(f"Missed: {', '.join(run.missed)}: {run.line}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
