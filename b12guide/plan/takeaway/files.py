"""A confirmed plan and the files that are made of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any

from ..dates.log import Given
from ..dates.planner import next_doses
from ..dates.schedule import doses_since
from ..model import Anchor, Dose
from ..reading.reader import phase_notes
from ..talk.state import CONFIRM, Kept, State
from ..wording import say
from .calendar import calendar_file
from .overview import apart, until_ahead
from .picture import picture
from .printout import print_page

# Dates in a calendar file and on the page to print, and how far is looked for them where doses are windows: weekly for
# more than 50 years.
EVENTS, SCAN = 12, 3_000


@dataclass(frozen=True)
class Plan:
    """A confirmed plan. `former` is the one before it, whose events leave the calendar; `version` counts them.
    `waits_for` is the date that the clinic booked, as long as nobody said that the dose of that day was given; `log`
    are the doses told of, `skipped` the days of those told of as not given; `links_from` the first version of which the
    addresses still open; `never_closed` whether they are had at weekends too."""

    key: str
    now: Kept
    former: Kept | None
    version: int
    paused: bool
    waits_for: date | None = None
    log: tuple[Given, ...] = ()
    skipped: tuple[date, ...] = ()
    links_from: int = 0
    never_closed: bool = False

    def calendar(self, today: date, *, stamp: datetime, alarms: Sequence[timedelta] = ()) -> bytes:
        """The next dates as an iCalendar file; `stamp` is the moment, with a time zone; `alarms` as `calendar_file` has
        them.

        On hold after a reaction, overdue by more than the interval (regimens.md, section 7), or past a booked date of
        which it is not known whether the dose was given, every event of it is taken back.
        """
        behind, coming = doses_since(self.now.phases, self.now.anchor, today, today=today)
        withdrawn_behind, withdrawn = _sent(self.former, today) if self.former else (0, [])
        return calendar_file(
            coming, plan_id=self.key, today=today, sequence=self.version, stamp=stamp, limit=EVENTS, behind=behind,
            paused=self.paused or self._long_overdue(today) or self.unknown(today) is not None,
            withdrawn=withdrawn, withdrawn_behind=withdrawn_behind, given=[dose.day for dose in self.log],
            alarms=alarms, never_closed=self.never_closed,
        )  # fmt: skip

    def picture(self, today: date) -> str:
        """The plan as an SVG document."""
        return picture(self.now.phases, self.now.anchor, today=today, log=self.log, never_closed=self.never_closed)

    def page(self, today: date, *, emergency: str | None, reviewed: str | None = None) -> str:
        """The plan as an HTML page to print; `emergency` is the number to call, None where the country is unknown;
        `reviewed` says who checked the wording and when, None that nobody has."""
        now, said = self.now, self.said_on(today)
        notes = list(dict.fromkeys([*phase_notes(now.phases), *now.notes]))
        return print_page(
            now.phases, now.anchor, today=today, assumptions=notes, said=said, emergency=emergency, paused=self.paused,
            count=EVENTS, log=self.log, unknown=self.unknown(today), reviewed=reviewed,
            never_closed=self.never_closed,
        )  # fmt: skip

    @property
    def said(self) -> str:
        """The plan in words, as it was repeated back."""
        now = self.now
        return say(now.phases, dose_mcg=now.dose_mcg, route=now.route, product=now.product, anchor=now.anchor)

    def said_on(self, today: date) -> str:
        """The same on a day: an injection that is booked or to come was not given."""
        now, before = self.now, [dose.day for dose in self.log if dose.day < self.now.anchor.date]
        return say(
            now.phases, dose_mcg=now.dose_mcg, route=now.route, product=now.product, anchor=now.anchor, today=today,
            before=bool(before),
        )  # fmt: skip

    def is_booked(self) -> bool:
        """Whether the plan is counted from a date that the clinic booked after other doses: nothing begins on it."""
        day = self.now.anchor.date
        return self.now.anchor.kind == "first" and any(dose.day < day for dose in self.log)

    def dates(self, since: date, today: date, ahead: int = EVENTS) -> list[Dose]:
        """The doses from `since` on that stand in the calendar, to the one with which `ahead` are still to come; none
        where it takes every event back."""
        if self.paused or self._long_overdue(today) or self.unknown(today) is not None:
            return []
        _, coming = doses_since(self.now.phases, self.now.anchor, since, today=today)
        here = (dose for dose in islice(apart(coming), SCAN) if dose.latest >= since)
        return list(until_ahead(here, today, ahead))

    def shows_dates(self, today: date) -> bool:
        """Whether any date to come may be shown."""
        return not self.paused and self.unknown(today) is None

    def unknown(self, today: date) -> date | None:
        """The booked day that has passed, of which it is not known whether the dose was given."""
        booked = self.waits_for
        if booked is None or booked >= today or self.now.anchor != Anchor("first", booked):
            return None
        return None if any(dose.day >= booked for dose in self.log) else booked

    def _long_overdue(self, today: date) -> bool:
        coming = next_doses(self.now.phases, self.now.anchor, today=today, count=2)
        return len(coming) == 2 and coming[1].latest < today


def kept(value: Mapping[str, Any] | None) -> Plan | None:
    """The plan in a state of the dialogue (`dialogue.turn`); None where none was confirmed."""
    state = State.from_json(value)
    if state.kept is None or state.key is None:
        return None
    return Plan(
        state.key, state.kept, state.former, state.version, state.paused, state.booked, state.given, state.skipped,
        state.links_from, state.never_closed,
    )  # fmt: skip


def coming(value: Mapping[str, Any] | None, since: date, today: date, ahead: int) -> list[Dose]:
    """The doses to come, as the plan was told last: where a confirmed one was changed and is read back for a yes, as it
    is read back; where something else is asked of it, the one day alone that the clinic booked since; else as it was
    confirmed. None where none ever was, or where what was read back cannot be counted."""
    plan, state = kept(value), State.from_json(value)
    if plan is None or state.about is None:
        return plan.dates(since, today, ahead) if plan is not None else []
    if state.about == CONFIRM:
        now = state.as_kept() if state.ready(today) else None
        return replace(plan, now=now).dates(since, today, ahead) if now is not None else []
    day = state.booked or state.booking
    if day is None or day in (plan.now.anchor.date, *(to for _, to in plan.now.anchor.moved)):
        return plan.dates(since, today, ahead)
    booked = replace(plan, now=replace(plan.now, anchor=Anchor("first", day)), waits_for=day)
    return booked.dates(since, today, 1)[:1]


def _sent(plan: Kept, today: date) -> tuple[int, list[Dose]]:
    """The doses of which an earlier file had events that are still to come, and how many of the phase of the first of
    them lie before."""
    behind, coming = doses_since(plan.phases, plan.anchor, today, today=today)
    sent: list[Dose] = []
    ahead = 0
    for dose in islice(coming, SCAN):
        sent.append(dose)
        ahead += dose.latest >= today
        if ahead == EVENTS:
            break
    return behind, sent
