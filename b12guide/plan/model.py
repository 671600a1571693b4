"""The vocabulary of a plan: phases, anchors, doses, questions and what reading a sentence gives.

The fields follow FHIR ``Timing.repeat`` (HL7/fhir, datatypes), so that a plan can be exchanged with other systems.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

Unit = Literal["d", "wk", "mo", "a"]
Kind = Literal["loading", "maintenance", "other"]
Status = Literal["ok", "assumed", "ask", "not_a_plan"]
About = Literal["interval", "anchor", "phase", "date", "unread", "count", "product", "past", "last_given", "stage"]
Role = Literal["first", "last", "next", "unknown"]

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def full_date(day: date) -> str:
    """The date as every reply writes it: ``Monday 30 March 2026`` (NHS service manual, dates)."""
    return f"{WEEKDAY_NAMES[day.weekday()]} {day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that has to be settled before dates are computed.

    ``options`` are complete answers in the person's words; they can be offered as buttons and read again. ``within`` is
    the first and the last day (ISO 8601) of the stretch in which an answer such as "the Tuesday" lies, if one is known.
    ``given`` is the day (ISO 8601) of the dose of which it is asked whether it was given; ``first`` says that the day
    asked for is that of the first dose.
    """

    about: About
    text: str
    options: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    given: str = ""
    first: bool = False

    def to_json(self) -> dict[str, Any]:
        return {"about": self.about, "text": self.text, "options": list(self.options)}


@dataclass(frozen=True, slots=True)
class Phase:
    """``frequency`` doses in every ``period`` (to ``period_max``) ``unit``, until ``count``, ``duration`` or ``until``.

    ``days_of_month`` (1 to 31, -1 is the last day) and ``week_of_month`` with ``days_of_week`` ("first Monday",
    -1 is the last one) fix the day of a monthly plan. ``until`` holds the words of an end that only the clinic can
    call ("no further improvement"). A phase without any of the three ends is for life or until told. ``starts`` is the
    day (ISO 8601) on which a later phase begins where that is told, and is not counted from the phase before it.
    ``behind``: so many more than ``count`` were given already, before the dose that the plan is counted from: a course
    of 8 stays one of 8 when its sixth dose is moved. ``ends``: the day (ISO 8601) up to which the doses go on, from
    which ``count`` follows as soon as the day of one of them is known. ``rolls``: where a day at a weekend goes to, to
    the working day "after" or "before"; with a country behind it ("after/GB"), on a public holiday too; with
    what alone is moved behind that, no other day at a weekend ("after//sun"), or none at all ("after/GB/hol").
    ``days``: the days (ISO 8601) that the clinic booked for the doses, each at the place of its own one, "" for one of
    which none is known, as it was had: none is counted, whatever the rhythm.
    """

    kind: Kind
    frequency: int
    period: int
    unit: Unit
    period_max: int | None = None
    count: int | None = None
    duration: int | None = None
    duration_unit: Unit | None = None
    days_of_week: tuple[str, ...] = ()
    days_of_month: tuple[int, ...] = ()
    week_of_month: int | None = None
    until: str | None = None
    starts: str | None = None
    behind: int = 0
    ends: str | None = None
    rolls: str | None = None
    days: tuple[str, ...] = ()

    @property
    def rhythm(self) -> tuple[int, int, int | None, str]:
        """How often the doses come, whatever their number: frequency, period, longest period, unit."""
        return self.frequency, self.period, self.period_max, self.unit

    @property
    def bounded(self) -> bool:
        """Whether the number of doses is known."""
        return self.count is not None or self.duration is not None

    def to_json(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "kind": self.kind, "frequency": self.frequency, "period": self.period, "period_max": self.period_max,
            "unit": self.unit, "count": self.count, "duration": self.duration, "duration_unit": self.duration_unit,
            "days_of_week": list(self.days_of_week),
        }  # fmt: skip
        if self.days_of_month:
            out["days_of_month"] = list(self.days_of_month)
        if self.week_of_month is not None:
            out["week_of_month"] = self.week_of_month
        if self.until is not None:
            out["until"] = self.until
        if self.starts is not None:
            out["starts"] = self.starts
        if self.behind:
            out["behind"] = self.behind
        if self.ends is not None:
            out["ends"] = self.ends
        if self.rolls is not None:
            out["rolls"] = self.rolls
        if self.days:
            out["days"] = list(self.days)
        return out


