"""The other readers of plans run in an environment of their own, wherever uv is."""

from __future__ import annotations

import subprocess
from types import SimpleNamespace

import pytest

from bench import plans, project
from bench.server import BenchError


def test_they_run_with_the_uv_of_the_project(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a machine without uv of its own, the one that `make` fetched starts them."""
    started: list[list[str]] = []

    def run(command: list[str], **_: object) -> SimpleNamespace:
        started.append(command)
        return SimpleNamespace(returncode=0, stdout="{}")

    monkeypatch.setattr(project, "find_uv", lambda: "fetched/uv")
    monkeypatch.setattr(subprocess, "run", run)
    assert plans.others([]) == {}
    assert started[0][:2] == ["fetched/uv", "run"]


def test_without_uv_the_way_out_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command ends with one line that says what to do."""

    def missing() -> str:
        raise BenchError("uv is missing: run `make setup` first")

    monkeypatch.setattr(project, "find_uv", missing)
    with pytest.raises(SystemExit, match="run `make setup` first"):
        plans.others([])
