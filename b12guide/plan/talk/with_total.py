"""How many there are in all, told of a plan that has no end yet: "started Thursday, 7 all up". The plan is said anew
with its end, so that nothing else of it changes."""

from __future__ import annotations

import re
from datetime import date

from ..model import full_date
from ..reading.reader import read
from ..wording import phase_words
from .message import NUMBERS
from .replies import in_all
from .state import CHANGE, CONFIRM, State

_TOTAL = re.compile(
    rf",?\s*(?:\b(?:it'?s|its|that'?s|there(?:'s| are)|only|just|and|but"
    rf"|so)\s+){{0,3}}\b(?:\d{{1,3}}|{'|'.join(NUMBERS)})"
    r" (?:(?:of them|injections?|jabs?|jags?|shots?|doses?|needles?) )?(?:in all|in total|total"
    r"|all ?together|overall|all up"
    r"|all told)\b,?",
    re.I,
)


def with_total(text: str, state: State, today: date) -> str:
    """`text` with the plan and its end in front, in the place of how many there are; as it stands where it tells no
    such number, asks, or the plan has an end."""
    total = in_all(text)
    if total is None or len(state.phases) != 1 or state.about not in (None, "anchor", "date", CONFIRM, CHANGE):
        return text
    phase = state.phases[0]
    if phase.bounded or phase.frequency != 1 or _TOTAL.search(text) is None or "?" in text:
        return text
    rest, anchor = _TOTAL.sub(" ", text, count=1), state.anchor
    if read(rest, today=today).phases or (anchor is not None and (anchor.kind != "last" or anchor.done)):
        return text
    last = f". last one {full_date(anchor.date)}" if anchor is not None and not read(rest, today=today).dates else ""
    return f"{phase_words(phase)} for {total} injections{last}. {rest.strip(' ,.')}"
