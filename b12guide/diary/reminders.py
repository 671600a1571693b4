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
    """To be reminded so many days `before` a dose, `at` a time of the day, by `way`; `since` is when it was asked.
    `beside`: it is one more on the day of another."""

    before: int
    at: time
    way: str
    since: datetime
    beside: bool = False

    @property
    def mark(self) -> str:
        """What tells it from the other one of its day; "" where it is the one of its day."""
        return f"@{self.at.isoformat('minutes')}" if self.beside else ""

    def to_json(self) -> dict[str, Any]:
        return {**asdict(self), "at": self.at.isoformat("minutes"), "since": self.since.isoformat()}

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Wish:
        """Read what `to_json` wrote."""
        since = datetime.fromisoformat(value["since"])
        at, way = time.fromisoformat(value["at"]), str(value["way"])
        return cls(int(value["before"]), at, way, since, bool(value.get("beside")))


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
        paused: the day before which nothing goes out, or None.
        doses_from: the day before which no dose is reminded of, or None: of the loading part none is wanted.
        ended: what was wished when reminders were ended, so that they can be had again.
        alarms: when the calendar file is to ring, as days before a dose and a time; () for its usual ones.
    """

    wishes: tuple[Wish, ...] = ()
    zone: str | None = None
    plainly: bool = False
    answered: tuple[str, ...] = ()
    snoozed: dict[date, date] = field(default_factory=dict)
    mailbox: Mailbox | None = None
    paused: date | None = None
    doses_from: date | None = None
    ended: tuple[Wish, ...] = ()
    alarms: tuple[tuple[int, time], ...] = ()

    def wish(self, wish: Wish) -> None:
        """Add a wish; one for the same day takes the place of those before it, unless it is one `beside` them."""
        same = (wish.before, wish.way)
        others = [
            one for one in self.wishes if (one.before, one.way) != same or (wish.beside and one.at != wish.at)
        ]  # fmt: skip
        if not any((one.before, one.way) == same for one in others):
            wish = replace(wish, beside=False)
        # Of several of one day it is known which was asked for last.
        after = max((one.since for one in others), default=None)
        wish = wish if after is None or wish.since > after else replace(wish, since=after + timedelta(seconds=1))
        kept = sorted([*others, wish], key=lambda one: one.since)[-MOST_WISHES:]
        self.wishes = tuple(sorted(kept, key=lambda one: (-one.before, one.way, one.at)))

    def ring(self, alarms: Iterable[tuple[int, time]], *, alone: bool) -> None:
        """Have the calendar file ring so, beside what it rings already or `alone`: once for each day before."""
        found = {} if alone else dict(self.alarms)
        found.update(alarms)
        self.alarms = tuple(sorted(found.items(), key=lambda one: -one[0])[:MOST_WISHES])

    def end(self) -> None:
        """Send nothing more, and keep what was wished."""
        self.ended = self.wishes or self.ended
        self.wishes, self.snoozed, self.mailbox, self.paused = (), {}, None, None

    def begin_again(self, since: datetime) -> None:
        """Send again what was ended or is paused, from now on."""
        self.paused = None
        again = () if self.wishes else tuple(replace(one, since=since) for one in self.ended if one.way != EMAIL)
        self.wishes, self.ended = self.wishes or again, ()

    def answer(self, day: date, *, upto: date | None = None) -> None:
        """Note that the reminders of a dose were answered; with `upto` those alone that were due by that day."""
        iso = day.isoformat()
        # One more on the same day may still be to come.
        names = [iso] if upto is None else [
            f"{iso}/{wish.before}{wish.mark}" for wish in self.wishes
            if day - timedelta(days=wish.before) <= (upto - timedelta(days=1) if wish.beside else upto)
        ]  # fmt: skip
        self.answered = tuple(sorted({*self.answered, *names}))[-MOST_ANSWERED:]
        self.snoozed.pop(day, None)

    def reopen(self, day: date) -> None:
        """Note that the reminders of a dose were not answered after all."""
        iso = day.isoformat()
        self.answered = tuple(one for one in self.answered if one.partition("/")[0] != iso)

    def is_answered(self, day: date, before: int, mark: str = "") -> bool:
        """Whether nothing more is to be said of a dose so many days before it; `mark` as of a wish."""
        return day.isoformat() in self.answered or f"{day.isoformat()}/{before}{mark}" in self.answered

    def to_json(self) -> dict[str, Any]:
        return {
            "wishes": [wish.to_json() for wish in self.wishes],
            "zone": self.zone,
            "plainly": self.plainly,
            "answered": list(self.answered),
            "snoozed": {day.isoformat(): again.isoformat() for day, again in self.snoozed.items()},
            "mailbox": self.mailbox.to_json() if self.mailbox else None,
            "paused": self.paused.isoformat() if self.paused else None,
            "doses_from": self.doses_from.isoformat() if self.doses_from else None,
            "ended": [wish.to_json() for wish in self.ended],
            "alarms": [[before, at.isoformat("minutes")] for before, at in self.alarms],
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
            _day(given.get("paused")),
            _day(given.get("doses_from")),
            tuple(Wish.from_json(wish) for wish in given.get("ended") or ()),
            tuple((int(before), time.fromisoformat(at)) for before, at in given.get("alarms") or ()),
        )


@dataclass(frozen=True)
class Due:
    """A reminder: of the dose of `day` (the first of a window), at a moment (UTC), so many days `before` it. `closed`:
    the clinic is closed on that day. `again`: the day for which it was put off; `second`: nobody answered the first;
    `mark` as of its wish."""

    day: date
    at: datetime
    before: int
    way: str
    closed: bool = False
    again: date | None = None
    second: bool = False
    mark: str = ""

    @property
    def name(self) -> str:
        """The same for the same reminder of a person, whoever works it out and whenever."""
        put_off = f"/{self.again.isoformat()}" if self.again else ""
        return f"{self.way}/{self.day.isoformat()}/{self.before}{self.mark}{put_off}{'/2' if self.second else ''}"

    def follow_up(self, sent: datetime, at: time, zone: str, quiet: Quiet) -> Due:
        """The one more where nobody answers the one that went out at `sent`: at the same time of the day."""
        day = (sent + SECOND_AFTER).astimezone(ZoneInfo(zone)).date()
        return replace(self, at=quiet.after(moment(day, at, zone), zone), second=True)


def coming(plan: Mapping[str, Any] | None, since: date, today: date) -> list[Dose]:
    """The doses of a plan from `since` on of which somebody may be reminded: those of the calendar file, or where a
    confirmed plan was changed and waits for a yes those that were read back: the day that was moved is none any more.

    [] on hold, and wherever the calendar has no date.
    """
    return takeaway.coming(plan, since, today, MOST_DOSES)


def coming_for(plan: Mapping[str, Any] | None, kept: Reminders, since: date, today: date) -> list[Dose]:
    """The same for somebody's wishes: where none is wanted up to a day, those from that day on too."""
    found = coming(plan, since, today)
    begins = max((day for day in (kept.paused, kept.doses_from) if day is not None), default=since)
    if begins <= today:
        return found
    days = {dose.earliest for dose in found}
    later = [dose for dose in coming(plan, begins, today) if dose.earliest not in days]
    return sorted([*found, *later], key=lambda dose: dose.earliest)


