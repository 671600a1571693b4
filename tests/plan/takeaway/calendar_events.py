"""Calendar files read back, for the tests of what they hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta, timezone
from itertools import islice
from typing import Any

from icalendar import Calendar

from b12guide.plan.dates.schedule import doses
from b12guide.plan.model import Anchor, Dose, Phase
from b12guide.plan.takeaway.calendar import calendar_file

STAMP = datetime(2026, 11, 20, 9, 30, tzinfo=timezone(timedelta(hours=2)))
TODAY = date(2026, 11, 20)


def first(*phases: Phase, day: date = date(2026, 11, 30), count: int = 40) -> list[Dose]:
    """The doses of a plan whose first one is on `day`."""
    return list(islice(doses(phases, Anchor("first", day)), count))


def events(plan: Iterable[Dose], **changes: Any) -> list[Any]:
    """The events of the file made from `plan`; `changes` are options of `calendar_file`."""
    options: dict[str, Any] = {"plan_id": "a secret", "today": TODAY, "sequence": 0, "stamp": STAMP, **changes}
    return list(Calendar.from_ical(calendar_file(plan, **options)).walk("VEVENT"))


def starts(found: Sequence[Any]) -> list[date]:
    """The day on which each event begins."""
    return [event.decoded("dtstart") for event in found]


def by_uid(found: Sequence[Any]) -> dict[str, Any]:
    """Events under their ids."""
    return {str(event["uid"]): event for event in found}


def alarms(event: Any) -> list[timedelta]:
    """How long after midnight of its day an event rings; before it, the time is negative."""
    return [alarm.decoded("trigger") for alarm in event.walk("VALARM")]
