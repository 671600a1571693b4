"""How far apart the doses that were had are, beside how far the plan has them: "have I slipped behind?", "so that's 5
weeks each, not 4?". Numbers alone: whether it matters is for the clinic, and the next one is counted from the last."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from ..dates.planner import next_doses
from ..dates.schedule import missing
from ..model import Anchor, full_date
from ..reading.day_words import MONTH_PLACES, MONTHS
from ..reading.reader import states_plan
from ..wording import plural
from .asked_days import days_asked
from .late_each import asks_lateness_of_each
from .message import NUMBERS, number_of
from .move import Move
from .outcome import Outcome, Who
from .state import CONFIRM, State
from .templates import Wording
from .view import View, every

GAPS_HAD = "gaps_had"
_N = rf"(?:\d{{1,2}}|an?|{'|'.join(NUMBERS)})"
_SPAN = rf"(?P<n>{_N})[ -](?P<u>day|week|wk|month)s?"
_I = r"(?:i|we|she|he|it|they|mum|mom|dad)"
_EACH = r"(?:each|every|both|all)(?: (?:one|time|of (?:them|the gaps|those)|times|gap))?"
_ASKS = (
    # "Have I slipped behind?", "am I getting further behind?", "how far behind am I?".
    rf"\b(?:have|has|am|is|are|'ve|did) {_I}(?: \w+){{0,2}} (?:slip\w*|fall\w*|drift\w*|slid\w*|gett?ing|got(?:ten)?"
    r"|gone|going|running|dropp\w*)(?: \w+){0,2} (?:behind|back|adrift|off (?:track|schedule)|later and later)\b",
    rf"\b(?:have|has|am|is|'ve) {_I}(?: \w+){{0,2}} (?:slipp(?:ed|ing)|drift(?:ed|ing))\b",
    rf"\bhow (?:far|much|many (?:days|weeks))(?: \w+){{0,2}} (?:behind|adrift|slipped|drifted|out of step)\b"
    rf"|\bhow (?:far|much) (?:have|has|am|is) {_I}(?: \w+)? (?:slipped|drifted|behind|fallen)\b",
    # "How long were the gaps?", "how far apart were they?".
    r"\b(?:how (?:long|big|far apart|many (?:days|weeks)(?: apart)?)|what) (?:were|was|are|is|have|between)\b"
    r"[^.;?!]{0,25}\b(?:gaps?|apart|between (?:each|them|those|the ones))\b",
    r"\bhow far apart (?:were|are|was|have)\b",
    # "So that's 5 weeks each, not 4?", "the gaps were 5 weeks".
    rf"\b{_SPAN}\b(?: (?:gaps?|apart))?,? (?:{_EACH}|between (?:each|them|those))\b",
    rf"\b(?:those |the |my |them |both )?gaps? (?:were|was|are|is|have been|come out at)(?: \w+){{0,2}}"
    rf" {_SPAN.replace('?P<n>', '?P<n2>').replace('?P<u>', '?P<u2>')}\b",
    # "Does a week late each time matter?", "is it bad that each was late?".
    rf"\b(?:late|over|longer|behind) (?:{_EACH})\b",
    rf"\b{_EACH} (?:is |was |were |being |comes? |came )?(?:{_N} (?:days?|weeks?) )?(?:late|over|longer)\b",
)
_ANY = tuple(re.compile(one, re.I) for one in _ASKS)
_OF_MONTHS = re.compile(rf"\b(?P<m>{MONTHS})\b(?: (?:one|jab|shot|injection|dose))?", re.I)
_WAS_LATE = re.compile(r"\b(?:was|were)\b[^.;?!]{0,40}\b(?:late|behind|overdue)\b", re.I)
_MATTERS = re.compile(r"\b(?:matter\w*|bad|ok|okay|all ?right|alright|fine|harm\w*|problem|worry|worried|safe)\b", re.I)
_OTHER = re.compile(
    r"\b(?:if|make|set|should|supposed|meant|can i|could i|shall i|will i|would|move[ds]?|change[ds]?|instead"
    r"|another|today|yesterday|feel\w*|tired\w*|numb\w*|tingl\w*|dizz\w*|worse|better|ill|sick|symptoms?|memory|reminders?|texts?|rent|work|bills?)\b",
    re.I,
)
_DAYS = {"day": 1, "week": 7, "wk": 7}
_AWAY = 1.75


def gaps_had(text: str, state: State, who: Who) -> Move | None:
    """That it is asked, of a log of several doses; the value is the gap that the person has in mind, in days, and "?"
    where it is asked if it matters."""
    plain = text.replace("’", "'")
    if not state.ready(who.today) or not asks_of_gaps(plain, state) or _OTHER.search(plain) or states_plan(plain):
        return None
    known = set(_had(state))
    if any(day not in known for day in days_asked(plain, state, who.today).days if day <= who.today):
        # A day that is not known is told, or asked about.
        return None
    return Move("request", GAPS_HAD, _value(plain), rest=(0, len(text)))


def asks_of_gaps(plain: str, state: State) -> bool:
    """Whether a text asks how far apart the doses were that are in the log, or how far they are behind."""
    if len(_had(state)) < 2 or asks_lateness_of_each(plain) or _pairs(state) is None:
        return False
    months = {MONTH_PLACES[found["m"].lower()] for found in _OF_MONTHS.finditer(plain)}
    of_months = len(months) > 1 and months <= {day.month for day in _had(state)} and _WAS_LATE.search(plain)
    return bool(of_months) or any(one.search(plain) for one in _ANY)


def _value(plain: str) -> str:
    found = next((found for one in _ANY if (found := one.search(plain)) is not None and "n" in found.groupdict()), None)
    found = found or next((m for one in _ANY if (m := one.search(plain)) and "n2" in m.groupdict()), None)
    said = ""
    if found is not None and not re.search(r"\blate\b", found[0], re.I):
        groups = found.groupdict()
        count, unit = (groups.get("n") or groups.get("n2") or ""), (groups.get("u") or groups.get("u2") or "").lower()
        many = number_of(count)
        said = str(many * _DAYS[unit]) if unit in _DAYS else ""
    return said + ("?" if _MATTERS.search(plain) else "")


def _had(state: State) -> list[date]:
    last = [state.anchor.date] if state.anchor is not None and state.anchor.kind == "last" else []
    return sorted({*last, *(dose.day for dose in state.given)}) if all(dose.sure for dose in state.given) else []


def _pairs(state: State) -> list[tuple[date, date, int]] | None:
    """The days of two doses that follow each other with how many days later the second was than planned; None where the
    plan has none to hold against them, or one between them may not have been told."""
    phase, found = (state.phases[-1] if state.phases else None), []
    if phase is None or len(state.phases) > 1 or phase.frequency != 1 or phase.days_of_week or phase.bounded:
        return None
    for before, day in pairwise(_had(state)):
        anchor = Anchor("last", before)
        if missing((phase,), anchor) is not None:
            return None
        dose = next(iter(next_doses((phase,), anchor, today=before, count=1)), None)
        if dose is None or (day - before).days > _AWAY * (dose.earliest - before).days:
            return None
        off = max(day - dose.latest, timedelta(0)) or min(day - dose.earliest, timedelta(0))
        found.append((before, day, off.days))
    return found


def slipped_first(outcome: Outcome, text: str, who: Who, wording: Wording) -> Outcome | None:
    """The plan that was told and read back with several doses, with how far apart they were before it; None where that
    is not asked."""
    state, plain = State.from_json(outcome.state), text.replace("’", "'")
    if state.about != CONFIRM or not state.ready(who.today) or not asks_of_gaps(plain, state):
        return None
    lines = GapsHad(state, who.today, wording, who.country).gaps_had(_value(plain))
    return replace(outcome, bubbles=("\n".join([*lines, outcome.bubbles[0]]), *outcome.bubbles[1:]))


class GapsHad(View):
    """Says how far apart they were, and when the next one is."""

    def gaps_had(self, value: str) -> list[str]:
        """`value`: as of `gaps_had`."""
        pairs = _pairs(self.state) or []
        said = value.rstrip("?")
        lines = [line for before, day, off in pairs for line in self._one_had(before, day, off)]
        if said and lines:
            right = all((day - before).days == int(said) for before, day, _ in pairs)
            lines[0] = f"{self.words('plain_yes' if right else 'plain_no')} {lines[0]}"
        late = any(off > 0 for *_, off in pairs)
        lines = [*lines, self.words("gap_of_plan", words=every(self.state.phases[-1]))]
        matters = [self.words("late_matters")] if value.endswith("?") else []
        if self.overdue:
            return [*lines, *matters, *self.late()]
        coming = next(iter(self.coming(1)), None)
        following = [self.dose_line("counted_from_last", coming)] if coming is not None and not self.state.booked else (
            self.upcoming("next") if coming is not None else [])  # fmt: skip
        return [*lines, *matters, *following, *([self.words("book_ahead")] if late else [])]

    def _one_had(self, before: date, day: date, off: int) -> list[str]:
        span = self._span((day - before).days)
        line = self.words("gap_had", day=full_date(before), date=full_date(day), span=span)
        name = "gap_longer" if off > 0 else "gap_shorter" if off < 0 else "gap_as_planned"
        weeks, over = divmod(abs(off), 7)
        span = plural(weeks, "week") if weeks and not over else self._span(abs(off))
        return [f"{line} {self.words(name, off=span)}"]
