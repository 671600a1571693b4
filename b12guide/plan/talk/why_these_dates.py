"""Why the dates of a plan are as they are: why the day of the month moves, why a month has none of them, or two. The
gap is said, and the dates about it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import islice, takewhile

from dateutil.relativedelta import relativedelta

from ..model import MONTH_NAMES, Dose, Phase, full_date
from ..reading.day_words import MONTH_PLACES, MONTHS
from ..wording import plural
from .explained import Explained
from .move import Move
from .outcome import Who
from .state import State
from .templates import dates

WANDERS, NONE_IN, TWO_IN = "why_wanders", "why_none_in", "why_two_in"
_WHY = r"\b(?:why|how come|wy|what makes|what'?s the reason|for what reason)\b"
_DATES = r"(?:dates?|days?|day of the month|it|they|them|these|those|jabs?|injections?|ones)"
_MOVES = (
    r"(?:wander\w{0,3}|mov(?:e|es|ing|ed)|jump\w{0,3}|shift\w{0,3}|drift\w{0,3}|chang(?:e|es|ing)|var(?:y|ies|ying)"
    r"|differ\w{0,3}|hop\w{0,4}|slid\w{0,3}|creep\w{0,3}|bounc\w{0,3}|all over(?: the place)?|not (?:on )?the same"
    r"|never (?:on )?the same|go(?:es|ing)? (?:back|earlier|backwards|down|up)|get(?:s|ting)? (?:earlier|later))"
)
_WANDERS = re.compile(rf"{_WHY}[^.;!]{{0,30}}?\b{_DATES}\b[^.;!]{{0,20}}?\b{_MOVES}\b", re.I)
_ONES = r"(?:date|dates|day|days|jab|jabs|jag|shot|shots|injection|injections|one|ones|dose|doses|b-?12)"
_NONE = re.compile(
    rf"{_WHY}[^.;!]{{0,25}}?\b(?:none|nothing|nowt|no {_ONES}|not (?:one|any|an? {_ONES})|isn'?t (?:there )?(?:one|any"
    rf"|an? {_ONES})|aren'?t (?:there )?any|don'?t (?:i )?(?:have|get) (?:one|any)|skip\w{{0,4}}|miss(?:es|ed|ing)?"
    rf"(?: out)?|left? out|jump\w{{0,3}} over)\b[^.;!]{{0,20}}?\b(?P<m>{MONTHS})\b",
    re.I,
)
_TWO = re.compile(
    rf"{_WHY}[^.;!]{{0,25}}?\b(?:two|2|twice|three|3|a second)\b[^.;!]{{0,25}}?\b(?:in|for|per)\b (?:(?:one|a|the"
    rf"|the same|that|a single|1) month|(?P<m>{MONTHS})\b)",
    re.I,
)
# "Does December have two, and why": the month stands first.
_HAS = re.compile(
    rf"{_WHY}[^.;!]{{0,15}}?\b(?P<m>{MONTHS})\b[^.;!]{{0,12}}?\b(?:have|has|get|gets|got|with|hold)\b[^.;!]{{0,12}}?"
    r"\b(?:(?P<two>two|2|twice)|none|no|nothing)\b",
    re.I,
)
# Of other people, of what the clinic did, and of the loading ones in general others speak.
_OTHER = re.compile(
    r"\b(?:my (?:friend|sister|mum|neighbour)|loading|first ones|to start|arms?|both|at once|same day|one day|a day"
    r"|a week|the nurse|the clinic (?:moved|changed)|they (?:moved|changed)|you (?:moved|changed|say|said)|feel\w*"
    r"|weekday|day of the week|appointments? (?:moved|changed))\b",
    re.I,
)
_UNITS = {"d": "day", "wk": "week", "mo": "month", "a": "year"}
_AHEAD = 80
_TWO_YEARS = relativedelta(years=2)
# Of a gap as short as this nobody wonders at two in a month.
_SHORT = timedelta(days=14)


def why_these_dates(text: str, state: State, who: Who) -> Move | None:
    """What is wondered at; of a month, which one: "2027-03"."""
    plain = text.replace("’", "'")
    if not state.ready(who.today) or _OTHER.search(plain):
        return None
    for pattern, name in ((_HAS, NONE_IN), (_TWO, TWO_IN), (_NONE, NONE_IN)):
        found = pattern.search(plain)
        if found is not None:
            named = found["m"]
            name = TWO_IN if pattern is _HAS and found["two"] else name
            month = _month(named, who.today) if named else ""
            return Move("request", name, month, rest=(0, len(text)))
    if _WANDERS.search(plain):
        return Move("request", WANDERS, rest=(0, len(text)))
    return None


def _month(name: str, today: date) -> str:
    place = MONTH_PLACES[name.lower()]
    return f"{today.year + (place < today.month)}-{place:02}"


class WhyTheseDates(Explained):
    """Says why."""

    def why_wanders(self, value: str) -> list[str]:
        """Why the day of the month, or the weekday, is another each time."""
        if self.overdue:
            return [*self.late(), self.words("after_late")]
        coming = self.coming(3)
        if not coming:
            return [self.words("kept_none")]
        phase = self.state.phases[coming[0].phase_index]
        weeks = phase.unit == "wk" or (phase.unit == "d" and phase.period % 7 == 0)
        if phase.days_of_week or phase.frequency > 1 or phase.period_max is not None or phase.unit in ("mo", "a"):
            return self.weekday_stays("why")
        name = "wanders_weeks" if weeks else "wanders_days"
        return [self.words(name, gap=_gap(phase)), self.words("after_that_are", dates=self.days(coming))]

    def why_none_in(self, value: str) -> list[str]:
        """`value`: the year and the month."""
        if self.overdue:
            return [*self.late(), self.words("after_late")]
        first = date.fromisoformat(f"{value}-01")
        last = first + relativedelta(months=1, days=-1)
        inside = list(takewhile(lambda dose: dose.earliest <= last, self.since(max(first, self.today))))
        if inside:
            return [self.words("month_has", dates=self.days(inside), month=_name(first))]
        before = list(takewhile(lambda dose: dose.latest < first, self.since(self.today)))[-1:]
        after = next(self.since(last + timedelta(1)), None)
        start = self.days(before) if before else self._last_day()
        if after is None or not start:
            return [self.words("list_none", start=full_date(first), end=full_date(last))]
        gap = _gap(self.state.phases[after.phase_index])
        return [self.words("why_none", gap=gap, before=start, after=self.days([after]), month=_name(first))]

    def _last_day(self) -> str:
        return full_date(self.anchor.date) if self.anchor.kind == "last" else ""

    def why_two_in(self, value: str) -> list[str]:
        """`value`: the year and the month, or nothing where none was named."""
        if self.overdue:
            return [*self.late(), self.words("after_late")]
        months: dict[str, list[Dose]] = {}
        until = self.today + _TWO_YEARS
        for dose in takewhile(lambda one: one.earliest <= until, islice(self.since(self.today), _AHEAD)):
            months.setdefault(f"{dose.earliest:%Y-%m}", []).append(dose)
        full = [month for month, doses in months.items() if len(doses) > 1 and value in ("", month)]
        if not full:
            gap = _gap(self.state.phases[months[value][0].phase_index if value in months else -1])
            return [self.words("month_no_two", gap=gap)]
        doses = months[full[0]]
        phase = self.state.phases[doses[-1].phase_index]
        days = [dose.earliest for dose in doses]
        month = _name(days[0])
        if days[1] - days[0] <= _SHORT:
            return [self.words("why_often", gap=_gap(phase), month=month, count=len(days))]
        return [self.words("why_two", gap=_gap(phase), dates=dates(days), month=month)]


def _name(day: date) -> str:
    return f"{MONTH_NAMES[day.month - 1]} {day.year}"


def _gap(phase: Phase) -> str:
    return plural(phase.period, _UNITS[phase.unit])
