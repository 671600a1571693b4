"""What the calendar file, the picture and the page to print have in common."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, islice

from ..dates.log import Given
from ..dates.schedule import Run, doses, doses_of, doses_since, runs
from ..model import Anchor, Dose, Phase, full_date
from ..wording import phase_words, say_dose

CLINIC_WINS = "If your clinic gives you another date, the clinic's date wins."
WEEKEND = "Weekend: clinic may be closed."
LATE = "Late: call your clinic and ask when to have it. The dates after it may change."
TODAY_IN = "Today is in this time. Ask your clinic which day."
TODAY = "This is today."

# A course of a dose a day for a month is still shown whole.
_WHOLE = 31
# Daily for more than 50 years: of a part with more doses, no end is claimed.
_MOST_DATED = 20_000
# Where doses are windows, each has to be looked at: weekly for more than 50 years.
_SCAN = 3_000
# What XML 1.0 cannot hold, and the controls that reorder the text around them.
_UNSAFE = re.compile("[^\x20-\x7e\xa0-\u2029\u202f-\u2065\u206a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def one_line(text: str) -> str:
    """The text on one line, without the characters that no document can hold; not yet escaped."""
    return _UNSAFE.sub("", " ".join(text.split()))


def sentence(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def apart(plan: Iterable[Dose], before: Dose | None = None) -> Iterator[Dose]:
    """The doses after ``before``, to the first window of a plan without end that begins before the one before is over.

    Windows widen from dose to dose; once they run into each other, two doses could be had in one of them.
    """
    for dose in plan:
        window = dose.earliest != dose.latest and "open_ended" in dose.flags
        if window and before and dose.earliest <= before.latest:
            return
        yield dose
        before = dose


@dataclass(frozen=True, slots=True)
class Placed:
    """A dose and its place within its phase; the first one is 1."""

    dose: Dose
    place: int


def placed(plan: Iterable[Dose], *, behind: int = 0) -> Iterator[Placed]:
    """The doses with their places. ``behind`` doses of the first phase were given before the list begins."""
    for _, group in groupby(plan, key=lambda dose: dose.phase_index):
        for place, dose in enumerate(group, behind + 1):
            yield Placed(dose, place)
        behind = 0


@dataclass(frozen=True, slots=True)
class Part:
    """A phase with the doses to show. ``earlier``: how many before today are left out; ``more``: others follow.

    ``first`` is None where no date is known, ``last`` where the phase has no known end.
    """

    index: int
    phase: Phase
    shown: tuple[Dose, ...] = ()
    earlier: int = 0
    more: bool = False
    first: Dose | None = None
    last: Dose | None = None


def overview(phases: Sequence[Phase], anchor: Anchor, *, today: date, count: int) -> tuple[Part, ...]:
    """The plan from where the anchor stands: short courses whole, of the rest the next ``count`` doses.

    Raises ValueError, with the question to ask, where the plan leaves something open.
    """
    parts: list[Part] = []
    before: Dose | None = None
    late = today if anchor.kind == "last" else None
    for run in runs(phases, anchor):
        part = _part(run, before, today=today, late=late, count=count)
        if part is not None:
            parts.append(part)
            before = part.last
        if not run.phase.bounded or (part is not None and part.last is None):
            break
    if parts:
        parts += [Part(i, phase) for i, phase in enumerate(phases) if i > parts[-1].index]
    return tuple(parts)


def _part(run: Run, before: Dose | None, *, today: date, late: date | None, count: int) -> Part | None:
    """A phase with its doses; None where it has none. ``late`` is the day before which a dose is overdue."""
    if run.narrow or run.phase.bounded:
        past = run.before(today)
        start = list(islice(doses_of(run, today=late), _WHOLE + 1))
        ahead = list(islice(doses_of(run, past, today=late), count))
        number = past + len(ahead) if run.count is None else run.count
    else:
        # From where two windows run into each other on, there is nothing to show.
        plan = list(islice(until_ahead(apart(doses_of(run, today=late), before), today, count), _SCAN))
        past, number, start = sum(dose.latest < today for dose in plan), len(plan), plan[: _WHOLE + 1]
        ahead = plan[past:]
    if not number:
        return None
    last = next(doses_of(run, number - 1, today=late))
    course = run.phase.kind == "loading" or (run.phase.kind == "other" and run.phase.bounded)
    overdue = start[:1] if "overdue" in start[0].flags else []
    shown = tuple(start[:number] if course and number <= _WHOLE else [*overdue, *ahead] or [last])
    earlier = past - sum(dose.latest < today for dose in shown)
    more = not run.phase.bounded or shown[-1] != last
    ends = run.phase.bounded and number <= _MOST_DATED
    return Part(run.index, run.phase, shown, earlier, more, start[0], last if ends else None)


def until_ahead(plan: Iterable[Dose], today: date, count: int) -> Iterator[Dose]:
    """The doses up to the one with which ``count`` are still to come."""
    ahead = 0
    for dose in plan:
        yield dose
        ahead += dose.latest >= today
        if ahead == count:
            return


def due_doses(phases: Sequence[Phase], anchor: Anchor, *, today: date, count: int) -> tuple[Dose, ...]:
    """The next ``count`` doses from today on, after the first of those that are late, if any is.

    Raises ValueError as ``overview`` does.
    """
    late = [dose for dose in islice(doses(phases, anchor, today=today), 1) if "overdue" in dose.flags]
    _, coming = doses_since(phases, anchor, today, today=today)
    plan = islice(until_ahead(apart(coming), today, count), _SCAN)
    return (*late, *(dose for dose in plan if dose.latest >= today))


def upcoming(parts: Sequence[Part], today: date) -> Dose | None:
    """The next dose; None where nothing is left, and where an earlier one is late and the clinic has to be asked."""
    shown = [dose for part in parts for dose in part.shown]
    if any("overdue" in dose.flags for dose in shown):
        return None
    return next((dose for dose in shown if dose.latest >= today), None)


def notes(dose: Dose, today: date, *, never_closed: bool = False) -> list[str]:
    """What to say about one dose, in sentences; `never_closed`: a weekend keeps nobody from having it."""
    said = []
    if "overdue" in dose.flags:
        said.append(LATE)
    if dose.earliest <= today <= dose.latest:
        said.append(TODAY if dose.earliest == dose.latest else TODAY_IN)
    if "weekend" in dose.flags and dose.latest >= today and not never_closed:
        said.append(WEEKEND)
    return said


def heading(phase: Phase) -> str:
    """ "Loading: every other day for 2 weeks"."""
    words = one_line(phase_words(phase))
    return sentence(words) if phase.kind == "other" else f"{phase.kind.capitalize()}: {words}"


def two_dates(
    phases: Sequence[Phase], anchor: Anchor, parts: Sequence[Part], today: date
) -> tuple[tuple[str, str], ...]:
    """What ends and what starts, each with its date in words: ("Loading ends", "Friday 13 March 2026").

    They are the end of the present loading or transition phase and the start of the maintenance phase (the last
    phase where none is named so). Only those that the plan has and that can be known from the anchor.
    """
    kinds = [phase.kind for phase in phases]
    main = kinds.index("maintenance") if "maintenance" in kinds else len(phases) - 1
    found = []
    before = [part for part in parts if part.index < main]
    if before:
        present = next((p for p in before if p.last is None or p.last.latest >= today), before[-1])
        end, over = present.last, present.last is not None and present.last.latest < today
        label = f"{_name(present.phase, kinds)} {'ended' if over else 'ends'}"
        found.append((label, say_dose(end) if end else "when your clinic says"))
    begun = anchor.kind == "last" and (anchor.phase or 0) == main
    for part in parts:
        if part.index == main and not begun:
            over = part.first is not None and part.first.latest < today
            label = f"{_name(part.phase, kinds)} {'started' if over else 'starts'}"
            found.append((label, say_dose(part.first) if part.first else "your clinic tells you the date"))
    return tuple(found)


def _name(phase: Phase, kinds: Sequence[str]) -> str:
    if phase.kind == "loading" and kinds.count("loading") == 1:
        return "Loading"
    return sentence(one_line(phase_words(phase)))


def given_words(anchor: Anchor, log: Sequence[Given] = ()) -> list[str]:
    """The doses told of, by day, the last one named so: "Last injection given: Monday 9 February 2026".

    A plan that is counted from a dose has that one, also where nothing else was told of.
    """
    told = {dose.day: dose for dose in log}
    if anchor.kind == "last":
        told.setdefault(anchor.date, Given(anchor.date))
    days = [full_date(day) + ("" if told[day].sure else " (you were not sure)") for day in sorted(told)]
    return [f"{'Last injection given' if day is days[-1] else 'Given'}: {day}" for day in days]
