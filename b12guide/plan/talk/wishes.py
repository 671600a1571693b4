"""What people want of their own plan beside the next date: lists, days, what is left, whether it is the 17th."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import islice, takewhile

from dateutil.relativedelta import relativedelta

from ..dates.log import gaps
from ..dates.schedule import dose_count
from ..model import WEEKDAY_NAMES, Dose, full_date
from ..reading.feasts import holiday_on
from ..wording import listed, plural, say_dose
from .answers import Answers
from .asked_days import days_asked, dose_on, later, replaced
from .closed_days import ClosedDays
from .coming_day import coming_day
from .either import EitherDay
from .feast_days import FeastDays
from .lateness import Lateness
from .readback import Said
from .templates import dates
from .view import every
from .what_if import WhatIf

# Dates in one list: a daily plan has as many in a month.
MOST_DATES = 31
MOST_LEFT_NAMED = 10
# So many days and more are said in weeks as well.
_TWO_WEEKS = 14
MOST_LOG_SHOWN, MOST_GAPS = 20, 4
# A day without its month.
_MONTH_NAMED = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.I)
_LONE = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\b")


class Wishes(Answers, FeastDays, ClosedDays, EitherDay, WhatIf, Lateness):
    """Answers requests by their name (`Move.name`)."""

    def wish(self, name: str, value: str = "") -> Said:
        """The answer to a request with what its words named."""
        answer: Callable[[str], list[str]] | None = {
            "after_next": self._following,
            "list": self._list,
            "left": self._left_said,
            "to_come": self._to_come,
            "last": self._last,
            "phase_end": self._phase_end,
            "is_it": self._is_it,
            "weekday": self._weekday,
            "holiday": self.holiday,
            "closed": self.closed_days,
            "beside_day": self.beside_day,
            "first_of": self._first_of,
            "last_of": self._last_of,
            "count": self._count,
            "move": self._move,
            "whom": self._whom,
            "say": self._say,
            "log": self._log,
            "asked_days": self._asked_days,
            "gone": self._gone,
            "gap": self._gap,
            "days_until": self._days_until,
            "feast": self.feast,
            "leaves_out": self._leaves_out,
            "may_go": self._may_go,
            "may_ring": self._may_ring,
            "two_at_once": self._two_at_once,
            "what_if": self.what_if,
            "late": self._if_late,
            "saved": self._saved,
            "still_there": self._still_there,
            "will_ring": self._will_ring,
            "after_weekday": self.after_weekday,
        }.get(name)
        if answer is None or (name == "list" and not value):
            self.state.listed = 0
            return self.asked("whole" if name == "list" else name)
        late = [self.words("button_say")] if self.overdue else [self.words("button_after")]
        return answer(value), [*late, self.words("button_whole")]

    # The dates that follow ------------------------------------------------------------------------------------------

    def _following(self, value: str) -> list[str]:
        many = int(value) if value.isdigit() else 1
        state = self.state
        place = max(state.listed if value == "those" and state.listed else state.told, 1)
        if self.overdue:
            return [*self.late(), self.words("after_late")]
        coming = self.coming(place + many)[place:]
        state.told, state.listed = place + len(coming), 0
        if not coming:
            return [self.words("nothing_after")]
        if many == 1:
            return [self.dose_line("after_next", coming[0]), *self.at_weekend(coming[0])]
        return [self.words("after_that", dates=self.days(coming)), *self.weekend(coming)]

    def _list(self, value: str, *, first: bool = False, last: bool = False) -> list[str]:
        start, end = (date.fromisoformat(day) for day in value.split("/"))
        begin = max(start, self.today)
        if self.overdue:
            return self._list_late(begin, end)
        inside = list(takewhile(lambda dose: dose.earliest <= end, self.since(begin))) if end >= begin else []
        self._note(inside)
        if inside and (first or last):
            dose = inside[0] if first else inside[-1]
            return [self.dose_line("falls_on", dose), *self._closed([dose])]
        shown = inside[:MOST_DATES]
        if not shown:
            return [self.words("list_none", start=full_date(begin), end=full_date(max(begin, end)))]
        name = "list_one" if len(inside) == 1 else "list_many" if len(inside) <= MOST_DATES else "list_first"
        return [self.words(name, count=len(inside), dates=self.days(shown)), *self._closed(shown)]

    def _list_late(self, begin: date, end: date) -> list[str]:
        """The dates as they would be if a late one moved none of them; none where that is longer ago than the gap."""
        if self.long_overdue:
            return [*self.late()[:1], self.words("list_too_late")]
        due = self.coming(1)[0]
        after = (dose for dose in self.since(due.latest + timedelta(days=1)) if dose.earliest >= begin)
        inside = list(takewhile(lambda dose: dose.earliest <= end, after))[:MOST_DATES]
        if not inside:
            return [*self.late(), self.words("after_late")]
        return [self.dose_line("list_late", due), self.words("list_if_stays", dates=self.days(inside))]

    def _first_of(self, value: str) -> list[str]:
        return self._list(value, first=True)

    def _last_of(self, value: str) -> list[str]:
        return self._list(value, last=True)

    def _closed(self, some: Sequence[Dose]) -> list[str]:
        """The one line about those of a list that are at a weekend or on a public holiday."""
        feasts = {d for d in some if d.earliest == d.latest and holiday_on(d.earliest, self.country)}
        if not feasts:
            return self.weekend(some)
        days = [d.earliest for d in some if d in feasts or "weekend" in d.flags]
        return [self.words("closed" if len(days) == 1 else "closed_many", date=dates(days))]

    def wanted(self) -> list[str]:
        """The list that was asked for before the plan was known, once; none of a plan with a late dose."""
        value, self.state.wanted = self.state.wanted, None
        if not value or self.overdue:
            return []
        away = value.removeprefix("away/")
        if away == value:
            return self._list(value)
        start, end = (date.fromisoformat(day) for day in away.split("/"))
        return self.away((start, end)) if end >= self.today else []

    def _note(self, doses: list[Dose]) -> None:
        """What "how many is that?" and "and after those?" are about."""
        self.state.shown = len(doses)
        if not doses:
            return
        ahead = list(takewhile(lambda dose: dose.earliest <= doses[-1].earliest, self.since(self.today)))
        self.state.listed = len(ahead)

    def _count(self, value: str) -> list[str]:
        return [self.words("counted", count=self.state.shown)] if self.state.shown else self._left()

    # What is left ---------------------------------------------------------------------------------------------------

    def remaining(self) -> list[Dose] | None:
        """The doses to come of the part that has an end; None where no part has one."""
        index = next((i for i, phase in enumerate(self.state.phases) if phase.bounded), None)
        run = self.run(index) if index is not None else None
        if index is None:
            return None
        if run is None:
            return []
        past = run.before(self.today) if self.anchor.kind == "first" else 0
        return list(takewhile(lambda dose: dose.phase_index == index, self.doses_of(run, past)))

    def _left_said(self, value: str) -> list[str]:
        remaining = self.remaining()
        lines = self._left()
        if remaining is None:
            return lines
        self.state.listed = self.state.shown = len(remaining)
        if value:
            right = int(value) == len(remaining)
            lines = [self.words("right" if right else "not_right"), *lines]
        if 1 < len(remaining) <= MOST_LEFT_NAMED and not self.overdue:
            lines.append(self.words("left_dates", dates=self.days(remaining)))
        return lines

    def _to_come(self, value: str) -> list[str]:
        remaining = self.remaining()
        if not remaining or self.overdue:
            return self._left_said("") if remaining is not None else self.lines()
        self.state.listed = self.state.shown = len(remaining)
        named = remaining[:MOST_LEFT_NAMED]
        return [
            self.words("list_one" if len(named) == 1 else "list_many", count=len(remaining), dates=self.days(named))
        ]

    def _phase_end(self, value: str) -> list[str]:
        index = next((i for i, phase in enumerate(self.state.phases) if phase.bounded), None)
        if index is None:
            return [self.words("no_end")]
        if self.overdue:
            return [*self.late(), self.words("after_late")]
        run, total = self.run(index), dose_count(self.state.phases[index])
        doses = list(self.doses_of(run))
        if not doses:
            return [self.words("left_none", total=total)]
        self.state.listed = len(self.remaining() or ())
        return [self.dose_line("part_ends", doses[-1]), *self.at_weekend(doses[-1])]

    # What was, and what a day is ------------------------------------------------------------------------------------

    def _last(self, value: str) -> list[str]:
        anchor = self.anchor
        given = self.state.given_on
        if anchor.kind == "last" or given is not None:
            day = anchor.date if anchor.kind == "last" or given is None else given
            return [self.words("last", date=full_date(day)), *self.long_ago()]
        past = list(takewhile(lambda dose: dose.earliest <= self.today, self.since(anchor.date)))
        if not past:
            return [self.words("last_none", date=full_date(anchor.date))]
        return [self.words("last_planned", date=say_dose(past[-1]))]

    def _focus(self) -> Dose | None:
        """The dose that was named last."""
        coming = self.coming(max(self.state.told, 1))
        return coming[-1] if coming else None

    def _is_it(self, value: str) -> list[str]:
        dose = self._focus()
        if dose is None:
            return [self.words("kept_none")]
        if self.overdue:
            return self.late()
        if value.startswith("---"):
            day = int(value[3:])
            span = [dose.earliest + timedelta(days=n) for n in range((dose.latest - dose.earliest).days + 1)]
            right = any(each.day == day for each in span)
        else:
            right = dose.earliest <= date.fromisoformat(value) <= dose.latest
        if right:
            return [self.dose_line("is_it", dose), *self.at_weekend(dose), *self._feast(dose)]
        others = self._other(value)
        return [self.dose_line("is_not", dose), *others]

    def _other(self, value: str) -> list[str]:
        """That the day asked about is another dose of the plan, where it is."""
        if value.startswith("---"):
            return []
        day = date.fromisoformat(value)
        if day < self.today:
            return []
        found = next(self.since(day), None)
        return [self.words("is_later", date=full_date(day))] if found and found.earliest <= day else []

    def _feast(self, dose: Dose) -> list[str]:
        """That the clinic may be closed about the turn of the year."""
        closed = (dose.earliest.month, dose.earliest.day) in ((12, 24), (12, 25), (12, 26), (12, 31), (1, 1))
        return [self.words("may_be_closed")] if closed and "weekend" not in dose.flags and not self.state.home else []

    def _weekday(self, value: str) -> list[str]:
        value, _, named = value.partition("/")
        if named:
            return self._weekday_of(value, date.fromisoformat(named))
        dose = self._focus()
        if dose is None:
            return [self.words("kept_none")]
        if not value or dose.earliest != dose.latest:
            return [self.dose_line("falls_on", dose), *self.at_weekend(dose)]
        right = dose.earliest.weekday() == int(value)
        line = self.words(
            "is_weekday" if right else "is_not_weekday", asked=WEEKDAY_NAMES[int(value)], date=say_dose(dose)
        )
        return [line, *self.at_weekend(dose)]

    def _weekday_of(self, value: str, day: date) -> list[str]:
        """The weekday of a day that is named, and whether the plan has it."""
        right = not value or day.weekday() == int(value)
        name = "is_weekday" if right else "day_is"
        asked = WEEKDAY_NAMES[day.weekday()]
        return [self.words(name, asked=asked, date=full_date(day)), *([] if self.overdue else self._on_days([day]))]

    # Days that are asked about ---------------------------------------------------------------------------------------

    def _asked_days(self, value: str) -> list[str]:
        """What the plan has on the days of a question, after them, or so long after them."""
        if self.overdue:
            return [*self.late(), self.words("after_late")]
        asked = days_asked(value, self.state, self.today)
        if asked.span is not None and asked.days:
            return self._apart(asked.days, asked.span)
        if asked.after and asked.days:
            day = max(asked.days)
            after = next(self.since(day + timedelta(days=1)), None)
            if after is None:
                return [self.words("nothing_after")]
            return [self.dose_line("after_day", after, day=full_date(day)), *self.at_weekend(after)]
        if asked.days:
            return self._on_days(asked.days)
        month = asked.months[0]
        return self._list(f"{month.isoformat()}/{(month + relativedelta(months=1, days=-1)).isoformat()}")

    def _on_days(self, days: Sequence[date]) -> list[str]:
        """Which of some days the plan has, and of none of them what is about it."""
        last = [day for day in days if self.anchor.kind == "last" and day == self.anchor.date]
        found = {day: dose for day in days if day >= self.today and (dose := dose_on(self.since(day), day))}
        lines = [self.words("last", date=full_date(day)) for day in last]
        lines += [self.dose_line("day_of_plan", dose) for dose in dict.fromkeys(found.values())]
        for dose in dict.fromkeys(found.values()):
            lines += self._short_month(dose)
        others = [day for day in days if day not in found and day not in last]
        coming = self.coming(1)
        gone = [day for day in others if replaced(day, self.state, self.today)]
        if gone and coming:
            return [*lines, self.words("replaced", dates=dates(gone)), self.dose_line("next", coming[0]),
                    *self.at_weekend(coming[0])]  # fmt: skip
        if others:
            lines.append(self.words("day_not_of_plan", date=dates(sorted(others))))
        if found or last:
            return [*lines, *self.weekend(list(dict.fromkeys(found.values())))]
        day = max(others[0], self.today)
        before = list(takewhile(lambda dose: dose.latest < day, self.since(self.today)))[-1:]
        near = [*before, *islice(self.since(day), 1)]
        return [*lines, *([self.words("days_near", dates=self.days(near))] if near else [])]

    def _gone(self, value: str) -> list[str]:
        """Whether a day is no longer one of the plan's, as somebody asks after a change."""
        number = None if _MONTH_NAMED.search(value) else _LONE.search(value)
        days = days_asked(value, self.state, self.today).days
        if number is not None and len(days) == 1:
            # "The 14th" is the first one after the last dose, and not any that the plan has in later years.
            ahead = (self.anchor.date + timedelta(days=ahead) for ahead in range(1, 63))
            days = tuple(each for each in ahead if each.day == int(number[1]))[:1]
        day = next(iter(days), None)
        if self.overdue or day is None:
            return self._next()
        if self.state.due_was is not None and day == self.state.due_was:
            # Which of two days the clinic counts from is not known yet.
            return [*self.two_ways(), self.words("given_ask")]
        dose = dose_on(self.since(day), day) if day >= self.today else None
        if dose is not None:
            return [self.dose_line("is_not", dose)]
        return [self.words("day_gone", date=full_date(day)), *self._next()]

    def _short_month(self, dose: Dose) -> list[str]:
        """Why a dose of every month is on its last day, and that the one after it is on its own day again."""
        phase = self.state.phases[dose.phase_index]
        own = phase.days_of_month[0] if phase.days_of_month else self.anchor.month_day or self.anchor.date.day
        after = next(self.since(dose.latest + timedelta(days=1)), None)
        if phase.unit != "mo" or dose.earliest != dose.latest or dose.earliest.day >= own or after is None:
            return []
        if (dose.earliest + timedelta(days=1)).day != 1:
            return []
        month = dose.earliest.strftime("%B %Y")
        return [self.words("short_month", day=month, count=dose.earliest.day, date=say_dose(after))]

    def _apart(self, days: Sequence[date], span: tuple[int, str]) -> list[str]:
        """The day so long after another; where both are named, whether they are so far apart."""
        if len(days) == 1:
            return [self.words("so_long_after", span=plural(*span), day=full_date(days[0]),
                               date=full_date(later(days[0], span)))]  # fmt: skip
        first, second = sorted(days[:2])
        right = later(first, span) == second
        line = self.words("so_long_after", span=plural(*span), day=full_date(first),
                          date=full_date(later(first, span)))  # fmt: skip
        return [self.words("right" if right else "not_right"), line]

    def _gap(self, value: str) -> list[str]:
        """How far the next dose is from the one before it."""
        coming = self.coming(2)
        if self.overdue or not coming or coming[0].earliest != coming[0].latest:
            return self._next()
        first = self.anchor.date if self.anchor.kind == "last" else coming[0].earliest
        second = coming[0].earliest if self.anchor.kind == "last" else coming[-1].earliest
        days = (second - first).days
        line = self.words("apart", count=days, day=full_date(first), date=full_date(second))
        if not value:
            return [line]
        number, unit = value.split()
        right = later(first, (int(number), unit)) == second
        return [self.words("right" if right else "not_right"), line]

    def _days_until(self, value: str) -> list[str]:
        coming = self.coming(1)
        if self.overdue or not coming or coming[0].earliest <= self.today:
            return self._next()
        days = (coming[0].earliest - self.today).days
        span = self.words("day") if days == 1 else self.words("days", count=days)
        if days > _TWO_WEEKS:
            weeks, over = divmod(days, 7)
            said = plural(weeks, "week") + (f" and {plural(over, 'day')}" if over else "")
            span = self.words("days_and_weeks", count=days, weeks=said)
        return [self.dose_line("days_until", coming[0], span=span), *self.at_weekend(coming[0])]

    # What is kept, and what the person is going to do -------------------------------------------------------------

    def _if_late(self, value: str) -> list[str]:
        return self.if_late(value)

    def _saved(self, value: str) -> list[str]:
        """Whether the plan, or the day that is named, is kept."""
        if not self.state.confirmed:
            return [self.words("saved_no")]
        if self.overdue:
            return [self.words("saved_yes"), *self.late()[:1]]
        coming = self.coming(1)
        asked = coming_day(value, today=self.today, shown=coming[0].earliest).days if coming else ()
        if asked and not any(coming[0].earliest <= day <= coming[0].latest for day in asked):
            return [self.words("saved_other", day=full_date(asked[0])), *self.upcoming("next")]
        return [self.words("saved_yes"), *self.upcoming("next")]

    def _still_there(self, value: str) -> list[str]:
        return [self.words("still_there"), *([] if self.overdue else self.upcoming("next"))]

    def _will_ring(self, value: str) -> list[str]:
        return [self.words("will_ring")]

    # What only the clinic can do ------------------------------------------------------------------------------------

    def _move(self, value: str) -> list[str]:
        day = date.fromisoformat(value.removeprefix("/")) if value else None
        named = dose_on(self.since(day), day) if day is not None and day >= self.today and not self.overdue else None
        dose = named or self._focus()
        return [*([self.dose_line("move", dose)] if dose else []), self.words("move_ask")]

    def _leaves_out(self, value: str) -> list[str]:
        """Neither left out nor doubled without the clinic; what the plan has about the day that is named."""
        if self.overdue:
            return [*self.late(), self.words("after_late")]
        days = [day for day in days_asked(value, self.state, self.today).days if day >= self.today]
        lines = self._on_days(days[:1]) if days else self.upcoming("next")
        return [self.words("leaves_out"), *lines]

    def _two_at_once(self, value: str) -> list[str]:
        return [self.words("no_two"), *(self.late()[:1] if self.overdue else self.upcoming("next"))]

    def _may_go(self, value: str) -> list[str]:
        """A late one is for the clinic to place; one that is not due yet is not had before its day."""
        if self.overdue:
            return [self.words("may_go_late"), *self.late()[2:]]
        return [*self.upcoming("next"), self.words("move_ask")]

    def _may_ring(self, value: str) -> list[str]:
        coming = self.coming(1)
        now = self.overdue or bool(coming and coming[0].earliest <= self.today)
        return [self.words("may_ring_now" if now else "may_ring"), *self._next()]

    def _whom(self, value: str) -> list[str]:
        return [self.words("whom")]

    def _say(self, value: str) -> list[str]:
        if self.overdue:
            return self.say_late()
        anchor = self.anchor
        every_so = every(self.state.phases[self.current])
        name = "say_next" if anchor.kind == "last" else "say_plan"
        return [self.words(name, words=every_so, date=full_date(anchor.date)), self.words("say_also")]

    # What was had ---------------------------------------------------------------------------------------------------

    def _log(self, value: str) -> list[str]:
        """Every dose told of with how sure, how late one is, and how the gaps compare with the plan: facts alone."""
        given = self.state.given
        if not given:
            return [self.words("log_none")]
        shown = given[-MOST_LOG_SHOWN:]
        named = [self.words("log_unsure" if not g.sure else "log_sure", date=full_date(g.day)) for g in shown]
        lines = [self.words("log", doses=listed(named))]
        return [*lines, *self._drift(), *self.late()]

    def _drift(self) -> list[str]:
        """ "The last gaps were 12, 13 and 14 weeks; your plan says 12", of a plan in weeks that is past its loading."""
        phase = self.state.phases[-1]
        between = gaps((g for g in self.state.given if not g.loading), MOST_GAPS)
        if phase.unit != "wk" or phase.frequency != 1 or phase.bounded or len(between) < 2:
            return []
        weeks = [f"{round(gap.days / 7, 1):g}" for gap in between]
        plan = f"{phase.period} to {phase.period_max}" if phase.period_max else str(phase.period)
        return [self.words("gaps", count=len(weeks), weeks=listed(weeks), plan=plan)]
