"""A plan that was read, with its dates: the anchor from the text or from the caller, and the next doses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import islice, takewhile

from dateutil.relativedelta import relativedelta

from ..model import Anchor, DateMention, Dose, Phase, PlanResult, Question, Reading, Status, full_date
from ..wording import listed, say_dose
from .ends import counted_to_end, waits_for_start
from .schedule import after_interval, dose_count, doses, doses_since, missing

DEFAULT_COUNT = 4
# So many doses that nobody spoke of are named one by one.
MOST_NAMED = 6
_ASK_ANCHOR = "When was your last injection, or the first one of this plan?"


def compute(
    reading: Reading, *, today: date, last: date | None = None, first: date | None = None, phase: int | None = None,
    anchor: Anchor | None = None, count: int = DEFAULT_COUNT,
) -> PlanResult:  # fmt: skip
    """The plan of a text already read, and its next ``count`` doses; dates only where nothing is open.

    ``last``, ``first`` and ``phase`` as of ``b12guide.plan.plan``; ``anchor``, where it is given, settles every
    question about dates.
    """
    if reading.status == "not_a_plan":
        return PlanResult("not_a_plan", reading=reading)
    questions = list(reading.questions)
    if anchor is None:
        given = Anchor("last", last, phase) if last else Anchor("first", first) if first else None
        anchor, more = _anchor(reading, given, phase, today)
        questions = [q for q in questions if not (q.about == "date" and given)] + more
    else:
        questions = [q for q in questions if q.about != "date"]
    if anchor is not None and waits_for_start(reading.phases):
        phases, anchor = counted_to_end(reading.phases, anchor)
        reading = replace(reading, phases=phases)
    notes = list(reading.assumptions)
    if anchor and not questions:
        lacking = _unusable(reading.phases, anchor, today) or missing(reading.phases, anchor)
        questions += [lacking] if lacking else []
    following: tuple[Dose, ...] = ()
    if anchor and not questions:
        following = _without_lapse(
            next_doses(reading.phases, anchor, today=today, count=count), reading.phases, anchor, today
        )
        notes += _supposed(reading.phases, anchor, today)
        if anchor.kind == "last" and anchor.date < today - relativedelta(years=1):
            notes.append("The last injection was more than a year ago. Ring your clinic before you book the next one.")
    status: Status = "ask" if questions else "assumed" if notes else "ok"
    return PlanResult(
        status, reading.phases, reading.dose_mcg, reading.route, reading.product, anchor, following,
        tuple(notes), tuple(questions), reading.unread, reading,
    )  # fmt: skip


def next_doses(phases: Sequence[Phase], anchor: Anchor, *, today: date, count: int = DEFAULT_COUNT) -> tuple[Dose, ...]:
    """The next ``count`` doses: on or after ``today``, or, counted from a last dose, all after it.

    Raises ValueError where the plan or the anchor leaves something open (``schedule.doses``).
    """
    if anchor.kind == "last":
        return tuple(islice(doses(phases, anchor, today=today), count))
    _, coming = doses_since(phases, anchor, today)
    return tuple(islice((dose for dose in coming if dose.latest >= today), count))


def _without_lapse(
    following: tuple[Dose, ...], phases: Sequence[Phase], anchor: Anchor, today: date
) -> tuple[Dose, ...]:
    """The same, but the missed dose alone where it is overdue by more than the interval (regimens.md, section 7)."""
    if anchor.kind == "first" or not following:
        return following
    missed = following[0]
    if after_interval(phases[missed.phase_index], missed.latest) >= today:
        return following
    return (replace(missed, flags=(*missed.flags, "lapsed")),)


def _supposed(phases: Sequence[Phase], anchor: Anchor, today: date) -> list[str]:
    """The doses between a first one that is past and today, of which nobody said that they were given; a sentence."""
    if anchor.kind == "last" or anchor.date >= today:
        return []
    behind = takewhile(lambda dose: dose.latest < today, islice(doses(phases, anchor), 1, None))
    first = [say_dose(dose) for dose in islice(behind, MOST_NAMED + 1)]
    if not first:
        return []
    named = listed(first) if len(first) <= MOST_NAMED else f"all from {first[0]} on"
    return [f"I suppose that you have had the injections due before today: {named}. If one was missed, tell me."]


def _unusable(phases: Sequence[Phase], anchor: Anchor, today: date) -> Question | None:
    if anchor.kind == "last" and anchor.date > today:
        return Question(
            "date", f"{full_date(anchor.date)} is still to come. Is that injection planned, or has it been given?"
        )
    if anchor.phase is not None and anchor.phase >= len(phases):
        return Question("phase", f"The plan has {len(phases)} parts. Which of them did the last injection belong to?")
    return None


def _anchor(
    reading: Reading, given: Anchor | None, phase: int | None, today: date
) -> tuple[Anchor | None, list[Question]]:
    """The anchor, and what is open about it. A date in the text that differs from the one given is asked about."""
    said = [m for m in reading.dates if m.role != "unknown"] or list(reading.dates)
    if given:
        others = [m for m in said if m.date != given.date]
        if others:
            both = (full_date(given.date), full_date(others[0].date))
            return given, [Question("date", f"I have two dates: {' and '.join(both)}. Which one is right?", both)]
        same = [m for m in said if m.role == given.kind]
        return (_from_mention(same[0], reading.phases, phase) if same else given), []
    for role in ("last", "first", "next", "unknown"):
        days = {m.date: m for m in said if m.role == role}
        if role == "last" and any(day <= today for day in days):
            # What is still to come cannot be the last one.
            days = {day: mention for day, mention in days.items() if day <= today}
        if len(days) > 1:
            options = tuple(full_date(d) for d in days)
            which = "last" if role == "last" else "first"
            return None, [
                Question(
                    "date", f"There are several dates here. Which one is the date of your {which} injection?", options
                )
            ]
        if days:
            mention = next(iter(days.values()))
            if role in ("last", "first"):
                return _from_mention(mention, reading.phases, phase), []
            if role == "next" and mention.date < today:
                when = full_date(mention.date)
                text = f"{when} has passed. Was that injection given? If not, when was your last one?"
                asked = Question("anchor", text, (f"my last one was on {when}",), given=mention.date.isoformat())
                return None, [asked]
            if role == "next" and len(reading.phases) == 1:
                return Anchor("first", mention.date), []
            when = full_date(mention.date)
            return None, [Question("anchor", f"What was on {when}: the last injection, or the first one of this plan?",
                                   (f"my last one was on {when}", f"my first one was on {when}"))]  # fmt: skip
    if any(q.about == "date" for q in reading.questions):
        return None, []
    return None, [Question("anchor", _ASK_ANCHOR)]


def _place(phases: Sequence[Phase], number: int) -> tuple[int | None, int]:
    """The phase of the ``number``-th dose of the plan, and its place there; None where a phase has no known length."""
    for index, phase in enumerate(phases):
        total = dose_count(phase)
        if index == len(phases) - 1 or (total is not None and number <= total):
            return index, number
        if total is None:
            break
        number -= total
    return None, number


def _from_mention(mention: DateMention, phases: Sequence[Phase], phase: int | None) -> Anchor:
    """The anchor of a dated dose; "the last loading one" also says which phase it ended."""
    if mention.role == "first" and mention.loading is not False:
        return Anchor("first", mention.date)
    kinds = [p.kind for p in phases]
    index = phase
    if index is None and mention.loading is not None:
        kind = "loading" if mention.loading else "maintenance"
        found = [i for i, k in enumerate(kinds) if k == kind]
        index = (found[-1] if mention.ends_phase else found[0]) if found else None
    if mention.role == "first":
        # "The first maintenance one": the first dose of that phase, so one of it is done.
        return Anchor("last", mention.date, index, 1) if index else Anchor("first", mention.date)
    if index is None and mention.done is not None:
        index, done = _place(phases, mention.done)
        return Anchor("last", mention.date, index, done)
    ends = mention.ends_phase and index is not None and index < len(phases) - 1
    return replace(Anchor("last", mention.date, index, mention.done), ends_phase=ends)
