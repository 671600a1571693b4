"""How far one date of the plan is from another, and why the number of weeks changes: "why 5 weeks now, not 4?"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

from ..model import WEEKDAY_NAMES, WEEKDAYS, Phase, full_date
from .asked_days import days_asked
from .message import NUMBERS, Said, is_date_word
from .move import Move, place_of
from .move_words import FILLERS, PREAMBLE, WORDS, asks
from .outcome import Who
from .state import CHANGE, CONFIRM, State
from .view import View

_NUMBER = rf"(?:\d{{1,2}}|{'|'.join(NUMBERS)})"
_BETWEEN = re.compile(
    r"\bhow (?:many|long)\b[^?!;\n]{0,40}?\b(?:between|from|apart)\b[^?!;\n]{0,80}?\b(?:and|to|until|till)\b"
    r"|\b(?:from|between)\b[^?!;\n]{3,50}?\b(?:and|to|until|till)\b[^?!;\n]{3,50}?\bhow (?:many|long)\b",
    re.I,
)
_ON_TO_NEXT = re.compile(
    r"\b(?:from (?:then|there|that(?: one)?)|and then|then)\b[^?.!\n]{0,30}\b(?:one after|next|following|after that)\b",
    re.I,
)
_WEEKS = re.compile(rf"\b{_NUMBER}(?:[ -]or[ -]{_NUMBER})?[ -](?:weeks?|wks?)\b", re.I)
_WHY = re.compile(
    r"\b(?:why|how come|reason|always|every ?time|each time|sometimes|this time|not the same|change[sd]?|differ\w*)\b",
    re.I,
)
_MORE = re.compile(
    rf"\bwhere(?:as)? (?:this|that|the) (?:one|last) is {_NUMBER}\b|\b{_NUMBER} (?:now|this time)\b", re.I
)
# "Which ones are the 5 weeks?", "which months are the long ones?", of a plan that keeps a weekday of the month.
_LONG = re.compile(
    r"\b(?:which|what|when|where)\b[^.;!?\n]{0,40}\b(?:long(?:er)?|(?:5|five)[ -](?:weeks?|wks?)|gaps?)\b", re.I
)
# So many dates ahead the gaps are looked at: a year.
_YEAR = 13
# Of loading and other treatment, of how one feels, and of lateness others speak.
_OTHER = re.compile(
    r"\b(?:every (?:\d|two|three|four|five|six|eight|ten|twelve)|loading|tablets?|pills?|feel\w*|tired|symptoms?"
    r"|wears?|worn|last(?:s|ed)|ago|late for|pregnan\w*|friend|people"
    r"|everyone|others|nice|nhs|if|want|wish|can i|could i|should (?:i|we|it|they|she|he)|instead|said|told"
    r"|changed (?:it|me|mine))\b",
    re.I,
)
_BESIDE = frozenset((
    "many", "long", "weeks", "days", "between", "apart", "each", "next", "after", "one", "then", "two", "dates", "time",
    "first", "second", "away", "meant", "mean", "make", "makes", "lie", "lies", "exactly", "forgive", "understand",
    "merely",
))  # fmt: skip


def between_days(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """How far two days are apart that are named, and the one after them from the second."""
    if not state.ready(who.today) or state.about not in (None, CONFIRM, CHANGE) or not _BETWEEN.search(said.text):
        return ()
    days = days_asked(said.text, state, who.today).days
    light = FILLERS | PREAMBLE | WORDS["question"] | _BESIDE
    if len(days) != 2 or [word for word in said.left([], light) if not is_date_word(word)]:
        return ()
    return (Move("request", "between_days", said.text, rest=place_of(said, len(said.words))),)


def uneven_weeks(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """Why there are so many weeks to this one and another number to another, or whether it is always so many."""
    if not state.ready(who.today) or state.about not in (None, CONFIRM, CHANGE):
        return ()
    if (long := _LONG.search(said.text)) is not None and not _OTHER.search(said.text) and _of_weekday(state):
        return (Move("request", "long_gaps", long[0], rest=place_of(said, len(said.words))),)
    if not _WEEKS.search(said.text) or not (_WHY.search(said.text) or _MORE.search(said.text)):
        return ()
    if _OTHER.search(said.text) or not asks(said):
        return ()
    return (Move("request", "uneven_weeks", said.text, rest=place_of(said, len(said.words))),)


def _of_weekday(state: State) -> bool:
    """Whether a plan keeps a weekday of each month, so that it is 4 weeks or 5."""
    return len(state.phases) == 1 and state.phases[0].week_of_month is not None and state.phases[0].period == 1


class WeekGaps(View):
    """Says how many weeks lie between dates."""

    def long_gaps(self, value: str) -> list[str]:
        """Between which dates of the year to come 5 weeks lie, and why; of each whether it is a public holiday."""
        if self.overdue:
            return [*self.late(), self.words("after_late")]
        start = [self.anchor.date] if self.anchor.kind == "last" else []
        coming = [dose.earliest for dose in self.coming(_YEAR) if dose.earliest == dose.latest]
        days = [*start, *coming]
        long = [(a, b) for a, b in pairwise(days) if (b - a).days > timedelta(weeks=4).days]
        if not long:
            return self._why(self.state.phases[0])
        listed_gaps = [self.words("long_gap", day=full_date(a), date=full_date(b)) for a, b in long]
        return [self.words("long_gaps"), *listed_gaps, self.words("long_gaps_why")]

    def between_days(self, value: str) -> list[str]:
        """`value`: the message."""
        first, second = sorted(self._had_then(day) for day in days_asked(value, self.state, self.today).days)
        lines = [self._so_far(first, second)]
        after = next((dose for dose in self.since(second) if dose.earliest > second), None)
        if _ON_TO_NEXT.search(value) and after is not None and after.earliest == after.latest and not self.overdue:
            lines.append(self._so_far(second, after.earliest))
        return lines

    def _had_then(self, day: date) -> date:
        """The day of an injection that was had, where "28 September" was read as the one to come."""
        state = self.state
        last = [state.anchor.date] if state.anchor is not None and state.anchor.kind == "last" else []
        had = [*(dose.day for dose in state.given), *([state.given_on] if state.given_on else []), *last]
        named = [one for one in had if (one.month, one.day) == (day.month, day.day)]
        return max(named) if named else day

    def uneven_weeks(self, value: str) -> list[str]:
        """`value`: the message."""
        if self.overdue:
            return [*self.late(), self.words("after_late")]
        coming = self.coming(3)
        start = [self.anchor.date] if self.anchor.kind == "last" else []
        days = [*start, *(dose.earliest for dose in coming if dose.earliest == dose.latest)][:4]
        if len(days) < 2:
            return self.late() or [self.words("kept_none")]
        phase = self.state.phases[coming[0].phase_index]
        steps = [self._so_far(a, b) for a, b in pairwise(days)]
        weeks = {(b - a).days for a, b in pairwise(days)}
        why = self._why(phase)
        even = [self.words("gap_even")] if len(weeks) == 1 and not why else []
        return [*why, *even, *steps[:3], self.words("gap_suits")]

    def _why(self, phase: Phase) -> list[str]:
        """Why the weeks of a plan in months are not always as many."""
        if phase.unit not in ("mo", "a"):
            return []
        if phase.week_of_month is not None and phase.period == 1:
            day = WEEKDAY_NAMES[WEEKDAYS.index(phase.days_of_week[0])]
            return [self.words("gap_weekday", asked=day)]
        return [self.words("gap_month" if phase.period == 1 else "gap_months")]

    def _so_far(self, first: date, second: date) -> str:
        days = (second - first).days
        span = self._span(days) if days >= _IN_WEEKS else self.words("day" if days == 1 else "days", count=days)
        return self.words("gap_between", day=full_date(first), date=full_date(second), span=span)


_IN_WEEKS = timedelta(days=14).days
