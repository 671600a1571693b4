"""A plan of several parts that takes the place of the one that is known: "the doctor's changed it now, every 2 weeks
for 2 months, then every 3 months". It counts from the last dose told of; no part of the old one goes on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ..dates.schedule import after_interval
from ..model import Phase
from ..reading.reader import read, read_date
from .message import SENTENCE, Said
from .outcome import Who
from .part_over import part_over
from .state import State

_WHO = (
    r"(?:(?:the|my|her|his|our|new) ){0,2}(?:doctor|doc|dr|gp|nurse|consultant|specialist|haematologist|hematologist"
    r"|clinic|surgery|hospital|pharmacist|practice|they|he|she)"
)
_CHANGED = re.compile(
    rf"\b{_WHO}(?: [A-Z][a-z]+)?(?:'s|'ve|'d|s| has| have| had)?(?: (?:just|now|gone|and|since|today|yesterday)){{0,3}}"
    r" (?:changed|switched|altered|swapped|put|moved|adjusted|started|wants?|said|says|decided)\b"
    r"|\b(?:it'?s|its|i'?m|they'?re|she'?s|he'?s)?(?: now)? ?(?:not|no longer) [\w -]{2,25}? ?(?:any ?more|now)\b"
    r"|\bno longer\b|\b(?:changed|switched|swapped) (?:me |her |him |it |over ){0,2}(?:to|from|now|on)\b"
    r"|\b(?:new|different|another) (?:plan|schedule|regime|regimen)\b|\binstead of (?:the |my )?\w+ly\b",
    re.I,
)
_MAY_BE = re.compile(
    r"\b(?:if|might|may(?= (?:put|change|switch|move))|could|would|should|wants? to|thinking|considering|maybe"
    r"|perhaps|can)\b",
    re.I,
)
# What was is told of with the old plan.
_NOT_ANY_MORE = re.compile(
    r"\b(?:not|no longer) [\w -]{2,25}? ?(?:any ?more|now)\b|\b(?:instead of|not) (?:the |my |every "
    r")?(?:\w+ly|month)\b",
    re.I,
)
# "For 2 months now, then" is from now on.
_NOW_THEN = re.compile(r"\bnow\b(?=,? (?:and |but )?(?:then|after that|followed)\b)", re.I)


@dataclass(frozen=True)
class ChangedPlan:
    """The words of the new plan, and the day of the last dose, where one is known."""

    words: str
    day: date | None


def changed_plan(text: str, state: State, who: Who) -> ChangedPlan | None:
    """The plan that a message tells of as the new one; None where it tells of none, or of one rhythm alone."""
    plain = text.replace("’", "'")
    if not state.phases or _CHANGED.search(plain) is None:
        return None
    parts = [part[0] for part in SENTENCE.finditer(plain)]
    stating = [
        place
        for place, part in enumerate(parts)
        if not part.rstrip().endswith("?") and _states(_plainly(part), who) and not _MAY_BE.search(part)
    ]
    if len(stating) != 1:
        return None
    place = stating[0]
    words, before = _plainly(parts[place]), " ".join(parts[:place])
    found = read(words, today=who.today, country=who.country)
    if found.dates or [phase.rhythm for phase in found.phases] == _known(state):
        return None
    if all(phase.rhythm in _known(state) for phase in found.phases):
        # "The daily ones are over, now it's weekly" names parts of the plan.
        return None
    if len(found.phases) < 2 and not (len(found.phases) == 1 and part_over(Said.of(before), state, who)):
        # One rhythm alone may be that of the part that follows.
        return None
    return ChangedPlan(words.strip(), _last_day(before, state, who))


def _plainly(sentence: str) -> str:
    """A sentence without the gap that it says is over, and without the "now" that begins the new one."""
    return _NOW_THEN.sub(" ", _NOT_ANY_MORE.sub(" ", sentence))


def _states(sentence: str, who: Who) -> bool:
    return bool(read(sentence, today=who.today, country=who.country).phases)


def _known(state: State) -> list[object]:
    return [phase.rhythm for phase in state.phases]


def _last_day(before: str, state: State, who: Who) -> date | None:
    """The last dose that the sentences before tell of, or that is known."""
    told = [read_date(part[0], today=who.today, country=who.country, role="last") for part in SENTENCE.finditer(before)]
    days = [one.date for one in told if one.date is not None and one.date <= who.today]
    noted = [dose.day for dose in state.given if dose.sure and dose.day <= who.today]
    if state.anchor is not None and state.anchor.kind == "last" and state.anchor.date <= who.today:
        noted.append(state.anchor.date)
    return max([*days, *noted], default=None)


def first_after(day: date, phase: Phase, today: date) -> date | None:
    """The first dose of a new plan, an interval after the last one of the old; None where that is no one day, or has
    passed."""
    if phase.frequency != 1 or phase.period_max is not None or phase.days_of_week or phase.days_of_month:
        return None
    first = after_interval(phase, day)
    return first if first >= today else None
