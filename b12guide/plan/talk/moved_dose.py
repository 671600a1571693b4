"""A day that the clinic set for one dose of a plan which keeps its own days: of fixed weekdays, of a course, or a later
one than the next. That dose alone is moved, and all others stay where they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ..dates.planner import next_doses
from ..dates.schedule import dose_count
from ..model import WEEKDAYS, Dose
from ..reading.day_words import NTH_END, WEEKDAY_WORDS
from .asked_days import days_asked
from .booked_days import day_with_month
from .message import ORDINALS, Said
from .move import Move, place_of
from .move_words import asks
from .outcome import Who
from .state import CHANGE, CLINIC_DATE, CONFIRM, State
from .weekday_beside import on_weekday_said
from .what_if import names_condition

_IN_PLACE_OF = re.compile(
    rf"\b(?:instead of|in place of|rather than|not|from)(?: (?:the|on|my|that)){{0,3}} (?P<w>{WEEKDAY_WORDS})\b", re.I
)
# "For that one": the one that was named last.
_THAT_ONE = re.compile(r"\b(?:that|the last|the final) (?:one|jab|jag|shot|injection|needle|dose)\b", re.I)


_MOVED = re.compile(
    r"\b(?:moved|changed|shifted|swapped|switched|put|pushed|brought|rebooked|rescheduled|now on|now the|instead of"
    r"|in place of|rather than)\b",
    re.I,
)
_NTH_ONE = re.compile(
    rf"\b(?:the |my |her |his )(?:(?P<word>last|final|{'|'.join(ORDINALS)})|(?P<n>\d{{1,2}}){NTH_END})"
    r" (?:one|jab|jag|shot|injection|needle|dose)\b|\bnumber (?P<n2>\d{1,2})\b",
    re.I,
)
# A wish, a question of leave, or one that was had: no day that was set.
_NOT_SET = re.compile(
    r"\b(?:i|we)(?:'d| would|'ll| will)? (?:really |much )?(?:want|like|need|prefer|hope|wish|rather|love)"
    r"|\b(?:can|could|may|might|shall|should|would|had|gave|given|did|did ?n'?t|never|not moved)\b"
    r"|\bgot\b(?! (?:moved|changed|shifted|swapped|switched|put|pushed|rebooked|rescheduled|bumped))",
    re.I,
)
# So many doses ahead one that is moved is looked for.
AHEAD = 12


def moved_told(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """ "They moved the 14th to the 15th", "the 21st rather than the Tuesday": a dose of the plan, and its new day."""
    if state.about not in (None, CONFIRM, CHANGE, CLINIC_DATE) or not state.ready(who.today) or state.anchor is None:
        return ()
    text = said.text.replace("’", "'")
    if asks(said) or names_condition(text) or _NOT_SET.search(text) or not _MOVED.search(text):
        return ()
    coming = next_doses(state.phases, state.anchor, today=who.today, count=AHEAD)
    own = {dose.earliest for dose in coming if dose.earliest == dose.latest}
    days = days_asked(text, state, who.today).days
    new = [day for day in days if day not in own and day >= who.today]
    was = [day for day in days if day in own]
    if not was and len(new) == 1:
        was = [dose.earliest for dose in named_doses(text, new[0], coming, state, who.today)]
    if not was and len(new) == 1:
        was = [dose.earliest for dose in _by_number(text, coming, state)]
    if len(new) != 1 or len(was) != 1:
        return ()
    other = on_weekday_said(text, new[0])
    if other is not None and other >= who.today:
        # Which of the two is meant is asked first.
        either = f"{new[0].isoformat()}/{other.isoformat()}"
        return (Move("fact", "booked", either, rest=place_of(said, len(said.words))),)
    value = f"{was[0].isoformat()}/{new[0].isoformat()}"
    return (Move("fact", "moved_dose", value, rest=place_of(said, len(said.words))),)


def _by_number(text: str, coming: Sequence[Dose], state: State) -> list[Dose]:
    """The dose of a course that its place names: "the second one", "number 3", "the last one"."""
    found = _NTH_ONE.search(text)
    first = coming[0] if coming else None
    if found is None or first is None or not state.phases[first.phase_index].bounded:
        return []
    course = [dose for dose in coming if dose.phase_index == first.phase_index]
    if found["word"] in ("last", "final"):
        return course[-1:]
    number = ORDINALS.get(found["word"] or "") or int(found["n"] or found["n2"])
    number -= state.phases[first.phase_index].behind
    anchor, total = state.anchor, dose_count(state.phases[first.phase_index])
    given = (anchor.done or 0) if anchor is not None and anchor.kind == "last" else (total or len(course)) - len(course)
    place = number - 1 - given
    return [course[place]] if 0 <= place < len(course) else []


def named_doses(text: str, day: date, coming: Sequence[Dose], state: State, today: date) -> list[Dose]:
    """Which of the next doses a message says is had on `day` instead: by its date, or by its weekday, the nearest."""
    asked = set(days_asked(text, state, today).days)
    if day_with_month(text) is None:
        # "The 21st" without its month is the day that was set, and not each 21st of the plan.
        asked = {each for each in asked if each.day != day.day}
    dated = [dose for dose in coming if dose.earliest in asked and dose.earliest != day]
    if dated:
        return dated
    named = {WEEKDAYS.index(match["w"][:3].lower()) for match in _IN_PLACE_OF.finditer(text)} - {day.weekday()}
    return _nearest([dose for dose in coming if dose.earliest.weekday() in named], day)[:1] if len(named) == 1 else []


def moved_by_place(text: str, day: date, coming: Sequence[Dose], state: State, today: date) -> list[Dose]:
    """The same by where it stands in a course: the one named last, or those that are as near to the day as can be.
    More than one of them leaves it open."""
    if len(coming) < 2 or coming[0].latest < today or day <= coming[1].earliest:
        return []
    if not state.phases[coming[0].phase_index].bounded:
        return []
    course = [dose for dose in coming if dose.phase_index == coming[0].phase_index]
    if _THAT_ONE.search(text) and 1 < state.told <= len(course):
        return [course[state.told - 1]]
    return _nearest(course, day)


def _nearest(some: Sequence[Dose], day: date) -> list[Dose]:
    least = min((abs(dose.earliest - day) for dose in some), default=None)
    return [dose for dose in some if abs(dose.earliest - day) == least]


def can_move(planned: Dose, day: date, coming: Sequence[Dose]) -> bool:
    """Whether a dose can be had on `day` and is still behind the one before it and ahead of the one after it."""
    place = coming.index(planned)
    after_the_one_before = place == 0 or coming[place - 1].latest < day
    before_the_next = place + 1 == len(coming) or day < coming[place + 1].earliest
    return planned.earliest == planned.latest and after_the_one_before and before_the_next


def move_dose(state: State, planned: date, day: date) -> None:
    """Keep the clinic's day for the dose that is on `planned`, itself moved before or not."""
    assert state.anchor is not None
    own = next((was for was, now in state.anchor.moved if now == planned), planned)
    others = tuple(pair for pair in state.anchor.moved if pair[0] != own)
    state.anchor = replace(state.anchor, moved=(*others, (own, day)) if day != own else others)
