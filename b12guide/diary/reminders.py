"""When somebody is reminded of what, by their plan and their wishes; and which reminders wait for an answer.

All of it follows from what is kept and the moment: nothing here knows what was sent. Dates are those of the calendar
file, so a plan on hold has none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from b12guide.diary.clock import Closed, Quiet, moment
from b12guide.plan import takeaway
from b12guide.plan.model import Dose

# By the channel on which the person writes, or by the clinic's mail server.
HERE, EMAIL = "here", "email"
USUAL = time(9)
# A reminder that nobody answered is followed by one more, so many days later.
SECOND_AFTER = timedelta(days=2)
# So long after its day a reminder may still be answered, and one that was held up is still sent.
ANSWERED_WITHIN, SENT_WITHIN = timedelta(days=14), timedelta(days=7)
MOST_WISHES, MOST_DOSES, LONGEST_BEFORE = 4, 6, 60
# Doses of which it is kept that their reminder was answered.
MOST_ANSWERED = 40


@dataclass(frozen=True)
class Wish:
    """To be reminded so many days `before` a dose, `at` a time of the day, by `way`; `since` is when it was asked."""

    before: int
    at: time
    way: str
    since: datetime

    def to_json(self) -> dict[str, Any]:
        return {**asdict(self), "at": self.at.isoformat("minutes"), "since": self.since.isoformat()}

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Wish:
        """Read what `to_json` wrote."""
        since = datetime.fromisoformat(value["since"])
        return cls(int(value["before"]), time.fromisoformat(value["at"]), str(value["way"]), since)


@dataclass(frozen=True)
class Mailbox:
    """Where mails go, once the `code` that was mailed there was typed here. `codes` counts those that were sent."""

    address: str
    code: str
    confirmed: bool = False
    codes: int = 1

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


@dataclass
class Reminders:
    """What one person wished of reminders.

    Attributes:
        wishes: at most `MOST_WISHES`, the earliest before a dose first.
        zone: the time zone that the person named, or that was known when they asked.
        plainly: the person wants it to say what it is about.
        answered: days of doses whose reminders were answered, with "/7" behind it where only the one so many days
            before was.
        snoozed: days of doses that are reminded of once more, with the day of that.
        mailbox: the address for mails, or None.
    """

    wishes: tuple[Wish, ...] = ()
    zone: str | None = None
    plainly: bool = False
    answered: tuple[str, ...] = ()
    snoozed: dict[date, date] = field(default_factory=dict)
    mailbox: Mailbox | None = None

    def wish(self, wish: Wish) -> None:
        """Add a wish; one for the same day takes the place of the one before it."""
        others = [one for one in self.wishes if (one.before, one.way) != (wish.before, wish.way)]
        kept = sorted([*others, wish], key=lambda one: one.since)[-MOST_WISHES:]
        self.wishes = tuple(sorted(kept, key=lambda one: (-one.before, one.way)))

    def answer(self, day: date, *, upto: date | None = None) -> None:
        """Note that the reminders of a dose were answered; with `upto` those alone that were due by that day."""
        iso = day.isoformat()
        names = [iso] if upto is None else [
            f"{iso}/{wish.before}" for wish in self.wishes if day - timedelta(days=wish.before) <= upto
        ]  # fmt: skip
        self.answered = tuple(sorted({*self.answered, *names}))[-MOST_ANSWERED:]
        self.snoozed.pop(day, None)

    def is_answered(self, day: date, before: int) -> bool:
        """Whether nothing more is to be said of a dose so many days before it."""
        return day.isoformat() in self.answered or f"{day.isoformat()}/{before}" in self.answered

    def to_json(self) -> dict[str, Any]:
        return {
            "wishes": [wish.to_json() for wish in self.wishes],
            "zone": self.zone,
            "plainly": self.plainly,
            "answered": list(self.answered),
            "snoozed": {day.isoformat(): again.isoformat() for day, again in self.snoozed.items()},
            "mailbox": self.mailbox.to_json() if self.mailbox else None,
        }

    @classmethod
    def from_json(cls, value: Mapping[str, Any] | None) -> Reminders:
        """Read what `to_json` wrote; none for None."""
        given = value or {}
        mailbox = given.get("mailbox")
        return cls(
            tuple(Wish.from_json(wish) for wish in given.get("wishes") or ()),
            given.get("zone"),
            bool(given.get("plainly")),
            tuple(given.get("answered") or ()),
            {date.fromisoformat(a): date.fromisoformat(b) for a, b in (given.get("snoozed") or {}).items()},
            Mailbox(**mailbox) if mailbox else None,
        )


@dataclass(frozen=True)
class Due:
    """A reminder: of the dose of `day` (the first of a window), at a moment (UTC), so many days `before` it. `closed`:
    the clinic is closed on that day. `again`: the day for which it was put off; `second`: nobody answered the first."""

    day: date
    at: datetime
    before: int
    way: str
    closed: bool = False
    again: date | None = None
    second: bool = False

    @property
    def name(self) -> str:
        """The same for the same reminder of a person, whoever works it out and whenever."""
        put_off = f"/{self.again.isoformat()}" if self.again else ""
        return f"{self.way}/{self.day.isoformat()}/{self.before}{put_off}{'/2' if self.second else ''}"

    def follow_up(self, sent: datetime, at: time, zone: str, quiet: Quiet) -> Due:
        """The one more where nobody answers the one that went out at `sent`: at the same time of the day."""
        day = (sent + SECOND_AFTER).astimezone(ZoneInfo(zone)).date()
        return replace(self, at=quiet.after(moment(day, at, zone), zone), second=True)


def coming(plan: Mapping[str, Any] | None, since: date, today: date) -> list[Dose]:
    """The doses of a plan from `since` on of which somebody may be reminded: those of the calendar file.

    [] on hold, and wherever the calendar has no date.
    """
    kept = takeaway.kept(plan)
    return kept.dates(since, today, MOST_DOSES) if kept is not None else []


def dues(doses: Iterable[Dose], kept: Reminders, *, zone: str, quiet: Quiet, closed: Closed) -> list[Due]:
    """The reminders of doses, the first one first. One that was asked for too late for a dose is not among them."""
    found: list[Due] = []
    for dose in doses:
        day = dose.earliest
        for wish in kept.wishes:
            if kept.is_answered(day, wish.before) or not _may_go(wish, kept):
                continue
            at = moment(_day_of(day, wish.before, closed), quiet.nearest(wish.at), zone)
            if at >= wish.since:
                found.append(Due(day, at, wish.before, wish.way, closed.on(day)))
        again, first = kept.snoozed.get(day), next(iter(kept.wishes), None)
        if again is not None and first is not None and _may_go(first, kept):
            at = moment(again, quiet.nearest(first.at), zone)
            found.append(Due(day, at, first.before, first.way, closed.on(day), again))
    return sorted(found, key=lambda one: one.at)


def open_days(
    doses: Sequence[Dose], told: Iterable[date], kept: Reminders, *, now: datetime, **where: Any
) -> list[date]:
    """The days of doses whose reminder was due by `now` and is not answered: neither to it, nor by a dose of that day
    (`told`). `where` as of `dues`."""
    had = set(told)
    past = {due.day for due in dues(doses, kept, **where) if due.at <= now}
    oldest = (now - ANSWERED_WITHIN).date()
    return sorted(day for day in past if day not in had and day >= oldest)


def _day_of(day: date, before: int, closed: Closed) -> date:
    """On which day a reminder goes: where the clinic is closed on the day of the dose, on an open one before that, so
    that it can still be asked."""
    wanted = day - timedelta(days=before)
    if not closed.on(day) or (wanted < day and not closed.on(wanted)):
        return wanted
    return closed.open_before(min(wanted, day - timedelta(days=1)) + timedelta(days=1))


def _may_go(wish: Wish, kept: Reminders) -> bool:
    return wish.way != EMAIL or (kept.mailbox is not None and kept.mailbox.confirmed)
