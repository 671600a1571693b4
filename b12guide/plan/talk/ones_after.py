"""The doses after one that is named, and days that are held against the plan: "and the rest of the year?", "the next
three after 6 January", "14 December then 14 January, is that right?"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import islice, takewhile

from dateutil.relativedelta import relativedelta

from ..dates.schedule import doses_since, whole_count
from ..model import WEEKDAYS
from ..reading.day_words import MONTH_PLACES, MONTHS, WEEKDAY_WORDS
from ..wording import phase_words
from .asked_days import days_asked
from .day_answers import DayAnswers
from .message import NUMBERS
from .move import Move
from .outcome import Who
from .state import State

ONES_AFTER, ALL_RIGHT = "ones_after", "all_right"
_ONES = (
    r"(?:ones|those|others|them|dates|doses|jabs|jags|shots|injections|appointments|rest|remainder|two|three|four"
    r"|five|six|few|all)"
)
_AFTER = re.compile(
    rf"\b{_ONES}\b[^.;!?]{{0,30}}?\b(?:after|following|beyond|past)\b (?:that |the )?(?:one (?:in|on) )?"
    rf"(?:the )?(?=\d|(?:{MONTHS})\b|(?:mon|tue|wed|thu|fri|sat|sun))",
    re.I,
)
_REST = re.compile(
    r"\b(?:rest|remainder) of (?:the |this |that |next |my )?(?:year|20\d\d|them|it|those)\b"
    r"|\b(?:the|any|all the) (?:rest|others)(?: (?:of (?:the|this|that) year|in 20\d\d|be|are))?\b",
    re.I,
)
_MANY = re.compile(
    rf"\b(?:next |following |other |first )?(?P<n>\d{{1,2}}|{'|'.join(NUMBERS)})"
    r"(?: (?:more|ones?|dates|doses|jabs|shots|injections))?"
    r"(?: (?:that |which )?(?:come|are|fall|is|follow)s?)? (?:after|following|beyond)\b",
    re.I,
)
_ASKS = re.compile(
    r"\?|\b(?:what|whats|which|when|give|tell|show|list|list|can you|could you|i meant|i want|and the|need)\b", re.I
)
_RIGHT = re.compile(
    r"\b(?:is|are|was|would|does|do|so|,)? ?(?:that|it|this|they|those|these|both)?"
    r"(?: (?:all|both|be|sound|look|still)){0,3} ?(?:right|correct|accurate)(?: then| so| now| yeah)?\s*\?"
    r"|\b(?:am i|have i got (?:it|that|them)|got that) right\b|\b(?:correct|right|yeah|yes)\s*\?",
    re.I,
)
_WEEKDAY = re.compile(rf"\b(?:{WEEKDAY_WORDS})\b", re.I)
# "So 21 December is gone, right?"
_NO_MORE = re.compile(r"\b(?:gone|cancell?ed|scrapped|void|no (?:longer|more)|none|not)\b", re.I)
# Which of two is right, and on which day of the week one is, are other questions.
_WHICH_RIGHT = re.compile(
    r"\b(?:which|what|who)(?: one| date| day)?(?:'s| is| are) (?:the )?(?:right|correct)\b"
    r"|\b(?:is|are|was|be) (?:that |it |they )?(?:still )?(?:an? |on a )(?:mon|tues|wednes|thurs|fri|satur|sun)day",
    re.I,
)
# These say something else of a day than that it is one of the plan.
_ELSE = re.compile(
    r"\b(?:had|got|given|missed|late|early|moved?|changed?|instead|every|away|remind\w*|supply|ampou?les?|vials?|if|or"
    r"|weeks?|days?|not)\b",
    re.I,
)
_CARRIES_ON = re.compile(
    r"\bif (?:i|we|she|he) (?:carry|keep|go|stay|stick|continue)(?:ing|s)? ?(?:on|going|with)?\b", re.I
)
# One that was had or moves, how many are left, and a time after a day, have answers of their own.
_OF_ANOTHER = re.compile(
    r"\b(?:had|missed|remind\w*|away|moved?|left|how many|skip\w*|suppose|what if|gets? done)\b"
    r"|\b(?:days?|weeks?|months?|fortnights?) (?:on )?(?:after|following|beyond|past)\b",
    re.I,
)
_EACH_GAP = re.compile(r"\b(?:every|each) (?:\d{1,2} |\w+ )?(?:days?|weeks?|months?)\b", re.I)
_OF_PART_END = re.compile(r"\b(?:last|final|ends?|finish\w*|stops?)\b", re.I)
_OF_PART_START = re.compile(r"\b(?:starts?|begins?|first|counts? from|kicks? in|goes? to)\b", re.I)
_AHEAD = relativedelta(years=2)
_FEW = 3


def ones_after(text: str, state: State, who: Who) -> Move | None:
    """The dates behind one that is named: "day/last day" or "day/number"; without one that is named, the rest of the
    year of the next dose."""
    plain = text.replace("’", "'")
    after, rest_of = _AFTER.search(plain), _REST.search(plain)
    if not state.ready(who.today) or (after is None and rest_of is None) or not _ASKS.search(plain):
        return None
    if _OF_ANOTHER.search(plain):
        return None
    if _EACH_GAP.search(plain) and not _CARRIES_ON.search(plain):
        return None
    first = after.start() if after is not None else 0
    day = _named(plain[first:], state, who) if after is not None else _next(state, who)
    if day is None:
        return None
    many = _MANY.search(plain)
    if many is not None and after is not None:
        count = NUMBERS.get(many["n"].lower()) or int(many["n"])
        return Move("request", ONES_AFTER, f"{day.isoformat()}/{count}", rest=(0, len(text)))
    if rest_of is not None and after is None and day.year == who.today.year and not _SAID_REST.search(plain):
        # The list to the end of this year is asked for, the next one among them.
        return None
    year = next((int(one) for one in re.findall(r"\b20\d\d\b", plain)), day.year)
    end = date(max(year, day.year), 12, 31)
    return Move("request", ONES_AFTER, f"{day.isoformat()}/{end.isoformat()}", rest=(0, len(text)))


_SAID_REST = re.compile(r"\bthe (?:rest|others)\b", re.I)


def _next(state: State, who: Who) -> date | None:
    coming = _Plan(state, who.today).ahead()
    return coming[0] if coming else None


def _named(text: str, state: State, who: Who) -> date | None:
    """The first day behind "after", or the plan's last day in the month that is named alone."""
    asked = days_asked(text, state, who.today)
    if asked.days:
        return asked.days[0]
    month = re.search(rf"\b(?:after|following|beyond|past) (?:the (?:one (?:in|on) )?)?(?P<m>{MONTHS})\b", text, re.I)
    if month is None:
        return None
    place = MONTH_PLACES[month["m"].lower()]
    inside = [day for day in _Plan(state, who.today).ahead() if day.month == place]
    inside = [day for day in inside if (day.year, day.month) == (inside[0].year, place)]
    year = who.today.year + (place < who.today.month)
    return inside[-1] if inside else date(year, place, 1) + relativedelta(months=1, days=-1)


