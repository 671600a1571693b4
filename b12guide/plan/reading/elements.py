"""What the grammar finds in a text, each with its place, and the phases in the making that are put together from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from ..model import DateMention, Kind, Phase, Question, Role, Unit

MarkKind = Literal["then", "loading", "maintenance", "now", "route", "product", "strength", "concentration"]


@dataclass(frozen=True, slots=True)
class Element:
    """``start`` and ``end`` are places in ``Lexed.canon``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Interval(Element):
    """``frequency`` doses every ``period`` (to ``period_max``) ``unit``, or on named days."""

    frequency: int
    period: int
    unit: Unit
    period_max: int | None = None
    days_of_week: tuple[str, ...] = ()
    days_of_month: tuple[int, ...] = ()
    week_of_month: int | None = None
    note: str | None = None
    shorthand: bool = False


@dataclass(frozen=True, slots=True)
class NamedDays(Element):
    """Days of the week on which the doses of an interval fall."""

    days: tuple[str, ...]
    repeats: bool


@dataclass(frozen=True, slots=True)
class Count(Element):
    """A number of doses. ``loose`` where the number stood before the interval, as in "6 injections, one a day";
    ``unitless`` where nothing says what is counted, as in "for 2"."""

    count: int
    count_max: int | None = None
    loose: bool = False
    unitless: bool = False


@dataclass(frozen=True, slots=True)
class Duration(Element):
    """How long a phase lasts. ``sure`` where the words say that it is an end ("for", "x") and not a remark."""

    duration: int
    unit: Unit
    duration_max: int | None = None


@dataclass(frozen=True, slots=True)
class Until(Element):
    """An end that only the clinic can call; ``words`` is None for "for life"."""

    words: str | None


@dataclass(frozen=True, slots=True)
class Mark(Element):
    """A word that orders phases or colours what is near it."""

    kind: MarkKind
    value: str = ""


@dataclass(frozen=True, slots=True)
class Ask(Element):
    """Words that are about the schedule and cannot be read in one way."""

    question: Question


@dataclass(frozen=True, slots=True)
class When(Element):
    """A date, or the question that its words leave open. ``explicit``: its role was said ("last", "first", "next")
    and does not only follow from "had" or "was". ``latest`` is the last day that an open
    one may be, where that is known; ``missed`` that of a dose that was not given."""

    mention: DateMention | None
    question: Question | None = None
    assumption: str | None = None
    role: Role = "unknown"
    explicit: bool = False
    latest: date | None = None
    missed: bool = False


@dataclass
class Draft:
    """A phase in the making."""

    interval: Interval | None = None
    count: Count | None = None
    duration: Duration | None = None
    until: Until | None = None
    label: Kind | None = None
    days: NamedDays | None = None
    end: int = 0

    @property
    def ended(self) -> bool:
        return self.count is not None or self.duration is not None or self.until is not None


@dataclass
class Assembly:
    """The phases, and what has to be asked about how they were put together."""

    phases: list[Phase] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
