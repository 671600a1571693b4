"""The day of something in somebody's life that is told beside the dates, a move or a wedding: it is kept, and "the
first one after I move" is counted from it later in the talk."""

from __future__ import annotations

import re
from datetime import date
from itertools import takewhile

from ..model import full_date
from ..reading.day_words import DAY_NUMBER, MONTHS, WEEKDAY_WORDS
from ..reading.reader import read_date, states_plan
from .days import tells_given
from .message import SENTENCE
from .move import Move
from .outcome import Who
from .state import State
from .view import View

EVENT_TOLD, EVENT_ASKED = "event_told", "event_asked"
_I = r"(?:i|we|she|he|they|mum|dad)"
_AM = r"(?:'m| am|'re| are|'s| is|'ll| will|'ll be| will be)?(?: be)?(?: going to)?(?: finally)?"
# What is told of, by its name; each in the words in which it is told or asked about.
_EVENTS = {
    "move": (
        rf"\b{_I}{_AM} (?:move|moves|moving)(?: (?:house|home|flat|out|in|away|up|down|over|country"
        r"|to (?:a|my|the|our|be) [a-z ]{2,20}|to (?!the\b|a\b|my\b|mon|tues|wed|thu|fri|sat"
        r"|sun)[a-z]{3,12}))?(?= on\b|,|\W*$)"
        r"|\b(?:my|our|the|house) (?:house )?mov(?:e|ing)(?: (?:day|date))?\b",
        r"\bmov(?:e|es|ed|ing)\b",
    ),
    "wedding": (r"\b(?:get|gets|getting) (?:married|wed)\b|\bwedding\b", r"\bwedding\b|\bmarried\b"),
    # A surgery is a practice as well.
    "operation": (
        r"\b(?:my|her|his|an?|the|our) (?:\w+ )?(?:op|operation)\b|\b(?:have|having|has|for) (?:my "
        r"|an? )?(?:\w+ )?surgery\b",
        r"\b(?:op|operation|surgery)\b",
    ),
    "job": (
        rf"\b{_I}{_AM} (?:start|starts|starting|begin|begins) (?:my |a |the |her |his )?(?:new )?(?:job|work|uni"
        rf"|university"
        r"|college|school|term|at [a-z]{3,15})\b",
        r"\b(?:job|start(?:s|ed|ing)?|work|uni|university|college|school)\b",
    ),
}
_TOLD = {name: re.compile(told, re.I) for name, (told, _) in _EVENTS.items()}
_ASKED = {name: re.compile(asked, re.I) for name, (_, asked) in _EVENTS.items()}
# What stands right behind it names it so.
JUST_TOLD = "it"
_ASKED[JUST_TOLD] = re.compile(r"^(?:it|that|then)\b", re.I)
_DAY = re.compile(
    rf"\b(?:on |is )(?:(?:{WEEKDAY_WORDS}),? )?(?:the )?(?:{DAY_NUMBER}(?:,? (?:of )?(?:{MONTHS})\b)"
    rf"|(?:{MONTHS})\b\.? (?:the )?{DAY_NUMBER})(?:,? 20\d\d)?",
    re.I,
)
_FIRST_AFTER = re.compile(
    r"\b(?:first|next|one|ones|jab|jag|shot|injection|dose|date|what|when|whens|which|anything|due)\b[^.;!?]{0,40}?"
    r"\b(?:after|once|following|when)\b (?P<what>(?:i|we|she|he|they|the|my|our|her|his|that|it|then|mum"
    r"|dad)\b[^.;!?]{0,40})",
    re.I,
)
_LAST_BEFORE = re.compile(
    r"\b(?:last|final|one|ones|jab|jag|shot|injection|dose|date|what|when|which|anything|due)\b[^.;!?]{0,40}?"
    r"\b(?:before|by the time|ahead of|until)\b"
    r" (?P<what>(?:i|we|she|he|they|the|my|our|her|his|that|it|then|mum|dad)\b[^.;!?]{0,40})",
    re.I,
)
# A move of an injection is no event of this kind; how many there are before a day is counted elsewhere.
_OTHER = re.compile(
    r"\b(?:jabs?|jags?|shots?|injections?|doses?|b-?12|appointments?|it to|booked|instead|how many|can i|could i|may i"
    r"|should i|every|each|pay|result)\b",
    re.I,
)


def event_told(text: str, state: State, who: Who) -> Move | None:
    """What is told alone, with its day to come: "2027-01-20/move"."""
    found = event_day(text, who) if state.ready(who.today) and "?" not in text else None
    if found is None or _OTHER.search(text):
        return None
    day, name = found
    return Move("request", EVENT_TOLD, f"{day.isoformat()}/{name}", rest=(0, len(text)))


