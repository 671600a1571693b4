"""The server in a process of its own, to be stopped and killed at will."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Counted in looks and not in seconds: a machine that sleeps in between takes nothing away.
LOOKS, PAUSE_SECONDS = 2000, 0.1


class RealServer:
    """`make run` on a free port, with `folder` for its conversations."""

    def __init__(self, folder: Path, port: int | None = None, settings: dict[str, str] | None = None) -> None:
        """`settings` are environment variables beside those of the process."""
        self.folder, self.settings = folder, settings or {}
        self.port = port or _free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self._process: subprocess.Popen[bytes] | None = None

    def begin(self) -> None:
        """Start it and do not wait."""
        environment = {**os.environ, "B12GUIDE_DATA": str(self.folder), "B12GUIDE_ALLOW_TEST_CLOCK": "1"}
        for name in ("B12GUIDE_COUNTRY", "B12GUIDE_TIMEZONE", "B12GUIDE_DATABASE", "B12GUIDE_REDIS"):
            environment.pop(name, None)
        environment.update(self.settings)
        command = [sys.executable, "-m", "b12guide.serve", "--port", str(self.port)]
        with (self.folder / "server.log").open("ab") as log:
            self._process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)

    def start(self) -> None:
        """Start it and wait until it answers.

        Raises:
            RuntimeError: it ended, or does not answer.
        """
        self.begin()
        self.wait()

    def wait(self) -> None:
        """Wait until it answers."""
        assert self._process is not None
        for _ in range(LOOKS):
            if self._process.poll() is not None:
                break
            if self.ready():
                return
            time.sleep(PAUSE_SECONDS)
        raise RuntimeError((self.folder / "server.log").read_text())

    def ready(self) -> bool:
        """Whether it answers now."""
        try:
            with urllib.request.urlopen(f"{self.address}/health", timeout=5) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False

    def freeze(self) -> None:
        """Let it hear and answer nothing from now on, as if it were busy: what is sent to it waits."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def kill(self) -> None:
        """End it at once, in the middle of whatever it does."""
        assert self._process is not None
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()

    def stop(self) -> None:
        """Ask it to end."""
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(20)
            except subprocess.TimeoutExpired:
                self.kill()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
