"""A question about the dates of a plan in whatever words, which nothing else took.

Its time is held against the plan (`held.py`): which dates lie in it, or that none does. That only states what the plan
has, so the other words need not be known; what tells of a dose, changes the plan or is about something else is left.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import islice

from ..reading.day_words import MONTHS, NTH_END
from ..reading.reader import read
from .asked_days import plan_days
from .days import tells_given
from .held import HELD, held_request
from .message import SENTENCE, Said
from .move_words import WORDS, asks
from .outcome import Who
from .state import CONFIRM, State
from .times_named import times_named, without_times

# A longer message tells a story.
_LONGEST = 45
# So many days ahead of the plan are known as its own.
_OWN = 12
_WHICH = re.compile(
    r"\b(?:any|none|neither|which|how many|is there|are there|there is|there'?s|free|(?:what|how) about)\b"
    r"|\b(?:one|ones|two|three|four|it|mine|hers|his|theirs|they|them|those|these|that)\b(?! (?:of my|glass|bottle))",
    re.I,
)
_PLAINLY = re.compile(
    r"\b(?:what|which|wich|wot) (?:\w+ ){0,2}?(?:dates?|days?|one|ones)\b|\b(?:the|my|our|her|his|all|any) dates\b"
    r"|\bwhich of (?:my|the|these|those|them|her|his)\b"
    r"|\bdates? (?:again|then|due|to come|ahead|please)\b"
    r"|\b(?:when|wen|whens)\b.{0,40}\b(?:due|next|after that|that one|my|mine|hers|his)\b"
    r"|\bafter that(?: one)?,? (?:when|what)\b|\bhow many (?:\w+ ){0,3}?(?:left|more|to go|to come|until|before)\b",
    re.I,
)
_WISH = re.compile(
    r"\b(?:can|could|may|might|shall|should) (?:\w+ ){1,4}?(?:moved?|swap(?:ped)?|changed?|shift(?:ed)?|rebook(?:ed)?"
    r"|push(?:ed)?|brought|bring|be (?:earlier|later|sooner))\b|\b(?:can|could|may) (?:\w+ ){1,8}?instead\b",
    re.I,
)
# "Early March" says nothing of an injection that was early.
_PART_OF_MONTH = re.compile(rf"\b(?:early|late|last week (?:of|in))(?= (?:{MONTHS})\b)", re.I)
# A question behind a greeting, or in the middle of a story.
_INVERTED = re.compile(
    r"\b(?:would|will|is|are|do|does|should|shall|can|could|might) (?:any|one|ones|it|they|that|this|these|those|there"
    r"|the|\d{1,2}|my|mine|her|hers|his|he|she|i|we|some|either|both"
    rf"|{MONTHS})(?:{NTH_END})?\b|\bor (?:not|no|none)\b|\b(?:none|one) (?:in|on|from|between)\b",
    re.I,
)
_CLOSED = re.compile(
    r"\b(?:shut|shuts|closed|closes|closing|open|opens|opening|bank hol(?:iday)?s?|public holidays?)\b", re.I
)


@dataclass(frozen=True)
class Soft:
    """What a message asks of the dates, as a request of the plan; `timed`: it names a time; `own`: it speaks of
    injections, or names one of their days; `plain`: the time is a stretch, or one of these days."""

    request: str
    timed: bool
    own: bool
    plain: bool = False


def soft_reading(text: str, state: State, who: Who) -> Soft | None:
    """What a text asks of the dates of a plan that are known; None where it tells something, or asks something else."""
    said = Said.of(text)
    if not state.ready(who.today) or state.paused or state.about not in (None, CONFIRM) or len(said.words) > _LONGEST:
        return None
    words = {word.text for word in Said.of(_PART_OF_MONTH.sub(" ", text)).words}
    if words & (WORDS["soft_tells"] | WORDS["soft_other"]) or tells_given(text) or not _asks(said):
        return None
    if read(without_times(text), today=who.today, country=who.country).phases:
        return None
    if _WISH.search(text):
        return None
    times = times_named(text, state, who.today, who.country)
    coming = own_days(state, who.today)
    closed = _CLOSED.search(text) is not None
    noun = bool(words & WORDS["soft_own"])
    if times:
        one_of_them = any(time.start == time.end and time.start in coming for time in times)
        own = noun or one_of_them
        plain = one_of_them or any(time.start != time.end for time in times)
        found = Soft(held_request(times, closed=closed), True, own, plain)
        return found if own or _WHICH.search(text) else None
    if closed and words & WORDS["soft_that"]:
        return Soft(held_request((), closed=True), True, noun)
    return Soft(HELD, False, noun) if _PLAINLY.search(text) else None


def _asks(said: Said) -> bool:
    """Whether one of its sentences asks."""
    if asks(said) or {word.text for word in said.words} & WORDS["soft_asks"]:
        return True
    if _INVERTED.search(said.text):
        return True
    return any(asks(Said.of(part[0])) for part in SENTENCE.finditer(said.text))


def own_days(state: State, today: date) -> frozenset[date]:
    """The days to come of the plan that it is known by."""
    return frozenset(islice((day for day in plan_days(state, today) if day >= today), _OWN))
