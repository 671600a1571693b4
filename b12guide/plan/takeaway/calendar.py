"""The dates of a plan for the person's own calendar: a file to import, and a link for Google's.

Every dose is an event of its own. A repeat rule would be wrong: RFC 5545 leaves out dates that do not exist, so
every 3 months from 30 November has no February (``clinical/regimens.md``, section 4).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta, timezone
from itertools import islice
from urllib.parse import urlencode
from uuid import UUID, uuid5

from icalendar import Alarm, Calendar, Event

from ..model import WEEKDAY_NAMES, Dose, full_date
from ..wording import say_dose
from .overview import CLINIC_WINS, apart, one_line, placed

DISCREET_TITLE = "Appointment"
FULL_TITLE = "B12 injection (please check with your clinic)"
DONE = "done"
CHECK = "Please check this date with your clinic."

_SPACE = UUID("5a7f8a58-2d5e-4c9c-9b1e-0b6f3f1d7c12")
_DAY = timedelta(days=1)
# All-day events begin at midnight: 9 in the morning, a week and a day before, where no other time was asked for.
_ALARMS = (timedelta(days=-7, hours=9), timedelta(days=-1, hours=9))


def calendar_file(
    doses: Iterable[Dose], *, plan_id: str, today: date, sequence: int, stamp: datetime, discreet: bool = True,
    limit: int = 12, title: str | None = None, withdrawn: Sequence[Dose] = (), behind: int = 0,
    withdrawn_behind: int = 0, paused: bool = False, given: Sequence[date] = (), alarms: Sequence[timedelta] = (),
    never_closed: bool = False,
) -> bytes:  # fmt: skip
    """An iCalendar file (RFC 5545) with one all-day event for each of the next ``limit`` doses.

    Imported again, a changed plan replaces the events of the one before: the id of an event is made of the plan and
    of the dose's place in it, never of its date. Doses before ``today`` are neither sent nor taken back; of a range
    for life, only the windows that do not run into each other are sent.

    Args:
        doses: what ``doses()`` computes, endless or not.
        plan_id: the same for every version of the person's plan; it cannot be recovered from the file.
        today: the date where the person is.
        sequence: higher for each version, or calendars keep the old one.
        stamp: when the file is made, with a time zone.
        discreet: whether nothing in the events says what they are for.
        limit: how many events.
        title: a title in place of the usual ones.
        withdrawn: the doses of the version sent before; those that are no longer sent are cancelled.
        behind: how many doses of the first phase in ``doses`` lie before the list.
        withdrawn_behind: the same for ``withdrawn``.
        paused: cancels every event to come, as after a reaction (``clinical/triage.md``, rule 11).
        given: the days of doses that were told of, for a diary: they stay, whatever comes.
        alarms: when it rings, from the midnight in which the day of a dose begins; the usual ones where there are none.
        never_closed: a weekend keeps nobody from having one.

    Raises:
        ValueError: ``stamp`` has no time zone.
    """
    if stamp.tzinfo is None:
        raise ValueError("stamp needs a time zone, for example timezone.utc")
    made = stamp.astimezone(timezone.utc).replace(microsecond=0)
    calendar = Calendar()
    calendar.add("prodid", "-//B12 Guide//Injection plan//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    current = dict(islice(_events(plan_id, doses, behind, today), limit))
    former = dict(_events(plan_id, withdrawn, withdrawn_behind, today))
    name = one_line(title) if title else DISCREET_TITLE if discreet else FULL_TITLE
    for uid, dose in {**former, **current}.items():
        cancelled = paused or uid not in current
        event = Event()
        event.add("uid", uid)
        event.add("dtstamp", made)
        event.add("last-modified", made)
        event.add("sequence", sequence)
        event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
        event.add("summary", _summary(dose, name))
        event.add("description", _details(dose, discreet=discreet, never_closed=never_closed))
        event.add("dtstart", dose.earliest)
        event.add("dtend", dose.latest + _DAY)
        event.add("class", "PRIVATE")
        event.add("transp", "TRANSPARENT")
        for before in () if cancelled else alarms or _ALARMS:
            # Some calendars ring at once for an alarm whose time has gone by.
            if (dose.earliest - today).days >= -before.days:
                event.add_component(_alarm(name, before))
        calendar.add_component(event)
    for day in sorted(set(given)):
        calendar.add_component(_had(plan_id, day, name, made, sequence))
    return bytes(calendar.to_ical())


def _had(plan_id: str, day: date, name: str, made: datetime, sequence: int) -> Event:
    """A dose that was given, in the diary of the day."""
    event = Event()
    event.add("uid", str(uuid5(_SPACE, f"{plan_id}/given/{day.isoformat()}")))
    event.add("dtstamp", made)
    event.add("sequence", sequence)
    event.add("status", "CONFIRMED")
    event.add("summary", f"{name} ({DONE})")
    event.add("dtstart", day)
    event.add("dtend", day + _DAY)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    return event


def google_link(
    dose: Dose, *, title: str = DISCREET_TITLE, details: str | None = None, never_closed: bool = False
) -> str:
    """The address that opens Google Calendar with the dose filled in as an all-day event, to be saved by the person.

    Without ``details`` the note says nothing of what the appointment is for.
    """
    if details is None:
        details = _details(dose, discreet=True, never_closed=never_closed)
    until = dose.latest if dose.latest == date.max else dose.latest + _DAY
    query = {
        "action": "TEMPLATE",
        "text": _summary(dose, one_line(title)),
        "dates": "/".join(day.isoformat().replace("-", "") for day in (dose.earliest, until)),
        "details": one_line(details),
    }
    return f"https://calendar.google.com/calendar/render?{urlencode(query)}"


def _events(plan_id: str, doses: Iterable[Dose], behind: int, today: date) -> Iterator[tuple[str, Dose]]:
    for item in placed(apart(doses), behind=behind):
        # An all-day event ends on the day after it, and the last day of the calendar has none.
        if today <= item.dose.latest < date.max:
            # A hash: the plan's id may be all that opens the plan, and calendars are shared.
            yield str(uuid5(_SPACE, f"{plan_id}/{item.dose.phase_index}/{item.place}")), item.dose


def _summary(dose: Dose, name: str) -> str:
    return name if dose.earliest == dose.latest else f"{name} (one of these days)"


def _details(dose: Dose, *, discreet: bool, never_closed: bool) -> str:
    said = [CHECK, CLINIC_WINS]
    if dose.earliest != dose.latest:
        said.insert(0, f"This is due {say_dose(dose)}.")
    elif not discreet:
        said.insert(0, f"By your plan, an injection is due on {full_date(dose.earliest)}.")
    if "weekend" in dose.flags and not never_closed:
        said.append(f"This is a {WEEKDAY_NAMES[dose.earliest.weekday()]}, and your clinic may be closed.")
    if not discreet:
        said.append("If you miss it, ask your clinic when to have it. Do not have 2 to catch up.")
    return " ".join(said)


def _alarm(name: str, before: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", name)
    alarm.add("trigger", before)
    return alarm
