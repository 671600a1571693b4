"""How fast one conversation may go. What is too fast is still read for warning signs, and answered if it has one."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from contextvars import ContextVar

# Nobody types a message a second for a minute.
AT_ONCE, A_SECOND = 60, 1.0
REMEMBERED = 10_000
# Set by the proxy on requests of an address that sends far more than people do (`deploy/haproxy.cfg`).
OVER_LIMIT_HEADER = "x-b12guide-over-limit"
over_limit: ContextVar[bool] = ContextVar("over_limit", default=False)


class Buckets:
    """A bucket of `at_once` for each name, filled again by `a_second`."""

    def __init__(self, at_once: float, a_second: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._at_once, self._a_second, self._clock = at_once, a_second, clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, name: str, much: float) -> bool:
        """Take so much from a bucket, if it holds that."""
        now = self._clock()
        left, before = self._buckets.get(name, (float(self._at_once), now))
        left = min(float(self._at_once), left + (now - before) * self._a_second)
        taken = left >= much
        self._buckets[name] = (left - much if taken else left, now)
        self._buckets.move_to_end(name)
        while len(self._buckets) > REMEMBERED:
            self._buckets.popitem(last=False)
        return taken


class Pace:
    """A bucket of `at_once` messages for each conversation, filled again by `a_second`."""

    def __init__(
        self, at_once: int = AT_ONCE, a_second: float = A_SECOND, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._buckets = Buckets(at_once, a_second, clock)

    def allows(self, conversation: str) -> bool:
        """Whether one more message is let through now; takes it from the bucket."""
        return not over_limit.get() and self._buckets.take(conversation, 1)