# Planned days with those that the clinic set in their place.
Moved = tuple[tuple[date, date], ...]


@dataclass(frozen=True, slots=True)
class Anchor:
    """The date that all others are counted from: the ``first`` dose of the plan, or the ``last`` dose given.

    For ``last``: ``phase`` is the index of the phase it belonged to, ``done`` how many doses of that phase it
    completes (None: unknown), ``ends_phase`` whether it was the last one of its phase. ``month_day`` is the day of the
    month that a plan in months keeps where the date is a shorter month's last one: 30 for 28 February of a plan that
    runs on the 30th (regimens.md, section 4). ``moved``: planned days with those that the clinic set in their place;
    what follows on them is counted as if they had not been moved, but for the next phase.
    """

    kind: Literal["first", "last"]
    date: date
    phase: int | None = None
    done: int | None = None
    ends_phase: bool = False
    month_day: int | None = None
    moved: Moved = ()

    def to_json(self) -> dict[str, Any]:
        return {"kind": self.kind, "date": self.date.isoformat()}


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in the text, with what it is the date of.

    ``done`` is set by "the second one was ..."; ``loading`` and ``ends_phase`` by "the last loading one was ...".
    """

    date: date
    role: Role
    words: str
    done: int | None = None
    loading: bool | None = None
    ends_phase: bool = False


@dataclass(frozen=True, slots=True)
class DateReading:
    """A lone date answer: the date, or the question that it leaves open; neither where there is no date in it.

    ``only`` says that the text was nothing but the date; ``assumption`` is the sentence to say about it, if any.
    """

    date: date | None = None
    question: Question | None = None
    assumption: str | None = None
    role: Role = "unknown"
    only: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says about a plan. ``question`` is the first thing to ask, ``questions`` all of them in order."""

    status: Status
    phases: tuple[Phase, ...] = ()
    dose_mcg: float | None = None
    route: str | None = None
    product: str | None = None
    dates: tuple[DateMention, ...] = ()
    assumptions: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    unread: tuple[str, ...] = ()
    only: bool = False

    @property
    def question(self) -> Question | None:
        return self.questions[0] if self.questions else None


@dataclass(frozen=True, slots=True)
class Dose:
    """One injection to come: a day, or a window where the plan gives a range."""

    earliest: date
    latest: date
    phase_index: int
    phase_kind: Kind
    flags: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        return {
            "earliest": self.earliest.isoformat(), "latest": self.latest.isoformat(),
            "phase": self.phase_kind, "flags": list(self.flags),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlanResult:
    """A plan with its dates: what ``b12guide plan`` prints."""

    status: Status
    phases: tuple[Phase, ...] = ()
    dose_mcg: float | None = None
    route: str | None = None
    product: str | None = None
    anchor: Anchor | None = None
    next: tuple[Dose, ...] = ()
    assumptions: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    unread: tuple[str, ...] = ()
    reading: Reading = field(default_factory=lambda: Reading("not_a_plan"), compare=False)

    @property
    def question(self) -> Question | None:
        return self.questions[0] if self.questions else None

    def to_json(self) -> dict[str, Any]:
        """The object of the command line; dates as ISO 8601, doses in micrograms."""
        return {
            "status": self.status,
            "assumptions": list(self.assumptions),
            "question": self.question.to_json() if self.question else None,
            "phases": [p.to_json() for p in self.phases],
            "dose_mcg": int(self.dose_mcg) if self.dose_mcg and self.dose_mcg.is_integer() else self.dose_mcg,
            "route": self.route,
            "product": self.product,
            "anchor": self.anchor.to_json() if self.anchor else None,
            "next": [d.to_json() for d in self.next],
            "unread": list(self.unread),
        }
