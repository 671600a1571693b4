"""An injection to come that the clinic moved by a stretch of time, or to no day that is told: "they've put it back a
week", "my appointment's been cancelled". The new day is counted from the plan's, or it is asked for; never does the old
one stand as if nothing had been said."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import islice

from .asked_days import plan_days
from .message import Said, is_date_word, number
from .move import Move, place_of
from .move_words import asks
from .outcome import Who
from .state import CHANGE, CONFIRM, State

_LEAD = (
    r"^\W*(?:(?:so|ok|okay|hi|hello|oh|no|yes|and|but|well|right|sorry|actually|now|um|just to say|just so you know)\W+"
    r"){0,5}(?:[^.!?]{0,40}\b(?:so|and|but|because|that|,) )?"
)
_CLINIC = (
    r"(?:they|she|he|(?:the |my |our |her |his )?(?:clinic|surgery|nurse|practice|hospital|doctor|gp|doctors"
    r"|receptionist|pharmacy|pharmacist|home)s?)"
)
_HAVE = r"(?:'?ve|'s|'d| have| has| had)?(?: (?:now|just|already|only|also|then|gone and|had to|to)){0,3}"
_IT = (
    r"(?:it|mine|hers|his|that|this one|that one|me|(?:the|my|her|his|mum'?s|dad'?s) (?:next |b-?12 |coming )?"
    r"(?:one|appointment|appt|jab|shot|injection|needle|slot|booking|dose))"
)
_VERB = (
    r"(?:moved?|changed?|shift(?:ed)?|push(?:ed)?|put|brought|bring|bumped|delay(?:ed)?|postponed?|cancell?(?:ed)?"
    r"|rescheduled?|re-?booked|re-?arranged?|called off|brought)"
)
_WAY = r"(?:back|forward|forwards|off|out|up|along|later|earlier|sooner|on|by)"
_SPAN = r"(?P<{0}>an?|\d{{1,2}}|one|two|three|four|five|six|ten|a couple of|a few)"
_SPAN += r" (?P<{1}>days?|weeks?|wks?|fortnights?|months?)"
_END = (
    r"(?:,? (?:now|again|please|unfortunately|sorry|apparently|today|they said|because of .{1,30}|due to .{1,30}"
    r"|for some reason|on me|then|x)){0,3}\W*$"
)
_BY = r"(?: (?P<{0}>" + _WAY + r"))?(?: by)?(?: (?:about|around|roughly|another))?"
_TELLS = re.compile(
    rf"{_LEAD}(?:{_CLINIC}{_HAVE} {_VERB} {_IT}|{_IT}(?:'s| has| have| is| was| got)?"
    rf"(?: (?:now|just|been|being|had to be)){{0,3}} {_VERB}){_BY.format('way')}(?: {_SPAN.format('n', 'unit')})?"
    rf"(?: (?P<way2>earlier|later|sooner|early|late|on|forward|back))?{_END}",
    re.I,
)
_LATER = re.compile(r"\b(?:back|later|late|off|out|on|along|delay\w*|postpone\w*|push\w*)\b", re.I)
_EARLIER = re.compile(r"\b(?:earlier|early|sooner|up)\b|\b(?:brought|bring)\b.*\bforwards?\b", re.I)
_DAYS = {"day": 1, "week": 7, "wk": 7, "fortnight": 14}
_MANY = {"a": 1, "an": 1, "a couple of": 2}
_SUPPOSED = re.compile(r"\b(?:if|could|can|would|may|might|should|want|ask|asked|will|gonna|going to|hope)\b|\?", re.I)
# More words than these tell more.
_LONGEST = 22


def _coming(state: State, who: Who) -> list[date]:
    """The next day of the plan, which is not today's; none where one is overdue."""
    days = list(islice((day for day in plan_days(state, who.today) if state.anchor and day > state.anchor.date), 1))
    return [day for day in days if day > who.today]


def clinic_moved(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """The day that the clinic moved the next one to, where it is told by how much; else that it is to be asked."""
    text = said.text.replace("’", "'").strip()
    if not state.ready(who.today) or state.about not in (None, CONFIRM, CHANGE) or _SUPPOSED.search(text) or asks(said):
        return ()
    found = _TELLS.match(text)
    if found is None or len(said.words) > _LONGEST:
        return ()
    if found["n"] is None and any(is_date_word(word.text) for word in said.words):
        # A day is told, which is read as one.
        return ()
    coming = [state.booked] if state.booked is not None else _coming(state, who)
    if not coming:
        # What is overdue was not given.
        return ()
    rest = place_of(said, len(said.words))
    unit = (found["unit"] or "").lower().rstrip("s")
    later, earlier = _LATER.search(found[0]) is not None, _EARLIER.search(found[0]) is not None
    many = _MANY.get((found["n"] or "").lower()) or number((found["n"] or "").lower())
    if unit in _DAYS and many and later != earlier:
        day = coming[0] + timedelta(days=many * _DAYS[unit] * (1 if later else -1))
        if day >= who.today:
            return (Move("fact", "booked", day.isoformat(), rest=rest),)
    return (Move("fact", "called_off", rest=rest),)
