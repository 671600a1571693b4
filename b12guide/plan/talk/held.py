"""Times held against the dates of a plan: which of them lie in each, or that none does; nothing is taken from it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import islice, takewhile

from ..model import Dose, full_date
from ..reading.feasts import holiday_on
from ..wording import say_dose
from .lists import MOST_DATES
from .readback import Said
from .times_named import Time
from .wishes import Wishes

# How the request begins; then the times, and whether it is asked if the clinic is shut.
HELD = "held"
_SHUT = "shut"


def held_request(times: Sequence[Time], *, closed: bool = False) -> str:
    """The request that holds some times against a plan, in words that `Held` reads."""
    named = [f"{time.start.isoformat()}/{time.end.isoformat()}/{time.name}" for time in times]
    return "|".join([HELD, *([_SHUT] if closed else []), *named])


class Held(Wishes):
    """Says how the dates of a plan lie to times that are named."""

    def held(self, request: str) -> Said:
        """The answer to a request of `held_request`."""
        _, *parts = request.split("|")
        shut = _SHUT in parts
        times = [_time(part) for part in parts if part != _SHUT]
        late = [self.words("button_say")] if self.overdue else [self.words("button_after")]
        return self._lines(times, shut=shut), [*late, self.words("button_whole")]

    def _lines(self, times: Sequence[Time], *, shut: bool) -> list[str]:
        if self.overdue:
            return [*self.late(), self.words("after_late")]
        if not times:
            return self._shut(self.coming(1)) if shut else self._known()
        days = [time.start for time in times if time.start == time.end]
        on = [dose for day in days for dose in islice(self.since(day), 1) if dose.earliest <= day]
        shut = shut or any(self._feast_of(dose) for dose in on)
        said = {dose.earliest for dose in on if shut and self._feast_of(dose)}
        names = [time for time in times if time.name and time.start not in said]
        lines = [self.words("feast_on", what=time.name, date=full_date(time.start)) for time in names]
        lines += self.on_days(list(dict.fromkeys(days))) if days else []
        for time in times:
            if time.start != time.end:
                lines += self._within(time)
        return [*lines, *(self._shut(on) if shut else [])]

    def _within(self, time: Time) -> list[str]:
        """The doses in a stretch; of none, those about it."""
        begin = max(time.start, self.today)
        named = {"start": full_date(begin), "end": full_date(time.end)}
        inside = list(takewhile(lambda dose: dose.earliest <= time.end, self.since(begin)))
        shown = inside[:MOST_DATES]
        if shown:
            name = "held_one" if len(inside) == 1 else "held_many" if len(inside) <= MOST_DATES else "held_first"
            return [self.words(name, count=len(inside), dates=self.days(shown), **named), *self._closed(shown)]
        before = list(takewhile(lambda dose: dose.latest < begin, self.since(self.today)))[-1:]
        after = list(islice(self.since(time.end + timedelta(days=1)), 1))
        about = [self.words("held_before", dates=self.days(before))] if before else []
        about += [self.words("held_after", dates=self.days(after))] if after else [self.words("nothing_after")]
        return [self.words("held_none", **named), " ".join(about)]

    def _feast_of(self, dose: Dose) -> str | None:
        return holiday_on(dose.earliest, self.country) if dose.earliest == dose.latest else None

    def _shut(self, some: Sequence[Dose]) -> list[str]:
        """Whether doses are on days on which a clinic may be closed; only the clinic knows."""
        lines = []
        for dose in some:
            feast = self._feast_of(dose)
            if feast is not None:
                lines.append(self.words("on_feast", date=say_dose(dose), what=feast))
            elif "weekend" in dose.flags:
                lines.append(self.words("at_weekend", dates=self.days([dose])))
        if lines:
            return [*lines, self.words("held_shut")]
        return [*(self.words("held_open", date=say_dose(dose)) for dose in some)] or [self.words("kept_none")]

    def _known(self) -> list[str]:
        """The next dates, to a question that was not understood."""
        coming = list(self.coming(3))
        if not coming:
            return [self.words("kept_none")]
        return [self.words("held_known", dates=self.days(coming)), *self.weekend(coming)]


def _time(part: str) -> Time:
    start, end, name = part.split("/", 2)
    return Time(date.fromisoformat(start), date.fromisoformat(end), name)
