"""The patterns of findings, and by which of its matches a finding is there the most."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ._context import Manner, MessageContext, Status
from ._patterns import Pattern
from ._rules import Finding

_MATCHES_EACH = 40


class Hit(NamedTuple):
    """Where a finding was found, and in which context."""

    start: int
    end: int
    status: Status


class Sought(NamedTuple):
    """A pattern, the number of the finding that it is one of, and what of the finding tells how a match counts."""

    pattern: Pattern
    finding: int
    manner: Manner
    always: frozenset[str]
    always_there: bool
    only_with: tuple[int, ...]


def sought_of(finding: Finding, places: Mapping[str, int]) -> Iterator[Sought]:
    manner = Manner(finding.lasting, finding.named, finding.steady is not None, finding.treated is not None)
    only_with = tuple(places[name] for name in sorted(finding.only_with))
    for one in finding.patterns:
        yield Sought(one, places[finding.name], manner, finding.always, finding.always_there, only_with)


def best_of(
    sought: Sought, first: re.Match[str], last: int, codes: str, context: MessageContext, known: Hit | None
) -> Hit:
    """Of the matches from the `first` on up to the place `last`, and what is `known`, the one by which a finding is
    there the most."""
    best = known
    match: re.Match[str] | None = first
    count = 0
    while match:
        start, end = match.span()
        if sought.always_there:
            return Hit(start, end, "present")
        status = context.status(match.regs, sought.manner)
        if status == "present" or status in sought.always:
            return Hit(start, end, "present")
        # What is steady is there after all, what is denied or over is not.
        if best is None or (status == "steady" and best.status != "present"):
            best = Hit(start, end, status)
        count += 1
        if count > _MATCHES_EACH:
            break
        # A shorter one may begin inside it: "throat at the wedding, tongue swelling".
        match = sought.pattern.regex.search(codes, start + 1, last)
    return best or Hit(*first.span(), "present")
