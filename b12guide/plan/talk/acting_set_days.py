"""Does what a message sets of several days at once, or of days in the place of others (`set_days`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ..model import Dose, full_date
from .acting_doses import ActingDoses
from .days_in_place import SetDays, with_days_set
from .moved_dose import AHEAD
from .on_the_end import with_one_at_end
from .outcome import Outcome
from .state import State
from .templates import dates

# What takes the place of a day that was booked.
_REPLACES = re.compile(
    r"\b(?:instead|in place|rather|mov\w+|chang\w+|shift\w*|push\w*|put (?:it|me|that|mine|her|him) (?:back|off)"
    r"|delay\w*|rebook\w*|reschedul\w*|cancel\w*|not|no longer|now|scrap|can'?t|couldn'?t)\b",
    re.I,
)


class ActingSetDays(ActingDoses):
    """Days that the clinic set, each said with the planned one in whose place it is."""

    def _set_days(self, value: str) -> Outcome | None:
        """A day in the place of the next one, or of a later one, or several of them."""
        found = SetDays.from_value(value)
        if found.among and found.alone is not None:
            return self._which_one(found.among, found.alone, alone=True)
        if found.alone is not None:
            return self._all_set(found)
        coming = self._step("", "booked").answers.coming(2)
        if len(found.pairs) == 1 and not (found.starts or found.off) and coming:
            was, day = found.pairs[0]
            planned = {now: own for own, now in self.state.anchor.moved} if self.state.anchor is not None else {}
            if was == day and day in planned:
                return self._moved_dose(f"{planned[day].isoformat()}/{day.isoformat()}")
            if was == coming[0].earliest:
                return self._booked(day.isoformat(), sure=True)
            if self.state.booked is None:
                return self._moved_dose(f"{was.isoformat()}/{day.isoformat()}")
        return self._all_set(found)

    def _beside_moved(self, planned: Dose, day: date) -> Outcome | None:
        state, answers = self.state, self._step("", "booked").answers
        own = [dose.earliest for dose in answers.coming(AHEAD) if dose.earliest == dose.latest]
        if state.anchor is None or planned.earliest != planned.latest or not own:
            return None
        near = min(own, key=lambda one: abs(one - day))
        later = near != own[0] and 2 * abs(near - day) <= abs(own[0] - day)
        if any(now > planned.latest for _, now in state.anchor.moved):
            return self._all_set(SetDays(((near if later else planned.earliest, day),)))
        if state.booked != own[0] or not later or _REPLACES.search(self.text):
            return None
        # Beside the next one, which is booked, it is that of a later one.
        if near == day:
            state.answered()
            return self._step("", "booked").said(([self.words("day_of_plan", date=full_date(day))], []))
        return self._all_set(SetDays(((near, day),)))

    def _all_set(self, found: SetDays) -> Outcome | None:
        """Keep all of them, and say the plan as it is with them."""
        plan = with_days_set(self.state, found, self.who.today)
        if plan is None:
            return None
        settled, before = self.state.confirmed, self.state.as_kept()
        lines = [self.words("booked_none", date=full_date(day)) for day in found.off]
        lines += [
            self.words("booked_in_place", day=full_date(day), planned=full_date(was))
            for was, day in in_place(plan, found)
        ]
        lines += [self.words("booked", date=full_date(day)) for _, day in found.starts]
        self.state = plan
        plan.before, plan.confirmed = before, False
        plan.answered()
        last = max(found.pairs, key=lambda pair: pair[1], default=None)
        # A part behind a course is read back with its dates.
        rest = self.lines_behind(last[1]) if last is not None and len(plan.phases) == 1 and found.alone is None else []
        outcome = self._step("", "booked").advance("\n".join(lines))
        if not settled or outcome.kind != "plan":
            return outcome
        # What was agreed to before needs no other yes.
        after = State.from_json(outcome.state)
        after.keep(self.new_key())
        after.answered()
        self.state = after
        step = self._step("", "booked")
        whole, buttons = step.answers.asked("whole")
        return step.said(([*lines, *whole, *rest], buttons), files=True)

    def _on_the_end(self, value: str) -> Outcome | None:
        """A dose of a course is left out, and one is added behind its last one."""
        day = date.fromisoformat(value)
        found = with_one_at_end(self.state, day)
        if found is None:
            return None
        return self._put_at_end(day, found)

    def _booked_row(self, value: str) -> Outcome | None:
        """Several dates of the clinic: where they are those of the plan from the first of them on, or each takes the
        place of one that it is next to, all are kept; else the first, and what is to be said of the others."""
        days = [date.fromisoformat(day) for day in value.split("/")]
        step = self._step("", "booked")
        if self.state.countable(self.who.today) and (pairs := nearest_planned(days, step.answers.coming(AHEAD))):
            placed = self._set_days(SetDays(pairs).to_value()) if pairs else None
            if placed is not None:
                return placed
        outcome = self._booked(value.split("/", 1)[0])
        if outcome is None:
            return None
        self.state = State.from_json(outcome.state)
        step = self._step("", "booked")
        known = self.state.countable(self.who.today)
        fits = known and [dose.earliest for dose in step.answers.coming(len(days))] == days
        line = self.words("booked_row" if fits else "booked_first", dates=dates(days if fits else days[:1]))
        start = step.answers.asked("phase_start")[0] if fits and len(self.state.phases) > 1 else []
        return replace(outcome, bubbles=("\n".join([line, *start, *outcome.bubbles[:1]]), *outcome.bubbles[1:]))


def in_place(plan: State, found: SetDays) -> list[tuple[date, date]]:
    """Each day that was set with the plan's own day in whose place it is by now."""
    moved = {now: was for was, now in plan.anchor.moved} if plan.anchor is not None else {}
    return [(moved.get(day, was), day) for was, day in found.pairs if was != day or day in moved]


def nearest_planned(days: Sequence[date], coming: Sequence[Dose]) -> tuple[tuple[date, date], ...]:
    """The planned days in whose places several set ones are, each the one that it is nearest to; () where that leaves
    a choice, or where all of them are days of the plan itself."""
    own = [dose.earliest for dose in coming if dose.earliest == dose.latest]
    pairs: list[tuple[date, date]] = []
    for day in days:
        near = sorted(own, key=lambda one: abs(one - day))[:2]
        if len(near) < 2 or abs(near[1] - day) < 2 * abs(near[0] - day):
            return ()
        pairs.append((near[0], day))
    several = len({was for was, _ in pairs}) == len(pairs)
    return tuple(pairs) if several and any(was != day for was, day in pairs) else ()
