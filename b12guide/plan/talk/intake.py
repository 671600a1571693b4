"""What a message brings to the plan: a regimen, a date, or a correction of one of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

from ..dates.planner import compute, next_doses
from ..dates.schedule import dose_count, doses_since, kept_day, missing, runs
from ..model import Anchor, DateReading, Phase, Question, Reading, Role
from ..reading.dates import which_date
from ..reading.reader import phase_notes, read, read_date
from ..wording import phase_words
from .message import Said
from .move_words import asks
from .past import is_sure, log_told
from .replies import Replies
from .state import CHANGE, CLINIC_DATE, CONFIRM, LONGEST_SAID, PLANNED, State
from .what_if import names_condition

_DAY_ALONE = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th)\b(?!\s*(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))", re.I
)
_LAST_LOADING = re.compile(
    r"\b(?:last|final) (?:one )?(?:of (?:the|my) )?(?:loading|starter|initial)\b"
    r"|\b(?:finished|completed|done with) (?:the |my )?loading\b",
    re.I,
)
# "No every 12 weeks": the no is an answer, and no word of the plan.
_NO = re.compile(r"^\W*no\b[\s,.:;-]*(?=(?:it|its|it's|every|once|twice|the|my|i|first|last|\d+)\b)", re.I)
_REBOOKED = re.compile(r"\b(?:moved|changed|booked|rebooked|rescheduled|put(?: me| it)?(?: back| forward| in)?"
                       r"|(?:can )?only (?:do|fit)|new date)\b", re.I)  # fmt: skip
# From where a date begins, so that the verb before it does not make it the date of a dose given.
_DATE_ON = re.compile(
    r"\b(?:the \d|\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]*\b).*", re.I
)
# A dose that was given on another day than the one it was planned for.
_OFF_PLAN = re.compile(r"\b(?:instead|early|earlier|sooner|already|was (?:due|booked|meant|supposed|planned))\b", re.I)
# What begins so tells what comes after the part that is known.
_AFTERWARDS = re.compile(
    r"^\W*(?:(?:and|so|ok|okay|yes|yeah)\W+)*(?:after (?:that|those|them|this|these|it)|then|afterwards?|from then"
    r"|once (?:that|those)|following (?:that|those))\b",
    re.I,
)
_FIRST = re.compile(r"\b(?:first|1st)\b", re.I)
# Of several dates that of the first dose was asked for (`planner`).
_ASKED_FIRST = "your first injection"
# So many doses ahead a later part is looked for.
_FAR = 60
_LAST = re.compile(r"\b(?:last|latest|most recent|previous)\b", re.I)


def tells_end_of_loading(text: str) -> bool:
    """Whether a message says that a dose was the last loading one; a question does not."""
    return _LAST_LOADING.search(text) is not None and "?" not in text


def tells_what_follows(text: str) -> bool:
    """Whether a message tells what comes after the part of the plan that is known."""
    return _AFTERWARDS.match(text) is not None


class Intake(Replies):
    """Takes one message into a `State`; nothing is asked or said here."""

    def __init__(self, state: State, text: str, today: date, country: str | None) -> None:
        super().__init__(state, _NO.sub("", text) if state.phases else text, today)
        self.country = country
        self.reading = read(self.text, today=today, country=country)

    @property
    def states_regimen(self) -> bool:
        """Whether the message says how often, clearly or not."""
        return self.reading.status != "not_a_plan"

    @property
    def states_another(self) -> bool:
        """Whether it states a regimen that is not the plan already; "when do the monthly ones start?" names a part."""
        known = {phase_words(phase) for phase in self.state.phases}
        said = {phase_words(phase) for phase in self.reading.phases}
        return self.states_regimen and not (said and said <= known and not self.reading.dates)

    @property
    def names_next(self) -> bool:
        """Whether it gives the date of the next dose: "my next one is on 27 May", "they moved it to 27 May"."""
        named = any(m.role == "next" for m in self.reading.dates) or self._rebooked.date is not None
        return named and "?" not in self.text

    @property
    def _rebooked(self) -> DateReading:
        """The date that the clinic moved the next dose to; an empty reading where it moved none."""
        moved = _REBOOKED.search(self.text) if self.state.phases else None
        words = _DATE_ON.search(self.text, moved.end()) if moved else None
        if words is None:
            return DateReading()
        return read_date(words[0], today=self.today, country=self.country, role="next")

    @property
    def ends_loading(self) -> bool:
        """Whether it says that loading is over: "that was the last loading one"."""
        return len(self.state.phases) > 1 and tells_end_of_loading(self.text)

    @property
    def has_date(self) -> bool:
        """Whether a date, or something that may be one, is in it."""
        found = read_date(self.text, today=self.today, country=self.country)
        return found.date is not None or found.question is not None

    @property
    def _asks_of_known(self) -> bool:
        """Whether a date stands in a question about a plan whose dates are known, or is only supposed: such a one tells
        nothing of it."""
        known = self.state.about in (None, CONFIRM, CHANGE, CLINIC_DATE) and self.state.ready(self.today)
        return known and (asks(Said.of(self.text)) or names_condition(self.text))

    def take(self, *, open_flow: bool) -> bool:
        """Take what the message brings, and note the dose it tells of; False if that is nothing.

        `open_flow` is False for a message that was understood as a question about a topic: of such a one only a plain
        answer to what was asked is taken, so that a question in between stays a question.
        """
        before = self.state.anchor
        taken = self._take(open_flow=open_flow)
        if taken and (self.state.anchor != before or self.state.had is None):
            log_told(self.state, self.today, self.text)
        return taken

    def _take(self, *, open_flow: bool) -> bool:
        state = self.state
        whole = self.whole_with_answer(self.reading)
        if whole is not None:
            self.text, self.reading = whole, read(whole, today=self.today, country=self.country)
            self._take_regimen()
            return True
        if self.take_days(self.reading) or self.take_dose():
            return True
        if self.take_choice() or self.take_size():
            self._take_date_beside()
            return True
        if self._names_part():
            return True
        if self.wrong_days(self.reading):
            return False
        if state.about == "phase" and (self._take_end() or self.take_phase(self.reading)):
            return True
        # "Every 2 months" says nothing of how many were had.
        if state.about == "count" and not self.states_regimen and self.take_count():
            return True
        if self.states_regimen and (open_flow or self.reading.only):
            self._take_regimen()
            return True
        if state.phases and self._take_end():
            return True
        if self._asks_of_known:
            return False
        if open_flow or state.about in ("anchor", "date", PLANNED, CLINIC_DATE):
            # What does not fit the days of the plan is asked for anew, as the next date.
            misfit = state.about == "date" and not state.open and state.anchor is not None
            role: Role = "next" if misfit or state.about == CLINIC_DATE else "last"
            found = self._rebooked
            if found.date is None:
                within = state.open[0].within if state.open else ()
                found = read_date(self.text, today=self.today, country=self.country, role=role, within=within)
            else:
                found = replace(found, role="next")
            return self._take_date(found, open_flow=open_flow)
        return False

    def _take_date_beside(self) -> None:
        """ "6 in all, first one Monday 14 June": the day told beside the number, where none is known yet."""
        told = self.reading.dates
        if self.state.anchor is None and len(told) == 1 and told[0].role in ("first", "next", "last"):
            self._take_date(DateReading(told[0].date, role=told[0].role), open_flow=True)

    def _names_part(self) -> bool:
        """ "The first monthly one, 4 April!": a later part by its name, with the day that it begins on by the plan. It
        is no plan of its own, and nothing before it is dropped."""
        state, said = self.state, self.reading
        if len(state.phases) < 2 or len(said.phases) != 1 or len(said.dates) != 1 or not _FIRST.search(self.text):
            return False
        known = [phase_words(phase) for phase in state.phases[1:]]
        if phase_words(said.phases[0]) not in known or state.anchor is None or not state.countable(self.today):
            return False
        _, coming = doses_since(state.phases, state.anchor, self.today, today=self.today)
        return any(dose.phase_index and dose.earliest == said.dates[0].date for dose in islice(coming, _FAR))

    # A regimen ------------------------------------------------------------------------------------------------------

    def _take_regimen(self) -> None:
        state, reading = self.state, self.reading
        result = compute(reading, today=self.today)
        corrected = self._corrected(reading.phases)
        dated = [q for q in result.questions if q.about == "date" and q in reading.questions]
        dated += [q for q in result.questions if q.about in ("date", "anchor") and q.options and q not in dated]
        if self._told_before(reading):
            # What was on that day was told already.
            dated = [q for q in dated if q.about != "anchor"]
        others = [q for q in reading.questions if q.about != "date"]
        if corrected is None:
            state.said, state.phases = self.text[:LONGEST_SAID], reading.phases
            state.notes = []
        else:
            state.phases = corrected
        derived = set(phase_notes(reading.phases))
        state.notes += [n for n in reading.assumptions if n not in derived and n not in state.notes]
        if not dated and result.anchor is None:
            # How often they are does not answer which day the last one was.
            dated = [q for q in state.open if q.about == "date"]
        # A dose that was doubted is not kept by a message that leaves it out.
        doubted = any(question.about == "product" for question in state.open)
        state.open = [*others, *dated]
        state.dose_mcg = reading.dose_mcg or (None if doubted else state.dose_mcg)
        state.route, state.product = reading.route or state.route, reading.product or state.product
        anchor = state.anchor
        if result.anchor is not None:
            state.anchor = result.anchor
            self._take_booked(result.anchor)
        elif dated:
            state.anchor = None
        elif anchor is not None and corrected is None and anchor.kind == "last":
            # Another plan: which part the last injection belonged to, and as which, has to be asked anew.
            state.anchor = Anchor("last", anchor.date)

    def _told_before(self, reading: Reading) -> bool:
        """Whether the only date of a message is that of the last dose, which is known."""
        anchor = self.state.anchor
        days = {mention.date for mention in reading.dates if mention.role == "unknown"}
        return anchor is not None and anchor.kind == "last" and days == {anchor.date}

    def _take_booked(self, anchor: Anchor) -> None:
        """The date of the next one that the clinic set, told with the last one and how often: it wins."""
        ahead = {m.date for m in self.reading.dates if m.role == "next" and m.date >= self.today}
        if anchor.kind != "last" or len(ahead) != 1 or self.state.open or _OFF_PLAN.search(self.text):
            return
        if missing(self.state.phases, anchor) is None and anchor.date < min(ahead):
            self.state.note(anchor.date, sure=is_sure(self.text))
            self.count_from_next(anchor, min(ahead))

    def _corrected(self, said: tuple[Phase, ...]) -> tuple[Phase, ...] | None:
        """The plan with one part put right; None where the message states a plan of its own.

        "It is every 12 weeks" against a plan of several parts means the part that goes on, "loading is every other
        day" the loading, and a part with an end the one that has an end.
        """
        phases = self.state.phases
        if (
            len(phases) > 1
            and len(said) == 1
            and not self.reading.dates
            and phase_words(said[0]) in map(phase_words, phases)
        ):
            # A part said once more is no plan of its own.
            return phases
        if phases_follow := self._follows(said):
            return phases_follow
        if len(phases) == len(said) == 1 and phases[0].bounded and not self.reading.dates:
            # How often, said once more without how many: they are as many as they were.
            old = phases[0]
            same = (old.frequency, old.period, old.period_max, old.unit)
            if same == (said[0].frequency, said[0].period, said[0].period_max, said[0].unit) and not said[0].bounded:
                return phases
        if self.state.about == "count" and len(phases) > 1 and len(said) == 1 and not self.reading.dates:
            # How often the part is whose end is asked for.
            of = next((i for i, phase in enumerate(phases[:-1]) if not phase.bounded), None)
            if of is not None:
                return (*phases[:of], replace(said[0], kind=phases[of].kind), *phases[of + 1 :])
        asked = self.state.confirmed or self.state.about in (CONFIRM, CHANGE, "interval")
        if not asked or len(phases) < 2 or len(said) != 1 or self.reading.dates:
            return None
        new, place = said[0], len(phases) - 1
        bounded = [i for i, phase in enumerate(phases) if phase.bounded]
        loading = [i for i, phase in enumerate(phases) if phase.kind == "loading"]
        if new.bounded and len(bounded) == 1:
            place = bounded[0]
        elif new.bounded:
            return None
        elif re.search(r"\bloading\b", self.text, re.I) and loading:
            place = loading[0]
            old = phases[place]
            new = replace(new, count=old.count, duration=old.duration, duration_unit=old.duration_unit, until=old.until)
        return (*phases[:place], replace(new, kind=phases[place].kind), *phases[place + 1 :])

    def _follows(self, said: tuple[Phase, ...]) -> tuple[Phase, ...] | None:
        """The known part with an end, and the one that is told to come after it; None where none is."""
        phases, anchor = self.state.phases, self.state.anchor
        if len(phases) != 1 or not phases[0].bounded or len(said) != 1 or self.reading.dates:
            return None
        if not tells_what_follows(self.text):
            return None
        if anchor is not None and anchor.kind == "last" and anchor.phase is None:
            self.state.anchor = replace(anchor, phase=0)
        return replace(phases[0], kind="loading"), replace(said[0], kind="maintenance")

    # A date ---------------------------------------------------------------------------------------------------------

    def _take_date(self, found: DateReading, *, open_flow: bool) -> bool:
        state = self.state
        if found.question is not None and _offered_already(found.question, state.open):
            return True
        if found.question is not None:
            state.settle("anchor")
            state.settle("date")
            state.open.insert(0, found.question)
            return True
        if found.date is None or not (open_flow or found.only or state.about == CLINIC_DATE):
            return False
        day = found.date
        first_asked = any(q.about == "date" and _ASKED_FIRST in q.text for q in state.open)
        state.settle("anchor")
        # "The 26th" of the month that was asked about is in that month.
        within = next((question.within for question in state.open if question.about == "date"), ())
        state.settle("date")
        if first_asked and state.anchor is None and found.role in ("last", "unknown") and not _LAST.search(self.text):
            found = replace(found, role="first")
        if state.anchor is not None and state.phases:
            if self._is_ahead(state.anchor, found):
                return False
            self._change_date(state.anchor, day, found, asked=bool(within))
        elif found.role in ("first", "next") or (day > self.today and not _LAST.search(self.text)):
            state.anchor = Anchor("first", day)
        else:
            state.anchor = Anchor("last", day)
        return True

    def _is_ahead(self, anchor: Anchor, found: DateReading) -> bool:
        """Whether a date to come stands there without a word that says it is the next one, or the clinic's: against a
        plan whose dates are known, that of a dose given it cannot be."""
        ahead = found.date is not None and found.date > self.today
        known = self.state.about in (None, CONFIRM) and self.state.ready(self.today)
        return ahead and known and anchor.kind == "last" and found.role not in ("first", "next")

    def _change_date(self, anchor: Anchor, day: date, found: DateReading, *, asked: bool) -> None:
        """A date where one is known already: the clinic's own for the next dose, or the known one put right."""
        state = self.state
        if found.role == "next" or (state.about in (CLINIC_DATE, "date") and day >= self.today):
            self.count_from_next(anchor, day)
            return
        alone = None if asked else _DAY_ALONE.search(self.text)
        same = _same_month(anchor.date, int(alone[1])) if alone else None
        if same is not None and found.only:
            day = same
        elif same is not None and same != day and alone is not None:
            # The month that was told before, or the latest one: never another one without a word.
            days = [one for one in (same, day) if one <= self.today or one == day]
            if len(days) > 1:
                state.open.insert(0, which_date(alone[0], days))
                return
        if found.role == "first":
            state.count_from(Anchor("first", day))
        elif anchor.kind == "first" and _LAST.search(self.text):
            state.count_from(Anchor("last", day, month_day=kept_day(state.phases, anchor, day)))
        else:
            state.count_from(replace(anchor, date=day, month_day=kept_day(state.phases, anchor, day)))

    def count_from_next(self, anchor: Anchor, day: date) -> None:
        """Count what is left of the plan from its next dose, which the clinic has set for `day`."""
        state = self.state
        coming = next_doses(state.phases, anchor, today=self.today, count=1) if state.countable(self.today) else ()
        if coming and coming[0].earliest == coming[0].latest == day:
            # The plan's own date: counted on from the 30th, it is not the 28th of every month from February on.
            return
        place, done = self._given_so_far(anchor)
        phases = state.phases[place:]
        total = dose_count(phases[0])
        if done and total is not None and done < total:
            phases = (replace(phases[0], count=total - done, duration=None, duration_unit=None), *phases[1:])
        elif done and total is not None and len(phases) > 1:
            phases = phases[1:]
        state.phases = phases
        if anchor.kind == "last":
            state.given_on = anchor.date
        state.count_from(Anchor("first", day))
        state.booked, state.due_was = day, None

    def _given_so_far(self, anchor: Anchor) -> tuple[int, int]:
        """The phase that the next dose belongs to, and how many of its doses are given. Of a plan with a first date,
        those before today are, once they were told of."""
        if anchor.kind == "last":
            return (anchor.phase or 0) + anchor.ends_phase, 0 if anchor.ends_phase else anchor.done or 0
        if not self.state.countable(self.today):
            return 0, 0
        given, until = (0, 0), self.today
        if self.state.unsaid(self.today) is not None:
            # Of doses that nobody told of none is taken to be given.
            until = max((dose.day + timedelta(days=1) for dose in self.state.given), default=anchor.date)
        for run in runs(self.state.phases, anchor):
            past = run.before(until)
            given = (run.index, past) if past else given
            if past != run.count:
                break
        return given

    # How many -------------------------------------------------------------------------------------------------------

    def take_place(self, number: int) -> bool:
        """ "That was the second one": of its part, counted with the date known."""
        state = self.state
        place = next((i for i, phase in enumerate(state.phases) if phase.bounded), None)
        total = dose_count(state.phases[place]) if place is not None else None
        if place is None or state.anchor is None or not 0 < number <= (total or 100):
            return False
        state.settle("count")
        state.count_from(replace(state.anchor, kind="last", phase=place, done=number))
        return True

    def take_total(self, number: int) -> bool:
        """ "Only 5 of them": how many the part with an end has."""
        state = self.state
        place = next((i for i, phase in enumerate(state.phases) if phase.bounded), None)
        given = state.anchor.done or 0 if state.anchor is not None else 0
        if place is None or number < given:
            return False
        ended = replace(state.phases[place], count=number, duration=None, duration_unit=None)
        state.phases = (*state.phases[:place], ended, *state.phases[place + 1 :])
        return True

    # The end of loading ---------------------------------------------------------------------------------------------

    def _take_end(self) -> bool:
        """ "That was the last loading one": the next part counts on from it."""
        state = self.state
        if not self.ends_loading:
            return False
        loading = [i for i, phase in enumerate(state.phases[:-1]) if phase.kind == "loading"]
        place = loading[-1] if loading else len(state.phases) - 2
        said = [m.date for m in self.reading.dates if m.role == "last"]
        day = said[0] if said else self._latest(place)
        if day is None:
            return False
        state.settle("count")
        state.count_from(Anchor("last", day, place, None, True))
        return True

    def _latest(self, place: int) -> date | None:
        """The dose meant by "that": the last one told of, or the latest that the plan had until today."""
        anchor = self.state.anchor
        if anchor is None or anchor.kind == "last":
            return anchor.date if anchor else None
        if not self.state.countable(self.today):
            return None
        latest = None
        for run in runs(self.state.phases, anchor):
            past = run.before(self.today + timedelta(days=1)) if run.index <= place else 0
            latest = run.at(past - 1)[0] if past else latest
            if past != run.count:
                break
        return latest


def _offered_already(question: Question, open_: Sequence[Question]) -> bool:
    """Whether the days of a question ("the 10th or the 17th") are those that were offered, with their months."""
    offered = {option.split()[1] for option in open_[0].options} if open_ and open_[0].about == "date" else set()
    return bool(offered and question.options) and {option.split()[1] for option in question.options} <= offered


def _same_month(day: date, number: int) -> date | None:
    try:
        return day.replace(day=number)
    except ValueError:
        return None