def dues(doses: Iterable[Dose], kept: Reminders, *, zone: str, quiet: Quiet, closed: Closed) -> list[Due]:
    """The reminders of doses, the first one first. One that was asked for too late for a dose is not among them."""
    found: list[Due] = []
    for dose in doses:
        day = dose.earliest
        if kept.doses_from is not None and day < kept.doses_from:
            continue
        for wish in kept.wishes:
            if kept.is_answered(day, wish.before, wish.mark) or not _may_go(wish, kept):
                continue
            at = moment(_day_of(day, wish.before, closed), quiet.nearest(wish.at), zone)
            if at >= wish.since:
                found.append(Due(day, at, wish.before, wish.way, closed.on(day), mark=wish.mark))
        again, first = kept.snoozed.get(day), next(iter(kept.wishes), None)
        if again is not None and first is not None and _may_go(first, kept):
            at = moment(again, quiet.nearest(first.at), zone)
            found.append(Due(day, at, first.before, first.way, closed.on(day), again))
    begins = moment(kept.paused, time(0), zone) if kept.paused is not None else None
    return sorted((one for one in found if begins is None or one.at >= begins), key=lambda one: one.at)


def open_days(
    doses: Sequence[Dose], told: Iterable[date], kept: Reminders, *, now: datetime, **where: Any
) -> list[date]:
    """The days of doses whose reminder was due by `now` and is not answered: neither to it, nor by a dose of that day
    (`told`). `where` as of `dues`."""
    had = list(told)
    past = {due.day for due in dues(doses, kept, **where) if due.at <= now}
    oldest = (now - ANSWERED_WITHIN).date()
    return sorted(day for day in past if not was_had(day, had, doses) and day >= oldest)


def was_had(day: date, told: Iterable[date], doses: Iterable[Dose]) -> bool:
    """Whether a dose that was told is the one of `day`: had on that day, or later and before that of the next."""
    after = min((dose.earliest for dose in doses if dose.earliest > day), default=date.max)
    return any(day <= one < after for one in told)


def _day_of(day: date, before: int, closed: Closed) -> date:
    """On which day a reminder goes: where the clinic is closed on the day of the dose, on an open one before that, so
    that it can still be asked."""
    wanted = day - timedelta(days=before)
    if not closed.on(day) or (wanted < day and not closed.on(wanted)):
        return wanted
    return closed.open_before(min(wanted, day - timedelta(days=1)) + timedelta(days=1))


def _day(value: Any) -> date | None:
    return date.fromisoformat(value) if value else None


def _may_go(wish: Wish, kept: Reminders) -> bool:
    return wish.way != EMAIL or (kept.mailbox is not None and kept.mailbox.confirmed)
