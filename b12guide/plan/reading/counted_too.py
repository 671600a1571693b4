"""The next dose by its month or week alone, beside the last one and how often they are: "last was 17 November, so the
next is in December". It says nothing that is not counted, and asks nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ..dates.schedule import missing, runs
from ..model import WEEKDAY_NAMES, WEEKDAYS, Anchor, Phase
from .elements import When


def without_counted(whens: Sequence[When], phases: Sequence[Phase]) -> list[When]:
    """Without what names no more than the stretch in which the next dose is counted to be."""
    days = {when.mention.date for when in whens if when.mention and when.mention.role == "last"}
    if len(days) != 1 or len(phases) != 1 or phases[0].bounded:
        return list(whens)
    anchor = Anchor("last", days.pop())
    if missing(phases, anchor) is not None:
        return list(whens)
    run = next(iter(runs(phases, anchor)), None)
    if run is None:
        return list(whens)
    first, last = run.at(0)
    return [when for when in whens if not _holds(when, first, last)]


def on_own_days(whens: Sequence[When], phases: Sequence[Phase]) -> list[When]:
    """The same, where the first dose may be one of several days and the first part has its weekdays: one of those."""
    named = phases[0].days_of_week if phases and phases[0].unit == "wk" else ()
    return [_on_days(when, named) if named and when.question and when.question.first else when for when in whens]


def _on_days(when: When, named: Sequence[str]) -> When:
    question = when.question
    names = {WEEKDAY_NAMES[WEEKDAYS.index(day)] for day in named}
    options = tuple(one for one in question.options if one.split()[0] in names) if question else ()
    return replace(when, question=replace(question, options=options)) if question and options else when


def _holds(when: When, first: date, last: date) -> bool:
    within = when.question.within if when.question and when.role == "next" else ()
    return bool(within) and date.fromisoformat(within[0]) <= first and last <= date.fromisoformat(within[1])
