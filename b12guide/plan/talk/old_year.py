"""A last dose of more than a year ago: a year is easily written wrong, so it is asked before anything is late."""

from __future__ import annotations

import re
from datetime import date

from dateutil.relativedelta import relativedelta

from ..model import Anchor, Question, full_date
from .lead import lead_of
from .message import Said, is_date_word
from .move_words import asks
from .state import State

# Who says so knows how long it was.
_KNOWS = re.compile(
    r"\b(?:since|stopp?(?:ed|ing)?|years?|ages|long|lapsed?|overdue|gave (?:it )?up|quit|haven'?t|hasn'?t|havent|hasnt"
    r"|not (?:had|been)|never|none|nothing|no more|move[sd]?|forgot(?:ten)?)\b",
    re.I,
)
_SO_IT_IS = re.compile(
    r"\b(?:none|nothing|no (?:more|other|jabs?|shots?|injections?)|(?:not|never|haven'?t|hasn'?t|havent|hasnt|didn'?t)"
    r" (?:had|been|have|got|gone|go)|stopped|stop|(?:that|it)(?:'s| is|s) (?:right|correct|the (?:right )?year)"
    r"|right year|gave (?:it |them )?up|lapsed|quit|that long)\b",
    re.I,
)
_OTHERWISE = re.compile(r"\b(?:wrong|another|typo|mistake|meant|instead|actually|sorry|every)\b", re.I)
_GAP_DAYS = {"d": 1, "wk": 7, "mo": 31, "a": 366}


def doubt_year(state: State, before: Anchor | None, asked: tuple[str, ...], text: str, today: date) -> None:
    """Put the question whether the year is right before all others, where a last dose that was just told of lies more
    than a year back, and more than two gaps of the plan. `asked`: the days that were offered before: one of these was
    meant."""
    anchor = state.anchor
    if before is not None and asked == (full_date(before.date),) and anchor != before:
        # Another day in the place of the one that was doubted: there was no dose on that.
        state.given = tuple(dose for dose in state.given if dose.day != before.date)
    if anchor is None or anchor == before or anchor.kind != "last" or anchor.date >= today - relativedelta(years=1):
        return
    if before is not None and (before.date.day, before.date.month) == (anchor.date.day, anchor.date.month):
        # The year alone was put right, by the person.
        return
    gap = max((_GAP_DAYS[phase.unit] * (phase.period_max or phase.period) for phase in state.phases), default=0)
    told = text.replace("’", "'")
    if (today - anchor.date).days <= 2 * gap or full_date(anchor.date) in asked or _KNOWS.search(told):
        return
    day = full_date(anchor.date)
    state.open.insert(0, Question("date", day, (day,)))


def year_asked(state: State) -> str | None:
    """The day whose year is asked about."""
    day = full_date(state.anchor.date) if state.anchor is not None else None
    is_asked = state.about == "date" and state.asks_year
    return day if is_asked else None


def drop_day(state: State) -> None:
    """The day whose year was asked about is not the one: nothing is known of it any more."""
    wrong = state.anchor.date if state.anchor is not None else None
    state.settle("date")
    state.given = tuple(dose for dose in state.given if dose.day != wrong)
    state.anchor = None


def year_is_right(said: Said, state: State) -> str | None:
    """That the year which is asked about is right: "yes, I stopped", "none since"."""
    day = year_asked(state)
    if day is None or asks(said) or _OTHERWISE.search(said.text) or any(is_date_word(w.text) for w in said.words):
        return None
    lead = lead_of(said)
    plainly = _SO_IT_IS.search(said.text.replace("’", "'")) is not None
    if lead is not None and lead.kind != "yes" and not (lead.kind == "no" and plainly):
        return None
    return day if plainly or (lead is not None and lead.kind == "yes") else None