def event_day(text: str, who: Who) -> tuple[date, str] | None:
    """The day to come of an event that a text tells of, and its name."""
    plain = text.replace("’", "'")
    for part in SENTENCE.findall(plain):
        name = next((name for name, told in _TOLD.items() if told.search(part)), None)
        days = list(_DAY.finditer(part)) if name is not None else []
        if name is None or len(days) != 1 or states_plan(part) or tells_given(part):
            continue
        day = read_date(days[0][0], today=who.today, country=who.country, role="next").date
        if day is not None and day > who.today:
            return day, name
    return None


def event_asked(text: str, state: State, who: Who) -> Move | None:
    """The dose that is asked for by an event of which the day was told: "after/2027-01-20/move"."""
    plain = text.replace("’", "'")
    if (named_day := _asked_with_day(plain, state, who)) is not None:
        value = f"{named_day[0]}/{named_day[1].isoformat()}/{JUST_TOLD}"
        return Move("request", EVENT_ASKED, value, rest=(0, len(text)))
    day = state.before_day
    if not state.ready(who.today) or day is None or day <= who.today or re.search(r"\d", plain):
        return None
    for pattern, way in ((_FIRST_AFTER, "after"), (_LAST_BEFORE, "before")):
        found = pattern.search(plain)
        if found is None or re.search(r"\b(?:how many|how long)\b", plain, re.I):
            continue
        named = next(
            (name for name in sorted(state.event) if name in _ASKED and _ASKED[name].search(found["what"])), None
        )
        if named is not None:
            return Move("request", EVENT_ASKED, f"{way}/{day.isoformat()}/{named}", rest=(0, len(text)))
    return None


_GOES = re.compile(
    r"^(?:i|we|she|he|they|mum|dad)(?:'m| am|'re| are|'s| is)? (?:go|goes|going|fly|flies|flying|leave|leaves"
    r"|leaving|travel"
    r"|move|moves|moving|start|starts|starting|get|gets|getting|have|has|having|sail|emigrate)\b",
    re.I,
)


def _asked_with_day(plain: str, state: State, who: Who) -> tuple[str, date] | None:
    """The way, and the day that is told with the event: "the last one before I go away on 3 July"."""
    days = list(_DAY.finditer(plain))
    if not state.ready(who.today) or len(days) != 1 or states_plan(plain) or tells_given(plain):
        return None
    for pattern, way in ((_FIRST_AFTER, "after"), (_LAST_BEFORE, "before")):
        found = pattern.search(plain)
        if found is None or not found.start("what") < days[0].start() or not _GOES.match(found["what"]):
            continue
        day = read_date(days[0][0], today=who.today, country=who.country, role="next").date
        if day is not None and day > who.today and not re.search(r"\bhow (?:many|long)\b", plain, re.I):
            return way, day
    return None


class EventDay(View):
    """Says how the dates lie to it."""

    def event_told(self, value: str) -> list[str]:
        """`value`: the day, and the name of the event."""
        named, name = value.split("/")
        self.state.before_day, self.state.event = date.fromisoformat(named), frozenset({name})
        return [
            self.words("event_noted", date=full_date(self.state.before_day)),
            *self._about_event(self.state.before_day),
        ]

    def event_asked(self, value: str) -> list[str]:
        """`value`: "after" or "before", the day, and the name of the event."""
        way, named, name = value.split("/")
        day = date.fromisoformat(named)
        if name != JUST_TOLD:
            self.state.before_day, self.state.event = day, frozenset({name})
        return self._about_event(day, way)

    def _about_event(self, day: date, way: str = "") -> list[str]:
        """The last dose before a day and the first one after it, or one of them."""
        if self.overdue:
            return [*self.late(), self.words("after_late")]
        shown = full_date(day)
        before = list(takewhile(lambda dose: dose.latest < day, self.since(self.today)))[-1:]
        after = next((dose for dose in self.since(day) if dose.earliest > day), None)
        on = next((dose for dose in self.since(day) if dose.earliest <= day), None)
        lines = [self.dose_line("falls_on", on)] if on is not None else []
        if way in ("", "before"):
            lines += [self.words("event_before", day=shown, dates=self.days(before))] if before else []
            lines += [] if before or not way else [self.words("none_before", day=shown)]
        if way in ("", "after"):
            lines += [self.words("event_after", day=shown, dates=self.days([after]))] if after is not None else []
            lines += [] if after is not None or not way else [self.words("nothing_after")]
        return lines
