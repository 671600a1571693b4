"""What a message says of the parts of a plan: how many one has, which dose that was, that loading is over."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

from ..dates.schedule import dose_count, doses_since, runs, whole_count
from ..model import Anchor
from ..reading.lexer import lex
from ..wording import phase_words
from .had_count import counts_in
from .intake_dates import DateIntake

_FIRST = re.compile(r"\b(?:first|1st)\b", re.I)
# "The first of the 4", "number 2 of 6".
_PLACE = re.compile(
    r" (?:first|(?P<n>\d{1,2})(?:th)?)(?: dose| 1)? (?:out )?of (?:the |my |those |these )?(?P<of>\d{1,2}) "
)
# So many doses ahead a later part is looked for.
_FAR = 60


class PartIntake(DateIntake):
    """Takes what is told of parts into a `State`."""

    def _names_part(self) -> bool:
        """ "The first monthly one, 4 April!": a later part by its name, with the day that it begins on by the plan. It
        is no plan of its own, and nothing before it is dropped."""
        state, said = self.state, self.reading
        if len(state.phases) < 2 or len(said.phases) != 1 or len(said.dates) != 1 or not _FIRST.search(self.text):
            return False
        day, anchor = said.dates[0].date, state.anchor
        begins = anchor is not None and anchor.kind == "first" and said.phases[0].rhythm == state.phases[0].rhythm
        if anchor is not None and begins and not said.phases[0].bounded and day is not None and day >= self.today:
            # "The first 2 weekly one is the 9th": the part that is to begin, with the day of its first one.
            state.count_from(replace(anchor, date=day))
            return True
        known = [phase_words(phase) for phase in state.phases[1:]]
        if phase_words(said.phases[0]) not in known or state.anchor is None or not state.countable(self.today):
            return False
        _, coming = doses_since(state.phases, state.anchor, self.today, today=self.today)
        return any(dose.phase_index and dose.earliest == said.dates[0].date for dose in islice(coming, _FAR))

    def take_place(self, number: int) -> bool:
        """ "That was the second one": of its part, counted with the date known."""
        state = self.state
        place = next((i for i, phase in enumerate(state.phases) if phase.bounded), None)
        total = dose_count(state.phases[place]) if place is not None else None
        number -= state.phases[place].behind if place is not None else 0
        if place is None or state.anchor is None or not 0 < number <= (total or 100):
            return False
        state.settle("count")
        state.count_from(replace(state.anchor, kind="last", phase=place, done=number))
        return True

    def take_place_beside(self) -> None:
        """ "The weekly ones, it was the first of the 4": which one of its part the dose was, told with the part."""
        state, anchor = self.state, self.state.anchor
        found = _PLACE.search(lex(self.text).canon)
        if anchor is None or anchor.kind != "last" or anchor.phase is None or anchor.done is not None:
            return
        told = {int(found["n"] or 1)} if found is not None else counts_in(self.text, asked=True)
        behind, total = state.phases[anchor.phase].behind, whole_count(state.phases[anchor.phase])
        number = told.pop() if len(told) == 1 else 0
        if (found is None or total == int(found["of"])) and total is not None and behind < number <= total:
            state.anchor = replace(anchor, done=number - behind)

    def take_total(self, number: int) -> bool:
        """ "Only 5 of them": how many the part with an end has."""
        state = self.state
        place = next((i for i, phase in enumerate(state.phases) if phase.bounded), None)
        given = state.anchor.done or 0 if state.anchor is not None else 0
        number -= state.phases[place].behind if place is not None else 0
        if place is None or number < given:
            return False
        ended = replace(state.phases[place], count=number, duration=None, duration_unit=None)
        state.phases = (*state.phases[:place], ended, *state.phases[place + 1 :])
        return True

    def _take_end(self) -> bool:
        """ "That was the last loading one": the next part counts on from it."""
        state = self.state
        if not self.ends_loading:
            return False
        loading = [i for i, phase in enumerate(state.phases[:-1]) if phase.kind == "loading"]
        place = loading[-1] if loading else len(state.phases) - 2
        said = [m.date for m in self.reading.dates if m.role == "last"]
        day = said[0] if said else self._latest(place)
        if day is None:
            return False
        state.settle("count")
        state.count_from(Anchor("last", day, place, None, True))
        return True

    def _latest(self, place: int) -> date | None:
        """The dose meant by "that": the last one told of, or the latest that the plan had until today."""
        anchor = self.state.anchor
        if anchor is None or anchor.kind == "last":
            return anchor.date if anchor else None
        if not self.state.countable(self.today):
            return None
        latest = None
        for run in runs(self.state.phases, anchor):
            past = run.before(self.today + timedelta(days=1)) if run.index <= place else 0
            latest = run.at(past - 1)[0] if past else latest
            if past != run.count:
                break
        return latest
