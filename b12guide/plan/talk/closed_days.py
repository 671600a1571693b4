"""Which dates of a plan are at a weekend or on a public holiday, or near a day with a name; none is moved."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import islice, takewhile

from dateutil.relativedelta import relativedelta

from ..model import Dose, full_date
from ..reading.feasts import Feast, feasts_in, holiday_on
from ..wording import say_dose
from .asked_days import days_asked
from .days import tells_given
from .message import Said, is_date_word, number
from .move_words import ASKED_DAYS, BESIDE_DAY, FEAST_BESIDE, FILLERS, LIST_WISH, MENDING, PREAMBLE, WORDS, asks
from .state import State
from .view import View

_WEEKEND = re.compile(
    r"\b(?:how many|which(?! day)|any|list|only|name|(?:do|are|will) (?:those|these|they|them|the dates))\b"
    r"[^.;!?]{0,80}"
    r"\b(?:week-?ends?|saturdays?|sundays?)\b",
    re.I,
)
# Of a day that is named, and of a time, others know.
_OTHER_TIME = re.compile(r"\b(?:20\d\d|year|years|months?|weeks?|next|this|january|february|march|april|may|june|july"
                         r"|august|september|october|november|december)\b", re.I)  # fmt: skip
_BEFORE_OR_AFTER = re.compile(r"\b(?:before|earlier|sooner)\b.{0,60}\b(?:or|and)\b.{0,60}\b(?:after|later)\b", re.I)
# Names of several days, for the day that a plan is held against.
_WHOLE = (
    (re.compile(r"\beaster\b(?! (?:sunday|monday|day|bank|week)\b)", re.I), "easter sunday"),
    (re.compile(r"\b(?:christmas|xmas)\b(?! (?:eve|day))", re.I), "christmas day"),
    (re.compile(r"\bnew year'?s?\b(?!'?s? (?:eve|day))", re.I), "new year's day"),
)
# So far ahead dates are looked at, and so many holidays are named.
_AHEAD, _MOST = relativedelta(years=1), 8


def asks_beside_day(said: Said, state: State, today: date, country: str | None) -> bool:
    """Whether a message asks how a date of the plan lies to another day: "which is closest to Thanksgiving?", "is the
    July one before or after the 4th?"."""
    spans = BESIDE_DAY.spans(said)
    if state.anchor is None or not spans or not asks(said) or tells_given(said.text):
        return False
    found = days_named(said.text, today, country)
    if not found and not days_asked(said.text, state, today).days:
        return False
    named = {word.text for feast in found for word in Said.of(feast.name).words}
    light = FILLERS | PREAMBLE | MENDING | ASKED_DAYS | FEAST_BESIDE | WORDS["question"] | named
    return not [w for w in said.left(spans, light) if not is_date_word(w) and not is_date_word(w.removesuffix("s"))]


_ONE_DAY = re.compile(r"\b(sat|sun)(?:ur)?days?\b", re.I)


def asks_weekend(said: Said, state: State, today: date) -> bool:
    """Whether a message asks which of the dates are at a weekend, and nothing else of weight: "of those, how many are
    on a Saturday or Sunday?"."""
    if not state.ready(today) or state.anchor is None or tells_given(said.text) or not _WEEKEND.search(said.text):
        return False
    beside = frozenset(LIST_WISH["beside"].split()) | WORDS["of_weekend"]
    light = FILLERS | PREAMBLE | MENDING | ASKED_DAYS | WORDS["question"] | beside
    return not [w for w in said.left([], light) if not is_date_word(w) and number(w) is None]


