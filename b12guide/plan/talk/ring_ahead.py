"""Which day to ring: "they want two weeks' notice, when do I call?". It is so long before a date of the plan."""

from __future__ import annotations

import re
from datetime import date

from .asked_days import day_meant
from .coming_day import shown_day
from .message import NUMBERS
from .move import Move
from .outcome import Who
from .state import State

RING_AHEAD = "ring_ahead"
_RING = re.compile(
    r"\b(?:ring|ringing|call|calling|phone|phoning|telephone|contact|contacting|book|booking|order|ordering|notice"
    r"|let (?:them|the \w+) know|give them a (?:ring|call|bell)|get in touch)\b",
    re.I,
)
_UNIT = r"(?P<u{0}>day|week|wk|fortnight|month)s?'?s?"
_COUNT = rf"(?P<n{{0}}>\d{{{{1,2}}}}|an?|{'|'.join(NUMBERS)})(?: of)?[ -](?:full |clear |whole |working )?"
_LENGTH = re.compile(
    rf"\b{_COUNT.format(1)}{_UNIT.format(1)},?"
    r" (?:notice|before(?:hand)?|ahead|prior|in advance|early|earlier|warning)\b"
    rf"|\b(?:notice|warning) of (?:at least )?{_COUNT.format(2)}{_UNIT.format(2)}",
    re.I,
)
_WHEN = re.compile(
    r"\b(?:when|whens|what (?:day|date|would that|is that|'s that)|which (?:day|date)|what'?s|by when|how soon|what is"
    r"|what day)\b",
    re.I,
)
# "Two weeks before my next".
_BEFORE_NEXT = re.compile(
    rf"\b{_COUNT.format(1)}{_UNIT.format(1)} (?:before|ahead of|prior to) (?:my|the|her|his|our) next"
    r"(?: (?:one|b-?12|jab|jag|shot|injection|dose|date|appointment))?\W*$",
    re.I,
)
_ELSE = re.compile(
    r"\b(?:remind\w*|alarms?|alerts?|calendar|every|last (?:one|jab|shot|time)|they (?:rang|called|booked|phoned)"
    r"|text me|early enough|working days?|move[ds]?|can i have it|instead|travel|flight|holiday|rash|itch\w*|numb)\b",
    re.I,
)
_WEEKS = {"wk": "week"}


def ring_ahead(text: str, state: State, who: Who) -> Move | None:
    """The dose that is counted back from and how long before it, as the value of `so_long_before`."""
    plain = text.replace("’", "'")
    if not state.ready(who.today) or _ELSE.search(plain) or not _WHEN.search(plain):
        return None
    found = _LENGTH.search(plain) if _RING.search(plain) else None
    of_next = _BEFORE_NEXT.search(plain)
    found = found or of_next
    if found is None:
        return None
    rest = f"{plain[: found.start()]} . {plain[found.end() :]}" if of_next is None else ""
    day = day_meant(f"before {rest}", state, who.today) or _month_of(rest, state, who) or shown_day(state, who.today)
    if day is None:
        return None
    groups = found.groupdict()
    count, unit = groups["n1"] or groups["n2"], (groups["u1"] or groups["u2"]).lower()
    many = 1 if count.lower() in ("a", "an") else NUMBERS.get(count.lower()) or int(count)
    value = f"{day.isoformat()}/{many}/{_WEEKS.get(unit, unit)}"
    return Move("request", RING_AHEAD, value, rest=(0, len(text)))


def _month_of(text: str, state: State, who: Who) -> date | None:
    """The dose of the month that is named: "for the December one", "December's"."""
    named = re.search(r"\b(?P<m>[a-z]{3,9})(?:'s\b| (?:one|jab|jag|shot|injection|dose)\b)", text, re.I)
    return day_meant(f"in {named['m']}", state, who.today) if named is not None else None
