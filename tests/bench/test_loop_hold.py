"""How long work holds the loop is told rightly."""

from __future__ import annotations

import asyncio
import time

from bench.loop_hold import longest_hold


def test_the_longest_stretch_of_work_counts() -> None:
    """Work in two stretches holds the loop for the longer one; what comes of it is returned."""

    def busy(seconds: float) -> None:
        until = time.process_time() + seconds
        while time.process_time() < until:
            pass

    async def work() -> str:
        busy(0.02)
        await asyncio.sleep(0.002)
        busy(0.05)
        return "done"

    found, held = asyncio.run(longest_hold(work()))
    assert found == "done"
    assert held >= 50


def test_waiting_holds_nothing() -> None:
    """Time in which nothing is worked on is nobody's."""
    _, held = asyncio.run(longest_hold(asyncio.sleep(0.1)))
    assert held < 100
