"""The dose before the first one that is known, of a plan that nobody told the last one of: counted back by its own
gap. A count is no record that one was given, which is said."""

from __future__ import annotations

import re
from dataclasses import replace

from dateutil.relativedelta import relativedelta

from ..model import Unit, full_date
from ..wording import plural
from .outcome import Outcome, Who
from .state import CONFIRM, State
from .templates import Wording
from .view import View

_WANTS_LAST = re.compile(
    r"\b(?:need|want|give me|what(?:['’]?s| is| was)|when was|after)\b[^.;!?\n]{0,30}\b(?:last|previous|one before)\b"
    r"(?! (?:me|for|as long))",
    re.I,
)
_NAMES: dict[Unit, str] = {"d": "day", "wk": "week", "mo": "month", "a": "year"}


class CountBack(View):
    """Says which day lies one gap before the first that is known."""

    def before_first(self) -> list[str]:
        """Of a plan that has the same gap without end; [] of others."""
        anchor, phases = self.state.anchor, self.state.phases
        if anchor is None or anchor.kind != "first" or len(phases) != 1 or anchor.date < self.today:
            return []
        phase = phases[0]
        plain = phase.frequency == 1 and phase.period_max is None and phase.week_of_month is None
        if not plain or phase.bounded or phase.behind or len(phase.days_of_month) > 1 or len(phase.days_of_week) > 1:
            return []
        name = _NAMES[phase.unit]
        gap = {"days": phase.period} if name == "day" else {"weeks": phase.period} if name == "week" else {
            "months": phase.period * (12 if name == "year" else 1)}  # fmt: skip
        back = anchor.date - relativedelta(**gap)  # type: ignore[arg-type]
        span = plural(phase.period, name)
        line = self.words("so_long_before", span=span, day=full_date(anchor.date), date=full_date(back))
        return [line, self.words("only_counted")]


def last_first(outcome: Outcome, text: str, who: Who, wording: Wording) -> Outcome:
    """The outcome of a plan that was read back; where the last one was asked for, of which nobody told, the count back
    to it stands first."""
    state = State.from_json(outcome.state)
    if outcome.kind != "plan" or state.about != CONFIRM or not state.ready(who.today) or state.given:
        return outcome
    lines = CountBack(state, who.today, wording, who.country).before_first() if _WANTS_LAST.search(text) else []
    if not lines or lines[0] in outcome.bubbles[0]:
        return outcome
    first, *rest = outcome.bubbles
    return replace(outcome, bubbles=("\n".join([*lines, first]), *rest))
