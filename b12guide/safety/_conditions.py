"""Which conditions are met by the findings that are there, without trying those of which none is.

A finding is a number, its place among all, and a set of findings is a whole number with a bit for each.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from ._rules import Condition

Of = TypeVar("Of")


class Needs(NamedTuple):
    """A condition. `groups`: the findings of each in their order; `choices`: the same as sets. `unless`: those that may
    not be there. `looked_at`: all of these."""

    groups: tuple[tuple[int, ...], ...]
    choices: tuple[int, ...]
    unless: int
    looked_at: int

    def met(self, there: int) -> list[int] | None:
        """The findings by which it is met, one for each of its groups; None where it is not."""
        for choice in self.choices:
            if not choice & there:
                return None
        if self.unless & there:
            return None
        return [next(one for one in group if there >> one & 1) for group in self.groups]


def set_of(findings: Iterable[int]) -> int:
    """The findings as a set."""
    found = 0
    for one in findings:
        found |= 1 << one
    return found


class Conditions(Generic[Of]):
    """Conditions, each with what it is one of: a message has few findings, and most conditions need another one."""

    def __init__(self, conditions: Sequence[tuple[Of, Condition]], places: Mapping[str, int]) -> None:
        """Args: places: of each finding its number, by its name."""
        self._conditions: list[tuple[Of, Needs]] = []
        self._by_finding: dict[int, list[int]] = {}
        for place, (of, condition) in enumerate(conditions):
            groups = tuple(tuple(places[name] for name in group) for group in condition.groups)
            choices = tuple(map(set_of, groups))
            unless = set_of(places[name] for name in condition.unless)
            looked_at = unless
            for choice in choices:
                looked_at |= choice
            self._conditions.append((of, Needs(groups, choices, unless, looked_at)))
            for finding in dict.fromkeys(min(groups, key=lambda group: len(set(group)))):
                self._by_finding.setdefault(finding, []).append(place)
        self._needs_by_finding = {
            finding: [self._conditions[place][1] for place in found] for finding, found in self._by_finding.items()
        }

    def possible(self, there: Iterable[int]) -> list[tuple[Of, Needs]]:
        """Those of which one group at least has a finding that is `there`, in their order."""
        places: set[int] = set()
        for finding in there:
            places.update(self._by_finding.get(finding, ()))
        return [self._conditions[place] for place in sorted(places)]

    def bearing(self, there: Iterable[int]) -> int:
        """The findings that the conditions look at which could be met were all of `there` found: no other matters."""
        findings = set_of(there)
        bearing = 0
        for finding in there:
            for needs in self._needs_by_finding.get(finding, ()):
                for choice in needs.choices:
                    if not choice & findings:
                        break
                else:
                    bearing |= needs.looked_at
        return bearing
