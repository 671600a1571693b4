"""A server that starts beside one that answers people leaves the processor to it."""

from __future__ import annotations

import os
import sys
import threading

import pytest

from b12guide.behind_others import NICER, behind_others


@pytest.mark.skipif(sys.platform != "linux", reason="threads have priorities of their own on Linux alone")
def test_work_comes_after_what_else_wants_the_processor() -> None:
    """It is done at a lower priority, and the process that serves afterwards has its own."""
    own, at_work = os.getpriority(os.PRIO_PROCESS, 0), []
    behind_others(lambda: at_work.append(os.getpriority(os.PRIO_PROCESS, threading.get_native_id())))
    assert at_work == [min(own + NICER, 19)]
    assert os.getpriority(os.PRIO_PROCESS, 0) == own


def test_work_that_fails_stops_the_start() -> None:
    """What fails in it fails for whoever waits, with its own error."""

    def work() -> None:
        raise ModuleNotFoundError("no such part")

    with pytest.raises(ModuleNotFoundError, match="no such part"):
        behind_others(work)
