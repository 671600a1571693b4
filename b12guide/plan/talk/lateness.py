"""Whether the person is late: "am I late?", "so I'm not late, right?", told with the plan or of one that is known."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ..dates.planner import next_doses
from ..model import Anchor, full_date
from .day_weighed import OFF, nearest_planned, weighs
from .message import Said, is_date_word
from .move import Move, place_of
from .outcome import Who
from .past import none_missed
from .state import State
from .view import View

_LATE = r"(?:late|overdue|over due|behind)"
_WHO = r"(?:i|we|she|he|they|it|mum|mom|dad|this|that|mine|hers|his|my (?:b12|jab|shot|injection))"
_ASKS = re.compile(
    rf"\b(?:am|are|is|was|does|have) {_WHO}(?: \w+){{0,3}} {_LATE}\b"
    rf"|\bhow {_LATE} (?:am|is|are)\b"
    rf"|\bhow (?:many|much|long|far)(?: \w+){{0,4}} {_LATE}\b"
    r"|\b(?:late|overdue) (?:or what|or not|yet|then|am i|already|now)?\s*\?"
    rf"|\b(?:whether|if) (?:i'?m|i am|we are|it is|it's) {_LATE}\b",
    re.I,
)
# "How many days off the plan is it?", of a day that the clinic set.
_LATER_THAN = re.compile(
    r"\bhow (?:much|many|far|long)(?: \w+){0,4} (?:later|earlier|sooner|after|before|past|off|behind)\b[^?.!]{0,30}"
    r"\b(?:plan(?:ned)?|due|should|ought|supposed|meant|normal|usual)\b",
    re.I,
)
_IN_DAYS = re.compile(r"\bhow many days\b", re.I)
_SUPPOSES_NOT = re.compile(
    rf"\b(?:i'?m|i am|we'?re|she'?s|he'?s|it'?s|it is|that'?s) not (?:\w+ )?{_LATE}\b"
    rf"|\bnot {_LATE} (?:then|yet|right|am i|is it)\b",
    re.I,
)
_ASKED = re.compile(r"\?|\b(?:right|then|yeah|no|am i|is it|is she|is he|correct|so)\b", re.I)

_NOT_LATE = re.compile(
    r"\b(?:not|never|isn'?t|wasn'?t|haven'?t|didn'?t|am not|i'?m not) (?:\w+ )?(?:late|missed|miss|missing|overdue)\b"
    r"|\b(?:early|too soon|ahead of (?:time|schedule))\b",
    re.I,
)


def asks_if_late(text: str) -> str | None:
    """ "late" where a message asks whether one is late, "days" by how many days, "not" where it supposes that none is,
    "off" how far the day that is booked is from the plan's; else None."""
    plain = text.replace("’", "'")
    if _LATER_THAN.search(plain) is not None or weighs(plain):
        return "off"
    if _SUPPOSES_NOT.search(plain) and _ASKED.search(plain):
        return "not"
    if _ASKS.search(plain) is None:
        return None
    return "days" if _IN_DAYS.search(plain) else "late"


def none_was_missed(text: str) -> bool:
    """Whether a message says that nothing was missed, or that nobody is late."""
    return none_missed(text) or _NOT_LATE.search(text) is not None


def off_plan(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """How far the day that the clinic set is from the plan's own."""
    if not state.ready(who.today) or state.booked is None or asks_if_late(said.text) != "off":
        return ()
    if weighs(said.text) and any(is_date_word(word.text) for word in said.words):
        # Of the day that is told with it.
        return ()
    return (Move("request", "late", "off", rest=place_of(said, len(said.words))),)


class Lateness(View):
    """Says first whether one is late, and by how much."""

    def if_late(self, value: str) -> list[str]:
        """Yes or no with the days, then what to do about a late one."""
        coming = self.coming(1)
        if self.overdue:
            days = (self.today - coming[0].latest).days
            late = self.words("days", count=days) if value == "days" and days > 1 else self._span(days)
            line = "late_but" if value == "not" else "late_yes"
            return [self.dose_line(line, coming[0], late=late), *self.late()[1:]]
        return self.late_first(value) or self.upcoming("next")

    def late_first(self, value: str) -> list[str]:
        """The answer in one line, for a plan that is read back below it."""
        coming = self.coming(1)
        if not coming:
            return []
        dose = coming[0]
        if value.startswith(OFF):
            day = date.fromisoformat(value.removeprefix(OFF))
            near = nearest_planned(day, self.state, self.today)
            ask = [self.words("move_ask")] if near is not None and day != near else []
            return [self._how_far(day, near), *ask] if near is not None else []
        if value == "off" and not self.overdue and (lines := self.how_far_booked()):
            return lines
        if self.overdue:
            return [self.words("late_short", late=self._span((self.today - dose.latest).days))]
        if dose.earliest <= self.today:
            return [self.words("late_today")]
        days = (dose.earliest - self.today).days
        span = self.words("day") if days == 1 else self.words("days", count=days)
        return [self.dose_line("late_right" if value == "not" else "late_no", dose, span=span)]

    def how_far_booked(self) -> list[str]:
        """How far the day that the clinic set is from the plan's own."""
        planned, coming = self._planned(), self.coming(1)
        return [self._how_far(coming[0].earliest, planned)] if planned is not None and coming else []

    def _how_far(self, day: date, planned: date) -> str:
        """How far a day is from the one that the plan has."""
        days = (day - planned).days
        span = self.words("day") if abs(days) == 1 else self._span(abs(days))
        name = "from_plan_later" if days > 0 else "from_plan_earlier" if days else "from_plan_same"
        return self.words(name, planned=full_date(planned), date=full_date(day), span=span)

    def _planned(self) -> date | None:
        """The plan's own day for the next dose, where the clinic set another one."""
        state, phases = self.state, self.state.phases
        if state.booked is None or state.given_on is None or len(phases) != 1 or phases[0].bounded:
            return None
        last = Anchor("last", state.given_on, month_day=state.due_month_day)
        counted = next_doses(phases, last, today=state.given_on + timedelta(1), count=1)
        return counted[0].earliest if counted and counted[0].earliest == counted[0].latest else None
