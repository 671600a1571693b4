"""Memory that the process took and has no use for any more."""

from __future__ import annotations

import contextlib
import ctypes

# The number of `mallopt` for how many stores the C library may keep, and how many it is given.
_ARENA_MAX, STORES = -8, 2


def few_stores() -> None:
    """Let all threads take memory from two stores: each of its own would keep what it once needed (`mallopt`, glibc
    alone). It counts for threads that start after it."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).mallopt(_ARENA_MAX, STORES)


def hand_back() -> None:
    """Give the system what the C library keeps of memory that was freed: after loading, some ten MB (glibc alone has
    `malloc_trim`; elsewhere nothing is done)."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
