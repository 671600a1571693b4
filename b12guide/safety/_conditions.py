"""Which conditions are met by the findings that are there, without trying those of which none is."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Generic, TypeVar

from ._rules import Condition

Of = TypeVar("Of")


def met(condition: Condition, there: Collection[str]) -> list[str] | None:
    """The findings by which `condition` is met, one for each of its groups; None where it is not."""
    for choices in condition.choices:
        if choices.isdisjoint(there):
            return None
    if not condition.unless.isdisjoint(there):
        return None
    return [next(name for name in group if name in there) for group in condition.groups]


class Conditions(Generic[Of]):
    """Conditions, each with what it is one of: a message has few findings, and most conditions need another one."""

    def __init__(self, conditions: Sequence[tuple[Of, Condition]]) -> None:
        self._conditions = conditions
        self._by_finding: dict[str, list[int]] = {}
        for place, (_, condition) in enumerate(conditions):
            for name in min(condition.choices, key=len):
                self._by_finding.setdefault(name, []).append(place)

    def possible(self, there: Collection[str]) -> list[tuple[Of, Condition]]:
        """Those of which one group at least has a finding that is `there`, in their order."""
        by_finding = self._by_finding
        places = {place for name in by_finding.keys() & there for place in by_finding[name]}
        return [self._conditions[place] for place in sorted(places)]

    def bearing(self, there: Collection[str]) -> set[str]:
        """The findings that the conditions look at which could be met were all of `there` found: no other matters."""
        bearing: set[str] = set()
        for _, condition in self.possible(there):
            for choices in condition.choices:
                if choices.isdisjoint(there):
                    break
            else:
                bearing.update(condition.unless, *condition.choices)
        return bearing
