"""The page on capacity tells what was measured, and whether the goal was met."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cluster.capacity_page import Figures, Load, page

LOAD = Load(
    servers=2, rate=50.0, p50=20.0, p95=40.0, p99=80.0, cores=0.75, writers=0.08, rest=0.1, memory=400, failed=0
)
FIGURES = Figures([LOAD] * 3, [LOAD] * 3, [LOAD] * 2, 6000.0, [0.001, 0.001, 0.2])


@pytest.mark.parametrize(
    ("load", "told"),
    [
        (LOAD, "on two cores: met (40 ms)"),
        (replace(LOAD, p95=50.0), "on two cores: **missed** (50 ms)"),
        (replace(LOAD, rate=40.0), "on two cores: **missed** (40 ms)"),
    ],
)
def test_the_goal_is_told_as_it_was_met(load: Load, told: str) -> None:
    """It counts at 50 messages a second with the disk, and not where fewer than that were answered."""
    assert told in page(replace(FIGURES, at=[LOAD, load, LOAD]))


def test_the_disk_is_told_beside_it() -> None:
    """How long the disk took is there, and the figures without it where there are any."""
    text = page(FIGURES)
    assert "took 1.0 ms to write 8 kB for good (p50; p95 200 ms,\nat most 200 ms)" in text
    assert "the goal is met (40 ms):" in text
    assert "in memory" not in page(replace(FIGURES, in_memory=[]))


def test_needs_follow_from_the_cost_of_a_message() -> None:
    """0.75 cores for 50 messages a second are 15 ms each, so one core answers 66, and half of that is planned for."""
    text = page(FIGURES)
    assert "One message costs a server 15.0 ms of processor time, so one core answers 67 a second." in text
    assert "| a clinic | 2,000 | 0.06 | 1 |" in text
    assert "| a country | 2,000,000 | 55.56 | 2 |" in text
