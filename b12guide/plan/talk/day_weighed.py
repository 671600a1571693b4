"""Whether a day is too soon or too late: "is the 25th too soon?", "they gave me 4 February, isn't that late?". It is
said how far the day is from the plan's own, and who decides."""

from __future__ import annotations

import re
from datetime import date
from itertools import islice

from ..reading.day_words import MONTHS, WEEKDAY_WORDS
from .asked_days import plan_days
from .message import Said
from .move import Move, place_of
from .outcome import Who
from .said_day import said_day
from .state import State

_BE = r"(?:is|isn'?t|'?s|was|wasn'?t|will|won'?t|would|wouldn'?t|does|could|if)"
_MUCH = r"(?:(?:be|seem|look|sound|a bit|a little|bit|little|way|not|far|much|really|it|that|ok|going to be) ){0,5}"
_SOON = r"(?:too (?:soon|early|late|close|near|far(?: off| away| apart)?|long)|soon|early|late|overdue)"
_IT = r"(?:that|it|this|they|that one)"
# "Is that too soon", "isn't it a bit late": of the day that was just told of.
_OF_THAT = re.compile(
    rf"\b{_BE} {_IT} {_MUCH}{_SOON}\b(?! (?:in|at|on|for|to (?:call|ring|ask|tell|start)))|\btoo (?:soon|early|late)\?"
    # "Does that still fit?"
    r"|\bdo(?:es|n'?t|esn'?t)? (?:it|that|this|they) (?:still )?(?:fit|match|tally|line up|agree|add up|go)\b"
    r"|\bis (?:it|that|this) (?:still )?(?:in line|right|ok|okay|correct) with (?:the|my|her"
    r"|his) (?:\w+ )?(?:plan|dates|gap)\b",
    re.I,
)
# "Is 25 January too soon", "would 5 feb be too late".
_OF_DAY = re.compile(
    rf"\b{_BE} (?P<day>[\w ,/-]{{3,40}}?) (?:be |going to be )?{_MUCH}{_SOON}"
    r"(?: (?:for|to have) (?:it|me|that|mine|my (?:jab|shot|injection|next one)))?"
    r"(?: (?:instead|then|please|do you think)){0,3}\s*(?:\?|$)",
    re.I,
)
_DATED = re.compile(rf"\d|\b(?:{MONTHS}|{WEEKDAY_WORDS})\b", re.I)
# So many dates ahead are looked at.
_AHEAD = 12
OFF = "off/"


def weighs(text: str) -> bool:
    """Whether a message asks whether the day that it tells of is too soon or too late."""
    return _OF_THAT.search(text.replace("’", "'")) is not None


def day_weighed(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """A day to come that is asked about: whether it is too soon or too late."""
    plain = said.text.replace("’", "'")
    found = _OF_DAY.search(plain) if state.ready(who.today) else None
    day = said_day(found["day"], "next", who).date if found is not None else None
    if state.ready(who.today) and state.booked is None and weighs(plain) and not _DATED.search(plain):
        # Of the day that was offered, which was spoken of just now.
        day = day or state.named_day
    if day is None or day < who.today:
        return ()
    return (Move("request", "late", f"{OFF}{day.isoformat()}", rest=place_of(said, len(said.words))),)


def nearest_planned(day: date, state: State, today: date) -> date | None:
    """The day of the plan to come that is nearest to a day."""
    coming = [one for one in islice(plan_days(state, today), _AHEAD) if one >= today]
    return min(coming, key=lambda one: abs((one - day).days), default=None)
