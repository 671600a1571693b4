"""Servers of the cluster: each a process of its own on the services that they share."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import urllib.request
from collections.abc import Mapping
from pathlib import Path

from cluster.services import LOOPBACK, ROOT, Service, free_port


class Bot(Service):
    """One server, as `python -m b12guide.serve` starts it."""

    def __init__(self, number: int, folder: Path, env: Mapping[str, str]) -> None:
        self.port, self.metrics_port = free_port(), free_port()
        super().__init__(
            f"bot{number}",
            [sys.executable, "-m", "b12guide.serve", "--port", str(self.port)],
            folder,
            ready=self.is_ready,
            env={
                "PYTHONPATH": str(ROOT),
                "B12GUIDE_ROOT": str(ROOT),
                "B12GUIDE_DATA": str(folder / "data"),
                "B12GUIDE_METRICS": f"{LOOPBACK}:{self.metrics_port}",
                "B12GUIDE_LOG": "plain",
                "B12GUIDE_COUNTRY": "GB",
                "B12GUIDE_TIMEZONE": "Europe/London",
                **env,
            },
            patience=180,
            cwd=ROOT,  # where the model finds its encoder
        )

    def is_ready(self) -> bool:
        """Whether it answers people."""
        url = f"http://{LOOPBACK}:{self.port}/ready"
        with contextlib.suppress(OSError), urllib.request.urlopen(url, timeout=2) as answer:
            return bool(answer.status == 200)
        return False

    def held_over(self) -> int:
        """Conversations of this server that wait for the database."""
        url = f"http://{LOOPBACK}:{self.metrics_port}/metrics"
        with contextlib.suppress(OSError), urllib.request.urlopen(url, timeout=5) as answer:
            for line in answer.read().decode().splitlines():
                if line.startswith("b12guide_conversations_held_over "):
                    return int(float(line.split()[1]))
        return 1

    def memory_mb(self) -> float:
        """What it holds in memory, in MB (2**20 bytes)."""
        assert self.process is not None
        command = ["ps", "-o", "rss=", "-p", str(self.process.pid)]
        return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout) / 1024
