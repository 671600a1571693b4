"""Which date of the plan is nearest to a day, and how many days lie between two that are named."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import islice, takewhile

from dateutil.relativedelta import relativedelta

from ..model import full_date
from ..reading.lexer import lex
from .asked_days import days_asked, plan_days
from .message import Said
from .move import Move, place_of
from .move_words import asks
from .outcome import Who
from .state import CHANGE, CONFIRM, State
from .view import View

_NEAREST = re.compile(r"\b(?:nearest|closest|nearer|closer)\b", re.I)
_HOW_FAR = re.compile(
    r"\bhow (?:many days|long|far)\b(?! (?:until|till|to go|have|has|do|does|did|will|ago|late|early|from"
    r" (?:today|now)))",
    re.I,
)
_BETWEEN = re.compile(r"\b(?:before|after|from|between|until|till|to|and|away)\b", re.I)
# "Injection to wedding": the day that was spoken of beside the plan.
_EVENT = re.compile(
    r"\b(?:the|my|our|his|her|their) (?:wedding|party|trip|birthday|big day|flight|match|exam|concert|holiday|do"
    r"|event|christening|funeral|reunion)\b|\bthat day\b",
    re.I,
)
# So many dates to come the plan is known by.
_OWN = 12
_YEAR_ON = timedelta(days=800)
_HALF_A_YEAR = timedelta(days=183)


def near_event(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """What is asked of one day or two, beside the dates of the plan."""
    if not state.ready(who.today) or state.about not in (None, CONFIRM, CHANGE):
        return ()
    own = frozenset(islice((day for day in plan_days(state, who.today) if day >= who.today), _OWN))
    # Numbers in words name days only where no figure does: "the five dates" is no 5th.
    named = days_asked(said.text, state, who.today).days
    named = named or days_asked(lex(said.text).canon.strip(), state, who.today).days
    days = list(dict.fromkeys(named))
    others, mine = [day for day in days if day not in own], [day for day in days if day in own]
    place = place_of(said, len(said.words))
    if _NEAREST.search(said.text):
        to = others[0] if len(others) == 1 else state.before_day if not others else None
        if to is None or to < who.today or len(mine) > 1:
            return ()
        value = "/".join(day.isoformat() for day in (to, *mine))
        return (Move("request", "nearest", value, rest=place),)
    if not _HOW_FAR.search(said.text) or not _BETWEEN.search(said.text) or not asks(said):
        return ()
    if len(days) == 1 and state.before_day is not None and _EVENT.search(said.text):
        days.append(state.before_day)
    if len(days) != 2:
        return ()
    days[0] = _before(days[0], days[1], said.text)
    return (Move("request", "apart_days", "/".join(day.isoformat() for day in sorted(days)), rest=place),)


def _before(first: date, second: date, text: str) -> date:
    """The first of two days as that of the year before, where it would lie far behind the other one: "from 30 September
    to 14 December", said in November."""
    if first - second < _HALF_A_YEAR or re.search(r"\b20\d\d\b", text):
        return first
    return first - relativedelta(years=1)


class NearEvent(View):
    """Answers them."""

    def nearest(self, value: str) -> list[str]:
        """The date nearest to a day; `value`: that day, and a date of the plan that was taken for it."""
        to, *named = [date.fromisoformat(day) for day in value.split("/")]
        if self.overdue:
            return [*self.late(), self.words("after_late")]
        self.state.before_day = to
        doses = list(takewhile(lambda dose: dose.earliest <= to + _YEAR_ON, self.since(self.today)))[:60]
        if not doses:
            return [self.words("kept_none")]
        dose = min(doses, key=lambda one: abs((one.earliest - to).days))
        first = [] if not named else [self.words("plain_yes" if dose.earliest == named[0] else "plain_no")]
        return [" ".join([*first, self._how_near(dose.earliest, dose.latest, to)])]

    def _how_near(self, day: date, latest: date, to: date) -> str:
        if day != latest:
            return self.words("nearest_window", day=full_date(to), date=f"{full_date(day)} to {full_date(latest)}")
        days = abs((to - day).days)
        span = self.words("day") if days == 1 else self.words("days", count=days)
        name = "nearest_same" if not days else "nearest_before" if day < to else "nearest_after"
        return self.words(name, day=full_date(to), date=full_date(day), span=span)

    def apart_days(self, value: str) -> list[str]:
        """How many days lie between two."""
        first, second = [date.fromisoformat(day) for day in value.split("/")]
        self.state.figure = value
        return [self.words("apart", count=(second - first).days, day=full_date(first), date=full_date(second))]
