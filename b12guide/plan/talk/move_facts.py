"""What a message tells of a plan: how often, a date, a dose given or booked, what follows, which one that was."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from ..model import WEEKDAYS
from ..reading.day_words import DAY_NUMBER, MONTHS, NTH_END, WEEKDAY_WORDS
from ..reading.other_jabs import elsewhere
from ..reading.reader import read, read_date
from .booked_days import booked_days
from .coming_day import shown_day
from .dose_before import asks_since_last
from .doses import counted_in, ends_in, given_in
from .earlier_dose import names_earlier
from .facts import booked_in, both_put_right, count_of_part, date_in, number_put_right, told
from .follow_on import follow_on
from .log_right import says_so_many
from .message import Said
from .missed_dose import missed_dose
from .move import Move, place_of
from .move_words import BOOKED, MENDING, NOT_BOOKED, PREAMBLE, asks
from .moved_dose import OF_OTHER, told_backwards
from .new_gap import new_gap
from .open_answers import DATED
from .other_number import other_number, other_weekdays
from .outcome import Who
from .past import had_so_far
from .set_day import set_day
from .state import CHANGE, CONFIRM, DAYS, LAST_GIVEN, PAST, State
from .sure_day import sure_day
from .weekday_beside import on_weekday_said

# "My next one is before 20 June": a day that it is held against, and not its own.
# Whether one may be had on a day is asked, and no day is set by it.
_MAY_I = re.compile(
    r"\b(?:can|could|may|might|shall|should) (?:i|we|she|he|they)(?: (?:just|maybe|please|then|not)){0,2} "
    r"(?:go|come|have|get|do|take|move|change)\b[^.!?;]{0,20}\b(?:day|before|after|earlier|later|sooner|instead)\b",
    re.I,
)
_BEFORE_DAY = re.compile(
    rf"\b(?:before|ahead of|prior to) (?:the )?(?:{WEEKDAY_WORDS} )?(?:the )?(?:{DAY_NUMBER}\b|(?:{MONTHS})\b)", re.I
)


def number_right(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """Another number, or other days of the week, in the place of the plan's own."""
    if state.about not in (None, CONFIRM, CHANGE) or says_so_many(said.text):
        # So many that were had are none of those that the plan has.
        return ()
    found = (
        count_of_part(said, state)
        or (both_put_right(said, state, today=who.today, country=who.country) if state.about is not None else None)
        or number_put_right(said, state)
        or other_number(said, state)
        or other_weekdays(said, state, today=who.today, country=who.country)
    )
    return (Move("fact", found.name, found.value, rest=place_of(said, len(said.words))),) if found else ()


