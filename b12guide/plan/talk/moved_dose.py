"""A day that the clinic set for one dose of a plan which keeps its own days: of fixed weekdays, of a course, or a later
one than the next. That dose alone is moved, and all others stay where they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from ..dates.planner import next_doses
from ..dates.schedule import dose_count
from ..model import WEEKDAYS, Dose
from ..reading.day_words import MONTH_PLACES, MONTHS, NTH_END, WEEKDAY_WORDS
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
    r"\b(?:move[ds]?|changed|shifted|swapped|switched|put|pushed|brought|rebooked|rescheduled|now on|now the|instead of"
    r"|in (?:the )?place of|rather than|(?:do|have|take|get|give|make|doing|having|taking|giving)\b[^.;!?\n]{0,40}? on|"
    r"not(?= (?:on )?(?:the )?(?:\d|[a-z]{3,9} \d)))\b",
    re.I,
)
# "Sunday 21 in place of 18" names two days, and "not Feb 9" none.
_BARE = re.compile(
    rf"\b(?P<cue>instead of|in (?:the )?place of|rather than|{WEEKDAY_WORDS}) (?P<n>\d{{1,2}})\b"
    rf"(?![/:.]\d| (?:of )?(?:{MONTHS})\b| (?:weeks?|days?|months?)\b)",
    re.I,
)
_DENIED = re.compile(
    rf",? (?:and )?not (?:on )?(?:the )?(?:\d{{1,2}}{NTH_END}?(?: of)? (?:{MONTHS})|(?:{MONTHS})\.? \d{{1,2}})\b", re.I
)
# What the plan goes back to behind it, and what is asked beside it.
_GOES_BACK = re.compile(
    r"[,.;]?\s+(?:(?:and|but|so|then|after that|it'?s|i'?m|we'?re|i go|goes) ){0,4}back (?:to|on)\b[^.;!?\n]*", re.I
)
_ASKED_BEHIND = re.compile(r",? (?:and|or|but|so)(?: then)? (?=[^.;!?\n]*\?)", re.I)
_A_DAY = (
    rf"(?P<day>(?:the |on |(?:{WEEKDAY_WORDS}),? ){{0,3}}(?:\d{{1,2}}{NTH_END}?(?:(?: of)? (?:{MONTHS}))?\b"
    rf"|(?:{MONTHS})\.? \d{{1,2}}\b))"
)
_TO_DAY = re.compile(rf"\b(?:to|onto|until|till) {_A_DAY}", re.I)
_IN_FOR = re.compile(rf"\b(?:instead of|in (?:the )?place of|rather than|not) {_A_DAY}", re.I)
_HAD = re.compile(r"\b(?:had|took|got|did|taken|done|gave|given)\b", re.I)
_NTH_ONE = re.compile(
    rf"\b(?:the |my |her |his )(?:(?P<word>last|final|{'|'.join(ORDINALS)})|(?P<n>\d{{1,2}}){NTH_END})"
    r" (?:one|jab|jag|shot|injection|needle|dose)\b|\bnumber (?P<n2>\d{1,2})\b",
    re.I,
)
# A wish, a question of leave, or one that was had: no day that was set.
_NOT_SET = re.compile(
    r"\b(?:i|we)(?:'d| would|'ll| will)? (?:really |much )?(?:want|like|need|prefer|hope|wish|rather|love)"
    # "They can only do the 9th" sets it.
    r"|(?<!they )(?<!nurse )(?<!clinic )(?<!surgery )(?<!practice )(?<!doctor )(?<!gp )\bcan\b"
    # When a part begins is no dose moved.
    r"|\b(?:start(?:s|ed|ing)?|beg[iau]ns?|beginning)\b"
    r"|(?<!\d )\bmay\b(?! \d)|\b(?:could|might|shall|should|would|had|gave|given|did|did ?n'?t|never|not moved)\b"
    r"|\bgot\b(?! (?:moved|changed|shifted|swapped|switched|put|pushed|rebooked|rescheduled|bumped))",
    re.I,
)
# "October's", the dose of a month.
_OF_MONTH = re.compile(rf"\b(?P<month>{MONTHS})(?:'s|s)\b", re.I)
# What else may be moved.
_THING = (
    r"(?:(?:blood |b12 )?tests?|bloods|scans?|holidays?|hols|trips?|flights?|cruise|meetings?|wedding|party|dentist"
    r"|shifts?|flu(?: jab| shot)?|covid(?: jab| shot)?|review|check-?up|results?|house|reminders?|alarms?)"
)
OF_OTHER = re.compile(
    rf"\b{_THING}(?:'s|s)?(?: (?:is|has|have|was|were|got|been|just|now)){{0,3}} (?:moved|changed|shifted|put|pushed"
    rf"|brought|rebooked|rescheduled|swapped|switched)\b|\b(?:mov(?:ed?|ing)|changed|shifted|put|pushed|brought"
    rf"|rebooked|rescheduled|swapped|switched)(?: (?:my|the|our|his|her|a))? {_THING}\b",
    re.I,
)
# So many doses ahead one that is moved is looked for.
AHEAD = 12

# No dose is moved farther; a day so far off is one that has passed.
_MOST_MOVED = timedelta(days=183)


def moved_told(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """ "They moved the 14th to the 15th", "the 21st rather than the Tuesday": a dose of the plan, and its new day."""
    if state.about not in (None, CONFIRM, CHANGE, CLINIC_DATE) or not state.ready(who.today) or state.anchor is None:
        return ()
    text = _GOES_BACK.sub(" ", said.text.replace("’", "'"))
    asked = _ASKED_BEHIND.search(text)
    text = text[: asked.start()] if asked is not None else text
    text = _BARE.sub(r"\g<cue> the \g<n>", text)
    if asks(Said.of(text)) or names_condition(text) or not _MOVED.search(text) or OF_OTHER.search(text):
        return ()
    found = _old_and_new(text, state, who.today) or _old_and_new(_DENIED.sub(" ", text), state, who.today)
    if found is None:
        return ()
    planned, day = found
    if abs(day - planned) > _MOST_MOVED:
        # "It was the 24th of November, not 1 December" is no day of the year after.
        return ()
    whose = {MONTH_PLACES[match["month"].lower()] for match in _OF_MONTH.finditer(text)}
    if whose and planned.month not in whose:
        # "October's was the 3rd, not the 1st" is none of December's.
        return ()
    place = place_of(said, len(said.words))
    if day <= who.today and _HAD.search(text):
        return (Move("fact", "moved_had", f"{planned.isoformat()}/{day.isoformat()}", rest=place),)
    if day < who.today or _NOT_SET.search(text):
        return ()
    other = on_weekday_said(text, day)
    if other is not None and other >= who.today:
        # Which of the two is meant is asked first.
        return (Move("fact", "booked", f"{day.isoformat()}/{other.isoformat()}", rest=place),)
    return (Move("fact", "moved_dose", f"{planned.isoformat()}/{day.isoformat()}", rest=place),)


def _old_and_new(text: str, state: State, today: date) -> tuple[date, date] | None:
    """The planned day of a dose, and the one other day that a text names beside it."""
    if state.anchor is None:
        return None
    coming = next_doses(state.phases, state.anchor, today=today, count=AHEAD)
    own = {dose.earliest for dose in coming if dose.earliest == dose.latest}
    had = _HAD.search(text) is not None
    # One that was had may have been had today.
    days = days_asked(text, state, today - timedelta(days=had)).days
    new = [day for day in days if day not in own and (day >= today or (had and day > state.anchor.date))]
    was = [day for day in days if day in own]
    if not was and len(new) == 1:
        was = [dose.earliest for dose in named_doses(text, new[0], coming, state, today)]
    if not was and len(new) == 1:
        was = [dose.earliest for dose in _by_number(text, coming, state)]
    if len(new) != 1 or len(was) != 1:
        return None
    # "The 18th to the 21st", told once more: which day is the new one is said by its place.
    to = [day for match in _TO_DAY.finditer(text) for day in days_asked(match["day"], state, today).days[:1]]
    instead = [day for match in _IN_FOR.finditer(text) for day in days_asked(match["day"], state, today).days[:1]]
    if was[0] not in to and new[0] not in instead:
        return was[0], new[0]
    # Where that is how it stands already, it is only told once more.
    known = (new[0], was[0]) in state.anchor.moved or was[0] == state.booked
    return (new[0], was[0]) if known else None


def told_backwards(text: str, state: State, today: date) -> bool:
    """Whether a day of the plan is told as the new one of another day: that other one was none of the plan's."""
    if not state.ready(today) or state.anchor is None or not _MOVED.search(text):
        return False
    coming = next_doses(state.phases, state.anchor, today=today, count=AHEAD)
    own = {dose.earliest for dose in coming}
    to = {day for match in _TO_DAY.finditer(text) for day in days_asked(match["day"], state, today).days[:1]}
    others = set(days_asked(text, state, today).days) - to
    return bool(to & own) and bool(others - own)


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
    phase = state.phases[coming[0].phase_index]
    if not (phase.bounded or (phase.days_of_week and phase.unit == "wk")):
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
