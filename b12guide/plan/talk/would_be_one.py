"""Whether a day would be one of the injections if they went on as they are: "if it carried on, would Christmas Day be
one?". Of a part that has an end the days are counted on behind it, and its end is said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import islice, takewhile

from ..model import Dose, full_date
from ..wording import listed
from .days import tells_given
from .move import Move
from .outcome import Who
from .state import State
from .times_named import times_named
from .view import View

WOULD_BE = "would_be_one"
_GOES_ON = re.compile(
    r"\b(?:if|supposing|assuming|were) (?:\w+ ){0,5}?(?:carr(?:y|ied|ies) on|kept? (?:going|on|to|up|it up)"
    r"|keeps (?:going|on)|continu(?:e|ed|es|ing)|went on|goes on|go on|run on|ran on|stays?|stayed|stuck|stick"
    r"|unchanged"
    r"|nothing (?:else )?(?:chang\w{0,3}|happen\w{0,3})|the same|as (?:it is|now|planned|normal|usual|before))\b"
    r"|\b(?:carrying on|going on|continuing|unchanged|at this rate|at that rate|on this pattern|by this pattern)\b",
    re.I,
)
_THING = r"(?:injection|jab|jag|shot|b-?12|dose|needle)"
_BE_ONE = re.compile(
    rf"\b(?:would|will|wld|wud|'d|is|does|do|should)\b[^.;!?]{{0,60}}?\b(?:be (?:one\b(?! of (?:the|my) (?:ones|days)"
    rf" i (?:had|missed))|a day\b|an? (?:\w+ )?{_THING}(?: day)?\b|due\b|included\b|a yes\b|on the list\b)"
    rf"|(?:one|day) of (?:them|the days|my days|those|mine)\b|an? {_THING} day\b|have (?:one|an? {_THING})\b)",
    re.I,
)
_OTHER = re.compile(
    r"\b(?:missed|had|move[ds]?|moving|instead|book(?:ed)?|skip\w*|late|early|away|why|how many|open|closed|shut"
    r"|bank holiday|weekend)\b",
    re.I,
)
# So many doses behind the end of a part are looked at.
_MOST = 800


def goes_on(text: str, state: State, who: Who) -> Move | None:
    """The same, where it is asked for the days as they would go on."""
    return would_be_one(text, state, who) if _GOES_ON.search(text.replace("’", "'")) else None


def would_be_one(text: str, state: State, who: Who) -> Move | None:
    """The day, and "on" where it is asked for the days as they would go on, with a slash."""
    plain = text.replace("’", "'")
    carries_on = _GOES_ON.search(plain) is not None
    if not state.ready(who.today) or _BE_ONE.search(plain) is None or _OTHER.search(plain) or tells_given(plain):
        return None
    if re.search(r"\bif\b", plain, re.I) and not carries_on:
        return None
    times = times_named(_GOES_ON.sub(" ", plain), state, who.today, who.country)
    days = {time.start for time in times if time.start == time.end}
    if len(days) != 1 or len(times) != len(days):
        return None
    return Move("request", WOULD_BE, f"{days.pop().isoformat()}/{'on' if carries_on else ''}", rest=(0, len(text)))


class WouldBeOne(View):
    """Says yes or no first, with the days about it."""

    def would_be_one(self, value: str) -> list[str]:
        """`value`: the day, and whether the part of now is to go on."""
        if self.overdue:
            return [*self.late(), self.words("after_late")]
        named, on = value.split("/")
        day, now = date.fromisoformat(named), next(iter(self.coming(1)), None)
        if now is None:
            return [self.words("kept_none")]
        other, end = self._gone_on(now.phase_index) if on else (self, None)
        dose = next(other.since(day), None)
        if dose is not None and dose.earliest <= day <= dose.latest:
            said = self.words("would_yes" if on else "would_yes_planned", date=full_date(day))
        else:
            said = self._would_not(other, day, dose)
        return [said, *([self.words("would_end", date=full_date(end))] if end is not None and end < day else [])]

    def _gone_on(self, place: int) -> tuple[View, date | None]:
        """The plan with the part at a place without an end, and the day of the last dose that it has by the plan."""
        phase = self.state.phases[place]
        ending = phase.bounded or phase.ends is not None
        if not ending and place == len(self.state.phases) - 1:
            return self, None
        open_ = replace(phase, count=None, duration=None, duration_unit=None, until=None, ends=None)
        other = replace(self.state, phases=(*self.state.phases[:place], open_), open=[])
        view = View(other, self.today, self.words, self.country)
        doses = list(islice(self._up_to_part(place), _MOST))
        return view, doses[-1].latest if ending and doses else None

    def _up_to_part(self, place: int) -> Iterator[Dose]:
        return takewhile(lambda dose: dose.phase_index <= place, self.since(self.today))

    def _would_not(self, other: View, day: date, after: Dose | None) -> str:
        before = list(takewhile(lambda one: one.latest < day, other.since(self.today)))[-1:]
        about = [*before, *([after] if after is not None else [])]
        if not about:
            return self.words("plain_no")
        return self.words("would_no", date=full_date(day), dates=listed([self.days([dose]) for dose in about]))
