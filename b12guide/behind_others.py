"""Starting beside a server that people write to: the long part of the way up leaves the processor to that one."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Callable

# A thread that is as much nicer gets a tenth of a processor for which another process asks, and all of an idle one.
NICER = 10


def behind_others(work: Callable[[], None]) -> None:
    """Do `work`, and wait for it, after whatever else wants the processor.

    On Linux, where each thread has a priority of its own; elsewhere it is done as ever. The process keeps its priority,
    which without rights it could not take back.

    Raises: what `work` raises.
    """
    failed: list[BaseException] = []

    def nicer() -> None:
        with contextlib.suppress(OSError):
            thread = threading.get_native_id()
            os.setpriority(os.PRIO_PROCESS, thread, os.getpriority(os.PRIO_PROCESS, thread) + NICER)
        try:
            work()
        except BaseException as error:
            failed.append(error)

    # Whoever stops the server meanwhile does not wait for it.
    thread = threading.Thread(target=nicer, name="behind others", daemon=True)
    thread.start()
    thread.join()
    if failed:
        raise failed[0]
