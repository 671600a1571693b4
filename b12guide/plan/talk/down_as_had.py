"""What was had and what was not: how many were had and how many are left, and whether one is down as had ("is the one
on the 30th ticked off?"). A day to come that is booked or planned is not had."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import islice

from ..model import WEEKDAYS, full_date
from ..reading.day_words import DAY_NUMBER, MONTH_PLACES, MONTHS, NTH, WEEKDAY_WORDS
from .asked_days import days_asked, dose_on, plan_days
from .lists import Lists
from .message import SENTENCE
from .move import Move
from .outcome import Who
from .state import CHANGE, CLINIC_DATE, CONFIRM, State
from .templates import dates

HAD_LEFT, DOWN_AS_HAD = "had_left", "down_as_had"
NEXT = "next"

_HAD = (
    r"(?:had|have (?:i|we|she|he|they) had|taken|done|got|been given|given|received|completed|behind me"
    r"|so far|ticked off"
    r"|under my belt)"
)
_LEFT = (
    r"(?:left|pending|remaining|remain|to go|still to (?:come|have|go)|to come|outstanding|more to go"
    r"|yet to (?:come|have))"
)
_HOW_MANY = r"\b(?:how many|hw many|howmany|no of|number of|count of)\b"
_BOTH = re.compile(
    rf"{_HOW_MANY}[^.;!?\n]{{0,40}}?\b{_HAD}\b[^.;!\n]{{0,40}}?\b{_LEFT}\b"
    rf"|{_HOW_MANY}[^.;!?\n]{{0,40}}?\b{_LEFT}\b[^.;!\n]{{0,40}}?\b{_HAD}\b"
    rf"|\bwhich\b[^.;!?\n]{{0,30}}?\b{_HAD}\b[^.;!\n]{{0,30}}?\b(?:which|what|how many)\b[^.;!\n]{{0,20}}?\b{_LEFT}\b",
    re.I,
)
# "So how many and which days", behind what was told of them.
_MANY_AND_WHICH = re.compile(
    r"\bhow many(?: (?:is that|was that|have i had|i had|had|of them|so far|all together|altogether|in all))?,?"
    r" (?:and|&|n) (?:which|what|on which|on what) (?:days?|dates?|ones)\b"
    r"|\b(?:which|what) (?:days?|dates?|ones),? (?:and|&|n) how many\b",
    re.I,
)
_ONE = (
    rf"(?:(?:the |my |that |this |her |his )?(?:one |jab |shot |injection |dose |needle )?(?:(?:on|of|for) )?(?:the )?"
    rf"(?:(?:{WEEKDAY_WORDS})\b,? ?(?:the )?)?(?:{NTH}\b(?: (?:of )?(?:{MONTHS})\b)?"
    rf"|{DAY_NUMBER} (?:of )?(?:{MONTHS})\b"
    rf"|(?:{MONTHS})\b (?:the )?{DAY_NUMBER}(?!\w)|(?:{WEEKDAY_WORDS})(?:'s)?\b|today'?s?\b|tomorrow'?s?\b"
    rf"|yesterday'?s?\b)"
    r"(?: one| jab| shot| injection| dose)?|the (?:next|booked) one|that one|it|that|this one|the next)"
)
_MARK = (
    r"(?:(?:down|marked|noted|logged|recorded|counted|listed|showing|shown|saved|entered|in(?: there"
    r"| your book| the log)?"
    r"|ticked|put(?: down)?)(?: (?:off|down|in|already|there)){0,3} as (?:had|given|done|taken|completed"
    r"|one i(?:'ve| have)? had)"
    r"|ticked(?: off)?|marked off|crossed off|counted as had|down as had|already had|had (?:already|yet)|had)"
)
_DOWN = re.compile(
    rf"\b(?:is|isn'?t|was|are|have you(?: got)?|do you have|did you (?:put|mark|count)|you(?:'ve| have)? got)"
    rf" (?P<one>{_ONE}) (?:(?:also|already|now|still|yet|just|being|been|got|set) ){{0,4}}{_MARK}\b",
    re.I,
)
# "Have I had the 30th yet", "did I have the one on Friday": in a plan that the bot keeps.
_HAVE_I_HAD = re.compile(
    rf"\b(?:have|has|did) (?:i|we|she|he|they|mum|dad) (?:already |actually )?(?:had|have|got|done) (?P<one>{_ONE})"
    r"(?:,? (?:one|yet|already|by now|now|or not|in your (?:book|list|notes)|by your (?:book|list)|then"
    r"|according to you"
    r"|jab|shot|injection|dose)){0,4}\s*(?:[?.!,]|$)",
    re.I,
)
_ASKED_NEXT = re.compile(r"\b(?:it|that|this one|that one|the next|the next one|the booked one)$", re.I)
_AHEAD, _AROUND, _NEAR = 12, 183, 62
_WEEK = timedelta(days=8)


def down_as_had(text: str, state: State, who: Who) -> Move | None:
    """What of these a message asks."""
    plain = text.replace("’", "'")
    if not state.ready(who.today) or state.about not in (None, CONFIRM, CHANGE, CLINIC_DATE):
        return None
    found = _DOWN.search(plain) or _HAVE_I_HAD.search(plain)
    if found is not None and _is_asked(plain, found):
        day = _day(found["one"], state, who)
        if day:
            return Move("request", DOWN_AS_HAD, day, rest=found.span())
    if (_BOTH.search(plain) or _MANY_AND_WHICH.search(plain)) and any(phase.bounded for phase in state.phases):
        return Move("request", HAD_LEFT, rest=(0, len(text)))
    return None


def asks_many_and_which(text: str) -> bool:
    """Whether a message asks how many were had and on which days, behind whatever it tells."""
    plain = text.replace("’", "'")
    return _MANY_AND_WHICH.search(plain) is not None or _BOTH.search(plain) is not None


_WOULD_ASK = re.compile(
    r"^\W*(?:(?:so|and|ok|right|but|now|then)\W+){0,3}(?:is|isn'?t|was|have|has|did|do)\b|\b(?:and"
    r"|so) (?:have|is|did|has)\b",
    re.I,
)


def _is_asked(plain: str, found: re.Match[str]) -> bool:
    """Whether the sentence asks it: "is the 30th one I had" tells nothing else either way."""
    asked = next((part[0] for part in SENTENCE.finditer(plain) if part.start() <= found.start() < part.end()), plain)
    return "?" in asked or _WOULD_ASK.search(asked) is not None


def _day(words: str, state: State, who: Who) -> str:
    """The day that is meant, of those that were had, booked or planned where it is one of them; "next" for the next."""
    if _ASKED_NEXT.search(words.strip()):
        return NEXT
    weekday = re.search(rf"\b({WEEKDAY_WORDS})\b", words, re.I)
    nth = re.search(r"\b(\d{1,2})", words)
    month = re.search(rf"\b(?:{MONTHS})\b", words, re.I)
    near_now = timedelta(_NEAR)
    known = [day for day in _known(state, who) if abs(day - who.today) <= near_now]
    if nth is not None and month is None:
        near = [day for day in known if day.day == int(nth[1])]
        # Of none near by, one that was had longer ago.
        near = near or [day for day in _known(state, who) if day.day == int(nth[1]) and day <= who.today]
        if near:
            return min(near, key=lambda day: abs(day - who.today)).isoformat()
    elif nth is None and weekday is not None:
        place = WEEKDAYS.index(weekday[1][:3].lower())
        near = [day for day in known if day.weekday() == place and abs(day - who.today) < _WEEK]
        # One behind and one ahead: each is said.
        if near:
            return "|".join(day.isoformat() for day in near[-2:])
    elif (near_by := re.search(r"\b(?:today|tomorrow|yesterday)", words, re.I)) is not None:
        ahead = {"today": 0, "tomorrow": 1, "yesterday": -1}[near_by[0].lower()]
        return (who.today + timedelta(ahead)).isoformat()
    if nth is None:
        days = days_asked(words, state, who.today).days
        return min(days, key=lambda day: abs(day - who.today)).isoformat() if days else ""
    # Of none that is known, the nearest day of that number, or of that number and month.
    named = MONTH_PLACES[month[0].lower()] if month is not None else None
    around = (who.today + timedelta(n) for n in range(-_AROUND, _AROUND))
    near = [day for day in around if day.day == int(nth[1]) and named in (None, day.month)]
    return min(near, key=lambda day: abs(day - who.today)).isoformat() if near else ""


def _known(state: State, who: Who) -> list[date]:
    """The days that were had, and those of the plan to come that are near."""
    had = [dose.day for dose in state.given]
    coming = [day for day in islice(plan_days(state, who.today), _AHEAD) if day >= who.today]
    anchor = [state.anchor.date] if state.anchor is not None and state.anchor.kind == "last" else []
    return sorted({*had, *anchor, *coming})


class DownAsHad(Lists):
    """Looks into the log, and at what is to come."""

    def had_left(self, value: str) -> list[str]:
        """`value`: nothing."""
        index = next((i for i, phase in enumerate(self.state.phases) if phase.bounded), None)
        anchor = self.anchor
        days = [dose.day for dose in self.state.given if dose.sure and dose.day <= self.today]
        whole = index is not None and anchor.kind == "last" and anchor.done is not None and not anchor.ends_phase
        if whole and index == (anchor.phase or 0) and self.state.phases[index].behind + (anchor.done or 0) == len(days):
            first, *rest = self._progress("")
            return [first, self.words("had_days", dates=dates(sorted(days))), *rest]
        return self._progress("")

    def down_as_had(self, value: str) -> list[str]:
        """`value`: the day in ISO 8601, several with bars, or "next"."""
        if value == NEXT:
            return [self._of_day(dose.earliest) for dose in self.coming(1)] or [self.words("kept_none")]
        return [self._of_day(date.fromisoformat(day)) for day in value.split("|")]

    def _of_day(self, day: date) -> str:
        """Whether that of a day was had, by what was told."""
        last = {self.anchor.date} if self.anchor.kind == "last" else set()
        said = full_date(day)
        if day in last | {dose.day for dose in self.state.given}:
            return self.words("given_noted", date=said)
        booked = {self.state.booked, *(pair[1] for pair in self.anchor.moved)}
        if day >= self.today and day in booked:
            return self.words("booked_not_had", date=said)
        if day >= self.today and dose_on(self.since(day), day) is not None:
            return self.words("planned_not_had", date=said)
        return self.words("given_not_noted" if day <= self.today else "day_not_had", date=said)