def fact(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """Something put right or added, of a plan that is known."""
    if not state.phases or (state.about not in (None, CONFIRM, CHANGE, DAYS) and state.about not in DATED):
        return ()
    found = told(said, state, today=who.today, country=who.country)
    if found is None or (found.name == "date" and state.anchor is None):
        return ()
    if found.name == "date" and names_earlier(said.text, read_date(found.value, today=who.today).date, state):
        return ()
    # Of a plan that is kept, a date alone may be that of the next dose as well.
    settled = state.about is None and found.name in ("date", "count", "place")
    return (Move("fact", found.name, found.value, not settled, place_of(said, len(said.words))),)


def dated_meanwhile(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """The day of the last one, told or put right while it is asked which dose or which gap was meant."""
    if state.about not in ("product", "interval") or (state.phases and not state.open) or asks(said):
        return ()
    words = date_in(said, today=who.today, country=who.country, light=PREAMBLE | MENDING)
    return (Move("fact", "date", words, rest=place_of(said, len(said.words))),) if words is not None else ()


def following(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """How often they are after the course that is known."""
    found = follow_on(said, state, today=who.today, country=who.country)
    return (Move("fact", found.name, found.value, rest=place_of(said, len(said.words))),) if found else ()


def sure(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """The day that the person is sure of."""
    found = sure_day(said, state, who.today)
    return (Move("fact", found.name, found.value, True, place_of(said, len(said.words))),) if found else ()


def booked(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """The date that the clinic set for the next dose, which is not the day of the one that was given last."""
    found = _booked(said, state, who)
    last = state.anchor.date if state.anchor is not None and state.anchor.kind == "last" else None
    if (_WAS_HAD.search(said.text) and not BOOKED.within(said)) or elsewhere(said.text):
        return ()
    if last is not None and any(move.value == last.isoformat() for move in found):
        return ()
    return tuple(replace(move, value=_either_day(move.value, said.text, state, who.today)) for move in found)


_REFUSED = re.compile(
    r"\b(?:they|she|he|clinic|nurse|surgery|doctor|gp|practice|reception\w*)(?:'ve|'s| have| has)? "
    r"(?:said|say|says|told me) (?:no\b(?! (?:problem|worries|bother))|nope|it'?s not (?:possible|ok|allowed))",
    re.I,
)
# So far ahead lies the next day of any number, and the months by their names.
_NEXT_ONE = 31
_MONTH = re.compile(rf"\b(?:{MONTHS})\b", re.I)
# A day that was had is none that was set, though it lies ahead.
_WAS_HAD = re.compile(r"\b(?:had|got) (?:it|mine|one|hers|his|my (?:jab|shot|injection|last|b12))\b", re.I)


def _either_day(value: str, text: str, state: State, today: date) -> str:
    """A day that was set; with the one of the weekday that is told with it, where that is another one."""
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return value
    other = on_weekday_said(text, day)
    shown = shown_day(state, today) or today
    if other is None and (day - max(shown, today)).days > _NEXT_ONE and not _MONTH.search(text):
        # "Thursday the 12th" is hardly that of half a year on.
        near = next((one for n in range(_NEXT_ONE) if (one := today + timedelta(n)).day == day.day), day)
        other = on_weekday_said(text, near)
        value = near.isoformat() if other is not None else value
    return value if other is None or other < today else f"{value}/{other.isoformat()}"


def _booked(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    if _BEFORE_DAY.search(said.text) or _MAY_I.search(said.text) or OF_OTHER.search(said.text):
        return ()
    if _REFUSED.search(said.text):
        return ()
    if told_backwards(said.text, state, who.today):
        return ()
    row = _booked_row(said, state, who)
    if row:
        return row
    day = set_day(said, state, who.today)
    if day is not None:
        return (Move("fact", day.name, day.value, True, place_of(said, len(said.words))),)
    told = state.phases or (state.about == "interval" and (state.open or state.anchor is not None))
    found = booked_in(said, state, today=who.today, country=who.country) if told else None
    return (Move("fact", found.name, found.value, True, place_of(said, len(said.words))),) if found else ()


def _booked_row(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """Several dates that the clinic set."""
    words = {word.text for word in said.words}
    if not state.ready(who.today) or words & NOT_BOOKED:
        return ()
    days = booked_days(said.text, today=who.today) if BOOKED.within(said) else ()
    if not days or _are_the_plans(said, days, state):
        return ()
    return (
        Move("fact", "booked_row", "/".join(day.isoformat() for day in days), rest=place_of(said, len(said.words))),
    )


def _are_the_plans(said: Said, days: Sequence[date], state: State) -> bool:
    """Whether days are only named by their weekday, and are those on which the plan has them anyway: "carry on Monday,
    Wednesday, Friday"."""
    names = {WEEKDAYS[day.weekday()] for day in days}
    numbered = re.search(rf"\b\d{{1,2}}{NTH_END}|\b\d{{1,2}} (?:{MONTHS})\b", said.text, re.I) is not None
    return not numbered and any(names == set(phase.days_of_week) for phase in state.phases)


def had(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """ "I had 3 of 6, not 4": how many of the part with an end were had up to the last one, which is known."""
    anchor, had = state.anchor, had_so_far(said.text, asked=True)
    if had is None or anchor is None or anchor.kind != "last" or asks(said) or state.about in (PAST, LAST_GIVEN):
        return ()
    reading = read(said.text, today=who.today, country=who.country)
    same_day = {mention.date for mention in reading.dates} <= {anchor.date}
    again = not reading.phases or [p.period for p in reading.phases] == [p.period for p in state.phases]
    if not (same_day and again and len(state.phases) == 1 and state.phases[0].bounded) or had == anchor.done:
        return ()
    return (Move("fact", "place", str(had), rest=place_of(said, len(said.words))),)


def missed(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """A dose that was not given, by its month or as the last one."""
    which = missed_dose(said, state, who.today)
    return (Move("fact", "missed", which, rest=place_of(said, len(said.words))),) if which is not None else ()


def dose(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """A dose that was given, from which day the clinic counts on, or when a course ends."""
    if not state.phases or state.about in (PAST, LAST_GIVEN) or asks_since_last(said):
        return ()
    for reader in (ends_in, counted_in, given_in):
        found = reader(said, state, today=who.today, country=who.country)
        if found is not None and found.name == "counts_so":
            return (Move("yes", rest=place_of(said, len(said.words))),)
        if found is not None:
            return (Move("fact", found.name, found.value, True, place_of(said, len(said.words))),)
    return ()


def other_gap(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """How often from now on, as the clinic said."""
    found = new_gap(said, state, who.today)
    return (Move("fact", found.name, found.value, rest=place_of(said, len(said.words))),) if found else ()
