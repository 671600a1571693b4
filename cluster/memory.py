"""How much memory a server takes, its children with it, and how long it waits for a processor."""

from __future__ import annotations

import contextlib
import threading
from pathlib import Path

EVERY = 0.25


def held_mb(group: int) -> float:
    """Memory of every process of a group in MB (2**20 bytes): pages that several of them share are counted once."""
    kilobytes = 0
    for folder in Path("/proc").iterdir():
        # A process may end while it is looked at.
        with contextlib.suppress(OSError, ValueError):
            if folder.name.isdecimal() and _group_of((folder / "stat").read_text()) == group:
                kilobytes += share_kb((folder / "smaps_rollup").read_text())
    return kilobytes / 1024


def waited(process: int) -> float:
    """Seconds since its start that the first thread of a process was ready and had no processor."""
    return waited_in(Path(f"/proc/{process}/task/{process}/schedstat").read_text())


def waited_in(listing: str) -> float:
    """The same, of what Linux tells in `schedstat`: nanoseconds at work, nanoseconds ready, turns."""
    return int(listing.split()[1]) / 1e9


def share_kb(listing: str) -> int:
    """The proportional share (`Pss`) of a process in kB, of what Linux tells in `smaps_rollup`.

    Raises:
        ValueError: it is not there.
    """
    for line in listing.splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    raise ValueError("no Pss in what was told of memory")


def _group_of(stat: str) -> int:
    return int(stat.rsplit(")", 1)[1].split()[2])


class MemoryWatch:
    """The most that a process group held while this was open."""

    def __init__(self, group: int) -> None:
        self.most = 0.0
        self._group, self._over = group, threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> MemoryWatch:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _run(self) -> None:
        while True:
            self.most = max(self.most, held_mb(self._group))
            if self._over.wait(EVERY):
                return
