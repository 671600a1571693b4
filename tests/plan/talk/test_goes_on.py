"""The last part of a plan that has no end after all."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.model import Anchor, Phase
from b12guide.plan.reading.reader import read
from b12guide.plan.talk.goes_on import goes_on
from b12guide.plan.talk.outcome import Who
from b12guide.plan.talk.state import State

TODAY = date(2026, 12, 11)
WHO = Who(TODAY)
ENDED = State(
    phases=(
        Phase("loading", 3, 1, "wk", duration=2, duration_unit="wk"),
        Phase("loading", 1, 12, "wk", duration=2, duration_unit="wk"),
    ),
    anchor=Anchor("first", date(2026, 12, 14)),
)


@pytest.mark.parametrize(
    "text",
    [
        "nah mate not for 2 weeks, its 12 weekly after that and just carries on, nobody said it stops",
        "no that's still wrong. after the 6 its one every 12 weeks, ongoing",
        "it never ends",
        "the last part goes on, there's no end date",
    ],
)
def test_the_last_part_goes_on(text: str) -> None:
    """The parts before it stay; the last one has no end."""
    words = goes_on(text, ENDED, WHO)
    assert words is not None
    found = read(words, today=TODAY).phases
    assert [(p.frequency, p.period, p.unit, p.bounded) for p in found] == [(3, 1, "wk", True), (1, 12, "wk", False)]


@pytest.mark.parametrize(
    "text",
    [
        "does it carry on after that?",
        "the tingling is ongoing",
        "it carries on until March",
        "it goes on every 8 weeks",
        "the nurse goes on about my diet",
        "it is for 2 weeks",
    ],
)
def test_what_says_no_such_thing_changes_nothing(text: str) -> None:
    """A question, something else that goes on, another end, another gap."""
    assert goes_on(text, ENDED, WHO) is None


def test_a_plan_without_an_end_has_none_taken() -> None:
    """There is nothing to change."""
    assert goes_on("it just carries on", State(phases=(Phase("maintenance", 1, 12, "wk"),)), WHO) is None
