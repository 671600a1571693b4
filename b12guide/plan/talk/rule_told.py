"""Where a day goes on which the clinic is closed, told of a known plan: "if it's a Sunday they do the Monday"."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Phase
from ..reading.closed_rule import closed_rule, with_rule
from ..reading.reader import states_plan
from .message import Said
from .move_words import FILLERS, MENDING, PREAMBLE, YES
from .state import State


@dataclass(frozen=True)
class Rule:
    """`phases`: the plan with the rule; `rest`: the message without it; `more`: whether that says more."""

    phases: tuple[Phase, ...]
    rest: str
    more: bool


def told_rule(text: str, state: State, country: str | None) -> Rule | None:
    """The rule that a message tells of the plan of `state`; None where there is none, or the plan is told with it."""
    found = closed_rule(text, country) if state.phases else None
    if found is None or states_plan(found[1]):
        return None
    phases = with_rule(state.phases, found[0])
    said = Said.of(found[1])
    more = bool(said.left(YES.spans(said), FILLERS | PREAMBLE | MENDING))
    return Rule(phases, found[1], more) if phases != state.phases or more else None
