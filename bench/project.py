"""This project as the benchmarks see it: started with `make run`, trained with `make train`."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import yaml

from bench.server import BenchError, Launch, run_timed

NAME = "B12 Guide"
ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache" / "bench"
MESSAGES = ROOT / "bench" / "messages.txt"


def launch() -> Launch:
    """How to start the project's server, with a store of conversations of its own that begins empty.

    The same command sets it up and trains it where that is missing.
    """
    shutil.rmtree(CACHE / "var", ignore_errors=True)
    env = {"B12GUIDE_DATA": str(CACHE / "var"), "B12GUIDE_DATABASE": ""}
    return Launch(NAME, lambda port: ["make", "run", f"PORT={port}"], ROOT, CACHE / "server.log", env)


def train() -> float:
    """Train the project's model anew, beside the one that `make run` uses, and return the seconds it took."""
    shutil.rmtree(CACHE / "models", ignore_errors=True)
    command = [sys.executable, "-m", "rasa", "train", "--force", "--out", str(CACHE / "models")]
    env = {"RASA_TELEMETRY_ENABLED": "false", "RASA_CACHE_DIRECTORY": str(CACHE / "rasa")}
    return run_timed(f"training {NAME}", command, ROOT, CACHE / "training.log", env)


def find_uv() -> str:
    """Return uv's path: from PATH, else the one that `make setup` fetched. Raises BenchError when there is neither."""
    own = ROOT / ".cache" / "uv" / "bin" / "uv"
    found = shutil.which("uv") or (str(own) if os.access(own, os.X_OK) else None)
    if not found:
        raise BenchError("uv is neither on PATH nor in .cache/uv/bin: run `make setup` first")
    return found


def short_answers(folder: Path = ROOT / "content" / "topics") -> dict[str, str]:
    """Read the short answer of every topic, by topic id (the name of its file)."""
    answers = {}
    for path in sorted(folder.glob("*.yml")):
        topic = yaml.safe_load(path.read_text(encoding="utf-8"))
        if isinstance(topic, dict) and isinstance(topic.get("short"), str):
            answers[path.stem] = topic["short"].strip()
    return answers
