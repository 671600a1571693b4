"""A list of the dates of a plan that is wished for in whatever words, and how many they are: "list for next yr", "every
date from today to 14 December and the total", "I still have no list"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from ..model import full_date
from ..reading.day_words import MONTHS
from ..reading.reader import states_plan
from .days import tells_given
from .lists import Lists
from .message import NUMBERS, Said
from .move import Move
from .named_spans import span_named
from .outcome import Who
from .state import State
from .view import every

DATES_WISHED, TOTAL = "dates_wished", "dates_total"
_THING = r"(?:b-?12 )?(?:dates?|days?|jabs?|jags?|shots?|injections?|needles?|doses?|ones|appointments?)"
_LIST = r"(?:list(?:s|ed|ing)?|lst|rundown|schedule|timetable)"
_VERB = (
    r"(?:list|give|gimme|tell|show|send|write|print|need|want|have|see|get|make|do|read|name|say|set|spell|lay|run|know"
    r"|put|dates)"
)
# "A list for next year", "list every date": the word says it; "all dates to the end of April", "tell me the dates".
_BY_LIST = re.compile(rf"\b{_LIST}\b", re.I)
_ALL_DATES = re.compile(
    rf"^\W*(?:(?:and|ok|so|then|please|pls|plz|now|also|just|the|yes|my|her|his|right|can i have|could i have"
    rf"|i'?d like)\W+){{0,5}}(?:(?:all|every|each|any|the|my|her|his|our|other|remaining|upcoming|of"
    rf"|single)\W+){{0,5}}{_THING}\b"
    rf"|\b{_VERB}\b[^.;!?]{{0,20}}?\b(?:all|every|each|remaining|the rest of|the|my|her|his)\b[^.;!?]{{0,15}}?"
    rf"\b{_THING}\b",
    re.I,
)
# "How many shall I have had by the end of 2027": up to a day.
_HOW_MANY = re.compile(
    rf"\bhow many (?:{_THING} |of (?:them|these|those) )?(?:(?:i|we|she|he|they|shall|will|would|do|does|am|is|are"
    rf"|there"
    r"|have|has|had|be|get|need|still|to|left|due) ){1,6}?(?=(?:by|up to|until|till?|before)\b)",
    re.I,
)
# Of other lists, of what was had, and of days away others speak.
_OTHER = re.compile(
    r"\b(?:questions?|notes?|symptoms?|tests?|results?|medic\w*|drugs?|foods?|side effects?|waiting|reminders?|reminded"
    r"|remind|alarms?|signs?|shopping|away|holiday\w*|moved?|changed?|booked|instead|missed|been given|weekends?"
    r"|how often|for mum|sources|names?|weekdays?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
    r"|log|had so far|why|get rid|delet\w*|remov\w*|wipe|eras\w*|lose|forget|bin)\b",
    re.I,
)
_NO_LIST = re.compile(
    rf"\b(?:no|never|not|still|yet|where(?:'?s| is| was)?|without|forgot(?:ten)?|missing|didn'?t|haven'?t|hasn'?t)\b"
    rf"[^.;!?]{{0,40}}?\b{_LIST}\b|\b(?:the|my|that) {_LIST}\b[^.;!?]{{0,20}}?\bmissing\b",
    re.I,
)
_AGAIN = re.compile(rf"\b(?:the|my|that) {_LIST}\b[^.;!?]{{0,20}}?\b(?:again|once more|one more time)\b", re.I)
_ASKS_ELSE = re.compile(r"\b(?:how|when|which|what|is|are|will|do|does)\b")
_ON_LIST = re.compile(rf"\b(?:on|in|off|to|add\w*|from|waiting) (?:the |my |your |a |that |this )?{_LIST}\b", re.I)
_TO = re.compile(
    r"\b(?:from (?:today|now)(?: on| onwards)? (?:up )?to|from|up to|(?:right |all the way |on )?(?:to|until|till?)"
    r"|through|thru|before|by|for|in|over|during|of|covering|rest of|(?=(?:this|next) (?:year|month)\b))\b",
    re.I,
)
_CUT = re.compile(
    r",? (?:and|then|with|including|please|pls|thanks|that i|i can|so i|so that|which i|for (?:the fridge|my|him|her)"
    r"|to (?:print|put|stick|keep|show|give)|if)\b|[,;!?()]|\.(?=\s|$)",
    re.I,
)
_SHORT = (
    (re.compile(r"\bn(?:e)?xt\b", re.I), "next"),
    (re.compile(r"\byrs?\b", re.I), "year"),
    (re.compile(r"\bmths?\b", re.I), "months"),
    (re.compile(r"\bthe new year\b", re.I), "new year"),
)
_LEFT = re.compile(r"\b(?:remaining|left|still to (?:come|go|have)|to come|outstanding|yet to)\b", re.I)
_PRINTS = re.compile(r"\bprint\w{0,4}\b|\bon paper\b|\bfridge\b", re.I)
_TOTAL = re.compile(
    r"\b(?:in total|total|altogether|in all|all told|all in all|sum)\b"
    r"|\bhow many (?:is|are|does|would|will|that|it|they|of|there|altogether|in)\b|\bhow many\W*$",
    re.I,
)
_WITH_HAD = re.compile(
    r"\b(?:includ\w+|counting|with|plus|together with|on top of)\b[^.;!?]{0,30}\b(?:had|given|already|so far|done)\b"
    r"|\b(?:will|would|'ll) (?:i|we|she|he|they|mum|dad) have had\b|\bhad (?:in total|altogether|in all)\b"
    r"|\b(?:already|so far)\b",
    re.I,
)
_NUMBER = rf"(?:\d{{1,2}}|{'|'.join(NUMBERS)})"
_HAD = re.compile(
    rf"\b(?:the|my|her|his|those|all) (?P<n>{_NUMBER})\b[^.;!?]{{0,20}}?\b(?:had|given|already|so far|done|before)\b"
    r"(?: (?:had|given|done|been given)\b)?",
    re.I,
)
# So many are shown where no time is named.
_SHOWN = 6
_SEVERAL = 2


def dates_wished(text: str, state: State, who: Who) -> tuple[Move, ...]:
    """The list: its first and last day with a slash, nothing where no time is named, and with it what is to be printed;
    behind it how many they are, where that is asked."""
    plain = _in_full(text)
    if not state.ready(who.today) or _OTHER.search(plain) or _ON_LIST.search(plain):
        return ()
    if states_plan(plain) or tells_given(_HAD.sub(" ", _HOW_MANY.sub(" ", plain))):
        return ()
    by_list = _BY_LIST.search(plain)
    counted = _HOW_MANY.search(plain)
    found = by_list or counted or _ALL_DATES.search(plain)
    if found is None or (found not in (by_list, counted) and _ASKS_ELSE.search(plain[: found.end()])):
        return ()
    span = _span(plain[found.start() if found is not counted else found.end() :], who)
    if span is None and not (
        _is_asked_again(plain, state) or (by_list and (_LEFT.search(plain) or _PRINTS.search(plain)))
    ):
        return ()
    value = "/".join(day.isoformat() for day in span) if span is not None else "left" if _LEFT.search(plain) else ""
    place = (0, len(text))
    total = (_total(plain, place),) if _TOTAL.search(plain) else ()
    prints = (Move("request", "print", rest=place),) if _PRINTS.search(plain) else ()
    return (Move("request", DATES_WISHED, value, rest=place), *total, *prints)


def total_of_list(text: str) -> Move | None:
    """How many dates of the list that stands before it in the message there are, with those that were had."""
    plain = _in_full(text)
    if _TOTAL.search(plain) is None or re.search(r"\b(?:days?|weeks?|months?|boxes|vials|ampou?les)\b", plain, re.I):
        return None
    return _total(plain, (0, len(text)))


def _total(plain: str, place: tuple[int, int]) -> Move:
    had = _HAD.search(plain)
    number = (NUMBERS.get(had["n"].lower()) or int(had["n"])) if had is not None else ""
    with_had = had is not None or _WITH_HAD.search(plain) is not None
    return Move("request", TOTAL, f"had/{number}" if with_had else "", rest=place)


def _in_full(text: str) -> str:
    plain = text.replace("’", "'")
    for short, full in _SHORT:
        plain = short.sub(full, plain)
    return plain


def _is_asked_again(plain: str, state: State) -> bool:
    """Whether a list is missed; one that was given is asked for again in fewer words."""
    return _NO_LIST.search(plain) is not None or (state.list_span is not None and _AGAIN.search(plain) is not None)


# "March to August": the first of them is no time of its own.
_MONTHS_ROW = re.compile(
    rf"\b(?:{MONTHS})(?: 20\d\d)? (?:to|until|till?|through|thru|-|–) (?:end of )?(?:{MONTHS})\b", re.I
)


def time_of_list(text: str, who: Who) -> tuple[date, date] | None:
    """The time of which the dates are wished for, in whatever words."""
    plain = _in_full(text)
    row = _MONTHS_ROW.search(plain)
    if row is not None:
        named = re.sub(r"[-–]", " to ", plain[row.start() :])
        return span_named(Said.of(named), today=who.today, country=who.country)
    return _span(plain, who)


def _span(plain: str, who: Who) -> tuple[date, date] | None:
    """The time that stands behind the wish."""
    for match in _TO.finditer(plain):
        tail = plain[match.start() :]
        words = "to" if tail.lower().startswith("from") and re.match(r"from (?:today|now)\b", tail, re.I) else ""
        tail = f"{words}{plain[match.end() :]}" if words else tail
        cut = _CUT.search(tail, 3)
        span = span_named(
            Said.of(tail[: cut.start()] if cut is not None else tail), today=who.today, country=who.country
        )
        if span is not None and span[1] >= who.today:
            return span
    return None


class DatesWished(Lists):
    """Lists them, says from which day they are counted, and how many they are."""

    def dates_wished(self, value: str) -> list[str]:
        """`value`: the first and the last day, "left" for those that are left of a part, or nothing."""
        value = value or self.state.list_span or ""
        if value and value != "left":
            return self.list_asked(value)
        if self.remaining() is not None:
            return self._to_come("")
        if value and self.state.phases[self.current].until is not None:
            lines = self._next_many(str(_SHOWN))
            self.state.shown = 0
            return [*lines, self.words("list_open")]
        return self._with_start(self._next_many(str(_SHOWN)))

    def list_asked(self, value: str) -> list[str]:
        """The list of a time, which is kept for "where is my list?"."""
        self.state.list_span = value
        return self._with_start(self.list_of(value))

    def dates_total(self, value: str) -> list[str]:
        """`value`: "had/" before how many were had, as the person says; nothing where only those listed are meant."""
        listed = self.state.shown
        if self.overdue or not listed:
            return []
        if not value:
            return [self.words("counted", count=listed)]
        told = value.removeprefix("had/")
        had, name = (int(told), "total_with") if told else (self._had_before(), "total_noted")
        return [self.words(name, had=had, count=listed, total=had + listed)]

    def _had_before(self) -> int:
        done = self.anchor.done if self.anchor.kind == "last" and self.current == 0 else None
        return done or len([dose for dose in self.state.given if dose.day <= self.today])

    def _with_start(self, lines: Sequence[str]) -> list[str]:
        """Some lines, and that they are counted from the day that the clinic booked, where that is so for all."""
        state, phase = self.state, self.state.phases[0]
        if state.booked is None or len(state.phases) > 1 or self.overdue or state.shown < _SEVERAL or self.anchor.moved:
            return [*lines]
        if phase.days_of_week or phase.days_of_month:
            return [*lines]
        return [*lines, self.words("list_from_booked", words=every(phase), date=full_date(state.booked))]
