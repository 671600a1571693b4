"""Memory that the process took and has no use for any more."""

from __future__ import annotations

import contextlib
import ctypes


def hand_back() -> None:
    """Give the system what the C library keeps of memory that was freed: after loading, some ten MB (glibc alone has
    `malloc_trim`; elsewhere nothing is done)."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