def all_right(text: str, state: State, who: Who) -> Move | None:
    """Whether days that a message names are dates of the plan, where it asks if that is right; of one alone only where
    it is."""
    plain = text.replace("’", "'")
    asked = _RIGHT.search(plain)
    if not state.ready(who.today) or asked is None or _WHICH_RIGHT.search(plain) or _NO_MORE.search(plain):
        return None
    # What is asked stands up to its mark; what another sentence asks is another thing.
    plain = plain[: asked.end()]
    days = days_asked(plain, state, who.today).days
    ahead = set(_Plan(state, who.today).ahead())
    if not days or any(day < who.today for day in days) or (_ELSE.search(plain) and not _STAGES.search(plain)):
        return None
    if len(days) == 1 and days[0] not in ahead:
        # A day that was set, or a doubt, has its own answer.
        return None
    weekdays = [found[0][:3].lower() for found in _WEEKDAY.finditer(plain)]
    if len(days) == 1 and weekdays and WEEKDAYS[days[0].weekday()] not in weekdays:
        # "The 11th is on Thursday, right?" of a Friday is one of them, and not right.
        return Move("request", "weekday", f"{WEEKDAYS.index(weekdays[-1])}/{days[0].isoformat()}", rest=(0, len(text)))
    value = ",".join(day.isoformat() for day in days)
    ends, starts = _OF_PART_END.search(plain), _OF_PART_START.search(plain)
    of_parts = ("e" if ends else "") + ("s" if starts else "")
    return Move("request", ALL_RIGHT, f"{value}/{of_parts}", rest=(0, len(text)))


_STAGES = re.compile(r"\b(?:weekly|monthly|daily|fortnightly|loading)\b(?!.*\b(?:had|missed|instead|if|or)\b)", re.I)


class _Plan:
    """The days of a plan to come."""

    def __init__(self, state: State, today: date) -> None:
        self.state, self.today = state, today

    def ahead(self) -> list[date]:
        """The single days of the next 2 years."""
        if self.state.anchor is None:
            return []
        _, coming = doses_since(self.state.phases, self.state.anchor, self.today, today=self.today)
        until = self.today + _AHEAD
        return [
            dose.earliest
            for dose in takewhile(lambda one: one.earliest <= until, coming)
            if dose.earliest == dose.latest
        ]


class OnesAfter(DayAnswers):
    """Says them."""

    def ones_after(self, value: str) -> list[str]:
        """`value`: the day, and so many behind it, or the last day of the list, with a slash."""
        if self.overdue:
            return [*self.late(), self.words("after_late")]
        named, end = value.split("/")
        start = date.fromisoformat(named) + timedelta(1)
        if not end.isdigit() and next(self.since(start), None) is not None:
            inside = list(takewhile(lambda dose: dose.earliest <= date.fromisoformat(end), self.since(start)))
            if inside:
                return self.list_of(f"{start.isoformat()}/{end}")
        several = list(islice(self.since(start), int(end) if end.isdigit() else _FEW))
        if not several:
            return [self.words("nothing_after")]
        self._note(several)
        name = "list_one" if len(several) == 1 else "list_many"
        return [self.words(name, count=len(several), dates=self.days(several)), *self._closed(several)]

    def all_right(self, value: str) -> list[str]:
        """`value`: days with commas, and behind a slash "e" where one is said to be the last of its part, "s" where one
        is said to be the first."""
        if self.overdue:
            return [*self.late(), self.words("after_late")]
        named, of_parts = value.split("/")
        days = [date.fromisoformat(day) for day in named.split(",")]
        lines, right = [], all(self._has(day) for day in days)
        for index, phase in enumerate(self.state.phases if of_parts else ()):
            doses = list(islice(self.doses_of(self.run(index)), whole_count(phase) or 1))
            if "e" in of_parts and phase.bounded and doses:
                right = right and doses[-1].earliest in days
                lines.append(self.dose_line("part_last_of", doses[-1], words=phase_words(phase)))
            if "s" in of_parts and index and doses:
                right = right and doses[0].earliest in days
                lines.append(self.dose_line("part_first_of", doses[0], words=phase_words(phase)))
        first = self.words("right" if right else "plain_no")
        return [first, *(lines or self.on_days(days))]

    def _has(self, day: date) -> bool:
        dose = next(self.since(day), None)
        return dose is not None and dose.earliest <= day <= dose.latest
