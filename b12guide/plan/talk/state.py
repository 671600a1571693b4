"""What the plan dialogue knows of a person's plan between two messages; JSON in and out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import date
from functools import cache
from itertools import islice
from typing import Any

from ..dates.ends import waits_for_start
from ..dates.log import Given, noted, unsaid
from ..dates.schedule import doses, missing
from ..model import Anchor, Dose, Phase, Question, full_date
from .templates import Wording

# What the dialogue itself can ask, beside the questions of the reader (`Question.about`): whether the plan is right,
# what is to be changed, on which days of the week, whether a date to come is planned, the date that the clinic gave
# after a late dose, when a dose was given, and when the person is away.
CONFIRM, CHANGE, DAYS, PLANNED = "confirm", "change", "days", "planned"
CLINIC_DATE, GIVEN, AWAY = "clinic_date", "given", "away"
DROP = "drop"
# Whether an injection too many took the place of a planned one.
EXTRA = "extra"
# Whether all doses due before today were given, and when the last of them was.
PAST, LAST_GIVEN = "past", "last_given"
LONGEST_SAID = 1000
# So many doses of the log are kept: monthly for more than 8 years.
MOST_LOGGED = 100
# So many doses ahead one that was moved is looked for.
_PLACES = 40
_DAYS = ("given_on", "due_was", "booked", "booking", "before_day", "ring_on", "extra_day", "late_due", "late_said",
         "had_later", "ends_from", "by_reminder", "unsure_said", "supply_for", "moving", "righting",
         "named_day", "taken_out")  # fmt: skip


@dataclass(frozen=True)
class Kept:
    """A plan that the person has confirmed, as it stands in calendars and on paper."""

    phases: tuple[Phase, ...]
    anchor: Anchor
    notes: tuple[str, ...] = ()
    dose_mcg: float | None = None
    route: str | None = None
    product: str | None = None


@dataclass
class State:
    """Attributes:
    phases, anchor: the plan and the date that it is counted from, as far as known.
    said: the message that stated the plan; where a word of it is ambiguous, the answer takes its place there.
    open: questions that reading left, to be asked in this order.
    about, asked: what the person was asked last (`Question.about`, or one of the dialogue's own), and in which words.
    notes: what was taken for granted in reading, beside what follows from the phases (`reader.phase_notes`).
    confirmed: the person said that this is what the clinic said.
    paused: a reaction was told of; no dates until the clinic agreed to go on.
    told: how many doses ahead the one lies that was named last, for "and the one after?".
    kept, former: the plan confirmed last and the one before it; `version` counts them; `links_from`: the first version
        of which the addresses still open.
    given: the log of doses told of; `had`: how many of the part with an end were told of, as long as the date of the
        last of them is not known.
    booked: the date that the clinic set for the next one, which wins over what is counted.
    booking: the date that the clinic set, told before the plan could be counted.
    half: a number without a unit, or a unit without a number, said to how often they are.
    missed: how many times in a row an open question was not answered.
    offered, taken: the options of the question answered last, and the one that was taken.
    before: the plan before it was last changed in talk, to go back to.
    home: they are given at home, where no clinic is closed; `open_daily`: the clinic is open at weekends too.
    given_on: the last injection told of, where a plan is counted from a date booked after it.
    due_was: when the last injection told of was due, where it was given on another day; `due_month_day`: as
        `Anchor.month_day`, of that date.
    listed, shown: how many doses ahead the last list reached, and how many it held.
    declined: the dose that is due was offered and refused.
    wished: a wish for another gap than the clinic's was turned down.
    wanted: the first and the last day of a list that was asked for before the plan could be read back, or, after
        "away/", of a journey that was told of.
    before_day, event: the day up to which doses were counted last, and the words of what is on it.
    ring_on: the day on which the clinic is to be rung for the next one, as it was counted last.
    skipped: the days of doses that were told of as not given.
    part_now: the place of the part that goes on by now, as long as the last dose is not placed in it.
    extra, extra_day: one more than was planned was told of, and its day, if that is known; nothing is counted from it
        before it is known whether it took the place of a planned one.
    to_go: how many are left after the last one, as long as the plan is not counted with them.
    spans: the stretches of days that were told of last: away, offshore, half term.
    late_due, late_said: of which late dose all that there is to do was said last, and on which day.
    promised: the file that was asked for before the plan was confirmed.
    over: the place of the part that is over, as long as the day of its last dose is not known.
    ends_from: the day from which the doses of a part up to its last day were counted.
    had_later: the day of a dose of a later part, as long as it is not known whether those before it were given.
    by_reminder: the day of a reminder that was answered with "done", taken as that of the dose; `unsure_said`: the dose
        of which it was said that its date is not sure.
    supply: how many injections there are at home, or, as a negative number, how many boxes; `supply_for`: the next date
        at that time, from which they go.
    lateness: the day on which a dose was due and the day on which it was had, "due/had"; `asks_due`: the first of them
        was asked for by the last message.
    moving: the day that the clinic set, as long as it is asked in place of which one it is; `moving_alone`: the others
        stay as they are.
    righting: the day of a dose of the log, as long as it is asked on which of two days it was.
    time_said: it was said that the time of an appointment is not kept.
    days_were: the next dates as they were before the last change; `list_span`: the first and the last day of the list
        that was asked for last.
    named_day: the day that the clinic offered, as it was named last: a number alone is of its month; `named_turns`: the
        turns since then.
    taken_out: the day of the dose or the booking that was taken back last.
    figure: the first and the last day between which the last answer counted, "day/day".
    stood: the plan, as this JSON, as it stood before something was asked that keeps its dates from being counted.
    key: opens the plan's files; cannot be guessed and says nothing of the person.
    """

    phases: tuple[Phase, ...] = ()
    anchor: Anchor | None = None
    dose_mcg: float | None = None
    route: str | None = None
    product: str | None = None
    said: str = ""
    open: list[Question] = field(default_factory=list)
    about: str | None = None
    asked: str | None = None
    options: tuple[str, ...] = ()
    notes: list[str] = field(default_factory=list)
    confirmed: bool = False
    paused: bool = False
    told: int = 0
    kept: Kept | None = None
    former: Kept | None = None
    version: int = 0
    links_from: int = 0
    key: str | None = None
    given: tuple[Given, ...] = ()
    had: int | None = None
    half: str | None = None
    missed: int = 0
    offered: tuple[str, ...] = ()
    taken: str | None = None
    before: Kept | None = None
    given_on: date | None = None
    due_was: date | None = None
    due_month_day: int | None = None
    listed: int = 0
    shown: int = 0
    booked: date | None = None
    booking: date | None = None
    home: bool = False
    open_daily: bool = False
    wished: bool = False
    declined: bool = False
    wanted: str | None = None
    promised: str | None = None
    skipped: tuple[date, ...] = ()
    before_day: date | None = None
    ring_on: date | None = None
    event: frozenset[str] = frozenset()
    to_go: int | None = None
    part_now: int | None = None
    extra: bool = False
    extra_day: date | None = None
    spans: tuple[tuple[date, date], ...] = ()
    late_due: date | None = None
    late_said: date | None = None
    had_later: date | None = None
    over: int | None = None
    ends_from: date | None = None
    by_reminder: date | None = None
    unsure_said: date | None = None
    supply: int | None = None
    supply_for: date | None = None
    lateness: str | None = None
    asks_due: bool = False
    time_said: bool = False
    moving: date | None = None
    moving_alone: bool = False
    righting: date | None = None
    stood: dict[str, Any] | None = None
    days_were: tuple[date, ...] = ()
    list_span: str | None = None
    named_day: date | None = None
    taken_out: date | None = None
    figure: str | None = None
    named_turns: int = 0

    def ready(self, today: date) -> bool:
        """Whether dates can be counted, and none of them supposes a dose that nobody told of."""
        waits = self.had_later is not None and not self._counted_past(self.had_later)
        return self.countable(today) and not waits and self.over is None and self.unsaid(today) is None

    def _counted_past(self, day: date) -> bool:
        """Whether the plan counts from a last dose that was not before a day: those before that day are no question."""
        return self.anchor is not None and self.anchor.kind == "last" and self.anchor.date >= day

    def countable(self, today: date) -> bool:
        """Whether the doses of the plan can be counted, given or not."""
        if not self.phases or self.anchor is None or self.open or self.still_to_come(today):
            return False
        return missing(self.phases, self.anchor) is None

    def unsaid(self, today: date) -> Dose | None:
        """The latest dose due before today of which nobody said that it was given; None where there is none, or where
        it cannot be known yet."""
        if not self.phases or self.anchor is None or self.open or missing(self.phases, self.anchor) is not None:
            return None
        return unsaid(self.phases, self.anchor, self.given, today)

    def note(self, day: date, *, sure: bool = True, loading: bool | None = None, timing: str | None = None) -> None:
        """Note a dose as given."""
        self.given = noted(self.given, Given(day, sure, loading, timing))[-MOST_LOGGED:]

    def is_unsure(self) -> bool:
        """Whether the plan is counted from a dose of which the person was not sure, or may have been had one since."""
        counted = self.anchor.date if self.anchor is not None and self.anchor.kind == "last" else self.given_on
        return any(not dose.sure and counted is not None and dose.day >= counted for dose in self.given)

    def is_earlier(self, day: date) -> bool:
        """Whether a dose of `day` is in the log, and one of a later day: it is not the last one that is named."""
        known = [dose.day for dose in self.given if dose.sure]
        return day in known and day < max(known)

    def had_since(self, day: date) -> bool:
        """Whether the last dose told of was had on `day` or later: the next one cannot be on it."""
        return self.anchor is not None and self.anchor.kind == "last" and self.anchor.date >= day

    def still_to_come(self, today: date) -> bool:
        """Whether the date named for the last dose is in the future (regimens.md, section 3g)."""
        return self.anchor is not None and self.anchor.kind == "last" and self.anchor.date > today

    @property
    def asks_year(self) -> bool:
        """Whether it is open if the day of the last dose, which is known, is of the right year."""
        day = full_date(self.anchor.date) if self.anchor is not None else ""
        return bool(self.open) and self.open[0].about == "date" and self.open[0].text == day

    def ask(self, about: str, text: str, options: tuple[str, ...] = ()) -> None:
        """Note what the person is asked now."""
        self.about, self.asked, self.options = about, text, options
        self.moving = self.moving if about == CHANGE else None
        self.moving_alone = self.moving_alone and self.moving is not None
        self.righting = self.righting if about == CHANGE else None
        # Half of a gap belongs to the question how often they are.
        self.half = self.half if about == "interval" else None

    @property
    def never_closed(self) -> bool:
        """Whether a weekend keeps nobody from having one."""
        return self.home or self.open_daily

    def next_question(self, wording: Wording, today: date) -> Question | None:
        """The first thing that is missing; None where dates can be counted."""
        if self.open and self.asks_year and self.anchor is not None:
            return replace(self.open[0], text=wording("ask_year", date=full_date(self.anchor.date)))
        if self.open:
            return self.open[0]
        if not self.phases:
            return Question("interval", wording("ask_interval"))
        if self.anchor is None:
            return Question("anchor", wording("ask_first" if waits_for_start(self.phases) else "ask_anchor"))
        if self.still_to_come(today):
            text = wording("ask_planned", date=full_date(self.anchor.date))
            return Question("date", text, (wording("button_planned"), wording("button_not_planned")))
        if self.over is not None:
            return Question("last_given", wording("ask_part_last"))
        return missing(self.phases, self.anchor) or self._past_question(wording, today)

    def _past_question(self, wording: Wording, today: date) -> Question | None:
        """A plan with a first date in the past is not continued as if every dose had been given."""
        if self.unsaid(today) is None:
            return None
        if self.booked is not None and self.anchor == Anchor("first", self.booked):
            text = wording("ask_booked", date=full_date(self.booked))
            return Question("past", text, (wording("button_had_it"), wording("button_not_had_it")))
        if self.had is not None:
            return Question("last_given", wording("ask_last_given", count=self.had))
        return Question("past", wording("ask_past"), (wording("button_all_given"), wording("button_not_all")))

    def answered(self) -> None:
        """Nothing is asked any more."""
        self.about, self.asked, self.options, self.moving, self.moving_alone = None, None, (), None, False
        self.righting = None

    def settle(self, about: str) -> None:
        """Take the questions about one thing off the list."""
        self.open = [question for question in self.open if question.about != about]

    def told_in_a_row(self) -> None:
        """The days of several doses say which day the first one was: the last of them is what counts."""
        if self.about == "date" and self.open and self.open[0].first:
            self.settle("date")
            self.about, self.options = "anchor", ()

    def count_from(self, anchor: Anchor) -> None:
        """Count from another date; what was taken for granted of the one before goes with it."""
        if self.anchor is not None:
            self.notes = [note for note in self.notes if full_date(self.anchor.date) not in note]
        if self.anchor is not None and not anchor.moved:
            # A day that the clinic set for a later dose stands, whichever dose was given since.
            anchor = replace(anchor, moved=moved_since(self.phases, self.anchor, anchor))
        self.anchor = anchor

    def as_kept(self) -> Kept | None:
        """The plan as it stands; None where it is counted from no date yet."""
        if self.anchor is None:
            return None
        return Kept(self.phases, self.anchor, tuple(self.notes), self.dose_mcg, self.route, self.product)

    def go_back(self) -> bool:
        """Take the last change back; False where nothing was changed."""
        if self.before is None:
            return False
        before, self.before = self.before, self.as_kept()
        self.phases, self.anchor, self.notes = before.phases, before.anchor, list(before.notes)
        if self.anchor != Anchor("first", self.booked or date.min):
            self.booked = None
        self.open = []
        return True

    def keep(self, key: str) -> None:
        """Note that the plan as it stands is the person's; files are made of what is kept, not of what is in doubt."""
        now = self.as_kept()
        if now is None:
            return
        self.confirmed, self.key = True, self.key or key
        if now != self.kept:
            self.kept, self.former, self.version = now, self.kept, self.version + 1

    def begin_anew(self) -> State:
        """An empty plan that will take the place of the one kept, in calendars too."""
        return State(
            kept=self.kept,
            former=self.former,
            version=self.version,
            links_from=self.links_from,
            key=self.key,
            paused=self.paused,
            given=self.given,
            home=self.home,
            open_daily=self.open_daily,
            wished=self.wished,
        )

    def to_json(self) -> dict[str, Any]:
        """A value for the slot: JSON throughout, dates as ISO 8601."""
        out: dict[str, Any] = {name: getattr(self, name) for name in _names()}
        return out | {
            "phases": [asdict(phase) for phase in self.phases],
            "anchor": _anchor_json(self.anchor),
            "open": [asdict(question) for question in self.open],
            "options": list(self.options),
            "notes": list(self.notes),
            "kept": _kept_json(self.kept),
            "former": _kept_json(self.former),
            "given": [dose.to_json() for dose in self.given],
            "before": _kept_json(self.before),
            "offered": list(self.offered),
            "event": sorted(self.event),
            "skipped": [day.isoformat() for day in self.skipped],
            "days_were": [day.isoformat() for day in self.days_were],
            "spans": [[day.isoformat() for day in span] for span in self.spans],
            **{name: day.isoformat() if (day := getattr(self, name)) else None for name in _DAYS},
        }

    @classmethod
    def from_json(cls, value: Mapping[str, Any] | None) -> State:
        """Read what `to_json` wrote; a new state for None. What another version wrote beside it is left out."""
        if not value:
            return cls()
        known = _names()
        state = cls(**{name: v for name, v in value.items() if name in known})
        state.phases, state.anchor = _phases(value.get("phases")), _anchor(value.get("anchor"))
        state.open = [Question(**_tuples(question)) for question in value.get("open") or ()]
        state.options = tuple(value.get("options") or ())
        state.kept, state.former = _kept(value.get("kept")), _kept(value.get("former"))
        for name in _DAYS:
            setattr(state, name, date.fromisoformat(value[name]) if value.get(name) else None)
        state.given = tuple(Given.from_json(dose) for dose in value.get("given") or ())
        state.event = frozenset(value.get("event") or ())
        state.skipped = tuple(date.fromisoformat(day) for day in value.get("skipped") or ())
        state.days_were = tuple(date.fromisoformat(day) for day in value.get("days_were") or ())
        spans = value.get("spans") or ()
        state.spans = tuple((date.fromisoformat(first), date.fromisoformat(last)) for first, last in spans)
        state.before, state.offered = _kept(value.get("before")), tuple(value.get("offered") or ())
        return state


@cache
def _names() -> tuple[str, ...]:
    """Of all that is kept of a plan, in its order."""
    return tuple(one.name for one in fields(State))


def moved_since(phases: Sequence[Phase], before: Anchor, anchor: Anchor) -> tuple[tuple[date, date], ...]:
    """The planned days that are still to come with those that the clinic set in their place, counted from another date:
    of a plan that counts on from the day of the last dose, the places of the doses stay and their days do not."""
    later = tuple(pair for pair in before.moved if pair[0] > anchor.date)
    counts = missing(phases, before) is None and missing(phases, anchor) is None
    if not later or not counts or {before.kind, anchor.kind} != {"last"} or anchor.date <= before.date:
        return later
    was = list(islice(doses(phases, replace(before, moved=())), _PLACES))
    now = [dose.earliest for dose in islice(doses(phases, replace(anchor, moved=())), _PLACES)]
    days = dict(before.moved)
    had = min(range(len(was)), key=lambda n: abs(days.get(was[n].earliest, was[n].earliest) - anchor.date), default=0)
    places = {dose.earliest: n - had - 1 for n, dose in enumerate(was) if n > had}
    kept = [(now[places[day]], to) for day, to in later if places.get(day, _PLACES) < len(now)]
    return tuple(pair for pair in kept if pair[0] != pair[1])


def _anchor_json(anchor: Anchor | None) -> dict[str, Any] | None:
    if anchor is None:
        return None
    moved = [[day.isoformat() for day in pair] for pair in anchor.moved]
    return {**asdict(anchor), "date": anchor.date.isoformat(), "moved": moved}


def _kept_json(kept: Kept | None) -> dict[str, Any] | None:
    if kept is None:
        return None
    phases = [asdict(phase) for phase in kept.phases]
    return {**asdict(kept), "phases": phases, "anchor": _anchor_json(kept.anchor), "notes": list(kept.notes)}


def _phases(value: Any) -> tuple[Phase, ...]:
    return tuple(Phase(**_tuples(phase)) for phase in value or ())


def _anchor(value: Any) -> Anchor | None:
    if not value:
        return None
    days = [[date.fromisoformat(day) for day in pair] for pair in value.get("moved") or ()]
    moved = tuple((planned, day) for planned, day in days)
    return Anchor(**{**value, "date": date.fromisoformat(value["date"]), "moved": moved})


def _kept(value: Any) -> Kept | None:
    anchor = _anchor(value["anchor"]) if value else None
    if anchor is None:
        return None
    return Kept(**{**_tuples(value), "phases": _phases(value["phases"]), "anchor": anchor})


def _tuples(value: Mapping[str, Any]) -> dict[str, Any]:
    """JSON has lists where the model has tuples."""
    return {name: tuple(v) if isinstance(v, list) else v for name, v in value.items()}
