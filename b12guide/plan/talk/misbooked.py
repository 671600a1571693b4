"""A day that was noted as booked, and is not: it was the day of the last one ("no, that's the LAST one"), or nothing is
booked at all. What was counted from it is taken back."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ..model import WEEKDAYS, Anchor, full_date
from ..reading.day_words import MONTH_PLACES, MONTHS, NTH_END, WEEKDAY_WORDS
from .message import SENTENCE, Said
from .move import Move, place_of
from .outcome import Who
from .state import CHANGE, CONFIRM, State

# What a request to take back is of: a date that nobody set.
WAS_NOT_SET = "not_set"
_SET = r"(?:booked|arranged|scheduled|set|fixed|planned|in the (?:diary|book|system)|made)"
_THEY = r"(?:they|the (?:clinic|surgery|nurse|doctor|gp|practice|hospital|desk)|clinic|surgery|nurse|she|he|reception)"
_NOTHING = re.compile(
    rf"\b(?:nothing(?:'s|s| is| has been| was)?(?: (?:been|actually|even|ever|yet|been actually)){{0,2}} {_SET}"
    rf"|no (?:appointment|appt|booking|slot|date)s? (?:is |was |has been |been )?{_SET}"
    r"|(?:there(?:'s|s| is| are| was)?|i(?:'ve| have)?|we(?:'ve| have)?|they(?:'ve| have)?)(?: (?:got|made|gave me))?"
    r" no (?:appointment|appt|booking)s?\b"
    r"|(?:have(?:n'?t| not)|has(?:n'?t| not)|did(?:n'?t| not)|never|not)(?: (?:actually|even|been|got))?"
    r" (?:book|booked|made|make|have)(?: (?:me|us|it|in|an|any|a)){0,2} (?:anything|appointment|appt|booking|one)"
    r"|(?:have(?:n'?t| not)|has(?:n'?t| not)|did(?:n'?t| not)|never) (?:book|booked) (?:me|us|her|him|it)(?: in)?"
    r"(?: (?:yet|at all|for (?:that|then)))?(?=\W*$|[.,;!])"
    r"|(?:it|that|this|one|i|i'm|im|it's|its|that's|thats)(?:'s| is|'m| am| was)? ?(?:not|isn'?t|wasn'?t|never)"
    r"(?: (?:actually|even|been|a|an|any)){0,2} (?:booked|booking|appointment))\b"
    rf"|\b{_THEY}(?:'ve|'s| has| have)?(?: (?:actually|really|just)){{0,2}} (?:booked|set|arranged|fixed"
    r"|made|moved|changed)(?: (?:me|us|him|her))?(?: in)?"
    r" (?:nothing|none|no (?:date|day|appointment|booking)s?)\b(?: at all)?"
    r"|\b(?:nobody|no one|noone)(?: has|'s)?(?: ever)? (?:booked|arranged|set)\b[^.;!?\n]{0,25}"
    r"|\bnothing (?:is |was |has been )?(?:on )?(?:booked|arranged)\b"
    r"|\bno bookings?(?: (?:at all|made|yet|there))?(?! fees?\b)\b",
    re.I,
)
_LAST = re.compile(
    r"\b(?:that|it|this|this one|that one|that day|that date)(?:'?s| is| was)(?: when i had)?"
    r"(?: (?:actually|really|just|only)){0,2} (?:the |my |her |his )?(?:last|latest|previous|most recent)"
    r"(?: (?:one|jab|jag|shot|injection|dose|needle|time))?\b(?! (?:month|week|year|day)\b)"
    r"|\b(?:i meant|meant|i mean) (?:the |my )?last (?:one|jab|shot|injection|dose)\b"
    r"|\b(?:the )?last (?:one|jab|shot|injection|dose)?,? (?:and )?not (?:the |my )?next\b",
    re.I,
)
# From how far ahead a day that was noted is likely one of the year before.
_FAR = timedelta(days=180)
SUPPOSED = re.compile(r"\b(?:if|unless|should|might|worried|would|was it|is it|is that|isn'?t it)\b", re.I)
_DATED = re.compile(
    rf"\b(?:(?P<d>\d{{1,2}})(?:{NTH_END})? (?:of )?(?P<m>{MONTHS})\b"
    rf"|(?P<n>{MONTHS})\b\.? (?:the )?(?P<e>\d{{1,2}})(?!\d)"
    rf"|(?P<w>{WEEKDAY_WORDS})\b)",
    re.I,
)


def never_booked(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """That the day which was noted as booked was the last one, or that none is booked; nothing else of the message
    tells of another day."""
    noted = _noted(state)
    if noted is None or state.paused or state.about not in (None, CONFIRM, CHANGE):
        return ()
    text = said.text.replace("’", "'")
    told = next((s[0] for s in SENTENCE.finditer(text) if _LAST.search(s[0]) or _NOTHING.search(s[0])), None)
    if told is None or "?" in told or SUPPOSED.search(told):
        return ()
    if any(not _is_of(named, noted) for named in _DATED.finditer(text)):
        # Another day is told: the message is read whole.
        return ()
    rest = place_of(said, len(said.words))
    if _LAST.search(told) is not None:
        day = _year_before(noted)
        return (Move("fact", "date", f"last one was on {full_date(day)}", rest=rest),) if day <= who.today else ()
    return (Move("request", "undo", WAS_NOT_SET, rest=rest),)


def settle_misbooked(state: State, today: date) -> None:
    """Count from the last one, where the day that was noted as booked is that of a dose told of, a year on: the year
    was guessed, and the day was that dose's."""
    noted = _noted(state)
    had = _year_before(noted) if noted is not None else None
    if had is None or had > today or had not in {dose.day for dose in state.given}:
        return
    if (noted or today) - today < _FAR:
        # So near, its year was no guess.
        return
    if had == max(dose.day for dose in state.given):
        state.anchor, state.booked, state.given_on = Anchor("last", had), None, None


def nothing_booked(plain: str) -> bool:
    """Whether a sentence of a message says that nothing is booked, and asks or supposes nothing."""
    told = [part[0] for part in SENTENCE.finditer(plain) if _NOTHING.search(part[0])]
    return bool(told) and not any("?" in one or SUPPOSED.search(one) for one in told[:1])


def without_nothing_booked(plain: str) -> str:
    """A message with blanks in the place of the words that nothing is booked."""
    return _NOTHING.sub(lambda found: " " * len(found[0]), plain)


def _noted(state: State) -> date | None:
    """The day that is noted as booked and that the plan is counted from."""
    counted = state.booked is not None and state.anchor is not None and state.anchor.date == state.booked
    return state.booked if counted else None


def _year_before(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day - timedelta(days=366)


def _is_of(named: re.Match[str], noted: date) -> bool:
    """Whether a day that a text names is the one that was noted, in whatever year."""
    if named["w"]:
        return any(WEEKDAYS[day.weekday()] == named["w"][:3].lower() for day in (noted, _year_before(noted)))
    month = (named["m"] or named["n"] or "").lower()
    return int(named["d"] or named["e"]) == noted.day and (not month or MONTH_PLACES[month] == noted.month)
