"""What a regimen in a message does to the plan: one of its own, a part put right, or what follows the known one."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from ..dates.planner import compute
from ..dates.schedule import missing, runs
from ..model import Anchor, Phase, Reading
from ..reading.reader import phase_notes, read
from ..reading.stages import AFTER, INSTEAD, behind, may_follow, where_it_goes
from ..wording import phase_words
from .follow_on import is_dense, is_longer
from .intake_parts import PartIntake
from .message import Said
from .move_words import WORDS
from .owned_days import dose_of_month
from .past import had_so_far, hardly_next, is_sure, missed_some
from .received import puts_right, tells_what_follows
from .state import CHANGE, CONFIRM, LONGEST_SAID

# A dose that was given on another day than the one it was planned for.
_OFF_PLAN = re.compile(
    r"\b(?:instead|early|earlier|sooner|already|was (?:due|booked|meant|supposed|planned)"
    r"|(?:wasn'?t|not) (?:even |really |actually )?(?:due|supposed|meant|booked))\b",
    re.I,
)
# A day that the clinic set, and not one that is only counted.
_BOOKED = re.compile(
    r"\b(?:booked|booking|appointment|appt|scheduled|pencill?ed|down for)\b"
    # Who went in for something else has no day of this by it.
    r"|(?<!\bwent )(?<!\bwas )(?<!\bwere )(?<!\bpopped )(?<!\bbeen )\bin for\b"
    r"(?! (?:an? |my |the |some )?(?:bloods?|scan|check|check-?up|review|test|tests|x-?ray|chat|something|other)\b)",
    re.I,
)

_ANOTHER_THING = re.compile(
    r"\b(?:bloods?(?: tests?)?|flu|covid|scan|x-?ray|check-?up|reviews?|dentist|optician|smear|tests?|physio)\b", re.I
)

_AS_BEFORE = re.compile(r"\b(?:same|still|(?:like|as) (?:it was )?(?:before|always|usual))\b", re.I)


def _adds_days(known: Phase, said: Phase) -> bool:
    """Whether of a part with an end is said once more how often, without how many, and perhaps on which days."""
    fits = known.days_of_week in ((), said.days_of_week) and known.bounded and not said.bounded
    return fits and known.rhythm == said.rhythm


class RegimenIntake(PartIntake):
    """Takes how often into a `State`."""

    def _take_regimen(self) -> None:
        state, reading = self.state, self.reading
        if self._may_follow():
            state.settle("stage")
            state.open.insert(0, where_it_goes(reading.phases[0], state.phases[-1]))
            return
        result = compute(reading, today=self.today)
        corrected, known = self._corrected(reading.phases), state.phases
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
            dated = [q for q in state.open if q.about == "date" or (q.about == "anchor" and q.options)]
        # A dose that was doubted is not kept by a message that leaves it out.
        doubted = any(question.about == "product" for question in state.open)
        state.open = [*others, *dated]
        state.dose_mcg = reading.dose_mcg or (None if doubted else state.dose_mcg)
        state.route, state.product = reading.route or state.route, reading.product or state.product
        anchor = state.anchor
        ahead = all(mention.date > self.today for mention in reading.dates)
        day = dose_of_month(self.text, state.phases, self.today) if anchor is None and ahead else None
        if day is not None:
            state.settle("anchor")
            state.settle("date")
            state.anchor = Anchor("last", day)
        elif result.anchor is not None and reading.phases == known and _is_same(result.anchor, anchor):
            # The same plan with the same last dose, said once more: which of its part that was is known.
            state.settle("count")
        elif result.anchor is not None:
            state.anchor = self._counted_from_first(result.anchor, anchor)
            self._take_booked(state.anchor)
        elif dated:
            state.anchor = None
        elif anchor is not None and [_as_told(p) for p in reading.phases] == [_as_told(p) for p in known]:
            # The same plan, said once more: the last dose has its place in it.
            pass
        elif anchor is not None and corrected is None and anchor.kind == "last":
            # Another plan: which part the last injection belonged to, and as which, has to be asked anew; where more
            # is told of what comes after the only part that was known, it is one of that.
            goes_on = len(known) == 1 < len(reading.phases) and known[0].rhythm == reading.phases[0].rhythm
            state.anchor = Anchor("last", anchor.date, 0 if goes_on else None)

    def _counted_from_first(self, last: Anchor, before: Anchor | None) -> Anchor:
        """The last dose with its place in the first part of several, where the day of the first one is known and the
        part has one on both days."""
        begins = [mention.date for mention in self.reading.dates if mention.role == "first"]
        if before is not None and before.kind == "first":
            begins.append(before.date)
        open_place = last.kind == "last" and last.done is None and last.phase in (None, 0) and not last.ends_phase
        phases = self.state.phases
        several = len(phases) > 1 and phases[0].bounded and not missed_some(self.told)
        if not begins or not open_place or not several or begins[0] >= last.date:
            return last
        begun = Anchor("first", begins[0])
        run = next(iter(runs(phases, begun)), None) if missing(phases, begun) is None else None
        had = run.up_to(last.date) if run is not None else 0
        told = had_so_far(self.told, asked=True)
        if run is None or not had or run.at(had - 1)[0] != last.date or told not in (None, had):
            return last
        return replace(last, phase=0, done=had)

    def _may_follow(self) -> bool:
        """Whether the part told now may come after the known one, and nothing says which of the two it does."""
        state, reading = self.state, self.reading
        if state.about not in (None, CONFIRM, "date", "anchor", "stage") or reading.dates or reading.questions:
            return False
        if tells_what_follows(self.text) or WORDS["mends"] & {word.text for word in Said.of(self.text).words}:
            return False
        return not puts_right(self.told) and may_follow(reading.phases, state.phases)

    def _take_stage(self) -> bool:
        """After the known part, or in its place: the part that was asked about goes there."""
        state, question = self.state, next(iter(self.state.open), None)
        place = self.text.strip()
        if question is None or question.about != "stage" or place not in (AFTER, INSTEAD):
            return False
        new = read(question.text.split('"')[1], today=self.today).phases
        state.settle("stage")
        anchor = state.anchor
        if place == AFTER:
            if anchor is not None and anchor.kind == "last" and anchor.phase is None and len(state.phases) == 1:
                state.anchor = replace(anchor, phase=0)
            state.phases = behind(state.phases, new[0])
        else:
            state.phases = (*state.phases[:-1], new[0])
            if anchor is not None and anchor.kind == "last":
                state.anchor = Anchor("last", anchor.date)
        return True

    def _told_before(self, reading: Reading) -> bool:
        """Whether the only date of a message is that of the last dose, which is known."""
        anchor = self.state.anchor
        days = {mention.date for mention in reading.dates if mention.role == "unknown"}
        return anchor is not None and anchor.kind == "last" and days == {anchor.date}

    def _take_booked(self, anchor: Anchor) -> None:
        """The date of the next one that the clinic set, told with the last one and how often: it wins. Of one that has
        just passed it is asked whether it was had."""
        ahead = {m.date for m in self.reading.dates if m.role == "next" and m.date >= self.today}
        if any(m.role == "next" and _of_another_thing(self.text, m.words) for m in self.reading.dates):
            # A blood test that is booked is no injection.
            return
        passed = {m.date for m in self.reading.dates if m.role == "next" and anchor.date < m.date < self.today}
        if len(passed) == 1 and anchor.kind == "last" and not ahead and _BOOKED.search(self.text):
            self._take_passed(anchor, min(passed))
            return
        if anchor.kind != "last" or len(ahead) != 1 or self.state.open or _OFF_PLAN.search(self.text):
            return
        if missing(self.state.phases, anchor) is None and anchor.date < min(ahead):
            self.state.note(anchor.date, sure=is_sure(self.text))
            if hardly_next(self.state, min(ahead), self.today):
                # Which of the two stands is asked before anything is counted from it.
                self.state.booking = min(ahead)
                return
            self.count_from_next(anchor, min(ahead))

    def _take_passed(self, anchor: Anchor, booked: date) -> None:
        """A day that the clinic had booked and that has passed since the last dose."""
        state = self.state
        if state.open or len(state.phases) != 1 or missing(state.phases, anchor) is not None:
            return
        state.note(anchor.date, sure=is_sure(self.text))
        self.count_from_next(anchor, booked)
        if state.anchor is not None and state.anchor.kind == "last":
            # The booked day is the one that the plan has.
            state.given_on, state.booked = anchor.date, booked
            state.count_from(Anchor("first", booked))

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
        if len(phases) > 1 and len(said) == 1 and self._said_again(said[0]):
            return phases
        if phases_follow := self._follows(said):
            return phases_follow
        alone = len(phases) == len(said) == 1 and phases[0].bounded and not self.reading.dates
        if alone and phases[0].rhythm == said[0].rhythm and not said[0].bounded:
            # How often, said once more without how many: they are as many as they were.
            return phases
        if len(phases) == len(said) == 1 and self.state.about in ("anchor", "date") and _adds_days(phases[0], said[0]):
            # Told with the day of the last one on which days of the week they are: as many as they were.
            return (replace(phases[0], days_of_week=said[0].days_of_week),)
        mended = puts_right(self.told) or self.state.about == CHANGE
        if len(phases) == len(said) == 1 and not self.reading.dates and mended:
            # "No, twice a week" says how often, and not how many.
            old, new = phases[0], said[0]
            if old.bounded and not new.bounded:
                new = replace(new, kind=old.kind, count=old.count)
                return (replace(new, duration=old.duration, duration_unit=old.duration_unit),)
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

    def _said_again(self, said: Phase) -> bool:
        """Whether how often, said alone, is how often a part with an end is had, and puts nothing right."""
        same = _AS_BEFORE.search(self.text) is not None
        mended = not same and (puts_right(self.told) or self.state.about in (CHANGE, "interval"))
        if said.bounded or self.reading.dates or mended:
            return False
        return any(one.bounded and one.rhythm == said.rhythm for one in self.state.phases)

    def _follows(self, said: tuple[Phase, ...]) -> tuple[Phase, ...] | None:
        """The known parts, and the one that is told to come after the last of them; None where none is."""
        phases, anchor = self.state.phases, self.state.anchor
        if not phases or len(said) != 1 or self.reading.dates or not tells_what_follows(self.text):
            return None
        if not (phases[-1].bounded or (is_dense(phases[-1]) and is_longer(said[0], phases[-1]))):
            return None
        if anchor is not None and anchor.kind == "last" and anchor.phase is None and len(phases) == 1:
            self.state.anchor = replace(anchor, phase=0)
        return behind(phases, said[0])


def _as_told(phase: Phase) -> Phase:
    """A part as far as somebody tells it."""
    return replace(phase, kind="other", starts=None, behind=0, ends=None, rolls=None)


def _is_same(told: Anchor, known: Anchor | None) -> bool:
    """Whether the last dose is that of the day that is known, and nothing says that it was another one of its part."""
    if known is None or (told.kind, told.date) != (known.kind, known.date):
        return False
    return told.done is None and told.phase is None and not told.ends_phase


def _of_another_thing(text: str, words: str) -> bool:
    """Whether the clause of a date, up to it, is about another appointment."""
    found = re.search(re.escape(words), text, re.I)
    if found is None:
        return False
    clause = re.split(r"[.,;!?\n]|\b(?:and|but|so)\b", text[: found.start()])[-1]
    return _ANOTHER_THING.search(clause) is not None