class ClosedDays(View):
    """Says which doses to come are on days on which a clinic may be closed, or near a day that is named."""

    def closed_days(self, value: str) -> list[str]:
        """Those of the year ahead that are at a weekend ("weekend"), on one day of it ("5" or "6", as of weekday()), on
        a public holiday ("holiday"), or either."""
        if self.overdue:
            return [*self.late(), self.words("after_late")]
        until = self.today + _AHEAD
        coming = list(takewhile(lambda dose: dose.earliest <= until, self.since(self.today)))
        one_day = int(value) if value.isdigit() else None
        feasts = [] if value == "weekend" or one_day is not None else [d for d in coming if self._public(d)]
        lines = [self.words("on_feast", date=say_dose(d), what=self._public(d)) for d in feasts[:_MOST]]
        at_weekend = [] if value == "holiday" else [d for d in coming if "weekend" in d.flags]
        at_weekend = [d for d in at_weekend if one_day in (None, d.earliest.weekday())][:_MOST]
        if at_weekend:
            lines.append(self.words("at_weekend", dates=self.days(at_weekend)))
        if not lines:
            none = {"weekend": "closed_none_weekend", "holiday": "closed_none_holiday"}.get(value, "closed_none")
            return [self.words(none, date=full_date(until))]
        return [*lines, *([] if self.state.home else [self.words("closed_ask")])]

    def weekend_of(self, value: str) -> list[str]:
        """How many of the dates listed last are at a weekend, and which; where none were listed, or a time is named,
        those of the year ahead."""
        days = {match.lower() for match in _ONE_DAY.findall(value)}
        if len(days) == 1:
            return self.closed_days("6" if "sun" in days else "5")
        if self.overdue or self.state.listed < 2 or _OTHER_TIME.search(value):
            return self.closed_days("weekend")
        listed = self.coming(self.state.listed)
        found = [dose for dose in listed if "weekend" in dose.flags]
        if not found:
            return [self.words("weekend_none_of", total=len(listed))]
        name = "weekend_one_of" if len(found) == 1 else "weekend_some_of"
        line = self.words(name, count=len(found), total=len(listed), dates=self.days(found))
        return [line, *([] if self.state.home else [self.words("closed_ask")])]

    def holiday(self, value: str) -> list[str]:
        """Whether the dose spoken of last is on a public holiday."""
        coming = self.coming(max(self.state.told, 1))
        if not coming:
            return [self.words("kept_none")]
        if self.overdue:
            return [*self.late(), self.words("after_late")]
        dose = coming[-1]
        what = self._public(dose)
        if what is not None:
            return [self.words("feast_yes", date=say_dose(dose), what=what), self.words("feast_ask")]
        if self.country is None or dose.earliest != dose.latest:
            return [self.words("holiday"), self.dose_line("next", dose)]
        return [self.words("feast_unknown", date=say_dose(dose))]

    def beside_day(self, text: str) -> list[str]:
        """The doses before and after a day, or whether one of them is before it."""
        if self.overdue:
            return [*self.late(), self.words("after_late")]
        asked = days_asked(text, self.state, self.today)
        found = [f for f in days_named(text, self.today, self.country) if f.day >= self.today]
        days = sorted({f.day for f in found}) or [day for day in asked.days if day >= self.today]
        if not days:
            return [self.words("holiday")]
        day = days[0]
        lines = [self.words("feast_on", what=f.name, date=full_date(f.named)) for f in found if f.day == day][:1]
        if not _BEFORE_OR_AFTER.search(text):
            return [*lines, self.words("days_near", dates=self.days(self._around(day)))]
        dose = self._meant(asked.months)
        if dose is None:
            return [*lines, self.words("nothing_after")]
        if not lines and asked.months and len(asked.days) == 1:
            # "The July one, before or after the 4th": of that month.
            day = next((d for d in _month_of(dose) if d.day == day.day), day)
        name = (
            "lies_on" if dose.earliest <= day <= dose.latest else "lies_before" if dose.latest < day else "lies_after"
        )
        return [*lines, self.dose_line(name, dose, day=full_date(day))]

    def _meant(self, months: Sequence[date]) -> Dose | None:
        """The dose in the month named, else the one spoken of last."""
        if months:
            return next((d for d in islice(self.since(months[0]), 1) if d.earliest.replace(day=1) == months[0]), None)
        coming = self.coming(max(self.state.told, 1))
        return coming[-1] if coming else None

    def _around(self, day: date) -> list[Dose]:
        before = list(takewhile(lambda dose: dose.latest < day, self.since(self.today)))[-1:]
        return [*before, *islice(self.since(day), 1)]

    def _public(self, dose: Dose) -> str | None:
        return holiday_on(dose.earliest, self.country) if dose.earliest == dose.latest else None


def days_named(text: str, today: date, country: str | None) -> list[Feast]:
    """The days with a name that a text names; of several that share one, such as "Easter", the chief one."""
    for pattern, whole in _WHOLE:
        text = pattern.sub(whole, text)
    return feasts_in(text, today=today, country=country)


def _month_of(dose: Dose) -> list[date]:
    first = dose.earliest.replace(day=1)
    return [first + timedelta(days=n) for n in range(31) if (first + timedelta(days=n)).month == first.month]
