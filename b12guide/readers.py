"""Readings that may take long, in processes of their own: the rules and the plan grammar over a long text.

A thread cannot be stopped, and threads share the interpreter. So one process, forked before Rasa is imported, stands
ready with rules and grammar loaded and forks again for each text. The copy reads, answers and ends; the system ends it
where it takes more processor time than it has. Nothing is started anew after that, and memory is shared
(docs/decisions/0014-reading-off-the-loop.md).
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import json
import logging
import os
import signal
import socket
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any, NoReturn

from b12guide import metrics, plan, shared
from b12guide.places import BusyError, Places
from b12guide.safety import Sign, Triage

logger = logging.getLogger(__name__)
# Characters up to which a text is read where it is: that takes a few milliseconds, less than another process.
SHORT = 400
# Texts read at once: the machine is to have room for everything else. How many one sender may have waiting.
AT_ONCE, WAITING_EACH = 2, 16
# Seconds after which nobody waits for a reading any more, however busy the machine is.
PATIENCE = 2.0
LARGEST_PIECE = 65_536
# How far behind other work the system puts what is not first (`nice`).
BEHIND = 10
# What a reader says as soon as it has a line.
TAKEN = b"+"


@dataclass(frozen=True)
class Job:
    """A reading of a text: its result as JSON, and the seconds of processor time that it has."""

    read: Callable[[str], Any]
    seconds: float


def _signs(text: str) -> dict[str, Any]:
    return asdict(shared.detector().triage(text))


def _plan(text: str) -> bool:
    plan.about(text)
    plan.states_plan(text)
    return True


SIGNS, PLAN = "signs", "plan"
JOBS: Mapping[str, Job] = {SIGNS: Job(_signs, 0.5), PLAN: Job(_plan, 0.25)}


class Readers:
    """The process that stands ready, and those who wait for it."""

    def __init__(self, jobs: Mapping[str, Job] = JOBS, *, patience: float | None = None) -> None:
        """`patience`: seconds after which nobody waits any more, `PATIENCE` by default."""
        self._jobs, self._patience = jobs, patience
        self._places = Places(AT_ONCE, WAITING_EACH)
        self._control: socket.socket | None = None
        self.pid: int | None = None

    async def signs(self, text: str, lane: str, *, first: bool = True) -> Triage | None:
        """What the rules see in `text`; None where they could not read it in time.

        Args:
            lane: whose text it is. Of those who wait each has its turn.
            first: it is read before all that is not, and not behind the rest of the machine's work. False where its
                sender sends too much.
        """
        found = await self._ask(SIGNS, text, lane, first=first)
        if found is None:
            return None
        return Triage(**{**found, "signs": [Sign(**sign) for sign in found["signs"]]})

    async def plain_to_the_plan(self, text: str, lane: str) -> bool:
        """Whether the plan grammar gets through `text` in the time that it has."""
        return await self._ask(PLAN, text, lane, first=False) is True

    def start(self) -> None:
        """Load what is needed, and fork. Best called while there is one thread and little else in memory.

        Raises: OSError: the system has no room for another process.
        """
        shared.detector()
        shared.triage("ready")
        plan.about("ready")
        ours, theirs = socket.socketpair()
        # What both have is not looked through by the collector, and so stays in memory once.
        gc.collect()
        gc.freeze()
        pid = os.fork()
        if pid == 0:
            _stand_ready(theirs, self._jobs)
        theirs.close()
        ours.setblocking(False)
        self._control, self.pid = ours, pid

    def stop(self) -> None:
        """Let the process end."""
        if self._control is not None:
            self._control.close()
            self._control = None
        if self.pid is not None:
            with contextlib.suppress(ChildProcessError):
                os.waitpid(self.pid, os.WNOHANG)
            self.pid = None

    @property
    def ready(self) -> bool:
        """Whether it was started, and not stopped."""
        return self._control is not None

    async def _ask(self, job: str, text: str, lane: str, *, first: bool) -> Any:
        try:
            return await asyncio.wait_for(self._answer(job, text, lane, first=first), self._patience or PATIENCE)
        except (asyncio.TimeoutError, BusyError, ValueError) as error:
            # What somebody wrote, or how many did: nothing here is broken.
            logger.warning("A long text was not read (%s): %s", job, type(error).__name__)
        except OSError as error:
            logger.error("The process that reads long texts cannot be used: %s", type(error).__name__)
        metrics.failed("readers")
        return None

    async def _answer(self, job: str, text: str, lane: str, *, first: bool) -> Any:
        async with self._places.of(lane, first=first):
            question = [job, text, 0 if first else BEHIND]
            answer = await self._exchange(question)
            if not answer:
                # Nobody took it: the process is gone, and the next question is to another.
                self.stop()
                answer = await self._exchange(question)
        # Only taken where the reader was ended, or ended itself.
        return json.loads(answer.removeprefix(TAKEN))

    async def _exchange(self, question: list[Any]) -> bytes:
        """What came back; nothing where nobody took the question."""
        answer = bytearray()
        ours, theirs = socket.socketpair()
        with ours:
            with theirs:
                self._hand_over(theirs)
            ours.setblocking(False)
            loop = asyncio.get_running_loop()
            with contextlib.suppress(ConnectionError):
                await loop.sock_sendall(ours, json.dumps(question).encode())
                ours.shutdown(socket.SHUT_WR)
                while piece := await loop.sock_recv(ours, LARGEST_PIECE):
                    answer += piece
        return bytes(answer)

    def _hand_over(self, line: socket.socket) -> None:
        """Give one end of a line to the process."""
        if self._control is None:
            self.start()
        assert self._control is not None
        with contextlib.suppress(ConnectionError):
            socket.send_fds(self._control, [b"."], [line.fileno()])


def _stand_ready(control: socket.socket, jobs: Mapping[str, Job]) -> NoReturn:
    """Fork for each line that comes, until the server is gone."""
    try:
        # The server decides when it ends, also where a signal is sent to all of its processes.
        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, signal.SIG_IGN)
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)
        # Connections of people are the server's alone: held here, they would not end when it ends them.
        os.closerange(3, control.fileno())
        os.closerange(control.fileno() + 1, os.sysconf("SC_OPEN_MAX"))
        control.setblocking(True)
        while True:
            word, lines, _, _ = socket.recv_fds(control, 1, 1)
            if not word:
                break
            with contextlib.suppress(OSError):
                if os.fork() == 0:
                    _read(lines[0], jobs)
            os.close(lines[0])
    finally:
        os._exit(0)


def _read(line: int, jobs: Mapping[str, Job]) -> NoReturn:
    """Read one text, and end."""
    try:
        with socket.socket(fileno=line) as theirs:
            theirs.sendall(TAKEN)
            asked = bytearray()
            while piece := theirs.recv(LARGEST_PIECE):
                asked += piece
            name, text, nice = json.loads(asked)
            os.nice(nice)
            signal.signal(signal.SIGPROF, signal.SIG_DFL)
            signal.setitimer(signal.ITIMER_PROF, jobs[name].seconds)
            theirs.sendall(json.dumps(jobs[name].read(text)).encode())
    finally:
        os._exit(0)


@lru_cache(maxsize=1)
def readers() -> Readers:
    """The readers of the process."""
    return Readers()
