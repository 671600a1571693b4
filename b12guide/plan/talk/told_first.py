"""What is said first of a plan that was told and read back: what is different of it, and what was asked beside it."""

from __future__ import annotations

from dataclasses import replace

from ..model import full_date
from ..wording import phase_words
from .feast_weekend import FeastWeekend, feast_weekend
from .lateness import Lateness
from .outcome import Outcome, Who
from .state import CONFIRM, State
from .templates import Wording


def feast_first(outcome: Outcome, text: str, who: Who, wording: Wording) -> Outcome:
    """The plan that was told and read back, with the answer whether one is on the weekend of a holiday before it."""
    state = State.from_json(outcome.state)
    if state.about != CONFIRM or not state.ready(who.today) or feast_weekend(text, who.today, who.country) is None:
        return outcome
    lines = FeastWeekend(state, who.today, wording, who.country).feast_weekend(text)
    return replace(outcome, bubbles=("\n".join([*lines, outcome.bubbles[0]]), *outcome.bubbles[1:]))


def late_first(outcome: Outcome, late: str, who: Who, wording: Wording) -> Outcome:
    """The plan that was told and read back, with the answer whether one is late before it; behind a day that the
    clinic set, how far that is from the plan's own."""
    state = State.from_json(outcome.state)
    if late == "off" and state.about is None and state.booked is not None and state.ready(who.today):
        lines = Lateness(state, who.today, wording, who.country).how_far_booked()
        return replace(outcome, bubbles=("\n".join([outcome.bubbles[0], *lines]), *outcome.bubbles[1:]))
    if state.about != CONFIRM or not state.ready(who.today):
        return outcome
    lines = Lateness(state, who.today, wording, who.country).late_first(late)
    return replace(outcome, bubbles=("\n".join([*lines, outcome.bubbles[0]]), *outcome.bubbles[1:]))


def as_change(before: State, outcome: Outcome, wording: Wording) -> Outcome:
    """The outcome, with what is different of a plan that was kept said first."""
    now = State.from_json(outcome.state)
    if now.taken_out != before.taken_out or not before.confirmed or now.confirmed or now.about != CONFIRM:
        return outcome
    told, tells = _told(before), _told(now)
    if told is None or tells is None:
        return outcome
    lines = [wording("changed", old=old, new=new) for old, new in zip(told, tells, strict=True) if old != new]
    # A later date with another plan is a dose more, not one put right.
    if len(lines) != 1:
        return outcome
    return replace(outcome, bubbles=("\n".join([*lines, outcome.bubbles[0]]), *outcome.bubbles[1:]))


def _told(state: State) -> tuple[str, str] | None:
    """How often they are and when the last one was; None of a plan of several parts, or from its first one."""
    if len(state.phases) != 1 or state.anchor is None or state.anchor.kind != "last":
        return None
    return phase_words(state.phases[0]), full_date(state.anchor.date)
