"""A dose of a known plan that was not given, as people tell of it without its day: "I missed the January one"."""

from __future__ import annotations

import re
from datetime import date

from ..reading.day_words import MONTH_PLACES, MONTHS, NTH
from ..reading.reader import read
from .message import Said
from .state import CHANGE, CLINIC_DATE, CONFIRM, State

_NOT_HAD = (
    r"(?:missed|skipped|forgot(?:ten)?(?: about| to (?:go|have|get|take|book))?"
    r"|never (?:had|got|went for|made|turned up for)|didn'?t (?:have|get|go for|make|take)"
    r"|couldn'?t (?:have|get|make)|wasn'?t (?:able to have|given)"
    r"|did not (?:have|get))"
)
_THING = r"(?:one|jab|jag|shot|injection|dose|needle|appointment)"
_OF_MONTH = re.compile(
    rf"\b{_NOT_HAD} (?:out on )?(?:my |the |that |our |her |his |a )?(?:(?P<m1>{MONTHS})(?:'?s)?\b(?: {_THING})?"
    rf"|(?:{_THING}|it|mine|hers|his) (?:in|for|of|due in) (?P<m2>{MONTHS})\b)"
    rf"|\b(?:in |the |my )?(?P<m3>{MONTHS})(?:'s)?(?: {_THING})?,? (?:i|we|she|he|they|was|got)(?: \w+){{0,2}}? ?"
    r"(?:missed|skipped|forgot(?:ten)?|never had|didn'?t have|didn'?t get)\b",
    re.I,
)
_OF_LAST = re.compile(
    rf"\b{_NOT_HAD} (?:out on )?(?:my|the|her|his) (?:last|latest|previous|most recent) {_THING}\b", re.I
)
_DAY = re.compile(
    rf"\b(?:{NTH}|\d{{1,2}} (?:{MONTHS})|(?:{MONTHS}) \d{{1,2}}(?!\d)|\d{{1,2}}[/.]\d{{1,2}}|yesterday|today)\b", re.I
)
_ASKS = re.compile(r"\W*(?:did|have|has|if|what if|when|should)\b", re.I)
LAST = "last"


def missed_dose(said: Said, state: State, today: date) -> str | None:
    """The first day of the month whose dose a message says was missed, in ISO 8601, or `LAST` for the last one; None
    where it tells of none, names a day, or asks."""
    text = said.text.replace("’", "'")
    if not state.ready(today) or state.about not in (None, CONFIRM, CHANGE, CLINIC_DATE) or _DAY.search(text):
        return None
    found, last = _OF_MONTH.search(text), _OF_LAST.search(text)
    match = found or last
    if match is None or "?" in text[: match.end() + 1] or _ASKS.match(text):
        return None
    if read(text, today=today).phases:
        return None
    if found is None:
        return LAST
    month = MONTH_PLACES[next(found[name] for name in ("m1", "m2", "m3") if found[name]).lower()]
    return date(today.year - (month > today.month), month, 1).isoformat()
