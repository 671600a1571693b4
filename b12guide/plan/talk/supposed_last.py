"""The day of the last dose where only the first one and how many were had are told: counted, and said to be so."""

from __future__ import annotations

from dataclasses import replace

from ..model import full_date
from ..reading.reader import read
from .outcome import Outcome, Who
from .past import had_so_far
from .state import CONFIRM, State
from .templates import Wording


def with_supposed_last(before: State, text: str, outcome: Outcome, who: Who, wording: Wording) -> Outcome:
    """The outcome of a plan that was just told, with the day that was counted for its last dose, which is asked with
    the rest."""
    state, had = State.from_json(outcome.state), had_so_far(text)
    anchor = state.anchor
    if before.phases or had is None or state.about != CONFIRM or anchor is None or anchor.kind != "last":
        return outcome
    told = {mention.date for mention in read(text, today=who.today, country=who.country).dates}
    if anchor.date in told or anchor.done != had or had < 2 or not told & {dose.day for dose in state.given}:
        return outcome
    first = min(dose.day for dose in state.given)
    line = wording("supposed_last", first=full_date(first), count=had, date=full_date(anchor.date))
    state.notes = [*state.notes, line]
    *lines, asked = outcome.bubbles[0].split("\n")
    return replace(outcome, state=state.to_json(), bubbles=("\n".join([*lines, line, asked]), *outcome.bubbles[1:]))
