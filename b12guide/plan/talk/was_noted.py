"""Whether a dose that was told of is in the log: "did you note this morning's?"."""

from __future__ import annotations

import re
from datetime import date

from ..model import full_date
from ..reading.reader import read_date
from .message import Said
from .move import Move, place_of
from .outcome import Who
from .state import State
from .view import View

_NOTED = re.compile(
    r"\b(?:(?:did|have|has|had) (?:you|u|that)|you(?:'ve| have)?)(?: (?:actually|now|already|also|been|got)){0,3}"
    r" (?:note[d]?|log(?:ged)?|record(?:ed)?|put (?:down|in)|write down|written|writ|wrote|get|got|take(?:n)?"
    r" down|save[d]?|add(?:ed)?|count(?:ed)?)\b",
    re.I,
)
# "And the one on 10 March, is that noted as well?"
_IS_NOTED = re.compile(
    r"\b(?:is|was|are|were|isn'?t) (?:that|it|this|they|those|the (?:one|dose|other)|mine)(?: (?:also|now|all|one))?"
    r" (?:note[d]|logged|recorded|written down|down|in (?:there|the log|my log|it)|saved|kept|counted)\b",
    re.I,
)
_ITS_DAY = re.compile(r"\b(?:today|yesterday|this (?:morning|afternoon|evening|arvo)|tonight|had|given|got)\b", re.I)


def was_noted(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """The question whether the dose of a day was noted."""
    if _IS_NOTED.search(said.text) and state.phases and (day := _only_day(said.text, who)) is not None:
        return (Move("request", "was_noted", day.isoformat(), rest=place_of(said, len(said.words))),)
    found = _NOTED.search(said.text)
    if found is None or "?" not in said.text or not state.phases or not _ITS_DAY.search(said.text, found.end()):
        return ()
    day = read_date(said.text[found.end() :], today=who.today, country=who.country, role="last").date
    if day is None or day > who.today:
        return ()
    return (Move("request", "was_noted", day.isoformat(), rest=place_of(said, len(said.words))),)


def _only_day(text: str, who: Who) -> date | None:
    """The one day of the past that a text names."""
    day = read_date(text, today=who.today, country=who.country, role="last").date
    return day if day is not None and day <= who.today else None


class WasNoted(View):
    """Looks into the log."""

    def was_noted(self, value: str) -> list[str]:
        """`value`: the day in ISO 8601."""
        day = date.fromisoformat(value)
        there = any(dose.day == day for dose in self.state.given)
        return [self.words("given_noted" if there else "given_not_noted", date=full_date(day))]
