"""Which conditions are met by the findings that are there, without trying those of which none is.

A finding is a number, its place among all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Generic, NamedTuple, TypeVar

from ._rules import Condition

Of = TypeVar("Of")


class Needs(NamedTuple):
    """A condition. `groups`: the findings of each in their order; `choices`: the same as sets. `unless`: those that may
    not be there. `looked_at`: all of these."""

    groups: tuple[tuple[int, ...], ...]
    choices: tuple[frozenset[int], ...]
    unless: frozenset[int]
    looked_at: frozenset[int]

    def met(self, there: AbstractSet[int]) -> list[int] | None:
        """The findings by which it is met, one for each of its groups; None where it is not."""
        for choice in self.choices:
            if choice.isdisjoint(there):
                return None
        if not self.unless.isdisjoint(there):
            return None
        found: list[int] = []
        for group in self.groups:
            for one in group:
                if one in there:
                    found.append(one)
                    break
        return found


class Conditions(Generic[Of]):
    """Conditions, each with what it is one of: a message has few findings, and most conditions need another one."""

    def __init__(self, conditions: Sequence[tuple[Of, Condition]], places: Mapping[str, int]) -> None:
        """Args: places: of each finding its number, by its name."""
        self._conditions: list[tuple[Of, Needs]] = []
        self._by_finding: dict[int, list[int]] = {}
        for place, (of, condition) in enumerate(conditions):
            groups = tuple(tuple(places[name] for name in group) for group in condition.groups)
            choices = tuple(map(frozenset, groups))
            unless = frozenset(places[name] for name in condition.unless)
            self._conditions.append((of, Needs(groups, choices, unless, unless.union(*choices))))
            for finding in min(choices, key=len):
                self._by_finding.setdefault(finding, []).append(place)
        # Of each finding, what the conditions look at that it could meet alone, and of those that it is the rarest
        # group of, the other groups, each with what the condition looks at.
        self._alone: dict[int, frozenset[int]] = {}
        self._with_others: dict[int, list[tuple[list[frozenset[int]], frozenset[int]]]] = {}
        for finding, found in self._by_finding.items():
            for needs in (self._conditions[place][1] for place in found):
                _, *others = sorted(needs.choices, key=len)
                if others:
                    self._with_others.setdefault(finding, []).append((others, needs.looked_at))
                else:
                    self._alone[finding] = self._alone.get(finding, frozenset()) | needs.looked_at

    def possible(self, there: AbstractSet[int]) -> list[tuple[Of, Needs]]:
        """Those of which one group at least has a finding that is `there`, in their order."""
        by_finding = self._by_finding
        places = set[int]().union(*[by_finding[finding] for finding in by_finding.keys() & there])
        return [self._conditions[place] for place in sorted(places)]

    def bearing(self, there: AbstractSet[int]) -> set[int]:
        """The findings that the conditions look at which could be met were all of `there` found: no other matters."""
        alone = self._alone
        bearing = set[int]().union(*[alone[finding] for finding in alone.keys() & there])
        for finding in self._with_others.keys() & there:
            for others, looked_at in self._with_others[finding]:
                for choice in others:
                    if choice.isdisjoint(there):
                        break
                else:
                    bearing |= looked_at
        return bearing
