"""What the calendar file, the picture and the page to print have in common."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, islice

from .model import Anchor, Dose, Phase, full_date
from .schedule import doses
from .wording import phase_words, say_dose

CLINIC_WINS = "If your clinic gives you another date, the clinic's date wins."
WEEKEND = "Weekend: clinic may be closed."
LATE = "Late: call your clinic and ask when to have it. The dates after it may change."
TODAY_IN = "Today is in this time. Ask your clinic which day."
TODAY = "This is today."

# A course of a dose a day for a month is still shown whole.
_WHOLE = 31
# Daily for more than 50 years. What lies beyond is not looked for, so that no plan can hold up the server.
_SCAN = 20_000
# What XML 1.0 cannot hold, and the controls that reorder the text around them.
_UNSAFE = re.compile("[^\x20-\x7e\xa0-\u2029\u202f-\u2065\u206a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def one_line(text: str) -> str:
    """The text on one line, without the characters that no document can hold; not yet escaped."""
    return _UNSAFE.sub("", " ".join(text.split()))


def sentence(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def apart(plan: Iterable[Dose]) -> Iterator[Dose]:
    """The doses, up to the first window of a plan without end that begins before the one before it is over.

    Windows widen from dose to dose; once they run into each other, two doses could be had in one of them.
    """
    before: Dose | None = None
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
    plan = islice(apart(doses(phases, anchor, today=today)), _SCAN)
    seen = 0
    for index, group in groupby(plan, key=lambda dose: dose.phase_index):
        part, looked_at = _part(index, phases[index], group, today=today, count=count)
        seen += looked_at
        if seen >= _SCAN:
            parts.append(Part(index, part.phase, part.shown, part.earlier, True, part.first, None))
            break
        parts.append(part)
        if not part.phase.bounded:
            break
    if parts:
        parts += [Part(i, phase) for i, phase in enumerate(phases) if i > parts[-1].index]
    return tuple(parts)


def _part(index: int, phase: Phase, group: Iterator[Dose], *, today: date, count: int) -> tuple[Part, int]:
    start: list[Dose] = []
    ahead: list[Dose] = []
    late: list[Dose] = []
    past = number = 0
    for number, dose in enumerate(group, 1):
        last = dose
        if number <= _WHOLE:
            start.append(dose)
        if dose.latest < today:
            past += 1
            if "overdue" in dose.flags:
                late = late or [dose]
        elif len(ahead) < count:
            ahead.append(dose)
        if not phase.bounded and len(ahead) == count:
            break
    course = phase.kind == "loading" or (phase.kind == "other" and phase.bounded)
    whole = course and number <= _WHOLE
    shown = tuple(start if whole else [*late, *ahead] or [last])
    earlier = past - sum(dose.latest < today for dose in shown)
    more = not phase.bounded or shown[-1] != last
    return Part(index, phase, shown, earlier, more, start[0], last if phase.bounded else None), number


def due_doses(phases: Sequence[Phase], anchor: Anchor, *, today: date, count: int) -> tuple[Dose, ...]:
    """The next ``count`` doses from today on, after the first of those that are late, if any is.

    Raises ValueError as ``overview`` does.
    """
    late: list[Dose] = []
    ahead: list[Dose] = []
    for dose in islice(apart(doses(phases, anchor, today=today)), _SCAN):
        if dose.latest >= today:
            ahead.append(dose)
        elif "overdue" in dose.flags:
            late = late or [dose]
        if len(ahead) == count:
            break
    return (*late, *ahead)


def upcoming(parts: Sequence[Part], today: date) -> Dose | None:
    """The next dose; None where nothing is left, and where an earlier one is late and the clinic has to be asked."""
    shown = [dose for part in parts for dose in part.shown]
    if any("overdue" in dose.flags for dose in shown):
        return None
    return next((dose for dose in shown if dose.latest >= today), None)


def notes(dose: Dose, today: date) -> list[str]:
    """What to say about one dose, in sentences."""
    said = []
    if "overdue" in dose.flags:
        said.append(LATE)
    if dose.earliest <= today <= dose.latest:
        said.append(TODAY if dose.earliest == dose.latest else TODAY_IN)
    if "weekend" in dose.flags and dose.latest >= today:
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


def given_words(anchor: Anchor) -> str | None:
    """ "Last injection given: Monday 9 February 2026", where the plan is counted from it."""
    return f"Last injection given: {full_date(anchor.date)}" if anchor.kind == "last" else None
