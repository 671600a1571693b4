"""Dates to hand on: nothing but dates, one on each line ("just the dates to the end of June, one per line"), and a line
for somebody else with the date of the next one ("write one line for my driver with the date").

The list is that of a time or a number that is named, else the one that was shown last. Words for the clinic are no such
line: they are another wish.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import takewhile

from ..model import Dose
from ..reading.reader import states_plan
from ..wording import say_dose
from .dates_wished import DatesWished, time_of_list
from .days import tells_given
from .lists import MOST_DATES
from .message import NUMBERS, Said, is_date_word, number
from .move import Move
from .move_words import COURTESY, FILLERS, PREAMBLE
from .narrower_list import narrower
from .outcome import Who
from .state import CHANGE, CONFIRM, State

DATES_ALONE, LINE_FOR = "dates_alone", "line_for"
_LAST, _ONE = "shown", "next/1"
_SHOWN = 3

_N = rf"(?:\d{{1,2}}|{'|'.join(NUMBERS)})"
_DATES = r"(?:b-?12 |jab |shot |injection |appointment )?(?:dates|days)"
_ROW = r"(?:row|line)"
# One on each line, and nothing beside the dates.
_BY_LINE = re.compile(
    rf"\b(?:(?:just |only )?(?:one|1|each|every)(?: (?:one|date|day|of them))?,?(?: (?:is|goes))?"
    rf" (?:per|a|to a|to each|on each|on every|for each|in each|on its own|on a new|on a separate|on an own|on one)"
    rf" {_ROW}|(?:each|every)(?: one| date)? on (?:its|their|a|his) (?:own |new |separate |different ){{0,2}}{_ROW}"
    rf"|(?:one|1|each)(?: date)? (?:below|under|beneath|underneath|after|on top of) (?:the )?(?:other|another"
    rf"|each other)"
    rf"|(?:below|under|beneath|underneath) (?:each other|one another)|(?:on|in|as) (?:separate|own|new|single) {_ROW}s"
    rf"|{_ROW} (?:by|after|for) {_ROW}|(?:in|as) (?:a|one) column|(?:each|every) {_ROW} (?:one|a|has one) date)\b",
    re.I,
)
_NOTHING_ELSE = re.compile(
    r"\b(?:no|without(?: any| the)?|skip the|leave out the|drop the|minus the) (?:chat|words?|text|sentences?|talk"
    r"|talking|comments?|extras?|explanations?|explaining|waffle|blurb|fluff|story|other (?:words|text)|notes?)\b"
    r"|\bnothing (?:else|more|but (?:the )?dates)\b|\b(?:plain|bare|simple|clean|raw) (?:list|dates)\b",
    re.I,
)
_JUST_DATES = re.compile(
    rf"\b(?:just|only|simply|purely)(?: (?:give|send|list|show|need|want|me|us|in|with|the|my|her|his|those|these|all"
    rf"|of|next|first|coming|upcoming|{_N})){{0,7}} {_DATES}\b"
    rf"|\b(?:the |my |her |his )?{_DATES} (?:only|alone|and nothing (?:else|more))\b",
    re.I,
)
_JUST_DATE = re.compile(
    r"\b(?:just|only|simply) (?:(?:give|send|show|need|want|me|the|my|her|his|next) ){0,5}date\b(?! (?:of|when|i|we))"
    r"|\b(?:the |my |her |his )?(?:next )?date (?:only|alone)\b",
    re.I,
)
_COUNT = re.compile(
    rf"\b(?:(?:next|first|coming|upcoming) (?P<n>{_N})|(?:the |my |those |these |all |her |his )(?P<n2>{_N})"
    rf"|(?P<n3>{_N}) (?:next |coming |upcoming )?(?:b-?12 )?(?:dates|days|ones|injections|jabs|shots|doses))\b"
    r"(?! (?:weeks?|months?|years?|days?|lines?))",
    re.I,
)
_LIGHT_WORDS = """list lists listed listing give gimme send show write put make do dates date days day ones them
those these it needed need want wanted now then next first last coming upcoming all every each b12
injections jabs shots doses injection jab shot from to till until til up through thru end of in
for by before after between and the my her his year month months paste copy print rota office work
fridge wall calendar diary boss again instead format as with can could you u me us i please only
just plain simple line lines per one so thats that is was what asked said no not sentence
sentences paragraph full long whole plan
rest remaining left summer spring autumn winter fall christmas easter new"""
_LIGHT = FILLERS | PREAMBLE | COURTESY | frozenset(_LIGHT_WORDS.split())
_PERSON = r"(?!me\b|myself\b|us\b|it\b|that\b|this\b|each\b|every\b|the (?:rest|next|year)\b)[a-z][\w'-]{0,20}"
_TO_WHOM = re.compile(
    rf"\b(?:for|to|at) (?:my |the |our |her |his |a )?(?P<who>(?:{_PERSON} ?){{1,3}})"
    r"|\b(?:send|forward|show|give|text|tell|hand|pass|paste|email|whatsapp)(?: (?:it|this|that"
    r"|on)){0,3}(?! (?:me|us)\b)"
    r"(?: to)? (?P<whom>(?:my |the |our )?(?:\w+ ?){1,2})",
    re.I,
)
_LINE = (
    r"(?:one[- ]?liner|(?:(?:one|a|an|1|single|short|quick|simple|little|wee|brief|plain|two|small|ready) ){1,4}"
    r"(?:line|liner|sentence|message|msg|text|sms|whatsapp|e-?mail|wording))"
)
_WRITE = (
    r"(?:write|wright|draft|word|compose|type|make|do|prepare|phrase|give|gimme|need|want|have|get|send|put|knock up)"
)
_WRITES = re.compile(
    rf"\b{_WRITE}(?: (?:me|us|up|out|just|please|pls|kindly|it|that|in)){{0,4}} {_LINE}\b(?! per\b)"
    rf"|^\W*(?:(?:ok|just|please|pls|and|now|so|only|kindly|then|thanks|i will \w+ \w+ \w+)\W+){{0,6}}{_LINE}"
    r"(?= (?:for|to|i can|that i|which i|with|so)\b)"
    r"|^\W{0,4}(?:and |now |a ){0,2}(?:line|text|message|msg) for (?:my|the|our) (?=[a-z])",
    re.I,
)
# What is wanted before the day is a reminder.
_AHEAD_OF_IT = re.compile(r"remind|\b(?:days?|weeks?|hours?|night|evening|morning) (?:before|ahead|earlier)\b", re.I)
# What goes to the clinic has words of its own; what the bot is to send itself is none that it can.
_CLINIC = re.compile(
    r"\b(?:clinic|nurses?|doctors?|docs?|dr|gps?|surgery|practice|pharmac\w+|chemist|reception\w*|hospital|consultant"
    r"|specialist|physician|health (?:visitor|centre|center)|ward|provider)\b",
    re.I,
)
_NOT_FOR_CLINIC = re.compile(
    r"\b(?:not (?:for|to) (?:the |my )?(?:clinic|nurses?|doctors?|gp|surgery)"
    r"|(?:that|this|it)(?: one)?(?:'?s| is| was) (?:for|to) (?:the |my )?(?:clinic|nurses?|doctors?|gp|surgery))\b",
    re.I,
)
_SENDS = re.compile(
    r"\b(?:can|could|will|would) you (?:please )?(?:text|send|e-?mail|message|ring|call) (?!me\b|us\b)", re.I
)
_OF_DATE = re.compile(
    r"\b(?:dates?|days?|when|next|due|it is|it's|appointment|jab|shot|injection|needle|b-?12)\b", re.I
)
_FEELS = re.compile(r"\b(?:feel\w*|symptoms?|tired|numb\w*|sick|dizzy|pain\w*|late|missed|moved?|change)\b", re.I)
# A line about something else has no date in it, and one about somebody else's has none of the writer's.
_OF_ELSE = re.compile(
    r"\b(?:side[- ]effects?|reactions?|price|prices|costs?|pay\w*|money|why|reasons?"
    r"|what (?:it|b-?12|they) (?:is|are|does|do)"
    r"|how (?:it|they|b-?12) works?|how to|diet|foods?|tablets?|causes?|results?|levels?"
    r"|about (?:b-?12|anaemia|anemia|my condition))\b",
    re.I,
)
_OF_HERS = re.compile(
    r"\b(?:that|saying) (?:hers|his|theirs|her|she|he|they)\b|\b(?:hers|his|theirs) (?:is|was|will|'s)\b"
    r"|\bwhen (?:hers|his|theirs|she|he)\b",
    re.I,
)
# "For the driver only, just the date".
_ONLY_FOR = re.compile(
    r"\bfor (?:my |the |our )?[a-z][\w'-]{0,20}(?: \w+)? (?:only|alone|instead)\b"
    r"|\b(?:only|just) for (?:my |the |our )[a-z]",
    re.I,
)


def handed_on(text: str, state: State, who: Who) -> Move | None:
    """The list without a word, or the line, that a message wishes for."""
    plain = text.replace("’", "'")
    if not state.ready(who.today) or state.about not in (None, CONFIRM, CHANGE):
        return None
    if states_plan(plain) or tells_given(plain) or _SENDS.search(plain):
        return None
    if line_for_somebody(plain):
        return Move("request", LINE_FOR, rest=(0, len(text)))
    return _dates_alone(plain, state, who)


def line_for_somebody(text: str) -> bool:
    """Whether a message wishes for a line for somebody who is not of the clinic, with the date in it."""
    plain = text.replace("’", "'")
    apart = _NOT_FOR_CLINIC.sub(" ", plain)
    if _CLINIC.search(apart) or _FEELS.search(apart) or _AHEAD_OF_IT.search(apart):
        return False
    if _OF_ELSE.search(apart) or _OF_HERS.search(apart):
        return False
    if _WRITES.search(apart) is not None:
        return _TO_WHOM.search(apart) is not None or _OF_DATE.search(apart) is not None
    only = _ONLY_FOR.search(apart)
    return only is not None and _JUST_DATE.search(apart) is not None


def _dates_alone(plain: str, state: State, who: Who) -> Move | None:
    marks = (_BY_LINE, _NOTHING_ELSE, _JUST_DATES)
    listed = re.search(rf"\b(?:{_DATES}|list)\b", plain, re.I) is not None
    strong = _BY_LINE.search(plain) or (listed and _NOTHING_ELSE.search(plain))
    place = (0, len(plain))
    if not strong and not _JUST_DATES.search(plain):
        one = _JUST_DATE.search(plain)
        if one is None or _is_heavy(f"{plain[: one.start()]} {plain[one.end() :]}") or _CLINIC.search(plain):
            return None
        return Move("request", DATES_ALONE, _ONE, rest=place)
    rest = plain
    for mark in marks[:2]:
        rest = mark.sub(" ", rest)
    if _is_heavy(rest):
        return None
    span = narrower(rest, state, who) or time_of_list(rest, who)
    many = _COUNT.search(rest)
    count = number(next(one for one in (many["n"], many["n2"], many["n3"]) if one).lower()) if many else None
    if span is not None:
        value = "/".join(day.isoformat() for day in span)
    elif count:
        value = f"next/{count}"
    else:
        value = _LAST
    return Move("request", DATES_ALONE, value, rest=place)


def asks_of_list(text: str) -> bool:
    """Whether nothing is said beside a wish for dates."""
    return not _is_heavy(text)


def _is_heavy(rest: str) -> bool:
    """Whether something else is said or asked beside the wish."""
    left = Said.of(rest).left([], _LIGHT)
    return any(not is_date_word(word) and number(word) is None for word in left)


class HandedOn(DatesWished):
    """Gives the dates, and the line."""

    def dates_alone(self, value: str) -> list[str]:
        """`value`: the first and the last day with a slash, "next/" before so many, or that of the last list."""
        if self.overdue:
            return [*self.late(), self.words("after_late")]
        doses = self._doses_meant(value)
        self._note(doses)
        if not doses:
            first, _, last = value.partition("/")
            return self.list_of(value) if first and last and first != "next" else [self.words("kept_none")]
        return [_upper(say_dose(dose)) for dose in doses]

    def line_for(self, value: str) -> list[str]:
        """`value`: nothing."""
        if self.overdue:
            return [*self.late(), self.words("after_late")]
        return [self.dose_line("line_for", dose) for dose in self.coming(1)] or [self.words("kept_none")]

    def _doses_meant(self, value: str) -> list[Dose]:
        if value.startswith("next/"):
            return list(self.coming(int(value.removeprefix("next/"))))
        if value == _LAST:
            shown, listed = self.state.shown, self.state.listed
            if shown and listed >= shown:
                return list(self.coming(listed)[listed - shown :])
            left = self.remaining()
            return left[:MOST_DATES] if left else list(self.coming(_SHOWN))
        start, end = (date.fromisoformat(day) for day in value.split("/"))
        self.state.list_span = value
        inside = takewhile(lambda dose: dose.earliest <= end, self.since(max(start, self.today)))
        return [dose for dose, _ in zip(inside, range(MOST_DATES), strict=False)]


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]
