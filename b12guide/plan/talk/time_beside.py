"""The time of the day that is told with a day which the clinic set: the day is kept and the time is not, which is said
once, and again to whoever asks for it to be kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from .clock_times import tells_clock, wants_time
from .outcome import Outcome
from .state import State
from .templates import Wording


def with_time_said(kept: Mapping[str, Any] | None, text: str, outcome: Outcome, wording: Wording) -> Outcome:
    """The outcome of a message, with that the time is not kept, where that tells one with a day that was set.

    Args:
        kept: the state before the message.
        text: the message as it was sent.
    """
    before = State.from_json(kept)
    if outcome.state is None or not outcome.bubbles:
        return outcome
    after = State.from_json(outcome.state)
    again = wants_time(text) and (after.booked is not None or _moved(after))
    set_now = after.booked not in (None, before.booked) or _moved(after) != _moved(before)
    told = tells_clock(text) and set_now and not after.time_said
    line = wording("booked_time")
    if not (again or told) or any(line in bubble for bubble in outcome.bubbles):
        return outcome
    after.time_said = True
    first, *rest = outcome.bubbles[0].split("\n")
    return replace(outcome, state=after.to_json(), bubbles=("\n".join([first, line, *rest]), *outcome.bubbles[1:]))


def _moved(state: State) -> tuple[object, ...]:
    return state.anchor.moved if state.anchor is not None else ()
