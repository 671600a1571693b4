"""A remark on the days on which the clinic is open or somebody works there: "the surgery's shut at weekends", "the
nurse only works Tuesdays". It tells no other plan and moves no date: it is said which dates lie on such
days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile

from dateutil.relativedelta import relativedelta

from ..model import WEEKDAYS
from ..reading.closed_rule import closed_rule
from ..reading.day_words import FULL_WEEKDAYS, MONTHS, NTH, WEEKDAY_WORDS
from .message import SENTENCE, Said
from .move_words import asks
from .state import DAYS, State
from .view import View

CLINIC_HOURS = "clinic_hours"
_PLACE = (
    r"(?:surger(?:y|ies)|clinics?|practice|health ?cent(?:re|er)|medical cent(?:re|er)|cent(?:re|er)|gps?|doctors?"
    r"|docs?|hospital|pharmacy|chemist|office|treatment room|place|ward|outpatients|nurses?|sister|receptionist"
    r"|reception|desk|pharmacist|phlebotomist|carer|district nurses?|practice nurse)"
)
_WHO = rf"(?:{_PLACE}(?:'?s)?|they(?:'re|'ve)?|she(?:'s)?|he(?:'s)?|there(?:'s)?)"
# So many words may stand between who it is and what is said of them.
_FEW = r"(?: (?!mine\b|my\b|me\b|us\b|him\b|i\b)[\w']{1,12}){0,4}?"
_PART = r"(?: (?P<part>mornings?|afternoons?|evenings?|lunchtimes?))?"
_NO_MORE = rf"(?! (?:the )?(?:{NTH}|\d|{MONTHS}\b)|,? (?:the )?{NTH})"
_ONE = rf"(?:week-?ends?|(?:{FULL_WEEKDAYS})s|{WEEKDAY_WORDS})\b"
_JOINT = r"(?:\s?[,/&+]\s?|\s)(?:(?:or|and|nor|n|on|a|the|at|every)\s){0,3}"
_ROW = (
    rf"(?:(?:on|at|in|over|for|a|an|the|any|every|jabs|injections|appointments|b12|them|it|those|these) ){{0,4}}"
    rf"(?P<row>{_ONE}(?:{_JOINT}{_ONE}){{0,6}})"
)
_SHUT = re.compile(
    rf"\b{_WHO}{_FEW} (?:(?:is |are |be |'s )?(?:always |all |usually )?(?:closed|shut|shuts|closes|off)"
    r"|(?:is|are|was) (?:not|never)|(?:(?:is|are|was) )?(?:not|never) (?:in|open|there|around|working)"
    r"|(?:isn'?t|aren'?t|ain'?t)(?: (?:in|open|there|around|working))?"
    r"|(?:do|does) not (?:open|work|do|run|give|come in|have|offer)"
    r"|(?:don'?t|doesn'?t|won'?t|can'?t) (?:open|work|do|run|give|come in|have|offer)"
    r"|never (?:opens?|works?|do|does|comes? in)|no(?:t|body| one|-one|body's|body is)? (?:there|in|works?))"
    rf" {_ROW}{_PART}{_NO_MORE}",
    re.I,
)
_OPEN = re.compile(
    rf"\b{_WHO}{_FEW} (?:(?:only|just)(?: ever)? (?:is |are )?(?:open|opens?|in|there|works?|working|do|does|runs?"
    r"|gives?|comes? in|on)|(?:opens?|in|there|works?|working|runs?|gives?|comes? in|do|does|open)"
    r" (?:in )?(?:only|just))"
    rf"(?: (?:in|open|there))?(?: (?:b-?12|jabs|injections|shots|needles|them|these|those))?"
    rf" {_ROW}{_PART}{_NO_MORE}(?! (?:from|since|starting)\b)",
    re.I,
)
# Of one day alone, without "on", one single visit may be spoken of: "they can't do Monday".
_HABIT = re.compile(
    r"week-?ends?|\w+days\b|\bon a\b|\bevery\b|\b(?:and|or|nor)\b|[,/&+]|(?:mornings|afternoons|evenings)\b"
    r"|\b(?:shuts|closes|doesn't|don't|never)\b",
    re.I,
)
_ONLY_WORKS = re.compile(r"\b(?:only|just)\b.{0,12}\b(?:works?|in|open|opens)\b", re.I)
# What supposes it, tells of a day that was set, or of the person's own plan, is read as that.
_OTHER = re.compile(
    r"\b(?:if|when|whenever|unless|booked|rebooked|moved|changed|put me|put us|gave me|instead|mine|my (?:jabs?|shots?"
    r"|injections?|ones?|plan)|i (?:have|get|go)|now every|this|next|tomorrow|today|christmas|easter|bank holiday)\b",
    re.I,
)
_DAY = re.compile(_ONE, re.I)
_CUT = re.compile(r"[,;:]\s|\b(?:but|and|so|cos|because|although|though)\s", re.I)
_AHEAD, _MOST = relativedelta(years=1), 8


@dataclass(frozen=True)
class Hours:
    """`shut`: the days of the week that are left out; `part`: whether only a part of such a day is; `rest`: what else
    the message says, each word in its place."""

    shut: tuple[str, ...]
    part: bool
    rest: str

    def to_value(self) -> str:
        """As the value of a move."""
        return "/".join(["part" if self.part else "day", *self.shut])


def clinic_hours(text: str, country: str | None = None) -> Hours | None:
    """What a message remarks on the days of the clinic; None where it tells nothing of the kind, or asks."""
    plain = text.replace("’", "'")
    if closed_rule(plain, country) is not None:
        # Where such a day goes is a part of the plan.
        return None
    shut: set[str] = set()
    rest, part, told = text, False, False
    for clause in SENTENCE.finditer(plain):
        if _OTHER.search(clause[0]) or asks(Said.of(clause[0])):
            continue
        for found, opens in [(m, p is _OPEN) for p in (_OPEN, _SHUT) for m in p.finditer(clause[0])]:
            if not _HABIT.search(found[0]) and not (opens and _ONLY_WORKS.search(found[0])):
                continue
            days = {day for one in _DAY.findall(found["row"]) for day in _days(one)}
            shut |= set(WEEKDAYS) - days if opens else days
            part, told = part or found["part"] is not None, True
            start, end = clause.start() + _lead(clause[0], found.start()), clause.start() + found.end()
            rest = f"{rest[:start]}{' ' * (end - start)}{rest[end:]}"
    return Hours(tuple(day for day in WEEKDAYS if day in shut), part, rest) if told else None


def _days(word: str) -> tuple[str, ...]:
    return ("sat", "sun") if word.lower().startswith("week") else (word[:3].lower(),)


def _lead(words: str, start: int) -> int:
    """Where the clause of the remark begins: behind the last comma or "but" before it."""
    cuts = [found.end() for found in _CUT.finditer(words[:start])]
    return cuts[-1] if cuts else 0


class ClinicHours(View):
    """Says which of the dates lie on such a day; none is moved."""

    def clinic_hours(self, value: str) -> list[str]:
        """`value`: "day" or "part", and the days of the week that are left out."""
        if self.overdue:
            return [*self.late(), self.words("after_late")]
        part, *shut = value.split("/")
        until = self.today + _AHEAD
        coming = takewhile(lambda dose: dose.earliest <= until, self.since(self.today))
        fall = [d for d in coming if d.earliest == d.latest and WEEKDAYS[d.earliest.weekday()] in shut][:_MOST]
        if not fall:
            return [self.words("hours_kept"), *self.upcoming("next")]
        ask = "hours_ask_time" if part == "part" else "hours_ask"
        return [self.words("hours_kept"), self.words("hours_fall", dates=self.days(fall)), self.words(ask)]


_OF_PLAN = re.compile(rf"\b(?:start|starts|begin|begins|from)\b[^.;!?]{{0,25}}(?:\b(?:{MONTHS})\b|\b{NTH}\b)", re.I)
_DAY_OF_WEEK = re.compile(rf"\b(?:{WEEKDAY_WORDS})\b", re.I)


def remarked_beside(state: State, text: str, country: str | None) -> Hours | None:
    """The remark, where a plan is known that it leaves as it is, and the days of the week are not what was asked."""
    if not state.phases or state.paused or state.about == DAYS:
        return None
    found = clinic_hours(text, country)
    # "They don't do Wednesdays. Mon, Tue and Thu they said", "the weekly ones start on the 22nd" tell of the plan.
    tells = found is not None and (len(_DAY_OF_WEEK.findall(found.rest)) > 1 or _OF_PLAN.search(found.rest) is not None)
    return None if tells else found
