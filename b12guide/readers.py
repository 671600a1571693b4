"""Rules over a long text, off the event loop: whose text it is waits in turn, and nobody waits for ever.

A thread is enough, since every reader takes a time that grows with the text alone (`tests/bounds`;
`python -m bench.worst_text` searches for the worst): docs/decisions/0015-reading-off-the-loop.md.
"""

from __future__ import annotations

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache

from b12guide import metrics
from b12guide.places import BusyError, Places
from b12guide.safety import Triage
from b12guide.shared import triage

logger = logging.getLogger(__name__)
# Texts read at once, which share the interpreter with everything else, and how many one sender may have waiting.
AT_ONCE, WAITING_EACH = 1, 16
# Seconds after which nobody waits for a reading any more, however busy the machine is.
PATIENCE = 2.0
_POOL = ThreadPoolExecutor(max_workers=AT_ONCE, thread_name_prefix="rules")


class Readers:
    """Those who wait for a long text to be read."""

    def __init__(self, patience: float | None = None) -> None:
        """`patience`: seconds after which nobody waits any more, `PATIENCE` by default."""
        self._patience = patience
        self._places = Places(AT_ONCE, WAITING_EACH)

    async def signs(self, text: str, lane: str, *, first: bool = True) -> Triage | None:
        """What the rules see in `text`; None where they could not read it in time.

        Args:
            lane: whose text it is. Of those who wait each has its turn.
            first: it is read before all that is not. False where its sender sends too much.
        """
        try:
            return await asyncio.wait_for(self._read(text, lane, first=first), self._patience or PATIENCE)
        except (asyncio.TimeoutError, BusyError) as error:
            logger.warning("A long text was not read in time: %s", type(error).__name__)
        metrics.failed("readers")
        return None

    async def _read(self, text: str, lane: str, *, first: bool) -> Triage:
        async with self._places.of(lane, first=first):
            return await asyncio.get_running_loop().run_in_executor(_POOL, triage, text)


@lru_cache(maxsize=1)
def readers() -> Readers:
    """Those of the process."""
    return Readers()
