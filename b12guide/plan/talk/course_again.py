"""A course that the clinic has set anew, told of one that is known: "rang: six of them, mon wed fri, from the 1st".

It takes the place of the part with an end; what goes on after it stays.
"""

from __future__ import annotations

import re
from datetime import timedelta

from ..model import WEEKDAYS, full_date
from ..reading.day_words import NTH_END
from ..reading.reader import read
from ..wording import phase_words
from .message import Said
from .move import Move, place_of
from .move_words import asks
from .outcome import Who
from .state import CHANGE, CONFIRM, DAYS, State
from .what_if import names_condition

_TOLD_BY = re.compile(
    r"\b(?:rang|rung|called|phoned|spoke|asked|they|nurse|clinic|surgery|doctor|gp|practice|instead|changed|now)\b",
    re.I,
)
_FROM = re.compile(
    rf"\b(?:from|starting|starts?|beginning|begins?)(?: on)?(?: the)? (?P<n>\d{{1,2}}){NTH_END}?\b"
    r"(?! ?(?:/|weeks?|days?|of them))",
    re.I,
)
# From so long before the known first day on, the day of the month is looked for.
_BEFORE, _AHEAD = timedelta(days=10), 45


def course_again(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """The course as it is now, with the day on which it begins."""
    anchor = state.anchor
    bounded = [phase for phase in state.phases if phase.bounded]
    if anchor is None or anchor.kind != "first" or len(bounded) != 1 or anchor.date < who.today:
        return ()
    if state.about not in (None, CONFIRM, CHANGE, DAYS) or asks(said) or names_condition(said.text):
        return ()
    reading = read(said.text, today=who.today, country=who.country)
    if len(reading.phases) != 1 or not reading.phases[0].bounded or not reading.phases[0].days_of_week:
        return ()
    if reading.phases[0] == bounded[0] or not _TOLD_BY.search(said.text):
        return ()
    days = {WEEKDAYS.index(day) for day in reading.phases[0].days_of_week}
    numbered = _FROM.search(said.text)
    begin = max(anchor.date - _BEFORE, who.today) if numbered else anchor.date
    told = {mention.date for mention in reading.dates if mention.date >= who.today}
    first = told.pop() if len(told) == 1 else next(
        (
            day
            for ahead in range(_AHEAD)
            if (day := begin + timedelta(days=ahead)).weekday() in days
            and (numbered is None or day.day == int(numbered["n"]))
        ),
        None,
    )  # fmt: skip
    if first is None or first.weekday() not in days:
        return ()
    after = [phase_words(phase) for phase in state.phases if not phase.bounded]
    value = ", then ".join([phase_words(reading.phases[0]), *after]) + f". first one {full_date(first)}"
    return (Move("fact", "regimen", value, rest=place_of(said, len(said.words))),)
