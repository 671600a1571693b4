"""None was had for so long that a whole one was missed, and nobody says on which day the last one was: "not been since
last November". The day changes nothing: how to go on is for the clinic, so it is not asked for, and none is counted."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from ..model import MONTH_NAMES, Phase
from ..reading.day_words import MONTHS
from ..reading.reader import read, read_date
from .outcome import Outcome, Who
from .state import State
from .templates import Wording

_NONE = (
    r"\b(?:(?:not|never|haven'?t|hasn'?t|havent|hasnt|ain'?t|didn'?t|didnt)(?: \w+){0,2}? "
    r"(?:been|had|have|got|gone|received|given)|none|nothing|no (?:jabs?|shots?|injections?|b-?12))"
    r"(?: (?!and\b|but\b)[\w'-]+){0,6}? since "
    r"(?:about |around |maybe |roughly |sometime |some time |back |in |before |the ){0,4}"
)
_SINCE = re.compile(
    rf"{_NONE}(?:(?P<last>last )?(?P<month>{MONTHS})\b(?! (?:the )?\d{{1,2}}(?!\d))(?: (?P<y>20\d\d))?"
    r"|(?:last |this )?(?P<season>spring|summer|autumn|fall|winter)\b|(?P<year>last year)\b)",
    re.I,
)
# Of what is not so long ago the day is asked for: it may be known. Of a month by its name alone it mostly is.
_LONG, _MONTH_LONG = timedelta(days=90), timedelta(days=300)
# The last month of a season, where summer is in July; in these countries it is not.
_ENDS = {"spring": 5, "summer": 8, "autumn": 11, "fall": 11, "winter": 2}
_SOUTH = frozenset({"AU", "NZ", "ZA"})


def long_lapse(text: str, state: State, who: Who) -> bool:
    """Whether a message says that none was had for long, and for more than 2 gaps of the plan that it tells or that
    is known, and names no day."""
    found = _SINCE.search(text)
    if found is None or state.anchor is not None or "?" in text[: found.end()]:
        return False
    phases = read(text, today=who.today, country=who.country).phases or state.phases
    latest = _latest(found, who)
    if len(phases) != 1 or phases[0].bounded or latest is None or read_date(text, today=who.today).date is not None:
        return False
    return who.today - latest > max(2 * _gap(phases[0]), _MONTH_LONG if _names_month(found) else _LONG)


def _names_month(found: re.Match[str]) -> bool:
    return found["month"] is not None and found["last"] is None


def _gap(phase: Phase) -> timedelta:
    days = {"d": 1, "wk": 7, "mo": 31, "a": 366}[phase.unit]
    return timedelta(days * (phase.period_max or phase.period))


def _latest(found: re.Match[str], who: Who) -> date | None:
    """The last day of the time that is named."""
    today = who.today
    if found["year"]:
        return date(today.year - 1, 12, 31)
    if found["season"]:
        return None if who.country in _SOUTH else _month_end(_ENDS[found["season"].lower()], today)
    place = next(n for n, name in enumerate(MONTH_NAMES, 1) if name.lower().startswith(found["month"].lower()[:3]))
    if found["y"]:
        return date(int(found["y"]), place, 1) + relativedelta(months=1, days=-1)
    # In November, "last November" is that of the year before.
    return _month_end(place, today.replace(day=1) if found["last"] else today)


def _month_end(month: int, today: date) -> date:
    """The last day of the month where it has ended, or else the day before `today` or a year earlier."""
    years = (today.year, today.year - 1)
    ends = (date(year, month, 1) + relativedelta(months=1, days=-1) for year in years)
    return next((end for end in ends if end < today), date(today.year - 1, month, 28))


def without_lapse(state: State, text: str, who: Who, wording: Wording) -> Outcome:
    """What is said of it: how often they were is kept, no date, and no question stands open."""
    reading = read(text, today=who.today, country=who.country)
    if reading.phases:
        state.phases, state.said = reading.phases, text
    # Not asked, but a day of the month that is told later is one of the month that was named.
    state.open = [question for question in reading.questions if question.about == "date" and question.within]
    state.answered()
    return Outcome(state.to_json(), ("\n".join(wording(name) for name in ("long_lapse", "overdue_signs")),), kind="ask")
