"""Public holidays and other named days that are held against the dates of a plan: "isn't that Good Friday?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from ..model import full_date
from ..reading.feasts import Feast, feasts_in, holiday_on
from .asked_days import AskedDays, days_asked
from .days import tells_given
from .message import Said, is_date_word
from .move_words import ASKED_DAYS, FEAST_BESIDE, FILLERS, MENDING, PREAMBLE, WORDS, asks
from .state import State
from .view import View

_PUBLIC = re.compile(r"\b(?:bank|public|national|federal|stat(?:utory)?) holiday\b", re.I)
_SAYS = re.compile(r"\b(?:is|isnt|its|it'?s|isn'?t|thats|that'?s|be|falls?|lands?)\b|\btoo\b", re.I)
# So many days ahead dates are looked at.
_AHEAD = 620


def names_feast(said: Said, state: State, today: date, country: str | None) -> bool:
    """Whether a message asks or says that a date of the plan is a day with a name, and nothing else of weight."""
    if state.anchor is None or tells_given(said.text) or not (asks(said) or _SAYS.search(said.text)):
        return False
    found = feasts_in(said.text, today=today, country=country)
    if not found and not (_PUBLIC.search(said.text) and days_asked(said.text, state, today).days):
        return False
    named = {word.text for feast in found for word in Said.of(feast.name).words}
    light = FILLERS | PREAMBLE | MENDING | ASKED_DAYS | FEAST_BESIDE | WORDS["question"] | named
    heavy = [w for w in said.left([], light) if not is_date_word(w) and not is_date_word(w.removesuffix("s"))]
    return not heavy and not {w.text for w in said.words} & WORDS["tells_of_dose"] - {"is", "mine", "last"}


class FeastDays(View):
    """Says whether days of a plan are holidays; it moves none of them."""

    def feast(self, text: str) -> list[str]:
        """The answer to a message of which `names_feast` holds."""
        found = feasts_in(text, today=self.today, country=self.country)
        asked = days_asked(text, self.state, self.today)
        days = self._days_meant(asked, found)
        if not days:
            nearest = min((f for f in found if f.day >= self.today), key=lambda f: f.day, default=None)
            if nearest is None:
                return [self.words("holiday")]
            return [self.words("feast_elsewhere", what=nearest.name, date=full_date(nearest.named))]
        day = days[0]
        dose = None if self.overdue else next(self.since(day), None)
        ours = dose is not None and dose.earliest <= day
        lines, named = self._whether(day, found), [f for f in found if f.day == day or f.named == day]
        if ours and found and not named and holiday_on(day, self.country) is None:
            # The holiday is another day than the date that it was asked of.
            return [*lines, self.words("feast_own", date=full_date(day))]
        return [*lines, *([self.words("feast_ask")] if ours else [])]

    def _whether(self, day: date, found: Sequence[Feast]) -> list[str]:
        public = holiday_on(day, self.country)
        right = next((f for f in found if f.day == day), None)
        if right is not None and right.named == day:
            return [self.words("feast_yes", date=full_date(day), what=right.name)]
        if right is not None:
            return [self.words("right"), self.words("feast_on", what=right.name, date=full_date(right.named))]
        if public is not None and (not found or any(f.name.lower() in public.lower() for f in found)):
            return [self.words("feast_yes", date=full_date(day), what=public)]
        if not found:
            return [self.words("feast_unknown", date=full_date(day))]
        near = min(found, key=lambda f: abs((f.day - day).days))
        return [self.words("feast_no", what=near.name, date=full_date(near.named))]

    def _days_meant(self, asked: AskedDays, found: Sequence[Feast]) -> list[date]:
        """The days named; else those of the plan in the month named; else the day of the plan that has the name."""
        named = {f.named for f in found}
        if days := [day for day in asked.days if day >= self.today]:
            return sorted(days, key=lambda day: day not in named)
        doses = [] if self.overdue else [d for d in self.since(self.today) if (d.earliest - self.today).days < _AHEAD]
        if asked.months:
            return [d.earliest for d in doses if d.earliest.replace(day=1) in asked.months]
        of_name = {f.day for f in found}
        return [d.earliest for d in doses if d.earliest in of_name]
