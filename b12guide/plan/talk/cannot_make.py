"""A date of the plan that does not suit: "I can't do the 30th", "can I just have it on the 1st instead?". It is a wish
to move one, for the clinic to grant; no day in it is one that was had or set."""

from __future__ import annotations

import re

from ..model import WEEKDAYS
from ..reading.day_words import DAY_NUMBER, MONTHS, NTH, WEEKDAY_WORDS
from ..reading.reader import states_plan
from .coming_day import shown_day
from .message import Said
from .move import Move, place_of
from .move_words import BOOKED, asks
from .outcome import Who
from .state import CHANGE, CONFIRM, State

_DAY = (
    rf"(?:(?:{WEEKDAY_WORDS})\b,? ?)?(?:(?:the )?{DAY_NUMBER}(?: of)? (?:{MONTHS})\b"
    rf"|(?:{MONTHS})\b\.? (?:the )?{DAY_NUMBER}(?!\w)"
    rf"|(?:the )?{NTH}\b|(?:that |this |the )?(?:{WEEKDAY_WORDS})\b)"
)
# The date that was just shown.
_THAT_DAY = r"(?:(?:that|this) (?:day|date|one|week|morning|afternoon)|then)"
_CANNOT = re.compile(
    r"\b(?:can'?t|cannot|can not|couldn'?t|won'?t be able to|not able to|unable to)"
    rf" (?:do|make|come|go|have it|get there|get in|manage)(?: (?:it|that|in))?(?: on)? {_DAY}"
    rf"|\b(?:can'?t|cannot|can not|couldn'?t|won'?t be able to|not able to|unable to) "
    rf"(?:(?:do|make|manage|come|be there|be in|go|get there)(?: it)?(?: on)? {_THAT_DAY}|(?:make it|be there)(?=\W*$))"
    rf"|\b{_THAT_DAY} (?:clashes|is no good|doesn'?t (?:suit|work)|does not (?:suit|work)|won'?t (?:suit|work))\b"
    rf"|{_DAY}(?: one)? (?:clashes|is no good|doesn'?t (?:suit|work)|does not (?:suit|work)|won'?t (?:suit|work)"
    rf"|is (?:awkward|impossible))\b",
    re.I,
)
# "I'm on a course that week": the day shown is taken up.
_TAKEN_UP = re.compile(
    r"\b(?:i'?m|we'?re|i am|we are|i'?ll be|we'?ll be)? ?\b(?:away|abroad|busy|working|at work|teaching|travell?ing"
    r"|on (?:a|an|my|our) (?:course|holiday|trip|shift|cruise|placement|rota|training)"
    rf"|at (?:a|an|my|our) (?:wedding|funeral|conference|course|hospital appointment))(?: all)? {_THAT_DAY}\b",
    re.I,
)
# "I work Tuesdays": each date on such a day.
_EVERY = re.compile(
    rf"\b(?:i|we)(?:'?ve| have)? (?:always |usually |only )?(?:work|teach|got (?:work|college|class(?:es)?"
    rf"|school|dialysis)"
    rf"|(?:have )?(?:work|college|class(?:es)?|school|dialysis)|can'?t do|cannot do|can'?t make) (?:on "
    rf"|every )?(?P<a>{WEEKDAY_WORDS})s?\b(?!,? \d)"
    rf"|\b(?P<b>{WEEKDAY_WORDS})s? (?:are|is) (?:no good|no use|bad|out|difficult|tricky|awkward"
    rf"|impossible|my work ?days?)\b"
    rf"|\b(?:clinic|surgery|practice|they)(?:'?s|'?re| is| are) (?:always )?(?:shut|closed)(?: on"
    rf"| every)? (?P<c>(?:mon|tues|wednes|thurs|fri)day)s?\b",
    re.I,
)
_CAN_MOVE = re.compile(
    r"\b(?:can|could|would|will) (?:they|the clinic|the surgery|the nurse|my clinic|we|i) (?:move|shift|change|swap"
    r"|bring|push)"
    rf"(?: (?:it|that|mine|this))? ?(?:from )?{_DAY}",
    re.I,
)
_INSTEAD = re.compile(
    r"\b(?:can|could|may) (?:i|we|she|he|it|they)(?: just| maybe| please){0,2} (?:do|have|get|go|come|be|take|move|put)"
    rf"(?: (?:it|that|in|mine|this|for|done|given)){{0,3}}(?: on| to)? {_DAY}[^.?!\n]{{0,15}}\b(?:instead"
    rf"|or something|or so|rather)\b",
    re.I,
)


def cannot_make(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """A wish to move a date of the plan that is shown."""
    if not state.ready(who.today) or state.about not in (None, CONFIRM, CHANGE) or BOOKED.within(said):
        return ()
    text = said.text.replace("’", "'")
    weekday = _EVERY.search(text)
    if weekday is not None and not states_plan(text) and not any(map(str.isdigit, text)):
        day = next(weekday[name] for name in ("a", "b", "c") if weekday[name])
        return _each(WEEKDAYS.index(day[:3].lower()), said, state, who)
    found = (
        _TAKEN_UP.search(text)
        or _CANNOT.search(text)
        or _CAN_MOVE.search(text)
        or (_INSTEAD.search(text) if asks(said) or "?" in text else None)
    )
    if found is None or (states_plan(text[: found.start()]) and not _known(text[: found.start()], state)):
        return ()
    return (Move("request", "move", rest=place_of(said, len(said.words))),)


def _each(weekday: int, said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """A weekday that never suits: a wish to move the date shown, where it is one, else which weekday that is."""
    shown = shown_day(state, who.today)
    place = place_of(said, len(said.words))
    if shown is not None and shown.weekday() == weekday:
        return (Move("request", "move", rest=place),)
    return (Move("request", "weekday", str(weekday), rest=place),)


def _known(text: str, state: State) -> bool:
    """Whether how often is said once more as it is."""
    return re.search(r"\b(?:still|same|leave|keep)\b", text, re.I) is not None and bool(state.phases)
