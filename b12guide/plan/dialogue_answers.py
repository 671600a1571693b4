"""What is said of a plan whose dates are known: the reading back, the next date, what is late, given or away."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice, takewhile
from typing import Any

from .dialogue_intake import Intake
from .dialogue_state import NEXT_DATE, State
from .dialogue_wording import Wording, dates
from .model import Anchor, Dose, PlanResult, Question, Status, full_date
from .planner import next_doses
from .reader import read_date
from .schedule import dose_count, doses, missing
from .wording import amount_words, listed, phase_words, say_dose

Said = tuple[list[str], list[str]]
SHOWN, MOST_LISTED = 3, 10
_SPAN = re.compile(r"(?:from|between)\s+(?P<start>.+?)\s+(?:to|until|till|and|-|–)\s+(?P<end>.+)|(?P<a>\d.*?)\s*(?:to|until|till|-|–)\s*(?P<b>\d.+)", re.I)


class Answers:
    """Says things about the plan of a `State` on a given day."""

    def __init__(self, state: State, today: date, wording: Wording) -> None:
        self.state, self.today, self.words = state, today, wording

    @property
    def ready(self) -> bool:
        """Whether dates can be counted."""
        state = self.state
        return bool(state.phases) and state.anchor is not None and not state.open and missing(state.phases, state.anchor) is None

    def coming(self, count: int) -> tuple[Dose, ...]:
        """The next `count` doses, overdue ones first."""
        assert self.state.anchor is not None
        return next_doses(self.state.phases, self.state.anchor, today=self.today, count=count)

    def plan_json(self, question: Question | None = None) -> dict[str, Any] | None:
        """The object of `b12guide plan`; None while there is neither a plan nor a question about one."""
        state = self.state
        if not state.phases and question is None:
            return None
        ready = question is None and self.ready
        status: Status = "ask" if not ready else "assumed" if state.notes else "ok"
        result = PlanResult(
            status, state.phases, state.dose_mcg, state.route, state.product, state.anchor,
            self.coming(4) if ready else (), tuple(state.notes), (question,) if question else (),
        )  # fmt: skip
        return result.to_json()

    # Reading back ---------------------------------------------------------------------------------------------------

    def read_back(self) -> list[str]:
        """The plan in words with its dates, what was assumed, and what falls on a weekend."""
        lines = self._one_part() if len(self.state.phases) == 1 else self._parts()
        weekend = next((d for d in self.coming(MOST_LISTED) if "weekend" in d.flags and "overdue" not in d.flags), None)
        lines += self.state.notes
        if weekend is not None:
            lines.append(self.words("weekend", date=full_date(weekend.earliest)))
        return lines

    def _one_part(self) -> list[str]:
        anchor = self._anchor()
        name = "one_part_last" if anchor.kind == "last" else "one_part_first"
        lines = [self.words(name, words=self._part_words(0), date=full_date(anchor.date))]
        return lines + (self._late() or self._next_lines())

    def _next_lines(self) -> list[str]:
        first, *rest = self.coming(SHOWN) or (None,)
        if first is None:
            return [self.words("kept_none")]
        lines = [self._dose_line("next_is", first)]
        if rest:
            lines.append(self.words("after_that", dates=listed([say_dose(d) for d in rest if d])))
        return lines

    def _parts(self) -> list[str]:
        lines = [self.words("read_back")]
        anchor = self._anchor()
        begun = anchor.phase or 0 if anchor.kind == "last" else 0
        for index in range(begun, len(self.state.phases)):
            if index == begun and anchor.kind == "last" and anchor.ends_phase:
                continue
            lines.append(self._part_line(index, first=len(lines) == 1))
            if self.state.phases[index].until is not None:
                lines += [self.words("then_part_unknown", words=self._part_words(i)) for i in range(index + 1, len(self.state.phases))]
                break
        return lines + (self._late() or [])

    def _part_line(self, index: int, *, first: bool) -> str:
        phase = self.state.phases[index]
        mine = list(islice((d for d in takewhile(lambda d: d.phase_index <= index, self._all()) if d.phase_index == index), MOST_LISTED + 1))
        cut = MOST_LISTED if phase.bounded and len(mine) <= MOST_LISTED else 2
        shown = self._days(mine[:cut])
        if len(mine) > cut:
            shown = self.words("and_so_on", dates=shown)
        name = "part_open" if phase.until is not None else "part" if first else "then_part"
        words = self._part_words(index)
        return self.words(name, words=words if first else words[:1].lower() + words[1:], dates=shown)

    def _part_words(self, index: int) -> str:
        words = phase_words(self.state.phases[index])
        if index == 0 and self.state.dose_mcg:
            words = self.words("amount", dose=amount_words(self.state.dose_mcg), words=words)
        return words[:1].upper() + words[1:]

    def _days(self, some: Sequence[Dose]) -> str:
        if all(d.earliest == d.latest for d in some):
            return dates([d.earliest for d in some])
        return listed([say_dose(d) for d in some])

    # Once confirmed -------------------------------------------------------------------------------------------------

    def confirmed(self) -> Said:
        """After the "yes": the next date, and the two dates for the calendar where the plan has parts."""
        lines = self._late() or self._upcoming("kept")
        if len(self.state.phases) > 1:
            part = list(islice(takewhile(lambda d: d.phase_index == 0, self._all()), 200))
            after = next((d for d in self._all() if d.phase_index == len(self.state.phases) - 1), None)
            if part and after and self.state.phases[0].until is None:
                starts = {"loading_end": say_dose(part[-1]), "maintenance": phase_words(self.state.phases[-1])}
                lines.append(self.words("two_dates", maintenance_start=say_dose(after), **starts))
        return lines, [self.words("button_late"), self.words("button_after"), self.words("button_whole")]

    def _upcoming(self, name: str) -> list[str]:
        doses_ = self.coming(1)
        return [self._dose_line(name, doses_[0])] if doses_ else [self.words("kept_none")]

    def _late(self) -> list[str]:
        """The lines about an injection that was due before today; none if there is none."""
        first, second = (*self.coming(2), None, None)[:2]
        if first is None or first.latest >= self.today:
            return []
        days = (self.today - first.latest).days
        late = self._span(days)
        name = "overdue" if first.earliest == first.latest else "overdue_window"
        lines = [self.words(name, date=say_dose(first), today=full_date(self.today), late=late), self.words("overdue_what")]
        if second is not None and second.latest < self.today:
            lines.append(self.words("long_overdue"))
        return [*lines, self.words("overdue_signs")]

    def _span(self, days: int) -> str:
        weeks = days // 7
        if days < 14:
            return self.words("day") if days == 1 else self.words("days", count=days)
        return self.words("weeks", count=weeks)

    # Questions about the dates --------------------------------------------------------------------------------------

    def asked(self, request: str | None, text: str, intake: Intake) -> Said:
        """Answer "when is my next one?" and its like."""
        answer = {
            "after_next": self._after_next,
            "whole": self._whole,
            "due": self._due,
            "left": self._left,
            "phase_start": self._phase_start,
        }.get(request or "")
        if request == "away":
            return self._away(text, intake), []
        buttons = [self.words("button_after"), self.words("button_whole")]
        if answer is not None:
            return answer(), [b for b in buttons if request != "whole"]
        late = self._late()
        if late:
            return late, [self.words("button_late_effect")]
        doses_ = self.coming(1)
        if doses_ and doses_[0].earliest == doses_[0].latest == self.today:
            return [self.words("today", date=full_date(self.today))], buttons
        return self._upcoming("next") + self._weekend(doses_), buttons

    def _after_next(self) -> list[str]:
        coming = self.coming(2)
        return [self._dose_line("after_next", coming[1])] if len(coming) > 1 else [self.words("nothing_after")]

    def _whole(self) -> list[str]:
        return [self.words("whole"), *self.read_back()] if len(self.state.phases) == 1 else self.read_back()

    def _due(self) -> list[str]:
        late = self._late()
        if late:
            return late
        coming = self.coming(1)
        if not coming:
            return [self.words("kept_none")]
        monday = self.today - timedelta(days=self.today.weekday())
        dose = coming[0]
        if dose.earliest > monday + timedelta(days=6):
            return [self._dose_line("due_no", dose)]
        return [self.words("due_yes", date=full_date(dose.earliest)) if dose.earliest == dose.latest else self.words("due_window", date=say_dose(dose))]

    def _left(self) -> list[str]:
        index = next((i for i, p in enumerate(self.state.phases) if p.kind == "loading"), 0)
        phase = self.state.phases[index]
        if len(self.state.phases) == 1 and not phase.bounded:
            return [self.words("only_part", words=phase_words(phase))]
        total = dose_count(phase)
        if phase.until is not None or total is None:
            return [self.words("left_open")]
        ahead = [d for d in takewhile(lambda d: d.phase_index <= index, self._all()) if d.phase_index == index and d.latest >= self.today]
        if not ahead:
            return [self.words("left_none", total=total)]
        name = "left_one" if len(ahead) == 1 else "left"
        return [self.words(name, count=len(ahead), total=total, date=full_date(ahead[0].earliest))]

    def _phase_start(self) -> list[str]:
        phases = self.state.phases
        if len(phases) == 1:
            return [self.words("only_part", words=phase_words(phases[0]))]
        start = next((d for d in islice(self._all(), 400) if d.phase_index == len(phases) - 1), None)
        if start is None:
            return [self.words("starts_unknown")]
        return [self.words("starts", words=phase_words(phases[-1]), date=say_dose(start))]

    def _away(self, text: str, intake: Intake) -> list[str]:
        span = self._days_away(text, intake.country)
        if span is None:
            return [self.words("away_when")]
        start, end = span
        inside = [d for d in takewhile(lambda d: d.earliest <= end, islice(self._all(), 1000)) if d.latest >= start]
        named = {"start": full_date(start), "end": full_date(end)}
        if not inside:
            return [self.words("away_none", **named)]
        return [self.words("away", dates=listed([say_dose(d) for d in inside[:MOST_LISTED]]), **named)]

    def _days_away(self, text: str, country: str | None) -> tuple[date, date] | None:
        match = _SPAN.search(text)
        if match is None:
            return None
        first, second = (match["start"], match["end"]) if match["start"] else (match["a"], match["b"])
        end = self._ahead(second, country)
        if end is None:
            return None
        if re.fullmatch(r"(?:the )?\d{1,2}(?:st|nd|rd|th)?", first.strip()):
            first = f"{first} {end:%B}"  # "from 3 to 20 April" names the month once
        start = self._ahead(first, country)
        return (start, end) if start is not None and start <= end else None

    def _ahead(self, words: str, country: str | None) -> date | None:
        """A date of a journey: the next day of that name, where no year is said."""
        found = read_date(words, today=self.today, country=country).date
        if found is not None and found < self.today and str(found.year) not in words:
            return found.replace(year=found.year + 1) if (found.month, found.day) != (2, 29) else None
        return found

    # An injection given ---------------------------------------------------------------------------------------------

    def given(self, day: date) -> Said:
        """Note an injection. Where it was early or late, both ways of counting are shown: clinics differ."""
        if day > self.today:
            return [self.words("given_future", date=full_date(day))], []
        due = next(iter(self.coming(1)), None) if self.state.anchor and self.state.anchor.kind == "last" else self._nearest(day)
        before = self._anchor()
        self.state.anchor = self._after(day, due)
        lines = [self.words("given", date=full_date(day))]
        following = self.coming(1)
        if due is None or due.earliest <= day <= due.latest or not following:
            return lines + self._upcoming("next"), [self.words("button_whole")]
        by_due = replace(self.state, anchor=Anchor("last", due.earliest, due.phase_index, self._place(due, before)))
        planned = Answers(by_due, self.today, self.words).coming(1)
        lines = [self.words("given_off", due=say_dose(due), date=full_date(day))]
        if planned:
            lines.append(self.words("given_from_due", date=say_dose(planned[0])))
        lines += [self.words("given_from_given", date=say_dose(following[0])), self.words("given_ask")]
        self.state.ask(NEXT_DATE, self.words("given_ask"))
        return lines, [self.words("button_whole")]

    def _nearest(self, day: date) -> Dose | None:
        """The planned dose that was meant by one given on `day`."""
        near = [d for d in islice(self._all(), 400) if abs((d.earliest - day).days) <= 200]
        return min(near, key=lambda d: abs((d.earliest - day).days), default=None)

    def _after(self, day: date, due: Dose | None) -> Anchor:
        index = due.phase_index if due else 0
        return Anchor("last", day, index, self._place(due) if due else None)

    def _place(self, due: Dose, anchor: Anchor | None = None) -> int:
        """How many doses of its phase are given with this one."""
        anchor = anchor or self._anchor()
        behind = anchor.done or 0 if anchor.kind == "last" and (anchor.phase or 0) == due.phase_index else 0
        mine = takewhile(lambda d: d.earliest <= due.earliest, doses(self.state.phases, anchor, today=self.today))
        return behind + sum(1 for d in mine if d.phase_index == due.phase_index)

    # Helpers --------------------------------------------------------------------------------------------------------

    def _weekend(self, some: Sequence[Dose]) -> list[str]:
        return [self.words("weekend", date=full_date(d.earliest)) for d in some if "weekend" in d.flags]

    def _dose_line(self, name: str, dose: Dose) -> str:
        return self.words(name if dose.earliest == dose.latest else f"{name}_window", date=say_dose(dose))

    def _all(self) -> Any:
        return doses(self.state.phases, self._anchor(), today=self.today)

    def _anchor(self) -> Anchor:
        assert self.state.anchor is not None
        return self.state.anchor

