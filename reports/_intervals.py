"""Shares with the bounds that a sample of their size allows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from scipy.stats import binomtest

Bounds = Callable[[int, int], tuple[float, float]]


def wilson(hits: int, of: int) -> tuple[float, float]:
    """The 95 % score interval of a share (E. B. Wilson, JASA 22, 1927): honest also at 0 and at 100 %.

    Raises: ValueError where `hits` is not between 0 and `of`, or `of` is 0.
    """
    return _interval(hits, of, "wilson")


def exact(hits: int, of: int) -> tuple[float, float]:
    """The exact 95 % interval of a share (C. J. Clopper and E. S. Pearson, Biometrika 26, 1934): never too narrow.

    Raises: ValueError where `hits` is not between 0 and `of`, or `of` is 0.
    """
    return _interval(hits, of, "exact")


def _interval(hits: int, of: int, method: str) -> tuple[float, float]:
    if of < 1 or not 0 <= hits <= of:
        raise ValueError(f"{hits} of {of} is no share.")
    # At the share itself the test's own p-value, which is not asked for, never underflows.
    interval = binomtest(hits, of, hits / of).proportion_ci(confidence_level=0.95, method=method)
    return float(interval.low), float(interval.high)


@dataclass(frozen=True)
class Share:
    """`hits` of `of` messages, with Wilson's bounds."""

    hits: int
    of: int
    bounds: ClassVar[Bounds] = staticmethod(wilson)

    @property
    def value(self) -> float:
        """The share, 0 to 1; 0 where there is nothing to count."""
        return self.hits / self.of if self.of else 0.0

    def __str__(self) -> str:
        """As "98.3 % (94.2 to 99.5), 119 of 121"."""
        if not self.of:
            return "none"
        low, high = self.bounds(self.hits, self.of)
        return f"{self.value:.1%} ({low * 100:.1f} to {high * 100:.1f}), {self.hits} of {self.of}".replace("%", " %")


class ExactShare(Share):
    """`hits` of `of` messages, with exact bounds."""

    bounds: ClassVar[Bounds] = staticmethod(exact)
