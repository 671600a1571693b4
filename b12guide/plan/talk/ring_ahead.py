"""Which day to ring: "they want two weeks' notice, when do I call?". It is so long before a date of the plan."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from ..model import full_date
from ..reading.day_words import NTH
from ..wording import plural
from .asked_days import day_meant
from .coming_day import shown_day
from .message import NUMBERS, number_of
from .move import Move
from .outcome import Outcome, Who
from .so_long_before import before
from .state import CONFIRM, State
from .templates import Wording

RING_AHEAD, RING_ALARM = "ring_ahead", "ring_alarm"
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
    r"|what day|(?:the|my|a|latest|last) (?:day|date) (?:to|for|on which|i|we|that i))\b",
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
_ALARM = re.compile(r"\b(?:remind\w*|alarms?|alerts?|text me|nudge)\b", re.I)
_WEEKS = {"wk": "week"}


# "3 weeks' notice" is no gap, and no length of a course.
_NOTICE = re.compile(
    rf"(?:\b(?:for|of|at least|a full) )?\b{_COUNT.format(1)}{_UNIT.format(1)} (?:of )?(?:notice|warning)\b"
    rf"|\b(?:notice|warning) of (?:at least )?{_COUNT.format(2)}{_UNIT.format(2)}",
    re.I,
)


def without_notice(text: str) -> str:
    """`text` without how long ahead the clinic wants to hear."""
    return _NOTICE.sub("notice", text)


# "An alarm for the ringing", "put the day to phone in my calendar"; an alarm that rings is none of these.
_CALENDAR = re.compile(r"\b(?:alarms?|alerts?|calend[ae]r|file)\b", re.I)
_TO_RING = re.compile(
    r"\b(?:for|of|about) (?:the |me |my )?(?:ringing|calling|phoning|phone ?call|call)\b"
    r"|\b(?:day|date|when) (?:to|i|for me to)(?: have to| must| should| need to)? (?:ring|call|phone)\b"
    r"|\bto (?:call|phone)\b|\bto ring (?:them|up|in|the (?:surgery|clinic|practice|doctors?|nurse)|my)\b",
    re.I,
)
_GOES_OFF = re.compile(
    r"\b(?:does|do|will|would|is|are)\b[^.;!?]{0,30}\b(?:alarms?|alerts?|file|entry|calend[ae]r|it|that)\b[^.;!?]{0,25}"
    r"\b(?:go off|going off|ring|rings|sound|set|for|remind me)\b",
    re.I,
)
_NUMBER = re.compile(rf"\bthe (?P<n>{NTH})\b", re.I)


def ring_alarm(text: str, state: State, who: Who) -> Move | None:
    """An alarm or an entry that is wanted for the day to ring: the value is that day, where it is known, and "no/"
    before it where it is asked if the file's alarm is on it."""
    plain = text.replace("’", "'")
    if not state.ready(who.today) or (_CALENDAR.search(plain) is None and state.ring_on is None):
        return None
    numbers = {int(re.sub(r"\D", "", found["n"])) for found in _NUMBER.finditer(plain)}
    if state.ring_on is not None and _GOES_OFF.search(plain) and state.ring_on.day in numbers:
        return Move("request", RING_ALARM, f"no/{state.ring_on.isoformat()}", rest=(0, len(text)))
    if _CALENDAR.search(plain) is None or _TO_RING.search(plain) is None:
        return None
    shown, found = shown_day(state, who.today), _LENGTH.search(plain)
    day = state.ring_on
    if found is not None and shown is not None:
        day = ring_day(_value(shown, found))
    elif numbers and (day is None or day.day not in numbers):
        day = _ahead_of(shown, numbers.pop(), who.today) if len(numbers) == 1 else None
    return Move("request", RING_ALARM, f"/{day.isoformat() if day else ''}", rest=(0, len(text)))


def _ahead_of(shown: date | None, number: int, today: date) -> date | None:
    """The latest day with a number before the dose that is shown."""
    if shown is None:
        return None
    days = (shown - timedelta(n) for n in range(1, 62))
    return next((day for day in days if day.day == number and day >= today), None)


def asks_day_to_ring(text: str) -> bool:
    """Whether a text asks which day to ring, so long before an injection."""
    plain = text.replace("’", "'")
    asked = all(one.search(plain) is not None for one in (_RING, _WHEN, _LENGTH))
    return asked and _ALARM.search(plain) is None


def ring_told(outcome: Outcome, text: str, who: Who, wording: Wording) -> Outcome:
    """The plan that was told and read back, with the day to ring for its next dose before it, where that is asked."""
    state, plain = State.from_json(outcome.state), text.replace("’", "'")
    if state.about != CONFIRM or not state.ready(who.today) or not asks_day_to_ring(plain):
        return outcome
    found, day = _LENGTH.search(plain), shown_day(state, who.today)
    if found is None or day is None or day < who.today:
        return outcome
    line = ring_line(_value(day, found), who, wording)
    state.ring_on = ring_day(_value(day, found))
    return replace(
        outcome, state=state.to_json(), bubbles=("\n".join([line, outcome.bubbles[0]]), *outcome.bubbles[1:])
    )


def ring_line(value: str, who: Who, wording: Wording) -> str:
    """The day to ring; `value`: as of `so_long_before`."""
    named, count, unit = value.split("/")
    day, then = date.fromisoformat(named), ring_day(value)
    span = plural(int(count) * (2 if unit == "fortnight" else 1), "week" if unit == "fortnight" else unit)
    line = wording("so_long_before", span=span, day=full_date(day), date=full_date(then))
    gone = "day_gone_by" if then < who.today else "day_now" if then == who.today else ""
    return f"{line} {wording(gone)}" if gone else line


def ring_day(value: str) -> date:
    """The day so long before another; `value`: as of `so_long_before`."""
    named, count, unit = value.split("/")
    return before(date.fromisoformat(named), int(count), unit)


def alarm_lines(value: str, state: State, words: Wording) -> list[str]:
    """That the file's alarms are for the injection, and the day to call to be set by oneself; `value`: as of
    `ring_alarm`."""
    no, _, named = value.partition("/")
    state.ring_on = date.fromisoformat(named) if named else state.ring_on
    own = words("ring_alarm_day", date=full_date(date.fromisoformat(named))) if named else words("ring_alarm_any")
    return [f"{words('plain_no')} {words('ring_alarm')}" if no else words("ring_alarm"), own]


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
    return Move("request", RING_AHEAD, _value(day, found), rest=(0, len(text)))


def _value(day: date, found: re.Match[str]) -> str:
    groups = found.groupdict()
    count, unit = groups["n1"] or groups["n2"], (groups["u1"] or groups["u2"]).lower()
    many = number_of(count)
    return f"{day.isoformat()}/{many}/{_WEEKS.get(unit, unit)}"


def _month_of(text: str, state: State, who: Who) -> date | None:
    """The dose of the month that is named: "for the December one", "December's"."""
    named = re.search(r"\b(?P<m>[a-z]{3,9})(?:'s\b| (?:one|jab|jag|shot|injection|dose)\b)", text, re.I)
    return day_meant(f"in {named['m']}", state, who.today) if named is not None else None
