"""What a regimen in a message does to the plan: one of its own, a part put right, or what follows the known one."""

from __future__ import annotations

import re
from dataclasses import replace

from ..dates.planner import compute
from ..dates.schedule import missing
from ..model import Anchor, Phase, Reading
from ..reading.reader import phase_notes
from ..wording import phase_words
from .intake_parts import PartIntake
from .past import is_sure
from .received import tells_what_follows
from .state import CHANGE, CONFIRM, LONGEST_SAID

# A dose that was given on another day than the one it was planned for.
_OFF_PLAN = re.compile(r"\b(?:instead|early|earlier|sooner|already|was (?:due|booked|meant|supposed|planned))\b", re.I)


class RegimenIntake(PartIntake):
    """Takes how often into a `State`."""

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
