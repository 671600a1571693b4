"""A day that the plan itself has to come is that day, and one whose like of last year lies before the last dose is to
come: it is never asked in which year it is."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date

from ..model import full_date
from ..reading.reader import read_date
from ..reading.years import are_a_year_apart
from .days import tells_given
from .held import Held, held_request
from .message import Said
from .move_words import WORDS
from .outcome import Outcome, Who
from .soft_reading import own_days
from .state import CONFIRM, State
from .step import Step
from .templates import Wording
from .times_named import Time


def own_day(
    state: State, text: str, outcome: Outcome, who: Who, wording: Wording, new_key: Callable[[], str]
) -> Outcome:  # fmt: skip
    """The outcome of a message against `state`; where it would ask which of two years is meant of a day that the plan
    has to come, that day is held against the plan instead, and nothing is changed."""
    if not state.ready(who.today) or state.about not in (None, CONFIRM) or tells_given(text):
        return outcome  # a day that answers another question says what that asked
    if {word.text for word in Said.of(text).words} & WORDS["tells_of_dose"]:
        return outcome
    own = own_days(state, who.today)
    day = (
        _asked_of(outcome, own)
        or _to_come(state, outcome, who.today)
        or _taken_as_past(state, text, outcome, own, who.today)
    )
    if day is None:
        return outcome
    request = held_request([Time(day, day)])
    said = Held(state, who.today, wording, who.country).held(request)
    return Step(state, "", request, who, wording, new_key).said(said)


def _asked_of(outcome: Outcome, own: Collection[date]) -> date | None:
    """The plan's own day, where it is asked if that or the same day of another year is meant."""
    if outcome.kind != "ask" or len(outcome.buttons) != 2:
        return None
    meant = [day for day in own if full_date(day) in outcome.buttons]
    if len(meant) != 1:
        return None
    named = f"{meant[0].day} {meant[0]:%B} "
    return meant[0] if all(option.partition(" ")[2].startswith(named) for option in outcome.buttons) else None


def _to_come(state: State, outcome: Outcome, today: date) -> date | None:
    """The day to come, where it is asked if that or the same day of last year is meant, which no dose was told of."""
    if outcome.kind != "ask" or len(outcome.buttons) != 2 or state.anchor is None:
        return None
    ahead, past = (read_date(option, today=today, role="next").date for option in outcome.buttons)
    known = state.given_on or state.anchor.date
    if ahead is None or past is None or not are_a_year_apart([past, ahead]):
        return None
    return ahead if past < min(known, today) <= today < ahead else None


def _taken_as_past(state: State, text: str, outcome: Outcome, own: Collection[date], today: date) -> date | None:
    """The plan's own day, where it was taken as the last dose, a year or more before."""
    before, after = state.anchor, State.from_json(outcome.state).anchor
    if after is None or after.kind != "last" or after.date >= today:
        return None
    if before is not None and (before.kind, before.date) == (after.kind, after.date):
        return None
    if str(after.date.year) in text:
        return None
    same = [day for day in own if (day.day, day.month) == (after.date.day, after.date.month)]
    return min(same, default=None)
