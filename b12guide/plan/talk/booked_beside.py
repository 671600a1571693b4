"""A date that the clinic set, told in the same message as the plan: it is kept as theirs, beside the one counted."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from ..reading.day_words import DAY_NUMBER, MONTHS, WEEKDAY_WORDS
from ..reading.reader import read_date
from .acting import Acting
from .move import Move
from .outcome import Outcome, Who
from .state import CONFIRM, State
from .templates import Wording
from .wishes import Wishes

_DAY = (
    rf"(?P<day>(?:(?:{WEEKDAY_WORDS}),? )?(?:the )?(?:{DAY_NUMBER}(?: of)? (?:{MONTHS})\b"
    rf"|(?:{MONTHS})\b\.? (?:the )?{DAY_NUMBER}(?!\w))(?:,? 20\d\d)?)"
)
_CLINIC = (
    r"(?:letter|card|text|e-?mail|message|surgery|clinic|nurses?|doctors?|gp|they"
    r"|practice|hospital|pharmacy|health cent(?:re|er))"
)
_SET = re.compile(
    rf"\b{_CLINIC}(?:['’](?:s|ve))?(?: (?:\w+)){{0,4}}? (?:gives?|gave|given|says?|said|sets?|booked|put|offers?"
    rf"|offered|wants?|do|has|have|got|shows?|sent)(?: (?:me|us|her|him|mine|it|in|down|for|on|as|is|an?"
    rf"|appointment|slot)){{0,5}} {_DAY}"
    rf"|\b(?:booked|booking|appointment|appt|slot)(?: (?:me|us|in|down|is|for|on|already|now)){{0,4}}"
    rf" {_DAY.replace('?P<day>', '?P<day2>')}",
    re.I,
)
_NO = re.compile(
    r"\b(?:last|had|was|cancel\w*|missed|if|blood tests?|flu|covid|start\w*|first|begin\w*|count\w*)\b", re.I
)


def booked_beside(
    before: State, text: str, outcome: Outcome, who: Who, wording: Wording, new_key: Callable[[], str]
) -> Outcome:
    """The outcome of a plan that was just told, with the date that the clinic set for its next dose."""
    state = State.from_json(outcome.state)
    if before.phases or state.about != CONFIRM or state.booked is not None or not state.ready(who.today):
        return outcome
    day = _day_set(text, who)
    planned = Wishes(state, who.today, wording).coming(1)
    if day is None or not planned or planned[0].earliest <= day <= planned[0].latest or state.had_since(day):
        return outcome
    kept = Acting(state, text, who, wording, new_key).all((Move("fact", "booked", day.isoformat()),))
    if kept is None or State.from_json(kept.state).booked != day:
        return outcome
    first, *rest = kept.bubbles[0].split("\n")
    line = Wishes(state, who.today, wording).dose_line("booked_beside", planned[0])
    return replace(kept, bubbles=("\n".join([first, line, *rest]), *kept.bubbles[1:]))


def _day_set(text: str, who: Who) -> date | None:
    """The one day to come that the clinic set, as a text tells."""
    days: set[date | None] = set()
    for match in _SET.finditer(text):
        clause = text[max(text.rfind(mark, 0, match.start()) for mark in ".;!?\n") + 1 : match.end()]
        if not _NO.search(clause):
            days.add(read_date(match["day"] or match["day2"], today=who.today, country=who.country, role="next").date)
    day = days.pop() if len(days) == 1 else None
    return day if day is not None and day >= who.today else None
