"""The day that the clinic set for the next dose, as people tell of it: "they'll squeeze me in Friday", "put me down for
the Tuesday instead", "rang them, Friday arvo"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ..reading.day_words import DAY_NUMBER, MONTHS, NTH, WEEKDAY_ENDS, WEEKDAY_STARTS
from .coming_day import Coming, coming_day, shown_day
from .days import row_of_days
from .facts import COUNTED_FROM, Told
from .message import SENTENCE, Said, is_date_word
from .move_words import AWAY, BOOKED, FILLERS, MENDING, NOT_BOOKED, PREAMBLE, SET_DAY, SET_DAY_BESIDE, asks, leaves_open
from .past import waits_for_booked
from .state import CHANGE, CLINIC_DATE, CONFIRM, PAST, State

_CLAUSE = re.compile(
    r"(?:(?!\s(?:so|but|cos|because)\s)[^.;!?\n,–—]|[.,](?=\d))+(?:[.;!?\n,–—]+\s*|\s(?=(?:so|but|cos|because)\s))?\s*"
)
_CALLED = re.compile(
    r"\b(?:rang|ring|rung|called|phoned|telephoned|belled|bell|spoke|spoken|heard back|got through|rang back)\b", re.I
)
_AGREED = re.compile(
    r"\b(?:clinic|surgery|nurses?|doctor|gp|practice|hospital|reception\w*|they|she|he)(?:'ve|'s| have| has)?"
    r" (?:say|says|said|agree[sd]?)(?: (?:that'?s|that is|it'?s))? (?:yes|ok|okay|fine)\b",
    re.I,
)
# "It was booked for the 3rd but I was away": what was, is no date to come.
_WAS = re.compile(
    r"\b(?:was|were|had been|used to|never|didn'?t|couldn'?t|can'?t|won'?t|wouldn'?t|nobody|no one)\b", re.I
)
_GIVEN = re.compile(
    r"\b(?:gave|given|did|done) (?:me |him |her |it |my ){0,8}(?:the |my |a )?(?:jab|shot|injection|needle|jag|it)\b",
    re.I,
)
# "This Friday or next", "someone said I could": no day that was set.
_EITHER = re.compile(
    rf"\b(?:this|next|the|on)? ?(?:{WEEKDAY_STARTS}){WEEKDAY_ENDS}"
    rf" or (?:(?:next|the|this|on)\b|(?:{WEEKDAY_STARTS}){WEEKDAY_ENDS})"
    r"|\bwhat (?:day|date) would\b|\bsaid (?:that )?(?:i|she|he|we) (?:could|can|might|may)\b",
    re.I,
)
# "Friday it is", "the 16th it is then".
_IT_IS = re.compile(
    rf"\b(?:(?:{WEEKDAY_STARTS}){WEEKDAY_ENDS}(?: (?:the )?{DAY_NUMBER})?|{NTH}(?: (?:of )?(?:{MONTHS}))?) it is\b",
    re.I,
)
# What is counted from another day is none by itself.
_COUNTED = re.compile(
    r"\b(?:after(?! tomorrow)|before|following|later|earlier|sooner|next (?:one|jab|shot|dose))\b", re.I
)


def set_day(said: Said, state: State, today: date) -> Told | None:
    """The day that the clinic set, as "booked" with the day, or with two of them where the words fit both. None where
    the message tells of no such day, or asks."""
    waits = waits_for_booked(state, today) is not None and state.about in (PAST, CLINIC_DATE)
    if not waits and (not state.ready(today) or state.about not in (None, CONFIRM, CHANGE, CLINIC_DATE)):
        return None
    if _EITHER.search(said.text) or leaves_open(said):
        return None
    telling = _telling(said, today)
    if telling is None:
        return None
    bare = _bare(said)
    if bare and asks(said):
        return None
    found = coming_day(telling, today=today, shown=None if bare or waits else shown_day(state, today))
    if not found.days or (bare and not found.ahead):
        return None
    days = "/".join(day.isoformat() for day in found.days)
    return Told("booked", days)


def asks_of_bare_day(said: Said, today: date) -> bool:
    """Whether a message names a day and asks of it, with no word of who set it: "thursday the 22nd, is it not?"."""
    sentences = [Said.of(match[0]) for match in SENTENCE.finditer(said.text)]
    return _bare(said) and any(asks(one) and _names_day(one, today) for one in sentences)


def _names_day(said: Said, today: date) -> bool:
    return any(is_date_word(word.text) for word in said.words) or _dated(said, today)


def _telling(said: Said, today: date) -> str | None:
    """The clauses of a message that tell of a set day, with those beside them that only name the day."""
    clauses = [Said.of(match[0]) for match in _CLAUSE.finditer(said.text)]
    clauses = [clause for clause in clauses if clause.words]
    tells = [_sets(clause) for clause in clauses]
    if any(asks(clause) and _dated(clause, today) for clause in clauses):
        return None
    # "He wants to come on the 19th, the clinic say yes": what was asked for is set by that.
    agreed = any(_AGREED.search(clause.text) for clause in clauses)
    kept = [
        clause
        for clause, told in zip(clauses, tells, strict=True)
        if told or ((_light(clause) or (agreed and not _WAS.search(clause.text))) and _dated(clause, today))
    ]
    if any(tells):
        return " ".join(clause.text for clause in kept)
    called = any(_CALLED.search(clause.text) for clause in clauses)
    days = [clause for clause in clauses if _dated(clause, today)]
    if called and any(_WAS.search(clause.text) for clause in days):
        # "Phoned them. It was the 10th": what was, is no date to come.
        return None
    # "Rang them, Friday arvo": the day stands apart from the call; alone, it is a date to come by its own words.
    if not days or any(not _light(clause) for clause in (clauses if called else days)):
        return None
    apart = all(not _CALLED.search(clause.text) for clause in days)
    if not (apart if called else _bare(said)):
        return None
    return " ".join(clause.text for clause in days)


def _sets(clause: Said) -> bool:
    words = {word.text for word in clause.words}
    if (
        words & NOT_BOOKED
        or _WAS.search(clause.text)
        or _GIVEN.search(clause.text)
        or asks(clause)
        or AWAY.within(clause)
        or COUNTED_FROM.search(clause.text)
    ):
        return False
    return SET_DAY.within(clause) or BOOKED.within(clause) or _IT_IS.search(clause.text) is not None


def _dated(clause: Said, today: date) -> bool:
    return coming_day(clause.text, today=today, shown=today + timedelta(1)) != Coming()


def _light(clause: Said) -> bool:
    left = clause.left([], FILLERS | PREAMBLE | MENDING | SET_DAY_BESIDE)
    return not [word for word in left if not is_date_word(word)]


def _bare(said: Said) -> bool:
    """Whether a message names a day and nothing else of weight: it tells of a set one only if it says it is to come."""
    cues = _CALLED.search(said.text) or _IT_IS.search(said.text) or SET_DAY.within(said) or BOOKED.within(said)
    if cues or AWAY.within(said) or row_of_days(said.text):
        return False
    return _light(said) and not _COUNTED.search(said.text)
