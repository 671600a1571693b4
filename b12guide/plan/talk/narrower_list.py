"""A narrower list behind one that was shown: "only the ones after May", "from July on". It ends where that one did."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from ..reading.day_words import DAY_NUMBER, MONTH_PLACES, MONTHS
from ..reading.reader import read_date
from .outcome import Who
from .state import State

_THING = r"(?:ones|those|dates|days|them|jabs|shots|injections|doses|needles)"
_FROM = re.compile(
    rf"(?:\b(?:the |those |my |her |his )?{_THING}(?: (?:that|which) (?:are|come|fall))? )?"
    rf"\b(?P<way>after|past|beyond|following|from|since|starting)(?: (?:in|from|the|end|start|of)){{0,4}} "
    rf"(?:(?P<day>{DAY_NUMBER}(?:st|nd|rd|th)?(?: of)? (?:{MONTHS})\b|(?:{MONTHS})\b (?:the )?{DAY_NUMBER}(?!\w))"
    rf"|(?P<month>{MONTHS})\b(?! \d))(?P<on> (?:on(?:wards?)?|forward))?",
    re.I,
)
_NARROWS = re.compile(rf"\b(?:only|just)\b|\b{_THING} (?:after|past|beyond|from|since)\b|\bon(?:wards?)?\b", re.I)
_ENDED = re.compile(r"\b(?:to|until|till|til|through|thru|up to|before)\b", re.I)


def narrower(text: str, state: State, who: Who) -> tuple[date, date] | None:
    """The time that is asked for, up to the end of the list that was shown; None where it is another, or has an end."""
    found = _FROM.search(text)
    if state.list_span is None or found is None or not _NARROWS.search(text) or _ENDED.search(text):
        return None
    first, last = (date.fromisoformat(day) for day in state.list_span.split("/"))
    after = found["way"].lower() in ("after", "past", "beyond", "following")
    if found["day"]:
        day = read_date(found["day"], today=who.today, country=who.country, role="next").date
        start = day + timedelta(after) if day is not None else None
    else:
        start = _month_start(MONTH_PLACES[found["month"].lower()], max(first, who.today), after)
    return (start, last) if start is not None and first <= start <= last else None


def _month_start(place: int, first: date, after: bool) -> date:
    """The first day of a month from that of a day on, or of the one behind it."""
    year = first.year + (place < first.month)
    return date(year, place, calendar.monthrange(year, place)[1]) + timedelta(1) if after else date(year, place, 1)
