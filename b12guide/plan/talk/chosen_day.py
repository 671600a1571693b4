"""A day that somebody settles on: "go with the 6th", "ok, the 6th it is". It is one of the dates that were shown, or a
wish for another; it never puts right the last injection."""

from __future__ import annotations

import re
from itertools import islice

from ..model import full_date
from ..reading.day_words import MONTHS, NTH_END
from .asked_days import plan_days
from .message import Said
from .move import Move, place_of
from .outcome import Who
from .state import CHANGE, CONFIRM, State

_DAY = rf"(?:the )?(?P<{{0}}>\d{{{{1,2}}}}){NTH_END}(?: (?:of )?(?:{MONTHS})\b)?"
_LEAD = (
    r"^\W*(?:(?:ok|okay|k|right|fine|great|good|yes|yeah|yep|then|well|so|and|in that case|let'?s|i'?ll"
    r"|we'll)\W+){0,6}"
)
_SETTLES = re.compile(
    rf"{_LEAD}(?:(?:go|going|stick|sticking|happy|fine) (?:with|for)|take|have|do|pick|choose"
    rf"|book me in for) {_DAY.format('a')}"
    rf"(?:,? (?:then|please|pls|thanks|ta|one|it is)){{0,4}}\W*$"
    rf"|{_LEAD}{_DAY.format('b')} it is(?:,? (?:then|thanks|ta))?\W*$"
    rf"|{_LEAD}{_DAY.format('c')} (?:suits|works|is (?:fine|good|grand|perfect))(?: (?:me|for me|fine))?\W*$",
    re.I,
)
# So many dates ahead are looked at.
_AHEAD = 4


def chosen_day(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """A day to come that is settled on, by its number."""
    if not state.ready(who.today) or state.about not in (None, CONFIRM, CHANGE):
        return ()
    found = _SETTLES.match(said.text.replace("’", "'"))
    if found is None:
        return ()
    number = int(next(found[name] for name in ("a", "b", "c") if found[name]))
    coming = islice((day for day in plan_days(state, who.today) if day >= who.today), _AHEAD)
    day = next((day for day in coming if day.day == number), None)
    place = place_of(said, len(said.words))
    if day is None and found["b"]:
        # "The 16th it is" tells of the day that was set.
        return ()
    if day is None:
        return (Move("request", "move", rest=place),)
    return (Move("request", "asked_days", full_date(day), rest=place),)
