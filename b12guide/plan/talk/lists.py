"""Lists of dates: those of a month or up to a day, those after the next one, and what is left of a part with an end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import takewhile

from ..dates.schedule import whole_count
from ..model import Dose, full_date
from ..reading.feasts import holiday_on
from .clinic_closed import CLINIC_CLOSED, ClinicClosed
from .counted_from import CountedFrom
from .doses_to import DOSES_TO, DosesTo
from .how_counted import SINCE_AND_TO_GO, HowCounted
from .over_by import OVER_BY, OverBy
from .part_named import part_as_often
from .skipped import not_in_place, skipped_so_far
from .supply import SUPPLY, Supply
from .templates import dates
from .which_first import WHICH_FIRST, WhichFirst

# Dates in one list: a daily plan has as many in a month.
MOST_DATES = 31
MOST_LEFT_NAMED = 10
# Words for one part of a plan.
_OF_A_PART = re.compile(
    r"\b(?:loading|starter|first|weekly|weeklies|daily|dailies|part|bit|course|them|these|those)\b", re.I
)


class Lists(Supply, OverBy, ClinicClosed, WhichFirst, DosesTo, HowCounted):
    """Says which doses lie in a time, and how many of a part are left."""

    def _following(self, value: str) -> list[str]:
        many = int(value) if value.isdigit() else 1
        state = self.state
        place = max(state.listed if value == "those" and state.listed else state.told, 1)
        if self.overdue:
            return [*self.late(), self.words("after_late")]
        coming = self.coming(place + many)[place:]
        state.told, state.listed = place + len(coming), 0
        if not coming:
            return [self.words("nothing_after")]
        if many == 1:
            return [self.dose_line("after_next", coming[0]), *self._from_moved(place), *self.at_weekend(coming[0])]
        return [self.words("after_that", dates=self.days(coming)), *self.weekend(coming)]

    def _from_moved(self, place: int) -> list[str]:
        """The dose behind the one at a place as it is counted from that one, where the clinic moved it."""
        day, then = (dose.earliest for dose in self.coming(place + 1)[place - 1 :])
        phase = self.state.phases[self.coming(place)[-1].phase_index]
        if day not in {pair[1] for pair in self.anchor.moved} or phase.days_of_week or phase.bounded:
            return []
        dose = CountedFrom(self.state, self.today, self.words, self.country).after(day, phase)
        if dose is None or dose.earliest == then:
            return []
        return [self.words("after_moved", day=full_date(day), date=full_date(dose.earliest))]

    def list_of(self, value: str, *, first: bool = False, last: bool = False) -> list[str]:
        """The doses in a time, "YYYY-MM-DD/YYYY-MM-DD"; of them the first or the last alone where that is asked."""
        start, end = (date.fromisoformat(day) for day in value.split("/"))
        begin = max(start, self.today)
        if self.overdue:
            return self._list_late(begin, end)
        inside = list(takewhile(lambda dose: dose.earliest <= end, self.since(begin))) if end >= begin else []
        self._note(inside)
        if inside and (first or last):
            dose = inside[0] if first else inside[-1]
            return [self.dose_line("falls_on", dose), *self._closed([dose])]
        shown = inside[:MOST_DATES]
        if not shown:
            return [self.words("list_none", start=full_date(begin), end=full_date(max(begin, end)))]
        name = "list_one" if len(inside) == 1 else "list_many" if len(inside) <= MOST_DATES else "list_first"
        return [self.words(name, count=len(inside), dates=self.days(shown)), *self._closed(shown)]

    def _list_late(self, begin: date, end: date) -> list[str]:
        """The dates as they would be if a late one moved none of them; none where that is longer ago than the gap."""
        if self.long_overdue:
            return [*self.late()[:1], self.words("list_too_late")]
        due = self.coming(1)[0]
        after = (dose for dose in self.since(due.latest + timedelta(days=1)) if dose.earliest >= begin)
        inside = list(takewhile(lambda dose: dose.earliest <= end, after))[:MOST_DATES]
        if not inside:
            return [*self.late(), self.words("after_late")]
        return [self.dose_line("list_late", due), self.words("list_if_stays", dates=self.days(inside))]

    def _first_of(self, value: str) -> list[str]:
        return self.list_of(value, first=True)

    def _last_of(self, value: str) -> list[str]:
        return self.list_of(value, last=True)

    def _closed(self, some: Sequence[Dose]) -> list[str]:
        """The one line about those of a list that are at a weekend or on a public holiday."""
        feasts = {d for d in some if d.earliest == d.latest and holiday_on(d.earliest, self.country)}
        if not feasts:
            return self.weekend(some)
        days = [d.earliest for d in some if d in feasts or "weekend" in d.flags]
        return [self.words("closed" if len(days) == 1 else "closed_many", date=dates(days))]

    def wanted(self) -> list[str]:
        """The list that was asked for before the plan was known, once; none of a plan with a late dose."""
        value, self.state.wanted = self.state.wanted, None
        if not value or self.overdue:
            return []
        if value.startswith("next/"):
            return self._next_many(value.removeprefix("next/"))
        if value.startswith(f"{SUPPLY}/"):
            return self.supply(value.removeprefix(f"{SUPPLY}/"))
        if value.startswith(f"{WHICH_FIRST}/"):
            return self.which_first(value.removeprefix(f"{WHICH_FIRST}/"))
        if value.startswith(f"{DOSES_TO}/"):
            return self.doses_to(value.removeprefix(f"{DOSES_TO}/"))
        if value.startswith(f"{SINCE_AND_TO_GO}/"):
            return self.since_and_to_go("")
        if value.startswith(f"{OVER_BY}/"):
            return self.over_by(value.removeprefix(f"{OVER_BY}/"))
        if value.startswith(f"{CLINIC_CLOSED}/"):
            return self.clinic_closed(value.removeprefix(f"{CLINIC_CLOSED}/"))
        away = value.removeprefix("away/")
        if away == value:
            self.state.list_span = value
            return self.list_of(value)
        days = [date.fromisoformat(day) for day in away.split("/")]
        spans = [span for span in zip(days[::2], days[1::2], strict=True) if span[1] >= self.today]
        return list(dict.fromkeys(line for span in spans for line in self.away(span)))

    def _note(self, doses: list[Dose]) -> None:
        """What "how many is that?" and "and after those?" are about."""
        self.state.shown = len(doses)
        if not doses:
            return
        ahead = list(takewhile(lambda dose: dose.earliest <= doses[-1].earliest, self.since(self.today)))
        self.state.listed = len(ahead)

    def _count(self, value: str) -> list[str]:
        return [self.words("counted", count=self.state.shown)] if self.state.shown else self._left()

    def remaining(self) -> list[Dose] | None:
        """The doses to come of the part that has an end; None where no part has one."""
        index = next((i for i, phase in enumerate(self.state.phases) if phase.bounded), None)
        run = self.run(index) if index is not None else None
        if index is None:
            return None
        if run is None:
            return []
        past = run.before(self.today) if self.anchor.kind == "first" else 0
        return list(takewhile(lambda dose: dose.phase_index == index, self.doses_of(run, past)))

    def _left_said(self, value: str) -> list[str]:
        remaining = self.remaining()
        lines = self._left()
        if remaining is None:
            # "Four more" of a plan without an end asks for so many dates.
            return self._following(value) if value else lines
        self.state.listed = self.state.shown = len(remaining)
        if value:
            right = int(value) == len(remaining)
            lines = [self.words("right" if right else "not_right"), *lines]
        if 1 < len(remaining) <= MOST_LEFT_NAMED and not self.overdue:
            lines.append(self.words("left_dates", dates=self.days(remaining)))
        return lines

    def _progress(self, value: str) -> list[str]:
        """How many of the part with an end were had, and how many are left."""
        index = next((i for i, phase in enumerate(self.state.phases) if phase.bounded), None)
        remaining = self.remaining()
        if index is None or remaining is None:
            return [self.words("no_end"), *(self.late() or self.upcoming("next"))]
        total = whole_count(self.state.phases[index])
        if not remaining or total is None:
            return self._left_said("")
        half = [self.words("half_yes" if 2 * len(remaining) <= total else "half_no")] if value == "half" else []
        had = total - len(remaining) - not_in_place(self.state)
        return [*half, self.words("had_of", count=had, total=total), *self.skips(), *self._left_said("")]

    def _nth(self, value: str) -> list[str]:
        """The day of the one that has this number in the part with an end; where that has come already, or the numbers
        are no more those of the plan, how far along it is. Of a plan without an end, so many from the next one on."""
        remaining, number = self.remaining(), int(value)
        if remaining is None:
            return self._next_many(value)
        total = sum(whole_count(phase) or 0 for phase in self.state.phases if phase.bounded)
        place = number - 1 - (total - len(remaining))
        if self.overdue or skipped_so_far(self.state) or not 0 <= place < len(remaining):
            return self._progress("")
        self.state.told = place + 1
        return [self.dose_line("falls_on", remaining[place]), *self._closed([remaining[place]])]

    def _next_many(self, value: str) -> list[str]:
        """The next so many, from the first one on."""
        if self.overdue:
            return [*self.late(), self.words("after_late")]
        coming = list(self.coming(int(value)))
        self._note(coming)
        if not coming:
            return [self.words("kept_none")]
        self.state.told = len(coming)
        name = "list_one" if len(coming) == 1 else "list_many"
        return [self.words(name, count=len(coming), dates=self.days(coming)), *self._closed(coming)]

    def _to_come(self, value: str) -> list[str]:
        remaining = self.remaining()
        if not remaining or self.overdue:
            return self._left_said("") if remaining is not None else self.lines()
        self.state.listed = self.state.shown = len(remaining)
        named = remaining[:MOST_LEFT_NAMED]
        return [
            self.words("list_one" if len(named) == 1 else "list_many", count=len(remaining), dates=self.days(named))
        ]

    def _phase_end(self, value: str) -> list[str]:
        phases = self.state.phases
        bounded = [i for i, phase in enumerate(phases) if phase.bounded]
        first = bounded[0] if bounded else None
        if bounded and phases[-1].bounded and not _OF_A_PART.search(value):
            # "When am I done?" asks for the end of it all.
            first = bounded[-1]
        named = part_as_often(value, phases)
        index = first if named is None else named
        if index is None or not phases[index].bounded:
            return [self.words("no_end")]
        if self.overdue:
            return [*self.late(), self.words("after_late")]
        run, total = self.run(index), whole_count(self.state.phases[index])
        doses = list(self.doses_of(run))
        if not doses:
            return [self.words("left_none", total=total)]
        self.state.listed = len(self.remaining() or ())
        return [self.dose_line("part_ends", doses[-1]), *self.at_weekend(doses[-1])]
