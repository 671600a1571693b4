"""Whether a date of the plan is on the weekend about a day with a name: "does it hit the Thanksgiving weekend?"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ..model import full_date
from ..reading.feasts import Feast
from .closed_days import days_named
from .message import Said, is_date_word
from .move_words import ASKED_DAYS, FEAST_BESIDE, FILLERS, MENDING, PREAMBLE, WORDS, asks
from .state import State
from .view import View

_WEEKEND = re.compile(r"\b(?:long )?week-?end\b", re.I)
_ASKS = re.compile(
    r"\b(?:whether|if|wonder(?:ing)?|(?:wan(?:na|t to)|like to|need to) know)\b"
    r"|\b(?:will|would|does|do|is|are) (?:\w+ ){0,6}(?:hit|land|fall|clash|be|on|in|over|during|part)\b",
    re.I,
)
# From so many days before a day with a name, and to so many after it, its weekend goes, by its weekday; a Wednesday has
# none.
_SPANS = {0: (2, 0), 1: (3, 0), 3: (0, 3), 4: (0, 2), 5: (0, 1), 6: (1, 0)}
_EASTER = re.compile(r"easter|good friday", re.I)


def feast_weekend(text: str, today: date, country: str | None) -> Feast | None:
    """The next day with a name about whose weekend a message asks; None where it asks about none."""
    if not _WEEKEND.search(text) or not (asks(Said.of(text)) or _ASKS.search(text)):
        return None
    ahead = [feast for feast in days_named(text, today, country) if feast.named >= today]
    return min(ahead, key=lambda feast: feast.named, default=None)


def asks_feast_weekend(said: Said, state: State, today: date, country: str | None) -> bool:
    """Whether a message asks that of a plan that is known, and nothing else of weight."""
    feast = feast_weekend(said.text, today, country) if state.ready(today) and state.anchor is not None else None
    if feast is None:
        return False
    named = {word.text for word in Said.of(feast.name).words}
    light = FILLERS | PREAMBLE | MENDING | ASKED_DAYS | FEAST_BESIDE | WORDS["question"] | WORDS["of_weekend"] | named
    return not [word for word in said.left([], light) if not is_date_word(word)]


class FeastWeekend(View):
    """Says whether a dose is on such a weekend; it moves none."""

    def feast_weekend(self, text: str) -> list[str]:
        """The answer to a message of which `feast_weekend` finds a day."""
        feast = feast_weekend(text, self.today, self.country)
        if feast is None:
            return [self.words("holiday")]
        when = self.words("feast_on", what=feast.name, date=full_date(feast.named))
        if self.overdue:
            return [when, *self.late(), self.words("after_late")]
        span = _weekend(feast)
        if span is None:
            return [when, *(self.dose_line("next", dose) for dose in self.coming(1))]
        dose = next(self.since(max(span[0], self.today)), None)
        if dose is None or dose.earliest > span[1]:
            no = self.words("feast_weekend_no", what=feast.name)
            return [no, when, *(self.dose_line("next", dose) for dose in self.coming(1))]
        first = next(iter(self.coming(1)))
        other = [] if first == dose else [self.dose_line("next", first)]
        return [self.dose_line("feast_weekend_yes", dose, what=feast.name), when, *other]


def _weekend(feast: Feast) -> tuple[date, date] | None:
    """The first and the last day of the weekend about a day: with the days between, and with Easter Monday."""
    if _EASTER.search(feast.name):
        friday = feast.named - timedelta((feast.named.weekday() - 4) % 7)
        return friday, friday + timedelta(3)
    span = _SPANS.get(feast.named.weekday())
    return (feast.named - timedelta(span[0]), feast.named + timedelta(span[1])) if span else None
