"""A dose of a plan for a fixed day of the month that was had on another day: whether the plan stays on its day, or
counts on from the one that was had, is asked with both dates, and both are told."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from ..dates.schedule import missing
from ..model import full_date
from ..reading.day_words import NTH_END
from .message import Said
from .move import Move, place_of
from .move_words import asks
from .outcome import Who
from .state import State

# A day further off than this is that of no such dose.
_NEAR = timedelta(days=14)
_ONCE = re.compile(
    r"\b(?:only (?:this |that |the )?(?:once|one time|time)|(?:one|1)[ -](?:time|off)|just (?:this |that "
    r"|the )?(?:once|one time)"
    r"|this (?:once|one time)|exception|(?:always|normally|usually|still|stays?|remains?|keeps?|same|original"
    r"|usual) (?:on )?(?:the )?"
    rf"\d{{1,2}}{NTH_END}?|plan is (?:still )?(?:on )?(?:the )?\d{{1,2}}|stays? (?:as it|the same|put))\b",
    re.I,
)
_MOVED = re.compile(
    rf"\b(?:from (?:now on|then on)|(?:count\w*|go(?:es|ing)?|starts?) (?:on )?from (?:the )?\d{{1,2}}{NTH_END}?"
    rf"|now (?:always )?(?:on )?the \d{{1,2}}{NTH_END}?|moved to the \d{{1,2}}{NTH_END}?)\b",
    re.I,
)


def two_days(state: State) -> tuple[date, date] | None:
    """The next date where the plan stays on its day, and where it is counted from the dose that was had on another."""
    anchor = state.anchor
    if anchor is None or anchor.kind != "last" or len(state.phases) != 1 or state.open:
        return None
    phase = state.phases[0]
    question = missing(state.phases, anchor)
    single = phase.unit == "mo" and len(phase.days_of_month) == 1 and phase.frequency == 1 and phase.period_max is None
    if not single or question is None or question.about != "date" or phase.bounded:
        return None
    months = (anchor.date.replace(day=1) + relativedelta(months=step) for step in (-1, 0, 1))
    number = phase.days_of_month[0]
    days = [month + relativedelta(day=31 if number == -1 else number) for month in months]
    due = min(days, key=lambda day: abs(day - anchor.date))
    if abs(due - anchor.date) > _NEAR:
        return None
    stays = due.replace(day=1) + relativedelta(months=phase.period)
    stays += relativedelta(day=31 if number == -1 else number)
    moved = anchor.date + relativedelta(months=phase.period)
    return (stays, moved) if stays != moved else None


def off_day(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """That it was this once, or that the clinic counts on from that day, where this is asked."""
    ways = two_days(state) if state.about == "date" else None
    if ways is None or asks(said):
        return ()
    once, moved = _ONCE.search(said.text), _MOVED.search(said.text)
    named = full_date(ways[1]) in said.text
    if bool(once) == bool(moved or named):
        return ()
    return (Move("fact", "off_day", "stays" if once else "moved", rest=place_of(said, len(said.words))),)


def count_from_had(state: State) -> None:
    """The plan counts on from the day that was had, by the month."""
    state.phases = (replace(state.phases[0], days_of_month=()),)
