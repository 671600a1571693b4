"""Doses that were had and are told of by their days: each is in the log, and the plan counts on from the last of them.

One behind the last stays behind it: the last one stays the last one, and none later leaves the log. Of a course whose
doses are all in the log, the number of those had is that of the log.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from ..dates.schedule import dose_count, missing
from ..model import Anchor, full_date
from .acting import Acting
from .later_part import before_later
from .move import Move
from .outcome import Outcome, Who
from .skipped import logged_up_to
from .state import CLINIC_DATE, CONFIRM, State
from .step import Step
from .templates import Wording
from .view import View

# So near to the day that was booked one that was had is the booked one.
_OF_BOOKED = timedelta(days=3)
_TOLD = "I had it"


def add_to_log(
    state: State, days: Sequence[date], place: int | None, who: Who, words: Wording, new_key: Callable[[], str]
) -> Outcome | None:
    """Note doses that were had, and say which comes next.

    Args:
        days: when they were had. place: the number of the last of them in its part, where that was told.
    """
    if not state.phases or state.anchor is None or any(day > who.today for day in days):
        return None
    held, state.paused = state.paused, False
    known = {dose.day for dose in state.given if dose.sure}
    new = [day for day in sorted(days) if day not in known]
    behind = [day for day in new if _is_behind(state, day)]
    later = [day for day in new if day not in behind]
    _note_behind(state, behind)
    outcome = _count_on(state, later, place, who, words, new_key) if later else None
    state = State.from_json(outcome.state) if outcome is not None else state
    lines = [View(state, who.today, words).logged([d for d in state.given if d.day in days])] if len(days) > 1 else []
    if not new or not later:
        line = words("given" if new else "given_noted", date=full_date(sorted(days)[-1]))
        outcome = _goes_on(state, lines or [line], who, words, new_key)
    elif outcome is not None and lines:
        outcome = replace(outcome, bubbles=("\n".join([*lines, *outcome.bubbles[:1]]), *outcome.bubbles[1:]))
    if not held or outcome is None:
        return outcome
    state = State.from_json(outcome.state)
    state.paused = True
    state.answered()
    first = lines or [words("given", date=full_date(sorted(days)[-1]))]
    return Outcome(state.to_json(), ("\n".join([*first, words("paused"), words("paused_resume")]),), kind="ask")


def _is_behind(state: State, day: date) -> bool:
    """Whether a dose was had before the one that the plan is counted from, or the one that is booked."""
    anchor = state.anchor
    if anchor is None:
        return False
    if anchor.kind == "last":
        return day <= anchor.date
    return anchor.date == state.booked and day < anchor.date - _OF_BOOKED


def _note_behind(state: State, days: Sequence[date]) -> None:
    """Note doses before the last one: where the log holds all that were had of a course, they are more of it."""
    anchor = state.anchor
    if not days or anchor is None:
        return
    phase = state.phases[anchor.phase] if anchor.phase is not None else None
    first = min((dose.day for dose in state.given), default=anchor.date)
    counted = anchor.kind == "last" and not anchor.ends_phase and phase is not None and phase.bounded
    whole = counted and phase is not None and anchor.done == logged_up_to(state, anchor.date) - phase.behind
    unknown = [day for day in days if all(dose.day != day for dose in state.given)]
    for day in days:
        state.note(day)
    if anchor.kind != "last":
        state.given_on = max([*days, *([state.given_on] if state.given_on else [])])
    total = dose_count(phase) if phase is not None else None
    more = sum(1 for day in unknown if day > first) if anchor.phase == 0 else 0
    if whole and more and anchor.done is not None and (total is None or anchor.done + more <= total):
        state.count_from(replace(anchor, done=anchor.done + more))


def _count_on(
    state: State, days: Sequence[date], place: int | None, who: Who, words: Wording, new_key: Callable[[], str]
) -> Outcome | None:
    """Note doses after the last one, one after the other, and count on from the last of them."""
    outcome: Outcome | None = None
    if state.had_later is not None:
        days = _with_pending(state, days)
        if state.had_later is not None:
            # Whether those before were given is asked, and comes first.
            return Step(state, _TOLD, "given", who, words, new_key).advance()
    for day in days:
        if state.anchor is None:
            return None
        last = day == days[-1]
        if last and place is not None and (found := _placed(state, day, place, who, words, new_key)) is not None:
            return found
        if missing(state.phases, state.anchor) is not None and state.anchor.kind == "last":
            # Which date came after one on none of the plan's days was asked: it is this one.
            state.note(day)
            state.settle("date")
            done = state.anchor.done + 1 if state.anchor.done is not None else None
            state.count_from(replace(state.anchor, date=day, done=done))
            state.answered()
            if last:
                step = Step(state, _TOLD, "given", who, words, new_key)
                return step.advance(words("given", date=full_date(day)))
            continue
        confirmed = state.confirmed
        # What was asked of the one before, or of what was read back, is over with this one.
        state.answered()
        outcome = Acting(state, _TOLD, who, words, new_key).all((Move("fact", "given", f"{day.isoformat()}//"),))
        if outcome is None:
            return None
        if last:
            break
        state = State.from_json(outcome.state)
        if before_later(state):
            _with_pending(state, [each for each in days if each > day])
            return Step(state, _TOLD, "given", who, words, new_key).advance()
        state.had_later = None
        state.answered()
        state.confirmed = confirmed
    return outcome


def _with_pending(state: State, days: Sequence[date]) -> list[date]:
    """The days with those that wait until it is known whether the ones before were given, where they now are all known;
    else all are noted, and it stays open."""
    for day in days:
        state.note(day)
    state.had_later = max([*days, *([state.had_later] if state.had_later else [])])
    if before_later(state) or state.anchor is None:
        return [*days]
    state.had_later = None
    pending = [dose.day for dose in state.given if dose.day > state.anchor.date]
    state.given = tuple(dose for dose in state.given if dose.day not in pending)
    return sorted(pending)


def _placed(
    state: State, day: date, place: int, who: Who, words: Wording, new_key: Callable[[], str]
) -> Outcome | None:
    """A dose that is told by its number in the course that goes on: it says how many were had, whatever was told of
    before; None where the number is the one that comes next, or none of the course."""
    anchor = state.anchor
    if anchor is None or anchor.ends_phase:
        return None
    index = 0 if anchor.kind == "first" else anchor.phase or 0
    phase = state.phases[index]
    total, had = dose_count(phase), logged_up_to(state, day) + 1
    number = place - phase.behind
    if not phase.bounded or total is None or not 0 < number <= total or place < had:
        return None
    step = Step(state, _TOLD, "given", who, words, new_key)
    if number == step.answers.place_of(day):
        step.by_number = True
        return step.given(day)
    state.note(day, loading=phase.kind == "loading")
    state.booked, state.due_was, state.had = None, None, None
    state.count_from(Anchor("last", day, index, number))
    return step.advance(words("given", date=full_date(day)))


def _goes_on(state: State, lines: Sequence[str], who: Who, words: Wording, new_key: Callable[[], str]) -> Outcome:
    """What was noted, and what is asked or comes next as before."""
    step = Step(state, "", "next", who, words, new_key)
    if state.about is not None and state.about not in (CONFIRM, CLINIC_DATE) and state.asked is not None:
        return step.ask("\n".join([*lines, state.asked]), state.about, state.options, question=state.asked)
    if not state.ready(who.today) or state.about == CONFIRM:
        return step.advance("\n".join(lines))
    if state.confirmed:
        state.keep(new_key())
    following, buttons = step.answers.asked("next")
    return step.said(([*lines, *following], buttons), files=state.confirmed)
