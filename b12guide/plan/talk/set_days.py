"""The days that the clinic set, each in the place of one of the plan's: "they moved the 2nd to the 3rd and the 4th to
Monday the 7th", "no nurse on Wednesday, so it's Thursday the 3rd", "scrap Thursday. Friday, same time", "the first
monthly one is Monday 18 January"; and a day that was noted as booked, on which there is none.

A day that is only wished for, asked about or supposed is none that was set.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ..dates.planner import next_doses
from ..model import full_date
from ..reading.feasts import with_feasts_dated
from ..reading.lexer import with_days_spelt
from .clock_times import without_clock
from .days_in_place import SetDays, with_days_set, without_off
from .days_named_in import named_in, with_days_in_figures, with_weekday_joined
from .moved_dose import AHEAD, OF_OTHER
from .one_alone import at_place, one_alone
from .outcome import Who
from .set_days_read import SetDaysReader
from .set_days_words import (
    INSTEAD,
    WRITE_FOR,
)
from .state import CHANGE, CLINIC_DATE, CONFIRM, State
from .sure_day import names_no_source

# An answer of no more words than these names the day alone.
_SHORT = 9
# What tells of that dose is no answer.
_TELLS = re.compile(r"\b(?:missed|had|have|took|got|did|late|not|no|when|what|is it|was)\b|\?|n't\b", re.I)
# Of two days one is meant, and nobody knows which.
_EITHER = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)? or (?:the )?\d{1,2}(?:st|nd|rd|th)?\b", re.I)
# Nobody tells of a move in a longer message, or of more days at once.
_LONGEST, _MOST = 600, 12


def set_days(text: str, state: State, who: Who) -> SetDays | None:
    """The days that a message sets in the place of others of the plan, or of several of them at once; None where it
    sets none, or no more than the day of the next one, and where they do not fit the plan."""
    if len(text) > _LONGEST or _EITHER.search(text):
        return None
    if state.about not in (None, CONFIRM, CHANGE, CLINIC_DATE) or not state.ready(who.today) or state.anchor is None:
        return None
    if (placed := _place_told(text, state, who)) is not None:
        return placed
    text = with_feasts_dated(text.replace("’", "'"), today=who.today, country=who.country)
    if (one := one_alone(text, state, who)) is not None:
        return one
    plain = INSTEAD.sub("instead", with_days_in_figures(with_days_spelt(text)).replace("’", "'"))
    plain = without_clock(with_weekday_joined(plain, who.today))
    reader = SetDaysReader(plain, state, who.today)
    if OF_OTHER.search(plain) or not 0 < len(reader.named) <= _MOST:
        return None
    off = dict(reader.off())
    without = without_off(state, tuple(off.values()))
    if without is None or not without.ready(who.today):
        return None
    if off:
        reader = SetDaysReader(plain, without, who.today, set(off))
    found = replace(reader.found(), off=tuple(off.values()))
    if not (found.pairs or found.starts or found.off):
        return None
    booked = [was for was, day in found.pairs if was == state.booked != day]
    sourced = (
        not names_no_source(plain)
        or WRITE_FOR.search(plain) is not None
        or (booked and len(booked) == len(found.pairs))
    )
    if (found.pairs or found.starts) and not sourced:
        return None
    if with_days_set(state, found, who.today) is None:
        return None
    return found


def _place_told(text: str, state: State, who: Who) -> SetDays | None:
    """The answer to which one a day that was set is in place of: the one day of the plan that it names."""
    if state.moving is None or state.anchor is None or len(text.split()) > _SHORT or _TELLS.search(text):
        return None
    named = named_in(text)
    coming = next_doses(state.phases, state.anchor, today=who.today, count=AHEAD)
    asked = [dose for dose in coming if dose.earliest == dose.latest and full_date(dose.earliest) in state.options]
    fits = [dose for dose in asked if named[0].fits(dose.earliest)] if len(named) == 1 else at_place(text, asked)
    alone = state.moving if state.moving_alone else None
    found = SetDays(((fits[0].earliest, state.moving),), alone=alone) if len(fits) == 1 else None
    return found if found is not None and with_days_set(state, found, who.today) is not None else None
